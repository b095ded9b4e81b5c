"""Make ``data/lexicon/han_words.txt`` from the dictionary of jieba: python make_han_words.py DICT.

``DICT`` is ``jieba/dict.txt`` of jieba 0.42.1: a word, how often it was met, and its kind a line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).parents[2] / "data/lexicon/han_words.txt"
OFTEN = 20
WIDTH = 48
HEAD = """\
# Words of two Chinese characters, from the dictionary of jieba 0.42.1 (han_words.LICENSE.txt),
# without names of people and words that are rarely met: a character, then all that may follow it.
# A name that is the end of one of them and the beginning of the next is no name: 国王明天."""

_TWO = re.compile("[\u4e00-\u9fff]{2}")


def table(dictionary: Path) -> str:
    """Return the whole table as text."""
    followed: dict[str, set[str]] = {}
    for word in _words(dictionary):
        followed.setdefault(word[0], set()).add(word[1])
    return "\n".join([HEAD, *_lines(followed)]) + "\n"


def _words(dictionary: Path) -> Iterator[str]:
    for line in dictionary.read_text("utf-8").splitlines():
        word, often, kind = line.split(" ")
        if _TWO.fullmatch(word) and int(often) >= OFTEN and not kind.startswith("nr"):
            yield word


def _lines(followed: dict[str, set[str]]) -> Iterator[str]:
    for first in sorted(followed):
        behind = "".join(sorted(followed[first]))
        for at in range(0, len(behind), WIDTH):
            yield first + behind[at : at + WIDTH]


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1])), encoding="utf-8", newline="\n")
