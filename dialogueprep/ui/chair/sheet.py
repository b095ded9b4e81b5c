"""All that the chair's view shows. There is no field for a note."""

from __future__ import annotations

from dataclasses import dataclass

from dialogueprep.domain.dialogue import Terms


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the table who may ask to speak: the name, and the groups it is counted in."""

    name: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChairSheet:
    """An item as the chair sees it.

    ``level`` is 0, 1 from 70 % of its time on, 2 when it is over; ``part`` runs from 0 to 1.
    """

    item: str
    number: str = ""
    title: str = ""
    others: str = ""
    terms: Terms | None = None
    questions: tuple[str, ...] = ()
    figures: str = ""
    time: str = ""
    level: int = 0
    part: float = 0.0
    on: bool = False
    paused: bool = False
    ends: str = ""
    next: str = ""
    day_ends: str = ""
    late: bool = False
    seats: tuple[Seat, ...] = ()
    k: int = 3
    closed: bool = False
