"""What a user can do with findings and the recommendations of a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogueprep.domain.dialogue import Dialogue, DialogueId, Phase, QuestionId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import (
    Column,
    Finding,
    FindingId,
    NoteId,
    Proposal,
    ProposalId,
    Relation,
    Support,
)
from dialogueprep.domain.release_questions import ReleaseQuestion
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues, findings
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "findings"


def add(
    store: Store,
    dialogue: DialogueId,
    column: Column,
    texts: Texts,
    notes: Iterable[NoteId] = (),
    question: QuestionId | None = None,
) -> FindingId:
    """Add a finding in a column, with the notes that it rests on or the question it answers."""
    _refuse_empty(texts)
    finding = Finding(
        id=FindingId(new_id()),
        dialogue=dialogue,
        column=column,
        texts=texts,
        notes=tuple(notes),
        question=question,
    )
    with store.step(tr("Add finding"), page=PAGE) as step:
        findings.put(step, finding)
    return finding.id


def change(store: Store, finding: Finding) -> None:
    """Write a changed finding; a run of changes to one finding undoes as one."""
    _refuse_empty(finding.texts)
    _refuse_closed(store, finding.dialogue)
    with store.step(tr("Change finding"), merge=("finding", finding.id), page=PAGE) as step:
        findings.put(step, finding)


def rest_on(store: Store, finding: Finding, notes: Iterable[NoteId]) -> None:
    """Put further notes behind a finding; those that are there already stay once."""
    new = [n for n in notes if n not in finding.notes]
    if not new:
        return
    _refuse_closed(store, finding.dialogue)
    with store.step(tr("Put note behind finding"), page=PAGE) as step:
        findings.put(step, replace(finding, notes=(*finding.notes, *new)))


def no_longer_rest_on(store: Store, finding: Finding, gone: Iterable[NoteId]) -> None:
    """Take notes from behind a finding; the notes stay."""
    out = set(gone)
    left = tuple(n for n in finding.notes if n not in out)
    _refuse_closed(store, finding.dialogue)
    with store.step(tr("Take note from finding"), page=PAGE) as step:
        findings.put(step, replace(finding, notes=left))


def move(store: Store, finding: Finding, column: Column, order: Sequence[FindingId]) -> None:
    """Move a finding to a column and give all findings their order of weight."""
    with store.step(tr("Move finding"), merge=("move", finding.id), page=PAGE) as step:
        findings.put(step, replace(finding, column=column))
        findings.order(step, order)


def move_before(store: Store, finding: Finding, column: Column, before: FindingId | None) -> None:
    """Move a finding to a column, in front of another one there, or to the column's end."""
    found = findings.of_dialogue(store, finding.dialogue)
    order = _order_with(finding, column, before, found)
    if column is not finding.column or order != [f.id for f in found]:
        move(store, finding, column, order)


def _order_with(
    finding: Finding, column: Column, before: FindingId | None, found: Sequence[Finding]
) -> list[FindingId]:
    """Return all findings in order of weight, one of them moved; alone in its column it stays."""
    others = [f for f in found if f.id != finding.id]
    place = next((n for n, f in enumerate(others) if f.id == before), None)
    if place is None:
        mine = [n for n, f in enumerate(others, 1) if f.column is column]
        stays = next((n for n, f in enumerate(found) if f.id == finding.id), len(others))
        place = mine[-1] if mine else stays
    order = [f.id for f in others]
    return [*order[:place], finding.id, *order[place:]]


def set_support(store: Store, finding: Finding, support: Support | None) -> None:
    """Set the rapporteur's judgement of how widely a view was held."""
    with store.step(tr("Set support"), page=PAGE) as step:
        findings.put(step, replace(finding, support=support))


def set_theme(store: Store, finding: Finding, theme: str) -> None:
    """Put a finding under a theme; an empty word takes it from there."""
    _refuse_closed(store, finding.dialogue)
    with store.step(tr("Set theme"), merge=("theme", finding.id), page=PAGE) as step:
        findings.put(step, replace(finding, theme=" ".join(theme.split())))


def answer_question(store: Store, finding: Finding, question: QuestionId | None) -> None:
    """Say which guiding question a finding answers, or that it answers none."""
    _refuse_closed(store, finding.dialogue)
    with store.step(tr("Set question of finding"), page=PAGE) as step:
        findings.put(step, replace(finding, question=question))


def answer_before_release(
    store: Store, finding: Finding, question: ReleaseQuestion, answer: str
) -> None:
    """Answer a question that is asked before a finding leaves; an empty answer leaves it open."""
    _refuse_closed(store, finding.dialogue)
    merge = ("answer", finding.id, question.value)
    with store.step(tr("Answer before release"), merge=merge, page=PAGE) as step:
        findings.put_answer(step, finding.id, question, answer.strip())


def order_findings(store: Store, dialogue: DialogueId, ids: Sequence[FindingId]) -> None:
    """Give all findings of a dialogue this order of weight."""
    _refuse_closed(store, dialogue)
    with store.step(tr("Order findings"), page=PAGE) as step:
        findings.order(step, ids)


def remove(store: Store, ids: Iterable[FindingId]) -> None:
    """Remove findings; the notes behind them stay."""
    with store.step(tr("Remove finding"), page=PAGE) as step:
        for finding in ids:
            findings.delete(step, finding)


def propose(store: Store, proposal: Proposal) -> ProposalId:
    """Add a recommendation of the round; it gets an id of its own."""
    _refuse_empty(proposal.texts)
    mine = replace(proposal, id=ProposalId(new_id()))
    with store.step(tr("Add recommendation"), page=PAGE) as step:
        findings.put_proposal(step, mine)
    return mine.id


def change_proposal(store: Store, proposal: Proposal) -> None:
    """Write a changed recommendation of the round."""
    _refuse_empty(proposal.texts)
    _refuse_closed(store, proposal.dialogue)
    merge = ("proposal", proposal.id)
    with store.step(tr("Change recommendation"), merge=merge, page=PAGE) as step:
        findings.put_proposal(step, proposal)


def compare_proposal(
    store: Store,
    proposal: Proposal,
    relation: Relation | None,
    recommendation: RecommendationId | None,
) -> None:
    """Say how a recommendation stands to the library, and to which entry there."""
    _refuse_closed(store, proposal.dialogue)
    known = findings.proposals(store, proposal.dialogue)
    kept = next(p for p in known if p.id == proposal.id)
    with store.step(tr("Compare recommendation"), page=PAGE) as step:
        compared = replace(kept, relation=relation, recommendation=recommendation)
        findings.put_proposal(step, compared)


def order_proposals(store: Store, ids: Sequence[ProposalId]) -> None:
    """Give the recommendations of the round this order."""
    with store.step(tr("Move recommendation"), page=PAGE) as step:
        findings.order_proposals(step, ids)


def remove_proposal(store: Store, proposal: ProposalId) -> None:
    """Remove a recommendation of the round."""
    with store.step(tr("Remove recommendation"), page=PAGE) as step:
        findings.delete_proposal(step, proposal)


def write_contexts(store: Store, dialogue: Dialogue, texts: Texts) -> None:
    """Write the paragraphs on the background that documents begin with."""
    _refuse_closed(store, dialogue.id)
    merge = ("contexts", dialogue.id)
    with store.step(tr("Change context"), merge=merge, page=PAGE) as step:
        dialogues.put(step, replace(dialogue, contexts=texts))


def write_next_steps(store: Store, dialogue: Dialogue, texts: Texts) -> None:
    """Write the next steps that documents end with, one a line."""
    _refuse_closed(store, dialogue.id)
    merge = ("next steps", dialogue.id)
    with store.step(tr("Change next steps"), merge=merge, page=PAGE) as step:
        dialogues.put(step, replace(dialogue, next_steps=texts))


def _refuse_empty(texts: Texts) -> None:
    if not texts:
        raise Refused("finding-is-empty")


def _refuse_closed(store: Store, dialogue: DialogueId) -> None:
    """Texts and links lie in tables of their own, which closing a dialogue does not freeze."""
    if dialogues.read(store, dialogue).phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
