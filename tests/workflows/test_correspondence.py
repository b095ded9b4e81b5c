"""Letters, calendars and papers as files: whole, discreet, and without a word about themselves."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from shared_key import KEY

from dialogueprep.commands import houses, scheduling, versions
from dialogueprep.commands import invitations as commands
from dialogueprep.domain import room_papers
from dialogueprep.domain.briefs.blocks import Missing, Paper
from dialogueprep.domain.calendars import Writing
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.letters import Letter, LetterKind, language_for, letter
from dialogueprep.domain.people import AT_TABLE, Affiliation, Standing
from dialogueprep.domain.room_papers import OnTop
from dialogueprep.domain.table_plan import TableShape, seated
from dialogueprep.exchange.letter_writer import letters_docx
from dialogueprep.exchange.readback import read_parts
from dialogueprep.store import agenda, dialogues, people, workspace
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import correspondence
from dialogueprep.workflows.correspondence import Correspondence

TODAY = date(2026, 9, 1)


@pytest.fixture
def store(prepared_workspace: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(prepared_workspace, tmp_path / "workspace")
    with workspace.open(tmp_path / "workspace", KEY) as opened:
        dialogue = dialogues.every(opened)[0].id
        everybody = [p.id for p in people.participations(opened, dialogue)]
        commands.move(opened, dialogue, everybody[:4], lambda _s: Standing.INVITED, TODAY)
        yield opened


@pytest.fixture
def it(store: Store) -> Correspondence:
    return correspondence.gather(store, dialogues.every(store)[0].id, TODAY)


def _letters(it: Correspondence, kind: LetterKind) -> list[Letter]:
    invited = [p for p in it.people if p.standing is Standing.INVITED]
    made: list[Letter] = []
    for who in invited:
        language = language_for(who, it.dialogue)
        made.append(letter(who, it.template(kind, language), language, it.occasion))
    return made


def _text(path: Path) -> str:
    return "\n".join(p.text for p in read_parts(path) if p.name == "word/document.xml")


def test_each_person_gets_a_file_whose_name_tells_nobody(
    it: Correspondence, tmp_path: Path
) -> None:
    letters = _letters(it, LetterKind.INVITATION)
    made = correspondence.write_letters(letters, LetterKind.INVITATION, tmp_path / "out")
    assert [m.path.name for m in made] == [f"invitation-0{n}.docx" for n in range(1, 5)]
    for each, told in zip(made, letters, strict=True):
        assert each.who == told.who
        assert told.who.person.name.native in _text(each.path)


def test_a_letter_says_what_its_preview_says(it: Correspondence, tmp_path: Path) -> None:
    told = _letters(it, LetterKind.REMINDER)[0]
    (made,) = correspondence.write_letters([told], LetterKind.REMINDER, tmp_path)
    assert "".join(_text(made.path).split()) == "".join(told.text.split())


def test_all_letters_may_stand_in_one_file_and_names_in_names(
    it: Correspondence, tmp_path: Path
) -> None:
    letters = _letters(it, LetterKind.INVITATION)
    (one,) = correspondence.write_letters(letters, LetterKind.INVITATION, tmp_path, together=True)
    assert one.path.name == "invitations.docx"
    pages = zipfile.ZipFile(one.path).read("word/document.xml").count(b"w:pageBreakBefore")
    assert pages == len(letters) - 1
    named = correspondence.write_letters(letters, LetterKind.INVITATION, tmp_path, named=True)
    assert named[0].path.name == "invitation-01-shen-yuheng.docx"


def test_letters_say_nothing_about_who_made_them(it: Correspondence, tmp_path: Path) -> None:
    letters = _letters(it, LetterKind.INVITATION)
    made = correspondence.write_letters(letters, LetterKind.INVITATION, tmp_path)
    with zipfile.ZipFile(made[0].path) as archive:
        assert "docProps/app.xml" not in archive.namelist()
        assert {e.date_time[:3] for e in archive.infolist()} == {(1980, 1, 1)}
        core = archive.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "modified" not in core


def test_no_letter_is_written_while_one_lacks_something(it: Correspondence, tmp_path: Path) -> None:
    letters = _letters(it, LetterKind.INVITATION)
    wrong = letter(letters[0].who, "Hello {nmae}", "en", it.occasion)
    with pytest.raises(Refused, match="letter-unresolved"):
        correspondence.write_letters([*letters, wrong], LetterKind.INVITATION, tmp_path / "out")
    lacking = letter(replace(letters[0].who, invitation=it.people[-1].invitation),
                     "By {answer_by}", "en", it.occasion)  # fmt: skip
    with pytest.raises(Refused, match="letter-without-field"):
        correspondence.write_letters([lacking], LetterKind.INVITATION, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_own_paper_keeps_its_looks_and_takes_the_words(it: Correspondence, tmp_path: Path) -> None:
    told = _letters(it, LetterKind.INVITATION)[0]
    paper = _paper(tmp_path / "paper.docx", ["Our house", "Ref {da", "te}", "{letter}"])
    (made,) = correspondence.write_letters(
        [told], LetterKind.INVITATION, tmp_path / "out", paper=paper
    )
    text = _text(made.path)
    assert text.startswith("Our house")
    assert "{" not in text
    assert told.text.split("\n")[0] in text


def test_paper_without_a_place_for_the_letter_is_refused(
    it: Correspondence, tmp_path: Path
) -> None:
    told = _letters(it, LetterKind.INVITATION)[0]
    bare = _paper(tmp_path / "bare.docx", ["Our house"])
    (tmp_path / "no.docx").write_bytes(b"not a zip")
    for paper in (bare, tmp_path / "no.docx", tmp_path / "nowhere.docx"):
        with pytest.raises(Refused, match="template-unsuitable"):
            correspondence.write_letters(
                [told], LetterKind.INVITATION, tmp_path / "out", paper=paper
            )
    assert not list((tmp_path / "out").glob("*.docx"))


def _paper(path: Path, words: list[str]) -> Path:
    """Make a Word file of the writer's own with other paragraphs, a field cut across runs."""
    blank = letters_docx([], "Paper")
    runs = [f"<w:p><w:r><w:t>{w}</w:t></w:r></w:p>" for w in words]
    body = "".join(runs).replace("{da</w:t></w:r></w:p><w:p>", "{da</w:t></w:r>")
    path.write_bytes(blank)
    with zipfile.ZipFile(path) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    document = members["word/document.xml"].decode().replace("<w:body>", f"<w:body>{body}")
    members["word/document.xml"] = document.encode()
    members["docProps/app.xml"] = b"<Properties><Company>Secret</Company></Properties>"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_calendar_has_the_items_of_its_person_only(it: Correspondence, tmp_path: Path) -> None:
    who = it.people[0]
    (made,) = correspondence.write_calendars(it, [who], tmp_path, lambda _p: Writing("en"))
    mine = {a.item for a in it.occasion.attendances if a.participation == who.id}
    content = made.path.read_bytes().replace(b"\r\n ", b"").decode()
    for slot in it.occasion.slots:
        if slot.item.kind.has_terms:
            assert (f"UID:{slot.item.id}" in content) == (slot.item.id in mine)


def _lines(path: Path) -> str:
    return path.read_bytes().replace(b"\r\n ", b"").decode()


def _circulated_then_dropped(store: Store) -> tuple[Correspondence, AgendaItem]:
    """Circulate the agenda, set its first numbered item aside, and circulate it again."""
    dialogue = dialogues.every(store)[0].id
    versions.circulate(store, dialogue, date(2026, 8, 1))
    gone = next(i for i in agenda.of_dialogue(store, dialogue) if i.kind.numbered)
    scheduling.set_aside(store, [gone.id])
    versions.circulate(store, dialogue, date(2026, 8, 9))
    return correspondence.gather(store, dialogue, TODAY), gone


def test_each_state_of_an_agenda_gives_a_higher_sequence(store: Store, tmp_path: Path) -> None:
    dialogue, found = dialogues.every(store)[0].id, list[int]()

    def write(name: str) -> None:
        it = correspondence.gather(store, dialogue, TODAY)
        (made,) = correspondence.write_programme(it, tmp_path / name, Writing("en"))
        numbers = set(re.findall(r"SEQUENCE:(\d+)", _lines(made.path)))
        assert len(numbers) == 1
        found.append(int(numbers.pop()))

    write("draft")
    versions.circulate(store, dialogue, TODAY)
    write("first")
    gone = next(i for i in agenda.of_dialogue(store, dialogue) if i.kind.numbered)
    scheduling.set_aside(store, [gone.id])
    write("after the first")
    versions.circulate(store, dialogue, TODAY)
    write("second")
    assert found == sorted(set(found))


def test_an_item_that_a_later_version_drops_is_cancelled_for_who_had_it(
    store: Store, tmp_path: Path
) -> None:
    it, gone = _circulated_then_dropped(store)
    attending = {a.participation for a in it.occasion.attendances if a.item == gone.id}
    (whole,) = correspondence.write_programme(it, tmp_path, Writing("en"))
    assert _cancelled(_lines(whole.path)) == [gone.id]
    coming = [p for p in it.people if p.standing in AT_TABLE]
    mine = next(p for p in coming if p.id in attending)
    (made,) = correspondence.write_calendars(it, [mine], tmp_path / "one", lambda _p: Writing("en"))
    told = _lines(made.path)
    assert _cancelled(told) == [gone.id]
    assert f"SUMMARY:Cancelled: {gone.titles.best('en')}" in told
    for other in [p for p in coming if p.id not in attending][:1]:
        (made,) = correspondence.write_calendars(
            it, [other], tmp_path / "two", lambda _p: Writing("en")
        )
        assert not _cancelled(_lines(made.path))


def test_a_discreet_calendar_cancels_without_a_topic(store: Store, tmp_path: Path) -> None:
    it, gone = _circulated_then_dropped(store)
    (made,) = correspondence.write_programme(it, tmp_path, Writing("en", discreet=True))
    assert "SUMMARY:Cancelled: Meeting" in _lines(made.path)
    assert gone.titles.best("en") not in _lines(made.path)


def _cancelled(content: str) -> list[str]:
    events = content.split("BEGIN:VEVENT")[1:]
    return [re.findall(r"UID:(\S+)", e)[0] for e in events if "STATUS:CANCELLED" in e]


def test_letters_calendars_and_the_sheet_bear_the_version(store: Store, tmp_path: Path) -> None:
    it, _gone = _circulated_then_dropped(store)
    said = "Version 2 of 9 August 2026, replaces version 1"
    (made,) = correspondence.write_programme(it, tmp_path, Writing("en"))
    assert said.replace(",", "\\,") in _lines(made.path)
    (calendar,) = correspondence.write_programme(
        it, tmp_path / "discreet", Writing("en", discreet=True)
    )
    assert said.replace(",", "\\,") in _lines(calendar.path)
    who = next(p for p in it.people if p.standing in AT_TABLE)
    told = letter(who, it.template(LetterKind.CONFIRMATION, "en"), "en", it.occasion)
    (written,) = correspondence.write_letters([told], LetterKind.CONFIRMATION, tmp_path)
    assert said in _text(written.path)
    (sheet,) = correspondence.write_pdf(
        tmp_path, "sheet.pdf", correspondence.sign_in(it, [who], "en", ["1"])
    )
    assert said in "\n".join(p.text for p in read_parts(sheet.path))


def test_papers_of_the_room_call_a_host_as_it_is_called_elsewhere(it: Correspondence) -> None:
    host = it.dialogue.hosts[0]
    own, in_japanese = host.names.best("en"), host.names.best("ja")
    assert own != in_japanese
    who = replace(it.people[0], affiliation=Affiliation(name=own))
    sheet = room_papers.sign_in(it.dialogue, [who], (), "ja", it.naming)
    assert [row[2].text for _label, rows in sheet.groups for row in rows] == [in_japanese]
    (plate,) = room_papers.plates([who], "ja", affiliation=True, hosts=it.dialogue.hosts)
    assert plate.below.text == in_japanese


def test_a_discreet_calendar_names_no_topic(it: Correspondence, tmp_path: Path) -> None:
    writing = Writing("en", discreet=True)
    (made,) = correspondence.write_programme(it, tmp_path, writing)
    content = made.path.read_bytes().replace(b"\r\n ", b"").decode()
    titles = [s.item.titles.best("en") for s in it.occasion.slots if s.item.kind.has_terms]
    assert not any(title in content for title in titles)
    assert it.dialogue.names.best("en") not in content


def test_papers_of_the_room_are_pdfs_with_a_title_and_nothing_else(
    it: Correspondence, tmp_path: Path
) -> None:
    there = seated(it.people)
    for name, content in (
        ("plates.pdf", correspondence.plates(it, there, "en", on_top=OnTop.NATIVE)),
        ("sign.pdf", correspondence.sign_in(it, it.people, "ja", ["1", "2"])),
        ("plan.pdf", correspondence.plan(it, there, "ko", TableShape.U_SHAPE)),
    ):
        (made,) = correspondence.write_pdf(tmp_path, name, content)
        parts = {p.name: p.text for p in read_parts(made.path)}
        assert "\n" not in parts["info"].strip()
        words = "".join(t for n, t in parts.items() if n.startswith("page"))
        assert all(p.person.name.family.casefold() in words.casefold() for p in there)


def test_letters_and_papers_have_the_paper_of_the_documents(store: Store, tmp_path: Path) -> None:
    dialogue = dialogues.every(store)[0].id
    houses.set_look(store, dialogue, Paper.LETTER, Missing.REFUSE)
    it = correspondence.gather(store, dialogue, TODAY)
    there = seated(it.people)
    upright, across = [0, 0, 612, 792], [0, 0, 792, 612]
    for content, box in (
        (correspondence.plates(it, there[:2], "en"), upright),
        (correspondence.sign_in(it, it.people, "ja", ["1"]), upright),
        (correspondence.sign_in(it, it.people, "ja", ["1", "2", "3"]), across),
        *((correspondence.plan(it, there, "ko", shape), across) for shape in TableShape),
    ):
        with pikepdf.open(BytesIO(content)) as made:
            assert [float(side) for side in made.pages[0].mediabox] == box
    (made,) = correspondence.write_letters(
        _letters(it, LetterKind.INVITATION), LetterKind.INVITATION, tmp_path,
        together=True, size=it.paper,
    )  # fmt: skip
    with zipfile.ZipFile(made.path) as archive:
        assert '<w:pgSz w:w="12240" w:h="15840"/>' in archive.read("word/document.xml").decode()


def test_a_plate_bears_the_name_on_both_sides(it: Correspondence, tmp_path: Path) -> None:
    who = it.people[0]
    (made,) = correspondence.write_pdf(
        tmp_path, "plates.pdf", correspondence.plates(it, [who], "en", affiliation=True)
    )
    words = next(p.text for p in read_parts(made.path) if p.name == "page 1")
    assert words.count(who.person.name.native) == 2
    assert words.count(who.affiliation.name) == 2


def test_a_sheet_for_five_hundred_has_everybody_once(it: Correspondence, tmp_path: Path) -> None:
    many = [replace(it.people[n % len(it.people)]) for n in range(500)]
    (made,) = correspondence.write_pdf(tmp_path, "sign.pdf", correspondence.sign_in(it, many, "en"))
    pages = [p.text for p in read_parts(made.path) if p.name.startswith("page ")]
    name = it.people[0].person.name.native
    assert sum(text.count(name) for text in pages) == sum(
        p.person.name.native == name for p in many
    )
