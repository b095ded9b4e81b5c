"""What the agenda page shows: its items as blocks in their places, read from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dialogueprep.domain import wording
from dialogueprep.domain.arranging import rows_of
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.checks import Check, Plan, checks, reported_by
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, ItemKind
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.people import Attendee, Role
from dialogueprep.domain.timetable import DaySummary, Slot, Timetable, starts
from dialogueprep.domain.whole_checks import whole_checks
from dialogueprep.store import agenda, offers
from dialogueprep.store.workspace import Store
from dialogueprep.ui import badges, dates, theme
from dialogueprep.words import clauses, later, listed, ntr, tr

LEADING = (Role.CHAIR, Role.MODERATOR, Role.PRESENTER)


@dataclass(frozen=True, slots=True)
class Block:
    """An item in its place: what is painted of it and what is read aloud."""

    slot: Slot
    number: str
    title: str
    native: str
    roles: str
    sensitivity: int | None
    lane: int
    """The lane from 0, of ``lanes`` side by side."""
    lanes: int
    overlap: int
    """Minutes at the end that another, anchored item takes."""
    reports: str = ""
    """The groups from which a report-back reports: "3A, 3B"."""
    date: str = ""
    """Its day in words, if there are several."""

    @property
    def id(self) -> ItemId:
        return self.slot.item.id

    @property
    def item(self) -> AgendaItem:
        return self.slot.item

    @property
    def place(self) -> tuple[int, int, str, int, int, int, str]:
        """What changes with the items before it: times, number, lane, and what it runs into."""
        slot = self.slot
        others = (self.number, self.lane, self.lanes, self.overlap, self.reports)
        return (slot.start, slot.end, *others)

    @property
    def named(self) -> str:
        """Number and title."""
        return f"{self.number}  {self.title}" if self.number else self.title

    @property
    def spoken(self) -> str:
        """The block as a screen reader says it."""
        item, slot = self.slot.item, self.slot
        said = [
            self.named,
            self.date,
            tr("{start} to {end}", start=clock(slot.start), end=clock(slot.end)),
            self.native,
            tr(wording.of(item.kind)),
        ]
        if item.kind.has_terms:
            said.append(badges.terms_word(item.terms_in_force))
        if item.takes != item.minutes:
            percent = tr("interpreted, {n} percent", n=item.stretch)
            said += [length_of(item), percent]
        if self.reports:
            said.append(tr("from {groups}", groups=self.reports))
        if self.sensitivity:
            said.append(tr("sensitivity {n} of 5", n=self.sensitivity))
        if item.anchor is not None:
            said.append(tr("anchored"))
        if self.overlap:
            said.append(tr("{n} min too long", n=self.overlap))
        return clauses([*said, self.roles])


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of a dialogue as the page shows it."""

    dialogue: Dialogue
    items: tuple[AgendaItem, ...]
    timetable: Timetable
    blocks: tuple[Block, ...]
    observations: tuple[Check, ...]
    present: Mapping[ItemId, tuple[Attendee, ...]] = field(
        default_factory=dict[ItemId, tuple[Attendee, ...]]
    )
    """Those with a role at each item; of parallel items everybody, of moderators each item."""

    @property
    def days(self) -> int:
        """How many days are shown: those of the dialogue, and more where items need them."""
        return max([self.dialogue.days, *(i.day + 1 for i in self.items)])

    def block(self, item: str | None) -> Block | None:
        """Return the block of an item; None if it has none."""
        return next((b for b in self.blocks if b.id == item), None)

    def day(self, number: int) -> DaySummary | None:
        """Return a day in figures; None if nothing is on it."""
        return next((d for d in self.timetable.days if d.day == number), None)


def read_agenda(store: Store, dialogue: Dialogue) -> Agenda:
    """Return the agenda of a dialogue as it stands in the store."""
    items = agenda.of_dialogue(store, dialogue.id)
    present = store.presence.leading(store, dialogue.id)
    rated = offers.sensitivities_on(store, dialogue.id)
    timetable = starts(items, dialogue.hours)
    plan = Plan(timetable, present, rated, offers.touchy_on(store, dialogue.id))
    return Agenda(
        dialogue=dialogue,
        items=items,
        timetable=timetable,
        blocks=_blocks(dialogue, timetable, present, rated),
        observations=(*checks(plan), *whole_checks(plan)),
        present=present,
    )


def rearranged(
    agenda: Agenda, items: Iterable[AgendaItem], timetable: Timetable | None = None
) -> Agenda:
    """Return an agenda with its items in other places, as it will be once that is written.

    ``timetable`` is theirs, if it is known. What needs attention is looked for when it is read
    again.
    """
    after = tuple(items)
    timetable = timetable or starts(after, agenda.dialogue.hours)
    rated = {b.item.topic: b.sensitivity for b in agenda.blocks if b.item.topic and b.sensitivity}
    known = {b.id: b for b in agenda.blocks}
    blocks = _blocks(agenda.dialogue, timetable, agenda.present, rated, known)
    return replace(agenda, items=after, timetable=timetable, blocks=blocks)


def _blocks(
    dialogue: Dialogue,
    timetable: Timetable,
    present: Mapping[ItemId, tuple[Attendee, ...]],
    rated: Mapping[TopicId, int],
    known: Mapping[ItemId, Block] = {},
) -> tuple[Block, ...]:
    """Return the blocks of a timetable; words of ``known`` ones are not put together again."""
    labels = numbers(timetable.slots)
    over: dict[ItemId, int] = {}
    for overlap in timetable.overlaps:
        over[overlap.item.id] = max(overlap.minutes, over.get(overlap.item.id, 0))
    lanes = _lanes(timetable)
    language, days = theme.window_language(), _days_in_words(dialogue, timetable)

    def block(slot: Slot) -> Block:
        item, old = slot.item, known.get(slot.item.id)
        lane, side_by_side = lanes[item.id]
        number, late = labels.get(item.id, ""), over.get(item.id, 0)
        reports = _reports(timetable, slot, labels)
        said = old is not None and old.item.titles is item.titles and old.item.kind is item.kind
        placed = (number, lane, side_by_side, late, reports)
        if old and said and old.item is item and old.place == (slot.start, slot.end, *placed):
            return old
        return Block(
            slot=slot,
            number=number,
            title=old.title if old and said else item.titles.best(language),
            native=old.native if old and said else _native(item),
            roles=old.roles if old and said else leading(present.get(item.id, ())),
            sensitivity=rated.get(item.topic) if item.topic else None,
            lane=lane,
            lanes=side_by_side,
            overlap=late,
            reports=reports,
            date=days.get(slot.day, ""),
        )

    return tuple(map(block, timetable.slots))


def _days_in_words(dialogue: Dialogue, timetable: Timetable) -> dict[int, str]:
    """Return the date of each day, if there are several."""
    several = dialogue.days > 1 or len(timetable.days) > 1
    found = timetable.days if several else ()
    return {d.day: dates.long_day(dialogue.day(d.day), year=False) for d in found}


def _reports(timetable: Timetable, slot: Slot, labels: Mapping[str, str]) -> str:
    if slot.item.kind is not ItemKind.REPORT_BACK:
        return ""
    groups = reported_by(Plan(timetable).sittings, slot)
    return listed(
        labels.get(s.item.id) or s.item.titles.best(theme.window_language()) for s in groups
    )


def _native(item: AgendaItem) -> str:
    if not item.kind.has_terms:
        return ""
    others = item.titles.others(theme.window_language())
    return others[0].wording if others else ""


def _lanes(timetable: Timetable) -> dict[ItemId, tuple[int, int]]:
    """Return lane and number of lanes of each item; what stands beside nothing has one."""
    items = [s.item for s in timetable.slots]
    return {
        item.id: (number, len(row))
        for day in {s.day for s in timetable.slots}
        for row in rows_of(items, day)
        for number, item in enumerate(row)
    }


_LEADING = {
    Role.CHAIR: (later("Chair {codes}"), later("Chairs {codes}")),
    Role.MODERATOR: (later("Moderator {codes}"), later("Moderators {codes}")),
    Role.PRESENTER: (later("Presenter {codes}"), later("Presenters {codes}")),
}


def leading(present: Iterable[Attendee]) -> str:
    """Return who leads an item by delegation: "Moderator CN · Presenters JP, KR"."""
    said: list[str] = []
    holding = [a for a in present if a.roles]
    for role in LEADING if holding else ():
        codes = [a.who.delegation for a in holding if role in a.roles]
        if codes:
            words = _LEADING[role][len(codes) > 1]
            said.append(tr(words, codes=listed(codes)))
    return "  ·  ".join(said)


def length_of(item: AgendaItem) -> str:
    """Return "60 min", or "60 min, takes 90" where interpretation makes it longer."""
    if item.takes == item.minutes:
        return tr("{n} min", n=item.minutes)
    return tr("{n} min, takes {taken}", n=item.minutes, taken=item.takes)


def minutes_in_words(minutes: int) -> str:
    """Return "7 h 25" or "40 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{n} min", n=rest)
    return (
        tr("{hours} h {minutes:02d}", hours=hours, minutes=rest) if rest else tr("{n} h", n=hours)
    )


def in_words(found: Agenda) -> str:
    """Return the quiet sentence about an agenda: days and items."""
    if not found.items:
        return ""
    days = ntr("{n} day", "{n} days", found.days)
    items = ntr("{n} item", "{n} items", len(found.blocks))
    return tr("{days}, {items}", days=days, items=items)
