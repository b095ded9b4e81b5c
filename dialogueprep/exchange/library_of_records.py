"""Rows of a file read into a library; what is wrong is said with its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from dialogueprep.domain.collection import Collection
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Format,
    Maturity,
    Passage,
    PassageId,
    Rating,
    RatingId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    SourceKind,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import LANGUAGES, Language, Text, Texts, TextState
from dialogueprep.exchange.library_cells import parted
from dialogueprep.exchange.library_columns import COLUMNS, Record
from dialogueprep.exchange.library_records import standard_states

Member = TypeVar("Member", bound=StrEnum)
_EXCEL_BEGINS = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: where it stands there, and its cells."""

    place: str
    cells: Record

    def trouble(self, code: str, **facts: object) -> Trouble:
        """Return a trouble with this row."""
        return Trouble(code, row=self.place, **facts)

    def get(self, column: str) -> str:
        """Return a cell as it stands; "" if it holds nothing."""
        return self.cells.get(column, "")

    def need(self, column: str) -> str:
        """Return a cell that must hold something."""
        if not self.get(column).strip():
            raise self.trouble("library-cell-missing", column=column)
        return self.get(column)

    def word(self, column: str, among: type[Member]) -> Member:
        """Return a word of a closed list."""
        said = self.need(column).strip()
        try:
            return among(said)
        except ValueError:
            raise self.trouble(
                "library-cell-unknown", column=column, said=said, known=", ".join(among)
            ) from None

    def number(self, column: str) -> int | None:
        """Return a whole number, or None."""
        said = self.get(column).strip().removesuffix(".0")
        if not said:
            return None
        if not said.isascii() or not said.isdigit() or len(said) > 15:
            raise self.trouble("library-cell-no-number", column=column, said=said)
        return int(said)

    def day(self, column: str) -> date:
        """Return a date: 2025-05-17, or a spreadsheet's number of days."""
        said = self.need(column).strip()
        try:
            if said.isdigit() and len(said) == 5:
                return _EXCEL_BEGINS + timedelta(days=int(said))
            return date.fromisoformat(said[:10])
        except ValueError:
            raise self.trouble("library-cell-no-date", column=column, said=said) from None

    def texts(self, name: str) -> Texts:
        """Return the wordings of a field with their states."""
        wordings: dict[Language, str] = {
            g: w for g in LANGUAGES if (w := self.get(f"{name} {g}")).strip()
        }
        states = standard_states(wordings)
        for part in filter(None, self.get(f"{name} states").split(",")):
            language, _, state = part.strip().partition(" ")
            if language in wordings and state in tuple(TextState):
                states[language] = TextState(state)
        return Texts(tuple(Text(g, w, states[g]) for g, w in wordings.items()))


def collection_of(rows: Iterable[Row]) -> Collection:
    """Return the library in the rows of a file.

    Raises Trouble: "library-row-unknown", "library-cell-missing", "library-cell-unknown",
    "library-cell-no-number", "library-cell-no-date", "library-id-twice", "library-id-unknown".
    """
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kind = row.get("kind").strip()
        if kind not in COLUMNS:
            raise row.trouble("library-row-unknown", said=kind, known=", ".join(COLUMNS))
        by_kind[kind].append(row)
    return _Reading(by_kind).collection()


@dataclass
class _Reading:
    rows: dict[str, list[Row]]
    titles: dict[str, str] = field(default_factory=dict[str, str])
    taken: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    parts: dict[str, dict[str, list[Any]]] = field(default_factory=dict[str, dict[str, list[Any]]])

    def collection(self) -> Collection:
        """Read what others refer to first."""
        sources = tuple(self._source(r) for r in self.rows["source"])
        self._name_entries()
        for kind, read in _PARTS.items():
            self.parts[kind] = defaultdict(list)
            for row in self.rows[kind]:
                self.parts[kind][self._owner(row)].append(read(row))
        self._refer({s.id for s in sources})
        return Collection(
            sources=sources,
            topics=tuple(self._topic(r) for r in self.rows["topic"]),
            recommendations=tuple(self._recommendation(r) for r in self.rows["recommendation"]),
            tags={self._id(r): r.texts("title") for r in self.rows["tag"]},
        )

    def _name_entries(self) -> None:
        """An entry without an id gets its place as one; others may refer to its title."""
        for row in (*self.rows["topic"], *self.rows["recommendation"]):
            row.cells.setdefault("id", f"new {row.place}")
            self._id(row, "entry")
        for row in self.rows["topic"]:
            for text in row.texts("title").entries:
                self.titles.setdefault(text.wording.strip(), row.get("id"))

    def _id(self, row: Row, among: str = "") -> str:
        found, kind = row.need("id"), among or row.get("kind")
        if (kind, found) in self.taken:
            raise row.trouble("library-id-twice", said=found)
        self.taken.add((kind, found))
        return found

    def _owner(self, row: Row) -> str:
        said = row.need("of")
        if ("entry", said) in self.taken:
            return said
        if said.strip() in self.titles:
            return self.titles[said.strip()]
        raise row.trouble("library-id-unknown", column="of", said=said)

    def _refer(self, sources: set[SourceId]) -> None:
        for row in self.rows["passage"]:
            if row.need("source") not in sources:
                raise row.trouble("library-id-unknown", column="source", said=row.get("source"))

    def _source(self, row: Row) -> Source:
        language = row.get("language").strip() or "en"
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise row.trouble("library-cell-unknown", column="language", said=language, known=known)
        return Source(
            id=SourceId(self._id(row)),
            title=row.need("title"),
            publisher=row.get("publisher"),
            published=row.day("published"),
            kind=row.word("type", SourceKind),
            language=language,
        )

    def _common(self, row: Row) -> dict[str, Any]:
        titles = row.texts("title")
        if not titles:
            raise row.trouble("library-cell-missing", column="title en")
        return {
            "titles": titles,
            "dimension": row.word("dimension", Dimension),
            "formats": tuple(Format(f) for f in parted(row.get("formats"))),
            "tags": parted(row.get("tags")),
            "ratings": tuple(self.parts["rating"][row.get("id")]),
            "passages": tuple(self.parts["passage"][row.get("id")]),
        }

    def _topic(self, row: Row) -> Topic:
        return Topic(
            id=TopicId(row.get("id")),
            summaries=row.texts("text"),
            questions=tuple(self.parts["question"][row.get("id")]),
            **self._common(row),
        )

    def _recommendation(self, row: Row) -> Recommendation:
        topic = self._owner(row)
        return Recommendation(
            id=RecommendationId(row.get("id")),
            topic=TopicId(topic),
            texts=row.texts("text"),
            actor=row.get("actor") or None,
            addressee=row.get("addressee") or None,
            instrument=row.get("instrument") or None,
            horizon=row.get("horizon") or None,
            maturity=row.word("maturity", Maturity) if row.get("maturity") else None,
            support_as_printed=row.get("support as printed") or None,
            **self._common(row),
        )


def _question(row: Row) -> Texts:
    return row.texts("text")


def _passage(row: Row) -> Passage:
    return Passage(
        id=PassageId(row.get("id") or f"new {row.place}"),
        source=SourceId(row.need("source")),
        locator=row.get("locator"),
        text=row.get("passage") or None,
        start=row.number("start"),
        end=row.number("end"),
    )


def _rating(row: Row) -> Rating:
    value = row.number("value") or 0
    if not 1 <= value <= 5:
        known = "1, 2, 3, 4, 5"
        raise row.trouble(
            "library-cell-unknown", column="value", said=row.get("value"), known=known
        )
    return Rating(
        id=RatingId(row.get("id") or f"new {row.place}"),
        axis=row.word("axis", Axis),
        value=value,
        reason=row.get("reason"),
        rater=row.get("rater"),
        rated=row.day("rated"),
        review_by=row.day("review by") if row.get("review by") else None,
        delegation=row.get("delegation") or None,
    )


_PARTS: dict[str, Callable[[Row], Any]] = {
    "question": _question,
    "passage": _passage,
    "rating": _rating,
}
