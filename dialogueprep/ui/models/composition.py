"""Who comes, counted; which attributions hold at an item; and what is still to settle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dialogueprep.domain import wording
from dialogueprep.domain.checks import Check
from dialogueprep.domain.dialogue import DelegationId, ItemId
from dialogueprep.domain.identity.descriptors import count, holding, holds, of_person, phrase
from dialogueprep.domain.identity.roster import SMALL_ROOM
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.people import (
    Attendee,
    Capacity,
    Gender,
    ParticipationId,
    Role,
    Sector,
)
from dialogueprep.sentences import observed
from dialogueprep.ui import theme
from dialogueprep.ui.models.roster_grid import AT_TABLE, RosterGrid
from dialogueprep.words import ntr, tr

SHOWN = 4  # attributions that hold
MISSED = 2  # attributions that do not


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are of a kind, and how many there should be."""

    words: str
    n: int
    target: int | None = None
    delegation: DelegationId | None = None

    @property
    def short(self) -> bool:
        """Whether there are fewer than there should be."""
        return self.target is not None and self.n < self.target


@dataclass(frozen=True, slots=True)
class Tried:
    """An attribution in words, whom it fits, and whether it may be used."""

    words: str
    k: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way to settle something; ``kind`` says what is done with whom and where."""

    words: str
    kind: Literal["role", "leave", "show", "open"]
    participation: ParticipationId
    item: ItemId = ItemId("")
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to settle: a sentence and ways out. A quiet one is no mistake."""

    sentence: str
    ways: tuple[Way, ...]
    quiet: bool = False


def by_delegation(grid: RosterGrid) -> tuple[Share, ...]:
    """Return how many come from each delegation, and the targets."""
    language = theme.window_language()
    return tuple(
        Share(
            d.labels.best(language),
            sum(p.delegation == d.code for p in grid.at_table),
            d.target,
            d.id,
        )
        for d in grid.dialogue.delegations
    )


def by_sector(grid: RosterGrid) -> tuple[Share, ...]:
    """Return how many come from each sector that anybody comes from."""
    sectors = [p.sector for p in grid.at_table]
    known = [Share(tr(wording.of(s)), sectors.count(s)) for s in Sector if s in sectors]
    without = sum(p.sector is None and p.capacity is not Capacity.STAFF for p in grid.at_table)
    return (*known, *([Share(tr("Not said"), without)] if without else []))


def by_gender(grid: RosterGrid) -> tuple[Share, ...]:
    """Return how many women, men and others come, as far as it is known."""
    plural = {Gender.WOMAN: tr("Women"), Gender.MAN: tr("Men"), Gender.OTHER: tr("Others")}
    given = [p.person.gender for p in grid.at_table]
    known = [Share(words, given.count(g)) for g, words in plural.items() if g in given]
    return (*known, *([Share(tr("Not said"), given.count(None))] if None in given else []))


def counted(grid: RosterGrid, item: ItemId) -> int:
    """Return how many likely speakers an item has: those whom k counts."""
    return sum(a.may_speak_unattributed for a in grid.present.get(item, ()))


def small_room(grid: RosterGrid, item: ItemId) -> bool:
    """Return whether an item has too few likely speakers for any descriptor but a region."""
    return counted(grid, item) < SMALL_ROOM


def tried(grid: RosterGrid, item: ItemId) -> tuple[Tried, ...]:
    """Return the attributions that hold at an item, most specific first, then near misses."""
    present, k = grid.present.get(item, ()), grid.dialogue.k
    labels = {d.code: d.labels for d in grid.dialogue.delegations}
    language = theme.window_language()
    held = [
        Tried(phrase(a, language, labels), n, True)
        for a, n in holding(present, k)
        if a.delegation or a.sector or a.broad or a.region
    ]
    missed = [
        Tried(phrase(a, language, labels), count(a, present), False)
        for a in _candidates(grid, present)
        if not holds(a, present, k)
    ]
    anybody = Tried(phrase(Attribution(), language), counted(grid, item), True)
    return (*(held[:SHOWN] or [anybody]), *missed[:MISSED])


def _candidates(grid: RosterGrid, present: tuple[Attendee, ...]) -> tuple[Attribution, ...]:
    """Return attributions that somebody may think of: a delegation, then with its sector."""
    order = [d.code for d in grid.dialogue.delegations]
    counted = [a.who for a in present if a.may_speak_unattributed and a.who.delegation in order]
    counted.sort(key=lambda p: (order.index(p.delegation), p.person.name.latin))
    delegations = [Attribution(delegation=p.delegation) for p in counted]
    whole = [of_person(p) for p in counted if p.sector]
    return tuple(dict.fromkeys((*delegations, *whole)))


def to_settle(grid: RosterGrid) -> tuple[Matter, ...]:
    """Return what an organiser may want to settle about people, with ways out."""
    found = [_matter(grid, c) for c in grid.observations if c.code in _WAYS]
    return (*found, *_unlisted(grid))


def problems(grid: RosterGrid) -> int:
    """Return how many mistakes are to settle."""
    return sum(not matter.quiet for matter in to_settle(grid))


def _matter(grid: RosterGrid, check: Check) -> Matter:
    return Matter(observed(check.code, check.facts), tuple(_WAYS[check.code](grid, check)))


def _choose_group(grid: RosterGrid, check: Check) -> Iterator[Way]:
    one, other = check.items
    there = {a.who.id for a in grid.present.get(other, ())}
    for attendee in grid.present.get(one, ()):
        who = attendee.who
        if who.id not in there or who.person.name.listed != check.facts["name"]:
            continue
        for kept, left in ((one, other), (other, one)):
            yield Way(tr("Only {sign}", sign=_sign(grid, kept)), "leave", who.id, left)


def _ask_somebody(grid: RosterGrid, check: Check) -> Iterator[Way]:
    """Those present without a role, who have the fewest roles elsewhere."""
    (item,) = check.items
    free = [
        a.who
        for a in grid.present.get(item, ())
        if not a.roles and not a.silent and a.who.capacity is not Capacity.STAFF
    ]
    held = {p.id: _roles_held(grid, p.id) for p in free}
    for who in sorted(free, key=lambda p: held[p.id])[:2]:
        words = tr("Ask {name}", name=who.person.name.listed)
        yield Way(words, "role", who.id, item, Role.RAPPORTEUR)


def _roles_held(grid: RosterGrid, participation: ParticipationId) -> int:
    row = grid.row(participation)
    return sum(len(c.roles) for c in row.cells if c) if row else 0


def _show_moderators(grid: RosterGrid, check: Check) -> Iterator[Way]:
    for item in check.items:
        for attendee in grid.present.get(item, ()):
            if Role.MODERATOR in attendee.roles:
                name, sign = attendee.who.person.name.listed, _sign(grid, item)
                words = tr("Show {name}, {sign}", name=name, sign=sign)
                yield Way(words, "show", attendee.who.id, item)
                break


_WAYS = {
    "in-two-lanes": _choose_group,
    "breakout-lacks-rapporteur": _ask_somebody,
    "same-delegation-moderates": _show_moderators,
}


def _sign(grid: RosterGrid, item: ItemId) -> str:
    column = grid.column(item)
    return column.sign if column else ""


def _unlisted(grid: RosterGrid) -> Iterator[Matter]:
    """People who have not agreed to any list: documents leave them out."""
    silent = [
        r.part
        for r in grid.rows
        if r.part.standing in AT_TABLE
        and not r.part.listed_for_participants
        and not r.part.listed_for_public
    ]
    if silent:
        words = ntr(
            "{n} person has not agreed to be in a list.",
            "{n} people have not agreed to be in a list.",
            len(silent),
        )
        ways = tuple(Way(p.person.name.listed, "open", p.id) for p in silent[:6])
        yield Matter(words, ways, quiet=True)
