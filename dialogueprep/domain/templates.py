"""Templates: agendas without a dialogue, from which a new dialogue starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from dialogueprep.domain.dialogue import (
    AgendaItem,
    DayHours,
    Dialogue,
    DialogueId,
    ItemId,
    ItemKind,
    Question,
    QuestionId,
    Terms,
)
from dialogueprep.domain.next_round import held_minutes
from dialogueprep.domain.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateItem:
    """An item of a template; days, lanes and anchors as in an agenda item."""

    kind: ItemKind
    titles: Texts
    day: int
    minutes: int
    lane: int = 0
    anchor: int | None = None
    stretch: int = 100
    terms: Terms = Terms.RULE
    questions: tuple[Texts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """An agenda to start from. ``id`` is a word that stays the same in all versions."""

    id: str
    titles: Texts
    summaries: Texts
    items: tuple[TemplateItem, ...]
    hours: tuple[DayHours, ...] = ()

    @property
    def days(self) -> int:
        """The number of days that the items need."""
        return 1 + max((i.day for i in self.items), default=0)

    def items_for(
        self, dialogue: DialogueId, new_id: Callable[[], str], first: int = 0
    ) -> tuple[AgendaItem, ...]:
        """Return the items as those of a dialogue from the day ``first`` on, with new ids."""
        return tuple(
            AgendaItem(
                id=ItemId(new_id()),
                dialogue=dialogue,
                kind=item.kind,
                titles=item.titles,
                day=first + item.day,
                minutes=item.minutes,
                lane=item.lane,
                anchor=item.anchor,
                stretch=item.stretch,
                terms=item.terms,
                questions=tuple(
                    Question(id=QuestionId(new_id()), texts=each) for each in item.questions
                ),
            )
            for item in self.items
        )

    def hours_from(self, first: int) -> tuple[DayHours, ...]:
        """Return the hours of its days if its first day is the day ``first`` of a dialogue."""
        return tuple(replace(h, number=first + h.number) for h in self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What of an agenda goes into a template beside its items and their lengths."""

    topics: bool = False  # titles of items that have a topic; else the word of their kind
    questions: bool = False
    terms: bool = True
    anchors: bool = True
    as_held: bool = False  # lengths as the items took, in whole steps, where that is known


def template_of(
    dialogue: Dialogue,
    items: Iterable[AgendaItem],
    titles: Texts,
    kept: Kept,
    kinds: Mapping[ItemKind, Texts],
) -> AgendaTemplate:
    """Return the template of an agenda, without an id; ``kinds`` has the word of each kind.

    What is set aside is left out, as are topics, rooms, people and recommendations.
    """
    planned = [_template_item(i, kept, kinds) for i in items if not i.aside]
    days = {i.day for i in planned}
    return AgendaTemplate(
        id="",
        titles=titles,
        summaries=Texts(),
        items=tuple(planned),
        hours=tuple(h for h in dialogue.hours if h.number in days),
    )


def _template_item(item: AgendaItem, kept: Kept, kinds: Mapping[ItemKind, Texts]) -> TemplateItem:
    own = kept.topics or item.topic is None
    return TemplateItem(
        kind=item.kind,
        titles=item.titles if own else kinds.get(item.kind, item.titles),
        day=item.day,
        minutes=held_minutes(item) if kept.as_held else item.minutes,
        lane=item.lane,
        anchor=item.anchor if kept.anchors else None,
        stretch=item.stretch,
        terms=item.terms if kept.terms else Terms.RULE,
        questions=tuple(q.texts for q in item.questions) if kept.questions else (),
    )
