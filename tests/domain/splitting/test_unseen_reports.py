"""Files of many kinds, labelled by hand before the rules met them, are split well enough."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from marked_reports import HALVES, Marked, marked_reports
from measured import figures, measure

# The rules may be mended with the misses of "dev" and "later", and not with those of "frozen".
LEAST = {"dev": (0.97, 0.97), "frozen": (0.95, 0.86), "later": (0.94, 0.94)}


@pytest.fixture(scope="module", params=HALVES)
def half(request: pytest.FixtureRequest) -> str:
    return request.param


def test_most_units_are_proposed_alone_and_little_else(half: str, tmp_path: Path) -> None:
    sums = figures(measure(report, tmp_path) for report in marked_reports(half))
    recall, precision = LEAST[half]
    assert sums.recall >= recall
    assert sums.precision >= precision
    assert sums.let_through * 20 <= sums.tempting
    assert sums.offsets_wrong == 0


def _kinds(reports: list[Marked]) -> set[str]:
    return {report.ending for report in reports}


def test_each_half_holds_four_languages_and_the_halves_all_formats() -> None:
    reports = {half: marked_reports(half) for half in HALVES}
    assert all({r.language for r in reports[h]} == {"en", "zh", "ja", "ko"} for h in HALVES)
    every = [report for half in HALVES for report in reports[half]]
    assert _kinds(every) == {".txt", ".md", ".html", ".docx", ".pdf", ".hwpx"}
    assert all(report.labels["R"] or report.labels["N"] for report in every)
