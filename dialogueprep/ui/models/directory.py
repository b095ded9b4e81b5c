"""The directory of people: who is known, and in which dialogues they took part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.people import (
    Affiliation,
    Attendance,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
)
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.store import dialogues, people
from dialogueprep.store.workspace import Store
from dialogueprep.ui.models.roster_grid import fits, native_language
from dialogueprep.words import clauses, ntr, tr


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody's part in one dialogue."""

    dialogue: Dialogue
    part: Participation


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, with the parts taken in dialogues, the latest first."""

    person: Person
    taken: tuple[Taken, ...] = ()

    @property
    def id(self) -> PersonId:
        return self.person.id

    @property
    def affiliation(self) -> Affiliation:
        """The affiliation in the latest dialogue."""
        return self.taken[0].part.affiliation if self.taken else Affiliation()

    @property
    def part(self) -> Participation:
        """The part in the latest dialogue, or one in none."""
        if self.taken:
            return self.taken[0].part
        return Participation(id=ParticipationId(""), person=self.person, delegation="")

    @property
    def territory(self) -> str:
        """The code of the country or economy in the latest dialogue; empty if unknown."""
        part = self.taken[0].part if self.taken else None
        return (part.territory or part.delegation) if part else ""

    @property
    def native(self) -> str:
        """The name in its own script, where that is another than the listed one."""
        name = self.person.name
        return "" if name.native.casefold() == name.latin.casefold() else name.native

    @property
    def native_language(self) -> Language:
        """The language whose Han forms the native name is shown in."""
        if self.taken:
            return native_language(self.taken[0].part)
        return language_of(self.person.name.native)

    @property
    def second_line(self) -> str:
        """Position and institution, or that there is none."""
        place = self.affiliation
        name = place.name or place.acronym
        return name or (tr("No institution") if self.taken else tr("In no dialogue yet"))

    @property
    def dialogues(self) -> str:
        """How many dialogues the person took part in, in words."""
        return ntr("{n} dialogue", "{n} dialogues", len(self.taken)) if self.taken else ""

    @property
    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        said = (self.person.name.listed, self.native, self.second_line, self.dialogues)
        return clauses(said)


def read_directory(store: Store) -> tuple[Entry, ...]:
    """Return everybody in the directory, by family name."""
    known = {d.id: d for d in dialogues.every(store)}
    parts = people.parts(store)
    return tuple(
        Entry(person, tuple(Taken(known[d], part) for d, part in parts.get(person.id, ())))
        for person in people.persons(store)
    )


def history_words(presences: Iterable[Attendance]) -> str:
    """Return what somebody did in a dialogue, roles first: "Moderator, 2 items; at 9 items"."""
    there = list(presences)
    said = [
        tr("{role} {n}×", role=tr(wording.role(role)), n=n)
        for role in Role
        if (n := sum(role in a.roles for a in there))
    ]
    at = ntr("at {n} item", "at {n} items", len(there)) if there else ""
    return clauses(w for w in (*said, at) if w)


def choosable(store: Store, blank: Participation, here: Iterable[str]) -> list[Participation]:
    """Return everybody who is not here yet, with the latest part in a dialogue or a blank one."""
    taking_part, latest = set(here), people.parts(store)
    return [
        latest[person.id][0][1] if person.id in latest else replace(blank, person=person)
        for person in people.persons(store)
        if person.id not in taking_part
    ]


def found(entries: Iterable[Entry], query: str) -> list[Entry]:
    """Return the entries that fit a query in any script."""
    return [e for e in entries if fits(query, *_searched(e))]


def _searched(entry: Entry) -> tuple[str, ...]:
    name = entry.person.name
    places = [
        text
        for t in entry.taken
        for text in (
            *t.part.affiliation.spelled, t.part.affiliation.acronym,
        )
    ]  # fmt: skip
    forms = [f.form for f in entry.person.forms]
    return (name.latin, name.native, name.reading, name.address, *forms, *places)
