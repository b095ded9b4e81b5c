"""Parts an institution of the East from its unit: 浜海大学|海洋研究所, 海洋政策局|沿岸調整課.

Rosters write both without a space between; people say either. What a head heads is a unit as well:
亚洲二处 of 亚洲二处处长, 国際部 of 国際部長.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import Participation

_LISTS = word_lists("institutions", "units")

_LETTER = "[\u4e00-\u9fffぁ-んー]"
_WHOLE = re.compile(
    f"({_LETTER}{{2,}}?(?:{_LISTS['wholes']})|{_LETTER}{{2,}}(?:{_LISTS['offices']}))"
    f" ?({_LETTER}{{2,}}(?:{_LISTS['units']}))"
)
_HEADED = re.compile(
    f"({_LETTER}{{2,}}?({_LISTS['headed']}))(?:(?:副|次)?\\2?长|副?主任|主管|部长)"
)
_OF_ANY = frozenset(_LISTS.words("of_any"))  # of every institution, or of the meeting
_ENDS = re.compile(f"(?:{_LISTS['units']}|[研办])$")


def whole_and_unit(folded: str) -> tuple[str, str] | None:
    """Return the institution and its unit of a folded name in characters, or None."""
    found = _WHOLE.fullmatch(folded)
    return (found[1], found[2]) if found else None


def titles_of(who: Participation) -> tuple[str, ...]:
    """Return the titles of somebody that are not in Latin letters."""
    place, name = who.affiliation, who.person.name
    titles = (place.position, *(t.wording for t in place.positions.entries), name.title)
    return tuple(dict.fromkeys(t for t in (*titles, name.honorific) if t and not t.isascii()))


def units_of(who: Participation, fold: Callable[[str], str]) -> tuple[str, ...]:
    """Return the folded units of somebody's institution that its name or a title tells."""
    parted = (whole_and_unit(fold(name)) for name in who.affiliation.spelled)
    headed = (unit_headed(fold(title)) for title in titles_of(who))
    return tuple(filter(None, (*(it[1] for it in parted if it), *headed)))


def ends_as_a_unit(folded: str) -> bool:
    """Return whether a form of a unit says what it is: 地域研 is one, and 地域研究 a field."""
    return bool(_ENDS.search(folded))


def unit_headed(folded: str) -> str:
    """Return the unit whose head a folded title in characters says, or ""."""
    found = _HEADED.fullmatch(folded)
    return found[1] if found and found[1] not in _OF_ANY else ""
