"""What merging changes here: rows taken, deleted and left as they are, and what has to be decided.

A row goes in only with what it belongs to, and is deleted only with all that belongs to it; where
that would lose a row that the other side did not know of, all of it waits for a decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dialogueprep.domain.merge_sides import Ref, Reference, Row, Shape, belonging
from dialogueprep.domain.merge_unify import Unified
from dialogueprep.domain.row_versions import State, Verdict, judge, merged


class Reason(StrEnum):
    """Why a row has to be decided on, or can only be left."""

    BOTH = "both changed"
    DELETED_THERE = "deleted there"
    DELETED_HERE = "deleted here"
    PARENT_HERE = "parent deleted here"
    PARENT_MISSING = "parent missing"
    NO_NOTES = "no notes"
    PRIVATE = "private here"
    AT_RULE = "at rule item"
    TAKEN = "name taken"

    @property
    def can_be_taken(self) -> bool:
        """Whether theirs can stand here."""
        return self not in _ONLY_LEFT


_ONLY_LEFT = (Reason.PARENT_MISSING, Reason.NO_NOTES, Reason.PRIVATE, Reason.AT_RULE, Reason.TAKEN)


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """A row that both sides changed, or one changed and the other deleted.

    ``theirs`` is None where it was deleted there. All with one ``root`` are decided together.
    """

    ref: Ref
    reason: Reason
    theirs: Row | None
    version: str
    known: frozenset[str]
    root: Ref
    dialogue: str = ""

    @property
    def state(self) -> State:
        """The state of the row on the other side."""
        return State(self.version, self.theirs, self.known)


@dataclass(slots=True)
class Plan:
    """What is to be written. States of ``known`` differ in their lineage only."""

    puts: dict[Ref, State] = field(default_factory=dict[Ref, State])
    deletes: dict[Ref, State] = field(default_factory=dict[Ref, State])
    graves: dict[Ref, State] = field(default_factory=dict[Ref, State])
    known: dict[Ref, State] = field(default_factory=dict[Ref, State])
    conflicts: dict[Ref, Conflict] = field(default_factory=dict[Ref, Conflict])
    moves: dict[Ref, str] = field(default_factory=dict[Ref, str])
    names: dict[Ref, str] = field(default_factory=dict[Ref, str])
    frozen: dict[str, int] = field(default_factory=dict[str, int])
    """Rows of dialogues that are closed here, which are left out."""


def plan(sides: Unified, shape: Shape) -> Plan:
    """Return what merging the other side changes here."""
    return _Planner(sides, shape).planned()


class _Planner:
    def __init__(self, sides: Unified, shape: Shape) -> None:
        self.mine, self.theirs, self.shape = sides.mine, sides.theirs, shape
        self.plan = Plan(moves=dict(sides.moves), names=sides.names)
        self._dialogue = belonging(shape, self._find)
        self._takes: dict[Ref, State] = {}
        self._deletes: dict[Ref, State] = {}
        self._gone = set[Ref]()  # deleted here, and there as it was
        self._moved = {(table, new) for (table, _), new in sides.moves.items()}
        self._by_key: dict[str, dict[tuple[object, ...], list[Ref]]] = {}
        self._closed = {
            ref[1]
            for ref, row in self.mine.rows.items()
            if ref[0] == "dialogues" and row["phase"] == "closed"
        }

    def planned(self) -> Plan:
        for ref in self.shape.sorted(self.theirs.refs()):
            self._judge(ref)
        self._hold_takes()
        self._hold_deletions()
        self._settle()
        return self.plan

    # one row ---------------------------------------------------------------------------------

    def _judge(self, ref: Ref) -> None:
        mine, theirs = self.mine.state(ref), self.theirs.state(ref)
        if theirs is None:
            return
        verdict, after = judge(mine, theirs), merged(mine, theirs)
        if verdict is Verdict.CONFLICT:
            self._conflict(ref, mine, theirs)
        elif after is None or after.tells_nothing_to(mine) or self._is_frozen(ref, verdict):
            self._gone |= {ref} if mine and mine.content is None else set()
        elif after.content is None and mine is not None and mine.content is not None:
            self._deletes[ref] = after
        elif after.content is None:
            same = mine is not None and mine.version == after.version
            (self.plan.known if same else self.plan.graves)[ref] = after
            self._gone.add(ref)
        elif mine is None or mine.content is None or after.version != mine.version:
            self._takes[ref] = self._filled(ref, after)
        else:
            self.plan.known[ref] = after

    def _is_frozen(self, ref: Ref, verdict: Verdict) -> bool:
        """Leave out what belongs to a dialogue that is closed here, and count it."""
        dialogue = self._dialogue(ref) if self._closed else ""
        if dialogue not in self._closed:
            return False
        if verdict in (Verdict.TAKE, Verdict.CONFLICT):
            self.plan.frozen[dialogue] = self.plan.frozen.get(dialogue, 0) + 1
        return True

    def _find(self, ref: Ref) -> Row | None:
        return self.mine.rows.get(ref) or self.theirs.rows.get(ref)

    def _conflict(self, ref: Ref, mine: State | None, theirs: State) -> None:
        if self._is_frozen(ref, Verdict.CONFLICT):
            return
        reason = Reason.BOTH
        if theirs.content is None:
            reason = Reason.DELETED_THERE
        elif mine is not None and mine.content is None:
            reason = Reason.DELETED_HERE
        self._add(ref, reason, theirs, ref)

    def _add(self, ref: Ref, reason: Reason, theirs: State, root: Ref) -> None:
        self.plan.conflicts[ref] = Conflict(
            ref, reason, theirs.content, theirs.version, theirs.past, root, self._dialogue(ref)
        )

    def _filled(self, ref: Ref, theirs: State) -> State:
        """Keep what my row names and the other side does not know at all."""
        mine = self.mine.rows.get(ref)
        if mine is None or theirs.content is None:
            return theirs
        kept = {r.column: mine[r.column] for r in self._optional(ref) if self._unknown(r, ref)}
        if not kept:
            return theirs
        return replace(theirs, content={**theirs.content, **kept})

    def _unknown(self, reference: Reference, ref: Ref) -> bool:
        row = self.theirs.rows[ref]
        named = reference.named(self.mine.rows[ref], self._alive)
        there = named in self.theirs.rows or named in self.theirs.graves
        return named is not None and not row[reference.column] and not there

    def _optional(self, ref: Ref) -> Iterator[Reference]:
        return (r for r in self.shape.references[ref[0]] if not r.goes_along)

    # deletions -------------------------------------------------------------------------------

    def _alive(self, ref: Ref) -> bool:
        return ref in self._takes or (ref in self.mine.rows and ref not in self._deletes)

    def _row(self, ref: Ref) -> Row:
        taken = self._takes.get(ref)
        return taken.content if taken is not None and taken.content else self.mine.rows[ref]

    def _above(self, ref: Ref) -> list[Ref]:
        return self.shape.parents(ref, self._row(ref), lambda r: r in self.mine.rows)

    def _hold_deletions(self) -> None:
        """Keep what others here still belong to, and what belongs to it, until it is decided."""
        held = self._needed()
        roots: dict[Ref, Ref] = {}
        for ref in self.shape.sorted({*self._deletes, *self._edited_here()}):
            above = self._above(ref)
            with_them = [p for p in above if p in roots]
            dies = any(p in self._deletes and p not in roots for p in above)
            if ref in held or ref not in self._deletes or (with_them and not dies):
                roots[ref] = roots[with_them[0]] if with_them else ref
        for ref, root in roots.items():
            self._deletes.pop(ref, None)
            theirs = self.theirs.state(ref)
            if theirs is not None:
                self._add(ref, Reason.DELETED_THERE, theirs, root)

    def _edited_here(self) -> set[Ref]:
        found = self.plan.conflicts.values()
        return {c.ref for c in found if c.reason is Reason.DELETED_THERE}

    def _needed(self) -> set[Ref]:
        """Return the rows to be deleted to which a row that stays belongs."""
        needed = set[Ref]()
        if not self._deletes:
            return needed
        stays = [ref for ref in {*self.mine.rows, *self._takes} if self._alive(ref)]
        while stays:
            above = self._above(stays.pop())
            fresh = {p for p in above if p in self._deletes} - needed
            needed |= fresh
            stays += fresh
        return needed

    # new rows --------------------------------------------------------------------------------

    def _hold_takes(self) -> None:
        """Hold back rows whose parent is not here, and what rules do not let in."""
        roots = {ref: ref for ref in self._edited_there()}
        for ref in self.shape.sorted({*self._takes, *roots}):
            row = self.theirs.rows[ref]
            dead = [p for p in self._parents_there(ref, row) if not self._alive(p)]
            if dead:
                roots[ref] = self._root(dead[0])
                self._takes.pop(ref, None)
            elif ref in self._takes:
                self._bar(ref)
        if roots:
            self._join_roots(roots)

    def _edited_there(self) -> set[Ref]:
        found = self.plan.conflicts.values()
        return {c.ref for c in found if c.reason is Reason.DELETED_HERE}

    def _parents_there(self, ref: Ref, row: Row) -> list[Ref]:
        def there(each: Ref) -> bool:
            return each in self.theirs.rows or each in self.mine.rows

        return self.shape.parents(ref, row, there)

    def _root(self, ref: Ref) -> Ref:
        """Return the highest of the rows above one there that are not here."""
        row = self.theirs.rows.get(ref)
        above = self._parents_there(ref, row) if row else []
        dead = [p for p in above if not self._alive(p)]
        return self._root(dead[0]) if dead else ref

    def _join_roots(self, roots: dict[Ref, Ref]) -> None:
        """Let all that was deleted here with a root wait together with what is new below it."""
        edited, wanted = self._edited_there(), set(roots.values())
        for ref in self.shape.sorted({*roots, *self._gone, *wanted}):
            theirs = self.theirs.state(ref)
            if theirs is None or theirs.content is None:
                continue
            if ref not in roots and not self._alive(ref):
                self._join(ref, theirs.content, roots, wanted)
            if ref in roots:
                reason = Reason.DELETED_HERE if ref in edited else self._why(roots[ref])
                self._add(ref, reason, theirs, roots[ref])

    def _join(self, ref: Ref, row: Row, roots: dict[Ref, Ref], wanted: set[Ref]) -> None:
        above = self._parents_there(ref, row)
        if ref in wanted:
            roots[ref] = ref
        elif all(p in roots or self._alive(p) for p in above):
            found = [roots[p] for p in above if p in roots]
            roots |= {ref: found[0]} if found else {}

    def _why(self, root: Ref) -> Reason:
        return Reason.PARENT_HERE if root in self.theirs.rows else Reason.PARENT_MISSING

    def _bar(self, ref: Ref) -> None:
        """Hold back a row that a rule of the workspace does not let in."""
        reason = self._barred(ref, self._row(ref))
        if reason is not None:
            self._add(ref, reason, self._takes.pop(ref), ref)

    def _barred(self, ref: Ref, row: Row) -> Reason | None:
        if ref[0] == "notes" and ref not in self.mine.rows:
            item = self._row(("items", row["item"]))
            return Reason.NO_NOTES if (item["terms_now"] or item["terms"]) == "no notes" else None
        if ref[0] == "finding_notes" and self._row(("notes", row["note"]))["private"]:
            return Reason.PRIVATE
        if ref[0] == "statements" and row["item"] and self._alive(("items", row["item"])):
            item = self._row(("items", row["item"]))
            return None if item["terms"] == "on the record" else Reason.AT_RULE
        if ref[0] == "items" and row["terms"] != "on the record" and self._has_statements(ref):
            return Reason.AT_RULE
        return Reason.TAKEN if self._is_taken(ref, row) else None

    def _has_statements(self, item: Ref) -> bool:
        return any(
            r[0] == "statements" and row["item"] == item[1] and self._alive(r)
            for r, row in self.mine.rows.items()
        )

    def _is_taken(self, ref: Ref, row: Row) -> bool:
        """Return whether another row here has what only one can have."""
        columns = self.shape.keys.get(ref[0])
        if not columns:
            return False
        key = tuple(row[c] for c in columns)
        if None in key:  # as of entries of the library that are not shipped: nothing to share
            return False
        return any(r != ref and self._alive(r) for r in self._with_key(ref[0], columns, key))

    def _with_key(self, table: str, columns: tuple[str, ...], key: tuple[object, ...]) -> list[Ref]:
        if table not in self._by_key:
            found: dict[tuple[object, ...], list[Ref]] = {}
            for ref, row in self.mine.rows.items():
                if ref[0] == table:
                    found.setdefault(tuple(row[c] for c in columns), []).append(ref)
            self._by_key[table] = found
        return self._by_key[table].get(key, [])

    # the end ---------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Empty what names nothing here, and hand over."""
        for ref, state in self._takes.items():
            row = self._row(ref)
            names = {r.column: r.named(row, self._alive) for r in self._optional(ref)}
            empty = {c: None for c, named in names.items() if named and not self._alive(named)}
            self.plan.puts[ref] = replace(state, content={**row, **empty})
        self.plan.deletes = self._deletes
        self._name_again()
        self._carry_moves()

    def _name_again(self) -> None:
        """Let rows name what was not here when they were taken, and is now."""
        for ref, theirs in self.theirs.rows.items():
            mine = self.mine.rows.get(ref)
            if mine is None or mine["version"] != theirs["version"] or not self._alive(ref):
                continue
            names = {r.column: r.named(theirs, self._alive) for r in self._optional(ref)}
            again = {c: theirs[c] for c, n in names.items() if n and self._alive(n) and not mine[c]}
            state = self.mine.state(ref)
            if again and state and not self._is_frozen(ref, Verdict.KEEP):
                after = self.plan.known.pop(ref, state)
                self.plan.puts[ref] = replace(after, content={**mine, **again})

    def _carry_moves(self) -> None:
        """Write my rows that only get another id, and drop moves of rows that are deleted."""
        for ref in self._moved:
            if ref in self._deletes:
                self.plan.graves[ref] = self._deletes.pop(ref)
            elif ref not in self.plan.puts and (state := self.mine.state(ref)) is not None:
                self.plan.puts[ref] = self.plan.known.pop(ref, state)
