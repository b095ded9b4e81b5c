"""Which of two states of a row follows the other, told by the versions that were ever shared.

A state is a row with its version token, or the trace of a deletion. ``known`` are the versions
that it follows, ``same`` those that had the same content. Nothing here knows a time: of two
changes that did not know each other none is the later one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

Content = Mapping[str, object]
_NO_CHANGE = ("id", "version", "position")  # where a row stands among others is no change of it


class Verdict(Enum):
    """What becomes of two states of one row."""

    SAME = auto()
    KEEP = auto()
    TAKE = auto()
    CONFLICT = auto()


@dataclass(frozen=True, slots=True)
class State:
    """A row as one side has it; ``content`` is None where it was deleted at this version."""

    version: str
    content: Content | None
    known: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()

    @property
    def token(self) -> str:
        """What stands for this state; a deletion is another state than what it deleted."""
        return self.version if self.content is not None else deletion_of(self.version)

    @property
    def states(self) -> frozenset[str]:
        """The tokens of this state and of those that are the same."""
        return self.same | {self.token}

    @property
    def past(self) -> frozenset[str]:
        """All that whoever has this state has taken notice of."""
        return self.known | self.states | {self.version}

    def tells_nothing_to(self, before: State | None) -> bool:
        """Return whether who had the state before learns nothing from this one."""
        if before is None or self.token != before.token:
            return False
        alike = self.content is None or self.same <= before.states
        return alike and self.past <= before.past


def deletion_of(version: str) -> str:
    """Return the token of the deletion of a row at this version."""
    return f"-{version}"


def judge(mine: State | None, theirs: State | None) -> Verdict:
    """Return what becomes of a row, seen from my side; None is a row never heard of."""
    if theirs is None:
        return Verdict.KEEP
    if mine is None:
        return Verdict.TAKE
    if mine.states & theirs.states or (mine.content is None and theirs.content is None):
        return Verdict.SAME
    if mine.content is None:
        return _turned(_of_deletion(theirs, mine))
    if theirs.content is None:
        return _of_deletion(mine, theirs)
    return _of_rows(mine, theirs)


def _of_rows(mine: State, theirs: State) -> Verdict:
    ahead, behind = bool(theirs.states & mine.known), bool(mine.states & theirs.known)
    if ahead != behind:
        return Verdict.KEEP if ahead else Verdict.TAKE
    return Verdict.SAME if equal(mine.content, theirs.content) else Verdict.CONFLICT


def _of_deletion(row: State, deletion: State) -> Verdict:
    """Judge from the side of the row; what was kept against this deletion stays."""
    if deletion.token in row.past:
        return Verdict.KEEP
    return Verdict.TAKE if row.states & deletion.past else Verdict.CONFLICT


def _turned(verdict: Verdict) -> Verdict:
    return {Verdict.KEEP: Verdict.TAKE, Verdict.TAKE: Verdict.KEEP}.get(verdict, verdict)


def equal(one: Content | None, other: Content | None) -> bool:
    """Return whether two rows say the same; their place among others is left aside."""
    if one is None or other is None:
        return one is other
    return _plain(one) == _plain(other)


def _plain(content: Content) -> dict[str, object]:
    return {column: value for column, value in content.items() if column not in _NO_CHANGE}


def merged(mine: State | None, theirs: State | None) -> State | None:
    """Return what the row is after merging; where both changed, mine as it is.

    Of two that are the same the lower token stands, so that all sides come to one.
    """
    verdict = judge(mine, theirs)
    if mine is None or theirs is None:
        return theirs if verdict is Verdict.TAKE else mine
    match verdict:
        case Verdict.CONFLICT:
            return mine
        case Verdict.KEEP:
            return replace(mine, known=mine.known | theirs.past)
        case Verdict.TAKE:
            return replace(theirs, known=theirs.known | mine.past)
        case Verdict.SAME:
            return _one_of(mine, theirs)


def _one_of(mine: State, theirs: State) -> State:
    stands = theirs if theirs.version < mine.version else mine
    return replace(
        stands,
        known=mine.known | theirs.known | {mine.version, theirs.version},
        same=mine.states | theirs.states,
    )


def decided(stands: State, other: State) -> State:
    """Return a state for which it was decided that it stands against the other one."""
    return replace(stands, known=stands.known | other.past)
