"""Several topics changed at once: what they share is shown, applied in one step, and undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import bulk
from dialogueprep.domain.library import Dimension, Format, Topic, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.store import bulk as store_bulk
from dialogueprep.store import library
from dialogueprep.store.library_listing import Listing
from dialogueprep.ui import large_steps
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.large_step import LargeStep
from dialogueprep.ui.dialogs.several import ChangeSeveral
from dialogueprep.ui.models.library_holdings import Holdings
from dialogueprep.ui.page import Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.library_acts import LibraryActs
from dialogueprep.ui.widgets.several_part import SeveralPart

TODAY = date(2026, 11, 3)
Key, Left, Check = Qt.Key, Qt.MouseButton.LeftButton, Qt.CheckState


class Shelf:
    """A library page of which some topics are selected."""

    def __init__(self, session: Session, topics: tuple[TopicId, ...]) -> None:
        self.page, self._topics = Page(session), topics
        self.held = Holdings()

    def selected(self) -> tuple[TopicId, ...]:
        return self._topics

    def listed(self) -> tuple[TopicId, ...]:
        return self._topics


def topics(session: Session) -> list[Topic]:
    return list(library.topics(session.store)[:12])


def opened(qtbot: QtBot, session: Session, chosen: list[Topic]) -> ChangeSeveral:
    names = library.tag_names(session.store)
    dialog = ChangeSeveral(None, session, [t.id for t in chosen], names, TODAY)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def test_what_some_share_is_a_bar_and_goes_round_by_space(
    qtbot: QtBot, sample_session: Session
) -> None:
    chosen = topics(sample_session)
    dialog = opened(qtbot, sample_session, chosen)
    slug = next(t.tags[0] for t in chosen if t.tags)
    box = dialog.tags.boxes[slug]
    n = sum(slug in t.tags for t in chosen)
    assert (box.checkState(), box.accessibleDescription()) == (
        Check.PartiallyChecked, f"{n} of 12 have it",
    )  # fmt: skip
    seen = []
    for _ in range(3):
        qtbot.keyClick(box, Key.Key_Space)
        seen.append(box.checkState())
    assert seen == [Check.Checked, Check.Unchecked, Check.PartiallyChecked]
    every = {f for t in chosen for f in t.formats}
    for each, made in dialog.formats.boxes.items():
        assert (made.checkState() is Check.Unchecked) == (each not in every)


def test_all_is_applied_in_one_step(qtbot: QtBot, sample_session: Session) -> None:
    chosen = topics(sample_session)
    before = {t.id: t for t in library.topics(sample_session.store)}
    depth = sample_session.store.undo_depth
    dialog = opened(qtbot, sample_session, chosen)
    slug = next(t.tags[0] for t in chosen if t.tags)
    box = dialog.tags.boxes[slug]
    qtbot.keyClick(box, Key.Key_Space)
    qtbot.keyClick(box, Key.Key_Space)
    dialog.more_tags.line.setFocus()
    qtbot.keyClicks(dialog.more_tags.line, "Green growth")
    dialog.dimension.setFocus()
    security = next(n for n, d in enumerate(dialog.dimension._values) if d is Dimension.SECURITY)
    dialog.dimension.setCurrentIndex(security)
    qtbot.mouseClick(dialog.set_due, Left)
    qtbot.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert dialog.done_with is not None
    assert dialog.done_with.changed == 12
    assert sample_session.store.undo_depth == depth + 1
    ids = {t.id for t in chosen}
    for each in library.topics(sample_session.store):
        if each.id in ids:
            assert each.dimension is Dimension.SECURITY
            assert slug not in each.tags
            assert "green-growth" in each.tags
            assert {r.review_by for r in each.ratings} <= {dialog.due.day()}
            assert [r.value for r in each.ratings] == [r.value for r in before[each.id].ratings]
        else:
            assert each == before[each.id]
    sample_session.store.undo()
    assert {t.id: t for t in library.topics(sample_session.store)} == before


def test_nothing_chosen_is_said_in_place(qtbot: QtBot, sample_session: Session) -> None:
    depth = sample_session.store.undo_depth
    dialog = opened(qtbot, sample_session, topics(sample_session))
    qtbot.mouseClick(dialog.apply, Left)
    assert dialog.isVisible()
    assert dialog.says.text() == "Nothing was chosen yet that would change the entries."
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert sample_session.store.undo_depth == depth


def test_their_recommendations_come_along_and_what_was_chosen_stays(
    qtbot: QtBot, sample_session: Session
) -> None:
    chosen = topics(sample_session)
    ids = bulk.with_recommendations(sample_session.store, [t.id for t in chosen])
    dialog = opened(qtbot, sample_session, chosen)
    qtbot.keyClick(dialog.formats.boxes[Format("US-Japan-ROK")], Key.Key_Space)
    qtbot.mouseClick(dialog.also, Left)
    assert dialog.apply.text() == f"Change {len(ids)} entries"
    assert dialog.formats.boxes[Format("US-Japan-ROK")].isChecked()
    assert dialog.says.text() == "1 format changed"
    qtbot.mouseClick(dialog.apply, Left)
    entries = {r.id: r for r in library.recommendations(sample_session.store)}
    assert all("US-Japan-ROK" in entries[i].formats for i in ids if i in entries)


def test_removal_asks_and_says_what_goes(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = topics(sample_session)
    asked: list[str] = []

    def say_yes(_parent: object, title: str, sentence: str, _verb: str) -> bool:
        asked.extend((title, sentence))
        return True

    monkeypatch.setattr(Confirm, "ask", say_yes)
    dialog = opened(qtbot, sample_session, chosen)
    qtbot.mouseClick(dialog.remove, Left)
    assert asked[0] == "Remove 12 topics"
    assert "recommendations go with them" in asked[1]
    assert not {t.id for t in chosen} & {t.id for t in library.topics(sample_session.store)}


def test_the_part_offers_itself_for_several_and_says_what_was_done(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = tuple(t.id for t in topics(sample_session))
    assert not SeveralPart(sample_session, Shelf(sample_session, ids[:1])).commands()
    shelf = Shelf(sample_session, ids)
    qtbot.addWidget(shelf.page)
    (command,) = SeveralPart(sample_session, shelf, lambda: TODAY).commands()
    assert command.words == "Change 12 topics"

    def choose(dialog: ChangeSeveral) -> int:
        dialog.show()
        dialog.more_tags._take_written("climate")
        qtbot.mouseClick(dialog.apply, Left)
        return dialog.result()

    monkeypatch.setattr(ChangeSeveral, "exec", choose)
    with qtbot.waitSignal(sample_session.removed) as said:
        command.act()
    assert said.args == ["Changed 12 entries"]


def test_new_tags_are_called_as_they_were_written(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session, topics(sample_session))
    dialog.more_tags.line.setText("绿色 增长")
    qtbot.mouseClick(dialog.apply, Left)
    names = library.tag_names(sample_session.store)
    assert Texts.of(zh="绿色 增长") in names.values()


def test_tab_reaches_the_boxes_where_they_stand(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session, topics(sample_session))
    dialog.also.click()  # the boxes are made anew
    dialog.also.setFocus()
    boxes = list(dialog.tags.boxes.values())
    qtbot.waitUntil(boxes[-1].isVisible)
    for each in (*boxes, dialog.more_tags.line):
        qtbot.keyClick(dialog.focusWidget() or dialog, Key.Key_Tab)
        assert dialog.focusWidget() is each
    before = dialog.apply.previousInFocusChain()
    assert before is not None
    assert before not in dialog.formats.boxes.values()


def test_removing_very_many_says_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, store = Page(sample_session), sample_session.store
    with qtbot.waitExposed(page):
        page.show()
    acts = LibraryActs(sample_session, page, lambda: TODAY)
    monkeypatch.setattr(large_steps, "_SOON", 0)
    monkeypatch.setattr(large_steps, "_BREATH", 0)
    monkeypatch.setattr(store_bulk, "_MANY", 1)
    mine, seen, listed = [t.id for t in library.topics(store)], [], []

    def cancel() -> None:
        window = QApplication.activeModalWidget()
        seen.append(window)
        listed.append(_titles(store.listing))
        qtbot.keyClick(window, Key.Key_Escape)

    QTimer.singleShot(0, cancel)
    acts.remove_several(mine)
    assert isinstance(seen[0], LargeStep)
    assert (len(library.topics(store)), store.undo_label) == (len(mine), None)
    assert listed[0] != _titles(store.listing) == _titles(Listing(store.db))  # nothing half read
    acts.remove_several(mine)
    assert not library.topics(store)
    QTimer.singleShot(0, cancel)
    sample_session.undo()
    assert not library.topics(store)
    sample_session.undo()
    assert len(library.topics(store)) == len(mine)
    qtbot.addWidget(page)


def _titles(listing: Listing) -> list[tuple[str, ...]]:
    listing.catch_up("en", TODAY)
    return listing.names
