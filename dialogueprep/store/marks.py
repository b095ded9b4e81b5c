"""Which positions have which values, as bit sets: filters and counts in microseconds.

A bit set is an ``int``; bit n stands for position n. To count what two filters let through is
``(a & b).bit_count()``, also where there are a hundred thousand positions.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import compress

Bits = int
_AS_FLAGS = bytes.maketrans(b"01", b"\0\1")
_AS_DIGITS = bytes.maketrans(b"\0\1", b"01")


def bits_of(positions: Iterable[int], size: int) -> Bits:
    """Return the bit set of positions, which all lie below ``size``."""
    flags = bytearray(size)
    for position in positions:
        flags[position] = 1
    return bits_of_flags(flags)


def bits_of_flags(flags: bytes | bytearray) -> Bits:
    """Return the bit set that has a byte for each position: 1 where its bit is set, else 0."""
    return int(flags[::-1].translate(_AS_DIGITS), 2) if flags else 0


def flags_of(bits: Bits, size: int) -> bytes:
    """Return a byte for each position: 1 where its bit is set, else 0."""
    return format(bits, f"0{size}b").encode()[::-1].translate(_AS_FLAGS)


def positions_of(bits: Bits, size: int) -> list[int]:
    """Return the positions whose bits are set, all below ``size``, from low to high."""
    return [*compress(range(size), flags_of(bits, size))] if bits else []


def in_order(bits: Bits, order: Sequence[int], size: int) -> list[int]:
    """Return the positions whose bits are set, as they follow each other in ``order``."""
    return [*filter(flags_of(bits, size).__getitem__, order)] if bits else []


class Marks:
    """The values of positions in several groups, e.g. formats or tags; a position may have many.

    ``there`` are the positions that are in use.
    """

    def __init__(self) -> None:
        self.there: Bits = 0
        self._groups: dict[str, dict[Hashable, Bits]] = {}

    def of(self, group: str, value: Hashable) -> Bits:
        """Return the positions that have a value."""
        return self._groups.get(group, {}).get(value, 0)

    def any_of(self, group: str, values: Iterable[Hashable]) -> Bits:
        """Return the positions that have at least one of these values."""
        found = 0
        for value in values:
            found |= self.of(group, value)
        return found

    def values(self, group: str) -> Mapping[Hashable, Bits]:
        """Return the values of a group that some position has, each with its positions."""
        return self._groups.get(group, {})

    def put(self, group: str, positions: Mapping[Hashable, Iterable[int]], size: int) -> None:
        """Give positions below ``size`` more values in a group."""
        there = self._groups.setdefault(group, {})
        for value, having in positions.items():
            there[value] = there.get(value, 0) | bits_of(having, size)

    def clear(self, gone: Bits) -> None:
        """Take all values away from positions, which are out of use until they are put back."""
        self.there &= ~gone
        for values in self._groups.values():
            for value, having in list(values.items()):
                if having & gone:
                    values[value] = having & ~gone
                if not values[value]:
                    del values[value]
