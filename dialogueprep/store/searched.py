"""What the search index reads, and what a hit leads to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Searched:
    """What the search index reads of a table: a hit names ``kind`` and what ``id`` holds."""

    table: str
    kind: str
    columns: tuple[str, ...]
    id: str = "id"


SEARCHED = (
    Searched("persons", "person", ("family", "given", "native", "reading", "address")),
    Searched("name_forms", "person", ("form",), id="person"),
    Searched(
        "participations",
        "participation",
        ("affiliation", "affiliation_acronym", "affiliation_native", "office"),
    ),
    Searched("sources", "source", ("title", "publisher")),
    Searched("passages", "passage", ("wording",)),
    Searched("notes", "note", ("wording",)),
)
# Rows of `texts` are found as what owns them; those of other owners are not searched.
SEARCHED_OWNERS = {
    "topics": "topic",
    "topic_questions": "topic question",
    "recommendations": "recommendation",
    "dialogues": "dialogue",
    "items": "item",
    "item_questions": "question",
    "findings": "finding",
    "proposals": "proposal",
    "tags": "tag",
}
