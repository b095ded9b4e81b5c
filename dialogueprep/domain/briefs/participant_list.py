"""The participant list: those who agreed to be named, by delegation, in a stated order."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.briefs import frame, orders, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Heading,
    Line,
    Notice,
    Paragraph,
    Product,
    Run,
    Table,
    Why,
    plain,
)
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.name_order import full_name_line, order_sentence, ordered
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.presence import capacity, unlisted_sentence
from dialogueprep.domain.people import Capacity, Participation
from dialogueprep.domain.texts import Language, language_of

Group = tuple[Line, tuple[Participation, ...]]


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the list: who agreed to be named to this audience; the others only as a number."""
    pen = Pen(language)
    listed = material.listed(audience)
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.PARTICIPANT_LIST, pen, material, held=False),
        Notice((*sentences.rule_lines(material, pen, held=False), _terms_of_list(material, pen))),
        *_lists(material, listed, pen),
    )
    return frame.framed(Product.PARTICIPANT_LIST, audience, pen, material, *blocks)


def lists(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    """Return the lists alone, as an annex holds them, with what affiliations are given for."""
    listed = material.listed(audience)
    return (Paragraph(_terms_of_list(material, pen), quiet=True), *_lists(material, listed, pen))


def _lists(material: Material, listed: tuple[Participation, ...], pen: Pen) -> tuple[Block, ...]:
    return (
        Paragraph(_order(material, listed, pen), quiet=True),
        *_tables(material, listed, pen),
        *_unlisted(material, listed, pen),
    )


def _terms_of_list(material: Material, pen: Pen) -> Line:
    parts = (
        capacity(material, pen, held=False),
        pen.say("Affiliations are given for identification only."),
        pen.say("Only those who agreed to be listed appear here."),
    )
    return one_after_the_other(parts, pen.language)


def _order(material: Material, listed: tuple[Participation, ...], pen: Pen) -> Line:
    said = order_sentence(listed, pen, material.naming)
    if not material.naming.order(pen.language).grouped:
        return said
    parts = (orders.delegation_order(material, pen), said)
    return one_after_the_other(parts, pen.language)


def groups(material: Material, listed: Iterable[Participation], pen: Pen) -> list[Group]:
    """Return the delegations in their order, then observers, then the secretariat.

    Where the list is one for all delegations, those at the table are one group without a label.
    """
    people = tuple(listed)
    seated = [p for p in people if p.capacity not in (Capacity.OBSERVER, Capacity.STAFF)]
    codes = {d.code for d in material.seated}
    found: list[Group] = [
        (pen.write(d.labels), tuple(p for p in seated if p.delegation == d.code))
        for d in material.seated
    ]
    found.append(
        (pen.say("Other participants"), tuple(p for p in seated if p.delegation not in codes))
    )
    if not material.naming.order(pen.language).grouped:
        found = [(pen.say("Participants"), tuple(seated))]
    found += [
        (pen.say("Observers"), _with(people, Capacity.OBSERVER)),
        (pen.say("Secretariat"), _with(people, Capacity.STAFF)),
    ]
    return [(label, members) for label, members in found if members]


def _with(people: tuple[Participation, ...], capacity_: Capacity) -> tuple[Participation, ...]:
    return tuple(p for p in people if p.capacity is capacity_)


def _tables(material: Material, listed: tuple[Participation, ...], pen: Pen) -> tuple[Block, ...]:
    naming, found = material.naming, groups(material, listed, pen)
    head = (pen.say("Name"), pen.say("Position"), pen.say("Institution"))
    tables: list[Table] = []
    for label, members in found:
        in_order = ordered(members, pen.language, naming)
        rows = tuple(_row(p, material, pen) for p in in_order)
        tables.append(Table(head, rows, (0.34, 0.32, 0.34), (), plain(label)))
    pairs = zip(found, frame.filled(*tables), strict=True)
    return tuple(block for (label, _), table in pairs for block in (Heading("", label, 1), table))


def _row(who: Participation, material: Material, pen: Pen) -> tuple[Line, ...]:
    position = who.affiliation.position_in(pen.language)
    native = pen.language if pen.language != "ko" else "en"
    return (
        full_name_line(who, pen, Why.LISTED, capitals=material.naming.capitals),
        (Run(position, language_of(position, native), composed=True),) if position else (),
        frame.institution(who, material, pen),
    )


def _unlisted(
    material: Material, listed: tuple[Participation, ...], pen: Pen
) -> tuple[Paragraph, ...]:
    count = len(material.attending) - len(listed)
    sentence = unlisted_sentence(count, material.dialogue.k, pen)
    return (Paragraph(sentence, quiet=True),) if sentence else ()
