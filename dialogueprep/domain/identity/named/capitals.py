"""Tells what capitals around a name in Latin letters show: initials, a pair of people, a method."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dialogueprep.domain.identity.cues import SPEAKING, Cues, name_found
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.sentence_case import is_inside
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part
from dialogueprep.domain.people import Participation

_LISTS = word_lists("named", "capitals")

# ARIMA models, LU factorisation, TED talks: letters that stand for something else.
_METHOD = re.compile(f"[- ](?:{_LISTS['method']})(?![a-z])")
_BEFORE = as_written(r"(?<![^\W\d_])((?:[A-Z]\.?[ -]?){1,3}) $")
_BEHIND = as_written(r",? ((?:[A-Z]\.?){1,3})(?![^\W\d_']|\.[A-Za-z])")
_INITIAL = as_written(r" ([A-Z]|[A-Z][a-z](?=\.))(?![^\W_]|\.[A-Za-z]|'[a-z]{2})")
_ARTICLES = frozenset({"A", "I"})
_BETWEEN = re.compile(r",? (?:and|or|nor|&|\+|versus|vs\.?) |, | ?/ ?|\+")
_DUTY = re.compile(
    f" to (?!be |the |an? |and |or )[a-z]{{3,}}(?![a-z])|:| (?:{_LISTS['duty']})(?![a-z])"
)  # Seki/Wake to draft
_SIGNS = frozenset("/&+")
_LED = re.compile(f"(?:^|[ (,])(?:{_LISTS['led']}) $")
# Hill and Marsh streets, Page and Stone are trees: things that two names are of.
_ALIKE = re.compile(
    " (?:(?!was|has|is|does)[a-z]+s(?! (?:that|to|for))(?![a-z])|[0-9]|"
    f"are (?:[a-z]+ )?(?:{_LISTS['alike']})(?![a-z]))|-"
)
_TOLD = re.compile(f"(?:,? (?:{_LISTS['told']}|(?!only)[a-z]+ly)){{0,2}} ")


def stands_for_a_method(folded: Folded, hit: Hit) -> bool:
    """Return whether a word all in capitals is that of a method, not a name."""
    written = folded.written(hit.start, hit.end)
    return len(written) > 1 and written.isupper() and bool(_METHOD.match(folded.text, hit.end))


def plain_initials(hit: Hit, who: Participation, folded: Folded) -> tuple[int, int] | None:
    """Return the span of a name with the person's initials without full stops: WR Quek, Jens L."""
    if hit.part is Part.GIVEN:
        return _before_an_initial(hit, who, folded)
    if hit.part is not Part.FAMILY:
        return None
    own = "".join(w[0] for w in re.split(r"[\s'-]+", _bare(who.person.name.given)) if w).upper()
    start, end = folded.span(hit.start, hit.end)
    text = folded.original
    before = _BEFORE.search(text, max(0, start - 8), start)
    if before and _are_of(before[1], own):
        return hit.start - len(before[0]), hit.end
    behind = _BEHIND.match(text, end)
    if behind and _are_of(behind[1], own):
        return hit.start, hit.end + len(behind[0])
    return None


def _before_an_initial(hit: Hit, who: Participation, folded: Folded) -> tuple[int, int] | None:
    """Return the span of a given name with how the family name begins: Jens L, Bolormaa Ts."""
    last = re.split(r"[\s'-]+", _bare(who.person.name.family))[-1].title()
    behind = _INITIAL.match(folded.original, folded.ends[hit.end - 1])
    if not behind or behind[1] in _ARTICLES or not last.startswith(behind[1]):
        return None
    return hit.start, hit.end + len(behind[0])


def _are_of(written: str, own: str) -> bool:
    letters = re.sub("[^A-Z]", "", written)
    return bool(letters) and letters not in _ARTICLES and own.startswith(letters)


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def in_pairs(hits: Iterable[Hit], folded: Folded, cues: Cues) -> Iterator[Found]:
    """Yield two people who are named together and act: Mi and Ban agreed, neither Li nor He.

    Each name alone may be a word; together they are not.
    """
    places = _capitals(hits, folded)
    for first, second in pairwise(places):
        between = folded.text[first[0].end : second[0].start]
        people = {h.who for h in first} | {h.who for h in second}
        if len(people) < 2 or not _BETWEEN.fullmatch(between):
            continue
        joined = between.strip() in _SIGNS
        if joined and "/" in between and not _DUTY.match(folded.text, second[0].end):
            continue
        if (
            (joined and _DUTY.match(folded.text, second[0].end))
            or _is_named(second[0], folded)
            or _stand(folded, first[0].start, second[0].end, cues)
        ):
            yield from (name_found(h, Level.BLOCK, SPEAKING) for h in (*first, *second))


def _is_named(hit: Hit, folded: Folded) -> bool:
    """Return whether the second of two is a name by its capital, and so the first is one too."""
    return is_inside(folded, hit.start) and not _ALIKE.match(folded.text, hit.end)


def _capitals(hits: Iterable[Hit], folded: Folded) -> list[Sequence[Hit]]:
    """Return the names with a capital in order, those of one place together."""
    found: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        capital = folded.original[folded.starts[hit.start]].isupper()
        if capital and "a" <= folded.text[hit.start] <= "z" and hit.sure and hit.alone:
            found.setdefault((hit.start, hit.end), []).append(hit)
    return [found[place] for place in sorted(found)]


def _stand(folded: Folded, start: int, end: int, cues: Cues) -> bool:
    before, after = folded.text[max(0, start - 30) : start], folded.text[end : end + 60]
    told = _TOLD.match(after)
    past = told and cues.lexicon.room.past.match(after, told.end())
    return bool(past or cues.saying.match(after) or _LED.search(before) or after.startswith("'s "))
