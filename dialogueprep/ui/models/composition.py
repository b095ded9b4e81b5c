"""Who comes, counted; which attributions hold at an item; and what is still to settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import ItemId, Terms
from dialogueprep.domain.identity.neutral.descriptors import Tally, of_person, phrase, preference
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.people import (
    Gender,
    Participation,
    ParticipationId,
    Role,
    Standing,
)
from dialogueprep.domain.role_remedies import Remedy, RoleCheck
from dialogueprep.domain.seating import Cell
from dialogueprep.domain.targets import (
    CATEGORIES,
    Dimension,
    Target,
    absent_from,
    actual,
    missing,
)
from dialogueprep.sentences import settled_by
from dialogueprep.ui import theme
from dialogueprep.ui.models.roster_grid import AT_TABLE, RosterGrid, sentence
from dialogueprep.words import later, ntr, sentences, tr

_BY_TERMS = later("the terms name no delegation")
SHOWN = 4  # attributions that hold
MISSED = 2  # attributions that do not
_GAPS = 3  # sentences on what is missing
_MATTERS = 40  # shown at once
_ASKED = frozenset({Standing.INVITED, *AT_TABLE})


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are of a category, and how many there should be."""

    words: str
    n: int
    target: int | None = None
    dimension: Dimension | None = None
    category: str = ""

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
    why: str = ""
    """Why it does not hold, where it is not its k."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to settle something: cells as they would be, or whom to look at."""

    words: str
    cells: tuple[Cell, ...] = ()
    participation: ParticipationId | None = None
    item: ItemId | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to settle: a sentence and ways out. A quiet one is no mistake."""

    sentence: str
    ways: tuple[Way, ...]
    quiet: bool = False
    icon: str = "triangle-alert"


def counted_people(grid: RosterGrid, *, invited: bool = False) -> tuple[Participation, ...]:
    """Return those who come, with those who are invited if they are to be counted too."""
    among = _ASKED if invited else AT_TABLE
    return tuple(r.part for r in grid.rows if r.part.standing in among)


def shares(
    grid: RosterGrid, dimension: Dimension, people: Iterable[Participation]
) -> tuple[Share, ...]:
    """Return how many come from each category that anybody comes from or that is wanted."""
    figures = actual(people, dimension)
    wanted = {t.category: t.wanted for t in grid.targets if t.dimension is dimension}
    every = dimension is Dimension.DELEGATION
    found = [
        Share(words, figures.get(c, 0), wanted.get(c), dimension, c)
        for c, words in named(grid, dimension).items()
        if every or figures.get(c) or c in wanted
    ]
    if not every and (unknown := figures.get(None)):
        found.append(Share(tr("Not said"), unknown))
    return tuple(found)


_PLURAL = {
    Gender.WOMAN: later("Women"),
    Gender.MAN: later("Men"),
    Gender.OTHER: later("Others"),
}


def named(grid: RosterGrid, dimension: Dimension) -> Mapping[str, str]:
    """Return the categories of a dimension with their words."""
    if dimension is Dimension.DELEGATION:
        language = theme.window_language()
        return {d.code: d.labels.best(language) for d in grid.dialogue.delegations}
    return {c: tr(_PLURAL.get(c) or wording.of(c)) for c in CATEGORIES[dimension]}  # type: ignore[arg-type]


def gaps(grid: RosterGrid, people: Iterable[Participation]) -> str:
    """Return in sentences which targets are not reached: "Japan 4 of 5."."""
    known = tuple(people)
    said = [_short_of(grid, t, n) for t, n in missing(known, grid.targets)]
    for code, dimension, category in absent_from(known, grid.targets):
        side = named(grid, Dimension.DELEGATION).get(code, code)
        what = named(grid, dimension)[category]
        said.append(tr("Nobody from {delegation}: {sector}.", delegation=side, sector=what))
    more = len(said) - _GAPS
    if more > 0:
        said = [*said[:_GAPS], ntr("{n} more gap.", "{n} more gaps.", more)]
    return sentences(said)


def _short_of(grid: RosterGrid, target: Target, n: int) -> str:
    words = named(grid, target.dimension).get(target.category, target.category)
    return tr("{name} {n} of {target}.", name=words, n=n, target=target.wanted)


# which attributions hold -------------------------------------------------------------------


def items_of_day(grid: RosterGrid, item: ItemId) -> tuple[ItemId, ...]:
    """Return the items of the day of an item, but for those without notes."""
    column = grid.column(item)
    day = column.item.day if column else None
    noted = (c.item for c in grid.columns if c.item.terms_in_force is not Terms.NO_NOTES)
    return tuple(each.id for each in noted if each.day == day)


def strictest(grid: RosterGrid, items: Iterable[ItemId]) -> Terms:
    """Return the strictest terms in force at any of these items."""
    found = [c.item.terms_in_force for i in items if (c := grid.column(i))]
    return max(found, key=lambda terms: terms.strictness, default=Terms.RULE)


def tallies(grid: RosterGrid, items: Iterable[ItemId]) -> tuple[Tally, ...]:
    """Return the counted people of each of these items; items without anybody are left out."""
    found = (grid.attendees(item) for item in items)
    return tuple(Tally(present) for present in found if present)


def tried(
    grid: RosterGrid,
    rooms: tuple[Tally, ...],
    *,
    terms: Terms = Terms.RULE,
    every: bool = False,
) -> tuple[Tried, ...]:
    """Return attributions that hold at all of these items, most specific first.

    What is drawn from several items takes the lowest k of them. Near misses follow. ``terms`` are
    the strictest of the items: without delegation none is named, nor a region; without notes
    nothing is. ``every`` returns all that hold and all that are near, with "a participant" last
    of the first.
    """
    if terms is Terms.NO_NOTES:
        return ()
    if not rooms:
        return ()
    labels = {d.code: d.labels for d in grid.dialogue.delegations}
    language, k = theme.window_language(), grid.dialogue.k

    def lowest(attribution: Attribution) -> int:
        return min(room.count(attribution) for room in rooms)

    def may(attribution: Attribution) -> bool:
        placed = attribution.delegation or attribution.region
        return not (placed and terms is Terms.NO_QUOTATION)

    possible = sorted(set[Attribution]().union(*(r.possible() for r in rooms)), key=preference)
    held = [
        Tried(phrase(a, language, labels), lowest(a), True)
        for a in possible
        if a != Attribution() and may(a) and all(room.holds(a, k) for room in rooms)
    ]
    missed = [
        Tried(phrase(a, language, labels), lowest(a), False, "" if may(a) else tr(_BY_TERMS))
        for a in _candidates(grid)
        if a in possible and not (may(a) and all(room.holds(a, k) for room in rooms))
    ]
    anybody = Tried(phrase(Attribution(), language), min(r.total for r in rooms), True)
    if every:
        return (*held, anybody, *missed)
    return (*(held[:SHOWN] or [anybody]), *missed[:MISSED])


def fewest(rooms: Iterable[Tally]) -> int:
    """Return how many likely speakers the smallest of these rooms has."""
    return min((room.total for room in rooms), default=0)


def _candidates(grid: RosterGrid) -> tuple[Attribution, ...]:
    """Return attributions that somebody may think of: a delegation, then with its sector."""
    order = {d.code: place for place, d in enumerate(grid.dialogue.delegations)}
    counted = [p for p in grid.at_table if p.delegation in order]
    counted.sort(key=lambda p: (order[p.delegation], p.person.name.latin))
    delegations = [Attribution(delegation=p.delegation) for p in counted]
    whole = [of_person(p) for p in counted if p.sector]
    return tuple(dict.fromkeys((*delegations, *whole)))


# what is to settle -------------------------------------------------------------------------


def to_settle(grid: RosterGrid) -> tuple[Matter, ...]:
    """Return what an organiser may want to settle about people, with ways out."""
    found = [_matter(grid, check) for check in grid.checks[:_MATTERS]]
    return (*found, *_unlisted(grid))


def problems(grid: RosterGrid) -> int:
    """Return how many mistakes are to settle."""
    return sum(not check.quiet for check in grid.checks)


def _matter(grid: RosterGrid, check: RoleCheck) -> Matter:
    ways = tuple(_way(grid, remedy) for remedy in check.remedies)
    if check.cells and not any(r.shows for r in check.remedies):
        who, item = check.cells[0]
        show = Remedy("show", _facts_of(grid, who, item), shows=(who, item))
        ways = (*ways, _way(grid, show))
    return Matter(sentence(check), ways, check.quiet, "info" if check.quiet else "triangle-alert")


def _facts_of(grid: RosterGrid, who: ParticipationId, item: ItemId) -> dict[str, object]:
    return {"name": grid.seating.by_id[who].person.name.listed, "item": item}


def _way(grid: RosterGrid, remedy: Remedy) -> Way:
    facts = {name: _word(grid, name, fact) for name, fact in remedy.facts.items()}
    who, item = remedy.shows or (None, None)
    if who is None and remedy.cells:
        who, item = remedy.cells[-1].participation, remedy.cells[-1].item
    words = settled_by(remedy.code, facts)
    return Way(words, remedy.cells, who, item, opens=remedy.code == "open")


def _word(grid: RosterGrid, name: str, fact: object) -> object:
    if isinstance(fact, Role):
        return tr(wording.role(fact))
    return _sign(grid, str(fact)) if name == "item" else fact


def _sign(grid: RosterGrid, item: str) -> str:
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
        ways = tuple(Way(p.person.name.listed, (), p.id, opens=True) for p in silent[:6])
        yield Matter(words, ways, quiet=True, icon="eye-off")
