"""Templates: agendas without a dialogue, from which a new dialogue starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogueprep.domain.dialogue import AgendaItem, DialogueId, ItemId, ItemKind, Terms
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
    terms: Terms = Terms.RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """An agenda to start from. ``id`` is a word that stays the same in all versions."""

    id: str
    titles: Texts
    summaries: Texts
    items: tuple[TemplateItem, ...]

    @property
    def days(self) -> int:
        """The number of days that the items need."""
        return 1 + max((i.day for i in self.items), default=0)

    def items_for(self, dialogue: DialogueId, new_id: Callable[[], str]) -> tuple[AgendaItem, ...]:
        """Return the items as those of a dialogue, each with an id from ``new_id``."""
        return tuple(
            AgendaItem(
                id=ItemId(new_id()),
                dialogue=dialogue,
                kind=item.kind,
                titles=item.titles,
                day=item.day,
                minutes=item.minutes,
                lane=item.lane,
                anchor=item.anchor,
                terms=item.terms,
            )
            for item in self.items
        )
