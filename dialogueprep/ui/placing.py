"""Putting a topic of the library on an agenda, from wherever it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.commands import agenda as commands
from dialogueprep.domain import arranging
from dialogueprep.domain.dialogue import Dialogue, ItemId
from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda
from dialogueprep.ui.session import Session


def put_on_agenda(
    session: Session, topic: Topic, dialogue: Dialogue, known: Sequence[Recommendation]
) -> ItemId | None:
    """Put a topic into the first item that waits for one, else where it first fits.

    ``known`` are its recommendations. Return the item; None if that was refused.
    """
    items = agenda.of_dialogue(session.store, dialogue.id)
    waiting = (arranging.waiting_for_topic(items, day) for day in range(dialogue.days))
    if item := next(filter(None, waiting), None):
        return session.run(commands.fill_with_topic, dialogue, item, topic, known)
    spot = arranging.first_fit(
        starts(items, dialogue.hours), commands.DISCUSSION_MINUTES, 0, dialogue.days
    )
    return session.run(commands.add_topic, dialogue, topic, known, day=spot.day, spot=spot)
