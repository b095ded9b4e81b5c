"""A programme as entries of a calendar: which items, under which titles, when and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.briefs import sentences
from dialogueprep.domain.briefs.blocks import plain
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, ItemKind, Terms
from dialogueprep.domain.editions import Edition
from dialogueprep.domain.editions import Entry as Planned
from dialogueprep.domain.people import Attendance, ParticipationId, Role
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.domain.timetable import Slot
from dialogueprep.words import later

_MEETING = later("Meeting")
_PAUSES = {
    ItemKind.BREAK: later("Break"),
    ItemKind.MEAL: later("Meal"),
    ItemKind.LOGISTICS: later("Logistics"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a calendar; ``start`` and ``end`` are local times of the calendar's zone.

    ``cancelled``: an earlier version of the agenda had it, and it does not take place.
    """

    uid: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    detail: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Entries in one time zone. ``sequence`` grows with each version that was given out.

    ``version`` says which one it is, in a sentence.
    """

    zone: str
    entries: tuple[Entry, ...]
    name: str = ""
    sequence: int = 0
    version: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """How entries are worded: the language, and whether titles tell the topic."""

    language: Language = "en"
    discreet: bool = False


def programme(
    dialogue: Dialogue,
    slots: Iterable[Slot],
    writing: Writing,
    *,
    version: Version | None = None,
    roles: Mapping[ItemId, Collection[Role]] | None = None,
    dropped: Iterable[tuple[date, Planned]] = (),
) -> Calendar:
    """Return the slots of a programme as a calendar.

    Where ``writing`` is discreet, each entry is called "Meeting", "Break" or "Meal", and neither
    the calendar's name nor a detail tells the dialogue. ``roles`` are those of the person that
    the calendar is for. The ids of entries are those of the items, so that a later version of
    the calendar replaces the entries of an earlier one, and cancels what was ``dropped``. The
    version of the agenda stands with each entry.
    """
    held, pen = roles or {}, Pen(writing.language)
    stamp = plain(sentences.version(version, pen))
    writer = _Writer(dialogue, writing, stamp)
    entries = (
        *(writer.held(s, held.get(s.item.id, ())) for s in slots),
        *(writer.cancelled(first_day, planned) for first_day, planned in dropped),
    )
    name = "" if writing.discreet else dialogue.names.best(writing.language)
    return Calendar(
        zone=dialogue.time_zone,
        entries=tuple(sorted(entries, key=lambda e: e.start)),
        name=name,
        sequence=sequence_of(version),
        version=stamp,
    )


def sequence_of(version: Version | None) -> int:
    """Return a number that is higher for each later state of an agenda, draft or circulated."""
    if version is None:
        return 0
    return 2 * version.number if version.number else 2 * (version.replaces or 0) + 1


def dropped(
    editions: Sequence[Edition], kept: Iterable[Slot], who: ParticipationId | None = None
) -> tuple[tuple[date, Planned], ...]:
    """Return what circulated editions had and a calendar has no longer, each as it was last.

    With ``who`` only what that person was to attend. With each entry comes the first day of the
    meeting in that edition.
    """
    here = {s.item.id for s in kept}
    found: dict[ItemId, tuple[date, Planned]] = {}
    for edition in editions:
        for planned in edition.entries:
            if planned.id not in here and (who is None or _was_to_attend(who, planned)):
                found[planned.id] = (edition.first_day, planned)
    return tuple(found.values())


def _was_to_attend(who: ParticipationId, planned: Planned) -> bool:
    leads = any(holder == who for _, holder in planned.roles)
    everybody = planned.lane == 0 and not planned.kind.has_terms
    return leads or everybody or who in planned.present


def attended(slots: Iterable[Slot], attendances: Iterable[Attendance]) -> tuple[Slot, ...]:
    """Return the slots that somebody is present at, and the pauses of the whole room."""
    there = {a.item for a in attendances}
    return tuple(s for s in slots if s.item.id in there or _for_all(s))


def _for_all(slot: Slot) -> bool:
    return slot.lane == 0 and not slot.item.kind.has_terms


@dataclass(frozen=True, slots=True)
class _Writer:
    dialogue: Dialogue
    writing: Writing
    stamp: str

    @property
    def say(self) -> words.Say:
        return words.of(self.writing.language)

    def held(self, slot: Slot, roles: Collection[Role]) -> Entry:
        midnight = datetime.combine(self.dialogue.day(slot.day), time())
        return Entry(
            uid=slot.item.id,
            title=self._title(slot.item.kind, slot.item.titles),
            start=midnight + timedelta(minutes=slot.start),
            end=midnight + timedelta(minutes=slot.end),
            place=self._place(slot.item.places),
            detail=self._detail(roles, slot.item),
        )

    def cancelled(self, first_day: date, planned: Planned) -> Entry:
        midnight = datetime.combine(first_day + timedelta(days=planned.day), time())
        title = self._title(planned.kind, planned.titles)
        return Entry(
            uid=planned.id,
            title=self.say("Cancelled: {title}", title=title),
            start=midnight + timedelta(minutes=planned.start),
            end=midnight + timedelta(minutes=planned.end),
            place=self._place(planned.places),
            detail=self._detail(()),
            cancelled=True,
        )

    def _place(self, rooms: Texts) -> str:
        language = self.writing.language
        found = (rooms.best(language), self.dialogue.place.best(language))
        return ", ".join(each for each in found if each)

    def _title(self, kind: ItemKind, titles: Texts) -> str:
        title = titles.best(self.writing.language)
        if self.writing.discreet or not title:
            return self.say(_PAUSES.get(kind, _MEETING))
        return title

    def _detail(self, roles: Collection[Role], item: AgendaItem | None = None) -> str:
        """Return name, terms, roles and version; an item without notes is not mentioned."""
        if self.writing.discreet:
            return self.stamp
        held = [self.say(wording.role(role)) for role in Role if role in roles]
        said = self.say("Your role: {roles}", roles=", ".join(held)) if held else ""
        name = self.dialogue.names.best(self.writing.language)
        told = item is not None and item.kind.has_terms and item.terms is not Terms.NO_NOTES
        terms = self.say(wording.of(item.terms)) if item and told else ""
        return "\n".join(part for part in (name, terms, said, self.stamp) if part)
