from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as commands
from dialogueprep.domain.notes import Column, Finding, Note, Proposal, Support
from dialogueprep.domain.texts import Texts, TextState
from dialogueprep.store import findings, notes, people
from dialogueprep.ui.models.finding_notes import NoteGroup, NoteLine
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.finding_card import CardList

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> FindingsPage:
    return shown(qtbot, sample_session)


def shown(qtbot: QtBot, session: Session) -> FindingsPage:
    page = FindingsPage(session)
    qtbot.addWidget(page)
    page.resize(1400, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.desk.board.take_keyboard()
    return page


def found(page: FindingsPage) -> tuple[Finding, ...]:
    assert page.session.dialogue
    return findings.of_dialogue(page.session.store, page.session.dialogue)


def of_column(page: FindingsPage, column: Column) -> list[Finding]:
    return [f for f in found(page) if f.column is column]


def one(page: FindingsPage, finding: str) -> Finding:
    return next(f for f in found(page) if f.id == finding)


def unused(page: FindingsPage) -> Note:
    used = {n for f in found(page) for n in f.notes}
    assert page.desk._board
    return next(n for n in page.desk._board.notes if n.id not in used)


def column(page: FindingsPage, placed: Column) -> CardList:
    return page.desk.board.lists[placed]


def on_card(page: FindingsPage, finding: Finding, down: float = 0.5) -> QPoint:
    """A place on the screen on a card, this far down."""
    cards = column(page, finding.column)
    rect = cards.rect_of(finding.id)
    return cards.viewport().mapToGlobal(
        QPoint(rect.center().x(), rect.top() + round(rect.height() * down))
    )


def carry(qtbot: QtBot, frm: QWidget, start: QPoint, to: QPoint) -> None:
    """Press, move in three steps, let go; ``start`` in the widget, ``to`` on the screen."""
    qtbot.mousePress(frm, LEFT, NONE, start)
    end = frm.mapFromGlobal(to)
    for step in (0.3, 0.9, 1.0):
        qtbot.mouseMove(frm, start + (end - start) * step)
    qtbot.mouseRelease(frm, LEFT, NONE, end)


def carry_note(qtbot: QtBot, page: FindingsPage, note: Note, to: QPoint) -> None:
    source = page.desk.notes.list
    source.choose(note.id)
    place = source.visualRect(source.rows.index_of(note.id)).center()
    carry(qtbot, source.viewport(), place, to)


def press(qtbot: QtBot, page: FindingsPage, *keys: Qt.Key, modifier: object = NONE) -> None:
    for key in keys:
        widget = page.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key, modifier)


def choose(page: FindingsPage, finding: Finding) -> None:
    assert page.desk.choose(finding.id)


def test_a_note_is_dragged_onto_a_card_and_undone(qtbot: QtBot, page: FindingsPage) -> None:
    note, (first, *_rest) = unused(page), of_column(page, Column.DIVERGENT)
    carry_note(qtbot, page, note, on_card(page, first))
    assert note.id in one(page, first.id).notes
    assert note in page.desk.tray.behind.rows.rows
    page.session.undo()
    assert note.id not in one(page, first.id).notes


def test_a_note_dragged_onto_a_column_begins_a_finding_with_its_text(
    qtbot: QtBot, page: FindingsPage
) -> None:
    note, before = unused(page), len(found(page))
    cards = column(page, Column.UNRESOLVED)
    end = cards.viewport().mapToGlobal(QPoint(60, cards.contents_height() + 30))
    carry_note(qtbot, page, note, end)
    new = of_column(page, Column.UNRESOLVED)[-1]
    assert (new.notes, new.texts.best(note.language)) == ((note.id,), note.text)
    assert page.desk.tray.claim.field.textCursor().selectedText() == note.text
    page.session.undo()
    assert len(found(page)) == before


def test_notes_are_put_behind_a_card_by_keyboard(qtbot: QtBot, page: FindingsPage) -> None:
    note, (first, second, *_rest) = unused(page), of_column(page, Column.CONVERGENT)
    choose(page, first)
    page.desk.notes.list.choose(note.id)
    page.desk.notes.list.setFocus()
    press(qtbot, page, KEY.Key_Space)
    assert page.desk.held == (note,)
    press(qtbot, page, KEY.Key_Down, KEY.Key_Return)
    assert note.id in one(page, second.id).notes
    assert page.desk.held == ()


def test_a_held_note_begins_a_finding_in_the_column_that_the_arrows_choose(
    qtbot: QtBot, page: FindingsPage
) -> None:
    note, (first, *_rest) = unused(page), of_column(page, Column.DIVERGENT)
    choose(page, first)
    page.desk.notes.list.choose(note.id)
    page.desk.notes.list.setFocus()
    press(qtbot, page, KEY.Key_Space, KEY.Key_Right, KEY.Key_End, KEY.Key_Return)
    new = of_column(page, Column.UNRESOLVED)[-1]
    assert new.notes == (note.id,)
    assert page.desk.tray.claim.field.hasFocus()


def test_escape_puts_held_notes_back(qtbot: QtBot, page: FindingsPage) -> None:
    page.desk.notes.list.choose(unused(page).id)
    page.desk.notes.list.setFocus()
    press(qtbot, page, KEY.Key_Space, KEY.Key_Escape)
    assert page.desk.held == ()
    assert page.desk.notes.list.hasFocus()


def test_a_card_is_dragged_to_another_column_in_front_of_another(
    qtbot: QtBot, page: FindingsPage
) -> None:
    moved, target = of_column(page, Column.CONVERGENT)[1], of_column(page, Column.EMERGING)[1]
    cards = column(page, Column.CONVERGENT)
    start = cards.rect_of(moved.id).center()
    carry(qtbot, cards.viewport(), start, on_card(page, target, 0.1))
    ids = [f.id for f in of_column(page, Column.EMERGING)]
    assert ids.index(moved.id) == ids.index(target.id) - 1
    page.session.undo()
    assert one(page, moved.id).column is Column.CONVERGENT


def test_a_card_is_dragged_up_within_its_column(qtbot: QtBot, page: FindingsPage) -> None:
    first, second, *_ = of_column(page, Column.CONVERGENT)
    cards = column(page, Column.CONVERGENT)
    start = cards.rect_of(second.id).center()
    carry(qtbot, cards.viewport(), start, on_card(page, first, 0.1))
    assert [f.id for f in of_column(page, Column.CONVERGENT)][:2] == [second.id, first.id]


def test_a_card_moves_between_and_within_columns_by_key(qtbot: QtBot, page: FindingsPage) -> None:
    first, second, *_ = of_column(page, Column.CONVERGENT)
    choose(page, first)
    press(qtbot, page, KEY.Key_Down, modifier=CTRL)
    assert [f.id for f in of_column(page, Column.CONVERGENT)][:2] == [second.id, first.id]
    press(qtbot, page, KEY.Key_Up, modifier=ALT)
    assert [f.id for f in of_column(page, Column.CONVERGENT)][:2] == [first.id, second.id]
    press(qtbot, page, KEY.Key_Right, modifier=ALT)
    assert of_column(page, Column.EMERGING)[-1].id == first.id
    assert column(page, Column.EMERGING).hasFocus()
    page.session.undo()
    assert [f.id for f in of_column(page, Column.CONVERGENT)][:2] == [first.id, second.id]


def test_digits_set_the_support_and_undo_takes_it_back(qtbot: QtBot, page: FindingsPage) -> None:
    first = of_column(page, Column.EMERGING)[0]
    choose(page, first)
    press(qtbot, page, KEY.Key_2)
    assert one(page, first.id).support is Support.SOME
    assert "a few, same side" in page.desk.tray.ladder.accessibleDescription()
    press(qtbot, page, KEY.Key_0)
    assert one(page, first.id).support is None
    page.session.undo()
    page.session.undo()
    assert one(page, first.id).support is first.support


def test_the_ladder_is_clicked(qtbot: QtBot, page: FindingsPage) -> None:
    first = of_column(page, Column.EMERGING)[0]
    choose(page, first)
    ladder = page.desk.tray.ladder
    qtbot.mouseClick(ladder, LEFT, pos=QPoint(40, ladder.height() - 10))
    assert one(page, first.id).support is Support.WIDELY_HELD


def test_a_changed_original_makes_translations_stale_until_they_are_said_to_fit(
    qtbot: QtBot, page: FindingsPage
) -> None:
    first = found(page)[0]
    choose(page, first)
    press(qtbot, page, KEY.Key_E)
    claim = page.desk.tray.claim
    qtbot.keyClicks(claim.field, " Soon.")
    page.flush()
    assert (one(page, first.id).texts.get("en") or "").endswith("Soon.")
    qtbot.keyClick(claim.languages, KEY.Key_Right)
    assert claim.language == "zh"
    assert "changed since" in claim._state.text()
    qtbot.mouseClick(claim._check, LEFT)
    states = {t.language: t.state for t in one(page, first.id).texts.entries}
    assert states["zh"] is TextState.CHECKED
    assert states["ja"] is TextState.STALE


def test_a_text_is_written_in_japanese(qtbot: QtBot, page: FindingsPage) -> None:
    first = found(page)[0]
    choose(page, first)
    claim = page.desk.tray.claim
    for _ in range(2):
        qtbot.keyClick(claim.languages, KEY.Key_Right)
    claim.write(select=True)
    claim.field.insertPlainText("港湾は通知を共有する。")
    with qtbot.waitSignal(page.session.changed):
        pass
    assert one(page, first.id).texts.get("ja") == "港湾は通知を共有する。"
    assert one(page, first.id).texts.get("en") == first.texts.get("en")
    page.session.undo()
    assert one(page, first.id).texts == first.texts


def test_a_text_that_waits_stays_with_its_language_and_its_finding(
    qtbot: QtBot, page: FindingsPage
) -> None:
    first, second, *_ = of_column(page, Column.CONVERGENT)
    choose(page, first)
    claim = page.desk.tray.claim
    claim.write()
    qtbot.keyClicks(claim.field, " One.")
    qtbot.keyClick(claim.languages, KEY.Key_Right)
    qtbot.keyClick(claim.languages, KEY.Key_Left)
    claim.write()
    qtbot.keyClicks(claim.field, " Two.")
    cards = column(page, Column.CONVERGENT)
    qtbot.mouseClick(cards.viewport(), LEFT, pos=cards.rect_of(second.id).center())
    assert (one(page, first.id).texts.get("en") or "").endswith(" One. Two.")
    assert one(page, first.id).texts.get("zh") == first.texts.get("zh")
    assert one(page, second.id).texts == second.texts


def test_going_to_another_finding_while_a_text_waits_keeps_it_with_its_own(
    qtbot: QtBot, page: FindingsPage
) -> None:
    first, second, *_ = of_column(page, Column.CONVERGENT)
    choose(page, first)
    page.desk.tray.claim.write()
    qtbot.keyClicks(page.desk.tray.claim.field, " Soon.")
    page.show_subject(second.id)
    assert (one(page, first.id).texts.get("en") or "").endswith(" Soon.")
    assert one(page, second.id).texts == second.texts


def test_an_emptied_text_waits_for_words_and_comes_back(qtbot: QtBot, page: FindingsPage) -> None:
    assert page.session.dialogue
    texts = Texts.of(en="Trust.")
    page.session.run(commands.add, page.session.dialogue, Column.EMERGING, texts)
    choose(page, found(page)[-1])
    claim = page.desk.tray.claim
    claim.write(select=True)
    press(qtbot, page, KEY.Key_Delete)
    page.flush()
    assert found(page)[-1].texts == texts
    press(qtbot, page, KEY.Key_Escape)
    assert claim.field.toPlainText() == "Trust."


def test_a_new_finding_is_kept_with_its_first_words(qtbot: QtBot, page: FindingsPage) -> None:
    before = len(found(page))
    choose(page, of_column(page, Column.DIVERGENT)[0])
    press(qtbot, page, KEY.Key_N)
    assert len(found(page)) == before
    page.desk.tray.claim.field.insertPlainText("二年目の費用をだれが持つか。")
    page.flush()
    new = of_column(page, Column.DIVERGENT)[-1]
    assert new.texts == Texts.of(ja="二年目の費用をだれが持つか。")
    assert page.desk.finding() == new


def test_a_new_finding_without_words_leaves_nothing(qtbot: QtBot, page: FindingsPage) -> None:
    before = found(page)
    press(qtbot, page, KEY.Key_N, KEY.Key_Escape)
    assert found(page) == before
    assert page.desk.finding() is not None


def test_a_removed_finding_comes_back_by_undo(qtbot: QtBot, page: FindingsPage) -> None:
    first, second, *_ = of_column(page, Column.CONVERGENT)
    choose(page, first)
    with qtbot.waitSignal(page.session.removed):
        press(qtbot, page, KEY.Key_Delete)
    assert first not in found(page)
    assert page.desk.finding() == second
    page.session.undo()
    assert one(page, first.id) == first


def test_a_note_is_taken_from_behind_a_finding(qtbot: QtBot, page: FindingsPage) -> None:
    first = found(page)[0]
    choose(page, first)
    behind = page.desk.tray.behind
    behind.setFocus()
    behind.choose_first()
    gone = behind.value()
    press(qtbot, page, KEY.Key_Delete)
    assert set(first.notes) - set(one(page, first.id).notes) == {gone.id}
    assert notes.read(page.session.store, gone.id) is not None


def test_a_word_that_its_notes_do_not_carry_is_shown_and_gone_to(
    qtbot: QtBot, page: FindingsPage
) -> None:
    assert page.session.dialogue
    assert page.to_check.isHidden()
    texts = Texts.of(en="It was agreed that stocks begin with water.")
    behind = [unused(page).id]
    made = page.session.run(commands.add, page.session.dialogue, Column.EMERGING, texts, behind)
    assert page.to_check.text() == "1 wording to check"
    assert page.desk._board
    card = page.desk._board.card(made)
    assert card and "“agreed”" in card.lint
    qtbot.mouseClick(page.to_check, LEFT)
    assert page.desk.finding() == card.finding


def test_the_list_says_what_is_unused_and_groups_by_kind(page: FindingsPage) -> None:
    panel = page.desk.notes
    assert page.desk._board
    n, total = page.desk._board.unused, len(page.desk._board.notes)
    assert panel.unused.text() == f"{n} of {total} unused"
    panel.grouping._choose(1)
    heads = [r for r in panel.list.rows.rows if isinstance(r, NoteGroup)]
    assert [h.words for h in heads][:2] == ["Point", "Agreement"]
    assert sum(h.unused for h in heads) == n


def test_private_notes_and_drafts_are_not_shown(page: FindingsPage) -> None:
    assert page.session.dialogue
    kept = notes.of_dialogue(page.session.store, page.session.dialogue)
    hidden = {n.id for n in kept if n.private or n.draft}
    shown_ids = {n.id for n in page.desk.notes.list.rows.rows if isinstance(n, NoteLine)}
    assert shown_ids == {n.id for n in kept} - hidden


def test_recommendations_are_added_ordered_and_removed_by_key(
    qtbot: QtBot, page: FindingsPage
) -> None:
    page._show("recommendations")
    table = page.proposals
    before = [row.proposal.id for row in table.shown]
    qtbot.mouseClick(table.add, LEFT)
    new = table.shown[-1]
    qtbot.keyClicks(new.words, "Meet again.")
    qtbot.keyClicks(new.when, "In spring")
    page.flush()
    (added,) = [p for p in proposals(page) if p.id not in before]
    assert (added.texts.get("en"), added.horizons.get("en")) == ("Meet again.", "In spring")
    assert table.shown[-1] is new
    new.words.setFocus()
    qtbot.keyClick(new.words, KEY.Key_Up, ALT)
    assert [p.id for p in proposals(page)] == [*before[:-1], added.id, before[-1]]
    assert table.shown[-2] is new
    qtbot.keyClick(new.words, KEY.Key_Delete, ALT)
    assert [p.id for p in proposals(page)] == before
    page.session.undo()
    assert len(table.shown) == len(before) + 1


def test_an_empty_row_for_a_recommendation_goes_again(qtbot: QtBot, page: FindingsPage) -> None:
    page._show("recommendations")
    table, before = page.proposals, proposals(page)
    for keys in ((KEY.Key_Delete, ALT), (KEY.Key_Tab, NONE), (KEY.Key_Tab, NONE)):
        table.begin()
        assert len(table.shown) == len(before) + 1
        qtbot.keyClick(table.shown[-1].words, *keys)
        table.languages.setFocus()
        assert [row.proposal for row in table.shown] == list(before)
    assert proposals(page) == before


def test_typing_that_waits_does_not_bring_a_removed_recommendation_back(
    qtbot: QtBot, page: FindingsPage
) -> None:
    page._show("recommendations")
    first = page.proposals.shown[0]
    first.words.setFocus()
    qtbot.keyClicks(first.words, "More. ")
    qtbot.keyClick(first.words, KEY.Key_Delete, ALT)
    assert first.proposal.id not in [p.id for p in proposals(page)]


def proposals(page: FindingsPage) -> tuple[Proposal, ...]:
    assert page.session.dialogue
    return findings.proposals(page.session.store, page.session.dialogue)


def test_a_recommendation_is_written_in_korean(qtbot: QtBot, page: FindingsPage) -> None:
    page._show("recommendations")
    table, first = page.proposals, proposals(page)[0]
    for _ in range(3):
        qtbot.keyClick(table.languages, KEY.Key_Right)
    row = table.shown[0]
    row.to.setFocus()
    row.to.selectAll()
    row.to.insertPlainText("항만 공사")
    page.flush()
    now = proposals(page)[0]
    assert now.addressees.get("ko") == "항만 공사"
    assert now.texts == first.texts


def test_context_and_next_steps_are_written(qtbot: QtBot, page: FindingsPage) -> None:
    page._show("texts")
    steps = page.texts.steps
    steps.write()
    qtbot.keyClicks(steps.field, " Thanks.")
    page.flush()
    dialogue = page.session.open_dialogue()
    assert dialogue and (dialogue.next_steps.get("en") or "").endswith("Thanks.")
    with qtbot.waitSignal(page.session.page_wanted) as wanted:
        page.session.undo()
    assert wanted.args[0] == "findings"


def test_a_name_in_a_text_gets_a_wave_and_words(qtbot: QtBot, page: FindingsPage) -> None:
    assert page.session.dialogue
    person = people.participations(page.session.store, page.session.dialogue)[0].person
    page.names.build()
    choose(page, found(page)[0])
    claim = page.desk.tray.claim
    claim.write(select=True)
    claim.field.insertPlainText(f"As {person.name.listed} said.")
    qtbot.waitUntil(lambda: person.name.listed in claim.field.toolTip())
    formats = claim.field.document().firstBlock().layout().formats()
    assert [f.format.underlineStyle() for f in formats] == [
        QTextCharFormat.UnderlineStyle.WaveUnderline
    ]


def test_an_empty_board_offers_a_place_in_each_column(qtbot: QtBot, page: FindingsPage) -> None:
    page.session.run(commands.remove, [f.id for f in found(page)])
    targets = [each.rows.rows[0].spoken for each in page.desk.board.lists.values()]
    assert targets == ["Drop notes here"] * 4


def test_without_a_dialogue_there_is_a_way_home(qtbot: QtBot, empty_session: Session) -> None:
    page = FindingsPage(empty_session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.begin()
    with qtbot.waitSignal(empty_session.page_wanted) as wanted:
        press(qtbot, page, KEY.Key_Space)
    assert wanted.args[0] == "home"


def listed_name(page: FindingsPage) -> str:
    assert page.session.dialogue
    return people.participations(page.session.store, page.session.dialogue)[0].person.name.listed


def test_a_name_typed_in_a_finding_reaches_the_disk_as_neutral_words(
    qtbot: QtBot, page: FindingsPage
) -> None:
    first, name = found(page)[0], listed_name(page)
    choose(page, first)
    claim = page.desk.tray.claim
    claim.write(select=True)
    with qtbot.waitSignal(page.session.changed):
        qtbot.keyClicks(claim.field, f"As {name} said, begin with water.")
    kept = one(page, first.id).texts.get("en") or ""
    assert name not in kept and kept.endswith("said, begin with water.")
    assert claim.field.toPlainText() == f"As {name} said, begin with water."
    assert "Kept with neutral words." in claim._state.text()
    qtbot.keyClicks(claim.field, " Soon.")
    press(qtbot, page, KEY.Key_Escape, KEY.Key_Escape)  # the words offered, then the field
    assert claim.field.toPlainText() == one(page, first.id).texts.get("en") == f"{kept} Soon."
    assert "The full name of a participant." in claim._state.text()


def test_a_new_finding_that_begins_with_a_name_goes_on_where_one_types(
    qtbot: QtBot, page: FindingsPage
) -> None:
    name = listed_name(page)
    choose(page, of_column(page, Column.DIVERGENT)[0])
    press(qtbot, page, KEY.Key_N)
    field = page.desk.tray.claim.field
    with qtbot.waitSignal(page.session.changed):
        qtbot.keyClicks(field, f"{name} asked")
    qtbot.keyClicks(field, " for more.")
    assert field.toPlainText() == f"{name} asked for more."
    press(qtbot, page, KEY.Key_Escape, KEY.Key_Escape)  # the words offered, then the field
    kept = of_column(page, Column.DIVERGENT)[-1].texts.get("en") or ""
    assert name not in kept and kept.endswith("asked for more.")
    assert field.toPlainText() == kept


def test_names_in_a_recommendation_and_in_next_steps_reach_the_disk_as_neutral_words(
    qtbot: QtBot, page: FindingsPage
) -> None:
    name = listed_name(page)
    page._show("recommendations")
    row = page.proposals.shown[0]
    row.to.setFocus()
    row.to.selectAll()
    qtbot.keyClicks(row.to, name)
    page.flush()
    assert name not in (proposals(page)[0].addressees.get("en") or "")
    assert row.to.toPlainText() == name
    row.words.setFocus()
    assert row.to.toPlainText() == proposals(page)[0].addressees.get("en")
    assert "Kept with neutral words." in page.proposals._said.text()
    page._show("texts")
    page.texts.steps.write()
    qtbot.keyClicks(page.texts.steps.field, f" Thanks to {name}.")
    page.flush()
    dialogue = page.session.open_dialogue()
    assert dialogue and name not in (dialogue.next_steps.get("en") or "")


def test_a_namesake_that_is_on_disk_by_a_decision_stays(qtbot: QtBot, page: FindingsPage) -> None:
    assert page.session.dialogue
    texts = Texts.of(en="The Majima-san fund goes on.")
    page.session.run(commands.add, page.session.dialogue, Column.EMERGING, texts)
    choose(page, of_column(page, Column.EMERGING)[-1])
    claim = page.desk.tray.claim
    claim.write()
    qtbot.keyClicks(claim.field, " It grows.")
    page.flush()
    kept = of_column(page, Column.EMERGING)[-1].texts.get("en")
    assert kept == "The Majima-san fund goes on. It grows."
