"""Which edition of an agenda or draft of a text a document shows, and what is different in it."""

from __future__ import annotations

from datetime import date

from dialogueprep.commands.versions import edition_now
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.drafts import deadline, draft_of, stamped
from dialogueprep.domain.editions import Comparison, compare
from dialogueprep.domain.texts import Language
from dialogueprep.store import agenda_versions, drafts
from dialogueprep.store.workspace import Store


def stamp(store: Store, dialogue: DialogueId, on: date) -> tuple[Version, Comparison | None]:
    """Return the version that stands on an export of the agenda, and the changes it brings.

    An agenda as it was circulated last bears that number and date, and the changes since the
    edition before; any other is a draft of the day, with the changes since the last edition.
    """
    editions = agenda_versions.of_dialogue(store, dialogue)
    if not editions:
        return Version(0, on), None
    last = editions[-1]
    since = compare(last, edition_now(store, dialogue))
    if since.count:
        return Version(0, on, last.number), since
    before = editions[-2] if len(editions) > 1 else None
    version = Version(last.number, last.on or on, before.number if before else None, draft=False)
    return version, compare(before, last) if before else None


def stamp_at_stage(
    store: Store, dialogue: DialogueId, product: Product, language: Language, number: int, on: date
) -> Version:
    """Return the version that stands on an export of a text: a draft until it is final."""
    draft = draft_of(drafts.of_dialogue(store, dialogue), product, language)
    until = deadline(drafts.circulations(store, dialogue), product, language)
    return stamped(draft, number, on, until)
