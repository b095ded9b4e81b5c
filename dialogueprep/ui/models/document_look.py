"""A document as the page shows it: the brief, its PDF, and where its passages stand.

Made off the UI thread, from values only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from dialogueprep.domain.designations import Designation, Misnamed, misnamed
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.gate import Placed, Roster
from dialogueprep.domain.occurrences import Around, likeness_at
from dialogueprep.domain.placed import keys_of
from dialogueprep.exchange.atomic import quiet
from dialogueprep.exchange.pdf_blocks import SetBlocks
from dialogueprep.exchange.pdf_writer import Place, Preview, preview_pdf
from dialogueprep.exchange.read_pdf import opened
from dialogueprep.store.workspace import Store
from dialogueprep.ui import dates
from dialogueprep.ui.models.document_sources import headings_at, sources_of, spots_of
from dialogueprep.ui.widgets.designation_warnings import key_of
from dialogueprep.ui.widgets.page_marks import HeadingAt, PageSpot, PassageMark
from dialogueprep.words import listed
from dialogueprep.workflows.release import Examined, Gathered, Wanted, claimed, gather, look_at
from dialogueprep.workflows.values import roster_of

Rect = tuple[float, float, float, float]
_AROUND = 24  # characters of a page before and after a passage


@dataclass(frozen=True, slots=True)
class DocumentLook:
    """What the page needs to show a document; ``pages`` are from 1, by key.

    ``undrawn`` says why there is no PDF of it: it can still leave as Word.
    """

    examined: Examined
    pdf: bytes = b""
    marks: tuple[PassageMark, ...] = ()
    pages: dict[str, int] = field(default_factory=dict[str, int])
    spots: tuple[PageSpot, ...] = ()
    """Paragraphs that lead to where their words come from."""
    headings: tuple[HeadingAt, ...] = ()
    faces: tuple[object, ...] = ()
    """A value for each page: a page with an equal one looks the same."""
    undrawn: Trouble | None = None
    named: tuple[Misnamed, ...] = ()
    """Words that the sheet of designations does not use."""
    claims: Refused | None = None
    """Why it is not released, if it claims the agreement of all where it may not."""

    @property
    def whose(self) -> tuple[str, str]:
        """Which document it is, whatever its language and wording."""
        return self.examined.brief.product, self.examined.brief.audience


class Proofs:
    """Looks at documents one after another, and makes of each only what the last one did not have.

    It keeps words of documents: whoever shows them owns it, and lets it go with them.
    """

    def __init__(self) -> None:
        self._roster: Roster | None = None
        self._set = SetBlocks()

    def gather(self, store: Store, wanted: Wanted) -> Gathered:
        """Read what a document needs; a roster that is as it was keeps its search."""
        now = roster_of(store, wanted.dialogue)
        if now != self._roster:
            self._roster = now
        return replace(gather(store, wanted, self._roster), day=dates.day)

    def look(
        self, gathered: Gathered, tick: Any = None, sheet: Sequence[Designation] = ()
    ) -> DocumentLook:
        """Return the document as the page shows it; see `look`."""
        return look(gathered, tick, sheet, self._set)


def look(
    gathered: Gathered,
    tick: Any = None,
    sheet: Sequence[Designation] = (),
    known: SetBlocks | None = None,
) -> DocumentLook:
    """Compose, examine and draw a document, and find its open passages on the pages."""
    examined = look_at(gathered)
    exact = frozenset(str(it.id) for it in gathered.roster.statements)
    named = misnamed(examined.brief, sheet, exact)
    words = claimed(gathered)
    claims = Refused("claims-consensus", words=listed(words)) if words else None
    try:
        preview = preview_pdf(examined.brief, tick or quiet, known)
    except Trouble as trouble:
        if trouble.code != "missing-glyph":
            raise
        return DocumentLook(examined, undrawn=trouble, named=named, claims=claims)
    marks = tuple(_marks(examined, named, preview))
    pages = {m.key: m.page + 1 for m in marks}
    brief, sources = examined.brief, sources_of(gathered.material)
    return DocumentLook(
        examined,
        preview.pdf,
        marks,
        pages,
        spots=spots_of(brief, preview.places, sources, preview.entries),
        headings=headings_at(brief, preview.places),
        faces=preview.faces,
        named=named,
        claims=claims,
    )


def _marks(
    examined: Examined, named: Sequence[Misnamed], preview: Preview
) -> Iterator[PassageMark]:
    if not examined.open and not named:
        return
    with opened(preview.pdf, "") as document:
        for key, placed in zip(keys_of(examined.open), examined.open, strict=True):
            here = [p for p in preview.places if (p.block, p.line) == (placed.block, placed.line)]
            if here:
                words = placed.exposure.text
                sought = _Sought(key, words, _grave(placed), placed.around)
                yield _mark(document, sought, here)
        for each in named:
            here = [p for p in preview.places if (p.block, p.line) == (each.block, each.line)]
            if here:
                yield _mark(document, _Sought(key_of(each), each.words, False), here)


@dataclass(frozen=True, slots=True)
class _Sought:
    key: str
    words: str
    grave: bool
    around: Around = ("", "")


def _mark(document: Any, sought: _Sought, here: list[Place]) -> PassageMark:
    found = [
        (likeness, number, rects)
        for number in sorted({p.page for p in here})
        for likeness, rects in _found(
            document[number], sought, [p for p in here if p.page == number]
        )
    ]
    if found:
        _, number, rects = max(found, key=itemgetter(0))
        return PassageMark(sought.key, number, rects, sought.grave)
    first = here[0]
    line = (first.left, first.top, first.right, first.bottom)
    return PassageMark(sought.key, first.page, (line,), sought.grave)


def _grave(placed: Placed) -> bool:
    return placed.exposure.level == "block"


def _found(
    page: Any, sought: _Sought, within: list[Place]
) -> Iterator[tuple[int, tuple[Rect, ...]]]:
    """Yield the rectangles of the words within these places of a page, each with how much of what

    stands around them is as around the passage.
    """
    height = page.get_height()
    text = page.get_textpage()
    search = text.search(sought.words, match_case=True)
    while (hit := search.get_next()) is not None:
        rects = [text.get_rect(n) for n in range(text.count_rects(*hit))]
        flipped = tuple((left, height - top, r, height - bottom) for left, bottom, r, top in rects)
        if flipped and any(_within(flipped[0], place) for place in within):
            at, count = hit
            yield _likeness(text, at, count, sought.around), flipped


def _likeness(text: Any, at: int, count: int, around: Around) -> int:
    """Compare what stands around a place of a page with ``around``, whatever breaks the lines."""
    begin, end = max(0, at - _AROUND), at + count
    more = min(_AROUND, text.count_chars() - end)
    before = _close(text.get_text_range(begin, at - begin)) if at else ""
    after = _close(text.get_text_range(end, more)) if more > 0 else ""
    closed = _close(around[0]), _close(around[1])
    return likeness_at(before + after, len(before), len(before), closed)


def _close(words: str) -> str:
    return "".join(words.split())


def _within(rect: Rect, place: Place) -> bool:
    middle = (rect[1] + rect[3]) / 2
    return place.top - 3 <= middle <= place.bottom + 3 and rect[0] >= place.left - 3
