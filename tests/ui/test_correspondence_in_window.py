"""Invitations, letters, papers and the seating plan in the window, by keys and mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import invitations as commands
from dialogueprep.commands.people import remove_participants
from dialogueprep.domain.invitations import substitute
from dialogueprep.domain.letters import LetterKind
from dialogueprep.domain.people import Name, ParticipationId, Standing
from dialogueprep.domain.table_plan import TableShape
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, people
from dialogueprep.store import dialogues as store_dialogues
from dialogueprep.store import invitations as store_invitations
from dialogueprep.ui.dialogs.correspondence import CorrespondenceDialog
from dialogueprep.ui.dialogs.invitations import InvitationsDialog
from dialogueprep.ui.dialogs.participant import ParticipantDialog
from dialogueprep.ui.dialogs.seating_plan import SeatingDialog
from dialogueprep.ui.pages.participants import ParticipantsPage
from dialogueprep.ui.session import Session

TODAY = date(2026, 9, 1)
LATE = date(2026, 10, 10)


def _standing(session: Session, who: ParticipationId) -> Standing:
    assert session.dialogue is not None
    there = people.participations(session.store, session.dialogue)
    return next(p.standing for p in there if p.id == who)


def _first(session: Session, n: int = 1) -> list[ParticipationId]:
    assert session.dialogue is not None
    return [p.id for p in people.participations(session.store, session.dialogue)[:n]]


def _put(session: Session, who: list[ParticipationId], standing: Standing) -> None:
    assert session.dialogue is not None
    commands.move(session.store, session.dialogue, who, lambda _s: standing, TODAY)


@pytest.fixture
def invitations(qtbot: QtBot, sample_session: Session) -> InvitationsDialog:
    _put(sample_session, _first(sample_session, 3), Standing.INVITED)
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    made = InvitationsDialog(None, sample_session, dialogue, LATE)
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_move_on_and_back_all_who_are_selected(
    qtbot: QtBot, invitations: InvitationsDialog, sample_session: Session
) -> None:
    who = _first(sample_session, 2)
    invitations.table.choose(who)
    qtbot.keyClick(invitations.table, Qt.Key.Key_Right)
    assert [_standing(sample_session, w) for w in who] == [Standing.ACCEPTED] * 2
    assert {p.id for p in invitations.table.chosen()} == set(who)
    qtbot.keyClick(invitations.table, Qt.Key.Key_Left)
    assert [_standing(sample_session, w) for w in who] == [Standing.INVITED] * 2
    qtbot.keyClick(invitations, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _standing(sample_session, who[0]) is Standing.ACCEPTED


def test_what_is_late_is_said_in_words(invitations: InvitationsDialog) -> None:
    shown = [invitations.model.index(r, 4).data() for r in range(invitations.model.rowCount())]
    assert sum("late" in words for words in shown) == 3
    assert "3 answers overdue" in invitations._says.text()


def test_one_standing_alone_is_listed(qtbot: QtBot, invitations: InvitationsDialog) -> None:
    invitations.stages.setFocus()
    qtbot.keyClick(invitations.stages, Qt.Key.Key_Right)
    assert invitations.stages.value is Standing.LONG_LIST
    assert invitations._stack.currentIndex() == 1  # nobody there: it says so
    qtbot.keyClick(invitations.stages, Qt.Key.Key_Right)
    assert len(invitations.model.rows) == 3


def test_a_date_is_taken_away_and_set(
    qtbot: QtBot, invitations: InvitationsDialog, sample_session: Session
) -> None:
    who = _first(sample_session)
    invitations.table.choose(who)
    invitations.dates.ticks["answer_by"].setFocus()
    qtbot.keyClick(invitations.dates.ticks["answer_by"], Qt.Key.Key_Space)
    assert invitations.table.chosen()[0].invitation.answer_by is None
    qtbot.keyClick(invitations.dates.ticks["answer_by"], Qt.Key.Key_Space)
    assert invitations.table.chosen()[0].invitation.answer_by is not None


def test_a_refused_date_is_said_and_shown_as_it_was(
    invitations: InvitationsDialog, sample_session: Session
) -> None:
    invitations.table.choose(_first(sample_session))
    before = invitations.table.chosen()[0].invitation.answer_by
    invitations.dates.days["answer_by"].setDate(date(2026, 1, 1))
    invitations.dates.days["answer_by"].editingFinished.emit()
    assert invitations.banner.isVisible()
    assert invitations.table.chosen()[0].invitation.answer_by == before
    assert invitations.dates.days["answer_by"].day() == before


def test_a_substitute_is_nominated_in_the_same_place(
    qtbot: QtBot,
    invitations: InvitationsDialog,
    sample_session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(_cls: object, _parent: object, _dialogue: object, part, _known: object, here):
        assert len(here) == len(_first(sample_session, 99))  # nobody is written twice
        return replace(part, person=replace(part.person, name=Name(family="Gakuji")))

    monkeypatch.setattr(ParticipantDialog, "ask", classmethod(answer))
    (who,) = _first(sample_session)
    invitations.table.choose([who])
    qtbot.keyClick(invitations.table, Qt.Key.Key_D)
    assert _standing(sample_session, who) is Standing.DECLINED
    qtbot.keyClick(invitations.table, Qt.Key.Key_N)
    (new,) = invitations.table.chosen()
    assert new.invitation.substitute_for == who
    places = [r.place for r in invitations.model.rows if r.id in (who, new.id)]
    assert any("then GAKUJI" in p for p in places)
    assert any(p.startswith("for ") for p in places)


def test_the_dialog_for_a_substitute_says_for_whom(qtbot: QtBot, sample_session: Session) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    here = people.participations(sample_session.store, dialogue.id)
    asked = ParticipantDialog(None, dialogue, substitute(here[0]), (), here)
    qtbot.addWidget(asked)
    assert asked.windowTitle() == f"Substitute for {here[0].person.name.listed}"
    assert asked.done_button.text() == "Nominate"


@pytest.fixture
def letters(qtbot: QtBot, sample_session: Session, tmp_path: Path) -> CorrespondenceDialog:
    _put(sample_session, _first(sample_session, 3), Standing.INVITED)
    sample_session.machine.papers_folder = str(tmp_path / "out")
    (tmp_path / "out").mkdir()
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    made = CorrespondenceDialog(None, sample_session, dialogue, "letters", TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_letters_go_to_those_who_are_invited_in_their_language(
    qtbot: QtBot, letters: CorrespondenceDialog, tmp_path: Path
) -> None:
    assert len(letters.people.people()) == 3
    assert "尊敬的" in letters.letters.letter.toPlainText()
    qtbot.keyClick(letters, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        f"invitation-0{n}.docx" for n in (1, 2, 3)
    ]
    assert letters.banner.isVisible()


def test_those_on_the_long_list_are_marked_as_invited_once_their_letters_are_written(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    (who,) = _first(sample_session)
    _put(sample_session, [who], Standing.LONG_LIST)
    sample_session.machine.papers_folder = str(tmp_path)
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    made = CorrespondenceDialog(None, sample_session, dialogue, "letters", TODAY)
    qtbot.addWidget(made)
    made.show()
    made.write()
    assert len(made.made) == 1
    made.mark_invited()
    assert _standing(sample_session, who) is Standing.INVITED
    assert [p.id for p in made.people.people()] == [who]


def test_space_ticks_and_unticks(qtbot: QtBot, letters: CorrespondenceDialog) -> None:
    letters.people.list.setFocus()
    qtbot.keyClick(letters.people.list, Qt.Key.Key_Space)
    assert len(letters.people.people()) == 2
    assert "2" in letters.write_button.text()


def test_the_words_of_a_letter_are_changed_and_kept(
    qtbot: QtBot, letters: CorrespondenceDialog, sample_session: Session
) -> None:
    panel = letters.letters
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    panel.words_language.show_value("zh")
    panel.words_language.chosen.emit("zh")
    panel.words.setPlainText("{salutation}\n\n我们邀请您。")
    panel.flush()
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert "我们邀请您" in panel.letter.toPlainText()
    assert sample_session.dialogue is not None
    own = store_invitations.letters(sample_session.store, sample_session.dialogue)
    assert "我们邀请您" in (own[LetterKind.INVITATION].get("zh") or "")


def test_words_typed_just_before_another_language_is_chosen_stay_in_theirs(
    letters: CorrespondenceDialog, sample_session: Session
) -> None:
    panel = letters.letters
    panel.words.setPlainText("Short English words")
    panel.words_language.show_value("ko")
    panel.words_language.chosen.emit("ko")
    assert sample_session.dialogue is not None
    own = store_invitations.letters(sample_session.store, sample_session.dialogue)
    assert own[LetterKind.INVITATION].get("en") == "Short English words"
    assert own[LetterKind.INVITATION].get("ko") is None
    assert "귀하" in panel.words.toPlainText()


def test_a_letter_with_a_wrong_field_is_refused_in_place(
    letters: CorrespondenceDialog, tmp_path: Path
) -> None:
    panel = letters.letters
    panel.words_language.show_value("zh")
    panel._show_words()
    panel.words.setPlainText("{salutaton}")
    letters.write()
    assert letters.banner.isVisible()
    assert not list((tmp_path / "out").iterdir())


def test_the_letters_of_all_are_made_after_a_pause_and_only_if_they_differ(
    qtbot: QtBot, letters: CorrespondenceDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, made = letters.letters, list[str]()
    write = panel._letter
    monkeypatch.setattr(panel, "_letter", lambda it, who: made.append(who.id) or write(it, who))
    qtbot.keyClick(letters.people.list, Qt.Key.Key_Down)
    qtbot.keyClick(letters.people.list, Qt.Key.Key_Up)
    assert len(made) == 2  # only those that were shown
    panel._untold.timeout.emit()
    assert len(made) == 2
    panel.words_language.show_value("zh")
    panel._show_words()
    panel.words.setPlainText("{salutation}\n\n{place}{nothing}")
    panel.flush()
    assert len(made) == 3
    assert "{nothing}" not in panel.lacks.accessibleName()
    qtbot.waitUntil(lambda: "{nothing}" in panel.lacks.accessibleName())
    assert len(made) == 6


def test_an_unknown_folder_is_refused_in_place(letters: CorrespondenceDialog) -> None:
    letters.folder.setText("/nowhere/at/all")
    letters.write()
    assert letters.banner.isVisible()
    assert letters.made == ()


@pytest.mark.parametrize(
    ("kind", "names"),
    [("calendars", ".ics"), ("plates", "name-plates.pdf"), ("sign-in", "sign-in.pdf")],
)
def test_each_kind_of_paper_is_written(
    letters: CorrespondenceDialog, tmp_path: Path, kind: str, names: str
) -> None:
    letters.kind.show_value(kind)
    letters._show_kind()
    letters.write()
    made = [p.name for p in (tmp_path / "out").iterdir()]
    assert made
    assert all(name.endswith(names) for name in made)


def test_no_calendar_is_offered_where_nothing_is_planned(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    items = agenda.of_dialogue(sample_session.store, dialogue.id)
    made = CorrespondenceDialog(None, sample_session, dialogue, "calendars", TODAY)
    qtbot.addWidget(made)
    assert made.write_button.isEnabled() and made.calendars.entries.toPlainText()
    sample_session.run(agenda_commands.remove, [item.id for item in items])
    bare = CorrespondenceDialog(None, sample_session, dialogue, "calendars", TODAY)
    qtbot.addWidget(bare)
    assert not bare.write_button.isEnabled()
    assert bare.calendars.entries.placeholderText() == "Nothing planned"
    bare.calendars.scope.show_value("all")
    bare.calendars.changed.emit()
    assert not bare.write_button.isEnabled()
    bare.kind.show_value("plates")
    bare._show_kind()
    assert bare.write_button.isEnabled()


def test_a_dialogue_without_people_says_where_they_are_added(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    sample_session.run(remove_participants, _first(sample_session, 99))
    made = CorrespondenceDialog(None, sample_session, dialogue, "letters", TODAY)
    qtbot.addWidget(made)
    made.show()
    assert made.people.nobody.isVisible()
    assert not made.write_button.isEnabled()


def test_days_to_sign_are_written_as_the_language_of_the_sheet_does(
    letters: CorrespondenceDialog,
) -> None:
    letters.kind.show_value("sign-in")
    letters._show_kind()
    sheet = letters.sheet
    assert sheet.columns_.text() == "15 Oct, 16 Oct"
    sheet.language.show_value("ja")
    sheet.language.picked.emit("ja")
    assert sheet.columns_.text() == "10/15, 10/16"
    sheet.columns_.setText("Signature")
    sheet.language.show_value("en")
    sheet.language.picked.emit("en")
    assert sheet.columns_.text() == "Signature"


@pytest.fixture
def seating(qtbot: QtBot, sample_session: Session) -> SeatingDialog:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    made = SeatingDialog(None, sample_session, dialogue, TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def _order(seating: SeatingDialog) -> list[str]:
    return [p.id for p in seating.people()]


def test_keys_exchange_two_seats_and_undo_gives_them_back(
    qtbot: QtBot, seating: SeatingDialog
) -> None:
    before = _order(seating)
    seating.arrange()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(seating.table, key)
    after = _order(seating)
    assert (after[0], after[2]) == (before[2], before[0])
    assert after[1] == before[1]
    qtbot.keyClick(seating, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _order(seating) == before


def test_ctrl_and_an_arrow_moves_by_one_seat(qtbot: QtBot, seating: SeatingDialog) -> None:
    before = _order(seating)
    qtbot.keyClick(seating.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert _order(seating)[:2] == [before[1], before[0]]
    here = seating.table.current()
    assert here is not None
    assert here.id == before[0]


def test_one_is_dragged_onto_another(qtbot: QtBot, seating: SeatingDialog) -> None:
    before = _order(seating)
    one, other = (seating.table.seat_rect(n).center().toPoint() for n in (1, 5))
    qtbot.mousePress(seating.table, Qt.MouseButton.LeftButton, pos=one)
    qtbot.mouseMove(seating.table, one + QPoint(10, 10))
    qtbot.mouseRelease(seating.table, Qt.MouseButton.LeftButton, pos=other)
    assert (_order(seating)[1], _order(seating)[5]) == (before[5], before[1])


def test_the_form_of_the_table_is_kept_and_the_plan_written(
    seating: SeatingDialog, sample_session: Session, tmp_path: Path
) -> None:
    seating.shape.show_value(TableShape.LONG)
    seating.shape.chosen.emit(TableShape.LONG)
    assert sample_session.dialogue is not None
    kept = store_invitations.table_shape(sample_session.store, sample_session.dialogue)
    assert kept is TableShape.LONG
    seating.write_into(tmp_path)
    assert (tmp_path / "seating-plan.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_offers_all_of_it(qtbot: QtBot, sample_session: Session) -> None:
    page = ParticipantsPage(sample_session)
    qtbot.addWidget(page)
    words = {c.words for c in page.commands()}
    assert {"Invitations", "Letters to participants", "Calendars for participants", "Name plates",
            "Sign-in sheet", "Seating plan"} <= words  # fmt: skip


def test_what_is_not_known_is_told_before_letters_are_written(
    qtbot: QtBot, letters: CorrespondenceDialog, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    with sample_session.store.step("Take the place away") as step:
        store_dialogues.put(step, replace(dialogue, place=Texts(), hosts=()))
    letters._gather()
    letters._on_ticked()
    panel = letters.letters
    qtbot.waitUntil(lambda: "where it takes place" in panel.without.accessibleName())
    assert "those who invite" in panel.without.accessibleName()
    assert "place" not in letters.letters.letter.toPlainText()
    letters.letters.words_language.show_value("zh")
    letters.letters.words_language.chosen.emit("zh")
    letters.letters.words.setPlainText("Dear {name}, come to {place}.")
    letters.letters.flush()
    qtbot.waitUntil(lambda: "where it takes place" in panel.lacks.accessibleName())
    letters.write()
    assert not letters.made
