"""The terms of items as a programme shows them: a sign and the word in a colour of their own.

Only the terms that an item was planned under stand there, never that they changed inside it, and
no document mentions that an item goes without notes.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Line, Stress, stressed
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import AgendaItem, Terms
from dialogueprep.words import later

_LOOKS: Mapping[Terms, tuple[str, Stress]] = {
    Terms.ON_RECORD: ("○", Stress.ON_RECORD),
    Terms.RULE: ("●", Stress.RULE),
    Terms.NO_QUOTATION: ("■", Stress.NO_QUOTATION),
}
_MEANS: Mapping[Terms, str] = {
    Terms.ON_RECORD: later(
        "What is said in this item may be reported, with the name of whoever said it."
    ),
    Terms.NO_QUOTATION: later(
        "Only the sense of what is said may be reported; "
        "it is neither quoted nor attributed to a delegation."
    ),
}


def terms_line(item: AgendaItem, material: Material, pen: Pen) -> Line:
    """Return the terms of an item; nothing where all items of the meeting have the same."""
    if not item.kind.has_terms or item.terms not in _LOOKS or not differ(material):
        return ()
    return marked(item.terms, pen)


def marked(terms: Terms, pen: Pen) -> Line:
    """Return the sign and the word of terms in their colour; a KeyError for "no notes"."""
    sign, stress = _LOOKS[terms]
    return stressed((*pen.text(f"{sign} "), *pen.say(wording.of(terms))), stress)


def differ(material: Material) -> bool:
    """Return whether items of the meeting are held under different terms that are told."""
    return len(_told(material)) > 1


def _told(material: Material) -> set[Terms]:
    return {item.terms for item in material.spoken} & set(_LOOKS)


def meanings(material: Material, pen: Pen) -> tuple[Line, ...]:
    """Return what each of the terms but the Rule means, where items differ in them."""
    if not differ(material):
        return ()
    there = _told(material)
    return tuple(
        pen.say("{terms}: {meaning}", terms=marked(terms, pen), meaning=pen.say(_MEANS[terms]))
        for terms in Terms
        if terms in there and terms in _MEANS
    )
