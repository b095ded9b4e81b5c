"""Finds names that stand beside an institution: there a word that is a name as well is one.

Both identify, even where each would be free alone: "Pan of the Bureau of Ferry Safety". Beside
another institution than the person's own, known or not, a name needs to stand as one does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from dialogueprep.domain.identity.cues import SPEAKING, name_found
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part

_LISTS = word_lists("named", "beside_institutions")

_BEHIND_NAME = re.compile(r"(?:,? (?:from|of|at|with)(?: the| our)? ?|, (?:the )?|,? ?\()$")
_BEFORE_NAME = re.compile(
    r"(?:'s?)? |, |的|の|의 ?|所属の|から来た|来的|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"
)
_REACH = 16
_PARTICLES_KO = "은는이가도의와과을를만씨님"
# Gu of the University of Foo, Gu from FUSI: an institution, whatever the roster tells of it.
_OF_ANY = as_written(
    r",? (?:of|from|at|with) (?:the |our )?(?:(?-i:[A-Z]{3,8}(?![\w-]))|"
    rf"(?:[A-Z][\w'-]+ ){{0,4}}(?:{_LISTS['of_any']}|Think[- ]Tank)(?![a-z]))"
)
_CAPITAL_BEFORE = as_written(r"(?<!^)(?<![.!?:] )(?<![A-Za-z])[A-Z][\w'-]+ $")
_ACTS_ZH = re.compile(f"[也都又则还却仍就]?(?:{_LISTS['acts_zh']})")
_ACTS_JA = re.compile(f"[はがも][^。]*?(?:{_LISTS['acts_ja']})")
_ACTS_KO = re.compile(f"[은는이가도] [^.]*?(?:{_LISTS['acts_ko']})")
# Words for who holds an office, which are names too: Dean of Foo University.
_OFFICES = frozenset(_LISTS.words("offices"))


def beside_institution(
    institutions: Iterable[Found],
    single: Iterable[Hit],
    names: Iterable[Found],
    folded: Folded,
    is_common: Callable[[str], bool],
) -> Iterator[Found]:
    """Yield names that stand beside their institution, and the institutions that do.

    ``single`` are parts of names, not yet judged; ``names`` those that are found; ``is_common``
    tells whether letters are an ordinary word, as in 溪岚大学顾问.
    """
    places = [(place, *_beside(place, folded)) for place in institutions]
    places = [p for p in places if p[1] is not None or p[2] is not None]
    parts = [h for h in single if _is_written_as_a_name(h, folded)]
    yield from _of_any(parts, folded)
    known = [n for n in names if n.kind is ExposureKind.NAME]
    if not places:
        return
    far, near = {led for _, led, _ in places}, {follows for _, _, follows in places}
    end = (h for h in parts if h.end in far)
    ends = {(h.end, h.who): h for h in end} | {(n.end, w): n for n in known for w in n.who}
    begin = (h for h in parts if h.start in near and not _goes_on(h, folded))
    starts = {(h.start, h.who): h for h in begin} | {(n.start, w): n for n in known for w in n.who}
    before = _by_place((h.end, h) for h in parts if h.end in far and _is_latin_name(h, folded))
    acting = (h for h in parts if h.start in near and _acts(h, folded, is_common))
    behind = _by_place((h.start, h) for h in acting)
    for place, led, follows in places:
        yield from _beside_another(place, chain(before.get(led, []), behind.get(follows, [])))
        for who in place.who:
            beside = None if led is None else ends.get((led, who))
            joined = follows == place.end  # 溪岚大学邵: only one that acts is a name
            beside = beside or (None if joined or follows is None else starts.get((follows, who)))
            if beside:
                yield replace(place, level=Level.BLOCK)
            if isinstance(beside, Hit):
                yield name_found(beside, Level.BLOCK, SPEAKING)
            elif beside:
                yield replace(beside, level=Level.BLOCK)


def _of_any(parts: list[Hit], folded: Folded) -> Iterator[Found]:
    """Yield names in Latin letters before what is an institution by its words."""
    for hit in parts:
        if hit.part is not Part.FAMILY:
            continue
        _, end = folded.span(hit.start, hit.end)
        if _OF_ANY.match(folded.original, end) and _is_latin_name(hit, folded):
            yield name_found(hit, Level.BLOCK, SPEAKING)


def _by_place(hits: Iterable[tuple[int | None, Hit]]) -> dict[int | None, list[Hit]]:
    """Return names by where they end, or begin."""
    known: dict[int | None, list[Hit]] = {}
    for at, hit in hits:
        known.setdefault(at, []).append(hit)
    return known


def _beside_another(place: Found, names: Iterable[Hit]) -> Iterator[Found]:
    """Yield names that stand beside an institution of somebody else, and the institution."""
    for hit in names:
        yield name_found(hit, Level.BLOCK, SPEAKING)
        yield replace(place, level=Level.BLOCK)


def _is_latin_name(hit: Hit, folded: Folded) -> bool:
    """Return whether a name in Latin letters stands alone, and is no word for an office."""
    word = folded.text[hit.start : hit.end]
    if not word[0].isascii() or hit.part is not Part.FAMILY or word in _OFFICES:
        return False
    before = folded.original[max(0, folded.starts[hit.start] - 24) : folded.starts[hit.start]]
    return not _CAPITAL_BEFORE.search(before)


def _goes_on(hit: Hit, folded: Folded) -> bool:
    """Return whether a syllable of hangul is the beginning of a longer word: 안내소, 정관."""
    behind = folded.text[hit.end : hit.end + 1]
    return (
        hit.end - hit.start == 1
        and is_hangul(folded.text[hit.start])
        and (bool(behind) and is_hangul(behind) and behind not in _PARTICLES_KO)
    )


def _acts(hit: Hit, folded: Folded, is_common: Callable[[str], bool]) -> bool:
    """Return whether a family name in characters or hangul behind an institution does something."""
    if hit.part is not Part.FAMILY or folded.text[hit.start].isascii():
        return False
    _, end = sentence(folded, hit.start)
    after = folded.text[hit.end : end]
    if is_hangul(folded.text[hit.start]):
        return bool(_ACTS_KO.match(after))
    if is_common(folded.text[hit.end - 1 : hit.end + 1]):
        return False
    return bool(_ACTS_ZH.match(after) or _ACTS_JA.match(after))


def _beside(place: Found, folded: Folded) -> tuple[int | None, int | None]:
    """Return where a name before an institution would end, and where one behind would begin."""
    before = folded.text[max(0, place.start - _REACH) : place.start]
    led, follows = _BEHIND_NAME.search(before), _BEFORE_NAME.match(folded.text, place.end)
    return place.start - len(led.group()) if led else None, follows.end() if follows else None


def _is_written_as_a_name(hit: Hit, folded: Folded) -> bool:
    written = folded.original[folded.starts[hit.start]]
    return written.isupper() or not written.isascii()
