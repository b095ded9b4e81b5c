"""Learns from labelled clauses what tells a view: ``python -m tests.corpus.learn_officers``.

A logistic regression over the traits that `offices.leaning` weighs, small enough to need no
library. It writes ``data/lexicon/officers.txt``; ``--try`` leaves that alone, learns from all hands
but one and says how the clauses of that one are told.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dialogueprep import paths
from dialogueprep.domain.identity.offices.leaning import RUNNING_BELOW, sure, traits
from dialogueprep.domain.identity.reading.fold import Fold
from dialogueprep.exchange.lexicon_reader import read_lexicon
from tests.corpus.table import HERE

CLAUSES = HERE / "officers"
WEIGHTS = paths.data() / "lexicon" / "officers.txt"
_ROUNDS, _STEP, _DECAY = 30, 0.3, 0.002
_LEAST = 0.05  # weights nearer to 0 are left out
_MET = 3  # clauses that have a trait, at least
_HEAD = """\
# What tells a view of an officer (above 0) from how a meeting was run (below 0), in hundredths.
# Learnt from tests/corpus/officers by python -m tests.corpus.learn_officers; not written by hand.
# Of clauses """


@dataclass(frozen=True)
class Clause:
    """What stands before and behind an office, folded, and whether it tells a view."""

    language: str
    hand: str
    view: bool
    traits: tuple[str, ...]


@cache
def clauses() -> tuple[Clause, ...]:
    """Return all labelled clauses."""
    fold = Fold(read_lexicon().readings.kanji)
    return tuple(clause for path in _files() for clause in _read(path, fold))


def digest() -> str:
    """Return what the files of labelled clauses hash to."""
    read = b"".join(path.read_bytes() for path in _files())
    return hashlib.sha256(read).hexdigest()[:16]


def learnt(of: Sequence[Clause]) -> dict[str, float]:
    """Return the weights that tell these clauses of one language apart."""
    chance, weights, seen = (
        random.Random(1),
        defaultdict[str, float](float),
        defaultdict[str, float](float),
    )
    views = sum(clause.view for clause in of)
    met = Counter(trait for clause in of for trait in clause.traits)
    order = [(c.view, [t for t in c.traits if met[t] >= _MET]) for c in of]
    counts = {True: len(of) / (2 * views), False: len(of) / (2 * (len(of) - views))}
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for view, known in order:
            wrong = view - sure(sum(weights[trait] for trait in known))
            for trait in known:
                slope = counts[view] * wrong - _DECAY * weights[trait]
                seen[trait] += slope * slope
                weights[trait] += _STEP * slope / (seen[trait] ** 0.5 + 1e-9)
    return {trait: weight for trait, weight in weights.items() if abs(weight) >= _LEAST}


def main() -> None:
    """Write the weights, or say how they would tell what they were not learnt from."""
    languages = sorted({clause.language for clause in clauses()})
    if "--try" in sys.argv:
        sys.stdout.writelines(line for language in languages for line in _tried(language))
        return
    lines = [f"{_HEAD}{digest()}."]
    for language in languages:
        found = learnt([clause for clause in clauses() if clause.language == language])
        lines += [f"[{language}]", *(f"{t}\t{round(100 * found[t])}" for t in sorted(found))]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


def _tried(language: str) -> Iterator[str]:
    here = [clause for clause in clauses() if clause.language == language]
    for hand in sorted({clause.hand for clause in here}):
        weights = learnt([clause for clause in here if clause.hand != hand])
        theirs = [clause for clause in here if clause.hand == hand]
        views = [_weighed(c, weights) < RUNNING_BELOW for c in theirs if c.view]
        runs = [_weighed(c, weights) < RUNNING_BELOW for c in theirs if not c.view]
        yield (
            f"{language} {hand}: {sum(runs)} of {len(runs)} told to run the meeting, "
            f"{sum(views)} of {len(views)} views lost\n"
        )


def _weighed(clause: Clause, weights: dict[str, float]) -> float:
    return sure(sum(weights.get(trait, 0.0) for trait in clause.traits))


def _files() -> list[Path]:
    return sorted(CLAUSES.glob("*.txt"))


def _read(path: Path, fold: Fold) -> Iterator[Clause]:
    language, hand = path.stem.split("_")
    view = False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            view = line == "[view]"
        elif line and not line.startswith("#"):
            before, after = (fold(side).text for side in line.split("{}"))
            yield Clause(language, hand, view, tuple(sorted(traits(before, after, language))))


if __name__ == "__main__":
    main()
