"""What the search index reads, what a row adds to it, and what a hit leads to.

A document of the index has three columns: ``words``, what a thing says in all its languages;
``around``, what is said beside an entry of the library in its questions and passages; and
``facts``, tokens for the conditions of a query, such as its ratings and tags. A token begins
with 0, so that it is taken for no word.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

Subject = tuple[str, str]  # kind and id of what a hit leads to
Row = Mapping[str, object]
ENTRIES = ("topic", "recommendation")


@dataclass(slots=True)
class Said:
    """What one thing says, as it is gathered row by row."""

    there: bool = False  # its own row was seen, so that facts alone make a document
    words: list[str] = field(default_factory=list[str])
    facts: set[str] = field(default_factory=set[str])
    formats: tuple[str, ...] = ()
    beside: list[Subject] = field(default_factory=list[Subject])  # whose words stand around it
    topic: str = ""  # of a recommendation
    source: str = ""  # of a passage

    @property
    def size(self) -> int:
        """How many characters it says."""
        return sum(map(len, self.words))


Add = Callable[[Row, Said], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: which column holds whose id, what else is read, what a row adds."""

    key: str
    kinds: tuple[str, ...]
    columns: tuple[str, ...]
    add: Add

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that are read."""
        return (self.key, *self.columns)

    def subjects(self, row: Row) -> list[Subject]:
        """Return whose row this is; a row of a table that serves several kinds says for each."""
        if "owner_table" in row:
            kind = SEARCHED_OWNERS.get(str(row["owner_table"]))
            return [(kind, str(row[self.key]))] if kind else []
        return [(kind, str(row[self.key])) for kind in self.kinds] if row[self.key] else []


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
KINDS = (*SEARCHED_OWNERS.values(), "person", "participation", "source", "passage", "note")
LIBRARY = (*ENTRIES, "topic question", "tag", "source", "passage")
"""The kinds whose words are no secret of a dialogue."""


@lru_cache(1024)
def fact(kind: str, value: object) -> str:
    """Return the token of a fact, e.g. that an entry has a tag with this id."""
    text = str(value)
    if text and not (text.isascii() and text.isalnum() and text.casefold() == text):
        text = blake2b(text.encode(), digest_size=10).hexdigest()
    return f"0{kind}{text}"


def _words(kind: str, *columns: str, key: str = "id") -> Reading:
    def add(row: Row, said: Said) -> None:
        said.words.append(" \n ".join(str(row[c]) for c in columns if row[c]))

    return Reading(key, (kind,), columns, add)


def _text(row: Row, said: Said) -> None:
    said.words.append(str(row["wording"]))
    said.facts.add(fact("language", row["language"]))


def _entry(row: Row, said: Said) -> None:
    said.there = True
    said.topic = str(row.get("topic", ""))
    said.formats = tuple(json.loads(str(row["formats"])))
    said.facts.update(fact("format", name) for name in said.formats)


def _passage(row: Row, said: Said) -> None:
    said.source = str(row["source"])
    said.words.append(str(row["wording"] or ""))


def _rating(row: Row, said: Said) -> None:
    said.facts.add(f"{row['axis']} {row['value']}")


def _tag(row: Row, said: Said) -> None:
    said.facts.add(fact("tag", row["tag"]))


def _used(_row: Row, said: Said) -> None:
    said.facts.add(fact("used", "yes"))


def _beside(kind: str, column: str) -> Add:
    return lambda row, said: said.beside.append((kind, str(row[column])))


READINGS: dict[str, Reading] = {
    "texts": Reading("owner", (), ("owner_table", "wording", "language"), _text),
    "topics": Reading("id", ("topic",), ("formats",), _entry),
    "recommendations": Reading("id", ("recommendation",), ("formats", "topic"), _entry),
    "topic_questions": Reading("topic", ("topic",), ("id",), _beside("topic question", "id")),
    "entry_passages": Reading("entry", ENTRIES, ("passage",), _beside("passage", "passage")),
    "entry_tags": Reading("entry", ENTRIES, ("tag",), _tag),
    "tags": _words("tag", "slug"),
    "ratings": Reading("subject", ENTRIES, ("axis", "value"), _rating),
    "items": Reading("topic", ("topic",), (), _used),
    "item_recommendations": Reading("recommendation", ("recommendation",), (), _used),
    "past_uses": Reading("entry", ENTRIES, (), _used),
    "passages": Reading("id", ("passage",), ("source", "wording"), _passage),
    "persons": _words("person", "family", "given", "native", "reading", "address"),
    "name_forms": _words("person", "form", key="person"),
    "participations": _words(
        "participation", "affiliation", "affiliation_acronym", "affiliation_native", "office"
    ),
    "sources": _words("source", "title", "publisher"),
    "notes": _words("note", "wording"),
}


def facts_of(said: Said) -> set[str]:
    """Return the tokens of an entry; of several ratings on one axis the highest counts."""
    facts = {each for each in said.facts if " " not in each}
    facts.add(fact("used", "yes" if fact("used", "yes") in facts else "never"))
    for axis in ("sensitivity", "operability"):
        values = [each[-1] for each in said.facts if each.startswith(f"{axis} ")]
        facts.add(fact(axis, max(values, default="0")))
    return facts
