"""Home with very many dialogues: the latest of each phase, the open one, and all when asked."""

from __future__ import annotations

from datetime import date

from opened import shown
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dialogueprep.domain.dialogue import Phase
from dialogueprep.store import dialogues, notes
from dialogueprep.store.driver import run
from dialogueprep.ui.pages.home import MOST, HomePage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.layout import box, column

TODAY = date(2026, 11, 3)
MANY = MOST + 8


def planned(session: Session) -> None:
    """Plan many dialogues, one each year."""
    with session.store.step("Plan") as step:
        for n in range(MANY):
            sql = "INSERT INTO dialogues (id, first_day, phase) VALUES (?, ?, 'closed')"
            run(step.db, sql, [f"d{n:02}", f"{2000 + n}-05-11"])


def closed(page: HomePage) -> list[str]:
    return [each.card.id for each in page._cards[list(Phase).index(Phase.CLOSED)]]


def more(page: HomePage) -> list[Button]:
    return [each for each in page.findChildren(Button) if "earlier dialogue" in each.text()]


def test_the_latest_and_the_open_one_have_cards_and_all_when_asked(
    qtbot: QtBot, empty_session: Session
) -> None:
    planned(empty_session)
    empty_session.choose(dialogues.ids(empty_session.store)[-1])
    page = shown(qtbot, HomePage(empty_session, lambda: TODAY))
    latest = [f"d{n:02}" for n in range(MANY)][::-1]
    assert closed(page) == [*latest[:MOST], "d00"]
    (button,) = more(page)
    assert button.text() == f"Show {MANY - MOST - 1} earlier dialogues"
    button.click()
    assert closed(page) == latest
    assert not [each for each in more(page) if each.isVisible()]


def test_reading_home_again_leaves_the_keyboard_in_a_field_elsewhere(
    qtbot: QtBot, empty_session: Session
) -> None:
    planned(empty_session)
    page, field = HomePage(empty_session, lambda: TODAY), QLineEdit()
    window = box(column(field, page))
    shown(qtbot, window)
    page.begin()
    field.setFocus()
    page.refresh()
    assert window.focusWidget() is field


def test_a_dialogue_reads_the_same_alone_among_some_and_among_all(sample_session: Session) -> None:
    store = sample_session.store
    (it,) = dialogues.every(store)
    assert dialogues.read(store, it.id) == it
    assert dialogues.some(store, [it.id, "none"]) == (it,)
    assert dialogues.names(store) == {it.id: it.names}
    assert dialogues.phases(store) == ((it.id, it.phase),)
    taken = notes.of_dialogue(store, it.id)
    assert notes.count(store, it.id) == sum(not n.draft for n in taken)
    behind = {note for (note,) in run(store.db, "SELECT note FROM finding_notes")}
    unused = [n for n in taken if not (n.private or n.draft) and n.id not in behind]
    assert notes.count_unused(store, it.id) == len(unused)
