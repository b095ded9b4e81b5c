"""What documents are composed from.

There are no notes in it, no ratings and no decisions: what is not here cannot get out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dialogueprep.domain.briefs.blocks import Annex, Audience
from dialogueprep.domain.briefs.house import House
from dialogueprep.domain.briefs.inside import Inside
from dialogueprep.domain.briefs.of_library import OfLibrary
from dialogueprep.domain.checks import reported_by
from dialogueprep.domain.dialogue import AgendaItem, Delegation, Dialogue, ItemKind, Series
from dialogueprep.domain.editions import Comparison
from dialogueprep.domain.name_sorting import Naming
from dialogueprep.domain.notes import Finding, Proposal, Scope, Statement
from dialogueprep.domain.people import (
    Attendance,
    Capacity,
    Participation,
    ParticipationId,
    Standing,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import Slot


@dataclass(frozen=True, slots=True)
class Version:
    """Which state of a document this is, and the number of the one that it replaces.

    Number 0 is an agenda that is not circulated as it stands. ``until`` is the deadline of an open
    comment window; ``final`` says that the text was reviewed.
    """

    number: int
    on: date
    replaces: int | None = None
    draft: bool = True
    until: date | None = None
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One dialogue with all that its documents may show; findings in order of weight."""

    dialogue: Dialogue
    series: Series | None = None
    slots: tuple[Slot, ...] = ()
    participations: tuple[Participation, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    findings: tuple[Finding, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    statements: tuple[Statement, ...] = ()
    version: Version | None = None
    since: Comparison | None = None  # what is different since the agenda was last circulated
    naming: Naming = Naming()  # how lists write and order names
    inside: Inside = Inside()  # only for organisers
    house: House = House()  # how its documents look
    annexes: tuple[Annex, ...] = ()  # what a meeting brief ends with, by choice
    places: tuple[str, ...] = ()  # English names of countries, peoples and capitals
    library: OfLibrary = OfLibrary()  # topics and sources of the agenda, for a briefing pack

    @property
    def titles(self) -> Texts:
        """The title of the round, or its name where it has none yet."""
        return self.dialogue.titles or self.dialogue.names

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """The items of the agenda in the order in which they begin, lanes from left to right."""
        return tuple(slot.item for slot in self.timed)

    @property
    def timed(self) -> tuple[Slot, ...]:
        """The slots of the timetable in the order of day, start and lane; none set aside."""
        kept = (slot for slot in self.slots if not slot.item.aside)
        return tuple(sorted(kept, key=lambda s: (s.day, s.start, s.lane)))

    @property
    def spoken(self) -> tuple[AgendaItem, ...]:
        """The items at which something is said that terms apply to."""
        return tuple(item for item in self.items if item.kind.has_terms)

    @property
    def present(self) -> tuple[Participation, ...]:
        """Those who take part or observe, without the staff."""
        return tuple(p for p in self.attending if p.capacity is not Capacity.STAFF)

    @property
    def attending(self) -> tuple[Participation, ...]:
        """All who attended, or who are confirmed while nobody has yet; staff included."""
        attended = tuple(p for p in self.participations if p.standing is Standing.ATTENDED)
        confirmed = (p for p in self.participations if p.standing is Standing.CONFIRMED)
        return attended or tuple(confirmed)

    @property
    def seated(self) -> tuple[Delegation, ...]:
        """The delegations at the table in their order; observers and staff have no seat."""
        aside = (Capacity.OBSERVER, Capacity.STAFF)
        codes = {p.delegation for p in self.attending if p.capacity not in aside}
        return tuple(d for d in self.dialogue.delegations if d.code in codes)

    def delegation(self, code: str) -> Delegation | None:
        """Return the delegation with this code, if it has a seat at the table."""
        return next((d for d in self.dialogue.delegations if d.code == code), None)

    def listed(self, audience: Audience) -> tuple[Participation, ...]:
        """Return those who agreed to be named to this audience."""
        return tuple(p for p in self.attending if _agreed(p, audience))

    def quotable(self, audience: Audience) -> tuple[tuple[Statement, Participation], ...]:
        """Return the statements that this audience may read, each with who made it."""
        who = {p.id: p for p in self.participations}
        public = audience is Audience.PUBLIC
        return tuple(
            (it, who[it.participation])
            for it in self.statements
            if it.stands and it.participation in who
            and (it.scope is Scope.PUBLIC or not public)
        )  # fmt: skip

    def reported_at(self, item: AgendaItem) -> tuple[Slot, ...]:
        """Return the breakouts from which an item reports back, in the order of the programme."""
        slot = next((s for s in self.timed if s.item.id == item.id), None)
        if slot is None:
            return ()
        sittings = [list(s) for _, s in groupby(self.timed, key=lambda s: (s.day, s.start))]
        return tuple(reported_by(sittings, slot))

    def roles_at(self, item: AgendaItem) -> dict[ParticipationId, Attendance]:
        """Return who holds which roles at an item, by participation."""
        return {a.participation: a for a in self.attendances if a.item == item.id and a.roles}


def _agreed(participation: Participation, audience: Audience) -> bool:
    if audience is Audience.PUBLIC:
        return participation.listed_for_public
    return participation.listed_for_participants


def numbers(slots: Iterable[Slot]) -> dict[str, str]:
    """Return the number of each numbered item: "1", "2", parallel groups "3A", "3B".

    Slots come in the order of the programme; items that begin together in lanes share a number.
    """
    labels: dict[str, str] = {}
    for number, group in enumerate(sessions(slots), start=1):
        letters = "ABCDEFGHIJ" if len(group) > 1 else [""]
        labels.update({s.item.id: f"{number}{a}" for s, a in zip(group, letters, strict=False)})
    return labels


def sessions(slots: Iterable[Slot]) -> list[list[Slot]]:
    """Return the numbered items, those in parallel lanes together."""
    groups: list[list[Slot]] = []
    for slot in slots:
        if not slot.item.kind.numbered:
            continue
        if groups and _parallel(groups[-1][0], slot):
            groups[-1].append(slot)
        else:
            groups.append([slot])
    return groups


def _parallel(one: Slot, other: Slot) -> bool:
    together = (one.day, one.start) == (other.day, other.start)
    breakout = ItemKind.BREAKOUT in (one.item.kind, other.item.kind)
    return together and (breakout or min(one.lane, other.lane) > 0)
