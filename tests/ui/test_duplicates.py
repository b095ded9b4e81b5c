"""The duplicates, worked through by keys; and what linked variants look like in the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from dialogueprep.domain.dialogue import Phase
from dialogueprep.domain.library import (
    Dimension,
    Format,
    Passage,
    PassageId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    SourceKind,
    TopicId,
)
from dialogueprep.domain.likeness import Likeness, saying
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, library, pairs
from dialogueprep.store.step import new_id
from dialogueprep.ui.dialogs.duplicates import DuplicatesDialog
from dialogueprep.ui.likeness_work import LookForPairs
from dialogueprep.ui.models.pair_queue import PairQueue
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.entry_variants import EntryVariants
from dialogueprep.workflows.duplicates import ToCompare

ENGLISH = Texts.of(en="Share data on berths between ports")
AGAIN = Texts.of(en="Exchange of berth data")
CHINESE = Texts.of(zh="港口共享泊位信息并建立供应链预警")
SAID = {
    "english": (
        ENGLISH,
        Texts.of(en="Ports exchange berth data and arrivals daily, with early warning for chips."),
    ),
    "again": (AGAIN, Texts.of(en="Daily exchange of arrivals and berth data among ports.")),
    "chinese": (CHINESE, Texts.of(zh="港口应共享信息，并建立半导体预警。")),
}


@pytest.fixture
def made(sample_session: Session) -> dict[str, Recommendation]:
    """Return three proposals of three sources that say the same, put into the library."""
    store = sample_session.store
    topic = library.topics(store)[0].id
    found: dict[str, Recommendation] = {}
    with store.step("Put") as step:
        for name, (titles, texts) in SAID.items():
            source = Source(
                id=SourceId(new_id()),
                title=f"Report {name}",
                publisher=f"Institute {name}",
                published=date(2026, 3, 2),
                kind=SourceKind.REPORT,
            )
            library.put_source(step, source)
            passage = Passage(id=PassageId(new_id()), source=source.id, locator="p. 3")
            found[name] = Recommendation(
                id=RecommendationId(new_id()), topic=topic, titles=titles, texts=texts,
                dimension=Dimension.ECONOMIC, formats=(Format("China-Japan-ROK"),),
                passages=(passage,), tags=("ports",),
            )  # fmt: skip
            library.put_recommendation(step, found[name])
    return found


@pytest.fixture
def dialog(qtbot, sample_session: Session, made: dict[str, Recommendation]) -> DuplicatesDialog:
    """Return the duplicates once they are found."""
    it = DuplicatesDialog(None, sample_session, made["english"].topic)
    qtbot.addWidget(it)
    with qtbot.waitExposed(it):
        it.show()
    qtbot.waitUntil(lambda: not it._searching, timeout=20_000)
    assert it.pairs.rows
    return it


def pair(made: dict[str, Recommendation], one: str, other: str) -> frozenset[str]:
    return frozenset((made[one].id, made[other].id))


def open_pairs(dialog: DuplicatesDialog) -> set[frozenset[str]]:
    return {row.id for row in dialog.pairs.rows}


def choose(dialog: DuplicatesDialog, which: frozenset[str]) -> None:
    assert dialog.pairs.list.choose(which)


def test_pairs_stand_side_by_side_with_their_reason(dialog, made) -> None:
    choose(dialog, pair(made, "english", "again"))
    assert "berth" in dialog.pair.reason
    titles = {side.accessibleName() for side in dialog.pair.sides}
    assert titles == {ENGLISH.best("en"), AGAIN.best("en")}
    choose(dialog, pair(made, "english", "chinese"))
    assert "预警" in dialog.pair.reason
    assert "early warning" in dialog.pair.reason


def test_v_links_as_variant_and_ctrl_z_brings_the_pair_back(qtbot, dialog, made) -> None:
    which = pair(made, "english", "again")
    choose(dialog, which)
    before = dialog.pairs.rows
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_V)
    store = dialog._session.store
    assert made["again"].id in pairs.variants(store)[made["english"].id]
    assert which not in open_pairs(dialog)
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not pairs.variants(store)
    assert dialog.pairs.rows == before
    assert dialog.pairs.chosen.id == which
    assert not dialog.undo_button.isEnabled()


def test_n_is_remembered_and_can_be_taken_back_later(qtbot, dialog, made) -> None:
    which = pair(made, "english", "chinese")
    choose(dialog, which)
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_N)
    store = dialog._session.store
    assert which in pairs.settled(store)
    dialog.pairs.which.setFocus()
    qtbot.keyClick(dialog.pairs.which, Qt.Key.Key_Right)
    assert open_pairs(dialog) == {which}
    assert dialog.take_back.isVisible()
    assert not dialog.variant.isVisible()
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_T)
    assert not pairs.settled(store)
    assert not dialog.pairs.rows
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert which in pairs.settled(store)
    assert open_pairs(dialog) == {which}


def test_m_shows_what_stays_s_swaps_and_enter_merges(qtbot, dialog, made) -> None:
    which = pair(made, "english", "chinese")
    choose(dialog, which)
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_M)
    first = dialog.preview.kept.entry.id
    qtbot.keyClick(dialog.preview.button, Qt.Key.Key_S)
    kept, gone = dialog.preview.kept.entry.id, dialog.preview.gone.entry.id
    assert {kept, gone} == which
    assert gone == first
    qtbot.keyClick(dialog.preview.button, Qt.Key.Key_Return)
    store = dialog._session.store
    found = {r.id: r for r in library.recommendations(store)}
    assert gone not in found
    assert {t.language for t in found[kept].titles.entries} == {"en", "zh"}
    assert len({p.source for p in found[kept].passages}) == 2
    assert all(gone not in row.id for row in dialog.pairs.rows)
    assert frozenset((kept, made["again"].id)) in open_pairs(dialog)
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert gone in {r.id for r in library.recommendations(store)}
    assert which in open_pairs(dialog)


def test_a_merge_that_is_refused_says_why_in_place(qtbot, dialog, made) -> None:
    store = dialog._session.store
    used = next(i for i in agenda.of_dialogue(store, dialog._session.dialogue) if i.topic)
    topic = library.some_topics(store, [used.topic])[used.topic]
    twin = replace(topic, id=TopicId(new_id()), ratings=(), questions=(), passages=())
    with store.step("Close") as step:
        library.put_topic(step, twin)
        dialogue = dialogues.read(store, dialog._session.dialogue)
        dialogues.put(step, replace(dialogue, phase=Phase.CLOSED))
    like = Likeness(str(twin.id), str(topic.id), 0.9, "same-title", {"percent": 90})
    dialog.queue = PairQueue([like], {e.id: saying(e) for e in (topic, twin)})
    dialog._show()
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_M)
    if dialog.preview.kept.entry.id == topic.id:
        qtbot.keyClick(dialog.preview.button, Qt.Key.Key_S)
    qtbot.keyClick(dialog.preview.button, Qt.Key.Key_Return)
    assert topic.titles.best("en") in dialog.refused.accessibleName()
    assert like.pair in open_pairs(dialog)


def test_esc_leaves_the_merge_first_and_the_window_then(qtbot, dialog, made) -> None:
    choose(dialog, pair(made, "english", "again"))
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_M)
    qtbot.keyClick(dialog.preview.button, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.variant.isVisible()
    qtbot.keyClick(dialog.pairs.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_scopes_tell_languages_and_the_topic_apart(qtbot, dialog, made) -> None:
    def picked(scope: QComboBox, words: str) -> set[frozenset[str]]:
        scope.setCurrentText(words)
        scope.activated.emit(scope.currentIndex())
        return open_pairs(dialog)

    scope, every = dialog.pairs.scope, open_pairs(dialog)
    within = picked(scope, "Within one language")
    across = picked(scope, "Across languages")
    assert pair(made, "english", "again") in within
    assert pair(made, "english", "chinese") in across
    assert within | across == every
    assert not within & across
    known = {str(r.id) for r in library.recommendations(dialog._session.store)}
    here = picked(scope, "Of the selected topic")
    mine = {str(each.id) for each in made.values()}
    assert pair(made, "english", "again") in here
    assert all(each & (mine | known) for each in here)
    assert here < every


def test_a_search_that_is_cancelled_says_so(qtbot, sample_session) -> None:
    it = DuplicatesDialog(None, sample_session)
    qtbot.addWidget(it)
    it.show()
    with qtbot.waitSignal(it.work.cancelled, timeout=20_000):
        qtbot.mouseClick(it.searching.cancel, Qt.MouseButton.LeftButton)
    assert it.nothing.currentWidget().isVisible()
    assert not it.pairs.rows
    assert not it.variant.isEnabled()


@pytest.fixture
def begun(qtbot, sample_session: Session, made, monkeypatch) -> DuplicatesDialog:
    """Return the duplicates while they are looked for; what is found is said by the test."""
    monkeypatch.setattr(LookForPairs, "start", lambda _work: None)
    it = DuplicatesDialog(None, sample_session)
    qtbot.addWidget(it)
    with qtbot.waitExposed(it):
        it.show()
    it.activateWindow()
    it.searching.cancel.setFocus()
    return it


FACTS = {"language": "en", "words": ("berth",), "percent": 50}


def like(made, one: str, other: str, score: float) -> Likeness:
    return Likeness(made[one].id, made[other].id, score, "same-words", FACTS)


def test_pairs_come_while_others_are_sought_and_what_is_chosen_stays(qtbot, begun, made) -> None:
    what = ToCompare(tuple(map(saying, made.values())))
    begun.work.some.emit(what, (like(made, "english", "again", 0.6),))
    assert [row.id for row in begun.pairs.rows] == [pair(made, "english", "again")]
    assert begun.strip.isVisible() and begun.pair.isVisible() and begun.variant.isEnabled()
    assert begun.pairs.list.hasFocus()
    better = like(made, "english", "chinese", 0.9), like(made, "again", "chinese", 0.5)
    begun.work.some.emit(what, better)
    order = [("english", "chinese"), ("english", "again"), ("again", "chinese")]
    assert [row.id for row in begun.pairs.rows] == [pair(made, *each) for each in order]
    assert begun.chosen.id == pair(made, "english", "again")
    qtbot.keyClick(begun.pairs.list, Qt.Key.Key_N)
    begun.show_merge()
    every = (like(made, "english", "again", 0.6), *better)
    begun.work.done.emit(what, every)
    assert begun.preview.isVisible() and not begun.strip.isVisible()
    assert [row.id for row in begun.pairs.rows] == [pair(made, *order[n]) for n in (0, 2)]
    qtbot.keyClick(begun, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in begun.pairs.rows] == [pair(made, *each) for each in order]


def test_what_was_found_stays_when_the_search_is_cancelled(qtbot, begun, made) -> None:
    what = ToCompare(tuple(map(saying, made.values())))
    begun.work.some.emit(what, (like(made, "english", "again", 0.6),))
    begun.strip.cancel.setFocus()
    begun.work.cancelled.emit()
    assert len(begun.pairs.rows) == 1 and begun.pair.isVisible()
    assert not begun.strip.isVisible() and begun.pairs.list.hasFocus()


def test_a_merge_counts_for_pairs_that_are_found_later(made) -> None:
    queue, said = PairQueue(), {it.id: saying(it) for it in made.values()}
    queue.take([like(made, "english", "again", 0.6)], said)
    queue.merged(pair(made, "english", "again"), made["again"].id, made["english"].id)
    queue.take([like(made, "again", "chinese", 0.5)], said)
    assert [it.pair for it in queue.pairs] == [pair(made, "english", "chinese")]
    assert queue.back() == pair(made, "english", "again")
    assert [it.score for it in queue.pairs] == [0.6, 0.5]


def test_an_empty_library_has_no_duplicates_to_look_for(qtbot, empty_session) -> None:
    page = LibraryPage(empty_session)
    qtbot.addWidget(page)
    words = {c.words for part in page.parts for c in part.commands()}
    assert "Find duplicates" not in words


def test_variants_show_in_the_detail_and_open(qtbot, sample_session, made) -> None:
    page = LibraryPage(sample_session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert "Find duplicates" in {c.words for part in page.parts for c in part.commands()}
    page.show_subject(made["english"].topic)
    block = page.detail.findChild(EntryVariants)
    assert block.isHidden()
    with sample_session.store.step("Link") as step:
        pairs.put(step, made["english"].id, made["again"].id, pairs.VARIANT)
    block = next(b for b in page.detail.findChildren(EntryVariants) if not b.isHidden())
    links = [b for b in block.findChildren(Button) if not b.isHidden()]
    assert links[0].toolTip().endswith(("Institute again", "Institute english"))
    with qtbot.waitSignal(sample_session.page_wanted) as wanted:
        qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert wanted.args[0] == "library"
    assert wanted.args[1] in {made["english"].id, made["again"].id}
