"""Persons, their names, and their part in a dialogue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from dialogueprep.domain.texts import Language, Texts, language_of

PersonId = NewType("PersonId", str)
ParticipationId = NewType("ParticipationId", str)


class Gender(StrEnum):
    """As the participant gives it; read only to narrow a descriptor."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Sector(StrEnum):
    """Where a participant works, as the attribution of a note may say it."""

    ACADEMIA = "academia"
    THINK_TANK = "think tank"
    GOVERNMENT = "government"
    DIPLOMACY = "diplomacy"
    MILITARY = "military"
    LEGISLATURE = "legislature"
    BUSINESS = "business"
    MEDIA = "media"
    CIVIL_SOCIETY = "civil society"

    @property
    def broad(self) -> BroadSector:
        """The larger category that the sector belongs to."""
        return _BROAD[self]


class Seniority(StrEnum):
    """How far along a participant is, for the mix at the table."""

    SENIOR = "senior"
    MID_CAREER = "mid-career"
    EARLY_CAREER = "early career"


class BroadSector(StrEnum):
    """The larger group that a sector falls into when it holds too few."""

    EXPERT = "expert"
    OFFICIAL = "official"  # current or former
    NON_OFFICIAL = "non-official"


_BROAD = {
    Sector.ACADEMIA: BroadSector.EXPERT,
    Sector.THINK_TANK: BroadSector.EXPERT,
    Sector.GOVERNMENT: BroadSector.OFFICIAL,
    Sector.DIPLOMACY: BroadSector.OFFICIAL,
    Sector.MILITARY: BroadSector.OFFICIAL,
    Sector.LEGISLATURE: BroadSector.OFFICIAL,
    Sector.BUSINESS: BroadSector.NON_OFFICIAL,
    Sector.MEDIA: BroadSector.NON_OFFICIAL,
    Sector.CIVIL_SOCIETY: BroadSector.NON_OFFICIAL,
}


class NameOrder(StrEnum):
    """Whether the family name stands first in the Latin form."""

    FAMILY_FIRST = "family-first"
    GIVEN_FIRST = "given-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name in its parts; ``reading`` is kana or another reading of ``native``."""

    family: str
    given: str = ""
    order: NameOrder = NameOrder.FAMILY_FIRST
    native: str = ""
    reading: str = ""
    address: str = ""  # the usual form of address, if it is not the family name
    title: str = ""  # Professor, Ambassador, 教授
    honorific: str = ""  # in the person's own language: 氏, 教授, 박사

    @property
    def latin(self) -> str:
        """Return the name in Latin letters, in the person's own order."""
        parts = (self.family, self.given)
        if self.order is NameOrder.GIVEN_FIRST:
            parts = (self.given, self.family)
        return " ".join(p for p in parts if p)

    @property
    def listed(self) -> str:
        """Return the form for lists: family name in capitals, in the person's own order.

        Particles in small letters stay so: Anna van der MEER.
        """
        family = _capitals(self.family)
        parts = (family, self.given)
        if self.order is NameOrder.GIVEN_FIRST:
            parts = (self.given, family)
        return " ".join(p for p in parts if p)


def _capitals(family: str) -> str:
    words = family.split()
    small = 0
    while small < len(words) - 1 and words[small].islower() and not _small(words[small + 1 :]):
        small += 1
    rest = " ".join(words[small:])
    prefix = re.match(r"(?:al|el|an|ar|as|ash|at|az|ad)-(?=[A-Z])", rest)
    start = prefix.end() if prefix else 0
    return " ".join([*words[:small], rest[:start] + rest[start:].upper()])


def _small(words: list[str]) -> bool:
    return "".join(words).islower()


class FormState(StrEnum):
    """A further spelling that the user added, or a generated one that the user switched off."""

    ADDED = "added"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class NameForm:
    """A known written form of a person's name, and whether it is searched for."""

    form: str
    state: FormState


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person in the directory, across all dialogues."""

    id: PersonId
    name: Name
    gender: Gender | None = None
    forms: tuple[NameForm, ...] = ()
    languages: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    remarks: str = ""


class Capacity(StrEnum):
    """In what capacity a participant attends a dialogue."""

    PERSONAL = "personal"
    INSTITUTION = "institution"
    OBSERVER = "observer"
    STAFF = "staff"


class Standing(StrEnum):
    """Where somebody stands between the long list and the table."""

    LONG_LIST = "long list"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CONFIRMED = "confirmed"
    ATTENDED = "attended"


AT_TABLE = frozenset({Standing.ACCEPTED, Standing.CONFIRMED, Standing.ATTENDED})
"""The standings of those who come, as far as is known; nobody else is counted."""


class Role(StrEnum):
    """What a person does at an agenda item; several are possible."""

    CHAIR = "chair"
    MODERATOR = "moderator"
    PRESENTER = "presenter"
    DISCUSSANT = "discussant"
    RAPPORTEUR = "rapporteur"
    INTERPRETER = "interpreter"
    STAFF = "staff"


# Who holds one of these roles at an item is not counted among its likely speakers.
NOT_COUNTED = frozenset({Role.CHAIR, Role.MODERATOR, Role.RAPPORTEUR, Role.INTERPRETER, Role.STAFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """The institution that identifies a participant; not whom the participant speaks for."""

    name: str = ""
    acronym: str = ""
    native: str = ""
    position: str = ""
    names: Texts = Texts()  # in further languages of documents
    positions: Texts = Texts()

    def name_in(self, language: Language) -> str:
        """Return the institution's name in a language, else its own, else the main one."""
        if own := self.names.get(language):
            return own
        native = language_of(self.native, language if language != "ko" else "en")
        if self.native and ((native == language != "en") or not self.name):
            return self.native
        return self.name

    def position_in(self, language: Language) -> str:
        """Return the position in a language, else as it was written first."""
        return self.positions.get(language) or self.position

    @property
    def spelled(self) -> tuple[str, ...]:
        """All names of the institution, in all languages, without the acronym."""
        names = (self.name, self.native, *(t.wording for t in self.names.entries))
        return tuple(dict.fromkeys(n for n in names if n))


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """When somebody was invited, is to answer by and answered, and whom the answer replaces."""

    invited: date | None = None
    answer_by: date | None = None
    answered: date | None = None
    substitute_for: ParticipationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistics:
    """Arrival and departure in the time zone of the dialogue, and what they need."""

    arrives: datetime | None = None
    departs: datetime | None = None
    travel: str = ""
    lodging: str = ""
    diet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A person in one dialogue. ``delegation`` is a code: CN, JP, KR, ASEAN ...

    ``territory`` is the code of the country or economy (VN within ASEAN); empty means
    the delegation itself.
    """

    id: ParticipationId
    person: Person
    delegation: str
    territory: str = ""
    region: str = ""
    sector: Sector | None = None
    capacity: Capacity = Capacity.PERSONAL
    affiliation: Affiliation = Affiliation()
    standing: Standing = Standing.CONFIRMED
    listed_for_participants: bool = True
    listed_for_public: bool = False
    photo: bool = False  # agrees to be in photographs that are given out
    facts: tuple[str, ...] = ()
    seniority: Seniority | None = None
    invitation: Invitation = Invitation()
    logistics: Logistics = Logistics()
    seat: int | None = None  # a place at the table, counted from 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """That a participation is present at an item, its roles there, and whether it speaks."""

    participation: ParticipationId
    item: str
    roles: frozenset[Role] = field(default_factory=frozenset[Role])
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A participation as seen from one item: what the gate counts.

    ``called`` is a role that is none of `Role`, in the words of the roster: adviser. ``main``
    says that a presenter gives the main speech, the keynote.
    """

    who: Participation
    roles: frozenset[Role]
    silent: bool = False
    called: str = ""
    main: bool = False

    @property
    def may_speak_unattributed(self) -> bool:
        """Whether k counts this person: no listener, no staff, and in no role of `NOT_COUNTED`."""
        staff = self.who.capacity is Capacity.STAFF
        return not (self.silent or staff or self.roles & NOT_COUNTED)
