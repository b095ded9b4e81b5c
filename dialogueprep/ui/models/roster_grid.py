"""What the participants page shows: who takes part, and what they do at each item."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.checks import Check, Plan, checks
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
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, people
from dialogueprep.store.folding import fold
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme
from dialogueprep.words import clauses, later, ntr, tr

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


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A participant, and presence at each column's item; None is absent."""

    part: Participation
    cells: tuple[Attendance | None, ...] = ()
    clashes: frozenset[int] = frozenset()
    """The columns at which the participant would have to be elsewhere as well."""

    @property
    def id(self) -> ParticipationId:
        return self.part.id

    @property
    def out(self) -> bool:
        """Whether the participant has declined."""
        return self.part.standing is Standing.DECLINED


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The heading of a delegation."""

    code: str
    words: str
    count: str

    @property
    def id(self) -> Hashable:
        return ("delegation", self.code)


@dataclass(frozen=True, slots=True)
class RosterGrid:
    """The whole page as values."""

    dialogue: Dialogue
    columns: tuple[GridColumn, ...]
    rows: tuple[PersonRow, ...]
    present: Mapping[ItemId, tuple[Attendee, ...]]
    observations: tuple[Check, ...]

    @property
    def at_table(self) -> tuple[Participation, ...]:
        """Those who come, as far as is known."""
        return tuple(r.part for r in self.rows if r.part.standing in AT_TABLE)

    def row(self, participation: str | None) -> PersonRow | None:
        """Return the row of a participation, or None."""
        return next((r for r in self.rows if r.id == participation), None)

    def column(self, item: str | None) -> GridColumn | None:
        """Return the column of an item, or None."""
        return next((c for c in self.columns if c.item.id == item), None)


def read_roster(store: Store, dialogue: Dialogue) -> RosterGrid:
    """Return who takes part in a dialogue and where, as it stands in the store."""
    timetable = starts(agenda.of_dialogue(store, dialogue.id), dialogue.hours)
    present = people.attendees(store, dialogue.id)
    columns = columns_of([s.item for s in timetable.slots], numbers(timetable.slots))
    observations = checks(Plan(timetable, present))
    presence = {(a.participation, a.item): a for a in people.attendances(store, dialogue.id)}
    rows = tuple(
        _row(part, columns, presence, observations)
        for part in people.participations(store, dialogue.id)
    )
    return RosterGrid(dialogue, columns, rows, present, observations)


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


def _row(
    part: Participation,
    columns: tuple[GridColumn, ...],
    presence: Mapping[tuple[ParticipationId, str], Attendance],
    observations: Iterable[Check],
) -> PersonRow:
    mine = tuple(presence.get((part.id, c.item.id)) for c in columns)
    name = part.person.name.listed
    twice = {
        item
        for check in observations
        if check.code == "in-two-lanes" and check.facts["name"] == name
        for item in check.items
    }
    clashes = frozenset(n for n, c in enumerate(columns) if mine[n] and c.item.id in twice)
    return PersonRow(part, mine, clashes)


def grouped(grid: RosterGrid, query: str = "") -> list[PersonRow | GroupRow]:
    """Return the rows that fit a query, under the headings of their delegations."""
    fitting = [r for r in grid.rows if fits(query, *_searched(r.part))]
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
