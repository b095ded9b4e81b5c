"""Targets of a dialogue, and templates of them. Those of delegations stand with these."""

from __future__ import annotations

import json
from typing import Any, cast

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.targets import Dimension, Target, TargetTemplate, TemplateId
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Target, ...]:
    """Return the targets of a dialogue, those of its delegations in their order first."""
    sides = rows.select(store, "delegations", "dialogue = ?", [dialogue], "position")
    own = [
        Target(Dimension.DELEGATION, r["code"], r["target"])
        for r in sides
        if r["target"] is not None
    ]
    others = rows.select(store, "targets", "dialogue = ?", [dialogue], "dimension, category")
    known = {str(d) for d in Dimension}
    found = [
        Target(Dimension(r["dimension"]), r["category"], r["target"])
        for r in others
        if r["dimension"] in known
    ]
    return (*own, *found)


def put(step: Step, dialogue: DialogueId, target: Target) -> None:
    """Write a target; none is wanted where it is 0."""
    if target.dimension is Dimension.DELEGATION:
        _put_of_delegation(step, dialogue, target)
        return
    where, values = _place(dialogue, target)
    there = next(rows.select(step, "targets", where, values), None)
    row = {
        "dialogue": dialogue,
        "dimension": target.dimension.value,
        "category": target.category,
        "target": target.wanted,
    }
    if not target.wanted:
        if there:
            rows.delete(step, "targets", there["id"])
    elif there:
        rows.update(step, "targets", there["id"], row)
    else:
        rows.insert(step, "targets", {"id": new_id(), **row})


def clear(step: Step, dialogue: DialogueId) -> None:
    """Take all targets of a dialogue away."""
    for target in of_dialogue(step, dialogue):
        put(step, dialogue, Target(target.dimension, target.category, 0))


def templates(store: Readable) -> tuple[TargetTemplate, ...]:
    """Return the templates by name."""
    found = [_template(r["id"], json.loads(r["content"])) for r in _templates(store)]
    return tuple(sorted(found, key=lambda t: t.name.casefold()))


def put_template(step: Step, template: TargetTemplate) -> None:
    """Write a template, new or changed."""
    targets = [[t.dimension.value, t.category, t.wanted] for t in template.targets]
    content = json.dumps({"name": template.name, "targets": targets}, ensure_ascii=False)
    rows.put(step, "target_templates", template.id, {"content": content})


def delete_template(step: Step, template: TemplateId) -> None:
    """Delete a template."""
    rows.delete(step, "target_templates", template)


def _put_of_delegation(step: Step, dialogue: DialogueId, target: Target) -> None:
    where, values = "dialogue = ? AND code = ?", [dialogue, target.category]
    for row in list(rows.select(step, "delegations", where, values)):
        rows.update(step, "delegations", row["id"], {"target": target.wanted or None})


def _place(dialogue: DialogueId, target: Target) -> tuple[str, list[str]]:
    where = "dialogue = ? AND dimension = ? AND category = ?"
    return where, [dialogue, target.dimension.value, target.category]


def _templates(store: Readable) -> list[rows.Row]:
    return list(rows.select(store, "target_templates"))


def _template(row_id: str, content: Any) -> TargetTemplate:
    held = cast("dict[str, Any]", content if isinstance(content, dict) else {})
    known = {str(d) for d in Dimension}
    targets = tuple(
        Target(Dimension(dimension), str(category), int(wanted))
        for dimension, category, wanted in held.get("targets", [])
        if dimension in known
    )
    return TargetTemplate(TemplateId(row_id), str(held.get("name", "")), targets)
