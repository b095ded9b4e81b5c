"""How the gate takes a row of one word: ``python tests/benchmarks/gate_rows.py [letters]``.

Each word of the shipped tables of speech and of descriptions, signs and spaces stand over and over
in a text of 2,000 letters. Prints the twenty that take longest, and for those how often as long a
text of twice the length takes: 2 is in proportion, 4 is not. Sixty people, as in ``gate_speed``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.search import Search
from tests.benchmarks.gate_speed import PEOPLE, invented, made

LETTERS, SHOWN = 2_000, 20
SIGNS = (
    "7",
    " ",
    "\n",
    "\t",
    *"'\"“”‘’[](){}（）【】「」·・.,;:!?-–—/|<>@#*&%…。、，；：",
    "A. ",
    "Dr ",
    "\\a",
)


def rows_of(lexicon: Lexicon) -> list[str]:
    """Return what stands over and over: words of four languages, and signs."""
    speech = lexicon.speech
    words = {*lexicon.pieces, *speech.titles, *speech.honorifics, *speech.titles_alone}
    words.update(
        word for said in (*speech.saying.values(), *speech.roles.values()) for word in said
    )
    plain = sorted(word for word in words if not set(word) & set("\\[(|*?"))
    spaced = [f"{word} " for word in plain if word < "\u3000" or word > "\uac00"]
    return [*SIGNS, *spaced, *(word for word in plain if "\u3000" < word < "\uac00")]


def seconds(search: Search, word: str, length: int) -> float:
    """Return how long a row of a word of this length takes."""
    text = (word * length)[:length]
    begun = time.process_time()
    search.examine(text)
    return time.process_time() - begun


def main() -> None:
    """Measure and print."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS
    search = made(invented(PEOPLE))
    taken = {row: seconds(search, row, length) for row in rows_of(search.roster.lexicon)}
    print(f"{len(taken)} rows of {length} letters: {sum(taken.values()):.0f} s")
    for row in sorted(taken, key=lambda it: -taken[it])[:SHOWN]:
        once, twice = (seconds(search, row, n) for n in (length, 2 * length))
        print(f"{row!r}: {1000 * once:.0f} ms, twice as long {twice / once:.1f} times that")


if __name__ == "__main__":
    main()
