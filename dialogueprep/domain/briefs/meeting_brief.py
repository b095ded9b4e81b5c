"""The meeting brief, which is always called a rapporteur's summary beneath its name."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import annexes, frame, quotations, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Facts,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Product,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.briefs.presence import headcount
from dialogueprep.domain.notes import Column
from dialogueprep.domain.texts import Language


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the meeting brief: cover, context, what the discussion showed, recommendations."""
    pen = Pen(language)
    ends = annexes.kept(material, audience)
    body = (*_body(material, pen, audience), *annexes.blocks(ends, material, pen, audience))
    cover = (*_cover(material, pen, audience), PageBreak())
    blocks = (*cover, *frame.contents(pen, body), *body)
    made = frame.framed(Product.MEETING_BRIEF, audience, pen, material, *blocks)
    return replace(made, annexes=ends)


def _cover(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    rule = sentences.rule_lines(material, pen, held=True)
    return (
        *frame.hosts(material, pen),
        frame.title(Product.MEETING_BRIEF, pen, material, held=True),
        Notice((*rule, sentences.capacity_and_authorship(material, pen))),
        Facts(_facts(material, pen, audience)),
    )


def _facts(material: Material, pen: Pen, audience: Audience) -> tuple[tuple[Line, Line], ...]:
    rows = (
        (pen.say("Sessions"), sentences.session_count(material, pen)),
        (pen.say("Present"), capitalised(headcount(material, pen))),
        (pen.say("Circulation"), sentences.circulation(audience, pen)),
    )
    return tuple((label, value) for label, value in rows if value)


def _body(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    dialogue = material.dialogue
    return frame.laid_out(
        pen.language,
        Section(pen.say("Context"), frame.paragraphs(pen.lines(dialogue.contexts, dialogue.id))),
        _discussion(material, pen),
        Section(pen.say("Recommendations"), frame.recommendations(pen, material.proposals)),
        Section(pen.say("Next steps"), frame.steps(pen.lines(dialogue.next_steps, dialogue.id))),
        quotations.section(material, pen, audience),
    )


def _discussion(material: Material, pen: Pen) -> Section:
    parts: list[Section] = []
    numbered = 0
    for column in Column:
        heading = pen.say(wording.heading(column))
        found = [f for f in material.findings if f.column is column and f.texts]
        parts.append(Section(heading, frame.findings(material, pen, found, after=numbered)))
        numbered += len(found)
    intro = pen.say(
        "Findings stand in order of weight, not in the order of the sessions. How widely a view "
        "was held is said in words, and is the rapporteur’s judgement."
    )
    nothing = frame.nothing_yet(material, pen)
    blocks = (Paragraph(intro, quiet=True),) if numbered else nothing
    return Section(pen.say("What the discussion showed"), blocks, tuple(parts))
