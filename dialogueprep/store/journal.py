"""The undo journal: what each step changed, kept in memory and nowhere else.

TEMP triggers write every change of a row into a TEMP table (``temp_store`` is memory), so
that a statement or a step that is rolled back takes its journal with it. The same triggers
give each changed row a new version token and leave a tombstone for each deleted one, except
while a step is undone or redone: then rows, tokens and tombstones come back as they were.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby

from dialogueprep.store.driver import Database, run
from dialogueprep.store.following import follow_shared
from dialogueprep.store.journal_triggers import Shape, Verb, shapes, triggers
from dialogueprep.store.step import Changes, MergeKey

LIMIT = 200
MANY = 200
"""Rows of a table from which on they come and go without the log: what that does is known."""
_PART = 250  # rows between two words of how far it is
Tell = Callable[[int, int], None]
"""Is told how many of how many rows have come or gone; may raise Cancelled."""
Cell = str | int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it was before it changed; an inserted row has no ``before``."""

    verb: Verb
    table: str
    key: tuple[Cell, ...]
    before: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """The rows that an undo touches, and the ids of those that it takes away."""

    rows: frozenset[tuple[str, tuple[Cell, ...]]]
    made: frozenset[Cell]


def _reach(changes: Iterable[Change]) -> Reach:
    made = frozenset(c.key[0] for c in changes if c.verb == "insert")
    return Reach(frozenset((c.table, c.key) for c in changes), made)


@dataclass(slots=True)
class Entry:
    """What one undo takes back. Rows that ``arrived`` from elsewhere go without being deleted."""

    label: str
    page: str
    merge: MergeKey | None
    changes: list[Change] = field(default_factory=list[Change])
    arrived: bool = False
    _known: tuple[list[Change], Reach] | None = None

    def told(self) -> Changes:
        """Return the notice of this entry."""
        return Changes(frozenset(c.table for c in self.changes), self.label, self.page)

    @property
    def reach(self) -> Reach:
        """What an undo would touch; a long step is gone through once, not at each autosave."""
        if self._known is None or self._known[0] is not self.changes:
            self._known = self.changes, _reach(self.changes)
        return self._known[1]

    def touched(self, table: str, row: str) -> bool:
        """Say whether this entry holds a state of the row."""
        return (table, (row,)) in self.reach.rows

    def stands_in_the_way_of(
        self, rows: AbstractSet[tuple[str, tuple[Cell, ...]]], named: AbstractSet[Cell]
    ) -> bool:
        """Say whether an undo would touch one of these rows, or delete what one of them names."""
        return not (self.reach.rows.isdisjoint(rows) and self.reach.made.isdisjoint(named))


def as_new(changes: list[Change], row: str) -> list[Change]:
    """Return changes in which this row counts as made by them: an undo takes it away."""
    rest = [c for c in changes if c.key != (row,)]
    made = [Change("insert", c.table, c.key) for c in changes if c.key == (row,)][:1]
    return [*made, *rest]


class Journal:
    """The changes of the open step, read from what the triggers wrote."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.shapes = shapes(db)
        width = max((len(s.columns) for s in self.shapes.values()), default=1)
        self._keys = max((len(s.key) for s in self.shapes.values()), default=1)
        self._guards = _guards(db)
        self._taken: list[Change] = []  # by `take_out`, in the open step
        self.tell: Tell | None = None
        self._done = self._every = 0
        self._ranks = _ranks(db, self.shapes)
        db.conn.executescript("".join(self._definitions(width)))

    def _definitions(self, width: int) -> Iterable[str]:
        keys = ", ".join(f"k{n}" for n in range(self._keys))
        cells = ", ".join(f"c{n}" for n in range(width))
        yield "CREATE TEMP TABLE replaying (yes);"
        yield (
            "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, verb TEXT, name TEXT,"
            f" {keys}, {cells});"
        )
        has_tombstones = "tombstones" in self.shapes
        for shape in self.shapes.values():
            yield from triggers(shape, has_tombstones)

    def read(self) -> list[Change]:
        """Return the changes of the open step, oldest first, and empty the log."""
        rows = run(self._db, "SELECT * FROM undo_log ORDER BY seq")
        run(self._db, "DELETE FROM undo_log")
        changes = self._taken
        self._taken = []
        for _, verb, name, *cells in rows:
            shape = self.shapes[name]
            key = tuple(cells[: len(shape.key)])
            start = self._keys
            before = () if verb == "insert" else tuple(cells[start : start + len(shape.columns)])
            _append(changes, Change(verb, name, key, before), shape)
        return changes

    def discard(self) -> None:
        """Forget what the step did that has been taken back."""
        self._taken = []

    def take_out(self, what: Sequence[tuple[str, Collection[str]]]) -> None:
        """Delete very many rows, by tables and ids, as statements would, but much faster.

        Each row leaves a tombstone, and rows that go with it go too. None of them may be of a
        closed dialogue: no rule that would keep a row there is asked.
        """
        self._done, self._every = 0, 2 * sum(len(ids) for _, ids in what)
        for table, ids in what:
            self._take_out(table, ids)

    def _take_out(self, table: str, ids: Collection[str]) -> None:
        made, shape = self.read(), self.shapes[table]
        rules = [name for name, its in self._guards.items() if f"DELETE ON {table} " in its]
        with self._without(rules):
            gone = self._take_away(shape, [(id_,) for id_ in ids])
        self._taken = [*made, *gone, *self._bury(shape, gone)]

    def _bury(self, shape: Shape, gone: list[Change]) -> list[Change]:
        """Leave tombstones of rows; return the changes that this made."""
        at = shape.columns.index("version")
        graves = [(change.key[0], shape.table, change.before[at]) for change in gone]
        former = "DELETE FROM tombstones WHERE id = ? AND table_name = ?"
        self._db.conn.executemany(former, (grave[:2] for grave in graves))
        made = self.read()
        with self._unlogged("log_insert_tombstones"):
            new = "INSERT INTO tombstones (id, table_name, version) VALUES (?, ?, ?)"
            self._in_parts(new, graves)
        return [*made, *(Change("insert", "tombstones", grave[:2]) for grave in graves)]

    def rows(self, changes: Iterable[Change]) -> Iterator[tuple[str, str, dict[str, Cell]]]:
        """Yield table, key and former state (empty if new) of the rows that changed.

        Tombstones are left out: nobody reads them but who merges workspaces.
        """
        for change in changes:
            if change.table == "tombstones":
                continue
            columns = self.shapes[change.table].columns
            before = dict(zip(columns, change.before, strict=True)) if change.before else {}
            yield change.table, str(change.key[0]), before

    def named_by(self, changes: Iterable[Change]) -> frozenset[Cell]:
        """Return what stands in the rows that were changed, the ids that they refer to among it."""
        found: set[Cell] = set()
        for table, key in {(c.table, c.key) for c in changes}:
            where = " AND ".join(f'"{column}" = ?' for column in self.shapes[table].key)
            for row in run(self._db, f'SELECT * FROM "{table}" WHERE {where}', key):
                found.update(row)
        return frozenset(found)

    def joined(self, earlier: list[Change], later: list[Change]) -> list[Change]:
        """Return the changes of two steps as those of one."""
        both = list(earlier)
        for change in later:
            _append(both, change, self.shapes[change.table])
        return both

    def take_back(self, changes: list[Change], *, arrived: bool = False) -> list[Change]:
        """Undo these changes in the open transaction; return the changes that this made.

        What others know is marked as changed since, unless it ``arrived`` with these changes.

        The rules that triggers of the schema keep are lifted meanwhile: each state that comes
        back has passed them, and the way there may lead through one that would not.
        """
        self._done, self._every = 0, len(changes)
        run(self._db, "PRAGMA defer_foreign_keys = ON")
        run(self._db, "INSERT INTO replaying VALUES (1)")
        made: list[Change] = []
        with self._without(self._guards):
            turns = groupby(self._in_turn(changes), key=lambda c: c.verb == "delete")
            for comes_back, some in turns:
                act = self._bring_back if comes_back else self._undo_rest
                made += act(some)
        if not arrived:
            follow_shared(self._db, self._shared_states(made))
        run(self._db, "DELETE FROM replaying")
        return self.joined(made, self.read())

    def _undo_rest(self, changes: Iterable[Change]) -> list[Change]:
        """Take back what is no deletion; return the changes that this made."""
        made: list[Change] = []
        for (verb, table), together in groupby(changes, key=_kind):
            rows, shape = list(together), self.shapes[table]
            if verb == "insert" and len(rows) >= MANY and shape.key[0] == "id":
                made = self.joined(made, self.read())
                made += self._take_away(shape, [each.key for each in rows])
            else:
                self._invert(verb, shape, rows)
        return self.joined(made, self.read())

    def _bring_back(self, changes: Iterable[Change]) -> list[Change]:
        """Let deleted rows stand there again; return the changes that this made."""
        made: list[Change] = []
        for (verb, table), together in groupby(changes, key=_kind):
            rows = list(together)
            if len(rows) < MANY:
                self._invert(verb, self.shapes[table], rows)
                made += self.read()
                continue
            rows.sort(key=_place)
            with self._unlogged(f"log_insert_{table}"):
                self._invert(verb, self.shapes[table], rows)
            made += [Change("insert", table, each.key) for each in rows]
        return made

    def _take_away(self, shape: Shape, keys: list[tuple[Cell, ...]]) -> list[Change]:
        """Delete rows without the log; return the changes, of those that were there.

        What goes with them goes into the log.
        """
        columns = ", ".join(f't."{column}"' for column in shape.columns)
        there = (
            f'SELECT {columns} FROM json_each(?) AS k CROSS JOIN "{shape.table}" AS t'
            " ON t.id = k.value"
        )
        wanted = set(keys)
        ids = json.dumps(sorted({str(key[0]) for key in keys}))
        found = [(_key_of(row, shape), row) for row in run(self._db, there, [ids])]
        gone = [Change("delete", shape.table, key, row) for key, row in found if key in wanted]
        where = " AND ".join(f'"{column}" = ?' for column in shape.key)
        with self._unlogged(f"log_delete_{shape.table}"):
            sql = f'DELETE FROM "{shape.table}" WHERE {where}'
            self._in_parts(sql, [change.key for change in gone])
        return gone

    @contextmanager
    def _without(self, guards: Iterable[str]) -> Generator[None]:
        """Do without some of the rules that triggers of the schema keep."""
        names = list(guards)
        for name in names:
            run(self._db, f'DROP TRIGGER "{name}"')
        yield
        for name in names:
            run(self._db, self._guards[name])

    @contextmanager
    def _unlogged(self, trigger: str) -> Generator[None]:
        """Do without a trigger of the log; a rollback brings it back too."""
        found = run(self._db, "SELECT sql FROM sqlite_temp_master WHERE name = ?", [trigger])
        run(self._db, f'DROP TRIGGER temp."{trigger}"')
        yield
        for (definition,) in found:  # SQLite keeps it without TEMP
            run(self._db, definition.replace("CREATE TRIGGER", "CREATE TEMP TRIGGER", 1))

    def _shared_states(self, made: Iterable[Change]) -> Iterator[tuple[Verb, str, str, str]]:
        """Yield verb, table, id and version of the states that gave way to older ones."""
        for change in made:
            shape = self.shapes[change.table]
            if shape.versioned and change.table != "tombstones":
                at = shape.columns.index("version")
                version = change.before[at] if change.before else ""
                yield change.verb, change.table, str(change.key[0]), str(version)

    def _in_turn(self, changes: list[Change]) -> Iterator[Change]:
        """Yield the changes, the last one first, in long runs of one kind.

        Tombstones come behind all others: nothing refers to one, and while steps are undone
        nothing else makes or drops one. Rows that were deleted one after another all stood
        there together before, so they may come back in any order: those that others refer to
        come first, so that no row is looked for that is not there yet.
        """
        others = [change for change in changes if change.table != "tombstones"]
        graves = [change for change in changes if change.table == "tombstones"]
        for some in (others, graves):
            for verb, together in groupby(reversed(some), key=lambda change: change.verb):
                rank = self._ranks if verb == "delete" else {}
                yield from sorted(together, key=lambda change: rank.get(change.table, 0))

    def _invert(self, verb: Verb, shape: Shape, changes: Iterable[Change]) -> None:
        """Take back changes of one kind to one table, in this order."""
        where = " AND ".join(f'"{column}" = ?' for column in shape.key)
        match verb:
            case "insert":
                sql = f'DELETE FROM "{shape.table}" WHERE {where}'
                values = [change.key for change in changes]
            case "update":
                columns = ", ".join(f'"{column}" = ?' for column in shape.columns)
                sql = f'UPDATE "{shape.table}" SET {columns} WHERE {where}'
                values = [(*change.before, *change.key) for change in changes]
            case "delete":
                columns = ", ".join(f'"{column}"' for column in shape.columns)
                marks = ", ".join("?" * len(shape.columns))
                sql = f'INSERT INTO "{shape.table}" ({columns}) VALUES ({marks})'
                values = [change.before for change in changes]
        self._in_parts(sql, values)

    def _in_parts(self, sql: str, values: Sequence[tuple[Cell, ...]]) -> None:
        for at in range(0, len(values), _PART):
            some = values[at : at + _PART]
            self._db.conn.executemany(sql, some)
            self._done += len(some)
            if self.tell is not None:
                self.tell(min(self._done, self._every), self._every)


def _place(change: Change) -> str:
    """Return where a row stands in its table: rows that are put there in order come in faster."""
    return str(change.key[0])


def _kind(change: Change) -> tuple[Verb, str]:
    return change.verb, change.table


def _ranks(db: Database, tables: Iterable[str]) -> dict[str, int]:
    """Return the place of each table in an order in which what others refer to comes first.

    Those to which none refers come last: triggers delete some of them with what they are about.
    """
    sql = 'SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)'
    refers = {each: {to for (to,) in run(db, sql, [each]) if to != each} for each in tables}
    referred = set[str]().union(*refers.values())
    placed: list[str] = []
    while left := [each for each in refers if each in referred and each not in placed]:
        ready = [each for each in left if refers[each] <= {*placed}]
        placed += ready or left
    placed += [each for each in refers if each not in referred]
    return {table: place for place, table in enumerate(placed)}


def _append(changes: list[Change], change: Change, shape: Shape) -> None:
    """Add a change, unless it only goes on changing the row that was changed just before."""
    last = changes[-1] if changes else None
    continues = (
        change.verb == "update"
        and last is not None
        and last.verb != "delete"
        and (last.table, last.key) == (change.table, change.key)
        and _key_of(change.before, shape) == change.key
    )
    if not continues:
        changes.append(change)


def _key_of(image: tuple[Cell, ...], shape: Shape) -> tuple[Cell, ...]:
    return tuple(image[shape.columns.index(column)] for column in shape.key)


def _guards(db: Database) -> dict[str, str]:
    """Return name and definition of the triggers that refuse what breaks a rule."""
    sql = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(%'"
    return dict(run(db, sql))
