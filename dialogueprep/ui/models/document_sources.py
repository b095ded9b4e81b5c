"""Where the words of a document come from: which paragraph leads to which page of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogueprep.domain.briefs.blocks import (
    Brief,
    Heading,
    Line,
    Named,
    headings_of,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.material import Material
from dialogueprep.exchange.pdf_writer import Place
from dialogueprep.ui.widgets.page_marks import HeadingAt, PageSpot, Rect
from dialogueprep.words import later, tr

FINDINGS, AGENDA, PARTICIPANTS = "findings", "agenda", "participants"
STATEMENTS, TEXTS = "statements", "texts"
HEADINGS = "heading"
"""A heading of the document itself; its subject is the number of its block."""
_WORDS = {
    FINDINGS: later("Go to where this comes from: Findings"),
    AGENDA: later("Go to where this comes from: Agenda"),
    PARTICIPANTS: later("Go to where this comes from: Participants"),
    STATEMENTS: later("Go to where this comes from: Statements"),
    TEXTS: later("Go to where this comes from: Texts of documents"),
    HEADINGS: later("Go to this heading"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A page of the window, or a dialog, and the id of what it is to show."""

    where: str
    subject: str

    @property
    def key(self) -> str:
        """The source as one word, for a spot on a page."""
        return f"{self.where} {self.subject}"

    @classmethod
    def of(cls, key: str) -> Source:
        """Return the source of a key."""
        where, _, subject = key.partition(" ")
        return cls(where, subject)


def sources_of(material: Material) -> Mapping[str, Source]:
    """Return where everything is that a document can be made from, by its id."""
    items = [slot.item for slot in material.slots]
    known = {
        FINDINGS: [*material.findings, *material.proposals, *material.inside.follow_ups],
        AGENDA: [*items, *material.inside.aside],
        STATEMENTS: material.statements,
        TEXTS: [material.dialogue],
    }
    found = {str(it.id): Source(where, str(it.id)) for where, all_ in known.items() for it in all_}
    for each in material.participations:
        found[str(each.person.id)] = Source(PARTICIPANTS, str(each.id))
    return found


def spots_of(
    brief: Brief,
    places: Iterable[Place],
    known: Mapping[str, Source],
    entries: Iterable[Place] = (),
) -> tuple[PageSpot, ...]:
    """Return the paragraphs of a document that lead somewhere, in reading order.

    The ``entries`` of its contents lead to the headings.
    """
    lines = {
        (n, m): each
        for n, block in enumerate(brief.blocks)
        for m, each in enumerate(lines_of(block))
    }
    around: dict[tuple[int, int, int], Rect] = {}
    for it in places:
        key, here = (it.block, it.line, it.page), (it.left, it.top, it.right, it.bottom)
        around[key] = _together(around.get(key, here), here)
    found = [_entry(it) for it in entries]
    for (block, number, page), rect in around.items():
        source = _source(lines.get((block, number), ()), known)
        if source is not None:
            found.append(PageSpot(source.key, page, rect, tr(_WORDS[source.where])))
    return tuple(sorted(found, key=lambda spot: spot.page))


def _entry(it: Place) -> PageSpot:
    there = Source(HEADINGS, str(it.block))
    return PageSpot(
        there.key, it.page, (it.left, it.top, it.right, it.bottom), tr(_WORDS[HEADINGS])
    )


def headings_at(brief: Brief, places: Iterable[Place]) -> tuple[HeadingAt, ...]:
    """Return the headings of a document with the places where they stand."""
    first: dict[int, Place] = {}
    for it in places:
        first.setdefault(it.block, it)
    return tuple(
        HeadingAt(n, _words(h), h.level, first[n].page, first[n].top)
        for n, h in headings_of(brief)
        if n in first
    )


def _words(heading: Heading) -> str:
    return f"{heading.number} {plain(heading.line)}".strip()


def _together(a: Rect, b: Rect) -> Rect:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _source(line: Line, known: Mapping[str, Source]) -> Source | None:
    """Return the first source in a line: what it was made from, or who is named in it."""
    for run in line:
        of = str(run.person) if isinstance(run, Named) else run.origin
        if of and of in known:
            return known[of]
    return None
