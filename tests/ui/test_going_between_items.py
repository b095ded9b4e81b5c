"""Going from item to item: painted once, nothing left of the item before, nothing kept too long."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from opened import go, item, notes_page
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import notes as commands
from dialogueprep.commands import phrases as phrase_commands
from dialogueprep.domain.dialogue import AgendaItem, Terms
from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.domain.notes import Attribution, Note, NoteId, NoteKind
from dialogueprep.store import notes
from dialogueprep.store.step import new_id
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.note_row import ItemRows
from dialogueprep.ui.models import notes_shown
from dialogueprep.ui.models.note_rows import ItemRow, NoteRow
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.still_pictures import StillPictures
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.note_choices import AttributionRow

MANY = 120


class _Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    page = notes_page(qtbot, sample_session, "Disaster")
    page.resize(1280, 752)  # in a narrower one the items are a drawer
    qtbot.waitUntil(page.items.isVisible)
    page.items.setFocus()
    return page


def add(session: Session, at: AgendaItem, said: str) -> Note:
    note = Note(id=NoteId(new_id()), item=at.id, kind=NoteKind.POINT, text=said)
    with session.store.step("Elsewhere") as step:
        notes.put(step, note)
    return note


def fill(session: Session, at: AgendaItem) -> None:
    with session.store.step("Fill") as step:
        for number in range(MANY):
            said = f"Remark {number} on tides, ports and pilots, and what they need to know early"
            notes.put(step, Note(id=NoteId(new_id()), item=at.id, kind=NoteKind.POINT, text=said))


def on_screen(page: QWidget) -> QImage:
    """Return what has been painted on the window as it came, piece by piece."""
    picture = page.screen().grabWindow(page.winId()).toImage()
    return picture.convertToFormat(QImage.Format.Format_RGB32)


def anew(page: QWidget) -> QImage:
    """Return the window painted as a whole."""
    return seen(page)


def texts(page: NotesPage) -> list[str]:
    return [r.note.text for r in page.list.rows.rows if isinstance(r, NoteRow)]


def all_keys_down(qtbot: QtBot, page: NotesPage) -> Iterator[str]:
    """Go down item by item by key; yield the title of each, as soon as the key is done with."""
    rows = [r for r in page.items.left_rows.rows if isinstance(r, ItemRow)]
    page.items.choose(rows[0].id)
    for row in rows[1:]:
        qtbot.keyClick(page.items, Qt.Key.Key_Down)
        QApplication.sendPostedEvents()
        assert page.subject == row.id
        yield row.title


def settle(page: NotesPage) -> None:
    while page._beside.soon.isActive() or page.list.later._turn.isActive():
        QApplication.processEvents()
    QApplication.processEvents()


def test_nothing_of_the_item_before_stays_on_the_screen(
    qtbot: QtBot, sample_session: Session, page: NotesPage
) -> None:
    fill(sample_session, item(page, "Green"))
    titles = []
    for title in all_keys_down(qtbot, page):
        titles.append(title)
        QApplication.processEvents()
        assert on_screen(page) == anew(page), title
        settle(page)
        assert on_screen(page) == anew(page), title
    assert len(titles) > 10


def test_a_change_at_the_item_that_is_shown_is_seen_everywhere(
    sample_session: Session, page: NotesPage
) -> None:
    here = item(page, "Disaster")
    sample_session.run(agenda_commands.stricter_from_here, here, Terms.NO_QUOTATION)
    QApplication.processEvents()
    assert page.middle.terms.terms is Terms.NO_QUOTATION
    assert page.middle.terms.accessibleName() == "No quotation, no delegation"
    assert on_screen(page) == anew(page)
    chance = random.Random(1)
    there = item(page, "Disaster")
    sample_session.run(commands.close_item, there, keep_order=True, chance=chance)
    QApplication.processEvents()
    assert on_screen(page) == anew(page)
    sample_session.undo()
    sample_session.undo()
    QApplication.processEvents()
    assert page.middle.terms.terms is here.terms_in_force
    assert on_screen(page) == anew(page)


def test_the_list_is_painted_once_and_at_its_end(
    qtbot: QtBot, sample_session: Session, page: NotesPage
) -> None:
    fill(sample_session, item(page, "Low birth"))
    go(page, "Coffee")  # nothing of the list or the line is shown there
    settle(page)
    page.items.setFocus()
    painted = _Painted(page.list.viewport())
    qtbot.keyClick(page.items, Qt.Key.Key_Down)
    bar = page.list.verticalScrollBar()
    assert page.list.isVisible()
    assert bar.value() == bar.maximum() > 0
    first = page.list.indexAt(QPoint(60, 4))
    assert first.isValid() and first.row() > 0  # rows fill the view, and there are others above
    QApplication.processEvents()
    assert painted.times == 1
    settle(page)
    assert bar.value() == bar.maximum()


def test_only_rows_that_changed_are_painted(
    qtbot: QtBot, page: NotesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    plain = ItemRows.paint_row

    def counted(rows: ItemRows, p: QPainter, w: int, h: int, value: object, state: object) -> None:
        if rows.region is not None:  # not set ahead for a later painting
            painted.append(value.id)  # type: ignore[attr-defined]
        plain(rows, p, w, h, value, state)  # type: ignore[arg-type]

    settle(page)
    page.items.setFocus()
    before = page.subject
    QApplication.processEvents()
    monkeypatch.setattr(ItemRows, "paint_row", counted)
    qtbot.keyClick(page.items, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(painted))
    assert sorted(painted) == sorted([str(before), str(page.subject)])


def test_a_note_that_came_elsewhere_is_there_when_one_goes_there(
    sample_session: Session, page: NotesPage
) -> None:
    go(page, "Low birth")
    go(page, "Disaster")
    other = item(page, "Low birth")
    page.hide()
    note = add(sample_session, other, "Said while nobody looked")
    page.show_subject(other.id)
    assert "Said while nobody looked" in texts(page)
    page.show_subject(item(page, "Disaster").id)
    with sample_session.store.step("Elsewhere") as step:
        notes.put(step, replace(note, text="Said in other words"))
    page.show_subject(other.id)
    assert "Said in other words" in texts(page)
    sample_session.undo()
    page.show_subject(other.id)
    assert "Said while nobody looked" in texts(page)


def test_a_draft_is_found_where_it_was_left_and_as_it_was_changed_meanwhile(
    qtbot: QtBot, sample_session: Session, page: NotesPage
) -> None:
    field = page.editor.field
    page.begin()
    for letter in "a line":
        qtbot.keyClick(field, letter)
    there = item(page, "Disaster").id
    go(page, "Low birth")
    assert field.text() == ""
    taken = notes.of_item(sample_session.store, there)
    (draft,) = [n for n in taken if n.draft]
    assert draft.text == "a line"
    go(page, "Disaster")
    assert (field.text(), field.textCursor().position()) == ("a line", 6)
    go(page, "Low birth")
    with sample_session.store.step("Merged") as step:
        notes.put(step, replace(draft, text="another line"))
    go(page, "Disaster")
    assert field.text() == "another line"
    sample_session.undo()
    assert field.text() == "a line"


def test_what_waits_outside_the_workspace_is_read_at_each_move(
    sample_session: Session, page: NotesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    plain = notes_shown.again

    def counted(store: object, shown: notes_shown.Shown) -> notes_shown.Shown:
        read.append(shown)
        return plain(store, shown)  # type: ignore[arg-type]

    monkeypatch.setattr(notes_shown, "again", counted)
    go(page, "Low birth")
    assert not read  # nothing has changed
    waiting = sample_session.store.rescue.waiting
    monkeypatch.setitem(waiting, "0" * 32, None)
    go(page, "Disaster")
    assert len(read) == 1
    monkeypatch.delitem(waiting, "0" * 32)
    go(page, "Low birth")
    assert len(read) == 2  # what waited does no longer
    go(page, "Disaster")
    assert len(read) == 2


def test_house_phrases_follow_a_change_and_its_undo(
    sample_session: Session, page: NotesPage
) -> None:
    known = page.editor.field.phrases
    new = Phrase("tt", "tide tables")
    phrase_commands.keep(sample_session.store, known, "", new)
    go(page, "Low birth")
    assert new in page.editor.field.phrases
    sample_session.undo()
    go(page, "Disaster")
    assert page.editor.field.phrases == known
    assert page.list.phrases == known


def seen(view: QWidget) -> QImage:
    """Return a part of the window as it is painted."""
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(chips: AttributionRow) -> QImage:
    """Return the attributions painted on their ground, without any picture that is kept."""
    picture = QImage(chips.size(), QImage.Format.Format_RGB32)
    picture.fill(theme.colours().shade)
    p = QPainter(picture)
    chips.paint_chips(p)
    p.end()
    return picture


def test_pictures_of_attributions_are_those_of_what_is_shown(
    sample_session: Session, page: NotesPage, look: Theme
) -> None:
    chips = page.editor.chips
    held = [o.attribution for o in chips.offers if o.holds]
    for value in (None, held[0], held[1], replace(held[1], count=list(type(held[1].count))[-1])):
        chips.show_value(value)
        assert seen(chips) == painted_anew(chips), value
    chips.show_value(Attribution(delegation=held[1].delegation, broad=held[0].broad))
    assert seen(chips) == painted_anew(chips)
    chips.show_value(None)
    usual = seen(chips)
    for scheme in ("dark", "light"):
        look.apply(scheme, "en", 1.0)
        assert seen(chips) == painted_anew(chips)
    assert seen(chips) == usual


def test_another_language_shows_its_own_words(page: NotesPage, look: Theme) -> None:
    chips, kinds, terms = page.editor.chips, page.editor.kinds, page.middle.terms
    english = [seen(each) for each in (chips, kinds, terms)]
    words.use("ja")
    look.apply("light", "ja", 1.0)
    go(page, "Low birth")
    japanese = [seen(each) for each in (chips, kinds, terms)]
    assert all(a != b for a, b in zip(english, japanese, strict=True))
    assert seen(chips) == painted_anew(chips)
    assert terms.accessibleDescription() not in ("", "What was said may leave. No speaker is kept.")


def test_the_picture_that_was_used_least_is_forgotten(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(8, 8)
    made: list[str] = []
    pictures = StillPictures(view, most=2)

    def show(name: str) -> QColor:
        picture = pictures.picture(name, name, lambda _p: made.append(name))
        return picture.toImage().pixelColor(3, 3)

    for name in ("ink", "paper", "ink", "shade", "ink", "paper"):
        assert show(name) == getattr(theme.colours(), name)
    assert made == ["ink", "paper", "shade", "paper"]
    assert len(pictures) == 2
    view.resize(0, 8)
    assert pictures.picture("ink", "ink", lambda _p: made.append("none")).isNull()
    assert made == ["ink", "paper", "shade", "paper"]


def test_the_ring_of_an_item_goes_round_its_card(qtbot: QtBot, page: NotesPage) -> None:
    def look() -> QImage:
        page.items.viewport().update()
        return page.items.viewport().grab(card).toImage()

    card = page.items.visualRect(page.items.currentIndex())
    ringed = look()
    page.editor.field.setFocus()
    plain = look()
    changed = [
        x
        for x in range(plain.width())
        if any(plain.pixel(x, y) != ringed.pixel(x, y) for y in range(plain.height()))
    ]
    assert changed and min(changed) >= 7  # the card begins at 8
