"""The shipped library of ``data/library``, read into values of the domain.

The ids of sources, topics and recommendations are the slugs of the files; ids of passages and
ratings are derived from them, so that they are the same each time the files are read.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogueprep import paths
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.library import (
    FORMAT_TABLES,
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
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.toml_tables import Table, maybe, reading, texts, texts_of

UNREADABLE = "library-file-unreadable"
_AS_THE_PASSAGE_SAYS = ("actor", "addressee", "instrument", "horizon", "support_as_printed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag's id and its labels in the four languages."""

    id: str
    labels: Texts


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that the files of a library hold, in the order of the files."""

    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    recommendations: tuple[Recommendation, ...]
    tags: tuple[Tag, ...]


def read_library(folder: Path | None = None) -> Library:
    """Return the library of a folder, the shipped one by default.

    Raises Trouble("library-file-unreadable", file, reason) for broken TOML, a missing key, a
    wrong word, an id given twice, and for a source, tag, topic or format that is not known.
    """
    folder = folder or paths.data() / "library"
    with reading(folder / "sources.toml", UNREADABLE) as table:
        sources = tuple(_source(t) for t in table["source"])
    with reading(folder / "tags.toml", UNREADABLE) as table:
        tags = tuple(Tag(id=t["id"], labels=texts(t)) for t in table["tag"])
    known = _Known({s.id for s in sources}, {t.id for t in tags})
    topics = tuple(_topics(folder, known))
    recommendations = tuple(_recommendations(folder, known))
    return Library(sources, topics, recommendations, tags)


class _Known:
    """The ids that entries may name, and those that are taken."""

    def __init__(self, sources: Iterable[str], tags: Iterable[str]) -> None:
        self.sources = frozenset(sources)
        self.tags = frozenset(tags)
        self.topics: set[str] = set()
        self.taken: set[str] = set()

    def take(self, entry: str) -> None:
        if entry in self.taken:
            raise ValueError("the id is given twice")
        self.taken.add(entry)


def _topics(folder: Path, known: _Known) -> Generator[Topic]:
    for path in _files(folder / "topics"):
        with reading(path, UNREADABLE) as table:
            for each in table["topic"]:
                with _named(each):
                    yield _topic(each, table["editors"], known)


def _recommendations(folder: Path, known: _Known) -> Generator[Recommendation]:
    for path in _files(folder / "recommendations"):
        with reading(path, UNREADABLE) as table:
            for each in table["recommendation"]:
                with _named(each):
                    yield _recommendation(each, table["editors"], known)


def _files(folder: Path) -> tuple[Path, ...]:
    found = tuple(sorted(folder.glob("*.toml")))
    if not found:
        raise Trouble(UNREADABLE, file=folder.name, reason="there is no .toml file")
    return found


@contextmanager
def _named(table: Table) -> Generator[None]:
    """Say in which entry something is wrong."""
    try:
        yield
    except KeyError as error:
        raise ValueError(f"{table.get('id', '?')}: {error.args[0]} is missing") from error
    except (ValueError, TypeError) as error:
        raise ValueError(f"{table.get('id', '?')}: {error}") from error


def _source(table: Table) -> Source:
    return Source(
        id=SourceId(table["id"]),
        title=table["title"],
        publisher=table["publisher"],
        published=table["published"],
        kind=SourceKind(table["kind"]),
        language=table.get("language", "en"),
    )


def _topic(table: Table, editors: Table, known: _Known) -> Topic:
    known.take(table["id"])
    known.topics.add(table["id"])
    return Topic(
        id=TopicId(table["id"]),
        summaries=texts(table["summary"]),
        questions=tuple(texts(q) for q in table["questions"]),
        **_common(table, editors, known),
    )


def _recommendation(table: Table, editors: Table, known: _Known) -> Recommendation:
    known.take(table["id"])
    return Recommendation(
        id=RecommendationId(table["id"]),
        topic=TopicId(_one_of(known.topics, "topic", table["topic"])),
        texts=Texts.of(en=table["text"]),
        maturity=maybe(Maturity, table.get("maturity")),
        **{key: table.get(key) for key in _AS_THE_PASSAGE_SAYS},
        **_common(table, editors, known),
    )


def _common(table: Table, editors: Table, known: _Known) -> dict[str, Any]:
    return {
        "titles": texts_of(table, "title"),
        "dimension": Dimension(table["dimension"]),
        "formats": tuple(Format(_one_of(FORMAT_TABLES, "format", f)) for f in table["formats"]),
        "tags": tuple(_one_of(known.tags, "tag", t) for t in table["tags"]),
        "ratings": tuple(_rating(axis, table, editors) for axis in Axis),
        "passages": tuple(_passage(p, known) for p in table["passages"]),
    }


def _passage(table: Table, known: _Known) -> Passage:
    source, locator = _one_of(known.sources, "source", table["source"]), table["at"]
    slug = re.sub(r"[^a-z0-9]+", "-", locator.lower()).strip("-")
    return Passage(id=PassageId(f"{source}:{slug}"), source=SourceId(source), locator=locator)


def _rating(axis: Axis, table: Table, editors: Table) -> Rating:
    given = table[axis.value]
    return Rating(
        id=RatingId(f"{table['id']}:{axis.value}"),
        axis=axis,
        value=given["value"],
        reason=given["reason"],
        rater=editors["rater"],
        rated=editors["rated"],
        review_by=table.get("review_by", editors["review_by"]),
    )


def _one_of(known: Iterable[str], what: str, word: str) -> str:
    if word not in known:
        raise ValueError(f"unknown {what} “{word}”")
    return word
