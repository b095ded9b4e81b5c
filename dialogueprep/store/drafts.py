"""How far documents have come, and who received which draft."""

from __future__ import annotations

from datetime import date

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.drafts import Circulation, Draft, Recipient, RecipientKind, Return, Stage
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id

_COUNTS = ("accepted", "edited", "declined", "noted")


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Draft, ...]:
    """Return how far the documents of a dialogue have come; those without a row are raw."""
    found = rows.select(store, "drafts", "dialogue = ?", [dialogue], "product, language")
    return tuple(_draft(row) for row in found)


def put(step: Step, dialogue: DialogueId, draft: Draft) -> None:
    """Write how far a document has come in its language."""
    where = "dialogue = ? AND product = ? AND language = ?"
    there = list(rows.select(step, "drafts", where, [dialogue, draft.product, draft.language]))
    row = {
        "dialogue": dialogue,
        "product": draft.product.value,
        "language": draft.language,
        "number": draft.number,
        "state": draft.stage.value,
    }
    rows.put(step, "drafts", there[0]["id"] if there else new_id(), row)


def circulations(store: Readable, dialogue: DialogueId) -> tuple[Circulation, ...]:
    """Return which drafts of a dialogue were sent, the first one first."""
    found = rows.select(store, "circulations", "dialogue = ?", [dialogue], "position")
    return tuple(_circulation(row) for row in found)


def add_circulation(step: Step, dialogue: DialogueId, sent: Circulation) -> None:
    """Write that a draft was sent."""
    until = sent.comments_until.isoformat() if sent.comments_until else None
    row = {
        "id": new_id(),
        "dialogue": dialogue,
        "product": sent.product.value,
        "language": sent.language,
        "number": sent.number,
        "circulated_on": sent.on.isoformat(),
        "comments_until": until,
        "recipients": rows.as_list(f"{r.kind.value} {r.id}" for r in sent.recipients),
        "position": rows.next_position(step, "circulations", "dialogue", dialogue),
    }
    rows.insert(step, "circulations", row)


def returns(store: Readable, dialogue: DialogueId) -> tuple[Return, ...]:
    """Return which drafts of a dialogue came back, the first one first."""
    found = rows.select(store, "returns", "dialogue = ?", [dialogue], "position")
    return tuple(_return(row) for row in found)


def add_return(step: Step, dialogue: DialogueId, came: Return) -> None:
    """Write that a draft came back, and what became of its edits."""
    row = {
        "id": new_id(),
        "dialogue": dialogue,
        "product": came.product.value,
        "language": came.language,
        "returned_on": came.on.isoformat(),
        **{name: getattr(came, name) for name in _COUNTS},
        "position": rows.next_position(step, "returns", "dialogue", dialogue),
    }
    rows.insert(step, "returns", row)


def _return(row: Row) -> Return:
    return Return(
        product=Product(row["product"]),
        language=row["language"],
        on=date.fromisoformat(row["returned_on"]),
        **{name: row[name] for name in _COUNTS},
    )


def _draft(row: Row) -> Draft:
    return Draft(
        product=Product(row["product"]),
        language=row["language"],
        stage=Stage(row["state"]),
        number=row["number"],
    )


def _circulation(row: Row) -> Circulation:
    until = row["comments_until"]
    pairs = (each.split(" ", 1) for each in rows.from_list(row["recipients"]))
    return Circulation(
        product=Product(row["product"]),
        language=row["language"],
        number=row["number"],
        on=date.fromisoformat(row["circulated_on"]),
        comments_until=date.fromisoformat(until) if until else None,
        recipients=tuple(Recipient(RecipientKind(kind), id_) for kind, id_ in pairs),
    )
