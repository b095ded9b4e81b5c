"""Proposes who moderates, presents, discusses, chairs and takes notes, and says why.

The rules of `role_rules` are never broken; a place that they leave nobody for stays open. Among
what they allow the proposal spreads the roles: evenly over people, over delegations in
proportion to their size, over gender and sector, and within an item over several delegations.
Each of these is a count whose square is added up, so that a change costs a few additions.

Places are filled beginning with those that the fewest could have; one who stands in the way is
moved elsewhere. Then single choices are changed and pairs swapped as long as that helps. There
is no chance and no clock in it: the same question gives the same answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.people import AT_TABLE, Participation, ParticipationId, Role, Seniority
from dialogueprep.domain.role_rules import ASKED_FOR, Place, Question, Rules
from dialogueprep.domain.seating import SPEAKS, Cell

SWEEPS = 6  # how often all choices are gone through at most
MOST_TRIES, MOST_PAIRS = 400_000, 30_000  # so that a roster of hundreds takes seconds
_LITTLE = 1e-9

Count = tuple[tuple[Hashable, ...], float]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is suggested, or why nobody is: a code with its facts."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody for a place, and why; ``kept`` if the choice was there before."""

    participation: ParticipationId
    place: Place
    reasons: tuple[Reason, ...] = ()
    kept: bool = False

    @property
    def cell(self) -> tuple[ParticipationId, ItemId, Role]:
        """Who does what where."""
        return self.participation, self.place.item, self.place.role


@dataclass(frozen=True, slots=True)
class Proposal:
    """The choices in the order of the agenda, and the places that stay open, with why."""

    choices: tuple[Choice, ...]
    left_open: tuple[tuple[Place, Reason], ...] = ()

    @property
    def new(self) -> tuple[Choice, ...]:
        """The choices that were not there before."""
        return tuple(c for c in self.choices if not c.kept)


def suggest_roles(question: Question) -> Proposal:
    """Return who is proposed for the places that are free."""
    from dialogueprep.domain.role_reasons import explained

    search = Search(question)
    search.fill()
    search.improve()
    return explained(search)


def cells_of(question: Question, proposal: Proposal) -> tuple[Cell, ...]:
    """Return the cells that a proposal changes; roles that it does not ask for stay."""
    wanted: dict[tuple[ParticipationId, ItemId], set[Role]] = defaultdict(set)
    for who, item, role in (c.cell for c in proposal.choices):
        wanted[who, item].add(role)
    known = question.seating.attendances
    taken = [(a.participation, ItemId(a.item)) for a in question.seating.with_roles]
    changed: list[Cell] = []
    for place in dict.fromkeys((*wanted, *(taken if question.anew else ()))):
        there = known.get(place)
        before = there.roles if there else frozenset[Role]()
        if place[1] not in question.seating.slots:
            continue
        kept = before - frozenset(ASKED_FOR) if question.anew else before
        after = kept | wanted[place]
        if after != before:
            changed.append(Cell(*place, after, there.silent if there else False))
    return tuple(changed)


class Search:
    """A proposal while it is being made."""

    def __init__(self, question: Question) -> None:
        self.question, self.seating = question, question.seating
        self.rules = Rules(question)
        self.places = question.places
        self.able = {place: self.rules.able(place) for place in self.places}
        self.chosen: dict[Place, ParticipationId] = {}
        self._number: dict[tuple[Hashable, ...], int] = {}
        self._counts: list[int] = []
        self._size = _sizes(question)
        self._known: dict[
            tuple[ParticipationId, ItemId, Role], tuple[tuple[tuple[int, float], ...], float]
        ] = {}
        for who, item, role in question.fixed:
            self._add(who, Place(item, role), 1)

    def fill(self) -> None:
        """Put somebody in each place, the places with the smallest choice first."""
        order = sorted(self.places, key=lambda p: (len(self.able[p]), self.rules.sitting[p.item]))
        for place in order:
            self._fill_one(place)

    def improve(self) -> None:
        """Change single choices and swap pairs as long as that helps."""
        tries = sum(len(able) for able in self.able.values())
        for _ in range(max(1, min(SWEEPS, MOST_TRIES // max(1, tries)))):
            for place in self.places:
                if place not in self.chosen:
                    self._fill_one(place)
            changed = [self._change(place) for place in self.places if place in self.chosen]
            swapped = [self._swap(*pair) for pair in self._pairs()]
            if not any(changed) and not any(swapped):
                return

    def _fill_one(self, place: Place) -> None:
        who = self._best(place)
        if who is not None:
            self._put(place, who)
        else:
            self._make_room(place)

    def _best(self, place: Place) -> ParticipationId | None:
        free = [p for p in self.able[place] if self.rules.forbids(p, place) is None]
        return min(free, key=lambda p: self._cost(p, place), default=None)

    def _make_room(self, place: Place) -> None:
        """Give somebody this place whose only hindrance is a place that another can have."""
        for who in self.able[place]:
            for held in [p for p, mine in self.chosen.items() if mine == who]:
                self._drop(held)
                if self.rules.forbids(who, place) is None:
                    self._put(place, who)
                    other = self._best(held)
                    if other is not None:
                        self._put(held, other)
                        return
                    self._drop(place)
                self._put(held, who)

    def _change(self, place: Place) -> bool:
        mine = self.chosen[place]
        self._drop(place)
        best = self._best(place)
        if best is None or self._cost(best, place) >= self._cost(mine, place) - _LITTLE:
            best = mine
        self._put(place, best)
        return best != mine

    def _pairs(self) -> Iterator[tuple[Place, Place]]:
        chosen: Counter[Role] = Counter(place.role for place in self.chosen)
        if sum(n * n // 2 for n in chosen.values()) > MOST_PAIRS:
            return
        for one, other in combinations(self.places, 2):
            if one.role is other.role and one in self.chosen and other in self.chosen:
                yield one, other

    def _swap(self, one: Place, other: Place) -> bool:
        mine, theirs = self.chosen[one], self.chosen[other]
        if mine == theirs or theirs not in self.able[one] or mine not in self.able[other]:
            return False
        before = self._drop(one) + self._drop(other)
        if self._try(one, theirs, other, mine, before):
            return True
        self._put(one, mine)
        self._put(other, theirs)
        return False

    def _try(
        self, one: Place, first: ParticipationId, other: Place, last: ParticipationId, before: float
    ) -> bool:
        """Put two people in two places if the rules allow it and it costs less than before."""
        if self.rules.forbids(first, one) is not None:
            return False
        after = self._cost(first, one)
        self._put(one, first)
        if self.rules.forbids(last, other) is None:
            after += self._cost(last, other)
            if after < before - _LITTLE:
                self._put(other, last)
                return True
        self._drop(one)
        return False

    # what it costs --------------------------------------------------------------------------

    def _put(self, place: Place, who: ParticipationId) -> None:
        self.chosen[place] = who
        self.rules.put(who, place.item, place.role)
        self._add(who, place, 1)

    def _drop(self, place: Place) -> float:
        """Take somebody out of a place; return what that saves."""
        who = self.chosen.pop(place)
        self.rules.take(who, place.item, place.role)
        self._add(who, place, -1)
        return self._cost(who, place)

    def count(self, *what: Hashable) -> int:
        """Return how often something is counted now: a load, a role of a delegation ..."""
        return self._counts[self._number[what]] if what in self._number else 0

    def _add(self, who: ParticipationId, place: Place, sign: int) -> None:
        counts = self._counts
        for number, _ in self._counts_of(who, place)[0]:
            counts[number] += sign

    def _cost(self, who: ParticipationId, place: Place) -> float:
        """Return by how much the sum of squares grows if somebody takes a place."""
        found, cost = self._counts_of(who, place)
        counts = self._counts
        for number, weight in found:
            cost += weight * (2 * counts[number] + 1)
        return cost

    def _numbered(self, found: Iterator[Count]) -> Iterator[tuple[int, float]]:
        """Yield what is counted by its number in the list of counts, which is quicker to find."""
        for what, weight in found:
            number = self._number.setdefault(what, len(self._counts))
            if number == len(self._counts):
                self._counts.append(0)
            yield number, weight

    def _counts_of(
        self, who: ParticipationId, place: Place
    ) -> tuple[tuple[tuple[int, float], ...], float]:
        key = (who, place.item, place.role)
        known = self._known.get(key)
        if known is None:
            person = self.seating.by_id[who]
            day = self.seating.slots[place.item].day
            weighed = self._numbered(self._weighed(person, place, day))
            known = tuple(weighed), _fitness(person, place.role)
            self._known[key] = known
        return known

    def _weighed(self, who: Participation, place: Place, day: int) -> Iterator[Count]:
        """Yield what is counted when somebody has a place, and how much its square weighs."""
        role, item, side = place.role, place.item, who.delegation
        size = self._size.get(("side", side), 1.0)
        yield ("load", who.id), 6.0
        yield ("role", who.id, role), 6.0
        yield ("day", who.id, day), 2.0
        yield ("side", side), 12.0 / size
        yield ("side-role", side, role), 30.0 / size
        yield ("item-role", item, role, side), 30.0
        yield ("item", item, side), 6.0
        yield ("sitting", self.rules.sitting[item], role, side), 4.0
        if who.person.gender is not None:
            yield ("gender", who.person.gender, role), 2.0 / self._size["gender", who.person.gender]
            yield ("item-gender", item, who.person.gender), 1.0
        if who.sector is not None:
            yield ("item-sector", item, who.sector.broad), 1.0


def _sizes(question: Question) -> dict[tuple[Hashable, ...], float]:
    """Return how many of those who may be asked are of each delegation and gender."""
    found: dict[tuple[Hashable, ...], float] = defaultdict(float)
    for who in question.seating.participations:
        if who.standing in AT_TABLE and who.capacity in SPEAKS:
            found["side", who.delegation] += 1
    for who in question.seating.participations:
        found["gender", who.person.gender] += 1
    return found


_FITNESS: Mapping[tuple[Role, Seniority], float] = {
    (Role.CHAIR, Seniority.SENIOR): -14.0,
    (Role.MODERATOR, Seniority.SENIOR): -5.0,
    (Role.MODERATOR, Seniority.EARLY_CAREER): 8.0,
    (Role.CHAIR, Seniority.EARLY_CAREER): 14.0,
    (Role.RAPPORTEUR, Seniority.EARLY_CAREER): -8.0,
    (Role.RAPPORTEUR, Seniority.SENIOR): 8.0,
}


def _fitness(who: Participation, role: Role) -> float:
    return _FITNESS.get((role, who.seniority), 0.0) if who.seniority else 0.0
