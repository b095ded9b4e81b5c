"""How people move from the long list to the table, and what their dates then are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from built_people import participant
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.dialogue import Delegation, DelegationId, Dialogue, DialogueId
from dialogueprep.domain.invitations import (
    WAY,
    back,
    chain,
    deadline,
    due_soon,
    moved,
    onward,
    open_places,
    overdue,
    substitute,
    tallies,
)
from dialogueprep.domain.people import Invitation, ParticipationId, Sector, Standing
from dialogueprep.domain.texts import Texts

TODAY = date(2026, 9, 1)
BY = date(2026, 10, 1)
DIALOGUE = Dialogue(
    id=DialogueId("d"),
    names=Texts.of(en="Round 2"),
    titles=Texts(),
    place=Texts(),
    first_day=date(2026, 11, 12),
    delegations=(
        Delegation(id=DelegationId("jp"), code="JP", labels=Texts.of(en="Japan"), target=3),
    ),
)


def test_the_way_is_gone_step_by_step_in_both_directions() -> None:
    for one, other in pairwise(WAY):
        assert (onward(one), back(other)) == (other, one)
    assert onward(Standing.ATTENDED) is None
    assert onward(Standing.DECLINED) is None
    assert back(Standing.DECLINED) is Standing.INVITED


def test_an_invitation_dates_itself_and_keeps_a_date_that_was_written() -> None:
    who = participant("a", standing=Standing.LONG_LIST)
    asked = moved(who, Standing.INVITED, TODAY, BY).invitation
    assert (asked.invited, asked.answer_by, asked.answered) == (TODAY, BY, None)
    early = replace(who, invitation=Invitation(invited=date(2026, 8, 1)))
    assert moved(early, Standing.INVITED, TODAY, BY).invitation.invited == date(2026, 8, 1)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(list(Standing)), max_size=8))
def test_whatever_the_way_nobody_merely_invited_has_answered(steps: list[Standing]) -> None:
    who = participant("a", standing=Standing.LONG_LIST)
    for n, standing in enumerate(steps):
        who = moved(who, standing, TODAY + timedelta(days=n), BY)
    dates = who.invitation
    if who.standing is Standing.LONG_LIST:
        assert dates == Invitation()
    if who.standing is Standing.INVITED:
        assert dates.answered is None
        assert dates.invited is not None


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 52), st.integers(-30, 200))
def test_a_deadline_is_not_past_and_before_the_dialogue_where_that_can_be(
    weeks: int, before: int
) -> None:
    today = DIALOGUE.first_day - timedelta(days=before)
    by = deadline(DIALOGUE, weeks, today)
    assert by >= today
    assert by < DIALOGUE.first_day or weeks == 0 or before <= 0


def test_late_and_soon_are_told_apart() -> None:
    who = moved(participant("a"), Standing.INVITED, TODAY, BY)
    assert not overdue(who, BY)
    assert due_soon(who, BY)
    assert overdue(who, BY + timedelta(days=1))
    assert not overdue(replace(who, standing=Standing.ACCEPTED), BY + timedelta(days=1))


def test_a_substitute_has_the_place_and_nothing_of_the_person() -> None:
    declined = replace(
        participant("a", "JP", standing=Standing.DECLINED), sector=Sector.ACADEMIA, seat=4
    )
    blank = substitute(declined)
    assert (blank.delegation, blank.sector, blank.seat) == ("JP", Sector.ACADEMIA, 4)
    assert blank.invitation.substitute_for == declined.id
    assert not blank.person.name.family
    assert blank.standing is Standing.LONG_LIST


def test_a_chain_of_substitutes_is_followed_from_any_of_its_links() -> None:
    a, b, c = (participant(x, standing=Standing.DECLINED) for x in "abc")
    b = replace(b, invitation=Invitation(substitute_for=a.id))
    c = replace(c, invitation=Invitation(substitute_for=b.id))
    for who in (a, b, c):
        assert [p.id for p in chain(who, (c, a, b))] == ["a", "b", "c"]
    assert [p.id for p in open_places((a, b, c))] == ["c"]


def test_a_chain_that_leads_in_a_circle_ends() -> None:
    a = replace(participant("a"), invitation=Invitation(substitute_for=ParticipationId("b")))
    b = replace(participant("b"), invitation=Invitation(substitute_for=ParticipationId("a")))
    assert {p.id for p in chain(a, (a, b))} == {"a", "b"}


def test_a_delegation_is_counted_against_its_target() -> None:
    people = [
        participant("a", "JP", standing=Standing.CONFIRMED),
        participant("b", "JP", standing=Standing.INVITED),
        participant("c", "JP", standing=Standing.DECLINED),
    ]
    (tally,) = tallies(DIALOGUE, people)
    assert (tally.coming, tally.asked, tally.missing) == (1, 1, 1)
