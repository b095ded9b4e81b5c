"""What is different in a pack since it was last released, section by section.

A release keeps a digest of each section's words in its evidence, not the words. A section that has
others now bears a bar in the margin, and its heading says so, which the contents repeat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

from dialogueprep.domain.briefs.blocks import (
    Block,
    Brief,
    Contents,
    Heading,
    Line,
    NotePage,
    PageBreak,
    Paragraph,
    Stress,
    composed,
    lines_of,
    plain,
    stressed,
)
from dialogueprep.domain.briefs.language_forms import bracketed, number
from dialogueprep.domain.briefs.pen import Pen, capitalised

Digests = tuple[tuple[str, str], ...]
"""For each section the digest of its heading and that of the words beneath it."""
COVER = ""


@dataclass(frozen=True, slots=True)
class _Section:
    """Where a section stands: its blocks from ``start`` to ``end``, its heading first."""

    key: str
    words: str
    start: int
    end: int
    level: int


def digests(brief: Brief) -> Digests:
    """Return the digests of a document's sections, the cover first."""
    return tuple((it.key, it.words) for it in _sections(brief))


def marked(brief: Brief, before: Digests, old: int) -> Brief:
    """Return the document with what is other or new since version ``old`` marked as such."""
    pen, known = Pen(brief.language), dict(before)
    blocks, changed = list(brief.blocks), set[int]()
    found = _sections(brief)
    for it in found:
        if it.key == COVER or known.get(it.key) == it.words:
            continue
        told = pen.say("changed since version {n}", n=old)
        if it.key not in known:
            told = pen.say("new since version {n}", n=old)
        heading = blocks[it.start]
        if isinstance(heading, Heading):
            blocks[it.start] = replace(heading, line=_with(heading.line, told, pen))
        changed.update(_shown(brief, it))
    gone = sum(key not in {it.key for it in found} for key in known)
    noted = _noted(pen, bool(changed), gone, old)
    return _told(replace(brief, blocks=tuple(blocks), changed=frozenset(changed)), noted)


def only_changed(brief: Brief, old: int) -> Brief:
    """Return the cover, the contents and the changed sections of a document that was marked.

    A section stands under the heading of the part that it belongs to, each part on a new page.
    """
    said = Pen(brief.language).say(
        "This contains only what differs from version {n}, and replaces the pages concerned.",
        n=old,
    )
    brief = _told(brief, (Paragraph(said, quiet=True),))
    kept: list[int] = []
    part = -1
    for it in _sections(brief):
        if it.level == 1:
            part = it.start
        if it.key == COVER:
            kept += range(it.end)
        elif it.start in brief.changed:
            if part not in kept:
                kept += [part - 1, part]
            kept += [n for n in range(it.start, it.end) if n not in kept]
    return _with_only(brief, kept)


def _with_only(brief: Brief, kept: Collection[int]) -> Brief:
    order = sorted(set(kept))
    while order and isinstance(brief.blocks[order[-1]], PageBreak):
        order.pop()
    place = {old: new for new, old in enumerate(order)}
    return replace(
        brief,
        blocks=tuple(brief.blocks[n] for n in order),
        changed=frozenset(place[n] for n in brief.changed if n in place),
    )


def _sections(brief: Brief) -> list[_Section]:
    starts = [n for n, block in enumerate(brief.blocks) if isinstance(block, Heading)]
    edges = [0, *starts, len(brief.blocks)]
    seen: Counter[str] = Counter()
    found: list[_Section] = []
    for start, end in pairwise(edges):
        first = brief.blocks[start] if start in starts else None
        heading = first if isinstance(first, Heading) else None
        key = _digest([heading.line]) if heading else COVER
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key}-{seen[key]}"
        body = brief.blocks[start + bool(heading) : end]
        words = _digest([line for block in body for line in lines_of(block)])
        found.append(_Section(key, words, start, end, heading.level if heading else 0))
    return found


def _digest(lines: list[Line]) -> str:
    text = "\n".join(plain(line) for line in lines)
    return sha256(text.encode()).hexdigest()[:20]


def _shown(brief: Brief, it: _Section) -> Iterator[int]:
    """Yield the blocks of a section that bear a bar: all that say something."""
    for n in range(it.start, it.end):
        if not isinstance(brief.blocks[n], PageBreak | NotePage):
            yield n


def _with(line: Line, told: Line, pen: Pen) -> Line:
    return (*line, *stressed(composed(bracketed(told, pen.language)), Stress.QUIET))


def _noted(pen: Pen, changed: bool, gone: int, old: int) -> tuple[Paragraph, ...]:
    """Return what stands beneath the contents: how changes are marked, what is left out."""
    lines: list[Line] = []
    if changed:
        lines.append(
            pen.say("A bar in the margin marks wording that differs from version {n}.", n=old)
        )
    elif not gone:
        lines.append(pen.say("The wording of every section is that of version {n}.", n=old))
    if gone:
        count = capitalised(pen.text(number(gone, pen.language)))
        several = pen.say(
            "{count} sections of version {n} are no longer part of it.", count=count, n=old
        )
        one = pen.say("One section of version {n} is no longer part of it.", n=old)
        lines.append(one if gone == 1 else several)
    return tuple(Paragraph(line, quiet=True) for line in lines)


def _told(brief: Brief, noted: tuple[Paragraph, ...]) -> Brief:
    """Return the document with these paragraphs after its contents."""
    at = next((n for n, b in enumerate(brief.blocks) if isinstance(b, Contents)), None)
    if at is None or not noted:
        return brief
    blocks: tuple[Block, ...] = (*brief.blocks[: at + 1], *noted, *brief.blocks[at + 1 :])
    later = frozenset(n + len(noted) if n > at else n for n in brief.changed)
    return replace(brief, blocks=blocks, changed=later)
