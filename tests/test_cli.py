"""The command line: exit status, stdout for the document, stderr for messages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dialogueprep import cli
from dialogueprep.domain.errors import Refused, Trouble

Output = pytest.CaptureFixture[str]


def test_a_wrong_option_is_usage_with_status_2_and_nothing_on_stdout(capsys: Output) -> None:
    assert cli.run(["library", "list", "--colour"]) == cli.TROUBLED
    said = capsys.readouterr()
    assert said.out == ""
    assert "--colour" in said.err


def test_a_file_that_is_not_there_is_usage_with_status_2(capsys: Output) -> None:
    assert cli.run(["screen", "nowhere.docx", "--roster", __file__]) == cli.TROUBLED
    assert "nowhere.docx" in capsys.readouterr().err


def test_the_version_is_printed(capsys: Output) -> None:
    assert cli.run(["--version"]) == cli.DONE
    assert "0.1.0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused("nothing-of-this-name"), cli.REFUSED),
        (Trouble("cannot-write", name="brief.pdf", reason="the disk is full"), cli.TROUBLED),
        (ValueError("a mistake"), cli.TROUBLED),
    ],
)
def test_refusals_and_troubles_have_their_own_status(
    error: Exception, status: int, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr(cli.commands, "main", fail)
    assert cli.run(["library", "list"]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err


def test_a_trouble_is_said_in_a_sentence(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> int:
        raise Trouble("cannot-write", name="brief.pdf", reason="the disk is full")

    monkeypatch.setattr(cli.commands, "main", fail)
    cli.run(["library", "list"])
    assert "“brief.pdf” could not be written: the disk is full." in capsys.readouterr().err


def test_the_readme_and_the_help_say_each_command(capsys: Output) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    for words in (["demo"], ["screen"], ["library", "list"], ["library", "search"], ["brief"]):
        assert f"main.py {' '.join(words)} " in readme.replace("`", " ")
        assert cli.run([*words, "--help"]) == cli.DONE
        assert "--json" in capsys.readouterr().out


def test_the_library_is_one_json_document(capsys: Output) -> None:
    assert cli.run(["library", "list", "--json"]) == cli.DONE
    said = capsys.readouterr()
    listing = json.loads(said.out)
    assert set(listing) == {"sources", "topics", "recommendations"}
    assert all(listing[kind] for kind in listing)
    wanted = {"id", "title", "text", "source", "format", "dimension", "tags"}
    wanted |= {"sensitivity", "operability"}
    entries = [*listing["topics"], *listing["recommendations"]]
    assert all(wanted <= set(entry) for entry in entries)
    assert len({entry["id"] for entry in entries}) == len(entries)


def test_the_library_is_searched_in_any_language(capsys: Output) -> None:
    cli.run(["library", "list", "--json"])
    everything = json.loads(capsys.readouterr().out)
    cli.run(["library", "search", "maritime", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert 0 < len(found["recommendations"]) < len(everything["recommendations"])
    cli.run(["library", "search", "灾害", "--json"])
    assert json.loads(capsys.readouterr().out)["topics"]
