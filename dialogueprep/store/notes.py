"""Notes: what was said, in the order that the rapporteur gives them."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from dialogueprep.domain.dialogue import DialogueId, ItemId, QuestionId, Terms
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Attribution, Count, Note, NoteId, NoteKind
from dialogueprep.domain.people import BroadSector, Sector
from dialogueprep.store import rows
from dialogueprep.store.driver import explained, run
from dialogueprep.store.rescue import Rescue
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step


class Rescued(Readable, Protocol):
    """An open workspace with its emergency journal."""

    @property
    def folder(self) -> Path: ...
    @property
    def rescue(self) -> Rescue: ...


def of_item(store: Readable, item: ItemId) -> tuple[Note, ...]:
    """Return the notes of an item in their order."""
    return tuple(of_row(r) for r in rows.select(store, "notes", "item = ?", [item], "position"))


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Note, ...]:
    """Return the notes of a dialogue, by item and position."""
    mine = "item IN (SELECT id FROM items WHERE dialogue = ?)"
    return tuple(of_row(r) for r in rows.select(store, "notes", mine, [dialogue], "item, position"))


def count(store: Readable, dialogue: DialogueId) -> int:
    """Return how many notes a dialogue has, without the lines that are being written."""
    return _counted(store, "draft = 0", dialogue)


def count_unused(store: Readable, dialogue: DialogueId) -> int:
    """Return how many notes of a dialogue stand behind no finding, private ones left out."""
    unused = "id NOT IN (SELECT note FROM finding_notes)"
    return _counted(store, f"draft = 0 AND private = 0 AND {unused}", dialogue)


def _counted(store: Readable, where: str, dialogue: DialogueId) -> int:
    mine = "item IN (SELECT id FROM items WHERE dialogue = ?)"
    sql = f"SELECT count(*) FROM notes WHERE {mine} AND {where}"
    return run(store.db, sql, [dialogue])[0][0]


def read(store: Readable, note: NoteId) -> Note | None:
    """Return one note, or None if it is gone."""
    row = rows.one(store, "notes", note)
    return of_row(row) if row else None


def as_it_will_be(store: Rescued, note: NoteId) -> Note | None:
    """Return one note as it will be once those that wait can be written, None if it is gone."""
    changed = waiting(store)
    return changed[note] if note in changed else read(store, note)


def as_begun(store: Rescued, note: Note) -> Note:
    """Return a line under the terms that it was begun under, where they are stricter than its own.

    What was said before one went back to the item's terms was said under those.
    """
    begun = as_it_will_be(store, note.id)
    if begun is None or not begun.draft or begun.terms.strictness <= note.terms.strictness:
        return note
    return replace(note, terms=begun.terms)


def put(step: Step, note: Note) -> None:
    """Write a note, new (last of its item) or changed."""
    row = _row(note)
    if rows.one(step, "notes", note.id) is None:
        position = rows.next_position(step, "notes", "item", note.item)
        rows.insert(step, "notes", {"id": note.id, "position": position, **row})
    else:
        rows.update(step, "notes", note.id, row)


@contextmanager
def rescued(store: Rescued, note: NoteId, wanted: Note | None) -> Generator[None]:
    """Let what cannot be written inside wait in the emergency journal; the trouble goes on.

    ``wanted`` is the note as it is to be; None deletes it.
    """
    try:
        with explained(store.folder):
            yield
    except Trouble as trouble:
        store.rescue.put(note, _row(wanted) if wanted else None)
        trouble.rescued = True
        raise
    store.rescue.drop([note])


def waiting(store: Rescued) -> dict[NoteId, Note | None]:
    """Return the notes that wait in the emergency journal; None for one to be deleted."""
    known = store.rescue.waiting.items()
    return {NoteId(i): of_row({"id": i, **row}) if row else None for i, row in known}


def fitting(store: Readable, note: Note) -> Note:
    """Return a note without a question or a recommendation that is gone."""
    question, about = note.question, note.recommendation
    return replace(
        note,
        question=question if question and rows.one(store, "item_questions", question) else None,
        recommendation=about if about and rows.one(store, "recommendations", about) else None,
    )


def with_waiting(store: Rescued, taken: Iterable[Note]) -> tuple[Note, ...]:
    """Return notes as they will be once those that wait can be written; new ones stand last."""
    changed = waiting(store)
    if not changed:
        return tuple(taken)
    there = {note.id: changed.pop(note.id, note) for note in taken}
    return tuple(note for note in (*there.values(), *changed.values()) if note)


def order(step: Step, notes: Iterable[NoteId]) -> None:
    """Give the notes of an item this order."""
    rows.renumber(step, "notes", notes)


def delete(step: Step, note: NoteId) -> None:
    """Delete a note."""
    rows.delete(step, "notes", note)


def _attribution(row: Row) -> Attribution | None:
    if row["attributed_count"] is None:
        return None
    sector, broad = row["attributed_sector"], row["attributed_broad"]
    return Attribution(
        count=Count(row["attributed_count"]),
        delegation=row["attributed_delegation"],
        region=row["attributed_region"],
        sector=Sector(sector) if sector else None,
        broad=BroadSector(broad) if broad else None,
    )


def of_row(row: Row) -> Note:
    """Return the note that a row holds."""
    return Note(
        id=NoteId(row["id"]),
        item=ItemId(row["item"]),
        kind=NoteKind(row["kind"]),
        text=row["wording"],
        language=row["language"],
        question=QuestionId(row["question"]) if row["question"] else None,
        attribution=_attribution(row),
        terms=Terms(row["terms"]),
        private=bool(row["private"]),
        draft=bool(row["draft"]),
        aside=bool(row["aside"]),
        indent=row["indent"],
        tags=rows.from_list(row["tags"]),
        recommendation=RecommendationId(row["recommendation"]) if row["recommendation"] else None,
    )


def _row(note: Note) -> Row:
    by = note.attribution
    return {
        "item": note.item,
        "question": note.question,
        "indent": note.indent,
        "kind": note.kind.value,
        "wording": note.text,
        "language": note.language,
        "attributed_count": by.count.value if by else None,
        "attributed_delegation": by.delegation if by else None,
        "attributed_region": by.region if by else None,
        "attributed_sector": by.sector.value if by and by.sector else None,
        "attributed_broad": by.broad.value if by and by.broad else None,
        "terms": note.terms.value,
        "private": int(note.private),
        "draft": int(note.draft),
        "aside": int(note.aside),
        "tags": rows.as_list(note.tags),
        "recommendation": note.recommendation,
    }
