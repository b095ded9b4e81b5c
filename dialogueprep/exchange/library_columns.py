"""The columns of a library in files: one list for each kind of row."""

from __future__ import annotations

from dialogueprep.domain.texts import LANGUAGES

Record = dict[str, str]
"""A row by column; only cells that hold something. ``kind`` says which columns it has."""


def _in_languages(field: str) -> tuple[str, ...]:
    return (*(f"{field} {language}" for language in LANGUAGES), f"{field} states")


_ENTRY = (*_in_languages("title"), *_in_languages("text"), "dimension", "formats", "tags")

COLUMNS: dict[str, tuple[str, ...]] = {
    "topic": ("id", *_ENTRY),
    "question": ("of", *_in_languages("text")),
    "recommendation": (
        "id",
        "of",
        *_ENTRY,
        "actor",
        "addressee",
        "instrument",
        "horizon",
        "maturity",
        "support as printed",
    ),
    "passage": ("id", "of", "source", "locator", "passage", "start", "end"),
    "source": ("id", "title", "publisher", "published", "type", "language"),
    "tag": ("id", *_in_languages("title")),
    "rating": (
        "id",
        "of",
        "axis",
        "value",
        "reason",
        "rater",
        "rated",
        "review by",
        "delegation",
    ),
    "use": (  # title: the dialogue's name; text: the item's title
        "of",
        *_in_languages("title"),
        *_in_languages("text"),
        "dialogue",
        "round",
        "first day",
        "day",
        "phase",
        "item",
        "minutes planned",
        "minutes taken",
        "ended",
    ),
    "pair": ("of", "with", "verdict"),  # what a person said about two entries
}
"""Columns by kind of row, in the order in which they stand."""

KINDS = tuple(COLUMNS)
TEXT_FIELDS = ("title", "text")
LISTS = frozenset({"formats", "tags", "ended"})
NUMBERS = frozenset({"start", "end", "value", "round", "day", "minutes planned", "minutes taken"})
ALL = ("kind", *dict.fromkeys(c for columns in COLUMNS.values() for c in columns))
"""Every column once, for a file that is one table."""
