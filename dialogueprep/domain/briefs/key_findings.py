"""Key findings: the public text, from the opening formula to the disclaimers."""

from __future__ import annotations

from dialogueprep.domain.briefs import frame, opening_formula, quotations, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Line,
    Notice,
    Paragraph,
    Product,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.presence import capacity, headcount_sentence
from dialogueprep.domain.texts import Language


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the key findings: opening formula, findings, recommendations, disclaimers."""
    pen = Pen(language)
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.KEY_FINDINGS, pen, material, held=True),
        Paragraph(opening(material, pen)),
        *_body(material, pen, audience),
        Notice((*sentences.rule_lines(material, pen, held=True), _disclaimers(pen))),
    )
    return frame.framed(Product.KEY_FINDINGS, audience, pen, material, *blocks)


def opening(material: Material, pen: Pen) -> Line:
    """Return the opening formula: who held what, when and where, with whom, under which rule."""
    parts = (
        opening_formula.held(material, pen),
        headcount_sentence(material, pen),
        capacity(material, pen, held=True),
        opening_formula.terms(material, pen),
        opening_formula.topics(material, pen),
        pen.say("The key findings follow.") if material.findings else (),
    )
    return one_after_the_other(parts, pen.language)


def _body(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    found = [finding for finding in material.findings if finding.texts]
    return frame.headed(
        Section(
            pen.say("Findings"),
            (*frame.findings(material, pen, found), *frame.nothing_yet(material, pen)),
        ),
        Section(pen.say("Recommendations"), frame.recommendations(pen, material.proposals)),
        Section(
            pen.say("Next steps"),
            frame.steps(pen.lines(material.dialogue.next_steps, material.dialogue.id)),
        ),
        quotations.section(material, pen, audience),
    )


def _disclaimers(pen: Pen) -> Line:
    return pen.say(
        "These findings are the rapporteur’s reading. They were not agreed by the participants, "
        "the hosts or their funders, and support by a funder is no endorsement."
    )
