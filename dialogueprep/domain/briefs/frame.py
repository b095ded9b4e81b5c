"""What all documents have in common: head and foot of the pages, title, hosts, sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import orders, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Bullets,
    Contents,
    Heading,
    HostBlock,
    Line,
    Numbered,
    PageBreak,
    Paragraph,
    Picture,
    Product,
    Run,
    Stress,
    Table,
    Title,
    composed,
    lines_of,
    plain,
    stressed,
)
from dialogueprep.domain.briefs.language_forms import between, headline
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.numbering import heading_number
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.support import finding_line
from dialogueprep.domain.dialogue import Host
from dialogueprep.domain.notes import Finding, Proposal
from dialogueprep.domain.people import Participation
from dialogueprep.domain.texts import Language, language_of


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: what it holds, and its own parts. Without either it is left out."""

    heading: Line
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would stand under its heading."""
        return not self.blocks and all(part.empty for part in self.parts)


def framed(
    product: Product, audience: Audience, pen: Pen, material: Material, *blocks: Block
) -> Brief:
    """Return the brief with these blocks inside the head and foot of every page."""
    dialogue = material.dialogue
    title = pen.write(material.titles)
    name = pen.write(dialogue.names) if dialogue.titles else ()
    return Brief(
        product=product,
        audience=audience,
        language=pen.language,
        title=pen.tell("{kind}: {title}", kind=kind_of(product, pen), title=title),
        classification=sentences.classification(material, audience, pen),
        version=sentences.version(material.version, pen),
        footer=_footer(title, name, pen.language),
        mark=pen.tell("INVENTED SAMPLE") if dialogue.sample else "",
        page_of=pen.tell("{page} / {pages}", page="{page}", pages="{pages}"),
        blocks=blocks,
        paper=material.house.paper,
        template=material.house.template,
    )


_FOOT = 78  # letters that have room at the foot of the pages; a wide character takes two


def _footer(title: Line, name: Line, language: Language) -> Line:
    """Return title and name of the round for the foot of the pages; a very long title is cut after
    a word."""
    whole = headline([title, name], language)
    if _width(plain(whole)) <= _FOOT:
        return whole
    reach = list(accumulate(map(_width, plain(title))))
    cut = plain(title)[: bisect_right(reach, _FOOT - _width(plain(name)) - 3)]
    cut = cut[: cut.rfind(" ")] if " " in cut[len(cut) // 2 :] else cut
    shown = (replace(title[0], text=cut.rstrip(" ,;:、，；：—–-") + "…"),)
    return between([part for part in (shown, name) if part], " ", language)


def _width(text: str) -> int:
    return len(text) + sum(c > "\u1100" for c in text)


def kind_of(product: Product, pen: Pen) -> Line:
    """Return the name of the kind of document, as its readers call it."""
    if product is Product.PRESS_LINE:
        return pen.say("Press statement")
    return pen.say(wording.of(product))


def title(product: Product, pen: Pen, material: Material, *, held: bool) -> Title:
    """Return the head of a document, the title in the other languages beneath it."""
    titles = material.titles
    return Title(
        kind=kind_of(product, pen),
        beneath=_beneath_kind(product, pen),
        title=pen.write(titles),
        others=tuple((Run(t.wording, t.language),) for t in titles.others(pen.language)),
        occasion=sentences.occasion(material, pen, held=held),
    )


def _beneath_kind(product: Product, pen: Pen) -> Line:
    match product:
        case Product.MEETING_BRIEF:
            return pen.say("Rapporteur’s summary")
        case Product.CHAIRS_SUMMARY:
            return pen.say("On the chair’s responsibility")
        case _:
            return ()


def hosts(material: Material, pen: Pen) -> tuple[Block, ...]:
    """Return the hosts in their order, with the note that says which order it is."""
    if not material.dialogue.hosts:
        return ()
    pairs = tuple((host(h, pen), composed(_beneath(h, pen))) for h in material.dialogue.hosts)
    note, sample = orders.host_order(material, pen), material.dialogue.sample
    return (HostBlock(pairs, note, _logos(material, pen), marked=sample),)


def _logos(material: Material, pen: Pen) -> tuple[Picture, ...]:
    """Return the logos of the hosts with their names; none while a host has none."""
    held, invited = material.house.logos, material.dialogue.hosts
    if any(host.id not in held for host in invited):
        return ()
    return tuple(replace(held[h.id], words=plain(pen.write(h.names))) for h in invited)


def host(host_: Host, pen: Pen) -> Line:
    """Return the name of a host, which may stand as that of a host."""
    return composed(pen.write(host_.names))


def host_called(names: Iterable[str], material: Material, pen: Pen) -> Line:
    """Return the host that goes by one of these names, as this document calls it; else nothing."""
    found = host_among(names, material.dialogue.hosts)
    return host(found, pen) if found else ()


def host_among(names: Iterable[str], hosts: Iterable[Host]) -> Host | None:
    """Return the first of some hosts that goes by one of these names."""
    known = frozenset(names)
    spelled = ((it, {it.acronym, *(t.wording for t in it.names.entries)}) for it in hosts)
    return next((it for it, own in spelled if known & own - {""}), None)


def institution(who: Participation, material: Material, pen: Pen) -> Line:
    """Return whom a participant belongs to, for identification: a host by the name that it has
    elsewhere in the document."""
    place = who.affiliation
    if not place.names.get(pen.language) and (as_host := host_called(place.spelled, material, pen)):
        return as_host
    name, native = place.name_in(pen.language), pen.language if pen.language != "ko" else "en"
    return (Run(name, language_of(name, native)),) if name else ()


def _beneath(host: Host, pen: Pen) -> Line:
    """The host's name in its own language, or in English where that one is shown above."""
    others = host.names.others(pen.language)
    own = host.names.entries[:1]
    fitting = [t for t in others if t in own] or [t for t in others if t.language == "en"]
    fitting = fitting or (list(others) if len(others) == 1 else [])
    return (Run(fitting[0].wording, fitting[0].language),) if fitting else ()


def laid_out(language: Language, *sections: Section) -> tuple[Block, ...]:
    """Return the sections that hold something, numbered as the language does: 1, 2, 2.1, 2.2 ..."""
    blocks: list[Block] = []
    for number, section in enumerate((s for s in sections if not s.empty), start=1):
        blocks += [Heading(heading_number(language, number), section.heading, 1), *section.blocks]
        filled = (part for part in section.parts if not part.empty)
        for inner, part in enumerate(filled, start=1):
            told = heading_number(language, number, inner)
            blocks += [Heading(told, part.heading, 2), *part.blocks]
    return tuple(blocks)


def headed(*sections: Section) -> tuple[Block, ...]:
    """Return the sections that hold something under headings without a number, as where what

    stands in them is numbered itself.
    """
    filled = (section for section in sections if not section.empty)
    return tuple(b for s in filled for b in (Heading("", s.heading, 1), *s.blocks))


_LONG = 190  # lines of a document that is longer than a few pages
_WIDTH = 95  # letters in a line; a wide character takes the room of two


def contents(pen: Pen, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the contents of these blocks and a new page after them; nothing for a document of
    a few pages or a few headings."""
    headings = sum(isinstance(block, Heading) for block in blocks)
    if headings < 4 or _height(blocks) < _LONG:
        return ()
    return (Contents(pen.say("Contents")), PageBreak())


def _height(blocks: tuple[Block, ...]) -> int:
    """Return about how many lines the blocks fill."""
    lines = (plain(line) for block in blocks for line in lines_of(block))
    return sum(1 + _width(text) // _WIDTH for text in lines if text)


def findings(
    material: Material, pen: Pen, found: list[Finding], *, after: int = 0
) -> tuple[Numbered, ...]:
    """Return the findings in the order given, numbered from ``after`` + 1."""
    lines = [finding_line(f, material, pen.language) for f in found]
    return tuple(Numbered(str(n), line) for n, line in enumerate(lines, start=after + 1))


def nothing_yet(material: Material, pen: Pen) -> tuple[Block, ...]:
    """Return what stands in place of findings where there is neither one nor a recommendation: a
    document without content tells so."""
    if not without_results(material):
        return ()
    return (Paragraph(pen.say("Nothing has been written down yet."), quiet=True),)


def without_results(material: Material) -> bool:
    """Return whether there is neither a finding with words nor a recommendation."""
    return not material.proposals and not any(f.texts for f in material.findings)


def recommendations(pen: Pen, proposals: tuple[Proposal, ...]) -> tuple[Block, ...]:
    """Return the table of this round's recommendations, addressee first; nothing for none."""
    if not proposals:
        return ()
    head = ((), pen.say("To"), pen.say("Recommendation"), pen.say("When"))
    rows = tuple(_recommendation(pen, n, p) for n, p in enumerate(proposals, start=1))
    caption = pen.say("Table {number}. Recommendations of this round.", number=1)
    return filled(Table(head, rows, (0.07, 0.21, 0.5, 0.22), caption, plain(caption)))


def filled(*tables: Table) -> tuple[Table, ...]:
    """Return tables of the same columns without those that are empty in every row of all tables;
    the others share the room."""
    cells = zip(*(row for table in tables for row in table.rows), strict=True)
    kept = [n for n, column in enumerate(cells) if any(plain(c) not in _EMPTY for c in column)]
    return tuple(_with_columns(table, kept) for table in tables)


_EMPTY = ("", "–")


def _with_columns(table: Table, kept: list[int]) -> Table:
    room = sum(table.widths[n] for n in kept) / sum(table.widths)
    return replace(
        table,
        head=tuple(table.head[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
        widths=tuple(table.widths[n] / room for n in kept),
    )


def _recommendation(pen: Pen, number: int, proposal: Proposal) -> tuple[Line, ...]:
    return (
        stressed(pen.text(f"R{number}"), Stress.STRONG),
        pen.write(proposal.addressees, origin=proposal.id),
        (*pen.write(proposal.texts, origin=proposal.id), *_instrument(pen, proposal)),
        pen.write(proposal.horizons, origin=proposal.id),
    )


def _instrument(pen: Pen, proposal: Proposal) -> Line:
    """By what it is carried out, on a line of its own beneath the recommendation."""
    if not proposal.instruments:
        return ()
    means = pen.write(proposal.instruments, origin=proposal.id)
    told = pen.say("{kind}: {title}", kind=pen.say("Instrument"), title=means)
    return (*pen.text("\n"), *stressed(told, Stress.QUIET))


def paragraphs(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """Return one paragraph a line."""
    return tuple(Paragraph(line) for line in lines)


def steps(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """Return several steps as bullets, a single text as a paragraph."""
    return (Bullets(lines),) if len(lines) > 1 else paragraphs(lines)


def lowered(block: Block) -> Block:
    """Return a heading one level lower, as it stands in a part of another document."""
    return replace(block, level=2) if isinstance(block, Heading) else block
