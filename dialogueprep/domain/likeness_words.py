"""Words of texts as they are compared: stems of Latin words, pairs of East Asian characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

EAST_ASIAN = "\u3041-\u309f\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
RUN = re.compile(rf"[{EAST_ASIAN}]+|(?:(?![{EAST_ASIAN}])\w)+")
_LATIN_WORD = re.compile(r"[a-z0-9]+(?:[.+&-][a-z0-9]+)*\+?")
_SHOWN = 5
_COMMON_WORDS = """
a an and are as at be been between by can could for from has have in into is it its more must
of on or other should such than that the their them these they this those through to under
was we were which will with would also both each how not there while within joint jointly
china japan korea south rok trilateral countries country cooperation promote strengthen
establish enhance build develop support
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def words_of(text: str) -> list[str]:
    """Return the words of a text for comparison: CJK as overlapping pairs, others as stems."""
    words: list[str] = []
    for run in RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if run[0] > "\u3040":
            words += [run[n : n + 2] for n in range(len(run) - 1)]
        elif run not in _COMMON and len(run) > 1:
            words.append(stem(run))
    return words


def stems_in(folded: str) -> list[tuple[str, int, int]]:
    """Return the stems of the Latin words of a folded text that tell something, and where."""
    return [
        (stem(found[0]), found.start(), found.end())
        for found in _LATIN_WORD.finditer(folded)
        if found[0] not in _COMMON
    ]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word without the ending of a plural or a verb, roughly."""
    for ending, left in (("ies", 4), ("ied", 4), ("ing", 5), ("ed", 5), ("es", 5), ("s", 4)):
        if word.endswith(ending) and len(word) >= left + 1 and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    # Courses and course, planned and plan are to meet: no final e, no doubled letter.
    short = word.rstrip("e") if len(word) > 4 else word
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short


def plain(title: str) -> str:
    """Return a title without case, width, signs and doubled spaces."""
    return " ".join(RUN.findall(unicodedata.normalize("NFKC", title).casefold()))


def shown(raw: str, common: Collection[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return words of a text that are in both, as written there, the rarest and longest first."""
    found: dict[str, float] = {}
    stems: set[str] = set()
    for run in RUN.findall(unicodedata.normalize("NFKC", raw)):
        if run[0] <= "\u3040":
            short = stem(run.casefold())
            if short in common and short not in stems:
                stems.add(short)
                found[run.casefold()] = weights[short]
            continue
        for piece in _pieces(run, common):
            found.setdefault(piece, sum(weights[w] for w in words_of(piece)))
    return tuple(sorted(found, key=lambda word: (-found[word], word))[:_SHOWN])


def _pieces(run: str, common: Collection[str]) -> Iterable[str]:
    """Yield the stretches of a run of CJK whose pairs of characters are all common."""
    start = 0
    for n in range(len(run)):
        if run[n : n + 2] not in common:
            if n > start:
                yield run[start : n + 1]
            start = n + 1
