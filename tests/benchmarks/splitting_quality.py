"""How well invented reports, labelled by hand, are split: recall, precision, furniture.

Run from the checkout: python tests/benchmarks/splitting_quality.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "domain" / "splitting")]

from labelled import labelled, proposals, score  # noqa: E402


def main() -> None:
    """Print a line for each report, what went wrong in it, and the sums."""
    units = alone = wrong = proposed = 0
    for report in labelled():
        found = proposals(report)
        result = score(report, found)
        units += len(report.units)
        alone += len(result.alone)
        wrong += len(result.wrong)
        proposed += len(found)
        print(
            f"{report.name}: {len(result.alone)}/{len(report.units)} alone, {len(found)} proposed"
        )
        for label in ("missed", "wrong", "let_through", "topics_missed"):
            for text in getattr(result, label):
                print(f"    {label}: {text}")
    print(f"recall {alone / units:.3f} of {units} units, ", end="")
    print(f"precision {1 - wrong / proposed:.3f} of {proposed} proposals")


if __name__ == "__main__":
    main()
