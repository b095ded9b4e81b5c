"""Which of many sets are worth comparing: those that share two of their rarest members.

All pairs of 100,000 entries are too many to look at. What many sets have brings two of them
together only with a third and a fourth member.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

Tick = Callable[[int, int], None]
_EVERY = 5000
_DEEPEST = 3  # members beyond the first two that tell a block apart


def quiet(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def ranked(sets: Iterable[Iterable[int]], most: int) -> list[tuple[int, ...]]:
    """Return of each set its rarest members, at most so many, as ranks: the rarest the lowest.

    A member that only one set has is left out: it brings nothing together.
    """
    known = [tuple(each) for each in sets]
    counts = Counter(member for each in known for member in each)
    order = sorted((n, member) for member, n in counts.items() if n > 1)
    rank = {member: place for place, (_n, member) in enumerate(order)}
    return [tuple(sorted(rank[m] for m in each if m in rank)[:most]) for each in known]


def close(
    keys: Sequence[tuple[int, ...]],
    most: int,
    sides: Sequence[int] | None = None,
    *,
    alone: int = 0,
    tick: Callable[[int], None] = lambda _n: None,
) -> Iterator[tuple[int, int]]:
    """Yield pairs of places whose sets share two ranks or more, each pair once.

    A block of more than ``most`` is told apart by further ranks; a rank that at most ``alone``
    places have brings them together by itself. ``sides`` are sets of bits: two places come
    together only if they have no bit in common. ``tick`` is called with 0 now and then.
    """
    count = max(1, len(keys))
    seen: set[int] = set()
    for n, (one, other) in enumerate(_pairs(keys, most, alone)):
        if n % _EVERY == 0:
            tick(0)
        if sides is not None and sides[one] & sides[other]:
            continue
        if (code := one * count + other) not in seen:
            seen.add(code)
            yield one, other


def _pairs(keys: Sequence[tuple[int, ...]], most: int, alone: int) -> Iterator[tuple[int, int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        for rank in key:
            places[rank].append(place)
    for rank, block in sorted(places.items()):
        if len(block) <= alone:
            yield from combinations(block, 2)
        for after, part in _parts(block, keys, rank):
            yield from _told_apart(part, keys, after, most, _DEEPEST)


def _parts(
    places: Iterable[int], keys: Sequence[tuple[int, ...]], after: int
) -> Iterable[tuple[int, list[int]]]:
    """Return the places by each further rank that they have."""
    parts: dict[int, list[int]] = defaultdict(list)
    for place in places:
        for rank in keys[place]:
            if rank > after:
                parts[rank].append(place)
    return parts.items()


def _told_apart(
    places: list[int], keys: Sequence[tuple[int, ...]], after: int, most: int, deeper: int
) -> Iterator[tuple[int, int]]:
    if len(places) <= most:
        yield from combinations(places, 2)
    elif deeper:
        for rank, part in _parts(places, keys, after):
            yield from _told_apart(part, keys, rank, most, deeper - 1)
