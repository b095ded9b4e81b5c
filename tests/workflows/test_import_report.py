"""The dry run of an import: proposals with their passages, refusals in words, nothing stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dialogueprep import cli
from dialogueprep.workflows.import_report import import_pasted, proposals_of

Output = pytest.CaptureFixture[str]
TEXT = "By Ann Other\nPorts should share tide data. Was it cold?\n- Open a naval hotline\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_proposal_has_its_passage_and_its_place(report: Path) -> None:
    [file] = proposals_of([report])["files"]
    assert file["file"] == str(report)
    assert [p["title"] for p in file["proposals"]] == ["Share tide data", "Open a naval hotline"]
    for proposal in file["proposals"]:
        assert set(proposal) == {"kind", "title", "text", "passage", "start", "end", "prompts"}
        assert file["text"][proposal["start"] : proposal["end"]] == proposal["passage"]
    assert file["proposals"][1]["prompts"] == [{"code": "military", "words": ["naval", "hotline"]}]


def test_a_refused_file_stops_no_other(tmp_path: Path, report: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 no")
    told: list[tuple[int, int]] = []
    files = proposals_of([broken, report], lambda n, of: told.append((n, of)))["files"]
    assert "broken.pdf" in files[0].get("refused", "")
    assert files[0]["proposals"] == []
    assert "refused" not in files[1]
    assert told == [(1, 2), (2, 2)]


def test_pasted_text_is_split_the_same_way(report: Path) -> None:
    titles = [p.title for p in import_pasted(TEXT).proposals]
    assert titles == [p["title"] for p in proposals_of([report])["files"][0]["proposals"]]


def test_the_command_prints_one_document_and_ends_with_0(report: Path, capsys: Output) -> None:
    assert cli.run(["library", "import", str(report), "--dry-run", "--json"]) == cli.DONE
    said = capsys.readouterr()
    assert json.loads(said.out) == proposals_of([report])
    assert said.err == ""


def test_the_command_says_proposals_in_lines(report: Path, capsys: Output) -> None:
    cli.run(["library", "import", str(report), "--dry-run"])
    assert "recommendation  Open a naval hotline  [naval, hotline]" in capsys.readouterr().out


def test_a_refusal_is_said_and_ends_with_1(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "old.hwp"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert cli.run(["library", "import", str(path), "--dry-run", "--json"]) == cli.REFUSED
    said = capsys.readouterr()
    assert "save it as .hwpx" in said.err
    assert json.loads(said.out)["files"][0]["refused"] in said.err


def test_without_the_dry_run_it_is_wrong_usage(report: Path, capsys: Output) -> None:
    assert cli.run(["library", "import", str(report)]) == cli.TROUBLED
    assert "--dry-run" in capsys.readouterr().err
