"""The rule by which two states of a row meet, for all states that histories can come to."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.row_versions import (
    State,
    Verdict,
    decided,
    deletion_of,
    equal,
    judge,
    merged,
)

TOKENS = st.sampled_from("abcdef")
ROWS = st.fixed_dictionaries({"w": st.integers(0, 2), "position": st.integers(0, 2)})
CONTENTS = st.one_of(st.none(), ROWS)


@st.composite
def states(draw: st.DrawFn) -> State:
    return State(draw(TOKENS), draw(CONTENTS), draw(st.frozensets(TOKENS, max_size=3)))


MIRRORED = {Verdict.KEEP: Verdict.TAKE, Verdict.TAKE: Verdict.KEEP}


@settings(deadline=None)
@given(states(), states())
def test_both_sides_judge_alike(mine: State, theirs: State) -> None:
    verdict = judge(mine, theirs)
    assert judge(theirs, mine) is MIRRORED.get(verdict, verdict)


@settings(deadline=None)
@given(states(), states())
def test_merging_again_tells_nothing(mine: State, theirs: State) -> None:
    once = merged(mine, theirs)
    assert once is not None
    again = merged(once, theirs)
    assert again is not None and again.tells_nothing_to(once)


@settings(deadline=None)
@given(states(), states())
def test_where_it_is_no_conflict_both_come_to_one(mine: State, theirs: State) -> None:
    if judge(mine, theirs) in (Verdict.KEEP, Verdict.TAKE):
        here, there = merged(mine, theirs), merged(theirs, mine)
        assert here is not None and there is not None
        assert (here.version, here.content) == (there.version, there.content)


@settings(deadline=None)
@given(states(), states())
def test_a_change_that_nobody_knew_is_not_replaced(mine: State, theirs: State) -> None:
    if not (mine.past & theirs.past or equal(mine.content, theirs.content)):
        assert judge(mine, theirs) is Verdict.CONFLICT


BASE = State("a", {"w": 0})


def test_who_follows_is_the_newer() -> None:
    later = State("b", {"w": 1}, frozenset("a"))
    assert judge(BASE, later) is Verdict.TAKE
    assert judge(later, BASE) is Verdict.KEEP


def test_of_two_changes_none_is_the_later() -> None:
    one = State("b", {"w": 1}, frozenset("a"))
    other = State("c", {"w": 2}, frozenset("a"))
    assert judge(one, other) is Verdict.CONFLICT
    assert merged(one, other) == one


def test_who_changes_what_both_wrote_is_followed() -> None:
    one, other = State("b", {"w": 1}), State("c", {"w": 1})
    both = merged(one, other)
    assert both is not None and both.version == "b"
    assert judge(both, State("d", {"w": 2}, frozenset("c"))) is Verdict.TAKE


def test_a_deletion_wins_over_what_it_knew_only() -> None:
    gone = State("a", None)
    assert judge(BASE, gone) is Verdict.TAKE
    assert judge(State("b", {"w": 1}, frozenset("a")), gone) is Verdict.CONFLICT


def test_what_was_kept_against_a_deletion_stays_and_comes_back() -> None:
    kept = replace(decided(BASE, State("a", None)), version="b")
    assert deletion_of("a") in kept.known
    assert judge(kept, State("a", None)) is Verdict.KEEP
    assert judge(State("a", None), kept) is Verdict.TAKE


def test_opposite_decisions_meet_as_a_conflict() -> None:
    one = State("b", {"w": 1}, frozenset("a"))
    other = State("c", {"w": 2}, frozenset("a"))
    assert judge(decided(one, other), decided(other, one)) is Verdict.CONFLICT
    assert judge(decided(one, other), other) is Verdict.KEEP


def test_where_a_row_stands_among_others_is_no_conflict() -> None:
    one = State("b", {"w": 1, "position": 3}, frozenset("a"))
    other = State("c", {"w": 1, "position": 5}, frozenset("a"))
    assert judge(one, other) is Verdict.SAME
