"""All of a dialogue that a team shares, as one value, and the same again as merging reads it.

What goes is what goes into a kit of the whole dialogue (`kit_contents`): no private note, no line
that is still being written, nothing that was struck, nobody's contacts. A row keeps its version
even where columns of it stay behind, since nobody in the team has these from it: whoever takes the
row keeps their own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.merge_sides import Ref, Row, Side
from dialogueprep.domain.row_versions import deletion_of
from dialogueprep.store import kit_contents, kit_lineage, kit_rows, lineage, rows
from dialogueprep.store.driver import run
from dialogueprep.store.kit_rows import Rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.tables import TABLES

FORMAT = 1
State = Mapping[str, Any]
_PURPOSE = Purpose.WHOLE
_COLUMNS = kit_contents.COLUMNS[_PURPOSE]
_NEVER_SHARED = frozenset({"notes"})  # of which a row with something else in it is not there at all
_FILLED = {
    table: tuple(c for c in TABLES[table] if c not in columns)
    for table, columns in _COLUMNS.items()
    if table not in (*_NEVER_SHARED, *kit_contents.LIBRARY)
}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What an installation has of a dialogue; equal digests say the same."""

    state: State = field(repr=False)
    digest: str
    parts: tuple[Rows, ...] = field(repr=False)
    graves: Rows = field(repr=False)


def gathered(store: Readable, dialogue: DialogueId) -> Gathered:
    """Return what is to be known in the team of a dialogue."""
    parts = tuple(kit_rows.chosen(store, dialogue, _PURPOSE))
    return _gathered(store, dialogue, parts, kit_rows.graves(store, _PURPOSE))


def shared(store: Readable, step: Step, it: Gathered) -> Gathered:
    """Note that what was gathered leaves, and return it with that noted."""
    kit_lineage.note(step, it.parts, it.graves)
    return _gathered(store, it.state["dialogue"], it.parts, it.graves)


def is_known(state: State) -> bool:
    """Return whether this version of the program knows all that a state names."""
    known = all(
        rows["table"] in TABLES and {*rows["columns"]} <= {*TABLES[rows["table"]], "id", "version"}
        for rows in state["rows"]
    )
    return known and state["format"] <= FORMAT


def side_of(source: Readable, state: State) -> Side:
    """Return a state as merging takes it: what it does not carry stands as it does here.

    Entries of the library that are here stay as they are, also under another id.
    """
    side = Side()
    names: dict[str, str] = {}
    for rows_ in _rows_of(state):
        if rows_.table in kit_contents.LIBRARY:
            names |= kit_rows.same_shipped(source, rows_)
    for rows_ in _rows_of(state):
        _add(side, source, rows_, names)
    side.graves = {(t, row): v for t, row, v in state["graves"] if t not in kit_contents.LIBRARY}
    for row, table, version, same in state["lineage"]:
        side.lineage.setdefault((table, row), {})[version] = same
    side.renamed = {(table, row): stands for table, row, stands in state["names"]}
    _leave_library(side, source, names)
    _fill(side, source)
    _leave_known_notes(side, source)
    return side


def notes_in(state: State) -> frozenset[str]:
    """Return the ids of the notes that a state has."""
    return frozenset(row for it in _rows_of(state) if it.table == "notes" for row in it.ids)


def take_settings(step: Step, state: State) -> None:
    """Write the settings of a dialogue that are not here yet."""
    for name, value in state["settings"]:
        if rows.one(step, "settings", name) is None:
            rows.insert(step, "settings", {"id": name, "value": value})


def has_new_settings(source: Readable, state: State) -> bool:
    """Return whether there are settings of the dialogue that are not here yet."""
    return any(rows.one(source, "settings", name) is None for name, _ in state["settings"])


# what goes ----------------------------------------------------------------------------------


def _gathered(
    store: Readable, dialogue: DialogueId, parts: tuple[Rows, ...], graves: Rows
) -> Gathered:
    whole = [_as_at_home(rows) for rows in parts]
    refs = {(r.table, row[0]): row[1] for r in whole for row in r.values}
    buried = {(t, row): deletion_of(v) for t, row, v in kit_lineage.deletions(graves)}
    state: dict[str, Any] = {
        "format": FORMAT,
        "dialogue": dialogue,
        "rows": [_plain(rows) for rows in whole if rows.values],
        "graves": sorted(kit_lineage.deletions(graves)),
        "lineage": sorted(_past(store, refs | buried)),
        "names": sorted(_names(store, refs)),
        "settings": sorted(_settings(store, dialogue)),
    }
    said = json.dumps(state, ensure_ascii=False, sort_keys=True).encode()
    return Gathered(state, hashlib.sha256(said).hexdigest(), parts, graves)


def _as_at_home(it: Rows) -> Rows:
    """Return rows with the versions that they have at home."""
    if not it.reduced:
        return it
    values = ((row[0], it.reduced.get(row[0], row[1]), *row[2:]) for row in it.values)
    return replace(it, values=tuple(values))


def _plain(it: Rows) -> dict[str, Any]:
    return {"table": it.table, "columns": it.columns, "values": sorted(it.values, key=_first)}


def _first(row: tuple[Any, ...]) -> str:
    return row[0]


def _past(store: Readable, tokens: Mapping[Ref, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the lineage of rows but for the versions that they have now."""
    for (table, row), versions in lineage.of_rows(store, (row for _, row in tokens)).items():
        now = tokens.get((table, row))
        if now is not None:
            yield from ((row, table, v, same) for v, same in versions.items() if v != now)


def _names(store: Readable, refs: Mapping[Ref, str]) -> Iterator[tuple[str, str, str]]:
    for (table, row), stands in lineage.renamed(store).items():
        if (table, stands) in refs and table not in kit_contents.LIBRARY:
            yield table, row, stands


def _settings(store: Readable, dialogue: DialogueId) -> Iterator[tuple[str, str]]:
    found = kit_rows.settings_of(store, dialogue, _PURPOSE)
    yield from zip(found.ids, found.column("value"), strict=True)


# what comes ---------------------------------------------------------------------------------


def _rows_of(state: State) -> Iterator[Rows]:
    for it in state["rows"]:
        yield Rows(it["table"], tuple(it["columns"]), tuple(tuple(row) for row in it["values"]))


def _add(side: Side, source: Readable, it: Rows, names: Mapping[str, str]) -> None:
    usual = kit_rows.defaults(source.db, it.table)
    for values in kit_rows.renamed(it, names).values:
        row = {**usual, **dict(zip(it.columns, values, strict=True))}
        side.rows[it.table, row["id"]] = row


def _leave_library(side: Side, source: Readable, names: Mapping[str, str]) -> None:
    """Let entries that are here be as they are here, with their words."""
    theirs = {ref for ref in side.rows if ref[0] in kit_contents.LIBRARY}
    named = {row for _, row in theirs}.union(*_named(source, side))
    here = {ref: row for table in kit_contents.LIBRARY for ref, row in _some(source, table, named)}
    owned = {row for _, row in here} | names.keys()
    of_texts = {ref for ref in side.rows if ref[0] == "texts" and side.rows[ref]["owner"] in owned}
    for ref in of_texts | {ref for ref in theirs if ref[1] in owned}:
        side.rows.pop(ref)
        side.lineage.pop(ref, None)
    for ref, row in _some(source, "texts", {row for of, row in side.graves if of == "texts"}):
        if row["owner_table"] in kit_contents.LIBRARY:
            side.graves.pop(ref)
    side.rows.update(here)
    _bring_back(side, source, {ref for ref in theirs if ref[1] not in owned})
    past = lineage.of_rows(source, (row for _, row in here))
    side.lineage.update({ref: past[ref] for ref in here if ref in past})


def _bring_back(side: Side, source: Readable, entries: Collection[Ref]) -> None:
    """Let entries that were deleted here come in again, with their words: the dialogue names them.

    Otherwise a row would say here that it names none, and elsewhere that it does.
    """
    owners = {row for _, row in entries}
    of_texts = (r for r in side.rows if r[0] == "texts" and side.rows[r]["owner"] in owners)
    wanted = {*entries, *of_texts}
    for some in lineage.slices([row for _, row in sorted(wanted)]):
        where = f"id IN ({', '.join('?' * len(some))})"
        for grave in rows.select(source, "tombstones", where, some):
            ref = (grave["table_name"], grave["id"])
            if ref in wanted:
                token = deletion_of(grave["version"])
                side.lineage[ref] = {**side.lineage.get(ref, {}), token: ""}


def _named(source: Readable, side: Side) -> Iterator[list[str]]:
    """Yield the ids of entries that rows name: theirs, and mine of the same id."""
    for table, column in _ENTRIES:
        ids = {row for of, row in side.rows if of == table}
        yield [each for row in ids if (each := side.rows[table, row][column])]
        yield [row[column] for _, row in _some(source, table, ids) if row[column]]


def _fill(side: Side, source: Readable) -> None:
    """Let rows keep here what does not go."""
    for table, left in _FILLED.items():
        ids = {row for of, row in side.rows if of == table} if left else set[str]()
        for ref, mine in _some(source, table, ids):
            side.rows[ref] = {**side.rows[ref], **{c: mine[c] for c in left}}


def _leave_known_notes(side: Side, source: Readable) -> None:
    """Leave out the notes that are here as they are there: nearly all of what there is."""
    ids = [row for table, row in side.rows if table == "notes"]
    past = lineage.of_rows(source, ids)
    for some in lineage.slices(ids):
        marks = ", ".join("?" * len(some))
        what = "id, version, question, recommendation"
        for row, *mine in run(source.db, f"SELECT {what} FROM notes WHERE id IN ({marks})", some):
            ref = ("notes", row)
            told = side.lineage.get(ref, {}).items() <= past.get(ref, {}).items()
            if told and mine == [side.rows[ref][c] for c in what.split(", ")[1:]]:
                del side.rows[ref]
                side.lineage.pop(ref, None)


def _some(source: Readable, table: str, ids: Collection[str]) -> Iterator[tuple[Ref, Row]]:
    for some in lineage.slices(sorted(ids)):
        where = f"id IN ({', '.join('?' * len(some))})"
        yield from (((table, row["id"]), row) for row in rows.select(source, table, where, some))


_ENTRIES = tuple(
    (table, column)
    for table, columns in _COLUMNS.items()
    for column in columns
    if column in ("topic", "recommendation") and table not in kit_contents.LIBRARY
)
