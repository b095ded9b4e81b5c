"""What a person does with entries that seem to say the same."""

from __future__ import annotations

from typing import TypeVar

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.domain.merging import merged
from dialogueprep.store import library, pairs, past_uses
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
E = TypeVar("E", Topic, Recommendation)


def link_as_variant(store: Store, one: str, other: str) -> None:
    """Keep both entries and say that they are one idea, come to by different sources."""
    with store.step(tr("Link as variant"), page=PAGE) as step:
        pairs.put(step, one, other, pairs.VARIANT)


def not_the_same(store: Store, one: str, other: str) -> None:
    """Keep both entries and do not propose them as a pair again."""
    with store.step(tr("Not the same"), page=PAGE) as step:
        pairs.put(step, one, other, pairs.NOT_THE_SAME)


def undecided(store: Store, one: str, other: str) -> None:
    """Take back what was decided on two entries, so that they may be proposed again."""
    with store.step(tr("Take decision back"), page=PAGE) as step:
        pairs.forget(step, one, other)


def merge(store: Store, kept: E, gone: E) -> E:
    """Merge one entry into another of its kind, and return what that one became.

    Texts stay, languages that it lacked are added; passages, tags and formats are united; the
    higher rating counts with both reasons. Agenda items, notes, findings and recommendations
    that point at the other one point here. One undo brings all of it back. Refused
    "merge-different-kinds", "merge-with-itself" or "merge-used-in-closed-dialogue".
    """
    if type(kept) is not type(gone):
        raise Refused("merge-different-kinds")
    if kept.id == gone.id:
        raise Refused("merge-with-itself")
    became = merged(kept, gone, new_id)
    try:
        with store.step(tr("Merge entries"), page=PAGE) as step:
            _merge(step, became, gone)
    except Refused as refused:
        if refused.code != "dialogue-closed":
            raise
        title = gone.titles.best("en")
        raise Refused("merge-used-in-closed-dialogue", title=title) from refused
    return became


def _merge(step: Step, became: Topic | Recommendation, gone: Topic | Recommendation) -> None:
    if isinstance(became, Topic):
        library.put_topic(step, became)
        pairs.point_elsewhere(step, "topic", gone.id, became.id)
    else:
        library.put_recommendation(step, became)
        pairs.point_elsewhere(step, "recommendation", gone.id, became.id)
    pairs.move(step, gone.id, became.id)
    past_uses.move_past_uses(step, gone.id, became.id)
    if isinstance(gone, Topic):
        library.delete_topic(step, gone.id)
    else:
        library.delete_recommendation(step, gone.id)
