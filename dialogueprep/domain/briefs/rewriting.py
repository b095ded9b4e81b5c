"""Replaces words in the lines of a brief, whatever block they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import (
    Block,
    Brief,
    Bullets,
    Contents,
    Facts,
    Heading,
    HostBlock,
    Line,
    Named,
    NotePage,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Table,
    Title,
)
from dialogueprep.domain.identity.neutral.replacement import Replacement
from dialogueprep.domain.identity.neutral.replacing import fitted

Edit = tuple[int, int, str]  # start, end and replacement, in characters of the line
Change = Callable[[Line], Line]

AROUND = -1  # the number of the block that stands for what is around the blocks
LINES_AROUND = 3  # classification, version and footer; what follows them are no lines
SUMMARY = -1  # the number of the line that stands for the summary of a table


def edited(line: Line, edits: Iterable[Edit]) -> Line:
    """Return a line with passages replaced; a replacement takes the run its passage begins in.

    Names that may stand are left as they are.
    """
    text = "".join(run.text for run in line)
    wanted = (Replacement(*edit) for edit in edits)
    for it in reversed(fitted(text, wanted)):
        line = _edited(line, it.start, it.end, it.words)
    return line


def _edited(line: Line, start: int, end: int, replacement: str) -> Line:
    found: list[Line] = []
    position = 0
    for run in line:
        first, last = max(start - position, 0), end - position
        length = len(run.text)
        position += length
        if isinstance(run, Named) or first >= length or last <= 0:
            found.append((run,))
            continue
        text = run.text[:first] + replacement + run.text[max(last, 0) :]
        replacement = ""
        found.append((replace(run, text=text, composed=False),) if text else ())
    return tuple(run for runs in found for run in runs)


def with_lines(brief: Brief, change: Callable[[int, int, Line], Line]) -> Brief:
    """Return a brief whose lines are what ``change(block, line, old)`` returns for each.

    Lines are counted as `lines_of` yields them; the block ``AROUND`` holds classification, version
    and footer.
    """
    blocks: list[Block] = []
    for number, block in enumerate(brief.blocks):
        counter = iter(range(1_000_000))
        blocks.append(_changed(block, lambda old, n=number, c=counter: change(n, next(c), old)))
    return replace(
        brief,
        classification=change(AROUND, 0, brief.classification),
        version=change(AROUND, 1, brief.version),
        footer=change(AROUND, 2, brief.footer),
        blocks=tuple(blocks),
    )


def _changed(block: Block, change: Change) -> Block:  # noqa: C901, PLR0911 - one case a block
    def each(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(change(line) for line in lines)

    match block:
        case HostBlock(hosts, note):
            pairs = tuple((change(a), change(b)) for a, b in hosts)
            return replace(block, hosts=pairs, note=change(note))
        case Title(kind, beneath, title, others, occasion):
            return Title(
                change(kind), change(beneath), change(title), each(others), change(occasion)
            )
        case Notice(lines):
            return Notice(each(lines))
        case Bullets(lines):
            return Bullets(each(lines))
        case Facts(rows):
            return Facts(tuple((change(a), change(b)) for a, b in rows))
        case Table(head, rows, _, caption, _):
            caption, head = change(caption), each(head)
            return replace(block, caption=caption, head=head, rows=tuple(each(row) for row in rows))
        case Heading(_, line, _) | Paragraph(line, _) | Numbered(_, line, _) | Contents(line):
            return replace(block, line=change(line))
        case NotePage(line, _):
            return replace(block, line=change(line))
        case PageBreak():
            return block
