"""What a decision on a conflict writes. Mine and theirs are known to each other from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from dialogueprep.domain.merge_plan import Conflict, Plan, Reason
from dialogueprep.domain.merge_sides import Ref, Row, Shape, Side
from dialogueprep.domain.row_versions import State, decided

_ONE_LINE = 80  # what is longer is joined on a line of its own


class Decision(StrEnum):
    """Which side stands; ``BOTH`` where it is text."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


def wordings(mine: Row | None, theirs: Row | None) -> tuple[str, str] | None:
    """Return both wordings of what is text, None for anything else."""
    if mine is None or theirs is None or "wording" not in theirs:
        return None
    one, other = mine["wording"], theirs["wording"]
    return (one, other) if one and other and one != other else None


def allowed(conflict: Conflict, mine: Row | None) -> tuple[Decision, ...]:
    """Return what can be decided."""
    if not conflict.reason.can_be_taken:
        return (Decision.MINE,)
    both = wordings(mine, conflict.theirs) is not None
    return (Decision.MINE, Decision.THEIRS, *((Decision.BOTH,) if both else ()))


def decide(
    conflicts: Iterable[Conflict],
    decisions: Mapping[Ref, Decision],
    mine: Side,
    shape: Shape,
    new_id: Callable[[], str],
) -> Plan:
    """Return what decisions write, by the root of what is decided together."""
    plan = Plan()
    for it in conflicts:
        decision = decisions.get(it.root)
        if decision is not None and decision in allowed(it, mine.rows.get(it.ref)):
            _write(plan, it, decision, mine, new_id)
            plan.conflicts[it.ref] = it
    _delete_along(plan, mine, shape)
    _hold_orphans(plan, mine, shape)
    _empty_names(plan, mine, shape, new_id)
    return plan


def _write(
    plan: Plan, it: Conflict, decision: Decision, mine: Side, new_id: Callable[[], str]
) -> None:
    here, theirs = plan.puts.get(it.ref) or mine.state(it.ref), it.state
    if decision is Decision.MINE or (here is None and theirs.content is None):
        _keep(plan, it, here, new_id)
    elif theirs.content is None:
        plan.deletes[it.ref] = decided(theirs, here) if here else theirs
    elif decision is Decision.THEIRS:
        plan.puts[it.ref] = _over(theirs, here, new_id) if here else theirs
    elif here is not None:
        _join(plan, it, here, mine, new_id)


def _keep(plan: Plan, it: Conflict, here: State | None, new_id: Callable[[], str]) -> None:
    """Let mine stand: my row, or that there is none."""
    if here is None:
        plan.graves[it.ref] = State(it.version, None, it.state.past)
    elif here.content is None:
        plan.graves[it.ref] = decided(here, it.state)
    elif it.reason is Reason.DELETED_THERE:  # a token of its own: it outlives the deletion
        plan.puts[it.ref] = replace(
            decided(here, it.state), version=new_id()[:16], same=frozenset()
        )
    else:
        plan.puts[it.ref] = _over(here, it.state, new_id)


def _over(stands: State, other: State, new_id: Callable[[], str]) -> State:
    """Let one state stand over the other; over one that follows it too, under a new token.

    Two people decided against each other: with its old token the one that stands now would again
    both follow the other and be followed by it.
    """
    after = decided(stands, other)
    if not stands.states & other.past:
        return after
    return replace(after, version=new_id()[:16], known=after.past, same=frozenset())


def _join(plan: Plan, it: Conflict, here: State, mine: Side, new_id: Callable[[], str]) -> None:
    """Let both stand: a note as two notes, any other text one after the other."""
    theirs = it.theirs or {}
    if it.ref[0] == "notes":
        other = new_id()
        version = new_id()[:16]
        if ("items", theirs["item"]) not in mine.rows:  # both stand where mine does
            theirs = {**theirs, "item": (here.content or {})["item"], "question": None}
        plan.puts[it.ref] = _over(here, it.state, new_id)
        plan.puts["notes", other] = State(version, {**theirs, "id": other, "version": version})
        return
    content = {**(here.content or {}), "wording": joined(*(wordings(here.content, theirs) or ()))}
    after = replace(here, version=new_id()[:16], content=content, same=frozenset())
    plan.puts[it.ref] = replace(after, known=here.past | it.state.past)


def joined(*wordings: str) -> str:
    """Return wordings as one: on one line if they are short, else one below the other."""
    short = all("\n" not in each and len(each) <= _ONE_LINE for each in wordings)
    return (" / " if short else "\n").join(wordings)


def _delete_along(plan: Plan, mine: Side, shape: Shape) -> None:
    """Delete what came since and belongs to what is deleted."""
    for ref in shape.sorted(mine.rows):
        above = shape.parents(ref, mine.rows[ref], lambda r: r in mine.rows)
        if any(p in plan.deletes for p in above) and ref not in plan.deletes:
            state = mine.state(ref)
            plan.puts.pop(ref, None)
            if state is not None:
                plan.deletes[ref] = replace(state, content=None)


def _hold_orphans(plan: Plan, mine: Side, shape: Shape) -> None:
    """Let wait on what cannot stand here any more; mine can still be kept.

    The row to which it belongs has been deleted since, or another one has come that is the same
    whatever its id, as a title in the same language.
    """

    def alive(ref: Ref) -> bool:
        return ref in plan.puts or (ref in mine.rows and ref not in plan.deletes)

    for ref in shape.sorted(plan.puts):
        row = plan.puts[ref].content or {}
        above = shape.parents(ref, row, alive)
        others = (o for o in _with_key(ref, row, plan, mine, shape) if alive(o))
        if not all(alive(parent) for parent in above) or any(others):
            del plan.puts[ref]
            plan.conflicts.pop(ref, None)


def _with_key(ref: Ref, row: Row, plan: Plan, mine: Side, shape: Shape) -> Iterator[Ref]:
    """Yield the other rows of which there can be only one together with this."""
    columns = shape.keys.get(ref[0], ())
    key = [row[column] for column in columns]
    if not columns or None in key:
        return
    for other, there in mine.rows.items():
        stands = plan.puts[other].content if other in plan.puts else there
        if other != ref and other[0] == ref[0] and stands is not None:
            yield from [other] if [stands[c] for c in columns] == key else []


def _empty_names(plan: Plan, mine: Side, shape: Shape, new_id: Callable[[], str]) -> None:
    """Empty what names nothing here; such a row is another one than that of the other side."""

    def alive(ref: Ref) -> bool:
        return ref in plan.puts or (ref in mine.rows and ref not in plan.deletes)

    for ref, state in plan.puts.items():
        row = state.content or {}
        optional = [r for r in shape.references[ref[0]] if not r.goes_along]
        named = {r.column: r.named(row, alive) for r in optional}
        empty = {column: None for column, each in named.items() if each and not alive(each)}
        if empty:
            after = replace(state, version=new_id()[:16], content={**row, **empty})
            plan.puts[ref] = replace(after, known=state.past, same=frozenset())
