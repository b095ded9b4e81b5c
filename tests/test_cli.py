"""The command line: exit status, stdout for the document, stderr for messages."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest

from dialogueprep import cli
from dialogueprep.cli import commands
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues, workspace
from dialogueprep.store.keys import Key
from dialogueprep.words import use
from dialogueprep.workflows.sample import put_in_sample

Output = pytest.CaptureFixture[str]


def test_a_wrong_option_is_usage_with_status_2_and_nothing_on_stdout(capsys: Output) -> None:
    assert cli.run(["library", "list", "--colour"]) == cli.TROUBLED
    said = capsys.readouterr()
    assert said.out == ""
    assert "--colour" in said.err


def test_a_file_that_is_not_there_is_usage_with_status_2(capsys: Output) -> None:
    assert cli.run(["screen", "nowhere.docx", "--roster", __file__]) == cli.TROUBLED
    assert "nowhere.docx" in capsys.readouterr().err


@pytest.fixture
def in_english_after() -> Iterator[None]:
    yield
    use("en")


@pytest.mark.usefixtures("in_english_after")
def test_sentences_are_said_in_the_language_that_is_asked_for(
    capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "faces.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    asked = ["people", "import", str(picture), "--dry-run"]
    cli.run(asked)
    assert "Save the list again as .csv" in capsys.readouterr().err
    cli.run(["--language", "zh", *asked])
    assert "请将名单另存为.csv或.xlsx" in capsys.readouterr().err
    monkeypatch.setenv("DIALOGUEPREP_LANGUAGE", "ja")
    cli.run(asked)
    assert "名簿を.csvまたは.xlsxで保存し直し" in capsys.readouterr().err
    assert cli.run(["--language", "xx", *asked]) == cli.TROUBLED
    assert "'xx' is not one of" in capsys.readouterr().err


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

    monkeypatch.setattr(commands.program, "main", fail)
    assert cli.run(["library", "list"]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err


def test_a_trouble_is_said_in_a_sentence(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> int:
        raise Trouble("cannot-write", name="brief.pdf", reason="the disk is full")

    monkeypatch.setattr(commands.program, "main", fail)
    cli.run(["library", "list"])
    assert "“brief.pdf” could not be written: the disk is full." in capsys.readouterr().err


def test_the_readme_and_the_help_say_each_command(capsys: Output) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    library = (f"library {verb}" for verb in ("list", "search", "export", "take-in", "import"))
    commands = "demo", "screen", *library, "brief", "close-event", "check-manifest"
    for words in (command.split() for command in commands):
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


def test_the_search_that_the_readme_shows_finds_some_of_each_kind(capsys: Output) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    (word,) = re.findall(r'library search "(\w+)"', readme)
    assert cli.run(["library", "search", word, "--json"]) == cli.DONE
    assert all(json.loads(capsys.readouterr().out).values())


ROSTER = {
    "roster": [
        {"id": "p1", "family": "Hoshizawa", "given": "Mei", "name_latin": "Hoshizawa Mei"},
        {"id": "p2", "family": "Brennecke", "given": "Tom", "name_latin": "Tom Brennecke"},
    ]
}


@pytest.fixture
def roster(tmp_path: Path) -> str:
    """Return the path of a roster of two invented people."""
    file = tmp_path / "roster.json"
    file.write_text(json.dumps(ROSTER), encoding="utf-8")
    return str(file)


def test_screening_a_file_that_names_a_participant_ends_with_status_1(
    tmp_path: Path, roster: str, capsys: Output
) -> None:
    file = tmp_path / "brief.md"
    file.write_text("Tom Brennecke proposed a hotline.", encoding="utf-8")
    assert cli.run(["screen", str(file), "--roster", roster, "--json"]) == cli.REFUSED
    [screened] = json.loads(capsys.readouterr().out)["files"]
    passage = screened["exposures"][0]
    assert screened["text"][passage["start"] : passage["end"]] == passage["text"] == "Tom Brennecke"
    assert (passage["level"], passage["participants"]) == ("block", ["p2"])


def test_screening_a_file_that_names_nobody_is_done(
    tmp_path: Path, roster: str, capsys: Output
) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("A hotline was proposed.", encoding="utf-8")
    assert cli.run(["screen", str(file), "--roster", roster]) == cli.DONE
    assert str(file) in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_trouble_with_status_2(
    tmp_path: Path, roster: str, capsys: Output
) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(b"not a PDF")
    assert cli.run(["screen", str(file), "--roster", roster]) == cli.TROUBLED
    assert "brief.pdf" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_holds_up_no_other(
    tmp_path: Path, roster: str, capsys: Output
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"not a PDF")
    (tmp_path / "good.md").write_text("A hotline was proposed.", encoding="utf-8")
    (tmp_path / "named.md").write_text("Tom Brennecke proposed it.", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("bad.pdf", "good.md")]
    assert cli.run(["screen", *paths, "--roster", roster, "--json"]) == cli.TROUBLED
    told = capsys.readouterr()
    bad, good = json.loads(told.out)["files"]
    assert "bad.pdf" in bad["refused"] and bad["unread"] == ["bad.pdf"] and bad["text"] == ""
    assert "refused" not in good and good["text"].startswith("A hotline")
    assert "bad.pdf" in told.err
    named = str(tmp_path / "named.md")
    assert cli.run(["screen", *paths, named, "--roster", roster]) == cli.REFUSED


def test_screening_says_where_a_passage_stands_and_what_was_not_found(
    tmp_path: Path, roster: str, capsys: Output
) -> None:
    (tmp_path / "clean.md").write_text("A hotline was proposed.", encoding="utf-8")
    (tmp_path / "Tom Brennecke.md").write_text("A hotline was proposed.", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("clean.md", "Tom Brennecke.md")]
    assert cli.run(["screen", *paths, "--roster", roster]) == cli.REFUSED
    said = capsys.readouterr().out
    assert said.count("No known form of a participant’s name was found.") == 1
    assert "(file name)" in said and "Content, context and memory" in said


def test_an_unknown_dialogue_is_a_refusal_that_names_the_known_ones(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder = tmp_path / "workspace"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        put_in_sample(store)
    asked = ["brief", "--workspace", str(folder), "--product", "programme", "--out", str(tmp_path)]
    assert cli.run([*asked, "--dialogue", "Nowhere"]) == cli.REFUSED
    said = capsys.readouterr().err
    assert "Nowhere" in said
    assert "Traceback" not in said


def test_a_brief_is_written_for_the_public_in_two_languages_with_its_annexes(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder = tmp_path / "workspace"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        put_in_sample(store)
    where = ["--workspace", str(folder), "--dialogue", "Round 4, Kanazawa", "--format", "docx"]
    asked = ["brief", *where, "--out", str(tmp_path), "--second", "ko"]
    annexes = ["--annex", "participants", "--annex", "programme", "--json"]
    brief = [*asked, "--product", "meeting-brief", "--audience", "public", *annexes]
    assert cli.run(brief) == cli.DONE
    made = json.loads(capsys.readouterr().out)
    assert [Path(f["file"]).name for f in made["files"]] == ["meeting-brief-en-ko-public.docx"]
    assert made["warnings"] == []
    assert cli.run([*asked, "--product", "programme", *annexes]) == cli.REFUSED
    assert "Only a meeting brief has annexes" in capsys.readouterr().err
    for product in ("key-findings", "press-line"):
        refused = [*asked, "--product", product, "--audience", "participants"]
        assert cli.run(refused) == cli.REFUSED


def test_a_brief_is_written_on_letter_paper_and_locked_with_a_password_from_a_file(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder, out, password = tmp_path / "workspace", tmp_path / "out", tmp_path / "password.txt"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        put_in_sample(store)
    password.write_text("harbour lantern\n")
    where = ["--workspace", str(folder), "--dialogue", "Round 4, Kanazawa", "--out", str(out)]
    asked = ["brief", *where, "--product", "press-line", "--paper", "letter"]
    locked = ["--password-file", str(password)]
    assert cli.run([*asked, *locked, "--format", "docx"]) == cli.REFUSED
    assert cli.run([*asked, *locked]) == cli.DONE
    (made,) = out.iterdir()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made)
    with pikepdf.open(made, password="harbour lantern") as opened:
        assert [float(n) for n in opened.pages[0].mediabox] == [0, 0, 612, 792]
    password.write_text(" ")
    assert cli.run([*asked, *locked]) == cli.REFUSED
    assert "No password could be read from “password.txt”" in capsys.readouterr().err


def test_a_brief_follows_a_template_and_a_password_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder, out, house = tmp_path / "workspace", tmp_path / "out", tmp_path / "house.docx"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        put_in_sample(store)
    styled = docx.Document()
    styled.styles["Normal"].font.name = "Garamond"
    styled.save(str(house))
    where = ["--workspace", str(folder), "--dialogue", "Round 4, Kanazawa", "--out", str(out)]
    asked = ["brief", *where, "--product", "press-line"]
    assert cli.run([*asked, "--template", str(house), "--format", "docx"]) == cli.DONE
    with zipfile.ZipFile(out / "press-line-en.docx") as made:
        assert "Garamond" in made.read("word/styles.xml").decode()
    monkeypatch.setenv("DIALOGUEPREP_PDF_PASSWORD", "harbour lantern")
    assert cli.run(asked) == cli.DONE
    assert sorted(path.name for path in out.iterdir()) == [
        "press-line-en-v2.pdf",
        "press-line-en.docx",
    ]


def test_a_sheet_for_translators_goes_out_and_what_came_back_is_listed(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder, sheet = tmp_path / "workspace", tmp_path / "sheet.docx"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        dialogue = dialogues.read(store, put_in_sample(store))
        with store.step("Title") as step:
            dialogues.put(step, replace(dialogue, titles=Texts.of(en="Small steps")))
    where = ["--workspace", str(folder), "--dialogue", "Round 4, Kanazawa", "--json"]
    assert cli.run(["texts", "sheet", *where, "--lang", "ja", "--out", str(sheet)]) == cli.DONE
    assert json.loads(capsys.readouterr().out) == {"file": str(sheet), "texts": 1, "stayed": []}
    assert cli.run(["texts", "compare", str(sheet), *where]) == cli.DONE
    assert json.loads(capsys.readouterr().out)["edits"] == []
    asked = ["brief", *where, "--out", str(tmp_path), "--product", "key-findings"]
    assert cli.run([*asked, "--format", "docx"]) == cli.DONE
    capsys.readouterr()
    draft = docx.Document(str(tmp_path / "key-findings-en.docx"))
    (first, *_) = (p for p in draft.paragraphs if p.style.name == "Brief Finding")
    first.runs[-1].text = first.runs[-1].text.replace("before a storm", "before storms")
    first.insert_paragraph_before("Ferries should be told as well.", first.style)
    draft.save(str(tmp_path / "back.docx"))
    back = ["texts", "compare-draft", str(tmp_path / "back.docx"), *where]
    assert cli.run([*back, "--product", "key-findings"]) == cli.DONE
    edits = json.loads(capsys.readouterr().out)["edits"]
    assert [(e["kind"], e["title"], e["accepting"]) for e in edits] == [
        ("new", "Finding 1", "finding before"),
        ("reworded", "Finding 1", None),
    ]


def test_a_heading_that_the_sheet_of_designations_does_not_use_is_named(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder = tmp_path / "workspace"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        dialogue = dialogues.read(store, put_in_sample(store))
        titles = Texts.of(en="Calm in the Sea of Japan")
        with store.step("Title") as step:
            dialogues.put(step, replace(dialogue, titles=titles))
    where = ["--workspace", str(folder), "--dialogue", "Round 4, Kanazawa", "--format", "docx"]
    asked = ["brief", *where, "--out", str(tmp_path), "--product", "chairs-summary"]
    assert cli.run(asked) == cli.DONE
    assert "“Sea of Japan”: not settled" in capsys.readouterr().err


def test_a_programme_is_compared_with_the_agenda(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder = tmp_path / "workspace"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        put_in_sample(store)
    asked = ["--workspace", str(folder), "--dialogue", "Round 4, Kanazawa"]
    out = ["--product", "programme", "--format", "docx", "--out", str(tmp_path)]
    assert cli.run(["brief", *asked, *out]) == cli.DONE
    capsys.readouterr()
    made = next(tmp_path.glob("programme*.docx"))
    assert cli.run(["agenda", "compare", str(made), *asked, "--json"]) == cli.DONE
    assert json.loads(capsys.readouterr().out) == {"file": made.name, "edits": []}


def test_an_event_is_closed_with_a_folder_that_can_be_checked(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIALOGUEPREP_KEY", "07" * 32)
    folder, out = tmp_path / "workspace", tmp_path / "event"
    with workspace.create(folder, Key.raw(bytes([7]) * 32), "Test") as store:
        put_in_sample(store)
    asked = ["close-event", "--workspace", str(folder), "--dialogue", "Round 4, Kanazawa"]
    asked += ["--out", str(out)]
    assert cli.run(asked) == cli.REFUSED
    assert "Choose at least one product" in capsys.readouterr().err
    chosen = ["--product", "key-findings", "--lang", "en", "--format", "docx", "--json"]
    assert cli.run([*asked, *chosen]) == cli.DONE
    made = json.loads(capsys.readouterr().out)
    assert [Path(f["file"]).relative_to(out).as_posix() for f in made["files"]] == [
        "documents/key-findings-en.docx"
    ]
    assert made["new"] == ["key-findings-en.docx"]
    assert cli.run(["check-manifest", str(out)]) == cli.DONE
    assert capsys.readouterr().out == "All 2 files are as they were.\n"
    (out / "documents/key-findings-en.docx").write_bytes(b"other")
    assert cli.run(["check-manifest", str(out)]) == cli.REFUSED
    assert "  changed  documents/key-findings-en.docx" in capsys.readouterr().out
    assert cli.run([*asked, *chosen]) == cli.REFUSED
    assert "something in “event” already" in capsys.readouterr().err


def test_a_wrong_key_is_trouble_with_status_2(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "workspace"
    workspace.create(folder, Key.raw(bytes([7]) * 32), "Test").close()
    monkeypatch.setenv("DIALOGUEPREP_KEY", "08" * 32)
    asked = ["brief", "--workspace", str(folder), "--product", "programme", "--out", str(tmp_path)]
    assert cli.run([*asked, "--dialogue", "Any"]) == cli.TROUBLED
    assert "does not open the workspace" in capsys.readouterr().err


def test_the_documented_example_is_what_is_printed(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    documented = (Path(__file__).parent.parent / "docs/command_line.md").read_text("utf-8")
    blocks = documented.split("```json\n")[1:]
    people, printed, _, proposed = (block.split("```")[0] for block in blocks)
    monkeypatch.chdir(tmp_path)
    words = "Dr. Sato asked for a hotline. The Japanese academic agreed."
    Path("notes.md").write_text(words, encoding="utf-8")
    Path("roster.json").write_text(people, encoding="utf-8")
    cli.run(["screen", "notes.md", "--roster", "roster.json", "--json"])
    assert json.loads(capsys.readouterr().out) == json.loads(printed)
    Path("report.txt").write_text("Ports should share tide data.\nIt rained.", encoding="utf-8")
    cli.run(["library", "import", "report.txt", "--dry-run", "--json"])
    assert json.loads(capsys.readouterr().out) == json.loads(proposed)
