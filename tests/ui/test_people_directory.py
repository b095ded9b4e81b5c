"""The directory: filters, history, likely duplicates side by side, and a warning at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import people as commands
from dialogueprep.domain.people import Name, Participation, Person, PersonId
from dialogueprep.store import directory, people
from dialogueprep.ui.dialogs.participant import ParticipantDialog, nobody
from dialogueprep.ui.dialogs.people_pairs import PeoplePairsDialog
from dialogueprep.ui.dialogs.person import PersonDialog
from dialogueprep.ui.models.directory import read_directory
from dialogueprep.ui.models.people_filters import Filters, Seen, kept
from dialogueprep.ui.pages.people import PeoplePage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.moment_field import MomentField
from dialogueprep.ui.widgets.name_preview import written

Key = Qt.Key


def twin(session: Session) -> tuple[Person, PersonId]:
    """Add a second entry of Shen Yuheng, spelt in another way."""
    shen = next(p for p in people.persons(session.store) if p.name.family == "Shen")
    name = replace(shen.name, given="Yu-heng", title="")
    session.run(commands.change_person, shen := replace(shen, email=""))
    again = Person(id=PersonId(""), name=name, email="shen@other.example")
    return shen, commands.add_person(session.store, again)


def shown(qtbot: QtBot, session: Session) -> PeoplePage:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.resize(1240, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.refresh()
    return page


def opened(qtbot: QtBot, session: Session) -> PeoplePairsDialog:
    dialog = PeoplePairsDialog(None, session)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_likely_duplicates_are_counted_joined_by_key_and_undone(
    qtbot: QtBot, sample_session: Session
) -> None:
    shen, _ = twin(sample_session)
    before = people.persons(sample_session.store)
    page = shown(qtbot, sample_session)
    qtbot.waitUntil(page.alike.isVisible)
    assert page.alike.text() == "1 likely duplicate"
    dialog = opened(qtbot, sample_session)
    pair = dialog.chosen
    assert pair is not None and shen.id in (pair.one.id, pair.other.id)
    qtbot.keyClick(dialog, Key.Key_1 if pair.one.id == shen.id else Key.Key_2)
    (left,) = [p for p in people.persons(sample_session.store) if p.name.family == "Shen"]
    assert left.name.given == shen.name.given and left.email == "shen@other.example"
    assert dialog.chosen is None
    qtbot.keyClick(dialog, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert people.persons(sample_session.store) == before


def test_not_the_same_is_remembered_and_can_be_taken_back(
    qtbot: QtBot, sample_session: Session
) -> None:
    twin(sample_session)
    dialog = opened(qtbot, sample_session)
    qtbot.keyClick(dialog, Key.Key_N)
    assert dialog.chosen is None and directory.not_the_same(sample_session.store)
    dialog.which.setFocus()
    qtbot.keyClick(dialog.which, Key.Key_Right)
    assert dialog.chosen is not None
    qtbot.keyClick(dialog, Key.Key_T)
    assert not directory.not_the_same(sample_session.store)


def test_a_newcomer_who_is_in_the_directory_is_said_at_once(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    there = people.participations(sample_session.store, dialogue.id)
    shen = next(p for p in there if p.person.name.family == "Shen")
    others = [p for p in there if p is not shen]
    dialog = ParticipantDialog(None, dialogue, nobody(dialogue), [shen], others)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.name.line("family"), "Yuheng")
    qtbot.keyClicks(dialog.name.line("given"), "Shen")
    dialog.name.flush()
    assert dialog.alike.isVisible()
    assert "changed over" in dialog.alike.accessibleName()
    dialog.alike.take_button.click()
    assert dialog.result_part.person.id == shen.person.id
    assert not dialog.alike.isVisible()


def test_who_takes_part_already_is_not_taken_twice(qtbot: QtBot, sample_session: Session) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    there = people.participations(sample_session.store, dialogue.id)
    dialog = ParticipantDialog(None, dialogue, nobody(dialogue), [], there)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.name.line("family"), "Shen")
    qtbot.keyClicks(dialog.name.line("given"), "Yuheng")
    dialog.name.flush()
    assert "already" in dialog.alike.accessibleName()
    assert not dialog.alike.take_button.isVisible()
    dialog.alike.other_button.click()
    dialog.name.written.emit()
    assert not dialog.alike.isVisible()


def test_adding_to_the_directory_opens_the_entry_that_is_there(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(dialog: PersonDialog) -> int:
        dialog.show()
        qtbot.keyClicks(dialog.name.line("family"), "Shen")
        qtbot.keyClicks(dialog.name.line("given"), "Yuheng")
        dialog.name.flush()
        assert dialog.alike.isVisible()
        dialog.alike.take_button.click()
        return dialog.result()

    monkeypatch.setattr(PersonDialog, "exec", write)
    page = shown(qtbot, sample_session)
    before = len(people.persons(sample_session.store))
    qtbot.keyClick(page, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(people.persons(sample_session.store)) == before
    assert page.list.value().person.name.family == "Shen"


def test_the_list_is_filtered_and_says_so(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    every = len(page.list.model().rows)  # type: ignore[union-attr]
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page, Key.Key_F, control)
    assert page.filter.isVisible()
    page.filter.choices["delegation"].show_value("JP")
    page.filter.choices["delegation"].picked.emit("JP")
    rows = page.list.model().rows  # type: ignore[union-attr]
    assert 0 < len(rows) < every
    assert all(e.taken[0].part.delegation == "JP" for e in rows)
    qtbot.keyClick(page, Key.Key_F, control)
    assert len(page.list.model().rows) == every  # type: ignore[union-attr]


def test_filters_of_one_dialogue_are_looked_for_together(sample_session: Session) -> None:
    entries = read_directory(sample_session.store)
    day = entries[0].taken[0].dialogue.last_day
    sector = next(e.taken[0].part.sector for e in entries if e.taken[0].part.delegation == "CN")
    found = kept(entries, Filters(delegation="CN", sector=sector), day)
    assert found and all(e.taken[0].part.sector is sector for e in found)
    assert kept(entries, Filters(seen=Seen.NEVER), day) == []
    assert len(kept(entries, Filters(seen=Seen.RECENTLY), day)) == len(entries)
    assert len(kept(entries, Filters(seen=Seen.LONG_AGO), date(2040, 1, 1))) == len(entries)


def test_the_history_says_roles_and_items_and_no_notes(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    entry = next(e for e in read_directory(sample_session.store) if e.person.name.family == "Shen")
    said = page._roles_in(entry.taken[0])
    assert "item" in said and "note" not in said


def test_how_a_name_will_read_follows_what_is_typed(qtbot: QtBot, sample_session: Session) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    dialog = ParticipantDialog(None, dialogue, nobody(dialogue))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.name.line("family"), "van der Meer")
    qtbot.keyClicks(dialog.name.line("given"), "Anna")
    qtbot.keyClicks(dialog.places.names["ko"], "Bay")
    assert "van der MEER Anna" in dialog.preview.accessibleDescription()
    assert dialog.result_part.affiliation.names.get("ko") == "Bay"


def test_an_institution_that_is_known_is_offered_while_it_is_typed(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    there = people.participations(sample_session.store, dialogue.id)
    shen = next(p for p in there if p.person.name.family == "Shen")
    dialog = ParticipantDialog(None, dialogue, nobody(dialogue), [shen], there)
    qtbot.addWidget(dialog)
    dialog.show()
    completer = dialog.part.institution.completer()
    completer.setCompletionPrefix("donglu")  # the list that opens cannot be driven offscreen
    assert completer.completionCount() == 1
    completer.activated.emit(completer.currentCompletion())
    dialog.part.institution.setText(completer.currentCompletion())
    place = dialog.result_part.affiliation
    assert (place.name, place.native) == (shen.affiliation.name, shen.affiliation.native)
    assert place.position == ""


def test_a_name_reads_in_each_language_and_says_what_it_falls_back_on() -> None:
    name = Name(family="Ashina", given="Misao", native="芦名美沙緒", reading="あしな みさお")
    who = replace(
        Participation(id="p", person=Person(id=PersonId("a"), name=name), delegation="JP"),  # type: ignore[arg-type]
    )
    assert written(who, "en")["list"] == "ASHINA Misao (芦名美沙緒)"
    assert written(who, "ja")["plate"] == "芦名美沙緒 · Ashina Misao"
    assert written(who, "ko")["place"] == "–"


def test_a_moment_is_typed_written_out_and_stepped(qtbot: QtBot) -> None:
    field = MomentField(date(2026, 11, 12))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "11-12 14:30")
    qtbot.keyClick(field, Key.Key_Return)
    assert field.text() == "2026-11-12 14:30"
    qtbot.keyClick(field, Key.Key_Up)
    assert field.text() == "2026-11-13 14:30"
    field.setText("soon")
    assert not field.complete() and field.moment is None
