"""What of a person's own name stands beside a part of it: initials, or nearly the other part."""

from __future__ import annotations

import re
import unicodedata

from dialogueprep.domain.identity.named.near import nearly, slips
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part
from dialogueprep.domain.people import Participation

_FAMILY = 3
_BESIDE = re.compile(r",? ([a-z]{2,}(?:-[a-z]+)?)-?(?![a-z])")
_WHOLE_GIVEN = 5  # letters of a given name that tells who is meant beside a family name


def beside_own(hit: Hit, who: Participation, folded: Folded) -> tuple[int, int] | None:
    """Return the span of a part of a name beside what is nearly the person's other part."""
    name = who.person.name
    if hit.part not in (Part.FAMILY, Part.GIVEN) or not name.given or not name.family:
        return None
    if begun := _begun(hit, who, folded):
        return hit.start, begun
    before = re.search(r"([a-z]{3,}) $", folded.text[max(0, hit.start - 30) : hit.start])
    after = re.match(r",? ([a-z]{3,})(?![a-z])", folded.text[hit.end : hit.end + 30])
    if before and _is_nearly_own(before[1], hit, who):
        return hit.start - len(before.group()), hit.end
    if after and _is_nearly_own(after[1], hit, who):
        return hit.start, hit.end + after.end()
    return None


def _begun(hit: Hit, who: Participation, folded: Folded) -> int | None:
    """Return where the beginning of a person's given name ends behind the family name.

    Namgung Hye-wo: more than half of its letters.
    """
    after = _BESIDE.match(folded.text, hit.end)
    if hit.part is not Part.FAMILY or not after or not folded.written(*after.span(1))[0].isupper():
        return None
    written, own = (
        re.sub(r"[\s'-]+", "", it) for it in (after[1], _plain(who.person.name.given.lower()))
    )
    return after.end() if own.startswith(written) and 2 * len(written) > len(own) else None


def _is_nearly_own(word: str, hit: Hit, who: Participation) -> bool:
    """Return whether a word is nearly the given name of who, or else the family name.

    A family name may be short, but then the whole given name stands beside it: Shieh Pei-ling.
    """
    name = who.person.name
    if hit.part is Part.FAMILY:
        own = re.split(r"[\s'-]+", _plain(name.given.lower()))
        return len(word) > _FAMILY and any(nearly(word, part) for part in own)
    whole = re.sub(r"[\s'-]+", "", _plain(name.given.lower()))
    if hit.end - hit.start < max(_WHOLE_GIVEN, len(whole)):
        return False
    return any(slips(word, part) for part in _plain(name.family.lower()).split())


def initials_of(hit: Hit, who: Participation, folded: Folded) -> tuple[int, int] | None:
    """Return the span of a family name with the person's initials: W. Li, Li W."""
    name = who.person.name
    rest = name.given if hit.part is Part.FAMILY else name.family
    given = [_plain(p) for p in re.split(r"[-' ]+", rest.lower()) if p]
    if hit.part not in (Part.FAMILY, Part.GIVEN) or not given:
        return None
    before = re.search(
        r"(?<![a-z.])((?:[a-z]{1,2}\. ?-?){1,3})$", folded.text[max(0, hit.start - 12) : hit.start]
    )
    if before and _begins(before.group(1), given):
        return hit.start - len(before.group()), hit.end
    after = re.match(r",? ((?:[a-z]\.[ -]?){1,3})(?![a-z])", folded.text[hit.end : hit.end + 12])
    if after and _begins(after.group(1), given):
        return hit.start, hit.end + len(after.group().rstrip())
    return None


def _begins(initials: str, names: list[str]) -> bool:
    """Return whether initials are those of names: their first letters, or Yu. for Yulia."""
    return names[0].startswith(initials.split(".", maxsplit=1)[0])


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.replace("đ", "d"))
    return "".join(c for c in bare if not unicodedata.combining(c))
