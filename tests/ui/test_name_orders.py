"""The order of names is chosen for a list and a language, with the list as it will be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import directory
from dialogueprep.commands.directory import NameList
from dialogueprep.domain.briefs.blocks import Audience, plain
from dialogueprep.domain.briefs.participant_list import compose
from dialogueprep.domain.name_sorting import ListOrder, Sorting
from dialogueprep.exchange.strokes_reader import read_strokes
from dialogueprep.ui.dialogs.name_orders import NameOrdersDialog
from dialogueprep.ui.models.roster_grid import read_roster
from dialogueprep.ui.models.roster_order import order_said
from dialogueprep.ui.session import Session
from dialogueprep.workflows.values import material_of


def opened(qtbot: QtBot, session: Session) -> NameOrdersDialog:
    dialogue = session.open_dialogue()
    assert dialogue is not None
    dialog = NameOrdersDialog(None, session, dialogue)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_strokes_are_chosen_by_keyboard_and_the_list_shows_them(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = opened(qtbot, sample_session)
    choice = dialog.sortings["zh"]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    choice.show_value(Sorting.STROKES)
    choice.picked.emit(Sorting.STROKES)
    qtbot.keyClick(dialog.grouped["zh"], Qt.Key.Key_Space)
    assert dialog.shown.value == "zh"
    assert dialog.names[0].startswith("小栗栖直人")
    assert dialog.sentence.accessibleName()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert sample_session.dialogue is not None
    naming = directory.naming_of(
        sample_session.store, sample_session.dialogue, NameList.PARTICIPANTS
    )
    assert naming.order("zh") == ListOrder(Sorting.STROKES, grouped=False)
    usual = directory.naming_of(sample_session.store, sample_session.dialogue, NameList.PLATES)
    assert usual.order("zh").sorting is Sorting.PINYIN


def test_the_roster_follows_once_an_order_is_chosen(sample_session: Session) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    before = [r.id for r in read_roster(sample_session.store, dialogue).rows]
    chosen = {"en": ListOrder(Sorting.STROKES)}
    directory.order_names(
        sample_session.store, dialogue.id, [NameList.ROSTER], chosen, capitals=True
    )
    now = read_roster(sample_session.store, dialogue).rows
    han = [r.part.person.name.native[0] for r in now if r.part.delegation == "CN"]
    strokes = [read_strokes().of(c) for c in han]
    assert strokes == sorted(strokes, key=lambda s: s or (99, ""))
    sample_session.undo()
    assert [r.id for r in read_roster(sample_session.store, dialogue).rows] == before


def test_one_order_for_all_lists_is_one_step(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session)
    dialog.capitals.click()
    assert "Shen Yuheng" in " ".join(dialog.names)
    dialog.every_list.click()
    dialog.done_button.click()
    dialogue = sample_session.dialogue
    assert dialogue is not None
    store = sample_session.store
    assert not any(directory.naming_of(store, dialogue, x).capitals for x in NameList)
    sample_session.undo()
    assert all(directory.naming_of(store, dialogue, x).capitals for x in NameList)


def test_the_participant_list_follows_and_says_its_order(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue, store = sample_session.dialogue, sample_session.store
    assert dialogue is not None
    chosen = {"zh": ListOrder(Sorting.STROKES, grouped=False)}
    directory.order_names(store, dialogue, [NameList.PARTICIPANTS], chosen, capitals=False)
    material = material_of(store, dialogue)
    brief = compose(material, "zh", Audience.PARTICIPANTS)
    tables = [b for b in brief.blocks if hasattr(b, "rows")]
    first = plain(tables[0].rows[0][0])
    assert len(first) > 1 and "SHEN" not in " ".join(plain(r[0]) for r in tables[0].rows)
    assert len(tables) < len(compose(material, "ja", Audience.PARTICIPANTS).blocks)


def test_the_page_says_the_order_that_was_chosen_for_its_roster(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    store, people = sample_session.store, read_roster(sample_session.store, dialogue).at_table
    assert order_said(store, dialogue.id, people) == ""
    orders = {"en": ListOrder(Sorting.STROKES)}
    sample_session.run(directory.order_names, dialogue.id, [NameList.ROSTER], orders, capitals=True)
    said = order_said(store, dialogue.id, people)
    assert said.startswith("Within each group, names are in the order of strokes")
