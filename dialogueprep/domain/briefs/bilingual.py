"""One document in two languages: two trees of the same shape, the second language quiet beneath.

Headings and labels stand side by side ("Context / 背景"), running text and cells one beneath the
other; numbers, and what is the same in both, stand once. Between the two halves of a line stands a
seam, so that the gate reads each half as if it stood alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

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
    Run,
    Stress,
    Table,
    Title,
    plain,
    stressed,
)
from dialogueprep.domain.briefs.language_forms import between
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.texts import Language, Texts

_RUNNING = (Paragraph, Bullets, Numbered)


def bilingual(first: Brief, second: Brief) -> Brief:
    """Return both briefs as one; head, foot and numbers of the pages are those of the first.

    Where the trees differ in shape, the second follows the first on a new page.
    """
    pair = _Pair(second.language)
    return replace(
        first,
        second=second.language,
        title=pair.words(first.title, second.title),
        classification=pair.beside(first.classification, second.classification),
        mark=second.mark if first.mark in second.mark else first.mark,
        blocks=_run_on(tuple(pair.blocks(first.blocks, second.blocks))),
    )


def parted(material: Material, first: Language, second: Language) -> tuple[Material, Material]:
    """Return the material of either half: titles in its own language, names in one order."""
    order = {**material.naming.orders, second: material.naming.order(first)}
    theirs = replace(material, naming=replace(material.naming, orders=order))
    return _alone(material, first), _alone(theirs, second)


def _alone(material: Material, language: Language) -> Material:
    dialogue = replace(material.dialogue, titles=_only(material.dialogue.titles, language))
    items = (replace(s, item=_untranslated(s.item, language)) for s in material.slots)
    return replace(material, dialogue=dialogue, slots=tuple(items))


def _untranslated(item: AgendaItem, language: Language) -> AgendaItem:
    return replace(item, titles=_only(item.titles, language))


def _only(texts: Texts, language: Language) -> Texts:
    return Texts((texts.best_text(language),)) if texts else texts


def _run_on(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A cover in two languages may be longer than a page: the text follows it where it ends."""
    after = (*blocks[1:], None)
    return tuple(
        block
        for block, following in zip(blocks, after, strict=True)
        if not (isinstance(block, PageBreak) and isinstance(following, Heading))
        or not following.number
    )


class _Pair:
    """Puts what stands in the second language beside or beneath what stands in the first."""

    def __init__(self, second: Language) -> None:
        self._second: Language = second

    def words(self, first: str, second: str) -> str:
        return first if first == second else f"{first} / {second}"

    def beside(self, first: Line, second: Line) -> Line:
        return self._joined(first, " / ", second)

    def beneath(self, first: Line, second: Line) -> Line:
        return self._joined(first, "\n", second)

    def _joined(self, first: Line, seam: str, second: Line) -> Line:
        if not first or not second or _adds_nothing(first, second):
            return first or second
        gap = Run(seam, self._second, stress=Stress.QUIET, composed=True, seam=True)
        return (*first, gap, *quieted(_not_said_yet(first, second, self._second)))

    def blocks(self, first: Sequence[Block], second: Sequence[Block]) -> Iterator[Block]:
        ours, theirs = _groups(first), _groups(second)
        if [_kind(a) for a in ours] != [_kind(b) for b in theirs]:
            yield from (*first, PageBreak(), *second)
            return
        for a, b in zip(ours, theirs, strict=True):
            if isinstance(a[0], _RUNNING):
                yield from self._running(a, b)
            else:
                yield self._fixed(a[0], b[0])

    def _running(self, first: Sequence[Block], second: Sequence[Block]) -> Iterator[Block]:
        if [_shape(a) for a in first] != [_shape(b) for b in second]:
            yield from first
            yield from (_faint(b) for b in second)
            return
        for a, b in zip(first, second, strict=True):
            yield from self._text(a, b)

    def _text(self, first: Block, second: Block) -> Iterator[Block]:
        match first, second:
            case Paragraph(a, _), Paragraph(b, _):
                yield first
                if _said(a) != _said(b):
                    yield Paragraph(b, quiet=True)
            case Numbered(_, a), Numbered(_, b):
                yield replace(first, line=self.beneath(a, b))
            case Bullets(a), Bullets(b):
                yield Bullets(self._each(a, b))
            case _:
                yield from (first, second)

    def _each(self, first: Sequence[Line], second: Sequence[Line]) -> tuple[Line, ...]:
        return tuple(self.beneath(a, b) for a, b in zip(first, second, strict=True))

    def _fixed(self, first: Block, second: Block) -> Block:  # noqa: C901, PLR0911 - a block each
        match first, second:
            case Heading(number, a, level), Heading(_, b, _):
                return Heading(number, self.beside(a, b), level)
            case Contents(a), Contents(b):
                return Contents(self.beside(a, b))
            case NotePage(a, rules), NotePage(b, _):
                return NotePage(self.beside(a, b), rules)
            case HostBlock(), HostBlock():
                return self._hosts(first, second)
            case Title(), Title():
                return self._title(first, second)
            case Notice(a), Notice(b):
                return Notice(self._each(a, b)) if len(a) == len(b) else Notice((*a, *b))
            case Facts(a), Facts(b):
                return self._facts(a, b)
            case Table(), Table():
                return self._table(first, second)
            case _:
                return first

    def _hosts(self, first: HostBlock, second: HostBlock) -> HostBlock:
        hosts = tuple(
            (a, self._native(a, beneath, b))
            for (a, beneath), (b, _) in zip(first.hosts, second.hosts, strict=True)
        )
        return replace(first, hosts=hosts, note=self.beneath(first.note, second.note))

    def _native(self, name: Line, beneath: Line, other: Line) -> Line:
        """A host's name in the second language, unless it is there already."""
        known = plain(other) in (plain(name), plain(beneath))
        return beneath if known else self.beneath(beneath, other)

    def _title(self, first: Title, second: Title) -> Title:
        known = {plain(first.title), *map(plain, first.others)}
        more = () if plain(second.title) in known else (quieted(second.title),)
        return Title(
            self.beside(first.kind, second.kind),
            self.beside(first.beneath, second.beneath),
            first.title,
            (*more, *first.others),
            self.beneath(first.occasion, second.occasion),
        )

    def _facts(
        self, first: tuple[tuple[Line, Line], ...], second: tuple[tuple[Line, Line], ...]
    ) -> Facts:
        if len(first) != len(second):
            return Facts((*first, *second))
        rows = zip(first, second, strict=True)
        return Facts(tuple((self.beneath(a, c), self.beneath(b, d)) for (a, b), (c, d) in rows))

    def _table(self, first: Table, second: Table) -> Table:
        theirs = _in_order_of(first.rows, second.rows)
        rows = zip(first.rows, theirs, strict=True)
        return replace(
            first,
            head=self._each(first.head, second.head),
            rows=tuple(self._each(a, b) for a, b in rows),
            caption=self.beside(first.caption, second.caption),
            summary=self.words(first.summary, second.summary),
        )


def _adds_nothing(first: Line, second: Line) -> bool:
    """Return whether the second half says what the first says, or the same names alone."""
    (names, words), (others, more) = _said(first), _said(second)
    return names == others and (words == more or bool(names and not more))


def _not_said_yet(first: Line, second: Line, language: Language) -> Line:
    """Return the second half of a cell without those of its lines that were not translated and
    stand in the first."""
    ours, theirs = _parted(first), _parted(second)
    if len(ours) != len(theirs):
        return second
    more = [
        b
        for a, b in zip(ours, theirs, strict=True)
        if _said(a) != _said(b) or any(run.language == language for run in b)
    ]
    return second if len(more) == len(theirs) else between(more, "\n", language)


def _parted(line: Line) -> list[Line]:
    """Return the lines of a cell, parted at its line feeds."""
    lines: list[Line] = [()]
    for run in line:
        if isinstance(run, Named):
            lines[-1] += (run,)
            continue
        here, *further = run.text.split("\n")
        lines[-1] += (replace(run, text=here),) if here else ()
        lines += [(replace(run, text=text),) if text else () for text in further]
    return lines


def _said(line: Line) -> tuple[list[str], str]:
    """Return what a line says whatever the signs in it: names in any order, letters and digits."""
    names = sorted(run.text for run in line if isinstance(run, Named))
    rest = "".join(run.text for run in line if isinstance(run, Run))
    return names, "".join(filter(str.isalnum, rest))


def quieted(line: Line) -> Line:
    """Return the line with its plain runs in the second ink; what stands out stays as it is."""
    return tuple(
        stressed((r,), Stress.QUIET)[0] if isinstance(r, Run) and r.stress is Stress.PLAIN else r
        for r in line
    )


def _faint(block: Block) -> Block:
    match block:
        case Paragraph(line, _):
            return Paragraph(line, quiet=True)
        case Bullets(lines):
            return Bullets(tuple(quieted(line) for line in lines))
        case Numbered(_, line):
            return replace(block, line=quieted(line))
        case _:
            return block


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return running blocks together, every other block alone."""
    alone = (n if not isinstance(b, _RUNNING) else -1 for n, b in enumerate(blocks))
    found = groupby(zip(alone, blocks, strict=True), key=lambda pair: pair[0])
    return [[block for _, block in group] for _, group in found]


def _kind(group: Sequence[Block]) -> object:
    block = group[0]
    if isinstance(block, _RUNNING):
        return "text"
    if isinstance(block, Table):
        return Table, len(block.head), len(block.rows)
    if isinstance(block, HostBlock):
        return HostBlock, len(block.hosts)
    return type(block), getattr(block, "level", 0)


def _shape(block: Block) -> object:
    return type(block), len(block.lines) if isinstance(block, Bullets) else 1


def _in_order_of(
    first: Sequence[tuple[Line, ...]], second: Sequence[tuple[Line, ...]]
) -> Sequence[tuple[Line, ...]]:
    """Return the second rows in the order of the first, where rows name persons."""
    there = {_named(row): row for row in second}
    keys = [_named(row) for row in first]
    if len(there) < len(second) or set(keys) != set(there):
        return second
    return [there[key] for key in keys]


def _named(row: tuple[Line, ...]) -> frozenset[str]:
    return frozenset(str(run.person) for line in row for run in line if isinstance(run, Named))
