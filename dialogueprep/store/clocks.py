"""The clock of a dialogue: the watch of the item that is on, and what was agreed when late.

Kept so that the clock goes on after a restart. When an item began and how long it took stand
with the item; nothing here knows a note.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.running import Watch
from dialogueprep.store import settings
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step


@dataclass(frozen=True, slots=True)
class Clock:
    """A watch, the date to whose midnight its seconds belong, and what holds on that date only.

    ``ran`` are the items that have been on, ``agreed`` the delays that were agreed on. ``offset``
    is how many seconds clocks were ahead of universal time when the watch was written.
    """

    watch: Watch | None = None
    on: date | None = None
    ran: tuple[ItemId, ...] = ()
    agreed: dict[ItemId, int] = field(default_factory=dict[ItemId, int])
    offset: int | None = None


def read(store: Readable, dialogue: DialogueId) -> Clock:
    """Return the clock of a dialogue; one that has not been started if nothing is kept."""
    row = cast("dict[str, Any]", settings.read(store, _name(dialogue), {}))
    agreed = {ItemId(i): int(by) for i, by in row.get("agreed", {}).items()}
    ran = tuple(ItemId(i) for i in row.get("ran", ()))
    kept, on = row.get("watch"), row.get("on")
    watch = None
    if kept:
        watch = Watch(ItemId(kept["item"]), kept["began"], kept["out"], kept["paused"])
    day = date.fromisoformat(on) if on else None
    return Clock(watch, day, ran, agreed, row.get("offset"))


def put(step: Step, dialogue: DialogueId, clock: Clock) -> None:
    """Write the clock of a dialogue."""
    it = clock.watch
    watch = it and {"item": it.item, "began": it.began, "out": it.out, "paused": it.paused}
    on = clock.on.isoformat() if clock.on else None
    row = {
        "watch": watch, "on": on, "ran": clock.ran, "agreed": clock.agreed, "offset": clock.offset,
    }  # fmt: skip
    settings.put(step, _name(dialogue), row)


def _name(dialogue: DialogueId) -> str:
    return f"clock: {dialogue}"
