"""Who sits where: places around a table, and the order in which people are seated."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from dialogueprep.domain.people import AT_TABLE, Capacity, Participation, ParticipationId


class TableShape(StrEnum):
    """The form of a table."""

    ROUND = "round"
    U_SHAPE = "U-shape"
    LONG = "long table"


class Arrangement(StrEnum):
    """How delegations are seated."""

    ALTERNATE = "alternate"
    BLOCKS = "in blocks"


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a square of side 1, y downwards, and the way outwards from the table (a unit
    vector). Seats are counted clockwise from the head, which is at the top."""

    x: float
    y: float
    out_x: float
    out_y: float


def seated(everybody: Iterable[Participation]) -> tuple[Participation, ...]:
    """Return those who have a place at the table: they come, and are no observers or staff."""
    aside = (Capacity.OBSERVER, Capacity.STAFF)
    return tuple(p for p in everybody if p.standing in AT_TABLE and p.capacity not in aside)


def in_seats(people: Iterable[Participation]) -> tuple[Participation, ...]:
    """Return people by their seats; who has none yet follows in the order given."""
    return tuple(sorted(people, key=lambda p: (p.seat is None, p.seat or 0)))


def arranged(
    people: Sequence[Participation],
    codes: Sequence[str],
    arrangement: Arrangement,
    heads: Iterable[ParticipationId] = (),
) -> tuple[Participation, ...]:
    """Return people in the order of their seats: those of ``heads`` at the head of the table.

    ``codes`` are the delegations in their order; within each, people stay in the order given.
    Where delegations alternate, the larger ones are spread evenly among the others. The heads sit
    in the middle of the top side: the first in seat 0, the next to the left and right in turn.
    """
    first = list(dict.fromkeys(heads))
    leading = sorted((p for p in people if p.id in first), key=lambda p: first.index(p.id))
    groups = _groups([p for p in people if p.id not in first], codes)
    if arrangement is Arrangement.BLOCKS:
        rest = [p for group in groups for p in group]
    else:
        rest = _alternating(groups)
    return (*leading[:1], *leading[2::2], *rest, *reversed(leading[1::2]))


def _groups(people: Sequence[Participation], codes: Sequence[str]) -> list[list[Participation]]:
    found: dict[str, list[Participation]] = {code: [] for code in codes}
    for who in people:
        found.setdefault(who.delegation, []).append(who)
    return [group for group in found.values() if group]


def _alternating(groups: Sequence[Sequence[Participation]]) -> list[Participation]:
    """Return the groups mixed so that each is spread evenly over the whole.

    Groups of one size take turns. Neighbours of one group are parted by an exchange where a
    place is found for it.
    """
    if len({len(g) for g in groups}) == 1:
        return [p for turn in zip_longest(*groups) for p in turn if p is not None]
    places = [
        ((n + 0.5) / len(group), at, who)
        for at, group in enumerate(groups)
        for n, who in enumerate(group)
    ]
    order = [who for _, _, who in sorted(places, key=lambda place: place[:2])]
    return _parted(order)


def _parted(order: list[Participation]) -> list[Participation]:
    for at in range(1, len(order)):
        if order[at].delegation != order[at - 1].delegation:
            continue
        for other in (*range(at + 1, len(order)), *range(at - 1)):
            if _better(order, at, other):
                order[at], order[other] = order[other], order[at]
                break
    return order


def _better(order: list[Participation], one: int, other: int) -> bool:
    """Return whether fewer sit beside their own delegation once these two are exchanged."""
    if order[one].delegation == order[other].delegation:
        return False
    n = len(order)
    pairs = {(at % n, (at + 1) % n) for at in (one - 1, one, other - 1, other)}
    before = _alike(order, pairs)
    order[one], order[other] = order[other], order[one]
    after = _alike(order, pairs)
    order[one], order[other] = order[other], order[one]
    return after < before


def _alike(order: Sequence[Participation], pairs: Iterable[tuple[int, int]]) -> int:
    return sum(order[a].delegation == order[b].delegation for a, b in pairs)


def swapped(
    people: Sequence[Participation], one: ParticipationId, other: ParticipationId
) -> tuple[Participation, ...]:
    """Return people in seats with two of them exchanged."""
    ids = [p.id for p in people]
    order = list(people)
    a, b = ids.index(one), ids.index(other)
    order[a], order[b] = order[b], order[a]
    return tuple(order)


def numbered(people: Iterable[Participation]) -> Mapping[ParticipationId, int]:
    """Return the seat of each, counted from 0."""
    return {who.id: seat for seat, who in enumerate(people)}


def seats(shape: TableShape, n: int) -> tuple[Seat, ...]:
    """Return the places of ``n`` people around a table, clockwise from the head."""
    if n == 0:
        return ()
    if shape is TableShape.ROUND:
        return tuple(_round(_angle(k, n)) for k in range(n))
    return _on_sides(shape, n)


_FEW = 12
"""Up to so many seats stand at equal angles around a round table; more, at equal heights, so that
the names at its left and right have room."""


def _angle(number: int, n: int) -> float:
    if n <= _FEW:
        return 2 * math.pi * number / n
    right = number <= n / 2
    angle = math.acos(1 - 4 * (number if right else n - number) / n)
    return angle if right else 2 * math.pi - angle


def _round(angle: float) -> Seat:
    x, y = math.sin(angle), -math.cos(angle)
    return Seat(0.5 + 0.43 * x, 0.5 + 0.43 * y, x, y)


SIDES = {TableShape.U_SHAPE: (0.06, 0.94), TableShape.LONG: (0.36, 0.64)}
"""Where the seats at the long sides of a table stand, from left to right."""
_TOP, _BOTTOM = 0.14, 0.88


def _on_sides(shape: TableShape, n: int) -> tuple[Seat, ...]:
    """Return places along a path around the table: from the middle of the top, clockwise."""
    top = _at_top(shape, n)
    right = (n - top + 1) // 2
    left = n - top - right
    bottom = 1 if shape is TableShape.LONG and right > 2 else 0
    right -= bottom
    first, last = SIDES[shape]
    made = [*_top_row(top, first, last), *_side(right, last, 1.0)]
    if bottom:
        made.append(Seat(0.5, _BOTTOM + 0.02, 0.0, 1.0))
    made += reversed(_side(left, first, -1.0))
    middle = top // 2
    return tuple((*made[middle:], *made[:middle]))


def _at_top(shape: TableShape, n: int) -> int:
    if shape is TableShape.LONG:
        return 1
    return min(n, 3)


def _top_row(n: int, left: float, right: float) -> list[Seat]:
    span = right - left
    return [Seat(left + span * (k + 0.5) / n, _TOP, 0.0, -1.0) for k in range(n)]


def _side(n: int, x: float, out: float) -> list[Seat]:
    first, last = _TOP + 0.1, _BOTTOM - 0.03
    return [Seat(x, first + (last - first) * (k + 0.5) / n, out, 0.0) for k in range(n)]
