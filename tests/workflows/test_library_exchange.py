"""The library out of the command line, and in again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest
from shared_key import CHEAP

from dialogueprep import cli
from dialogueprep.commands import library_files, likeness
from dialogueprep.exchange.library_files import read_library_file
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.store import library, pairs, workspace
from dialogueprep.store.keys import Key
from dialogueprep.workflows.library_exchange import export
from dialogueprep.workflows.sample import put_in_library, put_in_sample

Output = pytest.CaptureFixture[str]


@pytest.fixture
def kept(tmp_path: Path) -> list[str]:
    """Return the options that name a workspace with the library and the sample."""
    words = Key.passphrase("four words")
    with workspace.create(tmp_path / "workspace", words, "Test", cost=CHEAP) as store:
        put_in_library(store)
        put_in_sample(store)
    key = tmp_path / "key.txt"
    key.write_text("four words\n")
    return ["--workspace", str(tmp_path / "workspace"), "--key-file", str(key)]


def run(capsys: Output, *arguments: str) -> tuple[dict[str, object], str]:
    status = cli.run([*arguments, "--json"])
    said = capsys.readouterr()
    assert status == cli.DONE, said.err
    return json.loads(said.out), said.err


def test_the_shipped_library_leaves_without_ratings_unless_asked(
    tmp_path: Path, capsys: Output
) -> None:
    for options, rated in (([], False), (["--with-ratings"], True)):
        file = tmp_path / "library.csv"
        told, warned = run(capsys, "library", "export", "--out", str(file), *options)
        read = read_library_file(file)
        assert told["topics"] == len(read.topics) == len(read_library().topics)
        assert any(e.ratings for e in read.entries) is rated
        assert bool(told["warnings"]) is rated
        assert ("judged" in warned) is rated


def test_a_query_narrows_what_leaves(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "library.json"
    told, _ = run(capsys, "library", "export", "--out", str(file), "--query", "maritime")
    read = read_library_file(file)
    assert 0 < len(read.entries) < len(read_library().topics)
    assert told["recommendations"] == len(read.recommendations)


def test_a_workspace_leaves_and_comes_back_the_same(
    kept: list[str], tmp_path: Path, capsys: Output
) -> None:
    file = str(tmp_path / "library.xlsx")
    run(capsys, "library", "export", "--out", file, "--with-ratings", "--with-histories", *kept)
    for options in (["--dry-run"], []):
        told, _ = run(capsys, "library", "take-in", file, *options, *kept)
        assert (told["new"], told["changed"], told["taken_in"]) == ([], [], not options)
        assert told["same"]


def test_histories_leave_only_when_asked_for(tmp_path: Path) -> None:
    with workspace.create(tmp_path / "w", Key.raw(bytes(32)), "Test") as store:
        put_in_library(store)
        put_in_sample(store)
        for asked in (False, True):
            export(store, tmp_path / "out.json", with_histories=asked)
            document = json.loads((tmp_path / "out.json").read_text("utf-8"))
            assert bool(document.get("use")) is asked


def test_what_was_said_of_pairs_leaves_and_comes_back(tmp_path: Path) -> None:
    with workspace.create(tmp_path / "one", Key.raw(bytes(32)), "One") as store:
        put_in_library(store)
        one, other = (topic.id for topic in library.topics(store)[:2])
        likeness.link_as_variant(store, one, other)
        export(store, tmp_path / "out.csv")
    with workspace.create(tmp_path / "two", Key.raw(bytes(32)), "Two") as store:
        put_in_library(store)
        brought = read_library_file(tmp_path / "out.csv")
        plan = library_files.preview(store, brought)
        assert library_files.take_in(store, plan) == 1
        (said,) = pairs.decisions(store)
        titles = {t.id: t.titles for t in library.topics(store)}
        known = {t.id: t.titles for t in brought.topics}
        assert {titles[said.one], titles[said.other]} == {known[one], known[other]}
        assert not library_files.preview(store, brought).writes


def test_a_wrong_file_is_told_and_takes_nothing_in(
    kept: list[str], tmp_path: Path, capsys: Output
) -> None:
    file = tmp_path / "own.csv"
    file.write_text("kind,id,title en\ntopic,1,Ports\n")
    assert cli.run(["library", "take-in", str(file), *kept]) == cli.TROUBLED
    assert "dimension" in capsys.readouterr().err


def test_a_list_saved_in_an_encoding_of_one_country_changes_only_what_was_changed(
    kept: list[str], tmp_path: Path, capsys: Output
) -> None:
    file = tmp_path / "library.csv"
    run(capsys, "library", "export", "--out", str(file), *kept)
    words = file.read_text("utf-8-sig").replace("Urban regeneration", "Renewal of towns")
    file.write_bytes(words.encode("cp932", "replace"))  # as a table program in Japan saves it
    told, warned = run(capsys, "library", "take-in", str(file), *kept)
    changed = cast("list[dict[str, object]]", told["changed"])
    assert {c["title"] for c in changed} == {"Renewal of towns"}
    assert [c["fields"] for c in changed] == [["titles"]]
    assert cast("int", told["restored"]) > 100
    assert "lost letters when the file was saved" in warned
