"""Where typed items come to stand in an agenda. Everything here returns new items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dialogueprep.domain import arranging
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import (
    AgendaItem,
    DayHours,
    DialogueId,
    ItemId,
    ItemKind,
    Question,
    QuestionId,
)
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.domain.timetable import starts
from dialogueprep.domain.typed_programme import Typed, usual_minutes

Items = tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the next typed item goes: after an item, or last of a day."""

    after: ItemId | None = None
    day: int = 0


@dataclass(frozen=True, slots=True)
class Placing:
    """How typed items become items of a dialogue."""

    dialogue: DialogueId
    language: Language
    hours: tuple[DayHours, ...]
    new_id: Callable[[], str]

    def placed(
        self, items: Sequence[AgendaItem], typed: Sequence[Typed], place: Place
    ) -> tuple[Items, tuple[ItemId, ...]]:
        """Return all items in their order with the typed ones, and the ids of these.

        Each stands after the one before, or in time order if it has a time; it is anchored if it
        would not begin then by itself, and a meal with a time always is. Refused as
        `arranging.arranged`.
        """
        now, new = tuple(items), list[ItemId]()
        for each in typed:
            day = place.day if each.day is None else each.day
            made = self._made(now, each, day)
            now = self._put(now, made, each, place if day == place.day else Place(None, day))
            new.append(made.id)
            place = Place(made.id, day)
        return now, tuple(new)

    def asked(self, item: AgendaItem, questions: Sequence[str]) -> AgendaItem:
        """Return an item with more questions."""
        return replace(item, questions=(*item.questions, *self._questions(questions)))

    def _made(self, items: Items, typed: Typed, day: int) -> AgendaItem:
        minutes = typed.minutes or _last_minutes(items, typed.kind)
        return AgendaItem(
            id=ItemId(self.new_id()),
            dialogue=self.dialogue,
            kind=typed.kind,
            titles=self._texts(typed.title),
            day=day,
            minutes=minutes or usual_minutes(typed.kind, typed.title),
            questions=self._questions(typed.questions),
        )

    def _questions(self, asked: Sequence[str]) -> tuple[Question, ...]:
        return tuple(
            Question(id=QuestionId(self.new_id()), texts=self._texts(words)) for words in asked
        )

    def _texts(self, words: str) -> Texts:
        """Return words in the language that their script tells, else in the one asked for."""
        return Texts.of({language_of(words, self.language): words})

    def _put(self, items: Items, made: AgendaItem, typed: Typed, place: Place) -> Items:
        here = next((i for i in items if i.id == place.after and not i.aside), None)
        if typed.beside and here is not None:
            return _beside(items, made, here, typed)
        if typed.start is None:
            spot = arranging.after_row(items, here) if here else Spot(made.day)
            return arranging.arranged(items, made, spot)
        placed = arranging.arranged(items, made, self._in_time(items, made.day, typed.start))
        slot = starts(placed, self.hours).slot(made.id)
        stays = made.kind is ItemKind.MEAL or slot is None or slot.start != typed.start
        anchored = replace(made, anchor=typed.start)
        return tuple(anchored if i.id == made.id and stays else i for i in placed)

    def _in_time(self, items: Items, day: int, start: int) -> Spot:
        """Return the spot before the first row that begins later."""
        slots = {s.item.id: s for s in starts(items, self.hours).of_day(day)}
        rows = arranging.rows_of(items, day)
        later = (row[0].id for row in rows if slots[row[0].id].start > start)
        return Spot(day, next(later, None))


def _beside(items: Items, made: AgendaItem, here: AgendaItem, typed: Typed) -> Items:
    """Return the items with one beside another, as long as it; both are groups then."""
    made = replace(made, minutes=typed.minutes or here.minutes)
    groups = here.kind is ItemKind.DISCUSSION and made.kind is ItemKind.BREAKOUT
    group = replace(here, kind=ItemKind.BREAKOUT) if groups else here
    others = tuple(group if i.id == here.id else i for i in items)
    return arranging.arranged(others, made, Spot(here.day, beside=here.id))


def _last_minutes(items: Items, kind: ItemKind) -> int | None:
    """Return how long the last item of a kind is, for talk that comes in equal lengths."""
    if not kind.numbered and kind is not ItemKind.BREAK:
        return None
    return next((i.minutes for i in reversed(items) if i.kind is kind and not i.aside), None)
