"""What a meeting brief may end with: the programme, and the list of those who agreed to be named.

Names stand in an annex by the consent that the product itself asks for, and for the same readers.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import frame, participant_list, programme
from dialogueprep.domain.briefs.blocks import (
    Annex,
    Audience,
    Block,
    Heading,
    PageBreak,
    Product,
)
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen

_PRODUCTS = {Annex.PROGRAMME: Product.PROGRAMME, Annex.PARTICIPANTS: Product.PARTICIPANT_LIST}


def kept(material: Material, audience: Audience) -> tuple[Annex, ...]:
    """Return the chosen annexes that hold something for these readers, in a fixed order."""
    there = {
        Annex.PROGRAMME: bool(material.slots),
        Annex.PARTICIPANTS: bool(material.listed(audience)),
    }
    return tuple(annex for annex in Annex if annex in material.annexes and there[annex])


def blocks(
    chosen: tuple[Annex, ...], material: Material, pen: Pen, audience: Audience
) -> Iterator[Block]:
    """Yield the annexes, each on a new page under its number and title."""
    for number, annex in enumerate(chosen, start=1):
        title = pen.say(wording.of(_PRODUCTS[annex]))
        yield PageBreak()
        yield Heading("", pen.say("Annex {number}. {title}", number=number, title=title), 1)
        inside = _programme if annex is Annex.PROGRAMME else _participants
        yield from (frame.lowered(block) for block in inside(material, pen, audience))


def _programme(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    return programme.days(material, pen, audience)


def _participants(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    return participant_list.lists(material, pen, audience)
