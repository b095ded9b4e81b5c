"""What the directory needs beyond people: who is whom, who is not, and how lists are ordered."""

from __future__ import annotations

from typing import Any

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.people import ParticipationId, PersonId, Role
from dialogueprep.store import rows, settings
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step

NOT_THE_SAME = "people not the same"
"""The setting that keeps pairs of people who are two, by their ids."""


def not_the_same(store: Readable) -> frozenset[frozenset[str]]:
    """Return the pairs of people of whom somebody said that they are two."""
    return frozenset(frozenset(pair) for pair in settings.read(store, NOT_THE_SAME, []))


def put_not_the_same(step: Step, pairs: frozenset[frozenset[str]]) -> None:
    """Write the pairs of people who are two."""
    settings.put(step, NOT_THE_SAME, sorted(sorted(pair) for pair in pairs))


def in_closed_dialogue(store: Readable, person: PersonId) -> bool:
    """Return whether somebody takes part in a dialogue that is closed, and so frozen."""
    where = "person = ? AND dialogue IN (SELECT id FROM dialogues WHERE phase = 'closed')"
    return next(rows.select(store, "participations", where, [person]), None) is not None


def move_part(step: Step, participation: ParticipationId, person: PersonId) -> None:
    """Let a part in a dialogue be somebody's."""
    rows.update(step, "participations", participation, {"person": person})


def join_parts(step: Step, gone: ParticipationId, kept: ParticipationId) -> None:
    """Let presence, roles and statements of one part be another's, and delete the part.

    Somebody who was present by either is present, with the roles of both; who spoke by either
    does not listen only.
    """
    for row in list(rows.select(step, "attendances", "participation = ?", [gone])):
        _join_attendance(step, row, kept)
    for table, column in (("statements", "participation"), ("participations", "substitute_for")):
        for row in list(rows.select(step, table, f"{column} = ?", [gone])):
            value = None if row["id"] == kept else kept
            rows.update(step, table, row["id"], {column: value})
    rows.delete(step, "participations", gone)


def _join_attendance(step: Step, row: Row, kept: ParticipationId) -> None:
    where = "participation = ? AND item = ?"
    there = next(rows.select(step, "attendances", where, [kept, row["item"]]), None)
    if there is None:
        rows.update(step, "attendances", row["id"], {"participation": kept})
        return
    roles = {Role(r) for r in (*rows.from_list(there["roles"]), *rows.from_list(row["roles"]))}
    joined = {
        "roles": rows.as_list(sorted(r.value for r in roles)),
        "silent": min(there["silent"], row["silent"]),
    }
    rows.update(step, "attendances", there["id"], joined)


def list_orders(store: Readable, dialogue: DialogueId) -> dict[str, Any]:
    """Return how lists of names are ordered, as it is kept: by product, then by language."""
    return settings.read(store, _of(dialogue), {})


def put_list_orders(step: Step, dialogue: DialogueId, orders: dict[str, Any]) -> None:
    """Write how lists of names are ordered."""
    settings.put(step, _of(dialogue), orders)


def _of(dialogue: DialogueId) -> str:
    return f"order of names {dialogue}"
