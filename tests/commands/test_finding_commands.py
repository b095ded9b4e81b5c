from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogueprep.commands import findings as commands
from dialogueprep.commands.dialogues import move_to
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.notes import Column, Finding, Proposal, ProposalId, Relation
from dialogueprep.domain.release_questions import ReleaseQuestion
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues, findings
from dialogueprep.store.workspace import Store


def found(store: Store, sample: Dialogue) -> list[Finding]:
    return list(findings.of_dialogue(store, sample.id))


def ids(store: Store, sample: Dialogue, column: Column) -> list[str]:
    return [f.id for f in found(store, sample) if f.column is column]


def test_a_finding_moves_in_front_of_another_or_to_the_end(store: Store, sample: Dialogue) -> None:
    a, b, c, d = (f for f in found(store, sample) if f.column is Column.CONVERGENT)
    commands.move_before(store, c, Column.CONVERGENT, a.id)
    assert ids(store, sample, Column.CONVERGENT) == [c.id, a.id, b.id, d.id]
    commands.move_before(store, c, Column.CONVERGENT, None)
    assert ids(store, sample, Column.CONVERGENT) == [a.id, b.id, d.id, c.id]


def test_a_finding_moves_into_a_column_and_back_by_undo(store: Store, sample: Dialogue) -> None:
    before = found(store, sample)
    moved, target = before[0], next(f for f in before if f.column is Column.UNRESOLVED)
    commands.move_before(store, moved, Column.UNRESOLVED, target.id)
    assert ids(store, sample, Column.UNRESOLVED)[:2] == [moved.id, target.id]
    store.undo()
    assert found(store, sample) == before


def test_what_changes_nothing_is_no_step(store: Store, sample: Dialogue) -> None:
    first, *_ = found(store, sample)
    label = store.undo_label
    commands.rest_on(store, first, first.notes)
    commands.move_before(store, first, first.column, found(store, sample)[1].id)
    assert store.undo_label == label


def test_a_finding_without_words_is_refused(store: Store, sample: Dialogue) -> None:
    with pytest.raises(Refused):
        commands.add(store, sample.id, Column.EMERGING, Texts())


def test_the_texts_of_a_round_are_written_and_undone(store: Store, sample: Dialogue) -> None:
    commands.write_contexts(store, sample, Texts.of(en="Why we met."))
    commands.write_next_steps(store, dialogues.read(store, sample.id), Texts.of(en="Meet again."))
    now = dialogues.read(store, sample.id)
    assert (now.contexts.get("en"), now.next_steps.get("en")) == ("Why we met.", "Meet again.")
    store.undo()
    store.undo()
    assert dialogues.read(store, sample.id) == sample


def test_a_closed_dialogue_keeps_its_findings_as_they_are(store: Store, sample: Dialogue) -> None:
    before = found(store, sample)
    first, second, *_ = before
    move_to(store, sample, Phase.CLOSED)
    with pytest.raises(Refused):
        commands.rest_on(store, first, second.notes)
    with pytest.raises(Refused):
        commands.change(store, replace(first, texts=Texts.of(en="Other words.")))
    with pytest.raises(Refused):
        commands.write_contexts(store, sample, Texts.of(en="Other words."))
    assert found(store, sample) == before


def test_a_theme_and_answers_before_release_are_kept_changed_and_undone(
    store: Store, sample: Dialogue
) -> None:
    finding, question = found(store, sample)[0], ReleaseQuestion.ONE_SOURCE
    commands.set_theme(store, finding, "  Ports   and storms ")
    commands.answer_before_release(store, finding, question, "yes")
    assert findings.answers(store, sample.id) == {finding.id: {question: "yes"}}
    commands.answer_before_release(store, finding, question, "")
    assert findings.answers(store, sample.id) == {}
    assert found(store, sample)[0].theme == "Ports and storms"
    store.undo()
    store.undo()
    assert found(store, sample)[0] == finding


def test_a_recommendation_keeps_its_means_and_how_it_stands_to_the_library(
    store: Store, sample: Dialogue
) -> None:
    blank = Proposal(id=ProposalId(""), dialogue=sample.id, texts=Texts.of(en="Do."))
    commands.propose(store, replace(blank, instruments=Texts.of(en="A letter", ja="書簡")))
    it = findings.proposals(store, sample.id)[-1]
    assert it.instruments.get("ja") == "書簡"
    commands.compare_proposal(store, it, Relation.NEW, None)
    assert findings.proposals(store, sample.id)[-1].relation is Relation.NEW
    store.undo()
    assert findings.proposals(store, sample.id)[-1] == it


def test_nothing_of_a_finding_changes_once_its_dialogue_is_closed(
    store: Store, sample: Dialogue
) -> None:
    first = found(store, sample)[0]
    move_to(store, sample, Phase.CLOSED)
    acts: tuple[Callable[[], object], ...] = (
        lambda: commands.set_theme(store, first, "x"),
        lambda: commands.answer_before_release(store, first, ReleaseQuestion.PUBLIC, "x"),
        lambda: commands.answer_question(store, first, None),
        lambda: commands.order_findings(store, sample.id, [first.id]),
    )
    for act in acts:
        with pytest.raises(Refused):
            act()
    assert found(store, sample)[0] == first
    assert findings.answers(store, sample.id) == {}
