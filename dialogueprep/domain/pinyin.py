"""How Chinese characters are read in Mandarin, from a table that is small and quick to load.

``data/lexicon/pinyin.txt`` holds the readings of pypinyin, which needs a quarter of a second to
begin (``tests/domain/make_pinyin.py`` makes it). A word of several characters is read as a
whole where the table has it (银行 is yin hang), the longest words first, from the left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dialogueprep import paths

_HAN = re.compile(
    "[\u3007\u3400-\u4dbf\u4e00-\u9fff\ue815-\ue864\uf900-\ufaff\U00020000-\U000323af]+"
)
_TONES = "12345"


class _Tables(NamedTuple):
    """Readings as the file has them: they are taken apart when somebody asks."""

    characters: Mapping[str, str]
    words: Mapping[str, str]
    """Words in which a character is not read as usual: how each is."""
    known: Sequence[str]
    """All words, in order."""


def with_tones(text: str) -> list[tuple[str, ...]]:
    """Return the readings of each character, the usual one first: hang2, xing2; 5 is no tone.

    What is not Chinese is returned as it is, each run of it as one.
    """
    return [readings for readings, _ in _read(text)]


def without_tones(text: str) -> list[tuple[str, ...]]:
    """Return the readings of each character without tones, ü as v, the usual one first."""
    return [
        tuple(dict.fromkeys(r.rstrip(_TONES) for r in readings)) if han else readings
        for readings, han in _read(text)
    ]


def usual(text: str) -> list[str]:
    """Return the usual reading of each character without tones, ü as v."""
    return [readings[0] for readings in without_tones(text)]


def _read(text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield readings, and whether they are of a Chinese character."""
    position = 0
    for run in _HAN.finditer(text):
        if run.start() > position:
            yield (text[position : run.start()],), False
        for word in _words(run.group()):
            yield from ((readings, True) for readings in _of_word(word))
        position = run.end()
    if position < len(text):
        yield (text[position:],), False


def _words(run: str) -> Iterator[str]:
    """Yield the words of a run of characters; one that is in no word alone."""
    words = _tables().known
    start = 0
    while start < len(run):
        taken = start + 1
        for end in range(start + 2, len(run) + 1):
            wanted = run[start:end]
            at = bisect_left(words, wanted)
            if at == len(words) or not words[at].startswith(wanted):
                break
            if words[at] == wanted:
                taken = end
        yield run[start:taken]
        start = taken


def _of_word(word: str) -> list[tuple[str, ...]]:
    tables = _tables()
    if len(word) == 1:
        return [tuple(tables.characters.get(word, f"{word}5").split())]
    if own := tables.words.get(word):
        return [tuple(r.split("/")) for r in own.split()]
    return [(tables.characters[c].partition(" ")[0],) for c in word]


@cache
def _tables() -> _Tables:
    """Read the table: characters by their readings, words read otherwise, all words."""
    written = (paths.data() / "lexicon" / "pinyin.txt").read_text("utf-8")
    _, characters, words, known = written.split("\n\n")
    found: dict[str, str] = {}
    for line in characters.splitlines():
        readings, _, read_so = line.partition("\t")
        for character in read_so:
            found[character] = readings
    own = (line.partition("\t") for line in words.splitlines())
    return _Tables(found, {word: readings for word, _, readings in own}, known.split())
