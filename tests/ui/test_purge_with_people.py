"""The preview of a purge offers to remove the people who are in no other dialogue, off at first."""

from __future__ import annotations

from datetime import date

import pytest
from opened import shown
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from texts_held import holders

from dialogueprep.commands import life
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.store import dialogues, people, rows
from dialogueprep.store.workspace import Store
from dialogueprep.ui.dialogs.destroy import DestroyDialog
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.window import MainWindow

TODAY = date(2026, 11, 22)


def dialog(qtbot: QtBot, session: Session, what: What = What.DIALOGUE) -> DestroyDialog:
    of = session.open_dialogue()
    assert of
    return shown(qtbot, DestroyDialog(None, session, of, what, TODAY), 640, 720)


def said(it: DestroyDialog) -> str:
    """Return what stands in the dialog and is not hidden."""
    shown_ones = [each for each in it.findChildren(Paragraph) if not each.isHidden()]
    return "\n".join(each.accessibleName() for each in shown_ones if each.isVisibleTo(it))


def another(store: Store, *who: str) -> None:
    with store.step("Another") as step:
        row = {"id": "9" * 32, "first_day": "2027-01-01", "series": None}
        rows.insert(step, "dialogues", row)
        for number, person in enumerate(who):
            part = {"dialogue": row["id"], "person": person, "delegation": "KR"}
            rows.insert(step, "participations", {"id": f"part {number}", **part})


@pytest.fixture
def session(sample_session: Session) -> Session:
    sample_session.choose(dialogues.every(sample_session.store)[0].id)
    return sample_session


def test_the_choice_is_off_names_who_would_go_and_counts_who_stays(
    qtbot: QtBot, session: Session
) -> None:
    one, two, *others = people.persons(session.store)
    another(session.store, one.id, two.id)
    it = dialog(qtbot, session)
    assert it.along and not it.along.also.isChecked() and not it.along.chosen
    assert it.along.also.text() == f"Remove also {len(others)} people who are in no other dialogue"
    names = it.along.names.accessibleName().replace("\N{NO-BREAK SPACE}", " ")
    assert names == ", ".join(each.name.listed for each in others)
    assert "2 people stay: in another dialogue" in said(it)
    assert "People stay in the directory." in said(it)
    assert "People in the directory" not in said(it)


def test_ticked_it_says_what_goes_too_and_unticked_again_nothing_is_left_of_it(
    qtbot: QtBot, session: Session
) -> None:
    it = dialog(qtbot, session)
    before = said(it)
    assert it.along
    it.along.also.setFocus()
    qtbot.keyClick(it.along.also, Qt.Key.Key_Space)
    assert "People in the directory" in said(it)
    assert "People stay in the directory." not in said(it)
    qtbot.keyClick(it.along.also, Qt.Key.Key_Space)
    assert said(it) == before


@pytest.mark.parametrize("along", [False, True])
def test_people_go_only_if_it_is_ticked(qtbot: QtBot, session: Session, *, along: bool) -> None:
    known = people.persons(session.store)
    it = dialog(qtbot, session)
    assert it.along
    it.along.also.setChecked(along)
    it.typed.setText(it._name)
    it.take.click()
    assert it.act and it.act.done
    assert it.act.destroyed.get("persons", 0) == (len(known) if along else 0)
    assert people.persons(session.store) == (() if along else known)
    page = it.view.accessibleName() + said(it)
    assert not [each for each in known if each.name.listed in page]


def test_where_everybody_is_elsewhere_nothing_is_offered(qtbot: QtBot, session: Session) -> None:
    known = people.persons(session.store)
    another(session.store, *(each.id for each in known))
    it = dialog(qtbot, session)
    assert it.along and it.along.also.parent() is None and not it.along.chosen
    assert f"{len(known)} people stay: in another dialogue" in said(it)


def test_destroying_notes_says_nothing_of_people(qtbot: QtBot, session: Session) -> None:
    assert dialog(qtbot, session, What.NOTES).along is None


def test_tab_comes_to_the_choice_before_the_name(qtbot: QtBot, session: Session) -> None:
    it = dialog(qtbot, session)
    assert it.along
    it.along.also.setFocus()
    qtbot.keyClick(it, Qt.Key.Key_Tab)
    assert it.typed.hasFocus()


def test_no_page_holds_a_name_of_who_was_removed(
    qtbot: QtBot, qapp: QApplication, look: Theme, machine: MachineSettings, session: Session
) -> None:
    others = qapp.topLevelWidgets()
    window = MainWindow(machine, look, finder)
    qtbot.addWidget(window)
    window.show_session(session)
    with qtbot.waitActive(window):
        window.show()
    frame, store = window.frame, session.store
    assert frame and session.dialogue
    for name in ("people", "participants", "home"):
        frame.go(name)
        settle()
    family = next(p.name.family for p in people.persons(store) if p.name.family == "Ashina")
    assert holders(family, besides=others) or holders(family.upper(), besides=others)
    target = Target(What.DIALOGUE, session.dialogue)
    alone = life.preview(store, target).alone
    assert alone
    life.destroy(store, Order(target, people=alone.ids), TODAY)
    settle()
    assert holders(family, besides=others) == holders(family.upper(), besides=others) == []
    frame.go("people")
    assert frame.current == "people"
    window.close()


def settle() -> None:
    """Let what was put off happen, and what was let go end."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
