"""Taking in what another workspace, or a kit from it, has: look first, then one step.

Neither can be undone, so whoever calls them asks first; a copy of the workspace is made before.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date

from dialogueprep.commands.copies import MERGE, copy_before
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.merge_counts import Count, counted
from dialogueprep.domain.merge_deciding import Decision, decide
from dialogueprep.domain.merge_plan import Conflict, Plan, plan
from dialogueprep.domain.merge_sides import Ref, Row, Side
from dialogueprep.domain.merge_unify import unify
from dialogueprep.store import (
    conflicts,
    gone_for_good,
    kinship,
    merge_sides,
    merge_writing,
    mixing,
    striking,
    teams,
)
from dialogueprep.store.backup import Backup
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class Merge:
    """What taking in another workspace changes: counts, and what is to be decided.

    ``frozen`` counts by dialogue what is left out since the dialogue is closed here.
    """

    counts: tuple[Count, ...]
    conflicts: tuple[Conflict, ...]
    frozen: Mapping[str, int]
    plan: Plan = field(repr=False)
    mine: Side = field(repr=False)
    theirs: Side = field(repr=False)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing would change and nothing is to be decided."""
        return not self.counts

    def row(self, ref: Ref) -> Row | None:
        """Return a row as it is here, or there if it is not here."""
        return self.mine.rows.get(ref) or self.theirs.rows.get(ref)


def preview(store: Store, theirs: Readable) -> Merge:
    """Return what taking in ``theirs`` would change; nothing is written."""
    return preview_of(store, merge_sides.read(theirs))


def preview_of(store: Readable, theirs: Side) -> Merge:
    """Return what taking in rows that were read before would change."""
    shape = merge_sides.shape()
    theirs = gone_for_good.left_out(store, theirs, shape)
    sides = unify(merge_sides.read_around(store, theirs), theirs, shape)
    found = plan(sides, shape)
    counts = counted(found, sides.mine, sides.theirs, shape)
    waiting = tuple(found.conflicts.values())
    return Merge(counts, waiting, dict(found.frozen), found, sides.mine, sides.theirs)


def merge(
    store: Store, theirs: Readable, decisions: Mapping[Ref, Decision], today: date
) -> Backup | None:
    """Take in another workspace in one step; return the copy made before, None if nothing changed.

    ``decisions`` are by the root of a conflict; what is not decided keeps mine, and theirs waits.
    Raises Refused("dialogue-closed") if all that it has belongs to a dialogue that is closed here.
    """
    return merge_side(store, merge_sides.read(theirs), decisions, today)


def merge_side(
    store: Store, theirs: Side, decisions: Mapping[Ref, Decision], today: date
) -> Backup | None:
    """Take in rows that were read before, as `merge` does."""
    found = preview_of(store, theirs)
    if found.is_nothing and found.frozen:
        raise Refused("dialogue-closed")
    changes = changes_anything(store, found) or bool(decisions and found.conflicts)
    made = copy_before(store, MERGE, today) if changes else None
    theirs_too = {row for table, row in theirs.rows if table == "notes"}
    with store.step(tr("Take in a kit"), undoable=False) as step, heeding(step, theirs_too):
        write(step, found)
        _decide(step, decisions, found.conflicts)
    strike_on(store)
    return made


@contextmanager
def heeding(step: Step, theirs: Collection[str] = ()) -> Generator[None]:
    """Note what others struck, and which items they closed; `strike_on` does it here.

    ``theirs`` are the ids of the notes that they have.
    """
    with striking.heeding(step), mixing.heeding(step, theirs):
        yield


def strike_on(store: Store) -> None:
    """Strike here what others struck, and leave no trace of the order in items that they closed.

    What cannot be reached is tried again at each opening.
    """
    for go_on in (striking.go_on, mixing.go_on):
        with suppress(Trouble):
            go_on(store)


def changes_anything(store: Readable, found: Merge) -> bool:
    """Return whether rows would change, or something new would wait to be decided on."""
    it = found.plan
    return bool(it.puts or it.deletes or it.graves or _fresh(store, found.conflicts))


def write(step: Step, found: Merge) -> None:
    """Write what was found and let what both changed wait; nothing is decided."""
    fresh = _fresh(step, found.conflicts)
    merge_writing.write(step, found.plan)
    kinship.adopt(step, found.theirs.lineage)  # of what waits, and of what is left as it is, too
    for (table, row), to in found.plan.moves.items():
        conflicts.move(step, table, row, to)
    for conflict in fresh:
        conflicts.put(step, conflict)
    _let_go(step)


def waiting(store: Store, dialogue: str = "") -> Merge:
    """Return what was not decided yet, of one dialogue or of all; it changes nothing by itself."""
    found = conflicts.waiting(store, dialogue)
    theirs = _side_of(found)
    mine = merge_sides.read_around(store, theirs)
    return Merge((), found, {}, Plan(), mine, theirs)


def settle(store: Store, decisions: Mapping[Ref, Decision]) -> int:
    """Decide on what waits, by root; return how many things still wait."""
    decide_on = tr("Decide on what both changed")
    with store.step(decide_on, undoable=False) as step, heeding(step):
        _let_go(step)
        _decide(step, decisions)
        teams.read_again(step)
    strike_on(store)
    return conflicts.count(store)


def _fresh(store: Readable, found: Iterable[Conflict]) -> list[Conflict]:
    """Return what does not wait already, at this version or at one that follows it."""
    there = _by_ref(conflicts.waiting(store))
    return [it for it in found if not any(_covers(w, it) for w in there.get(it.ref, ()))]


def _covers(waits: Conflict, it: Conflict) -> bool:
    same = (waits.version, waits.theirs is None) == (it.version, it.theirs is None)
    follows = it.state.token in waits.known and waits.state.token not in it.known
    return follows or (same and it.root == waits.root)


def _let_go(step: Step) -> None:
    """Drop what waits and is known by now, to my rows or to what came after it."""
    found = conflicts.waiting(step)
    mine = merge_sides.read_around(step, _side_of(found))
    of_row = _by_ref(found)
    known = {it: _is_known(it, of_row[it.ref], mine) for it in found}
    open_roots = {it.root for it in found if not known[it]}
    conflicts.drop(step, [it for it in found if known[it] and it.root not in open_roots])
    later = [it for it in found if known[it] and _follows_any(of_row[it.ref], it)]
    conflicts.drop(step, later)


def _by_ref(found: Iterable[Conflict]) -> dict[Ref, list[Conflict]]:
    of_row: dict[Ref, list[Conflict]] = {}
    for it in found:
        of_row.setdefault(it.ref, []).append(it)
    return of_row


def _is_known(it: Conflict, of_row: Iterable[Conflict], mine: Side) -> bool:
    """Return whether my row follows what waits; not if that follows my row as well."""
    state = mine.state(it.ref)
    follows = state is not None and it.state.token in state.past and state.token not in it.known
    return follows or _follows_any(of_row, it)


def _follows_any(of_row: Iterable[Conflict], it: Conflict) -> bool:
    """Say whether another state of the row waits that knows this one, and not the reverse."""
    return any(
        it.state.token in other.known and other.state.token not in it.known for other in of_row
    )


def _decide(
    step: Step, decisions: Mapping[Ref, Decision], among: Iterable[Conflict] | None = None
) -> None:
    """Decide on what waits; of several states of one row on one, the others go on waiting."""
    chosen: dict[Ref, Conflict] = {}
    wanted = {(it.ref, it.version) for it in among} if among is not None else None
    for it in conflicts.waiting(step):
        if it.root in decisions and (wanted is None or (it.ref, it.version) in wanted):
            chosen.setdefault(it.ref, it)
    if not chosen:
        return
    mine = merge_sides.read_around(step, _side_of(chosen.values()))
    written = decide(chosen.values(), decisions, mine, merge_sides.shape(), new_id)
    merge_writing.write(step, written)
    conflicts.drop(step, written.conflicts.values())


def _side_of(found: Iterable[Conflict]) -> Side:
    """Return what waits as a side, to read around it."""
    side = Side()
    for it in found:
        if it.theirs is None:
            side.graves[it.ref] = it.version
        else:
            side.rows[it.ref] = it.theirs
    return side
