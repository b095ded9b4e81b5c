"""What a user can do with the life of a dialogue: begin, draft, close, open again, destroy."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from dialogueprep.commands import notes
from dialogueprep.domain.destroying import Act, Order, Target, What
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.life import LONGEST_DAYS, Moved, is_believable
from dialogueprep.domain.life import usual_date as proposed
from dialogueprep.store import agenda, backup, lives, purging, settings
from dialogueprep.store.purging import Preview
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "home"
_OVER = (Phase.DRAFTING, Phase.CLOSED)
Tick = Callable[[int, int], None]


def begin(store: Store, dialogue: DialogueId, today: date) -> None:
    """Begin the session of a dialogue. Refused "dialogue-closed"."""
    _move(store, dialogue, Phase.IN_SESSION, today, tr("Begin the session"))


def prepare(store: Store, dialogue: DialogueId, today: date) -> None:
    """Go back to preparing a dialogue. Refused "dialogue-closed"."""
    _move(store, dialogue, Phase.PREPARING, today, tr("Go back to preparing"))


def draft(store: Store, dialogue: DialogueId, today: date) -> None:
    """Begin the drafting. Refused "dialogue-closed"."""
    _move(store, dialogue, Phase.DRAFTING, today, tr("Go to drafting"))


def close(store: Store, dialogue: DialogueId, today: date, destroy_on: date | None) -> None:
    """Close a dialogue, which freezes it; its notes are to be destroyed on a date, or on none.

    Notes of items that nobody has closed are shuffled first, as if they were closed now.
    """
    if lives.read(store, dialogue).phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    open_items = [
        i.id for i in agenda.of_dialogue(store, dialogue) if not (i.closed or i.keep_order)
    ]
    notes.shuffle(store, open_items, random.SystemRandom())
    with store.step(tr("Close the dialogue"), page=PAGE) as step:
        lives.put_date(step, dialogue, destroy_on)
        lives.move(step, dialogue, Moved(Phase.CLOSED, today))


def reopen(store: Store, dialogue: DialogueId, reason: str, today: date) -> None:
    """Open a closed dialogue for drafting again. Refused "reopening-needs-a-reason"."""
    if not reason.strip():
        raise Refused("reopening-needs-a-reason")
    with store.step(tr("Open the dialogue again"), page=PAGE) as step:
        lives.move(step, dialogue, Moved(Phase.DRAFTING, today, reason.strip()))


def set_date(store: Store, dialogue: DialogueId, on: date | None) -> None:
    """Set when the notes of a dialogue are to be destroyed; None for no date."""
    with store.step(tr("Set when notes are destroyed"), page=PAGE) as step:
        lives.put_date(step, dialogue, on)


def set_usual_days(store: Store, days: int) -> None:
    """Set how many days after the closing notes are to be destroyed, for dialogues to come."""
    with store.step(tr("Change a default")) as step:
        settings.put(step, lives.DAYS, max(0, min(days, LONGEST_DAYS)))


def usual_date(store: Store, today: date) -> date:
    """Return the date that this house would set for the notes of a dialogue closed today."""
    return proposed(today, lives.usual_days(store))


def preview(store: Store, target: Target) -> Preview:
    """Return what would be destroyed and what would stay. Refused "notes-before-drafting"."""
    _refuse_too_early(store, target)
    return purging.preview(store, target)


def destroy(store: Store, order: Order, today: date, tick: Tick | None = None) -> Act:
    """Destroy what was ordered for good; the caller has asked, and shown what it is.

    Refused "notes-before-drafting", "dialogue-gone"; Trouble if nothing could be written.
    """
    _refuse_too_early(store, order.target)
    raw = order.target.what is What.NOTES
    label = tr("Destroy the raw notes") if raw else tr("Purge the dialogue")
    return purging.purge(store, order, today, label, PAGE, tick)


def delete_missed(store: Store, act: Act) -> Act:
    """Delete the copies that an act did not reach, and go on with it; return how it stands now."""
    missed = [c for c in backup.listed(store.folder) if c.path.name in act.reached.missed]
    backup.delete(missed)
    purging.go_on(store)
    return next(each for each in purging.acts(store) if each.id == act.id)


def date_is_believable(store: Store, today: date) -> bool:
    """Say whether this computer's date fits what the workspace knows of the days before."""
    return is_believable(today, lives.last_known_day(store))


def _refuse_too_early(store: Store, target: Target) -> None:
    try:
        life = lives.read(store, DialogueId(target.dialogue))
    except KeyError as error:
        raise Refused("dialogue-gone") from error
    if target.what is What.NOTES and life.phase not in _OVER:
        raise Refused("notes-before-drafting")


def _move(store: Store, dialogue: DialogueId, to: Phase, today: date, label: str) -> None:
    if lives.read(store, dialogue).phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    with store.step(label, page=PAGE) as step:
        lives.move(step, dialogue, Moved(to, today))
