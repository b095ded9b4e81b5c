"""Writing what merging changes: rows with their tokens as they are, parents first."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager

from dialogueprep.domain.merge_plan import Plan
from dialogueprep.domain.merge_sides import Ref
from dialogueprep.domain.row_versions import State
from dialogueprep.store import lineage, rows
from dialogueprep.store.driver import run
from dialogueprep.store.merge_sides import shape
from dialogueprep.store.step import Step


def write(step: Step, plan: Plan) -> None:
    """Write a plan in the open step. Refused, if a rule of the workspace does not let it in."""
    with verbatim(step):
        lineage.rename(step, plan.names)
        delete(step, plan.deletes)
        for (table, old), new in plan.moves.items():
            if (table, new) in plan.puts or (table, new) in plan.graves:
                rows.delete(step, table, old)
        put(step, plan.puts)
        for ref, state in plan.graves.items():
            bury(step, ref, state)
        know(step, plan.known)


@contextmanager
def verbatim(step: Step) -> Generator[None]:
    """Write tokens and tombstones as they are given, and check what rows name at the end."""
    run(step.db, "PRAGMA defer_foreign_keys = ON")
    run(step.db, "INSERT INTO replaying VALUES (1)")
    yield
    run(step.db, "DELETE FROM replaying")


def delete(step: Step, states: dict[Ref, State]) -> None:
    """Delete rows, what belongs to others first, and leave their tombstones."""
    for ref in reversed(shape().sorted(states)):
        rows.delete(step, *ref)
        bury(step, ref, states[ref])


def bury(step: Step, ref: Ref, state: State) -> None:
    """Leave the tombstone of a row that is not here."""
    table, row = ref
    run(step.db, "DELETE FROM tombstones WHERE id = ? AND table_name = ?", [row, table])
    values = {"id": row, "table_name": table, "version": state.version}
    rows.insert(step, "tombstones", values)
    know(step, {ref: state})


def put(step: Step, states: dict[Ref, State]) -> None:
    """Write rows, new or changed. A dialogue is closed when all of it is there."""
    for ref in shape().sorted(states):
        content = dict(states[ref].content or {}) | {"version": states[ref].version}
        if ref[0] == "dialogues" and content["phase"] == "closed":
            content["phase"] = "drafting"
        _put(step, ref, content)
    for (table, row), state in states.items():
        if table == "dialogues" and state.content and state.content["phase"] == "closed":
            rows.update(step, table, row, {"phase": "closed"})
    know(step, states)


def _put(step: Step, ref: Ref, content: dict[str, object]) -> None:
    table, row = ref
    run(step.db, "DELETE FROM tombstones WHERE id = ? AND table_name = ?", [row, table])
    rows.put(step, table, row, {c: v for c, v in content.items() if c != "id"})


def know(step: Step, states: dict[Ref, State]) -> None:
    """Write what rows follow, and what had the same content."""
    lineage.adopt_all(step, {ref: dict(_versions(state)) for ref, state in states.items()})


def _versions(state: State) -> Iterable[tuple[str, str]]:
    for each in state.known | state.past:
        alike = each in state.same and state.content is not None
        yield each, state.version if alike else ""
