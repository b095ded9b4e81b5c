"""A name and the institution beside it are one mention, which gets one description.

"Hao, Director at Yunfan Port Logistics, asked" becomes "A participant from China asked": a
description beside "a participating institution" says more than either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.identity.neutral.replacement import Replacement
from dialogueprep.domain.identity.neutral.wording import INSTITUTION
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("neutral", "one_mention")

_INSTITUTIONS = frozenset(INSTITUTION.values())
_RANKS = _LISTS["ranks"]
_CAP = rf"(?:[A-Z][\w'’-]*|{_LISTS['cap']})"
_RANK = rf"(?:{_CAP}(?: (?:of|for|and|in|the|&))*[ ,]{{1,2}})*"
_AT = "(?:of|from|at|with|for)"
_WHICH = rf"(?:{_AT}|representing|who (?:is|works|teaches|comes) {_AT}) (?:the |our )?"
# Between a name and its institution, and between an institution and its person.
_OF = as_written(
    rf"(?:(?P<apart>, )(?:the |an? |our )?{_RANK}(?:[a-z]+ ){{0,3}}?|(?:,? |['’]s )){_WHICH}"
)
_APART = as_written(rf", (?:the |an? |our )?{_RANK}(?:the )?")
_BRACKET = as_written(rf" ?(?:{_RANKS})? ?(?P<opens>[(（\[]) ?(?:the )?")
_EAST_APART = as_written(r"[，、]")
_CLOSE = as_written(rf" |[/–—・]| [/–—@-] | ?(?:{_RANKS}) ")
_PERSON = as_written(rf"(?:['’]s?)? {_RANK}")
_PERSON_EAST = as_written(
    r"(?:的|の|의 ?|所属の?|に所属する|出身の|から来た|소속의? ?| )?"
    rf"(?:[一-鿿가-힣]{{0,6}}?(?:{_RANKS})(?:の|[,、]| )?)?"
)
_CLOSERS = {"(": ")", "（": "）", "[": "]"}
_ENDS = as_written(r"\s*(?:$|[.;:!?。；：？！\n)）])")
_RANK_BEHIND = as_written(rf" ?(?:{_RANKS})")
_COMMA = as_written(r",(?! (?:and|or|but|as well)\b)|，")
_LONGEST = 90  # letters between a name and its institution
_BRACKETED = 60


def mentions(text: str, wanted: Iterable[Replacement]) -> list[Replacement]:
    """Return replacements in order, each name and the institutions beside it as one.

    Of passages that overlap the first one counts.
    """
    found: list[Replacement] = []
    for it in sorted(wanted, key=lambda r: (r.start, -r.end)):
        if found and it.start < found[-1].end:
            continue
        one = _together(text, found[-1], it) if found else None
        if one is None:
            found.append(it)
        else:
            found[-1] = one
    return found


def is_institution(it: Replacement) -> bool:
    """Return whether the neutral words are those for an institution."""
    return it.words.lower() in _INSTITUTIONS


def _together(text: str, left: Replacement, right: Replacement) -> Replacement | None:
    """Return two passages as one mention; None if they are two."""
    between = text[left.end : right.start]
    if not (left.words and right.words) or len(between) > _LONGEST:
        return None
    if is_institution(right) and not is_institution(left):
        return _behind_name(text, left, right, between)
    if is_institution(left) and not is_institution(right):
        return _before_name(text, left, right, between)
    return None


def _before_name(
    text: str, place: Replacement, name: Replacement, between: str
) -> Replacement | None:
    if not (_PERSON.fullmatch(between) or _PERSON_EAST.fullmatch(between)):
        return None
    start = place.start - 2 if text[: place.start].endswith("来自") else place.start
    words = name.words[0].upper() if place.words[0].isupper() else name.words[0]
    return Replacement(start, name.end, words + name.words[1:])


def _behind_name(
    text: str, name: Replacement, place: Replacement, between: str
) -> Replacement | None:
    """Return a name with the institution behind it, and with what closes an apposition."""
    end = place.end
    if found := _BRACKET.fullmatch(between):
        closer = _CLOSERS[found["opens"]]
        at = text.find(closer, end, end + _BRACKETED)
        return replace(name, end=at + 1 if at >= 0 else end)
    if found := _OF.fullmatch(between):
        return replace(name, end=_closed(text, end) if found["apart"] else end)
    if _APART.fullmatch(between) or _EAST_APART.fullmatch(between):
        ends = _ENDS.match(text, end) or _COMMA.match(text, end)
        return replace(name, end=_closed(text, end)) if ends else None
    if _CLOSE.fullmatch(between):
        behind = _RANK_BEHIND.match(text, end)
        return replace(name, end=behind.end() if behind else end)
    return None


def _closed(text: str, end: int) -> int:
    """Return where an apposition ends: behind the comma that closes it."""
    found = _COMMA.match(text, end)
    return found.end() if found else end
