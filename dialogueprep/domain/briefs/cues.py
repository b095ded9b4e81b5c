"""The cues of a run sheet: what somebody has to do or say at an item, read from the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogueprep.domain.briefs.blocks import Line, plain
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.sentences import under_rule
from dialogueprep.domain.checks import SENSITIVE
from dialogueprep.domain.dialogue import AgendaItem, ItemKind, Terms
from dialogueprep.domain.people import Role
from dialogueprep.domain.timetable import Slot, Timetable

CARD = 10  # minutes before the end at which a card says how long is left
_LONG = 30  # minutes; a shorter item needs no card


@dataclass(frozen=True, slots=True)
class Cues:
    """Says what is to be done at each slot of a timetable."""

    material: Material
    pen: Pen
    timetable: Timetable

    def of(self, slot: Slot) -> tuple[Line, ...]:
        """Return the cues of a slot, the most pressing first."""
        earlier = [
            s.item for s in self.material.timed if s.day == slot.day and s.start < slot.start
        ]
        found = (
            self._time(slot), self._rule(slot.item), self._terms(slot.item, earlier),
            self._room(slot.item, earlier), self._sensitivity(slot.item),
            self._interpretation(slot.item), self._cards(slot),
        )  # fmt: skip
        return tuple(line for lines in found for line in lines)

    def for_chair(self, slot: Slot) -> tuple[Line, ...]:
        """Return the cues that the chair may read on paper: no rating, no plan that does not fit,
        and no item without notes."""
        earlier = [
            s.item for s in self.material.timed if s.day == slot.day and s.start < slot.start
        ]
        quiet = slot.item.terms is Terms.NO_NOTES
        found = (
            self._rule(slot.item), () if quiet else self._terms(slot.item, earlier),
            self._room(slot.item, earlier), self._interpretation(slot.item), self._cards(slot),
        )  # fmt: skip
        return tuple(line for lines in found for line in lines)

    def _time(self, slot: Slot) -> Iterator[Line]:
        """Yield what is free before a fixed start, and what runs into it."""
        own = slot.item.id
        for slack in self.timetable.slacks:
            if slack.before.id == own:
                yield self.pen.say("{n} min free before it.", n=slack.minutes)
        for overlap in self.timetable.overlaps:
            if overlap.item.id == own:
                title = self.pen.write(overlap.anchored.titles)
                yield self.pen.say(
                    "Too long by {n} min: {title} begins at {time}.",
                    n=overlap.minutes,
                    title=title,
                    time=clock(overlap.anchored.anchor or 0),
                )

    def _rule(self, item: AgendaItem) -> Iterator[Line]:
        if item.kind is ItemKind.OPENING and under_rule(self.material):
            yield self.pen.say("The chair reads the Rule aloud.")

    def _terms(self, item: AgendaItem, earlier: Sequence[AgendaItem]) -> Iterator[Line]:
        if not item.kind.has_terms:
            return
        before = next((i.terms for i in reversed(earlier) if i.kind.has_terms), item.terms)
        if item.terms is Terms.NO_NOTES:
            yield self.pen.say("Nobody takes notes; the rapporteurs close their machines.")
        elif before is not item.terms:
            yield self.pen.say("Other terms than before: say them first.")

    def _room(self, item: AgendaItem, earlier: Sequence[AgendaItem]) -> Iterator[Line]:
        room = self.pen.write(item.places)
        before = next((i.places for i in reversed(earlier) if i.places), item.places)
        if room and plain(room) != plain(self.pen.write(before)):
            yield self.pen.say("Move to: {room}.", room=room)

    def _sensitivity(self, item: AgendaItem) -> Iterator[Line]:
        rated = self.material.inside.sensitivity.get(item.topic, 0) if item.topic else 0
        if rated >= SENSITIVE:
            yield self.pen.say("Sensitivity {n} of 5: leave it its time.", n=rated)

    def _interpretation(self, item: AgendaItem) -> Iterator[Line]:
        if item.takes > item.minutes:
            yield self.pen.say(
                "Consecutive interpretation: {n} of {whole} min are for speaking.",
                n=item.minutes,
                whole=item.takes,
            )

    def _cards(self, slot: Slot) -> Iterator[Line]:
        if slot.item.kind.discusses and slot.end - slot.start >= _LONG and self._led(slot.item):
            yield self.pen.say("Card “{n} minutes” at {time}.", n=CARD, time=clock(slot.end - CARD))

    def _led(self, item: AgendaItem) -> bool:
        """Return whether somebody leads the item, to whom a card can be shown."""
        held = self.material.roles_at(item).values()
        return any({Role.CHAIR, Role.MODERATOR} & it.roles for it in held)
