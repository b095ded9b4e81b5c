"""People that a file brings: who they are, what is said about each row, whom they may be already.

Nobody is taken for somebody else by a name alone: two people may have the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dialogueprep.domain.name_affixes import loose, plain
from dialogueprep.domain.people import (
    Affiliation,
    FormState,
    Logistics,
    Name,
    NameForm,
    Participation,
    Person,
)
from dialogueprep.domain.person_likeness import written_differently


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a person should know about what was read: a code and its facts."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A row that was read. ``said`` are the fields that it held; ``guessed``: nothing in the file
    says which part of the name is which; ``twice`` is an earlier row of the same person."""

    row: int
    part: Participation
    said: frozenset[str] = frozenset()
    guessed: bool = False
    told: tuple[Told, ...] = ()
    twice: int | None = None

    @property
    def person(self) -> Person:
        """The person of the row."""
        return self.part.person


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken: its number, what it shows, and why."""

    row: int
    shown: str
    why: Told


@dataclass(frozen=True, slots=True)
class Intake:
    """What a table brings: people, rows that cannot be taken, and what holds for all of it."""

    newcomers: tuple[Newcomer, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    told: tuple[Told, ...] = ()


class Decision(StrEnum):
    """What becomes of a row."""

    NEW = "new"  # somebody who is not in the directory yet
    SAME = "same"  # the person in the directory, who stays as they are there
    MERGE = "merge"  # the person in the directory; gaps are filled, other spellings are kept
    LEAVE = "leave"  # left out


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the directory whom a row may mean; ``sure``: more than the name agrees."""

    person: Person
    affiliation: str = ""
    sure: bool = False
    signs: tuple[str, ...] = ()


_MOST_ALIKE = 6
_MORE_THAN_A_NAME = frozenset({"email", "phone", "affiliation"})


@dataclass(frozen=True, slots=True)
class _Held:
    """Somebody in the directory, folded for comparison."""

    person: Person
    affiliation: str
    native: str
    place: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Who is alike: the number in the directory, whether surely, and the signs."""

    number: int
    sure: bool
    signs: tuple[str, ...]


class Directory:
    """Finds whom a newcomer may be already, by keys: the same for one or for 50,000 people."""

    def __init__(self, people: Iterable[tuple[Person, str]]) -> None:
        self._people: list[_Held] = []
        self._by: dict[tuple[str, object], list[int]] = {}
        for person, affiliation in people:
            self.add(_Held(person, affiliation, _native(person.name), loose(affiliation)))

    def add(self, held: _Held, keys: Iterable[tuple[str, object]] | None = None) -> None:
        """Add somebody, under their keys where these are known already."""
        number = len(self._people)
        for key in _keys(held.person, held.native) if keys is None else keys:
            there = self._by.setdefault(key, [])
            if len(there) < _MOST_ALIKE:
                there.append(number)
        self._people.append(held)

    def alike(self, person: Person, affiliation: str) -> Known | None:
        """Return the likeliest person in the directory, or None."""
        if not self._people:
            return None
        held = _Held(person, affiliation, _native(person.name), loose(affiliation))
        found = self.found(held, _keys(person, held.native))
        if found is None:
            return None
        there = self._people[found.number]
        return Known(there.person, there.affiliation, found.sure, found.signs)

    def found(
        self, held: _Held, keys: Iterable[tuple[str, object]], *, also_unsure: bool = True
    ) -> _Found | None:
        """Return who is likeliest somebody with these keys.

        With ``also_unsure`` off those with the same name in another institution are passed over.
        """
        signs: dict[int, dict[str, None]] = {}
        for key in keys:
            for n in self._by.get(key, ()):
                if also_unsure or key[0] in _MORE_THAN_A_NAME or self._may_be(held, n):
                    signs.setdefault(n, {})[key[0]] = None
        if not signs:
            return None
        found = (self._judged(n, tuple(s), held) for n, s in signs.items())
        best = [f for f in found if f is not None]
        return max(best, key=lambda f: (f.sure, len(f.signs)), default=None)

    def _may_be(self, held: _Held, n: int) -> bool:
        place = self._people[n].place
        return not place or not held.place or place == held.place

    def _judged(self, n: int, signs: tuple[str, ...], held: _Held) -> _Found | None:
        if signs == ("phone",):
            return None
        other = self._people[n]
        differs = written_differently(held.native, other.native)
        if differs and "email" not in signs:
            return None
        if held.place and held.place == other.place:
            signs = (*signs, "affiliation")
        both_names = not held.place and not other.place and {"native", "latin"} <= set(signs)
        sure = both_names or not _MORE_THAN_A_NAME.isdisjoint(signs)
        return _Found(n, sure and not differs, signs)


def _keys(person: Person, native: str) -> Iterable[tuple[str, object]]:
    """Yield what people are found by: a sign, and the key under it."""
    name = person.name
    if "@" in person.email:
        yield "email", person.email.strip().casefold()
    if person.phone and (digits := "".join(filter(str.isdigit, person.phone))[-8:]):
        yield "phone", digits
    if native:
        yield "native", native
    if name.given and (name.family.isascii() or not name.native):
        yield "latin", frozenset((loose(name.family), loose(name.given)))
    elif not name.given and not native:
        yield "latin", frozenset((loose(name.family),))
    for form in person.forms:
        if form.state is FormState.ADDED and " " in form.form:
            yield "latin", frozenset(loose(p) for p in form.form.split(" ", 1))


def _native(name: Name) -> str:
    return loose(name.native)


def marked_twice(newcomers: Sequence[Newcomer]) -> tuple[Newcomer, ...]:
    """Return the rows, marked where an earlier one is surely the same person."""
    directory = Directory(())
    firsts: list[int] = []
    found: list[Newcomer] = []
    for it in newcomers:
        place = it.part.affiliation.name
        held = _Held(it.person, place, _native(it.person.name), loose(place))
        keys = tuple(_keys(it.person, held.native))
        known = directory.found(held, keys, also_unsure=False)
        same = known is not None and (known.sure or _says_no_more(it, newcomers[known.number]))
        twice = firsts[known.number] if known is not None and same else None
        directory.add(held, keys)
        firsts.append(twice or it.row)
        found.append(it if twice is None else replace(it, twice=twice))
    return tuple(found)


def _says_no_more(it: Newcomer, known: Newcomer) -> bool:
    """Return whether nothing tells two rows of the same name apart."""
    mine, theirs = it.person, known.person
    return (
        not it.part.affiliation.name
        and not known.part.affiliation.name
        and mine.name == theirs.name
        and (mine.email, mine.phone) == (theirs.email, theirs.phone)
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """A row as it is taken: what becomes of it, and whom of the directory it means."""

    newcomer: Newcomer
    decision: Decision
    known: Person | None = None


def first_decision(it: Newcomer, known: Known | None) -> Decision:
    """Return what is proposed for a row."""
    if it.twice is not None:
        return Decision.LEAVE
    return Decision.MERGE if known is not None and known.sure else Decision.NEW


def merged_person(mine: Person, theirs: Person) -> Person:
    """Return a person of the directory with gaps filled from a row, and its spellings kept."""
    name = mine.name
    filled = replace(
        name,
        native=name.native or theirs.name.native,
        reading=name.reading or theirs.name.reading,
        address=name.address or theirs.name.address,
        title=name.title or theirs.name.title,
        honorific=name.honorific or theirs.name.honorific,
    )
    held = {plain(f.form) for f in mine.forms} | {plain(name.latin), plain(name.native)}
    other = [theirs.name.latin, theirs.name.native, *(f.form for f in theirs.forms)]
    forms = [
        NameForm(f, FormState.ADDED) for f in dict.fromkeys(other) if f and plain(f) not in held
    ]
    return replace(
        mine,
        name=filled,
        gender=mine.gender or theirs.gender,
        forms=(*mine.forms, *forms),
        languages=mine.languages or theirs.languages,
        email=mine.email or theirs.email,
        phone=mine.phone or theirs.phone,
        remarks=mine.remarks or theirs.remarks,
    )


def merged_part(mine: Participation, theirs: Participation) -> Participation:
    """Return somebody's part in a dialogue with gaps filled from a row."""
    own, new = mine.affiliation, theirs.affiliation
    return replace(
        mine,
        territory=mine.territory or theirs.territory,
        region=mine.region or theirs.region,
        sector=mine.sector or theirs.sector,
        seniority=mine.seniority or theirs.seniority,
        affiliation=Affiliation(
            name=own.name or new.name,
            acronym=own.acronym or new.acronym,
            native=own.native or new.native,
            position=own.position or new.position,
        ),
        facts=mine.facts or theirs.facts,
        logistics=_filled(mine.logistics, theirs.logistics),
    )


def _filled(mine: Logistics, theirs: Logistics) -> Logistics:
    return Logistics(
        arrives=mine.arrives or theirs.arrives,
        departs=mine.departs or theirs.departs,
        travel=mine.travel or theirs.travel,
        lodging=mine.lodging or theirs.lodging,
        diet=mine.diet or theirs.diet,
    )
