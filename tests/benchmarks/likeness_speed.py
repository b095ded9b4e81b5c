"""How long it takes to find the duplicates of a library, and how many of those put in it finds.

Run it with the project's environment: python tests/benchmarks/likeness_speed.py [ENTRIES ...]

Entries are made up on the spot from words that are as unevenly frequent as those of a language,
in four languages with the terms of the field in them. One in fifty is a rewording of another one
in its language (a third of its words are others), one in fifty another one in another language.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dialogueprep.domain.library import Dimension, SourceId
from dialogueprep.domain.likeness import KnownWords, Saying, alike
from dialogueprep.domain.terms import Notion
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.exchange.terms_reader import read_leanings, read_notions, read_sounds
from dialogueprep.store.folding import fold

WORDS = 20_000
TERMS_OF_AN_ENTRY = 6
LETTERS = {
    "en": "abcdefghijklmnoprstuvw",
    "zh": "".join(map(chr, range(0x4E00, 0x5200))),
    "ja": "".join(map(chr, range(0x5200, 0x5500))) + "アイウエオカキクケコサシスセソタチツテト",
    "ko": "".join(map(chr, range(0xAC00, 0xAE00))),
}


class Maker:
    """Makes entries; the same ones each time."""

    def __init__(self) -> None:
        self.dice = random.Random(7)
        self.notions = [n for n in read_notions() if not n.weak]
        self.words = {g: [self._word(g) for _ in range(WORDS)] for g in LANGUAGES}
        self.shares = list(accumulate(1 / (n + 10) for n in range(WORDS)))

    def _word(self, language: Language) -> str:
        length = self.dice.randint(4, 9) if language == "en" else 2
        return "".join(self.dice.choices(LETTERS[language], k=length))

    def fill(self, language: Language, count: int) -> list[str]:
        return self.dice.choices(self.words[language], cum_weights=self.shares, k=count)

    def terms(self) -> list[Notion]:
        return self.dice.sample(self.notions, TERMS_OF_AN_ENTRY)

    def saying(
        self, name: str, language: Language, terms: list[Notion], words: list[str]
    ) -> Saying:
        said = [t.wordings[language][0] for t in terms]
        join = "" if language in ("zh", "ja") else " "
        body = words + said
        self.dice.shuffle(body)
        return Saying(
            name,
            Texts.of({language: join.join(said[:3] + words[:3])}),
            Texts.of({language: join.join(body) + "."}),
            sources=frozenset({SourceId(f"source of {name}")}),
            dimension=Dimension.ECONOMIC,
        )

    def entries(self, count: int) -> tuple[list[Saying], set[frozenset[str]], set[frozenset[str]]]:
        found: list[Saying] = []
        alike_: set[frozenset[str]] = set()
        across: set[frozenset[str]] = set()
        while len(found) < count:
            n = len(found)
            language = self.dice.choice(LANGUAGES)
            terms, words = self.terms(), self.fill(language, 25)
            found.append(self.saying(f"e{n}", language, terms, words))
            if n % 50 == 10:
                again = self.fill(language, 8) + words[8:]
                found.append(self.saying(f"w{n}", language, terms[:5], again))
                alike_.add(frozenset((f"e{n}", f"w{n}")))
            elif n % 50 == 30:
                other = self.dice.choice([g for g in LANGUAGES if g != language])
                found.append(self.saying(f"a{n}", other, terms[:5], self.fill(other, 20)))
                across.add(frozenset((f"e{n}", f"a{n}")))
        return found, alike_, across


def measure(count: int) -> None:
    entries, same, across = Maker().entries(count)
    ticks: list[float] = []
    begun, worked = time.perf_counter(), time.process_time()
    found = alike(
        entries, {}, known=KnownWords(read_notions(), read_sounds(), read_leanings(), fold),
        tick=lambda _done, _total: ticks.append(time.perf_counter()),
    )  # fmt: skip
    took, worked = time.perf_counter() - begun, time.process_time() - worked
    gaps = max((b - a for a, b in zip([begun, *ticks], ticks, strict=False)), default=took)
    pairs = {it.pair for it in found}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{count} entries: {took:.1f} s ({worked:.1f} s of work), at most {gaps:.1f} s between "
        f"two ticks, {memory} MB; "
        f"{len(pairs)} pairs proposed, with {len(pairs & same)} of {len(same)} rewordings and "
        f"{len(pairs & across)} of {len(across)} in two languages\n"
    )


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ("6000", "100000")):
        measure(size)
