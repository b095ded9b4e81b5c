"""From the long list to the table: how a participation moves on, and what its dates then are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogueprep.domain.dialogue import Delegation, Dialogue
from dialogueprep.domain.people import (
    AT_TABLE,
    Invitation,
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Standing,
)

WAY = (
    Standing.LONG_LIST,
    Standing.INVITED,
    Standing.ACCEPTED,
    Standing.CONFIRMED,
    Standing.ATTENDED,
)
"""The standings one after the other; who declines leaves the way."""
SHOWN = (*WAY[:3], Standing.DECLINED, *WAY[3:])
"""The standings in the order in which they are shown."""
WEEKS_BEFORE = 6
"""How many weeks before the first day answers are wanted, unless a dialogue says otherwise."""
_SHORT_NOTICE = timedelta(days=7)
_SOON = timedelta(days=7)


def onward(standing: Standing) -> Standing | None:
    """Return the next standing on the way; None at its end, and for those who declined."""
    at = WAY.index(standing) + 1 if standing in WAY else len(WAY)
    return WAY[at] if at < len(WAY) else None


def back(standing: Standing) -> Standing | None:
    """Return the standing before; who declined goes back to invited."""
    if standing is Standing.DECLINED:
        return Standing.INVITED
    at = WAY.index(standing)
    return WAY[at - 1] if at else None


def deadline(dialogue: Dialogue, weeks: int, today: date) -> date:
    """Return the day by which somebody who is invited today is to answer.

    It is ``weeks`` before the first day; where that is past or tomorrow, in a week, but not after
    the day before the dialogue begins, and never before today.
    """
    usual = dialogue.first_day - timedelta(weeks=weeks)
    if usual > today + timedelta(days=1):
        return usual
    return max(today, min(today + _SHORT_NOTICE, dialogue.first_day - timedelta(days=1)))


def moved(who: Participation, standing: Standing, today: date, answer_by: date) -> Participation:
    """Return a participation at another standing, with the dates that follow from it.

    A date that was written before stays, unless the standing takes it away: nobody on the long
    list was invited, and nobody who is merely invited has answered.
    """
    before = who.invitation
    if standing is Standing.LONG_LIST:
        dates = Invitation(substitute_for=before.substitute_for)
    elif standing is Standing.INVITED:
        dates = replace(
            before,
            invited=before.invited or today,
            answer_by=before.answer_by or answer_by,
            answered=None,
        )
    else:
        dates = replace(before, answered=before.answered or today)
    return replace(who, standing=standing, invitation=dates)


def overdue(who: Participation, today: date) -> bool:
    """Return whether somebody who was invited should have answered before today."""
    by = who.invitation.answer_by
    return who.standing is Standing.INVITED and by is not None and by < today


def due_soon(who: Participation, today: date) -> bool:
    """Return whether an answer is due today or within a week."""
    by = who.invitation.answer_by
    return who.standing is Standing.INVITED and by is not None and today <= by <= today + _SOON


def substitute(declined: Participation) -> Participation:
    """Return a blank participation in the place of somebody who declined.

    It has what belongs to the place (delegation, territory, region, sector, capacity), and
    nothing of the person.
    """
    return Participation(
        id=ParticipationId(""),
        person=Person(id=PersonId(""), name=Name(family="")),
        delegation=declined.delegation,
        territory=declined.territory,
        region=declined.region,
        sector=declined.sector,
        capacity=declined.capacity,
        seniority=declined.seniority,
        standing=Standing.LONG_LIST,
        listed_for_participants=False,
        seat=declined.seat,
        invitation=Invitation(substitute_for=declined.id),
    )


def chain(who: Participation, everybody: Sequence[Participation]) -> tuple[Participation, ...]:
    """Return all who stand for one place, from the one first asked to the last substitute.

    A place with several substitutes for one person has them in the order of ``everybody``.
    """
    known = {p.id: p for p in everybody}
    first, seen = who, {who.id}
    while (before := known.get(first.invitation.substitute_for or first.id)) is not None:
        if before.id in seen:
            break
        first = before
        seen.add(first.id)
    return tuple(_after(first, everybody, set()))


def _after(
    who: Participation, everybody: Sequence[Participation], seen: set[ParticipationId]
) -> Iterator[Participation]:
    if who.id in seen:
        return
    seen.add(who.id)
    yield who
    for other in everybody:
        if other.invitation.substitute_for == who.id:
            yield from _after(other, everybody, seen)


def open_places(everybody: Sequence[Participation]) -> tuple[Participation, ...]:
    """Return those who declined and in whose place nobody else is asked."""
    replaced = {p.invitation.substitute_for for p in everybody}
    declined = (p for p in everybody if p.standing is Standing.DECLINED)
    return tuple(p for p in declined if p.id not in replaced)


@dataclass(frozen=True, slots=True)
class Tally:
    """How a delegation stands: how many come, how many are asked, and how many are wanted."""

    delegation: Delegation
    coming: int
    asked: int
    listed: int
    target: int | None

    @property
    def missing(self) -> int:
        """How many must still be found even if all who are asked come; 0 if none."""
        return max(0, (self.target or 0) - self.coming - self.asked)


def tallies(dialogue: Dialogue, everybody: Iterable[Participation]) -> tuple[Tally, ...]:
    """Return how each delegation stands, as the roster counts: all who are on its list."""
    counted = tuple(everybody)
    return tuple(_tally(d, [p for p in counted if p.delegation == d.code])
                 for d in dialogue.delegations)  # fmt: skip


def _tally(delegation: Delegation, mine: Sequence[Participation]) -> Tally:
    return Tally(
        delegation,
        sum(p.standing in AT_TABLE for p in mine),
        sum(p.standing is Standing.INVITED for p in mine),
        sum(p.standing is Standing.LONG_LIST for p in mine),
        delegation.target,
    )
