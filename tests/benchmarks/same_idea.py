"""How many ideas told in two languages are found, and how many look-alikes are proposed.

Run it with the project's environment: python tests/benchmarks/same_idea.py [missed] [FILE ...]

The entries of each half of a labelled file stand together, without tags or dimension. With `missed`
the misses of the open half are told; of the sealed half only totals.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dialogueprep.domain.likeness import KnownWords, Likeness, Saying, alike
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.exchange.terms_reader import read_leanings, read_notions, read_sounds
from dialogueprep.store.folding import fold

DATA = Path(__file__).resolve().parents[1] / "data"
FREE = "likeness_free.toml"
Labelled = dict[str, dict[str, dict[Language, str]]]


@dataclass(frozen=True)
class Totals:
    """How many pairs of each kind there are and were proposed, and what else was."""

    same: int
    found: int
    different: int
    tempted: int
    others: int

    def __str__(self) -> str:
        return (
            f"{self.found} of {self.same} found, {self.tempted} of {self.different} look-alikes "
            f"and {self.others} other pairs proposed"
        )


def halves(file: str = FREE) -> dict[str, Labelled]:
    """Return the labelled pairs of a file: of each kind the first half by digest is sealed."""
    labelled: Labelled = tomllib.loads((DATA / file).read_text("utf-8"))
    parts: dict[str, Labelled] = {"open": {}, "sealed": {}}
    for kind, pairs in labelled.items():
        names = sorted(pairs, key=lambda name: sha256(name.encode()).hexdigest())
        half = len(names) // 2
        parts["sealed"][kind] = {name: pairs[name] for name in names[:half]}
        parts["open"][kind] = {name: pairs[name] for name in names[half:]}
    return parts


def sayings(labelled: Labelled) -> list[Saying]:
    """Return an entry for each side of each pair, called by its pair and language."""
    return [
        _saying(f"{name} {language}", language, words)
        for pairs in labelled.values()
        for name, pair in pairs.items()
        for language, words in pair.items()
    ]


def _saying(name: str, language: Language, words: str) -> Saying:
    title, _bar, text = words.partition(" | ")
    body = Texts.of({language: text}) if text else Texts()
    return Saying(name, Texts.of({language: title}), body)


def proposed(entries: Iterable[Saying]) -> tuple[Likeness, ...]:
    """Return what is proposed among these entries."""
    known = KnownWords(read_notions(), read_sounds(), read_leanings(), fold)
    return alike(entries, {}, known=known)


def totals(labelled: Labelled, got: Iterable[Likeness]) -> Totals:
    """Return how many of the labelled pairs were proposed; only pairs of two labelled count."""
    said = {frozenset((it.one, it.other)) for it in got}
    same, different = (_pairs(labelled[kind]) for kind in ("same", "different"))
    known = {name for pair in same | different for name in pair}
    return Totals(
        len(same),
        len(same & said),
        len(different),
        len(different & said),
        sum(bool(pair & known) for pair in said - same - different),
    )


def _pairs(pairs: dict[str, dict[Language, str]]) -> set[frozenset[str]]:
    return {frozenset(f"{name} {g}" for g in pair) for name, pair in pairs.items()}


def _shipped() -> list[Saying]:
    """Return each shipped recommendation in each language, as an entry of its own."""
    return [
        Saying(f"{g} {it.id}", Texts.of({g: it.titles.best(g)}), Texts.of({g: it.texts.best(g)}))
        for it in read_library().recommendations
        for g in LANGUAGES
    ]


def measure(file: str, missed: bool) -> None:
    """Say of each half of a file what is found, alone and beside the shipped library."""
    for half, labelled in halves(file).items():
        entries = sayings(labelled)
        got = proposed(entries)
        sys.stdout.write(f"{file}, {half}: {totals(labelled, got)}\n")
        if missed and half == "open":
            _tell(labelled, got)
        beside = totals(labelled, proposed([*entries, *_shipped()]))
        sys.stdout.write(f"{file}, {half}, beside the shipped library: {beside}\n")


def _tell(labelled: Labelled, got: Iterable[Likeness]) -> None:
    same = {tuple(sorted(pair)) for pair in _pairs(labelled["same"])}
    said = {tuple(sorted((it.one, it.other))): it for it in got}
    for pair in sorted(same - set(said)):
        sys.stdout.write(f"  missed: {' + '.join(pair)}\n")
    for pair in sorted(set(said) - same):
        sys.stdout.write(f"  wrong: {' + '.join(pair)}: {said[pair].facts}\n")


if __name__ == "__main__":
    asked = sys.argv[1:]
    for name in [each for each in asked if each != "missed"] or [FREE]:
        measure(name, "missed" in asked)
