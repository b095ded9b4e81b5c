"""Where findings come from whose notes were destroyed: kinds and counts, no words."""

from __future__ import annotations

from dataclasses import dataclass

from dialogueprep.domain.dialogue import DialogueId, ItemId, Terms
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import FindingId
from dialogueprep.store import erasing
from dialogueprep.store.rows import Readable


@dataclass(frozen=True, slots=True)
class Rest:
    """So many notes of one item, taken under these terms, about this recommendation."""

    item: ItemId
    terms: Terms
    notes: int
    recommendation: RecommendationId | None = None


def of_dialogue(store: Readable, dialogue: DialogueId) -> dict[FindingId, tuple[Rest, ...]]:
    """Return by finding what its destroyed notes were; findings without any are left out."""
    return {
        FindingId(finding): tuple(
            Rest(ItemId(item), Terms(terms), n, RecommendationId(about) if about else None)
            for item, terms, about, n in rests
        )
        for finding, rests in erasing.origins_of(store.db, dialogue).items()
    }
