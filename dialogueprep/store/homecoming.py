"""What of the dialogues of this workspace stands in the library already."""

from __future__ import annotations

from dialogueprep.domain.library import RecommendationId
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_BROUGHT = (
    "SELECT p.id, e.entry FROM passages p JOIN sources s ON s.id = p.source"
    " JOIN entry_passages e ON e.passage = p.id WHERE s.kind = 'dialogue'"
)


def brought(store: Readable) -> dict[str, RecommendationId]:
    """Return the entries that findings and recommendations of rounds became, by the id of those.

    The passage of such an entry has the id of the finding, which tells that it came home.
    """
    found = rows.execute(store.db, _BROUGHT)
    return {passage: RecommendationId(entry) for passage, entry in found}
