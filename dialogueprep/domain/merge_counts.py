"""What merging changes, counted as people see it: an item with its texts is one item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.merge_plan import Plan
from dialogueprep.domain.merge_sides import Ref, Row, Shape, Side, belonging


class Kind(StrEnum):
    """What rows are about."""

    AGENDA = "agenda"
    PEOPLE = "people"
    NOTES = "notes"
    FINDINGS = "findings"
    DOCUMENTS = "documents"
    LIBRARY = "library"


_KINDS = {
    Kind.AGENDA: (
        "series", "dialogues", "hosts", "delegations", "targets", "designations", "days", "items",
        "item_questions", "item_recommendations", "agenda_versions", "orders", "agenda_templates",
        "target_templates",
    ),
    Kind.PEOPLE: ("persons", "name_forms", "participations", "attendances"),
    Kind.NOTES: ("notes",),
    Kind.FINDINGS: (
        "findings", "finding_notes", "finding_answers", "proposals", "statements", "follow_ups",
    ),
    Kind.DOCUMENTS: (
        "drafts", "circulations", "decisions", "releases", "returns", "published",
    ),
}  # fmt: skip
_KIND_OF = {table: kind for kind, tables in _KINDS.items() for table in tables}
# Rows that are parts of another one: it is that one that has changed.
_PARTS = {
    "texts": "owner",
    "finding_notes": "finding",
    "finding_answers": "finding",
    "name_forms": "person",
    "attendances": "participation",
    "item_recommendations": "item",
    "item_questions": "item",
    "topic_questions": "topic",
    "entry_tags": "entry",
    "entry_passages": "entry",
    "ratings": "subject",
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a kind come, change, go, and are to be decided, in a dialogue or none."""

    dialogue: str
    kind: Kind
    new: int = 0
    changed: int = 0
    deleted: int = 0
    conflicts: int = 0


def kind_of(table: str) -> Kind:
    """Return what rows of a table are about."""
    return _KIND_OF.get(table, Kind.LIBRARY)


def subject(shape: Shape, ref: Ref, find: Mapping[Ref, Row]) -> Ref:
    """Return the row that people see a row as: itself, or the one of which it is a part."""
    row, column = find.get(ref), _PARTS.get(ref[0])
    for reference in shape.references.get(ref[0], ()):
        if row is not None and reference.column == column:
            whole = reference.named(row, lambda each: each in find)
            return subject(shape, whole, find) if whole else ref
    return ref


def counted(plan: Plan, mine: Side, theirs: Side, shape: Shape) -> tuple[Count, ...]:
    """Return the counts of a plan, by dialogue and kind."""
    find = {**theirs.rows, **mine.rows}
    found: dict[tuple[str, Kind], Count] = {}
    of = belonging(shape, find.get)
    for ref, change in _changes(plan, mine, shape, find):
        key = (of(ref), kind_of(ref[0]))
        count = found.setdefault(key, Count(*key))
        found[key] = replace(count, **{change: getattr(count, change) + 1})
    return tuple(found[key] for key in sorted(found, key=_in_order))


def _in_order(key: tuple[str, Kind]) -> tuple[bool, str, int]:
    return not key[0], key[0], list(Kind).index(key[1])


def _changes(
    plan: Plan, mine: Side, shape: Shape, find: Mapping[Ref, Row]
) -> Iterator[tuple[Ref, str]]:
    """Yield each thing that changes, once, and how."""
    changed = {subject(shape, ref, find) for ref in _rewritten(plan, mine)}
    gone = {subject(shape, ref, find) for ref in plan.deletes}
    waiting = {c.root for c in plan.conflicts.values()}
    for ref in changed | gone:
        if ref in plan.deletes:
            yield ref, "deleted"
        else:
            yield ref, "changed" if ref in mine.rows else "new"
    for root in waiting:
        yield subject(shape, root, find), "conflicts"


def _rewritten(plan: Plan, mine: Side) -> Iterator[Ref]:
    """Yield the rows that say something else than before."""
    for ref, state in plan.puts.items():
        here = mine.rows.get(ref)
        if here is None or {**(state.content or {}), "version": ""} != {**here, "version": ""}:
            yield ref
