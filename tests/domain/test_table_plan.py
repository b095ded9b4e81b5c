"""Seats around tables."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from built_people import participant
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.people import Capacity, Participation, Standing
from dialogueprep.domain.table_plan import (
    Arrangement,
    TableShape,
    arranged,
    in_seats,
    numbered,
    seated,
    seats,
    swapped,
)

sizes = st.dictionaries(st.sampled_from(["CN", "JP", "KR", "EU"]), st.integers(1, 9), min_size=1)


def _people(counts: dict[str, int]) -> list[Participation]:
    return [participant(f"{code}{n}", code) for code, many in counts.items() for n in range(many)]


@settings(deadline=None, max_examples=60)
@given(sizes, st.sampled_from(list(Arrangement)), st.integers(0, 3))
def test_everybody_gets_one_seat_and_the_first_of_the_heads_the_first(
    counts: dict[str, int], how: Arrangement, heads: int
) -> None:
    people = _people(counts)
    leading = [p.id for p in people[::-1][:heads]]
    order = arranged(people, list(counts), how, leading)
    assert Counter(p.id for p in order) == Counter(p.id for p in people)
    if leading:
        assert order[0].id == leading[0]


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 4), st.integers(1, 8))
def test_delegations_of_one_size_alternate_all_around(sides: int, each: int) -> None:
    codes = ["CN", "JP", "KR", "EU"][:sides]
    order = arranged(_people(dict.fromkeys(codes, each)), codes, Arrangement.ALTERNATE)
    around = [p.delegation for p in (*order, order[0])]
    assert all(a != b for a, b in pairwise(around))


def test_unequal_delegations_alternate_as_far_as_they_can() -> None:
    order = arranged(_people({"CN": 4, "JP": 2, "KR": 3}), ["CN", "JP", "KR"],
                     Arrangement.ALTERNATE)  # fmt: skip
    assert all(a.delegation != b.delegation for a, b in pairwise(order))


def test_blocks_follow_the_order_of_delegations() -> None:
    order = arranged(_people({"CN": 2, "JP": 2}), ["JP", "CN"], Arrangement.BLOCKS)
    assert [p.delegation for p in order] == ["JP", "JP", "CN", "CN"]


@pytest.mark.parametrize("shape", list(TableShape))
@pytest.mark.parametrize("n", [0, 1, 2, 3, 7, 16, 40])
def test_seats_are_apart_and_on_the_page(shape: TableShape, n: int) -> None:
    made = seats(shape, n)
    assert len({(round(s.x, 4), round(s.y, 4)) for s in made}) == len(made) == n
    assert all(0 <= s.x <= 1 and 0 <= s.y <= 1 for s in made)


@pytest.mark.parametrize("shape", list(TableShape))
def test_the_first_seat_is_at_the_head(shape: TableShape) -> None:
    first = seats(shape, 15)[0]
    assert abs(first.x - 0.5) < 0.01
    assert first.y < 0.2


def test_two_are_exchanged_and_the_others_stay() -> None:
    people = _people({"CN": 4})
    order = swapped(people, people[0].id, people[3].id)
    assert [p.id for p in order] == ["CN3", "CN1", "CN2", "CN0"]
    assert numbered(order)["CN0"] == 3  # type: ignore[index]


def test_observers_staff_and_those_who_do_not_come_have_no_seat() -> None:
    there = [
        participant("a"),
        participant("b", capacity=Capacity.OBSERVER),
        participant("c", capacity=Capacity.STAFF),
        participant("d", standing=Standing.INVITED),
    ]
    assert [p.id for p in seated(there)] == ["a"]
    assert in_seats(there[:1]) == (there[0],)
