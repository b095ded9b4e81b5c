"""What the participants page shows: who takes part, and what they do at each item."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import cast
from weakref import WeakKeyDictionary

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.dialogue import AgendaItem, Delegation, Dialogue, ItemId, ItemKind
from dialogueprep.domain.people import (
    AT_TABLE,
    Attendance,
    Attendee,
    Participation,
    ParticipationId,
    Role,
    Standing,
)
from dialogueprep.domain.role_checks import role_checks
from dialogueprep.domain.role_remedies import RoleCheck
from dialogueprep.domain.seating import Seating
from dialogueprep.domain.targets import Target
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.domain.timetable import Timetable, starts
from dialogueprep.sentences import observed
from dialogueprep.store import agenda, people, roster_presence, targets
from dialogueprep.store.folding import fold
from dialogueprep.store.workspace import Store
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.roster_order import in_roster_order
from dialogueprep.words import clauses, later, listed, ntr, tr

LETTERS = {
    Role.CHAIR: "C",
    Role.MODERATOR: "M",
    Role.PRESENTER: "P",
    Role.DISCUSSANT: "D",
    Role.RAPPORTEUR: "R",
    Role.INTERPRETER: "I",
    Role.STAFF: "S",
}
"""The key of each role, and its sign in the grid."""

_LARGE = 6000  # cells
WAITING = frozenset({Standing.LONG_LIST, Standing.INVITED})

_SIGNS = {
    ItemKind.OPENING: "O",
    ItemKind.DELEGATION_MEETING: "DM",
    ItemKind.REPORT_BACK: "RB",
    ItemKind.NEXT_STEPS: "N",
}
_LANGUAGE_OF_PLACE: Mapping[str, Language] = {"JP": "ja", "KR": "ko", "KP": "ko"}


@dataclass(frozen=True, slots=True)
class GridColumn:
    """An item that something is said at, with its sign: "3A", "O"."""

    item: AgendaItem
    sign: str

    @property
    def title(self) -> str:
        """The item's title in the window's language."""
        return self.item.titles.best(theme.window_language())


@dataclass(frozen=True)
class PersonRow:
    """A participant, and presence at each column's item; None is absent.

    ``told`` is the presence as it is read; ``remarks`` are sentences on columns to look at.
    """

    part: Participation
    columns: tuple[GridColumn, ...] = ()
    told: str = ""
    remarks: tuple[tuple[int, str], ...] = ()

    @property
    def id(self) -> ParticipationId:
        return self.part.id

    @property
    def out(self) -> bool:
        """Whether the participant has declined."""
        return self.part.standing is Standing.DECLINED

    @cached_property
    def presences(self) -> dict[ItemId, Attendance]:
        """Where the participant is present."""
        return roster_presence.taken_apart(self.part.id, self.told)

    @cached_property
    def cells(self) -> tuple[Attendance | None, ...]:
        """Presence at each column."""
        return tuple(self.presences.get(c.item.id) for c in self.columns)

    @cached_property
    def clashes(self) -> frozenset[int]:
        """The columns that something is to be settled at."""
        return frozenset(column for column, _ in self.remarks)

    def said_at(self, column: int) -> list[str]:
        """Return what is to be settled at a column."""
        return [words for number, words in self.remarks if number == column]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The heading of a delegation."""

    code: str
    words: str
    count: str

    @property
    def id(self) -> Hashable:
        return ("delegation", self.code)


@dataclass(frozen=True)
class RosterGrid:
    """The whole page as values. What is to be settled is worked out when it is asked for."""

    dialogue: Dialogue
    columns: tuple[GridColumn, ...]
    rows: tuple[PersonRow, ...]
    timetable: Timetable
    targets: tuple[Target, ...] = ()

    @cached_property
    def at_table(self) -> tuple[Participation, ...]:
        """Those who come, as far as is known."""
        return tuple(r.part for r in self.rows if r.part.standing in AT_TABLE)

    @property
    def large(self) -> bool:
        """Whether there is so much of it that what is to be settled comes a moment later."""
        return len(self.rows) * len(self.columns) > _LARGE

    @cached_property
    def seating(self) -> Seating:
        """Who does what where and when."""
        known = {(r.id, item): there for r in self.rows for item, there in r.presences.items()}
        parts, sides = tuple(r.part for r in self.rows), self.dialogue.delegations
        return Seating(self.timetable, parts, known, self.dialogue.first_day, sides)

    @cached_property
    def checks(self) -> tuple[RoleCheck, ...]:
        """What stands out, in the order in which an organiser would settle it."""
        return role_checks(self.seating)

    @cached_property
    def marked(self) -> tuple[PersonRow, ...]:
        """The rows with what is to be settled at their cells."""
        place = {c.item.id: number for number, c in enumerate(self.columns)}
        found: dict[ParticipationId, list[tuple[int, str]]] = defaultdict(list)
        for check in self.checks:
            for who, item in check.cells if not check.quiet else ():
                if item in place:
                    found[who].append((place[item], sentence(check)))
        return tuple(_remarked(r, tuple(sorted(found.get(r.id, ())))) for r in self.rows)

    def attendees(self, item: ItemId) -> tuple[Attendee, ...]:
        """Return who is present at an item: whom k is counted over."""
        there = ((r.part, r.presences.get(item)) for r in self.rows if r.part.standing in AT_TABLE)
        return tuple(Attendee(who=p, roles=a.roles, silent=a.silent) for p, a in there if a)

    def row(self, participation: str | None) -> PersonRow | None:
        """Return the row of a participation, or None."""
        return next((r for r in self.rows if r.id == participation), None)

    def column(self, item: str | None) -> GridColumn | None:
        """Return the column of an item, or None."""
        return next((c for c in self.columns if c.item.id == item), None)


def sentence(check: RoleCheck) -> str:
    """Return what is observed in the words of the window."""
    facts = {name: _fact(fact) for name, fact in check.facts.items()}
    return observed(check.code, facts)


def _fact(fact: object) -> object:
    """Return a fact as the window says it."""
    if isinstance(fact, datetime):
        return tr("{day}, {time}", day=dates.day(fact.date()), time=f"{fact:%H:%M}")
    if isinstance(fact, date):
        return dates.day(fact)
    if isinstance(fact, Role):
        return tr(wording.role(fact))
    return listed(map(str, cast("tuple[object, ...]", fact))) if isinstance(fact, tuple) else fact


def _remarked(row: PersonRow, remarks: tuple[tuple[int, str], ...]) -> PersonRow:
    if row.remarks == remarks:
        return row
    changed = replace(row, remarks=remarks)
    changed.__dict__["presences"] = row.presences  # read once
    return changed


_last_read: WeakKeyDictionary[Store, tuple[int, RosterGrid]] = WeakKeyDictionary()


def read_roster(store: Store, dialogue: Dialogue) -> RosterGrid:
    """Return who takes part in a dialogue and what they do at its items.

    What nothing has been written to since is not read again.
    """
    mark = roster_presence.mark(store)
    known = _last_read.get(store)
    before = known[1] if known else None
    if known and known[0] == mark and known[1].dialogue == dialogue:
        return known[1]
    if before is not None and "marked" in vars(before):
        before = replace(before, rows=before.marked)
    grid = _read(store, dialogue, before)
    _last_read[store] = (mark, grid)
    return grid


def _read(store: Store, dialogue: Dialogue, before: RosterGrid | None) -> RosterGrid:
    timetable = starts(agenda.of_dialogue(store, dialogue.id), dialogue.hours)
    columns = columns_of([s.item for s in timetable.slots], numbers(timetable.slots))
    if before is not None and columns == before.columns:
        columns = before.columns
    told = roster_presence.of_dialogue(store, dialogue.id)
    old = {r.id: r for r in before.rows} if before else {}
    rows = tuple(
        _row(part, columns, told.get(part.id, ""), old.get(part.id))
        for part in in_roster_order(store, dialogue.id, people.participations(store, dialogue.id))
    )
    return RosterGrid(dialogue, columns, rows, timetable, targets.of_dialogue(store, dialogue.id))


def _row(
    part: Participation, columns: tuple[GridColumn, ...], told: str, old: PersonRow | None
) -> PersonRow:
    if old and old.columns is columns and old.told == told and old.part == part:
        return old
    same = old is not None and old.columns is columns
    return PersonRow(part, columns, told, old.remarks if old and same else ())


def columns_of(items: Iterable[AgendaItem], labels: Mapping[str, str]) -> tuple[GridColumn, ...]:
    """Return a column for each item that has terms, numbered as in the programme."""
    shown = [i for i in items if i.kind.has_terms]
    kinds = [i.kind for i in shown]
    seen: dict[ItemKind, int] = {}
    found: list[GridColumn] = []
    for item in shown:
        sign = labels.get(item.id, "")
        if not sign:
            seen[item.kind] = seen.get(item.kind, 0) + 1
            several = kinds.count(item.kind) > 1
            sign = _SIGNS.get(item.kind, "") + (str(seen[item.kind]) if several else "")
        found.append(GridColumn(item, sign))
    return tuple(found)


def grouped(
    grid: RosterGrid, query: str = "", *, marked: bool = True
) -> list[PersonRow | GroupRow]:
    """Return the rows that fit a query, under the headings of their delegations."""
    rows = grid.marked if marked else grid.rows
    fitting = [r for r in rows if not query.strip() or fits(query, *_searched(r.part))]
    known = {d.code for d in grid.dialogue.delegations}
    shown: list[PersonRow | GroupRow] = []
    for delegation in grid.dialogue.delegations:
        mine = [r for r in fitting if r.part.delegation == delegation.code]
        if mine:
            shown += [_heading(delegation, grid), *mine]
    others = [r for r in fitting if r.part.delegation not in known]
    if others:
        shown += [GroupRow("", tr("No delegation"), str(len(others))), *others]
    return shown


def fits(query: str, *texts: str) -> bool:
    """Return whether each word of a query stands in one of the texts, in any script and case."""
    folded = [_plain(text) for text in texts if text]
    return all(any(word in text for text in folded) for word in _plain(query).split())


def _plain(text: str) -> str:
    """Return a text without case, width and diacritics."""
    apart = unicodedata.normalize("NFD", fold(text))
    return "".join(c for c in apart if unicodedata.category(c) != "Mn")


def _searched(part: Participation) -> tuple[str, ...]:
    name, place = part.person.name, part.affiliation
    return (
        name.latin, name.native, name.reading, place.name, place.acronym, place.native,
        part.delegation, tr(wording.of(part.sector)) if part.sector else "",
    )  # fmt: skip


def _heading(delegation: Delegation, grid: RosterGrid) -> GroupRow:
    n = sum(p.delegation == delegation.code for p in grid.at_table)
    words = delegation.labels.best(theme.window_language())
    return GroupRow(delegation.code, words, of_target(n, delegation.target))


def of_target(n: int, target: int | None) -> str:
    """Return "5 of 6", or "5" where there is no target."""
    return str(n) if target is None else tr("{n} of {target}", n=n, target=target)


def native_language(part: Participation) -> Language:
    """Return the language whose Han forms a native name is shown in."""
    return language_at(part.person.name.native, part.territory or part.delegation)


def language_at(words: str, territory: str) -> Language:
    """Return the language that words from a country or economy are shown in."""
    told = language_of(words, "en")
    return _LANGUAGE_OF_PLACE.get(territory, told) if told == "zh" else told


_CAPACITIES = {
    "personal": later("Personal"),
    "institution": later("Institution"),
    "observer": later("Observer"),
    "staff": later("Staff"),
}


def capacity_words(part: Participation) -> str:
    """Return the capacity in a word, or the standing of those who do not come."""
    if part.standing not in AT_TABLE:
        return tr(wording.of(part.standing))
    return tr(_CAPACITIES[part.capacity])


def consent_words(part: Participation) -> str:
    """Return which lists a participant has agreed to."""
    if part.listed_for_public:
        return (
            tr("named in public lists")
            if part.listed_for_participants
            else tr("named in public lists only")
        )
    if part.listed_for_participants:
        return tr("named in the list for participants")
    return tr("not in any list")


def roles_words(attendance: Attendance | None) -> str:
    """Return what somebody does at an item: "Moderator, Presenter", "attends", "absent"."""
    if attendance is None:
        return tr("absent")
    roles = [tr(wording.role(r)) for r in LETTERS if r in attendance.roles]
    said = [*roles] or [tr("attends")]
    if attendance.silent:
        said.append(tr("listens only"))
    return clauses(said)


def standing_words(grid: RosterGrid) -> str:
    """Return "18 people, 1 declined, 2 waiting"."""
    declined = sum(r.out for r in grid.rows)
    waiting = sum(r.part.standing in WAITING for r in grid.rows)
    said = [ntr("{n} person", "{n} people", len(grid.at_table))]
    if declined:
        said.append(ntr("{n} declined", "{n} declined", declined))
    if waiting:
        said.append(ntr("{n} waiting", "{n} waiting", waiting))
    return clauses(said)
