"""The agenda with the edits of a partner's programme that were accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from dialogueprep.domain.arranging import Row as Lanes
from dialogueprep.domain.arranging import in_order, rows_of
from dialogueprep.domain.dialogue import (
    AgendaItem,
    Dialogue,
    ItemId,
    ItemKind,
    Question,
    QuestionId,
)
from dialogueprep.domain.partner_edits import Edit, EditKind
from dialogueprep.domain.partner_matching import kind_of
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts

_SHORTEST = 5  # minutes


def applied(
    dialogue: Dialogue,
    items: Sequence[AgendaItem],
    accepted: Iterable[Edit],
    new_id: Callable[[], str],
) -> tuple[AgendaItem, ...]:
    """Return the items of the agenda, in their order, with the edits that were accepted.

    An item that they left out is set aside with its notes. Items keep following each other; one
    is anchored only where it would else not begin when it shall.
    """
    now = {i.id: i for i in items}
    wanted: dict[ItemId, tuple[int, int]] = {}
    for edit in accepted:
        if edit.kind is EditKind.NEW:
            made = _made(edit, dialogue, new_id)
            now[made.id], wanted[made.id] = made, (edit.day, edit.start)
        elif edit.item is not None and edit.item in now:
            now[edit.item] = _changed(now[edit.item], edit, new_id)
            if edit.kind is EditKind.TIME:
                wanted[edit.item] = (edit.day, edit.start)
    placed = _in_time(dialogue, items, tuple(now.values()), wanted)
    return _anchored(dialogue, placed, wanted)


def _timed(item: AgendaItem, edit: Edit) -> AgendaItem:
    if item.takes == edit.end - edit.start:
        return replace(item, day=edit.day)
    minutes = max(_SHORTEST, item.minutes_for(edit.end - edit.start))
    return replace(item, day=edit.day, minutes=minutes)


def _question(wording: str, edit: Edit, new_id: Callable[[], str]) -> Question:
    return Question(id=QuestionId(new_id()), texts=Texts.of({edit.language: wording}))


def _asked(item: AgendaItem, edit: Edit, new_id: Callable[[], str]) -> AgendaItem:
    if edit.kind is EditKind.QUESTION:
        return replace(item, questions=(*item.questions, _question(edit.theirs, edit, new_id)))
    kept: list[Question] = []
    for question in item.questions:
        if question.texts.best(edit.language) != edit.mine:
            kept.append(question)
        elif edit.kind is EditKind.REWORDED:
            texts = question.texts.with_wording(edit.language, edit.theirs)
            kept.append(replace(question, texts=texts))
    return replace(item, questions=tuple(kept))


def _reworded(item: AgendaItem, edit: Edit) -> AgendaItem:
    if edit.kind is EditKind.TITLE:
        return replace(item, titles=item.titles.with_wording(edit.language, edit.theirs))
    return replace(item, places=item.places.with_wording(edit.language, edit.theirs))


def _changed(item: AgendaItem, edit: Edit, new_id: Callable[[], str]) -> AgendaItem:
    match edit.kind:
        case EditKind.TIME:
            return _timed(item, edit)
        case EditKind.TITLE | EditKind.PLACE:
            return _reworded(item, edit)
        case EditKind.QUESTION | EditKind.NO_QUESTION | EditKind.REWORDED:
            return _asked(item, edit, new_id)
        case EditKind.TERMS if edit.terms is not None:
            return replace(item, terms=edit.terms, terms_now=None)
        case EditKind.GONE:
            return replace(item, aside=True)
        case _:
            return item


def _made(edit: Edit, dialogue: Dialogue, new_id: Callable[[], str]) -> AgendaItem:
    return AgendaItem(
        id=ItemId(new_id()),
        dialogue=dialogue.id,
        kind=kind_of(edit.title) or ItemKind.DISCUSSION,
        titles=Texts.of({edit.language: edit.title}),
        day=edit.day,
        minutes=max(_SHORTEST, edit.end - edit.start),
        places=Texts.of({edit.language: edit.place}) if edit.place else Texts(),
        questions=tuple(_question(each, edit, new_id) for each in edit.questions),
    )


def _in_time(
    dialogue: Dialogue,
    before: Sequence[AgendaItem],
    items: Sequence[AgendaItem],
    wanted: Mapping[ItemId, tuple[int, int]],
) -> tuple[AgendaItem, ...]:
    """Return the items in the order of the times that they have or shall have."""
    was = {s.item.id: (s.day, s.start) for s in starts(before, dialogue.hours).slots}
    together = {
        i.id: (day, n)
        for day in {i.day for i in before}
        for n, row in enumerate(rows_of(before, day))
        for i in row
        if len(row) > 1
    }

    def when(item: AgendaItem) -> tuple[int, int]:
        return wanted.get(item.id) or was.get(item.id) or (item.day, 0)

    shown = sorted((i for i in items if not i.aside), key=when)
    days: dict[int, list[Lanes]] = {}
    for (day, start), group in groupby(shown, key=when):
        alone: dict[object, Lanes] = {}
        for item in group:
            row = together.get(item.id, item.id) if item.lane else item.id
            alone.setdefault((row, start), []).append(item)
        days.setdefault(day, []).extend(alone.values())
    return in_order(days, [*items])


def _anchored(
    dialogue: Dialogue, items: tuple[AgendaItem, ...], wanted: Mapping[ItemId, tuple[int, int]]
) -> tuple[AgendaItem, ...]:
    """Anchor, from the first on, what does not begin when it shall."""
    now = {i.id: i for i in items}
    for item in items:
        at = wanted.get(item.id)
        slot = starts(now.values(), dialogue.hours).slot(item.id) if at else None
        if at is not None and slot is not None and slot.start != at[1]:
            now[item.id] = replace(now[item.id], anchor=at[1])
    return tuple(now.values())
