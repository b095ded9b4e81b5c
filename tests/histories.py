"""Random histories of several workspaces that hand kits to each other, and what must come of them.

Each dialogue is a history of its own, so that many run in the same few workspaces at once.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dialogueprep.commands import merging
from dialogueprep.domain.merge_sides import Ref, Side, dialogue_of
from dialogueprep.store import conflicts, lineage, merge_sides, rows
from dialogueprep.store.driver import run
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store

TODAY = date(2026, 3, 2)


def kit(store: Store) -> Side:
    """Return all that a workspace would hand over now, noted as shared."""
    side = merge_sides.read(store)
    with store.step("Make a kit") as step:
        lineage.shared(step, ((*ref, row["version"]) for ref, row in side.rows.items()))
        lineage.shared_deletions(step, ((*ref, v) for ref, v in side.graves.items()))
    return side


def take(store: Store, side: Side) -> None:
    """Take a kit in, deciding nothing."""
    merging.merge_side(store, side, {}, TODAY)


def picture(store: Store) -> dict[str, list[Any]]:
    """Return all rows of what is merged, the tombstones, and what waits."""
    tables = [*merge_sides.shape().order, "tombstones", "conflicts"]
    return {t: sorted(run(store.db, f"SELECT * FROM {t}"), key=repr) for t in tables}


def of_dialogues(store: Store, dialogues: set[str]) -> dict[str, list[Any]]:
    """Return the rows of these dialogues; where rows stand among others is left out."""
    side, shape = merge_sides.read(store), merge_sides.shape()
    found: dict[str, list[Any]] = {table: [] for table in shape.order}
    for ref in sorted(side.rows):
        if dialogue_of(shape, ref, side.rows.get) in dialogues:
            found[ref[0]].append(side.rows[ref])
    return found


@dataclass
class Wordings:
    """What each wording follows, and which were deleted by somebody who saw them."""

    past: dict[str, set[str]] = field(default_factory=dict)
    killed: set[str] = field(default_factory=set)

    def write(self, wording: str, before: str | None) -> str:
        self.past[wording] = self.past[before] | {before} if before in self.past else set()
        return wording

    def kill(self, wording: str) -> None:
        self.killed |= {wording, *self.past.get(wording, ())}

    def heads(self) -> set[str]:
        """Return the wordings that nobody replaced and nobody deleted."""
        return set(self.past) - set().union(*self.past.values()) - self.killed


class History:
    """Random changes of notes, items and what hangs on them, in one dialogue."""

    def __init__(self, chance: random.Random, dialogue: str) -> None:
        self.chance, self.dialogue = chance, dialogue
        self.notes = Wordings()

    def begin(self, step: Step) -> None:
        self._insert(step, "dialogues", {"id": self.dialogue, "first_day": "2026-05-11"})
        for _ in range(2):
            self._add_item(step)
        for _ in range(3):
            self._add_note(step)

    def change(self, step: Step) -> None:
        """Do something, as far as there is anything to do it to."""
        acts = (
            (self._add_note, 5), (self._edit_note, 6), (self._delete_note, 2),
            (self._move_note, 1), (self._add_item, 1), (self._edit_item, 2),
            (self._delete_item, 1), (self._title, 3), (self._attend, 2),
            (self._find, 2), (self._drop_finding, 1), (self._ask, 2), (self._hours, 1),
        )  # fmt: skip
        [act] = self.chance.choices([a for a, _ in acts], [w for _, w in acts])
        act(step)

    def _write(self, before: str | None) -> str:
        return self.notes.write(self._id(), before)

    def _id(self) -> str:
        return f"{self.chance.getrandbits(128):032x}"

    def _insert(self, step: Step, table: str, row: dict[str, Any]) -> None:
        rows.insert(step, table, {**row, "version": self._id()[:16]})

    def _update(self, step: Step, table: str, row_id: str, row: dict[str, Any]) -> None:
        rows.update(step, table, row_id, {**row, "version": self._id()[:16]})

    def _some(self, step: Step, table: str, where: str = "dialogue = ?") -> dict[str, Any] | None:
        found = sorted(rows.select(step, table, where, [self.dialogue]), key=lambda row: row["id"])
        return self.chance.choice(found) if found else None

    def _note(self, step: Step) -> dict[str, Any] | None:
        mine = "item IN (SELECT id FROM items WHERE dialogue = ?)"
        return self._some(step, "notes", mine)

    def _add_item(self, step: Step) -> None:
        row = {"dialogue": self.dialogue, "kind": "discussion", "day": 1, "minutes": 30}
        self._insert(step, "items", {"id": self._id(), **row, "terms": "Chatham House Rule"})

    def _add_note(self, step: Step) -> None:
        if item := self._some(step, "items"):
            note = self._id()
            wording = self._write(None)
            row = {"id": note, "item": item["id"], "kind": "point", "wording": wording}
            self._insert(step, "notes", {**row, "language": "en", "terms": "Chatham House Rule"})

    def _edit_note(self, step: Step) -> None:
        if note := self._note(step):
            wording = self._write(note["wording"])
            self._update(step, "notes", note["id"], {"wording": wording})

    def _delete_note(self, step: Step) -> None:
        if note := self._note(step):
            self.notes.kill(note["wording"])
            rows.delete(step, "notes", note["id"])

    def _move_note(self, step: Step) -> None:
        note, item = self._note(step), self._some(step, "items")
        if note and item and note["item"] != item["id"]:
            wording = self._write(note["wording"])
            moved = {"item": item["id"], "wording": wording, "question": None}
            self._update(step, "notes", note["id"], moved)

    def _edit_item(self, step: Step) -> None:
        if item := self._some(step, "items"):
            self._update(step, "items", item["id"], {"minutes": self.chance.randint(10, 90)})

    def _delete_item(self, step: Step) -> None:
        if item := self._some(step, "items"):
            for note in rows.select(step, "notes", "item = ?", [item["id"]]):
                self.notes.kill(note["wording"])
            rows.delete(step, "items", item["id"])

    def _title(self, step: Step) -> None:
        if item := self._some(step, "items"):
            language = self.chance.choice(("en", "zh"))
            found = rows.select(step, "texts", "owner = ? AND language = ?", [item["id"], language])
            text = next(found, None)
            said = {"wording": self.chance.choice(("Ports", "Rail", "Tide"))}
            if text:
                self._update(step, "texts", text["id"], said)
            else:
                place = {"owner_table": "items", "owner": item["id"], "field": "titles"}
                row = {"id": self._id(), **place, "language": language, **said}
                self._insert(step, "texts", {**row, "state": "original"})

    def _attend(self, step: Step) -> None:
        who = self._some(step, "participations")
        if who is None or self.chance.random() < 0.3:
            person, part = self._id(), self._id()
            self._insert(step, "persons", {"id": person, "family": "Sol"})
            row = {"id": part, "dialogue": self.dialogue, "person": person, "delegation": "JP"}
            self._insert(step, "participations", row)
        elif item := self._some(step, "items"):
            there = "participation = ? AND item = ?"
            if not next(rows.select(step, "attendances", there, [who["id"], item["id"]]), None):
                row = {"id": self._id(), "participation": who["id"], "item": item["id"]}
                self._insert(step, "attendances", {**row, "silent": self.chance.randint(0, 1)})

    def _find(self, step: Step) -> None:
        finding = self._some(step, "findings")
        if finding is None or self.chance.random() < 0.4:
            row = {"id": self._id(), "dialogue": self.dialogue, "placed": "convergent"}
            self._insert(step, "findings", row)
        elif note := self._note(step):
            there = "finding = ? AND note = ?"
            if not next(
                rows.select(step, "finding_notes", there, [finding["id"], note["id"]]), None
            ):
                row = {"id": self._id(), "finding": finding["id"], "note": note["id"]}
                self._insert(step, "finding_notes", row)

    def _drop_finding(self, step: Step) -> None:
        if finding := self._some(step, "findings"):
            rows.delete(step, "findings", finding["id"])

    def _ask(self, step: Step) -> None:
        if item := self._some(step, "items"):
            question = self._id()
            self._insert(step, "item_questions", {"id": question, "item": item["id"]})
            if note := self._note(step):
                wording = self._write(note["wording"])
                asked = {"question": question, "wording": wording}
                self._update(step, "notes", note["id"], asked)

    def _hours(self, step: Step) -> None:
        day = self._some(step, "days")
        if day is None:
            row = {"id": self._id(), "dialogue": self.dialogue, "number": 1}
            self._insert(step, "days", row)
        else:
            self._update(step, "days", day["id"], {"starts": self.chance.randint(400, 600)})


class Apart(History):
    """Changes of one side among several: each row has one side that changes it.

    What is the same wherever it is written (the first title of an item, a day) comes from all.
    """

    def __init__(self, chance: random.Random, dialogue: str, side: int, sides: int) -> None:
        super().__init__(chance, dialogue)
        self._side, self._sides = side, sides

    def change(self, step: Step) -> None:
        acts = (
            self._add_note, self._add_note, self._edit_note, self._edit_note, self._delete_note,
            self._move_note, self._add_item, self._edit_item, self._first_title, self._attend,
            self._find, self._drop_finding, self._ask, self._first_day,
        )  # fmt: skip
        self.chance.choice(acts)(step)

    def _some(self, step: Step, table: str, where: str = "dialogue = ?") -> dict[str, Any] | None:
        found = sorted(rows.select(step, table, where, [self.dialogue]), key=lambda row: row["id"])
        own = [row for row in found if int(row["id"], 16) % self._sides == self._side]
        return self.chance.choice(own) if own else None

    def _first_title(self, step: Step) -> None:
        items = sorted(row["id"] for row in rows.select(step, "items"))
        item = self.chance.choice(items)
        if not next(rows.select(step, "texts", "owner = ?", [item]), None):
            place = {"owner_table": "items", "owner": item, "field": "titles", "language": "en"}
            row = {"id": self._id(), **place, "wording": "Ports", "state": "original"}
            self._insert(step, "texts", row)

    def _first_day(self, step: Step) -> None:
        if not next(rows.select(step, "days", "dialogue = ?", [self.dialogue]), None):
            self._insert(step, "days", {"id": self._id(), "dialogue": self.dialogue, "number": 1})


def held_wordings(store: Store) -> set[str]:
    """Return the wordings of notes that are there or wait."""
    there = {row["wording"] for row in rows.select(store, "notes")}
    waits = {it.theirs["wording"] for it in conflicts.waiting(store) if _is_note(it.ref, it.theirs)}
    return there | waits


def _is_note(ref: Ref, theirs: Any) -> bool:
    return ref[0] == "notes" and theirs is not None


def is_whole(store: Store) -> bool:
    """Return whether nothing names a row that is not there."""
    return run(store.db, "PRAGMA foreign_key_check") == []


def undecided(stores: Iterable[Store]) -> set[str]:
    """Return the dialogues in which something waits in one of the workspaces."""
    return {it.dialogue for store in stores for it in conflicts.waiting(store)}
