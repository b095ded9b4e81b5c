"""Statements: words that may stand beside a name, apart from all notes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.notes import Scope, Statement, StatementId, StatementKind
from dialogueprep.domain.people import ParticipationId
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Statement, ...]:
    """Return the statements of a dialogue in their order."""
    among = "SELECT id FROM statements WHERE dialogue = ?"
    words = texts.of_table(store, "statements", among, (dialogue,))
    found = rows.select(store, "statements", "dialogue = ?", [dialogue], "position")
    return tuple(_statement(r, words.get(r["id"], {}).get("texts", Texts())) for r in found)


def put(step: Step, it: Statement) -> None:
    """Write a statement, new (last) or changed."""
    row: Row = {
        "dialogue": it.dialogue,
        "item": it.item,
        "participation": it.participation,
        "kind": it.kind.value,
        "scope": it.scope.value,
        "consented_on": it.consented_on.isoformat() if it.consented_on else None,
        "withdrawn_on": it.withdrawn_on.isoformat() if it.withdrawn_on else None,
    }
    if rows.one(step, "statements", it.id) is None:
        row["position"] = rows.next_position(step, "statements", "dialogue", it.dialogue)
    rows.put(step, "statements", it.id, row)
    texts.write(step, "statements", it.id, {"texts": it.texts})


def read(store: Readable, statement: StatementId) -> Statement | None:
    """Return one statement, or None if there is none with this id."""
    row = rows.one(store, "statements", statement)
    if row is None:
        return None
    words = texts.of_table(store, "statements", "?", (statement,))
    return _statement(row, words.get(statement, {}).get("texts", Texts()))


def order(step: Step, ids: Iterable[StatementId]) -> None:
    """Give the statements of a dialogue this order."""
    rows.renumber(step, "statements", ids)


def delete(step: Step, statement: StatementId) -> None:
    """Delete a statement."""
    rows.delete(step, "statements", statement)


def _day(column: str | None) -> date | None:
    return date.fromisoformat(column) if column else None


def _scope(column: str) -> Scope:
    """The narrower one where the column is empty or older than the list of scopes."""
    return Scope.PUBLIC if column == Scope.PUBLIC else Scope.REPORT


def _statement(row: Row, words: Texts) -> Statement:
    return Statement(
        id=StatementId(row["id"]),
        dialogue=DialogueId(row["dialogue"]),
        participation=ParticipationId(row["participation"]),
        kind=StatementKind(row["kind"]),
        texts=words,
        item=ItemId(row["item"]) if row["item"] else None,
        scope=_scope(row["scope"]),
        consented_on=_day(row["consented_on"]),
        withdrawn_on=_day(row["withdrawn_on"]),
    )
