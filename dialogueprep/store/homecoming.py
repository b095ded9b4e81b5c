"""What of the dialogues of this workspace stands in the library already."""

from __future__ import annotations

from dialogueprep.domain.library import RecommendationId
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_BROUGHT = (
    "SELECT p.id, e.entry FROM passages p JOIN sources s ON s.id = p.source"
    " JOIN entry_passages e ON e.passage = p.id WHERE s.kind = 'dialogue'"
)


def entries_by_passage(store: Readable) -> dict[str, RecommendationId]:
    """Return the entries whose source is a dialogue, by the id of their passage in it."""
    found = rows.execute(store.db, _BROUGHT)
    return {passage: RecommendationId(entry) for passage, entry in found}
