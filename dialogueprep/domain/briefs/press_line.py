"""The press line: the few sentences that were agreed, and what editors may say of the meeting.

It is to fit on one page, so it bears its title in its own language alone.
"""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.briefs import frame, opening_formula, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Brief,
    Heading,
    Line,
    Notice,
    Paragraph,
    Product,
)
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.presence import headcount_sentence
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the press line with a note to editors.

    Raises Refused("press-line-missing") while no sentences were agreed.
    """
    pen = Pen(language)
    agreed = pen.lines(material.dialogue.press_lines, material.dialogue.id)
    if not agreed:
        raise Refused("press-line-missing")
    blocks = (
        *frame.hosts(material, pen),
        replace(frame.title(Product.PRESS_LINE, pen, material, held=True), others=()),
        *frame.paragraphs(agreed),
        Heading("", pen.say("Note to editors"), 1),
        Paragraph(_note(material, pen), quiet=True),
        Notice(sentences.rule_lines(material, pen, held=True)),
    )
    return frame.framed(Product.PRESS_LINE, audience, pen, material, *blocks)


def _note(material: Material, pen: Pen) -> Line:
    parts = (
        opening_formula.held(material, pen),
        headcount_sentence(material, pen),
        opening_formula.terms(material, pen),
    )
    return one_after_the_other(parts, pen.language)
