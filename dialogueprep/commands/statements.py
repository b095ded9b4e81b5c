"""What a user can do with statements: words that stand beside a name, apart from all notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.notes import Statement, StatementId, StatementKind
from dialogueprep.store import agenda, documents, statements
from dialogueprep.store.documents import Release
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "notes"
IN_EVIDENCE = "statements"


def add(store: Store, it: Statement) -> StatementId:
    """Keep a new statement, last of its dialogue; refused as `change`."""
    mine = _checked(store, replace(it, id=StatementId(new_id())))
    with store.step(tr("Add statement"), page=PAGE) as step:
        statements.put(step, mine)
    return mine.id


def change(store: Store, it: Statement) -> None:
    """Write a changed statement.

    Refused: "statement-is-empty"; "statement-needs-consent" for a quotation without its day;
    "withdrawn-before-consent"; "statement-at-rule-item" for one at an item that is not on the
    record.
    """
    mine = _checked(store, it)
    with store.step(tr("Change statement"), merge=("statement", it.id), page=PAGE) as step:
        statements.put(step, mine)


def withdraw(store: Store, it: Statement, on: date | None) -> tuple[Release, ...]:
    """Note that a person took a statement back, or (None) that it stands again.

    It is kept, leaves all new documents, and the released documents that hold it are returned.
    Refused("withdrawn-before-consent").
    """
    _after_consent(replace(it, withdrawn_on=on))
    label = tr("Withdraw statement") if on else tr("Take withdrawal back")
    with store.step(label, page=PAGE) as step:
        statements.put(step, replace(it, withdrawn_on=on))
    return released_with(store, it)


def remove(store: Store, statement: StatementId) -> None:
    """Remove a statement."""
    with store.step(tr("Remove statement"), page=PAGE) as step:
        statements.delete(step, statement)


def order(store: Store, ids: Sequence[StatementId]) -> None:
    """Give the statements of a dialogue this order."""
    with store.step(tr("Move statement"), page=PAGE) as step:
        statements.order(step, ids)


def released_with(store: Store, it: Statement) -> tuple[Release, ...]:
    """Return the released documents that hold a statement, the latest first."""
    known = documents.releases(store, it.dialogue)
    return tuple(r for r in known if it.id in r.evidence.get(IN_EVIDENCE, ()))


def _after_consent(it: Statement) -> None:
    if it.withdrawn_on and it.consented_on and it.withdrawn_on < it.consented_on:
        raise Refused("withdrawn-before-consent")


def _checked(store: Store, it: Statement) -> Statement:
    if not it.texts:
        raise Refused("statement-is-empty")
    _after_consent(it)
    if it.kind is StatementKind.QUOTED:
        if it.consented_on is None:
            raise Refused("statement-needs-consent")
        return replace(it, item=None)
    if it.item and agenda.read(store, it.item).terms is not Terms.ON_RECORD:
        raise Refused("statement-at-rule-item")
    return it
