"""What became of an entry is read from agendas, notes and findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId, ItemKind
from dialogueprep.domain.library import (
    Dimension,
    Recommendation,
    RecommendationId,
    Topic,
    TopicId,
)
from dialogueprep.domain.notes import (
    Column,
    Finding,
    FindingId,
    Note,
    NoteId,
    NoteKind,
    Proposal,
    ProposalId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, findings, library, library_use, notes
from dialogueprep.store.workspace import Store

TOPIC = Topic(id=TopicId("t"), titles=Texts.of(en="Ports"), dimension=Dimension.ECONOMIC)
IT = Recommendation(
    id=RecommendationId("r"), topic=TOPIC.id, titles=Texts.of(en="Share berths"), texts=Texts(),
    dimension=Dimension.ECONOMIC,
)  # fmt: skip


def round_of(number: int) -> tuple[Dialogue, AgendaItem]:
    dialogue = Dialogue(
        id=DialogueId(f"d{number}"), names=Texts.of(en=f"Round {number}"), titles=Texts(),
        place=Texts(), first_day=date(2025 + number, 5, 1), round=number,
    )  # fmt: skip
    item = AgendaItem(
        id=ItemId(f"i{number}"), dialogue=dialogue.id, kind=ItemKind.DISCUSSION,
        titles=Texts.of(en="Harbours"), day=0, minutes=60, topic=TOPIC.id, recommendations=(IT.id,),
        actual_minutes=50 if number == 1 else None,
    )  # fmt: skip
    return dialogue, item


@pytest.fixture
def used(store: Store) -> Store:
    with store.step("Fill") as step:
        library.put_topic(step, TOPIC)
        library.put_recommendation(step, IT)
        for number in (1, 2):
            dialogue, item = round_of(number)
            dialogues.put(step, dialogue)
            agenda.put(step, item)
        note = Note(id=NoteId("n"), item=ItemId("i1"), kind=NoteKind.POINT, text="A point")
        notes.put(step, note)
        for name, column, behind, about in (
            ("f1", Column.UNRESOLVED, (note.id,), None),
            ("f2", Column.CONVERGENT, (note.id,), None),
            ("f3", Column.EMERGING, (), IT.id),
        ):
            finding = Finding(
                id=FindingId(name), dialogue=DialogueId("d1"), column=column,
                texts=Texts.of(en=name), notes=behind, recommendation=about,
            )  # fmt: skip
            findings.put(step, finding)
    return store


def test_a_topic_was_used_where_its_items_stood_and_ended_as_findings_on_its_notes(
    used: Store,
) -> None:
    history = library_use.history(used)[TOPIC.id]
    assert (history.dialogues, history.rounds, history.minutes) == (2, (1, 2), 110)
    assert history.ended == (Column.CONVERGENT, Column.EMERGING, Column.UNRESOLVED)
    assert history.last == date(2027, 5, 1)
    latest, first = history.uses
    assert (latest.round, latest.ended, latest.minutes) == (2, (), 60)
    assert (first.planned, first.actual, first.titles) == (60, 50, Texts.of(en="Harbours"))
    assert not first.unresolved
    assert [(o.id, o.texts.best("en")) for o in first.outcomes] == [
        ("f2", "f2"), ("f3", "f3"), ("f1", "f1"),
    ]  # fmt: skip


def test_a_recommendation_ended_as_the_findings_that_refer_to_it(used: Store) -> None:
    history = library_use.history(used)[IT.id]
    assert [(u.round, u.ended) for u in history.uses] == [(2, ()), (1, (Column.EMERGING,))]


def test_the_history_of_chosen_entries_is_that_of_all(used: Store) -> None:
    whole = library_use.history(used)
    for entry in (TOPIC.id, IT.id):
        assert library_use.history(used, [entry]) == {entry: whole[entry]}
    assert library_use.history(used, []) == {}


def test_what_the_round_made_of_a_recommendation_is_an_outcome_without_a_column(
    used: Store,
) -> None:
    made = Proposal(
        id=ProposalId("p"), dialogue=DialogueId("d2"), texts=Texts.of(en="Do share berths"),
        recommendation=IT.id,
    )  # fmt: skip
    with used.step("Propose") as step:
        findings.put_proposal(step, made)
    latest, _ = library_use.history(used)[IT.id].uses
    (outcome,) = latest.outcomes
    assert (outcome.id, outcome.texts, outcome.column) == (made.id, made.texts, None)
    assert latest.ended == ()


def test_what_was_set_aside_was_not_used(used: Store) -> None:
    with used.step("Set aside") as step:
        for number in (1, 2):
            agenda.put(step, replace(round_of(number)[1], aside=True))
    found = library_use.history(used)
    assert TOPIC.id not in found
    assert [(u.item, u.ended) for u in found[IT.id].uses] == [(None, (Column.EMERGING,))]
