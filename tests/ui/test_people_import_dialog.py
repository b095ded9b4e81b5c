"""People are looked through, put right and taken in, by keyboard and by mouse; one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands.directory import NameList, order_names
from dialogueprep.domain.name_sorting import ListOrder, Sorting
from dialogueprep.domain.newcomers import Decision
from dialogueprep.exchange.people_reader import all_people_of, open_people
from dialogueprep.store import people
from dialogueprep.ui.dialogs.people_import import PeopleImportDialog
from dialogueprep.ui.dialogs.roster_export import RosterExportDialog
from dialogueprep.ui.pages.participants import ParticipantsPage
from dialogueprep.ui.pages.people import PeoplePage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.empty import OfferButton
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.people_exchange import PeopleExchange
from dialogueprep.workflows.roster_export import For, export

Key = Qt.Key
ROSTER = (
    "姓名;单位;国家;T-shirt\nWEN Zhiyuan (温志远);燕青院;中国;M\nHong Gil Dong;Naru;Korea;L\n;x;;\n"
)


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session) -> PeopleImportDialog:
    made = PeopleImportDialog(None, sample_session, sample_session.open_dialogue())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def read(qtbot: QtBot, dialog: PeopleImportDialog, file: Path) -> None:
    dialog.read_file(file)
    qtbot.waitUntil(lambda: dialog.job is None)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    file = tmp_path / "list.csv"
    file.write_bytes(ROSTER.encode("gb18030"))
    return file


def count(session: Session) -> int:
    dialogue = session.dialogue
    return len(people.participations(session.store, dialogue)) if dialogue else 0


def test_people_are_taken_into_directory_and_dialogue_and_one_undo_takes_them_back(
    qtbot: QtBot, dialog: PeopleImportDialog, sample_session: Session, roster: Path
) -> None:
    before = (count(sample_session), people.persons(sample_session.store))
    read(qtbot, dialog, roster)
    assert dialog.take.text() == "Take in 2"
    qtbot.keyClick(dialog.view.preview.list, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.written is not None
    assert dialog.written.parts == 2
    assert count(sample_session) == before[0] + 2
    sample_session.store.undo()
    assert (count(sample_session), people.persons(sample_session.store)) == before


def test_who_agreed_to_be_named_is_asked_where_the_file_does_not_say_it(
    qtbot: QtBot, dialog: PeopleImportDialog, sample_session: Session, tmp_path: Path
) -> None:
    said = tmp_path / "said.csv"
    said.write_text("Name,Consent to participant list\nWEN Zhiyuan,yes\nMA Yuting,no\n", "utf-8")
    read(qtbot, dialog, said)
    assert not dialog.options.agreed.isVisible()
    assert [t.newcomer.part.listed_for_participants for t in dialog.state.taken()] == [True, False]
    silent = tmp_path / "silent.csv"
    silent.write_text("Name,Institution\nWEN Zhiyuan,MU\n", "utf-8")
    read(qtbot, dialog, silent)
    assert not any(t.newcomer.part.listed_for_participants for t in dialog.state.taken())
    qtbot.mouseClick(dialog.options.agreed, Qt.MouseButton.LeftButton)
    assert all(t.newcomer.part.listed_for_participants for t in dialog.state.taken())


def test_names_are_swapped_and_rows_left_out_by_keys(
    qtbot: QtBot, dialog: PeopleImportDialog, roster: Path
) -> None:
    read(qtbot, dialog, roster)
    rows = dialog.view.preview.list
    rows.choose(3)
    qtbot.keyClick(rows, Key.Key_S)
    found = rows.value()
    assert (found.newcomer.person.name.family, found.newcomer.guessed) == ("Gil Dong", True)
    qtbot.keyClick(rows, Key.Key_Space)
    assert rows.value().decision is Decision.LEAVE
    assert dialog.take.text() == "Take in 1"
    qtbot.keyClick(rows, Key.Key_N)
    assert rows.value().decision is Decision.NEW


def test_another_field_for_a_column_reads_the_list_again_and_keeps_decisions(
    qtbot: QtBot, dialog: PeopleImportDialog, roster: Path
) -> None:
    read(qtbot, dialog, roster)
    dialog.view.preview.list.choose(3)
    dialog.view.preview.decide(Decision.LEAVE)
    dialog.view.columns._pick(3, "diet")
    qtbot.waitUntil(lambda: dialog.job is None)
    first = dialog.state.rows[0].newcomer
    assert first is not None
    assert first.part.logistics.diet == "M"
    assert dialog.take.text() == "Take in 1"


def test_another_encoding_reads_the_file_again(
    qtbot: QtBot, dialog: PeopleImportDialog, roster: Path
) -> None:
    read(qtbot, dialog, roster)
    assert dialog.options.encoding.value == "gb18030"
    dialog.options.reread.emit("big5", ";")
    qtbot.waitUntil(lambda: dialog.job is None)
    assert dialog.options.encoding.value == "big5" or dialog.views.currentIndex() == 0


def test_somebody_who_is_there_is_shown_beside_and_not_added_again(
    qtbot: QtBot, dialog: PeopleImportDialog, sample_session: Session, tmp_path: Path
) -> None:
    dialogue = sample_session.dialogue
    assert dialogue is not None
    file = tmp_path / "again.xlsx"
    export(sample_session.store, dialogue, file, audience=For.ORGANISERS, contacts=True)
    read(qtbot, dialog, file)
    assert all(row.known is not None for row in dialog.state.rows)
    before = count(sample_session), len(people.persons(sample_session.store))
    dialog.take_in()
    assert (count(sample_session), len(people.persons(sample_session.store))) == before


def test_a_picture_is_refused_in_place(
    qtbot: QtBot, dialog: PeopleImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    read(qtbot, dialog, file)
    assert dialog.views.currentIndex() == 0
    assert not dialog.take.isVisible()


def test_a_file_is_dropped_and_words_are_pasted(
    qtbot: QtBot, dialog: PeopleImportDialog, roster: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(roster))])
    dialog.dropEvent(
        QDropEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    qtbot.waitUntil(lambda: dialog.job is None)
    assert len(dialog.state.rows) == 3
    QGuiApplication.clipboard().setText("Prof. SHEN Yuheng (沈昱衡), Institute of Ports, China")
    dialog.paste()
    qtbot.waitUntil(lambda: dialog.job is None)
    assert len(dialog.state.rows) == 1


def test_contacts_stay_behind_unless_ticked_and_a_tick_warns(
    qtbot: QtBot, sample_session: Session
) -> None:
    asked = RosterExportDialog(None, {For.PARTICIPANTS: 3, For.ORGANISERS: 5})
    qtbot.addWidget(asked)
    with qtbot.waitExposed(asked):
        asked.show()
    assert asked.export.text() == "Export 3 people"
    assert not asked._warnings["contacts"].isVisible()
    qtbot.mouseClick(asked.contacts, Qt.MouseButton.LeftButton)
    qtbot.keyClick(asked.audience, Key.Key_Right)
    assert asked._warnings["contacts"].isVisible()
    assert asked.export.text() == "Export 5 people"


def test_participants_get_only_those_who_agreed_and_no_contacts(
    sample_session: Session, tmp_path: Path
) -> None:
    dialogue = sample_session.dialogue
    assert dialogue is not None
    n = export(sample_session.store, dialogue, tmp_path / "a.csv")
    agreed = [
        p
        for p in people.participations(sample_session.store, dialogue)
        if p.listed_for_participants
    ]
    assert n <= len(agreed)
    read_back = all_people_of(open_people(tmp_path / "a.csv"))
    assert all(not p.person.email and p.part.sector is None for p in read_back.newcomers)


def test_a_roster_leaves_in_the_order_that_is_asked_for_or_chosen(
    sample_session: Session, tmp_path: Path
) -> None:
    dialogue = sample_session.dialogue
    assert dialogue is not None
    store, file = sample_session.store, tmp_path / "a.csv"

    def families(**asked: object) -> list[str]:
        export(store, dialogue, file, audience=For.ORGANISERS, **asked)  # pyright: ignore
        it = all_people_of(open_people(file))
        return [p.person.name.family for p in it.newcomers if p.part.delegation == "JP"]

    added = families()
    kana = families(order=Sorting.KANA)
    assert kana != added
    assert kana == ["Ashina", "Ogurisu", "Senaha", "Tsukumo", "Niwase", "Majima"]
    orders = {"en": ListOrder(Sorting.KANA)}
    sample_session.run(order_names, dialogue, [NameList.ROSTER], orders, capitals=True)
    assert families() == kana


@pytest.mark.parametrize("kind", [ParticipantsPage, PeoplePage])
def test_the_first_people_can_be_taken_in_from_the_empty_page(
    kind: type[ParticipantsPage | PeoplePage],
    qtbot: QtBot,
    empty_session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = kind(empty_session)
    qtbot.addWidget(page)
    opened: list[object] = []
    monkeypatch.setattr(PeopleExchange, "take_in", lambda part: opened.append(part.parent()))
    offer = next(b for b in page.findChildren(OfferButton) if "file" in b.accessibleName())
    offer.click()
    assert opened == [page]


def test_a_name_in_one_script_stands_once_above_its_row(
    qtbot: QtBot, dialog: PeopleImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("氏名,所属\r\n佐藤 一郎,海洋研究所\r\n".encode("cp932"))
    read(qtbot, dialog, file)
    said = [label.text() for label in dialog.findChildren(Label)]
    assert "佐藤 一郎" in said
    assert "佐藤 一郎 佐藤 一郎" not in said


def test_a_table_of_a_word_file_is_pasted_with_cells_of_several_lines(
    qtbot: QtBot, dialog: PeopleImportDialog
) -> None:
    cells = "<tr><td>Name</td><td>Institution</td></tr>"
    cells += "<tr><td><p>SHEN Yuheng</p><p>沈昱衡</p></td><td><p>Port</p><p>Institute</p></td></tr>"
    held = QMimeData()
    held.setText("Name\tInstitution\nSHEN Yuheng\n沈昱衡\tPort\nInstitute\n")
    held.setHtml(f"<html><body><table>{cells}</table></body></html>")
    QGuiApplication.clipboard().setMimeData(held)
    qtbot.mouseClick(dialog.from_clipboard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.job is None)
    (row,) = dialog.state.rows
    assert row.newcomer is not None
    assert row.newcomer.person.name.native == "沈昱衡"
    assert row.newcomer.part.affiliation.name == "Port, Institute"


def test_a_name_in_one_script_stands_once_above_its_parts(
    qtbot: QtBot, dialog: PeopleImportDialog
) -> None:
    dialog.read_words("姓名\t单位\n周芷涵\t星河研究所\n")
    qtbot.waitUntil(lambda: dialog.job is None)
    heads = [label.text() for label in dialog.findChildren(Label) if "芷涵" in label.text()]
    assert "周芷涵" in heads
    assert not [words for words in heads if words.count("芷涵") > 1]
