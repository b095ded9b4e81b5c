"""Uses of library entries in dialogues that this workspace does not keep.

They came in with a file. Where the dialogue is kept here, its own agenda and findings say what
became of an entry, and the row is left out.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from dialogueprep.domain.dialogue import DialogueId, ItemId, Phase
from dialogueprep.domain.notes import Column
from dialogueprep.domain.texts import Text, Texts, TextState
from dialogueprep.domain.uses import Use
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id

_ELSEWHERE = "dialogue NOT IN (SELECT id FROM dialogues)"


def past_uses(store: Readable, among: Collection[str] | None = None) -> tuple[Use, ...]:
    """Return the uses elsewhere of all entries, or of those with an id ``among`` these."""
    where, values = _ELSEWHERE, ()
    if among is not None:
        where += " AND entry IN (SELECT value FROM json_each(?))"
        values = (json.dumps(sorted(among)),)
    return tuple(_use(row) for row in rows.select(store, "past_uses", where, values, "id"))


def put_past_use(step: Step, use: Use) -> None:
    """Keep a use; one of the same entry, dialogue and item is replaced."""
    where = "entry = ? AND dialogue = ? AND item IS ?"
    there = next(rows.select(step, "past_uses", where, [use.entry, use.dialogue, use.item]), None)
    content = json.dumps(_content(use), ensure_ascii=False)
    row = {"entry": use.entry, "dialogue": use.dialogue, "item": use.item, "content": content}
    rows.put(step, "past_uses", there["id"] if there else new_id(), row)


def move_past_uses(step: Step, gone: str, kept: str) -> None:
    """Let the uses elsewhere of one entry be those of another."""
    for use in past_uses(step, {gone}):
        put_past_use(step, replace(use, entry=kept))
    rows.keep_only(step, "past_uses", "entry", gone, ())


def _content(use: Use) -> dict[str, Any]:
    return {
        "names": _as_rows(use.names),
        "titles": _as_rows(use.titles),
        "first_day": use.first_day.isoformat(),
        "phase": use.phase.value,
        "round": use.round,
        "day": use.day,
        "planned": use.planned,
        "actual": use.actual,
        "ended": [column.value for column in use.ended],
    }


def _use(row: Row) -> Use:
    it: dict[str, Any] = json.loads(row["content"])
    return Use(
        entry=row["entry"],
        dialogue=DialogueId(row["dialogue"]),
        item=ItemId(row["item"]) if row["item"] else None,
        names=_texts(it["names"]),
        titles=_texts(it["titles"]),
        first_day=date.fromisoformat(it["first_day"]),
        phase=Phase(it["phase"]),
        round=it["round"],
        day=it["day"],
        planned=it["planned"],
        actual=it["actual"],
        ended=tuple(map(Column, it["ended"])),
        elsewhere=True,
    )


def _as_rows(texts: Texts) -> list[list[str]]:
    return [[t.language, t.wording, t.state.value] for t in texts.entries]


def _texts(found: list[list[Any]]) -> Texts:
    return Texts(tuple(Text(g, wording, TextState(state)) for g, wording, state in found))
