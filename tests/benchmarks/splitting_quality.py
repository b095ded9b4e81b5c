"""How well invented reports, labelled by hand, are split: recall, precision, furniture.

Run from the checkout: python tests/benchmarks/splitting_quality.py
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "domain" / "splitting")]

from labelled import labelled, proposals, score  # noqa: E402
from marked_reports import HALVES, marked_reports  # noqa: E402
from measured import Measured, figures, measure  # noqa: E402


def main() -> None:
    """Print what went wrong, and the sums, of the labelled texts and of the halves of files."""
    _texts()
    for half in HALVES:
        with TemporaryDirectory() as folder:
            measured = [measure(report, Path(folder)) for report in marked_reports(half)]
        print(f"\n{half}: {len(measured)} files")
        for each in measured if half != "frozen" else []:
            for miss in each.misses:
                print(f"    {each.report.name}: {miss}")
        _line("all", measured)
        kinds = sum((m.kinds for m in measured), Counter[str]())
        print("  " + ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items())))
        _by("language", measured, lambda m: m.report.language)
        _by("format", measured, lambda m: m.report.ending)


def _texts() -> None:
    units = alone = wrong = proposed = 0
    for report in labelled():
        found = proposals(report)
        result = score(report, found)
        units += len(report.units)
        alone += len(result.alone)
        wrong += len(result.wrong)
        proposed += len(found)
        for label in ("missed", "wrong", "let_through", "topics_missed"):
            for text in getattr(result, label):
                print(f"    {report.name}: {label}: {text}")
    print(f"labelled texts: recall {alone / units:.3f} of {units} units, ", end="")
    print(f"precision {1 - wrong / proposed:.3f} of {proposed} proposals")


def _by(what: str, measured: list[Measured], key: Callable[[Measured], str]) -> None:
    print(f"  by {what}")
    for value in sorted({key(m) for m in measured}):
        _line(value, [m for m in measured if key(m) == value])


def _line(name: str, measured: list[Measured]) -> None:
    sums = figures(measured)
    print(
        f"  {name:6} recall {sums.recall:.2f} of {sums.units:3}, topics {sums.topics:.2f}, "
        f"precision {sums.precision:.2f} of {sums.proposed:3}, "
        f"let through {sums.let_through} of {sums.tempting}, wrong offsets {sums.offsets_wrong}"
    )


if __name__ == "__main__":
    main()
