"""What the library shows: rows, and what is asked for in the matrix, the facets, the search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from dialogueprep.domain.dialogue import Dialogue, DialogueId, ItemId, Phase
from dialogueprep.domain.library import (
    Dimension,
    Format,
    SourceId,
    Topic,
    TopicId,
    leaves_out,
)
from dialogueprep.store.agenda import TopicUse
from dialogueprep.store.matches import matches_in
from dialogueprep.ui import theme
from dialogueprep.words import clauses, later, listed, tr

Cell = tuple[int, int]
"""Sensitivity and operability, each from 1 to 5."""
Group = Literal["search", "frame", "format", "dimension", "use", "tag", "source", "rating"]
Order = Literal["match", "sensitivity", "operability", "title", "use"]

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


def _unread(topic: TopicId) -> Topic:
    raise LookupError(topic)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A topic as the list shows it: titles, ratings and use, in the window's language.

    Ratings are 0 where there is none; ``again`` differs when anything of the topic has changed.
    """

    id: TopicId
    title: str
    others: tuple[str, ...] = ()
    """Its titles in other languages."""
    sensitivity: int = 0
    operability: int = 0
    of: tuple[Format, ...] = ()
    uses: tuple[Use, ...] = ()
    here: bool = False
    expired: bool = False
    again: int = 0
    reads: Callable[[TopicId], Topic] = field(default=_unread, compare=False, repr=False)

    @property
    def topic(self) -> Topic:
        """The topic itself, read when it is asked for."""
        return self.reads(self.id)

    @property
    def second(self) -> str:
        """The title that stands in the second line."""
        return self.others[0] if self.others else ""

    @property
    def cell(self) -> Cell | None:
        """The topic's place in the matrix, or None if it is unrated."""
        cell = (self.sensitivity, self.operability)
        return cell if all(cell) else None

    @property
    def formats(self) -> str:
        """The formats in words."""
        return listed(map(format_word, self.of)) or tr("no format")

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
        due = tr("to be looked at again") if self.expired else ""
        parts = (self.title, self.second, rated, due, self.formats, self.use)
        return clauses(parts)

    def second_for(self, wanted: tuple[str, ...]) -> str:
        """Return the title for the second line: where one holds what is sought, that one."""
        if not wanted or matches_in(self.title, wanted):
            return self.second
        return next((each for each in self.others if matches_in(each, wanted)), self.second)


@dataclass(frozen=True, slots=True)
class Facets:
    """What is asked for; an empty group lets everything through."""

    formats: frozenset[Format] = frozenset()
    dimensions: frozenset[Dimension] = frozenset()
    uses: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    """Ids of tags."""
    sources: frozenset[SourceId] = frozenset()
    ratings: frozenset[str] = frozenset()
    frame: Frame | None = None
    query: str = ""
    meant: str = ""
    """The query with its errors of typing forgiven: what is marked."""

    def without(self, group: Group) -> Facets:
        """Return what is asked for with one group cleared."""
        whole = Facets()
        return replace(self, **{name: getattr(whole, name) for name in _FIELDS[group]})


_FIELDS: dict[Group, tuple[str, ...]] = {
    "search": ("query", "meant"),
    "frame": ("frame",),
    "format": ("formats",),
    "dimension": ("dimensions",),
    "use": ("uses",),
    "tag": ("tags",),
    "source": ("sources",),
    "rating": ("ratings",),
}


def use_of(use: TopicUse, dialogue: Dialogue) -> Use:
    """Return a use in the window's language."""
    language = theme.window_language()
    name = dialogue.names.best(language)
    short = tr("R{n}", n=dialogue.round) if dialogue.round else name
    title = use.titles.best(language)
    return Use(use.dialogue, use.item, short, name, title, use.day, use.minutes)


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
