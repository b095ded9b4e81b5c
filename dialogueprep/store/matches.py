"""Where the words of a query stand in a shown text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from dialogueprep.store import folding

# What is folded as one: a letter with the marks on it, and Hangul that is written in parts.
_CLUSTER = re.compile(
    "[\u1100-\u11ff]+|(?s:.)[\u0300-\u036f\u3099\u309a\uff9e\uff9f\u1ab0-\u1aff\u20d0-\u20ff]*"
)
_JOINED = re.compile(
    "[\u0300-\u036f\u1100-\u11ff\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a\uff9e\uff9f]"
)
_KNOWN = 32_768  # characters, more than texts in four languages have


def matches_in(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where words and phrases of a query stand in a text: start and end, in order.

    They are found as the search finds them: at the beginning of Latin words, anywhere in CJK,
    whatever the width, the case, the diacritics and the form of characters. Places that
    overlap are joined.
    """
    sought = _sought(tuple(words))
    if not sought:
        return ()
    folded = _alike(text)
    found = [match.span() for each in sought for match in each.finditer(folded)]
    if not found:
        return ()
    places = _places(text)
    spans = sorted(found)
    if places:
        spans = sorted((places[start][0], places[end - 1][1]) for start, end in found)
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def holder(words: Iterable[str]) -> Callable[[str], bool]:
    """Return what says of a text whether all words and phrases of a query stand in it.

    It is made for hundreds of short texts at a keystroke.
    """
    sought = [_sought((word,)) for word in words]
    patterns = [pattern for each in sought for pattern in each]

    def holds(text: str) -> bool:
        folded = _alike(text)
        return all(each.search(folded) for each in patterns)

    return holds if all(sought) else lambda _text: False


@lru_cache(256)
def _sought(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(part) for part in {_pattern(word) for word in words} if part)


def _pattern(word: str) -> str:
    found: list[str] = []
    for run, cjk in folding.runs(word):
        bare = run if cjk else folding.bare(run)
        found.append(re.escape(bare) if cjk else rf"(?<![^\W_]){re.escape(bare)}")
    return r"[\W_]*".join(found)


class _Characters(dict[int, str]):
    """Each character folded; one is folded when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: set[str] = set()
        """Those that are not one character when they are folded."""

    def __missing__(self, character: int) -> str:
        if len(self) >= _KNOWN:
            self.clear()
        folded = self[character] = _cluster(chr(character))
        if len(folded) != 1:
            self.odd.add(chr(character))
        return folded


_characters = _Characters()


def _alike(text: str) -> str:
    """Return the text folded."""
    if text.isascii():
        return text.lower()
    return _folded(text)[0] if _JOINED.search(text) else text.translate(_characters)


def _places(text: str) -> list[tuple[int, int]]:
    """Return for each letter of a folded text where that comes from; nothing if at its place."""
    if text.isascii() or (not _JOINED.search(text) and _characters.odd.isdisjoint(text)):
        return []
    return _folded(text)[1]


@lru_cache(4096)
def _folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text folded, and for each of its letters where that comes from."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for found in _CLUSTER.finditer(text):
        folded = _cluster(found.group())
        letters.append(folded)
        places += [found.span()] * len(folded)
    return "".join(letters), places


@lru_cache(8192)
def _cluster(cluster: str) -> str:
    if any(cjk for _, cjk in folding.runs(cluster)):
        return folding.fold(cluster)
    parts = unicodedata.normalize("NFKD", folding.fold(cluster))
    return "".join(c for c in parts if not unicodedata.combining(c))
