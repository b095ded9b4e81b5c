"""What a kit knows of the past of its rows, so that merging can tell which side is the newer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.merge_sides import Ref, Row, Side
from dialogueprep.store import kinship, kit_contents, kit_rows, lineage, merge_sides
from dialogueprep.store.kit_rows import Rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.tables import TABLES

_ALWAYS_WHOLE = frozenset({"notes"})
_SAY_LESS = frozenset(
    table
    for of in kit_contents.COLUMNS.values()
    for table, columns in of.items()
    if len(columns) < len(TABLES[table]) and table not in _ALWAYS_WHOLE
)


def note(step: Step, chosen: Iterable[Rows], graves: Rows) -> None:
    """Note at home what leaves in a kit: rows at their versions there and here, and deletions."""
    kinship.tell(step)
    for rows in chosen:
        lineage.shared(step, ((rows.table, row[0], row[1]) for row in rows.values))
        lineage.shared(step, ((rows.table, *each) for each in rows.reduced.items()))
    lineage.shared_deletions(step, deletions(graves))


def carry(store: Readable, step: Step, chosen: Iterable[Rows], graves: Rows) -> None:
    """Write into a kit the lineage of its rows and tombstones, and their other names."""
    every = tuple(chosen)
    refs = {(rows.table, row[0]) for rows in every for row in rows.values}
    refs |= {(table, row) for table, row, _ in deletions(graves)}
    known = lineage.of_rows(store, (row for _, row in refs))
    less = {(rows.table, row): home for rows in every for row, home in rows.reduced.items()}
    lineage.adopt_all(
        step, {ref: _without(known[ref], less.get(ref)) for ref in known if ref in refs}
    )
    names = lineage.renamed(store)
    lineage.rename(step, {ref: to for ref, to in names.items() if (ref[0], to) in refs})


def adopt(step: Step, kit: Readable, written: Iterable[Rows], graves: Rows) -> None:
    """Take over the lineage of rows that came in with a kit; others have these rows."""
    every = tuple(written)
    for rows in every:
        lineage.shared(step, ((rows.table, row[0], row[1]) for row in _with_version(rows)))
    lineage.shared_deletions(step, deletions(graves))
    refs = {(rows.table, row) for rows in every for row in rows.ids}
    refs |= {(table, row) for table, row, _ in deletions(graves)}
    known = lineage.of_rows(kit, (row for _, row in refs))
    lineage.adopt_all(step, {ref: versions for ref, versions in known.items() if ref in refs})
    names = lineage.renamed(kit)
    lineage.rename(step, {ref: to for ref, to in names.items() if (ref[0], to) in refs})


def side_of(store: Readable, kit: Readable, purpose: Purpose) -> Side:
    """Return a kit as merging takes it: what it does not carry stands as it does here.

    Columns that a purpose leaves out are filled from here. Entries of the library that are here
    are no matter of a kit.
    """
    side = merge_sides.read(kit)
    here = merge_sides.read_around(store, side)
    _leave_library(side, here)
    for ref in list(side.rows):
        if ref[0] in _SAY_LESS and ref in here.rows:
            _fit(side, here, ref, frozenset(kit_contents.COLUMNS[purpose][ref[0]]))
    return side


def _fit(side: Side, here: Side, ref: Ref, carried: frozenset[str]) -> None:
    row, mine = side.rows[ref], here.rows[ref]
    left = {c: mine[c] for c in row if c not in carried and c not in ("id", "version")}
    past = here.lineage.get(ref, {})
    if left.items() <= row.items():
        _recognise(side, ref, mine)
    elif row["version"] in past or row["version"] == mine["version"]:
        side.rows[ref], side.lineage[ref] = mine, dict(past)
    else:
        _recognise(side, ref, mine)
        _fill(side, ref, {**row, **left}, mine)


def _recognise(side: Side, ref: Ref, mine: Row) -> None:
    """Let a row that follows a shorter form of mine follow mine."""
    known = side.lineage.get(ref, {})
    forms = {
        kit_rows.reduced_version(mine["version"], ref[0], of[ref[0]])
        for of in kit_contents.COLUMNS.values()
        if ref[0] in of
    }
    if forms & known.keys():
        side.lineage[ref] = {**known, mine["version"]: ""}


def _fill(side: Side, ref: Ref, row: Row, mine: Row) -> None:
    """Put a filled row in the place of the one that it follows; its version is always the same."""
    before = row["version"]
    version = kit_rows.reduced_version(before, ref[0], ("filled from", mine["version"]))
    side.rows[ref] = {**row, "version": version}
    side.lineage[ref] = {**side.lineage.get(ref, {}), before: ""}


def _leave_library(side: Side, here: Side) -> None:
    """Leave out the entries that are here, and their words."""
    mine = {ref for ref in side.rows if ref[0] in kit_contents.LIBRARY and ref in here.rows}
    shipped = {
        (table, row["shipped"]): row_id
        for (table, row_id), row in here.rows.items()
        if table in kit_contents.LIBRARY and row["shipped"]
    }
    for ref, row in list(side.rows.items()):
        if ref[0] not in kit_contents.LIBRARY or ref in mine:
            continue
        if stands := shipped.get((ref[0], row["shipped"])):
            # the same entry under another id: let merging find that it is one, and say the same
            side.rows[ref] = {**here.rows[ref[0], stands], "id": ref[1]}
            side.lineage.pop(ref, None)
            mine.add(ref)
    of_mine = {row_id for _, row_id in mine}
    for ref, row in list(side.rows.items()):
        of_text = ref[0] == "texts" and row["owner"] in of_mine
        if of_text or (ref in mine and ref in here.rows):
            del side.rows[ref]
            side.lineage.pop(ref, None)


def _without(known: Mapping[str, str], home: str | None) -> dict[str, str]:
    """Return the lineage of a row; that of a shorter form does not hold the whole one."""
    if home is None:
        return dict(known)
    return {version: "" for version in known if version != home}


def deletions(graves: Rows) -> Iterator[tuple[str, str, str]]:
    """Yield table, id and version of tombstones."""
    at = [graves.columns.index(c) for c in ("table_name", "id", "version")]
    for row in graves.values:
        yield row[at[0]], row[at[1]], row[at[2]]


def _with_version(rows: Rows) -> Iterator[tuple[str, str]]:
    yield from zip(rows.ids, rows.column("version"), strict=True)
