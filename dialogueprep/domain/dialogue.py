"""Dialogues, their hosts and delegations, and the items of their agendas."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from dialogueprep.domain.library import DEFAULT_CEILING, RecommendationId, TopicId
from dialogueprep.domain.texts import Language, Texts

SeriesId = NewType("SeriesId", str)
DialogueId = NewType("DialogueId", str)
HostId = NewType("HostId", str)
DelegationId = NewType("DelegationId", str)
ItemId = NewType("ItemId", str)
QuestionId = NewType("QuestionId", str)

DEFAULT_K = 3


class Phase(StrEnum):
    """Where a dialogue stands; Home shows its cards by phase."""

    PREPARING = "preparing"
    IN_SESSION = "in session"
    DRAFTING = "drafting"
    CLOSED = "closed"


class Terms(StrEnum):
    """How what is said at an item may be used, from the freest to the strictest."""

    ON_RECORD = "on the record"
    RULE = "Chatham House Rule"
    NO_QUOTATION = "no quotation, no delegation"
    NO_NOTES = "no notes"

    @property
    def strictness(self) -> int:
        """0 for on the record up to 3 for no notes."""
        return list(Terms).index(self)


class ItemKind(StrEnum):
    """What happens at an agenda item."""

    OPENING = "opening"
    DISCUSSION = "discussion"
    PRESENTATION = "presentation"
    BREAKOUT = "breakout"
    REPORT_BACK = "report back"
    DELEGATION_MEETING = "delegation meeting"
    NEXT_STEPS = "next steps"
    BREAK = "break"
    MEAL = "meal"
    LOGISTICS = "logistics"

    @property
    def discusses(self) -> bool:
        """Whether everybody may speak there, and not only those who open or present."""
        return self.has_terms and self not in (ItemKind.OPENING, ItemKind.PRESENTATION)

    @property
    def numbered(self) -> bool:
        """Whether the programme gives items of this kind a number."""
        return self in (ItemKind.DISCUSSION, ItemKind.PRESENTATION, ItemKind.BREAKOUT)

    @property
    def has_terms(self) -> bool:
        """Whether something is said there that terms apply to."""
        return self not in (ItemKind.BREAK, ItemKind.MEAL, ItemKind.LOGISTICS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A dialogue that is held in rounds, with its name in each language."""

    id: SeriesId
    names: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """An institution that invites, with its name in each language."""

    id: HostId
    names: Texts
    acronym: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A side at the table; ``code`` is what shorthand and grids show."""

    id: DelegationId
    code: str
    labels: Texts
    region: str = ""
    target: int | None = None


DAY_STARTS = 9 * 60


@dataclass(frozen=True, slots=True)
class DayHours:
    """When a day begins and must end, in minutes after midnight; None: it may run on."""

    number: int
    starts: int = DAY_STARTS
    ends: int | None = None


class Ordered(StrEnum):
    """What stands in an order that documents explain."""

    DELEGATIONS = "delegations"
    HOSTS = "hosts"


@dataclass(frozen=True, slots=True)
class LanguageOrder:
    """An order of its own in documents of one language: codes of delegations, or ids of hosts."""

    of: Ordered
    language: Language
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """One round of talks. Hosts and delegations stand in their chosen order."""

    id: DialogueId
    names: Texts  # "Round 4, Incheon"
    titles: Texts  # "Resilience through functional cooperation"
    place: Texts
    first_day: date
    days: int = 1
    time_zone: str = "UTC"  # an IANA name
    second_zone: str = ""  # one whose times are shown beside, for those who join from afar
    series: SeriesId | None = None
    round: int | None = None
    phase: Phase = Phase.PREPARING
    hosts: tuple[Host, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    hours: tuple[DayHours, ...] = ()  # of the days that have hours of their own
    orders: tuple[LanguageOrder, ...] = ()  # where a language has an order of its own
    ceiling: int = DEFAULT_CEILING
    k: int = DEFAULT_K
    working_language: Language = "en"
    contexts: Texts = Texts()  # paragraphs on the background, for documents
    next_steps: Texts = Texts()
    press_lines: Texts = Texts()  # the few sentences that were agreed for the press
    chairs_openings: Texts = Texts()  # what the chair's summary opens with, one paragraph a line
    backgrounds: Texts = Texts()  # why the meeting is held, for the concept note
    objectives: Texts = Texts()  # one a line
    outputs: Texts = Texts()  # what is to come of it, one a line
    practicalities: Texts = Texts()  # travel, rooms, funding, whom to ask; one a line
    debriefs: Texts = Texts()  # what worked and what did not, one point a line; inside only
    sample: bool = False

    def day(self, number: int) -> date:
        """Return the date of the day with this number, counted from 0."""
        return self.first_day + timedelta(days=number)

    def hours_of(self, day: int) -> DayHours:
        """Return when a day begins and must end."""
        return next((h for h in self.hours if h.number == day), DayHours(day))

    def delegations_in(self, language: Language) -> tuple[Delegation, ...]:
        """Return the delegations in their order in documents of this language."""
        codes = self._order(Ordered.DELEGATIONS, language)
        return tuple(sorted(self.delegations, key=lambda d: _place(d.code, codes)))

    def hosts_in(self, language: Language) -> tuple[Host, ...]:
        """Return the hosts in their order in documents of this language."""
        ids = self._order(Ordered.HOSTS, language)
        return tuple(sorted(self.hosts, key=lambda h: _place(h.id, ids)))

    def in_order_of(self, language: Language) -> Dialogue:
        """Return the dialogue with hosts and delegations as documents of a language name them."""
        hosts, delegations = self.hosts_in(language), self.delegations_in(language)
        return replace(self, hosts=hosts, delegations=delegations)

    def with_order(self, of: Ordered, language: Language, codes: tuple[str, ...]) -> Dialogue:
        """Return the dialogue with an order in this language; no codes: that of the dialogue."""
        rest = tuple(o for o in self.orders if (o.of, o.language) != (of, language))
        return replace(self, orders=(*rest, *([LanguageOrder(of, language, codes)] * bool(codes))))

    def _order(self, of: Ordered, language: Language) -> tuple[str, ...]:
        found = (o.codes for o in self.orders if (o.of, o.language) == (of, language))
        return next(found, ())

    @property
    def last_day(self) -> date:
        """The date of the last day."""
        return self.day(self.days - 1)

    @property
    def table(self) -> frozenset[str]:
        """The codes of the delegations at the table."""
        return frozenset(d.code for d in self.delegations)


def _place(code: str, codes: tuple[str, ...]) -> int:
    """Those that an order does not name follow it."""
    return codes.index(code) if code in codes else len(codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A guiding question of an agenda item, in each language."""

    id: QuestionId
    texts: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """Something on the agenda. ``anchor`` is its fixed start in minutes after midnight.

    ``lane`` is 0 for the whole room; parallel items have lanes 1, 2 ... and share a start.
    """

    id: ItemId
    dialogue: DialogueId
    kind: ItemKind
    titles: Texts
    day: int
    minutes: int
    lane: int = 0
    stretch: int = 100  # percent of the minutes that it takes with consecutive interpretation
    anchor: int | None = None
    terms: Terms = Terms.RULE
    topic: TopicId | None = None
    questions: tuple[Question, ...] = field(default=())
    recommendations: tuple[RecommendationId, ...] = field(default=())
    places: Texts = Texts()  # the room
    terms_now: Terms | None = None  # stricter from here on; earlier notes keep theirs
    aside: bool = False
    for_series: bool = False  # set aside for any dialogue of the series
    closed: bool = False
    keep_order: bool = False
    actual_minutes: int | None = None  # how long it took, its interpretation included
    began: int | None = None  # when it began as held, in minutes after midnight of its day

    @property
    def takes(self) -> int:
        """The minutes that it takes on the timetable, with its interpretation."""
        return -(-self.minutes * self.stretch // 100)

    def minutes_for(self, room: int) -> int:
        """Return how long it may be for so many minutes on the timetable."""
        return room * 100 // self.stretch

    @property
    def terms_in_force(self) -> Terms:
        """The terms for what is said now."""
        return self.terms_now or self.terms
