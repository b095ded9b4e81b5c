"""Rows of a file read into a library; what is wrong is said with its row.

A row that cannot be read is refused, and with it the entry that it belongs to: half an entry
would take something away from the one that the library has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dialogueprep.domain.collection import Collection, Decision, Verdict
from dialogueprep.domain.dialogue import DialogueId, ItemId, Phase
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
from dialogueprep.domain.notes import Column
from dialogueprep.domain.texts import LANGUAGES, Texts
from dialogueprep.domain.uses import Use
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.library_cells import parted
from dialogueprep.exchange.library_columns import COLUMNS
from dialogueprep.exchange.library_rows import Row

Made = TypeVar("Made")
MOST_REFUSED = 500
"""Rows of a file that are refused one by one; of a file with more the whole is refused."""
_OFTEN = 500  # rows between two ticks


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file brings: a library, and the troubles of the rows that are refused."""

    collection: Collection = Collection()
    refused: tuple[Trouble, ...] = ()


def collection_of(rows: Iterable[Row]) -> Collection:
    """Return the library in the rows of a file, all of which must be sound.

    Raises the Trouble of the first row that is not, as `brought_of` lists them.
    """
    brought = brought_of(rows)
    if brought.refused:
        raise brought.refused[0]
    return brought.collection


def brought_of(rows: Iterable[Row], tick: Tick = quiet) -> Brought:
    """Return what the rows of a file bring, and the troubles of those that are refused.

    Their codes: "library-row-unknown", "library-cell-missing", "library-cell-unknown",
    "library-cell-no-number", "library-cell-no-date", "library-id-twice", "library-id-unknown",
    "library-part-refused". If no entry is sound, or more than `MOST_REFUSED` rows are not, the
    trouble of the first row is raised. ``tick`` is told of the rows read; it may raise Cancelled.
    """
    reading = _Reading()
    for number, row in enumerate(rows, start=1):
        reading.sort_in(row)
        if number % _OFTEN == 0:
            tick(number, 0)
    collection = reading.collection(tick)
    if reading.refused and not collection.entries:
        raise reading.refused[0]
    return Brought(collection, tuple(reading.refused))


@dataclass
class _Reading:
    refused: list[Trouble] = field(default_factory=list[Trouble])
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list[Row]))
    titles: dict[str, str] = field(default_factory=dict[str, str])
    taken: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    broken: set[str] = field(default_factory=set[str])
    """Ids of entries of which a row was refused."""
    parts: dict[str, dict[str, list[Any]]] = field(default_factory=dict[str, dict[str, list[Any]]])

    def sort_in(self, row: Row) -> None:
        """Put a row to those of its kind."""
        kind = row.get("kind").strip()
        if kind in COLUMNS:
            self.rows[kind].append(row)
        else:
            known = ", ".join(COLUMNS)
            self._refuse(row.trouble("library-row-unknown", said=kind[:80], known=known))

    def collection(self, tick: Tick) -> Collection:
        """Read what others refer to first."""
        sources = self._each("source", self._source)
        self._sources = {s.id for s in sources}
        self._name_entries()
        for kind, read in _PARTS.items():
            self.parts[kind] = defaultdict(list)
            for row in self.rows[kind]:
                self._part(kind, row, read)
            tick(len(self.rows[kind]), 0)
        topics = self._each("topic", self._topic)
        self._topics = {t.id for t in topics}
        recommendations = self._each("recommendation", self._recommendation)
        return Collection(
            sources=tuple(sources),
            topics=tuple(topics),
            recommendations=tuple(recommendations),
            tags=dict(self._each("tag", self._tag)),
            uses=tuple(self._each("use", self._use)),
            decisions=tuple(self._each("pair", self._pair)),
        )

    def _refuse(self, trouble: Trouble) -> None:
        self.refused.append(trouble)
        if len(self.refused) > MOST_REFUSED:
            raise self.refused[0]

    def _each(self, kind: str, read: Callable[[Row], Made]) -> list[Made]:
        """Return what the rows of a kind hold, those left out that are refused."""
        made: list[Made] = []
        for row in self.rows[kind]:
            try:
                made.append(read(row))
            except Trouble as trouble:
                self._refuse(trouble)
        return made

    def _part(self, kind: str, row: Row, read: Callable[[_Reading, Row], Any]) -> None:
        owner = ""
        try:
            owner = self._owner(row)
            self.parts[kind][owner].append(read(self, row))
        except Trouble as trouble:
            self.broken.add(owner)
            self._refuse(trouble)

    def _name_entries(self) -> None:
        """An entry without an id gets its place as one; others may refer to its title."""
        for kind in ("topic", "recommendation"):
            self.rows[kind] = [row for row in self.rows[kind] if self._named(row)]
        for row in self.rows["topic"]:
            for text in row.texts("title").entries:
                self.titles.setdefault(text.wording.strip(), row.get("id"))

    def _named(self, row: Row) -> bool:
        row.cells.setdefault("id", f"new {row.place}")
        try:
            self._id(row, "entry")
        except Trouble as trouble:
            self._refuse(trouble)
            return False
        return True

    def _id(self, row: Row, among: str = "") -> str:
        found, kind = row.need("id"), among or row.get("kind").strip()
        if (kind, found) in self.taken:
            raise row.trouble("library-id-twice", said=found[:80])
        self.taken.add((kind, found))
        return found

    def _owner(self, row: Row, column: str = "of") -> str:
        said = row.need(column)
        if ("entry", said) in self.taken:
            return said
        if said.strip() in self.titles:
            return self.titles[said.strip()]
        raise row.trouble("library-id-unknown", column=column, said=said[:80])

    def _source(self, row: Row) -> Source:
        language = row.get("language").strip() or "en"
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise row.trouble(
                "library-cell-unknown", column="language", said=language[:80], known=known
            )
        return Source(
            title=row.need("title"),
            publisher=row.get("publisher"),
            published=row.day("published"),
            kind=row.word("type", SourceKind),
            language=language,
            id=SourceId(self._id(row)),
        )

    def _tag(self, row: Row) -> tuple[str, Texts]:
        return self._id(row), row.texts("title")

    def _common(self, row: Row) -> dict[str, Any]:
        titles = row.texts("title")
        if not titles:
            raise row.trouble("library-cell-missing", column="title en")
        if row.get("id") in self.broken:
            raise row.trouble("library-part-refused", title=titles.best("en")[:80])
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
        topic = TopicId(self._owner(row))
        common = self._common(row)
        if topic not in self._topics:
            raise row.trouble("library-part-refused", title=common["titles"].best("en")[:80])
        return Recommendation(
            id=RecommendationId(row.get("id")),
            topic=topic,
            texts=row.texts("text"),
            actor=row.get("actor") or None,
            addressee=row.get("addressee") or None,
            instrument=row.get("instrument") or None,
            horizon=row.get("horizon") or None,
            maturity=row.word("maturity", Maturity) if row.get("maturity") else None,
            support_as_printed=row.get("support as printed") or None,
            **common,
        )

    def _question(self, row: Row) -> Texts:
        return row.texts("text")

    def _passage(self, row: Row) -> Passage:
        if row.need("source") not in self._sources:
            raise row.trouble("library-id-unknown", column="source", said=row.get("source")[:80])
        return Passage(
            id=PassageId(row.get("id") or f"new {row.place}"),
            source=SourceId(row.get("source")),
            locator=row.get("locator"),
            text=row.get("passage") or None,
            start=row.number("start"),
            end=row.number("end"),
        )

    def _rating(self, row: Row) -> Rating:
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

    def _use(self, row: Row) -> Use:
        return Use(
            entry=self._owner(row),
            dialogue=DialogueId(row.need("dialogue")),
            names=row.texts("title"),
            first_day=row.day("first day"),
            phase=row.word("phase", Phase),
            day=max(1, row.number("day") or 1) - 1,
            round=row.number("round"),
            item=ItemId(row.get("item")) if row.get("item") else None,
            titles=row.texts("text"),
            planned=row.number("minutes planned") or 0,
            actual=row.number("minutes taken"),
            ended=tuple(row.among("ended", word, Column) for word in parted(row.get("ended"))),
        )

    def _pair(self, row: Row) -> Decision:
        one, other = self._owner(row), self._owner(row, "with")
        return Decision(one, other, row.word("verdict", Verdict))


_PARTS: dict[str, Callable[[_Reading, Row], Any]] = {
    "question": _Reading._question,  # pyright: ignore[reportPrivateUsage]
    "passage": _Reading._passage,  # pyright: ignore[reportPrivateUsage]
    "rating": _Reading._rating,  # pyright: ignore[reportPrivateUsage]
}
