"""Findings, the notes behind them, and the recommendations that a round makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dialogueprep.domain.dialogue import DialogueId, QuestionId
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
from dialogueprep.domain.release_questions import Answers, ReleaseQuestion
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id

_PROPOSAL_FIELDS = ("texts", "addressees", "horizons", "instruments")


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Finding, ...]:
    """Return the findings of a dialogue in order of weight."""
    among = "SELECT id FROM findings WHERE dialogue = ?"
    claims = texts.of_table(store, "findings", among, (dialogue,))
    notes: dict[str, list[NoteId]] = defaultdict(list)
    for row in rows.select(store, "finding_notes", f"finding IN ({among})", [dialogue], "note"):
        notes[row["finding"]].append(NoteId(row["note"]))
    found = rows.select(store, "findings", "dialogue = ?", [dialogue], "position")
    return tuple(_finding(r, claims.get(r["id"], {}), notes[r["id"]]) for r in found)


def put(step: Step, finding: Finding) -> None:
    """Write a finding with its texts and the notes behind it, new (last) or changed."""
    row = {
        "dialogue": finding.dialogue,
        "placed": finding.column.value,
        "support": finding.support.value if finding.support else None,
        "recommendation": finding.recommendation,
        "theme": finding.theme,
        "question": finding.question,
    }
    _put_last(step, "findings", finding.id, finding.dialogue, row)
    texts.write(step, "findings", finding.id, {"claim": finding.texts})
    _put_notes(step, finding)


def order(step: Step, findings: Iterable[FindingId]) -> None:
    """Give the findings of a dialogue this order of weight."""
    rows.renumber(step, "findings", findings)


def delete(step: Step, finding: FindingId) -> None:
    """Delete a finding; the notes behind it stay."""
    rows.delete(step, "findings", finding)


def answers(store: Readable, dialogue: DialogueId) -> dict[FindingId, Answers]:
    """Return what was answered before release, by finding; what is open is left out."""
    mine = "finding IN (SELECT id FROM findings WHERE dialogue = ?)"
    found: dict[FindingId, dict[ReleaseQuestion, str]] = defaultdict(dict)
    for row in rows.select(store, "finding_answers", mine, [dialogue], "id"):
        found[FindingId(row["finding"])][ReleaseQuestion(row["question"])] = row["answer"]
    return dict(found)


def put_answer(step: Step, finding: FindingId, question: ReleaseQuestion, answer: str) -> None:
    """Write the answer to a question before release; an empty one leaves it open again."""
    where = "finding = ? AND question = ?"
    for row in rows.select(step, "finding_answers", where, [finding, question.value]):
        rows.delete(step, "finding_answers", row["id"])
    if answer:
        row = {"id": new_id(), "finding": finding, "question": question.value, "answer": answer}
        rows.insert(step, "finding_answers", row)


def proposals(store: Readable, dialogue: DialogueId) -> tuple[Proposal, ...]:
    """Return the recommendations of a round in their order."""
    among = "SELECT id FROM proposals WHERE dialogue = ?"
    fields = texts.of_table(store, "proposals", among, (dialogue,))
    found = rows.select(store, "proposals", "dialogue = ?", [dialogue], "position")
    return tuple(_proposal(r, fields.get(r["id"], {})) for r in found)


def put_proposal(step: Step, proposal: Proposal) -> None:
    """Write a recommendation of a round, new (last) or changed."""
    row = {
        "dialogue": proposal.dialogue,
        "recommendation": proposal.recommendation,
        "relation": proposal.relation.value if proposal.relation else None,
    }
    _put_last(step, "proposals", proposal.id, proposal.dialogue, row)
    fields: dict[str, Texts] = {name: getattr(proposal, name) for name in _PROPOSAL_FIELDS}
    texts.write(step, "proposals", proposal.id, fields)


def order_proposals(step: Step, proposals: Iterable[ProposalId]) -> None:
    """Give the recommendations of a round this order."""
    rows.renumber(step, "proposals", proposals)


def delete_proposal(step: Step, proposal: ProposalId) -> None:
    """Delete a recommendation of a round."""
    rows.delete(step, "proposals", proposal)


def _put_last(step: Step, table: str, row_id: str, dialogue: DialogueId, row: Row) -> None:
    if rows.one(step, table, row_id) is None:
        position = rows.next_position(step, table, "dialogue", dialogue)
        rows.insert(step, table, {"id": row_id, "position": position, **row})
    else:
        rows.update(step, table, row_id, row)


def _put_notes(step: Step, finding: Finding) -> None:
    there = {
        r["note"]: r["id"] for r in rows.select(step, "finding_notes", "finding = ?", [finding.id])
    }
    for note in finding.notes:
        if there.pop(note, None) is None:
            link = {"id": new_id(), "finding": finding.id, "note": note}
            rows.insert(step, "finding_notes", link)
    for gone in there.values():
        rows.delete(step, "finding_notes", gone)


def _finding(row: Row, fields: dict[str, Texts], notes: list[NoteId]) -> Finding:
    recommendation = row["recommendation"]
    return Finding(
        id=FindingId(row["id"]),
        dialogue=DialogueId(row["dialogue"]),
        column=Column(row["placed"]),
        texts=fields.get("claim", Texts()),
        support=Support(row["support"]) if row["support"] else None,
        notes=tuple(notes),
        recommendation=RecommendationId(recommendation) if recommendation else None,
        theme=row["theme"],
        question=QuestionId(row["question"]) if row["question"] else None,
    )


def _proposal(row: Row, fields: dict[str, Texts]) -> Proposal:
    recommendation = row["recommendation"]
    return Proposal(
        id=ProposalId(row["id"]),
        dialogue=DialogueId(row["dialogue"]),
        texts=fields.get("texts", Texts()),
        addressees=fields.get("addressees", Texts()),
        horizons=fields.get("horizons", Texts()),
        instruments=fields.get("instruments", Texts()),
        recommendation=RecommendationId(recommendation) if recommendation else None,
        relation=Relation(row["relation"]) if row["relation"] else None,
    )
