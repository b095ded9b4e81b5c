"""Kills acts on a workspace at random points, many times: ``python -m tests.faults.kills``.

Options: ``--count 500`` (in all), ``--act merge`` (may be repeated; default: all), ``--seed 1``.
Three of four kills fall on a random one of the operations that change a file, half of
it done where it is a write; the others on a random time. After each the workspace is opened and
looked at (`acts`). What went wrong is printed with what is needed to do it again, and the exit
status is 1.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
sys.path[:0] = [
    str(TESTS.parent),
    *(str(TESTS / name) for name in (".", "faults", "store", "workspaces")),
]

import acts  # noqa: E402
from numbered_operations import End, counted, killed_after, killed_at  # noqa: E402


@dataclass
class Tally:
    """What became of an act that was killed many times."""

    kills: int = 0
    late: int = 0
    found: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        found = ", ".join(f"{n} {state}" for state, n in sorted(self.found.items()))
        late = f"; {self.late} over before they were killed" if self.late else ""
        return f"{self.kills} kills: {found}{late}; {len(self.wrong)} wrong"


@dataclass(frozen=True)
class Target:
    """An act with how much it does and how long that takes, so that kills fall within it."""

    act: acts.Act
    operations: int
    seconds: float


def measured(act: acts.Act) -> Target:
    """Do the act once without a fault."""
    act.again()
    began = time.perf_counter()
    killed_after(60, act.work)
    seconds = time.perf_counter() - began
    act.again()
    return Target(act, counted(act.work), seconds)


def kill(target: Target, chance: random.Random) -> tuple[str, End]:
    """Kill the act once; return where, and how it ended."""
    target.act.again()
    if chance.random() < 0.75:
        number = chance.randrange(target.operations)
        return f"operation {number}", killed_at(number, target.act.work)
    seconds = chance.uniform(0, target.seconds)
    return f"{seconds:.4f} s", killed_after(seconds, target.act.work)


def killed(target: Target, chance: random.Random, times: int) -> Tally:
    """Kill an act so many times, and look at what is left each time."""
    tally = Tally()
    while tally.kills < times:
        where, end = kill(target, chance)
        tally.kills += end.killed
        tally.late += not end.killed
        try:
            tally.found[target.act.look()] += 1
        except Exception:
            tally.wrong.append(f"{target.act.name} at {where}\n{traceback.format_exc()}")
    return tally


def shares(count: int, parts: int) -> Iterator[int]:
    """Yield a number in so many nearly equal parts."""
    for part in range(parts):
        yield count * (part + 1) // parts - count * part // parts


def main() -> int:
    """Kill as the options ask, and print what became of it."""
    options = _options()
    names = options.act or [act.name for act in acts.ACTS]
    chosen = [act for act in acts.ACTS if act.name in names]
    wrong: list[str] = []
    total, began = 0, time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = f"{place}/{name.lower()}"
        for number, share in enumerate(shares(options.count, len(chosen))):
            (act,) = acts.made(Path(place), chosen[number : number + 1])
            target = measured(act)
            tally = killed(target, random.Random(f"{options.seed} {act.name}"), share)
            sys.stdout.write(f"{act.name:14}{target.operations:5} operations  {tally}\n")
            sys.stdout.flush()
            total += tally.kills
            wrong += tally.wrong
    for each in wrong:
        sys.stdout.write(f"\n{each}")
    minutes = (time.perf_counter() - began) / 60
    sys.stdout.write(f"{total} kills in {minutes:.1f} minutes, {len(wrong)} wrong\n")
    return 1 if wrong else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--act", action="append", choices=[act.name for act in acts.ACTS])
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
