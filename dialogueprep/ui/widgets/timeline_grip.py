"""What is carried over the days with the mouse, and what letting it go would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from dialogueprep.domain import arranging, arranging_blocks
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.domain.timetable import Slot, Timetable
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.ui.widgets.timeline_layout import Layout


@dataclass(frozen=True, slots=True)
class Drop:
    """What letting go would do: put at a spot, fill an item, or be refused with a sentence."""

    rect: QRectF
    title: str
    slot: Slot | None = None
    spot: Spot | None = None
    fill: ItemId | None = None
    refusal: str = ""
    after: Landed | None = None


@dataclass(frozen=True, slots=True)
class Landed:
    """What the agenda is once something was put where it was let go."""

    before: Agenda
    items: tuple[AgendaItem, ...]
    timetable: Timetable


@dataclass
class Grip:
    """A press of the mouse on a block; it becomes a drag when the mouse has moved enough."""

    agenda: Agenda
    item: AgendaItem
    title: str
    mode: Literal["move", "resize", "begin"]
    pressed: QPointF
    grabbed: float = 0.0
    """Minutes from the item's start to where it was taken."""
    carried: QPointF | None = None
    """Where it was carried to last."""
    active: bool = False
    block: tuple[ItemId, ...] = ()
    """All that is moved, if it is several items."""


def arranged_by(grip: Grip, spot: Spot) -> tuple[AgendaItem, ...]:
    """Return all items with what is carried at a spot. Refused as the domain says."""
    if grip.block:
        return arranging_blocks.arranged_block(grip.agenda.items, set(grip.block), spot)
    return arranging.arranged(grip.agenda.items, grip.item, spot)


def under_mouse(layout: Layout, at: QPointF, minutes: int) -> QRectF:
    """Return where something that has no place yet is painted beside the mouse."""
    return QRectF(at.x() - 40, at.y() - 9, 160, max(18.0, min(60.0, minutes * layout.scale)))
