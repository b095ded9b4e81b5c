"""What the library shows: rows, and what the matrix, the facets and the search let through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dialogueprep.domain.dialogue import Dialogue, DialogueId, ItemId, Phase
from dialogueprep.domain.library import (
    FORMAT_TABLES,
    Dimension,
    Format,
    Topic,
    TopicId,
    leaves_out,
)
from dialogueprep.domain.query import parse
from dialogueprep.store.agenda import TopicUse
from dialogueprep.store.folding import fold
from dialogueprep.store.matches import matches_in
from dialogueprep.ui import theme
from dialogueprep.words import clauses, later, listed, tr

Cell = tuple[int, int]
"""Sensitivity and operability, each from 1 to 5."""
Group = Literal["search", "frame", "format", "dimension", "use"]
Order = Literal["sensitivity", "operability", "title", "use"]

NEVER, HERE = "never used", "on this agenda"
_FORMATS = (
    later("China-Japan-ROK"),
    later("US-Japan-ROK"),
    later("ASEAN+3"),
    later("China-Japan-ROK+ASEAN"),
)


def format_word(format_: Format) -> str:
    """Return the displayed name of a format; one of the user's own is its own name."""
    return tr(format_) if format_ in _FORMATS else format_


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of cells of the matrix."""

    sensitivity: tuple[int, int]
    operability: tuple[int, int]

    @classmethod
    def between(cls, one: Cell, other: Cell) -> Frame:
        """Return the frame with these two cells in opposite corners."""
        (a, b), (c, d) = one, other
        return cls((min(a, c), max(a, c)), (min(b, d), max(b, d)))

    def holds(self, cell: Cell) -> bool:
        """Return whether a cell lies within the frame."""
        (low, high), (least, most) = self.sensitivity, self.operability
        return low <= cell[0] <= high and least <= cell[1] <= most


@dataclass(frozen=True, slots=True)
class Use:
    """One place of a topic in an agenda, as the history names it."""

    dialogue: DialogueId
    item: ItemId
    short: str  # "R4"
    name: str  # "Round 4, Incheon"
    title: str
    day: int
    minutes: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A topic in the list with its titles and use, in the window's language."""

    topic: Topic
    title: str
    second: str
    uses: tuple[Use, ...] = ()
    here: bool = False

    @property
    def id(self) -> TopicId:
        return self.topic.id

    @property
    def cell(self) -> Cell | None:
        """The topic's place in the matrix, or None if it is unrated."""
        sensitivity, operability = self.topic.sensitivity, self.topic.operability
        return (sensitivity, operability) if sensitivity and operability else None

    @property
    def formats(self) -> str:
        """The formats in words."""
        return listed(map(format_word, self.topic.formats)) or tr("no format")

    @property
    def use(self) -> str:
        """The rounds in which it was used: "R1, R3", or "never used"."""
        return listed(dict.fromkeys(use.short for use in self.uses)) or tr("never used")

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        cell = self.cell
        rated = tr("not rated")
        if cell:
            rated = tr("sensitivity {n} of 5, operability {m} of 5", n=cell[0], m=cell[1])
        parts = (self.title, self.second, rated, self.formats, self.use)
        return clauses(parts)


@dataclass(frozen=True, slots=True)
class Facets:
    """What is asked for; an empty group lets everything through."""

    formats: frozenset[Format] = frozenset()
    dimensions: frozenset[Dimension] = frozenset()
    uses: frozenset[str] = frozenset()
    frame: Frame | None = None
    query: str = ""
    found: frozenset[TopicId] = frozenset()
    meant: str = ""  # the query with its errors of typing forgiven: what is marked

    def failed(self, row: EntryRow) -> list[Group]:
        """Return the groups that do not let a row through."""
        topic = row.topic
        failed: list[Group] = []
        if self.query and topic.id not in self.found:
            failed.append("search")
        if self.frame and not (row.cell and self.frame.holds(row.cell)):
            failed.append("frame")
        if self.formats and self.formats.isdisjoint(topic.formats):
            failed.append("format")
        if self.dimensions and topic.dimension not in self.dimensions:
            failed.append("dimension")
        if self.uses and self.uses.isdisjoint(uses_of(row)):
            failed.append("use")
        return failed

    def without(self, group: Group) -> Facets:
        """Return what is asked for with one group cleared."""
        match group:
            case "search":
                return replace(self, query="", meant="", found=frozenset())
            case "frame":
                return replace(self, frame=None)
            case "format":
                return replace(self, formats=frozenset())
            case "dimension":
                return replace(self, dimensions=frozenset())
            case "use":
                return replace(self, uses=frozenset())


@dataclass(frozen=True, slots=True)
class Sifted:
    """What passed, and how many would pass a group that all other groups let through."""

    rows: tuple[EntryRow, ...] = ()
    cells: Mapping[Cell, int] = field(default_factory=dict[Cell, int])
    unrated: int = 0
    formats: Mapping[Format, int] = field(default_factory=dict[Format, int])
    dimensions: Mapping[Dimension, int] = field(default_factory=dict[Dimension, int])
    uses: Mapping[str, int] = field(default_factory=dict[str, int])
    excluded: Mapping[Group, int] = field(default_factory=dict[Group, int])

    @property
    def excludes_most(self) -> Group | None:
        """The group whose clearing would bring back most rows, or None if none would."""
        return max(self.excluded, key=lambda group: self.excluded[group], default=None)


def sift(rows: Iterable[EntryRow], facets: Facets) -> Sifted:
    """Return the rows that pass all groups, and the counts of each group."""
    kept: list[EntryRow] = []
    cells: Counter[Cell | None] = Counter()
    formats: Counter[Format] = Counter()
    dimensions: Counter[Dimension] = Counter()
    uses: Counter[str] = Counter()
    excluded: Counter[Group] = Counter()
    for row in rows:
        failed = facets.failed(row)
        if not failed:
            kept.append(row)
        if len(failed) > 1:
            continue
        excluded.update(failed)
        if failed in ([], ["frame"]):
            cells[row.cell] += 1
        if failed in ([], ["format"]):
            formats.update(row.topic.formats)
        if failed in ([], ["dimension"]):
            dimensions[row.topic.dimension] += 1
        if failed in ([], ["use"]):
            uses.update(uses_of(row))
    rated = {cell: n for cell, n in cells.items() if cell}
    return Sifted(tuple(kept), rated, cells[None], formats, dimensions, uses, excluded)


def uses_of(row: EntryRow) -> tuple[str, ...]:
    """Return the values of the group Use that a row has."""
    return (*(() if row.uses else (NEVER,)), *((HERE,) if row.here else ()))


def rows_of(
    topics: Iterable[Topic],
    uses: Iterable[TopicUse],
    dialogues: Sequence[Dialogue],
    here: DialogueId | None,
) -> tuple[EntryRow, ...]:
    """Return the rows of the list; ``here`` is the dialogue that is open."""
    language = theme.window_language()
    known = {dialogue.id: dialogue for dialogue in dialogues}
    by_topic: dict[TopicId, list[Use]] = {}
    for use in uses:
        by_topic.setdefault(use.topic, []).append(_use(use, known[use.dialogue]))
    return tuple(
        EntryRow(
            topic,
            topic.titles.best(language),
            next((t.wording for t in topic.titles.others(language)), ""),
            tuple(by_topic.get(topic.id, ())),
            any(use.dialogue == here for use in by_topic.get(topic.id, ())),
        )
        for topic in topics
    )


def _use(use: TopicUse, dialogue: Dialogue) -> Use:
    language = theme.window_language()
    name = dialogue.names.best(language)
    short = tr("R{n}", n=dialogue.round) if dialogue.round else name
    title = use.titles.best(language)
    return Use(use.dialogue, use.item, short, name, title, use.day, use.minutes)


def in_order(rows: Iterable[EntryRow], order: Order) -> tuple[EntryRow, ...]:
    """Return rows sorted; they come in the order of sensitivity, then operability."""
    match order:
        case "sensitivity":
            return tuple(rows)
        case "operability":
            return tuple(sorted(rows, key=lambda r: -(r.topic.operability or 0)))
        case "title":
            return tuple(sorted(rows, key=lambda r: fold(r.title)))
        case "use":
            return tuple(sorted(rows, key=lambda r: len(r.uses)))


def showing(rows: Iterable[EntryRow], query: str) -> tuple[EntryRow, ...]:
    """Return rows whose second line is the wording that holds the query, where one does."""
    wanted = parse(query).shown
    return tuple(_showing(row, wanted) for row in rows) if wanted else tuple(rows)


def _showing(row: EntryRow, wanted: tuple[str, ...]) -> EntryRow:
    if matches_in(row.title, wanted):
        return row
    others = row.topic.titles.others(theme.window_language())
    second = next((t.wording for t in others if matches_in(t.wording, wanted)), row.second)
    return row if second == row.second else replace(row, second=second)


def formats_of(topics: Iterable[Topic]) -> tuple[Format, ...]:
    """Return the program's formats that topics have, then those of the user's own."""
    there = {f for topic in topics for f in topic.formats}
    own = sorted(f for f in there if f not in FORMAT_TABLES)
    return (*(Format(f) for f in FORMAT_TABLES if f in there), *own)


def why_not(topic: Topic, dialogue: Dialogue | None) -> str:
    """Return in one sentence why a topic is not offered to a dialogue, or an empty string."""
    if dialogue is None:
        return tr("Open a dialogue to put this on its agenda.")
    if dialogue.phase is Phase.CLOSED:
        return tr("This dialogue is closed; its agenda stays as it is.")
    if not topic.rated:
        return tr("Not rated on both scales, so it is not offered to an agenda.")
    if (topic.sensitivity or 0) > dialogue.ceiling:
        return tr(
            "Sensitivity {n} is above this dialogue’s ceiling of {ceiling}.",
            n=topic.sensitivity,
            ceiling=dialogue.ceiling,
        )
    return _table_misses(topic, dialogue)


def _table_misses(topic: Topic, dialogue: Dialogue) -> str:
    if not topic.formats:
        return tr("It has no format yet, so it is not offered to an agenda.")
    if all(leaves_out(format_, dialogue.table) for format_ in topic.formats):
        return tr("Its formats leave out a delegation at this table.")
    return ""
