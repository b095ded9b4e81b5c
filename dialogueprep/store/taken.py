"""The notes of a dialogue, read once and kept in memory; what changed is read again.

A rapporteur's page shows the whole dialogue after each line, and reading five thousand notes
takes longer than a key may. Each step, undo and redo says which rows it touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.notes import Attribution, Note, NoteId
from dialogueprep.store import notes, rows
from dialogueprep.store.driver import Database

_OF_ITEMS = "item IN (SELECT id FROM items WHERE dialogue = ?)"
_ITEMS = "SELECT id FROM items WHERE dialogue = ?"
_Placed = tuple[int, Note]


class Taken:
    """The notes of the dialogue that was asked for last."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._of: DialogueId | None = None
        self._items: frozenset[ItemId] = frozenset()
        self._item_of: dict[NoteId, ItemId] = {}
        self._at: dict[ItemId, dict[NoteId, _Placed]] = {}
        self._in_order: dict[ItemId, tuple[Note, ...]] = {}
        self._attributed: dict[ItemId, Counter[Attribution]] = {}
        self._touched: set[NoteId] = set()
        self._other_items = False

    def discard(self) -> None:
        """Forget what was read, perhaps inside a step that has been taken back."""
        self._of = None

    def touch(self, changed: Iterable[tuple[str, str, Mapping[str, object]]]) -> None:
        """Take note of rows that changed: table, id, and the row as it was."""
        for table, row, _before in changed:
            if table == "notes":
                self._touched.add(NoteId(row))
            elif table == "items":
                self._other_items = True

    def of_item(self, dialogue: DialogueId, item: ItemId) -> tuple[Note, ...]:
        """Return the notes of an item in their order."""
        self._know(dialogue)
        if item not in self._in_order:
            placed = sorted(self._at.get(item, {}).values(), key=lambda each: each[0])
            self._in_order[item] = tuple(note for _, note in placed)
        return self._in_order[item]

    def at(self, item: ItemId) -> tuple[Note, ...]:
        """Return the notes of an item in their order, of whichever dialogue it is."""
        if self._of is not None:
            self._know(self._of)
            if item in self._items:
                return self.of_item(self._of, item)
        return notes.of_item(self, item)

    def of_dialogue(self, dialogue: DialogueId) -> Iterator[Note]:
        """Yield the notes of a dialogue, item after item."""
        self._know(dialogue)
        for item in self._at:
            yield from self.of_item(dialogue, item)

    def attributed(self, dialogue: DialogueId) -> dict[ItemId, Counter[Attribution]]:
        """Return how often each attribution stands at each item, drafts left out."""
        self._know(dialogue)
        for item, placed in self._at.items():
            if item not in self._attributed:
                there = (n.attribution for _, n in placed.values() if n.attribution and not n.draft)
                self._attributed[item] = Counter(there)
        return self._attributed

    def _know(self, dialogue: DialogueId) -> None:
        if self._of != dialogue or self._has_other_items():
            self._read_all(dialogue)
        elif self._touched:
            self._read_touched()
        self._touched.clear()
        self._other_items = False

    def _has_other_items(self) -> bool:
        return self._other_items and self._items_of(self._of) != self._items

    def _items_of(self, dialogue: DialogueId | None) -> frozenset[ItemId]:
        return frozenset(ItemId(i) for (i,) in rows.execute(self.db, _ITEMS, [dialogue]))

    def _read_all(self, dialogue: DialogueId) -> None:
        self._of, self._items = dialogue, self._items_of(dialogue)
        self._item_of.clear()
        for kept in (self._at, self._in_order, self._attributed):
            kept.clear()
        for row in rows.select(self, "notes", _OF_ITEMS, [dialogue]):
            self._put(row["position"], notes.of_row(row))

    def _read_touched(self) -> None:
        for note in self._touched:
            if (item := self._item_of.pop(note, None)) is not None:
                self._forget(item)
                del self._at[item][note]
            row = rows.one(self, "notes", note)
            if row is not None and row["item"] in self._items:
                self._put(row["position"], notes.of_row(row))

    def _put(self, position: int, note: Note) -> None:
        self._forget(note.item)
        self._item_of[note.id] = note.item
        self._at.setdefault(note.item, {})[note.id] = (position, note)

    def _forget(self, item: ItemId) -> None:
        self._in_order.pop(item, None)
        self._attributed.pop(item, None)
