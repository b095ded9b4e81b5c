"""What the notes page shows, read from the store: items by day, notes by question, attributions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.dialogue import (
    AgendaItem,
    Dialogue,
    ItemId,
    Phase,
    Question,
    QuestionId,
    Terms,
)
from dialogueprep.domain.identity.neutral import descriptors
from dialogueprep.domain.identity.roster import SMALL_ROOM
from dialogueprep.domain.notes import Attribution, Note
from dialogueprep.domain.people import Attendee, BroadSector, Sector
from dialogueprep.domain.shorthand import with_tags
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import Timetable
from dialogueprep.ui import badges, dates, theme
from dialogueprep.words import clauses, later, ntr, tr

_TIGHT = 10
_BROAD = {
    BroadSector.EXPERT: later("expert"),
    BroadSector.OFFICIAL: later("official"),
    BroadSector.NON_OFFICIAL: later("non-official"),
}
_SECTORS = {Sector.BUSINESS: later("business"), Sector.MEDIA: later("media")}


@dataclass(frozen=True, slots=True)
class DayHead:
    """The heading of a day, or of what is set aside."""

    id: str
    words: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in its place in the day."""

    item: AgendaItem
    number: str
    start: str
    title: str
    notes: int
    doubtful: int = 0
    """How many of its notes have an attribution that no longer holds."""

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        said = [self.start, f"{self.number} {self.title}".strip()]
        if self.item.kind.has_terms:
            said.append(badges.terms_word(self.item.terms_in_force))
        if self.item.closed:
            said.append(tr("closed"))
        if self.notes:
            said.append(ntr("{n} note", "{n} notes", self.notes))
        if n := self.doubtful:
            said.append(
                ntr("{n} attribution no longer holds", "{n} attributions no longer hold", n)
            )
        return clauses(said)


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A note that is set aside for later."""

    note: Note

    @property
    def id(self) -> str:
        return f"aside-{self.note.id}"


LeftRow = DayHead | ItemRow | AsideRow


@dataclass(frozen=True, slots=True)
class QuestionHead:
    """The heading of a question's notes; the one without a question has no number."""

    id: str
    question: Question | None
    number: int
    words: str
    notes: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note under its question; ``doubt`` says why its attribution no longer holds."""

    note: Note
    said_by: str
    doubt: str = ""
    remedy: str = ""
    apart: Terms | None = None
    """The terms it was taken under, where they are not the item's own."""
    searched: str = ""
    """The words that it was found by, to be shown in its own."""

    @property
    def id(self) -> str:
        return self.note.id

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        kind = tr(wording.of(self.note.kind))
        apart = badges.terms_word(self.apart) if self.apart else ""
        private = tr("private") if self.note.private else ""
        tags = " ".join(f"#{tag}" for tag in self.note.tags)
        return clauses((kind, private, self.note.text, self.said_by, tags, apart, self.doubt))


MiddleRow = QuestionHead | NoteRow


@dataclass(frozen=True, slots=True)
class Offer:
    """An attribution, how many it fits at the item, and whether it may be used there."""

    attribution: Attribution
    k: int
    holds: bool
    words: str
    short: str = ""
    """A word for it where it is tight: "Japan", "expert"."""


def kept(notes: Iterable[Note]) -> list[Note]:
    """Return the notes that are not drafts."""
    return [n for n in notes if not n.draft]


def left_rows(
    dialogue: Dialogue,
    times: Timetable,
    notes: Mapping[ItemId, Sequence[Note]],
    doubtful: Sequence[Note] = (),
) -> list[LeftRow]:
    """Return the items by day, and at the foot what is set aside."""
    language = theme.window_language()
    label = numbers(times.slots)
    counts = {item: sum(not (n.draft or n.aside) for n in there) for item, there in notes.items()}
    doubts = Counter(note.item for note in doubtful)
    rows: list[LeftRow] = []
    for day in times.days:
        name = dates.long_day(dialogue.day(day.day), year=False)
        ends = tr("ends {time}", time=clock(day.end))
        rows.append(DayHead(f"day-{day.day}", name, ends))
        rows += [
            ItemRow(
                s.item,
                label.get(s.item.id, ""),
                clock(s.start),
                s.item.titles.best(language),
                counts.get(s.item.id, 0),
                doubts[s.item.id],
            )
            for s in times.of_day(day.day)
        ]
    aside = [n for there in notes.values() for n in there if n.aside and not n.draft]
    if aside:
        rows.append(DayHead("aside", tr("Set aside"), str(len(aside))))
        rows += [AsideRow(n) for n in aside]
    return rows


@dataclass(frozen=True)
class Room:
    """An item as notes are taken at it: who is present, and what attributions hold."""

    dialogue: Dialogue
    item: AgendaItem
    present: tuple[Attendee, ...] = ()
    labels: dict[str, Texts] = field(default_factory=dict[str, Texts])

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the delegations, for shorthand."""
        return tuple(d.code for d in self.dialogue.delegations)

    @property
    def writable(self) -> bool:
        """Whether notes may be taken at the item now."""
        silent = self.item.terms_in_force is Terms.NO_NOTES or not self.item.kind.has_terms
        return not (silent or self.item.closed or self.dialogue.phase is Phase.CLOSED)

    def say(self, attribution: Attribution | None) -> str:
        """Return an attribution in the window's language; nothing for none."""
        if attribution is None:
            return ""
        return descriptors.phrase(attribution, theme.window_language(), self.labels)

    def offer(self, attribution: Attribution) -> Offer:
        """Return an attribution with its k here, and whether it may be used."""
        k = descriptors.count(attribution, self.present)
        placed = attribution.delegation or attribution.region
        allowed = not (placed and self.item.terms_in_force is Terms.NO_QUOTATION)
        holds = allowed and descriptors.holds(attribution, self.present, self.dialogue.k)
        return Offer(attribution, k, holds, self.say(attribution), self.short(attribution))

    def short(self, attribution: Attribution) -> str:
        """Return a word or two for an attribution of one kind; the whole phrase for others."""
        if attribution == Attribution():
            return tr("participant")
        if attribution == Attribution(broad=attribution.broad) and attribution.broad:
            return tr(_BROAD[attribution.broad])
        if attribution == Attribution(sector=attribution.sector) and attribution.sector:
            return tr(_SECTORS.get(attribution.sector, "")) or self.say(attribution)
        code = attribution.delegation
        if code and attribution == Attribution(delegation=code):
            label = self.labels[code].best(theme.window_language()) if code in self.labels else code
            return label if len(label) <= _TIGHT else code
        return self.say(attribution)

    def usual(self) -> list[Offer]:
        """Return the attributions that are asked for most, those that hold first."""
        return list(self._usual)

    @cached_property
    def _usual(self) -> list[Offer]:
        speaking = [a.who for a in self.present if a.may_speak_unattributed]
        broad = {who.sector.broad for who in speaking if who.sector}
        codes = {who.delegation for who in speaking}
        asked = [Attribution()]
        if self.item.terms_in_force is not Terms.NO_QUOTATION:
            asked += [Attribution(delegation=c) for c in self.codes if c in codes]
        asked += [Attribution(broad=b) for b in BroadSector if b in broad]
        sectors = {who.sector for who in speaking}
        asked += [Attribution(sector=s) for s in (Sector.BUSINESS, Sector.MEDIA) if s in sectors]
        return sorted(map(self.offer, asked), key=lambda o: not o.holds)

    def exact(self) -> list[Offer]:
        """Return the further attributions that hold here, the most exact first."""
        usual = {o.attribution for o in self.usual()}
        found = descriptors.holding(self.present, self.dialogue.k)
        offers = [self.offer(a) for a, _ in found if a not in usual]
        return [o for o in offers if o.holds]


class RowsByItem:
    """The rows of items as they were last shown: going back to one makes none anew."""

    def __init__(self) -> None:
        self._known: dict[ItemId, tuple[object, list[MiddleRow]]] = {}

    def rows(
        self, room: Room, notes: Sequence[Note], doubts: dict[str, str], search: str
    ) -> list[MiddleRow]:
        """Return the notes of an item under their questions, as `middle_rows` does."""
        if doubts or search:
            return middle_rows(room, notes, doubts, search)
        made_of = (tuple(notes), room.item, room.labels, theme.window_language())
        known = self._known.get(room.item.id)
        if known is None or known[0] != made_of:
            known = self._known[room.item.id] = (made_of, middle_rows(room, notes, doubts))
        return known[1]


def middle_rows(
    room: Room, notes: Sequence[Note], doubts: dict[str, str], search: str = ""
) -> list[MiddleRow]:
    """Return the notes of an item under their questions; a question without notes is left out."""
    language = theme.window_language()
    wanted = search.casefold()
    under: dict[QuestionId | None, list[Note]] = {}
    for note in notes:
        if not (note.draft or note.aside) and (not wanted or _holds(note, wanted)):
            under.setdefault(note.question, []).append(note)
    say = cache(room.say)
    rows: list[MiddleRow] = []
    for number, question in _questions(room.item):
        mine = under.get(question.id if question else None)
        if not mine:
            continue
        words = question.texts.best(language) if question else tr("Not under a question")
        if question or room.item.questions:
            key = question.id if question else "none"
            rows.append(QuestionHead(f"head-{key}", question, number, words, len(mine)))
        made = (_note_row(room, n, doubts, say(n.attribution)) for n in mine)
        rows += [replace(row, searched=search) for row in made] if search else made
    return rows


def _holds(note: Note, wanted: str) -> bool:
    """Return whether a note, or one of its tags as it is typed, holds what is searched for."""
    return wanted in with_tags(note.text, note.tags).casefold()


def _questions(item: AgendaItem) -> list[tuple[int, Question | None]]:
    return [*enumerate(item.questions, 1), (0, None)]


def _note_row(room: Room, note: Note, doubts: dict[str, str], said_by: str) -> NoteRow:
    remedy = doubts.get(note.id, "")
    apart = note.terms if note.terms is not room.item.terms else None
    if not remedy or note.attribution is None:
        return NoteRow(note, said_by, apart=apart)
    k = descriptors.count(note.attribution, room.present)
    if k < room.dialogue.k:
        said = tr("Too few to hide among: {k} here, {needed} needed.", k=k, needed=room.dialogue.k)
    else:
        said = tr("Fewer than {few} may speak here: at most a region holds.", few=SMALL_ROOM)
    return NoteRow(note, said_by, said, remedy, apart)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question at the right, with how many notes it has."""

    id: QuestionId
    number: int
    words: str
    notes: int
    destroyed: bool = False

    @property
    def state(self) -> str:
        """How many notes it has, in words; no say where notes on it may have been destroyed."""
        if self.notes:
            return ntr("{n} note", "{n} notes", self.notes)
        return tr("Raw notes destroyed") if self.destroyed else tr("not touched yet")


def question_lines(
    item: AgendaItem, notes: Sequence[Note], *, destroyed: bool = False
) -> list[QuestionLine]:
    """Return the questions of an item with their numbers of notes.

    ``destroyed`` says that raw notes of the dialogue were.
    """
    language = theme.window_language()
    under = Counter(n.question for n in notes if not (n.draft or n.aside))
    return [
        QuestionLine(q.id, number, q.texts.best(language), under[q.id], destroyed)
        for number, q in enumerate(item.questions, 1)
    ]
