"""Where a passage stands in a brief, and what it was made from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogueprep.domain.briefs.blocks import Brief, Line, Named, Run, Table, lines_of
from dialogueprep.domain.briefs.rewriting import AROUND, SUMMARY
from dialogueprep.domain.identity.exposure import Exposure
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.occurrences import Around

MASK = "\ufffc"  # stands for each letter of a name that may stand
_CONTEXT = 16


@dataclass(frozen=True, slots=True)
class Placed:
    """An exposure placed in a brief: block ``AROUND`` is around the blocks, line ``SUMMARY`` the

    summary of a table. ``fingerprint`` is the key of a decision; ``origin`` the value the
    words were made from; ``around`` tells the passage from equal ones beside it.
    """

    block: int
    line: int
    exposure: Exposure
    fingerprint: str
    origin: str | None = None
    around: Around = ("", "")


def placed_in(text: str, block: int, line: int, exposure: Exposure, origin: str | None) -> Placed:
    """Return an exposure of the text of a line, placed in its brief."""
    start, end = exposure.start, exposure.end
    around = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Placed(block, line, exposure, _fingerprint(exposure, around), origin, around)


def places(brief: Brief) -> Iterator[tuple[int, int, Line]]:
    """Yield every line with its place; texts around the blocks come as lines of one run."""
    around = (brief.classification, brief.version, brief.footer)
    yield from ((AROUND, number, line) for number, line in enumerate(around))
    for number, text in enumerate((brief.title, brief.mark, brief.page_of), len(around)):
        yield AROUND, number, (Run(text, brief.language),)
    for number, block in enumerate(brief.blocks):
        yield from ((number, n, line) for n, line in enumerate(lines_of(block)))
        if isinstance(block, Table) and block.summary:
            yield number, SUMMARY, (Run(block.summary, brief.language),)


def text_of(line: Line) -> str:
    """Return the words of a line, with a mark for each letter of a name that may stand."""
    return "".join(MASK * len(r.text) if isinstance(r, Named) else r.text for r in line)


def items_of(line: Line, roster: Roster) -> tuple[str, ...]:
    """Return the items that a line was drawn from; none where part of it was drawn from no item,

    so that the lowest over all of them counts.
    """
    said = [
        roster.origins.get(r.origin or "", ())
        for r in line
        if isinstance(r, Run) and not r.composed and any(map(str.isalpha, r.text))
    ]
    return tuple(i for items in said for i in items) if all(said) else ()


def keys_of(found: Iterable[Placed]) -> Iterator[str]:
    """Yield what tells each passage from all others: its fingerprint, numbered from the second of

    equal ones on, which one decision settles.
    """
    seen: Counter[str] = Counter()
    for it in found:
        seen[it.fingerprint] += 1
        n = seen[it.fingerprint]
        yield it.fingerprint if n == 1 else f"{it.fingerprint} {n}"


def _fingerprint(exposure: Exposure, around: Around) -> str:
    """Return the key of a decision on a passage: its kind, its words and those around it."""
    words = "\x1f".join((exposure.kind, exposure.text, *around))
    return hashlib.sha256(words.encode()).hexdigest()[:32]
