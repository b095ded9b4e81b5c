"""Make ``data/lexicon/korean_words.txt`` from the dictionary of pecab: make_korean_words.py TABLE.

``TABLE`` lists the words of ``pecab/_resources/words.arrow`` of pecab 1.0.8, which are those of
mecab-ko-dic: a word, its kinds and their costs a line, set apart by tabs, the kinds and the costs
by |. Words that were never met when that dictionary was trained share a few costs; they are left.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).parents[2] / "data/lexicon/korean_words.txt"
NEVER_MET = 300  # words that share a cost
WIDTH = 48
HEAD = """\
# Nouns of two and three syllables, from the dictionary of pecab 1.0.8 (korean_words.LICENSE.txt),
# without such as were never met: a syllable, then all that follow it, or all pairs that do.
# A name that ends within one of them is no name: 강수빈도가, how often it rains."""

_WORD = re.compile("[가-힣]{2,3}")


def table(words: Path) -> str:
    """Return the whole table as text."""
    costs = dict(_nouns(words))
    shared = Counter(costs.values())
    met = sorted(word for word, cost in costs.items() if shared[cost] <= NEVER_MET)
    return "\n".join([HEAD, *_lines(met)]) + "\n"


def _nouns(words: Path) -> Iterator[tuple[str, int]]:
    """Yield each common noun and its lowest cost."""
    for line in words.read_text("utf-8").splitlines():
        word, kinds, costs = line.split("\t")
        each = zip(kinds.split("|"), costs.split("|"), strict=True)
        own = [int(cost) for kind, cost in each if kind == "NNG"]
        if own and _WORD.fullmatch(word):
            yield word, min(own)


def _lines(words: list[str]) -> Iterator[str]:
    for length in (2, 3):
        followed: dict[str, str] = {}
        for word in words:
            if len(word) == length:
                followed[word[0]] = followed.get(word[0], "") + word[1:]
        for first in sorted(followed):
            behind = followed[first]
            for at in range(0, len(behind), WIDTH):
                yield f"{length} {first}{behind[at : at + WIDTH]}"


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1])), encoding="utf-8", newline="\n")
