"""Which edition of an agenda a document shows, and what is different in it."""

from __future__ import annotations

from datetime import date

from dialogueprep.commands.versions import edition_now
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.editions import Comparison, compare
from dialogueprep.store import agenda_versions
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
