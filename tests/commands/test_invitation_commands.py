"""Invitations, substitutes, letters and seats in the store, and their undo."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.commands import invitations as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.invitations import onward, substitute
from dialogueprep.domain.people import Name, Participation, Standing
from dialogueprep.domain.table_plan import TableShape
from dialogueprep.store import dialogues, invitations, people, workspace
from dialogueprep.store.workspace import Store

TODAY = date(2026, 9, 1)


@pytest.fixture
def store(prepared_workspace: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(prepared_workspace, tmp_path / "workspace")
    with workspace.open(tmp_path / "workspace", KEY) as opened:
        yield opened


@pytest.fixture
def dialogue(store: Store) -> DialogueId:
    return dialogues.every(store)[0].id


def _all(store: Store, dialogue: DialogueId) -> tuple[Participation, ...]:
    return people.participations(store, dialogue)


def _declined(store: Store, dialogue: DialogueId) -> Participation:
    with_roles = {a.participation for a in people.attendances(store, dialogue) if a.roles}
    who = next(p for p in _all(store, dialogue) if p.id in with_roles)
    commands.move(store, dialogue, [who.id], lambda _s: Standing.DECLINED, TODAY)
    return next(p for p in _all(store, dialogue) if p.id == who.id)


def test_several_move_in_one_step_and_back_by_one_undo(store: Store, dialogue: DialogueId) -> None:
    before = _all(store, dialogue)
    ids = [p.id for p in before[:3]]
    moved = commands.move(store, dialogue, ids, lambda _s: Standing.INVITED, TODAY)
    now = _all(store, dialogue)
    assert moved == 3
    assert {p.invitation.invited for p in now if p.id in ids} == {TODAY}
    assert all(p.invitation.answer_by for p in now if p.id in ids)
    store.undo()
    assert _all(store, dialogue) == before


def test_who_is_at_the_end_of_the_way_is_not_moved(store: Store, dialogue: DialogueId) -> None:
    depth = store.undo_depth
    there = [p.id for p in _all(store, dialogue) if p.standing is Standing.ATTENDED]
    assert commands.move(store, dialogue, there, onward, TODAY) == 0
    assert store.undo_depth == depth


def test_a_deadline_follows_the_weeks_of_the_dialogue(store: Store, dialogue: DialogueId) -> None:
    commands.wait_until(store, dialogue, 2)
    first_day = dialogues.read(store, dialogue).first_day
    who = _all(store, dialogue)[0]
    commands.move(store, dialogue, [who.id], lambda _s: Standing.INVITED, TODAY)
    by = next(p for p in _all(store, dialogue) if p.id == who.id).invitation.answer_by
    assert by is not None
    assert (first_day - by).days == 14
    with pytest.raises(Refused):
        commands.wait_until(store, dialogue, 99)


def test_a_substitute_takes_over_presence_and_roles(store: Store, dialogue: DialogueId) -> None:
    declined = _declined(store, dialogue)
    held = {a.item: a.roles for a in people.attendances(store, dialogue)
            if a.participation == declined.id}  # fmt: skip
    before = store.undo_depth
    blank = substitute(declined)
    new = replace(blank, person=replace(blank.person, name=Name(family="Gakuji", given="Ren")))
    made = commands.nominate(store, dialogue, new)
    after = {a.item: a.roles for a in people.attendances(store, dialogue)
             if a.participation == made}  # fmt: skip
    assert after == held
    left = [a for a in people.attendances(store, dialogue) if a.participation == declined.id]
    assert not any(a.roles for a in left)
    assert store.undo_depth == before + 1
    store.undo()
    assert all(p.id != made for p in _all(store, dialogue))


def test_a_substitute_is_refused_for_somebody_who_comes(store: Store, dialogue: DialogueId) -> None:
    blank = substitute(_all(store, dialogue)[0])
    new = replace(blank, person=replace(blank.person, name=Name(family="Gakuji")))
    with pytest.raises(Refused, match="substitute-for-nobody"):
        commands.nominate(store, dialogue, new)


def test_an_answer_before_the_invitation_is_refused(store: Store, dialogue: DialogueId) -> None:
    who = _all(store, dialogue)[0]
    dates = replace(who.invitation, invited=TODAY, answered=date(2026, 8, 1))
    with pytest.raises(Refused, match="answer-before-invitation"):
        commands.set_dates(store, dialogue, [replace(who, invitation=dates)])


def test_the_words_of_a_letter_are_kept_by_language_and_undone(
    store: Store, dialogue: DialogueId
) -> None:
    commands.word_letter(store, dialogue, "thanks", "ja", "ありがとう {name}")
    commands.word_letter(store, dialogue, "reminder", "en", "Hello")
    own = invitations.letters(store, dialogue)
    assert own["thanks"].get("ja") == "ありがとう {name}"
    assert own["thanks"].get("en") is None
    assert dialogues.read(store, dialogue).names.get("en")
    commands.word_letter(store, dialogue, "thanks", "ja", "")
    assert "thanks" not in invitations.letters(store, dialogue)
    store.undo()
    assert invitations.letters(store, dialogue)["thanks"].get("ja")


def test_seats_and_the_form_of_the_table_are_kept(store: Store, dialogue: DialogueId) -> None:
    one, two = _all(store, dialogue)[:2]
    commands.seat(store, dialogue, {one.id: 1, two.id: 0})
    commands.shape_table(store, dialogue, TableShape.LONG)
    seats = {p.id: p.seat for p in _all(store, dialogue)}
    assert (seats[one.id], seats[two.id]) == (1, 0)
    assert invitations.table_shape(store, dialogue) is TableShape.LONG
    store.undo()
    store.undo()
    assert {p.seat for p in _all(store, dialogue)} == {None}
