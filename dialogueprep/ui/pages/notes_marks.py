"""What marks in a line of notes ask for at an item, and what of that may be kept there."""

from __future__ import annotations

from dialogueprep.commands import notes as commands
from dialogueprep.domain import shorthand
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.gate import ExposureKind
from dialogueprep.domain.identity.roster import SMALL_ROOM
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.shorthand import Shorthand
from dialogueprep.store.workspace import Store
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.models.notes_shown import on_the_table
from dialogueprep.words import tr
from dialogueprep.workflows import marks


def read(room: Room, line: str, guard: Guard | None) -> Shorthand:
    """Return what a line asks for at an item. A word that is somebody's name here is no mark."""

    def too_few(attribution: Attribution) -> bool:
        offer = room.offer(attribution)
        return offer.k > 0 and not offer.holds

    in_words = marks.in_words(room.dialogue, too_few)

    def nobodys(head: str, rest: str) -> tuple[Attribution, ...]:
        asked = in_words(head, rest)
        return asked if asked and not _names(guard, head) else ()

    return shorthand.read(line, room.codes, nobodys)


def _names(guard: Guard | None, head: str) -> bool:
    found = guard.look(f"{head}: ") if guard else ()
    return any(each.kind is ExposureKind.NAME for each in found)


def holding(store: Store, room: Room, wanted: Attribution | None) -> tuple[Attribution | None, str]:
    """Return the attribution that may be kept, and a sentence if it is not the one asked."""
    if wanted is None:
        return None, ""
    best = commands.safest(store, room.dialogue, room.item.id, room.item.terms_in_force, wanted)
    if best == wanted:
        return best, ""
    offer, kept = room.offer(wanted), room.say(best)
    placed = wanted.delegation or wanted.region
    if placed and room.item.terms_in_force is Terms.NO_QUOTATION:
        return best, tr("Kept as “{kept}”: the terms here allow no more.", kept=kept)
    if offer.k >= room.dialogue.k:
        said = tr("Kept as “{kept}”: fewer than {few} may speak here.", kept=kept, few=SMALL_ROOM)
        return best, said
    said = tr(
        "Kept as “{kept}”: “{asked}” does not hold here (k {k}).",
        asked=room.say(wanted), k=offer.k, kept=kept,
    )  # fmt: skip
    return best, said


def on_table(store: Store, room: Room, number: int | None) -> RecommendationId | None:
    """Return the recommendation on the table with this number, None if there is none."""
    titles = list(on_the_table(store, room.item)) if number else []
    there = number is not None and 0 < number <= len(titles)
    return RecommendationId(titles[number - 1]) if there and number else None
