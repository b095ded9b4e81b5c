"""The chair's summary: numbered paragraphs, verbs graded by support, on the chair's responsibility.

Its subject is the meeting or those who took part, never a person. A meeting that adopted a text
together would call it otherwise; so words that claim the agreement of all are found by `claims`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import frame, opening_formula, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Heading,
    Line,
    Notice,
    Numbered,
    Product,
)
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.presence import capacity, headcount_sentence
from dialogueprep.domain.briefs.support import finding_line
from dialogueprep.domain.notes import Column, Support
from dialogueprep.domain.quantifiers import consensus_word
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.words import later

# Translators: a sentence follows; end with what joins it on in your language.
_SHARED = {
    Support.WIDELY_HELD: later("The meeting recognised that"),
    Support.MANY: later("Many participants emphasised that"),
    Support.SEVERAL: later("Several participants underlined that"),
    Support.SOME: later("Some participants noted that"),
    Support.ONE_VIEW: later("The view was put forward that"),
}
_GAINING = {
    Support.WIDELY_HELD: later("The meeting noted with interest that"),
    Support.MANY: later("Many participants noted with interest that"),
    Support.SEVERAL: later("Several participants saw merit in the view that"),
    Support.SOME: later("Some participants raised the thought that"),
    Support.ONE_VIEW: later("The view was put forward that"),
}
_LEADS = {
    Column.DIVERGENT: later("A range of views was expressed on the following points."),
    Column.UNRESOLVED: later("The following questions were left open."),
}
_TABLE = later("The recommendations below arose from the discussion.")


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the chair's summary: paragraphs numbered through, headings without numbers."""
    pen = Pen(language)
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.CHAIRS_SUMMARY, pen, material, held=True),
        Notice((*sentences.rule_lines(material, pen, held=True), _responsibility(pen))),
        *_numbered(material, pen),
    )
    return frame.framed(Product.CHAIRS_SUMMARY, audience, pen, material, *blocks)


def claims(material: Material, language: Language) -> tuple[str, ...]:
    """Return the words of its findings and its opening that claim the agreement of all."""
    texts = [f.texts for f in material.findings] + [material.dialogue.chairs_openings]
    read = (Texts((t.best_text(language),)) for t in texts if t)
    return tuple(dict.fromkeys(word for it in read if (word := consensus_word(it))))


def graded(column: Column, support: Support) -> str:
    """Return the message whose verb says how widely a finding was supported."""
    return (_GAINING if column is Column.EMERGING else _SHARED)[support]


def _responsibility(pen: Pen) -> Line:
    return pen.say(
        "This summary is the chair’s own, on the chair’s responsibility. It was neither negotiated "
        "nor adopted by the participants, and binds neither them nor the hosts."
    )


def _numbered(material: Material, pen: Pen) -> Iterator[Block]:
    numbers = count(1)
    leading = [pen.say(lead) for lead in (*_LEADS.values(), _TABLE)]
    for heading, lines, after in _parts(material, pen):
        if heading and lines:
            yield Heading("", heading, 1)
        yield from (Numbered(str(next(numbers)), line, leads=line in leading) for line in lines)
        yield from after


def _parts(
    material: Material, pen: Pen
) -> Iterator[tuple[Line, tuple[Line, ...], tuple[Block, ...]]]:
    """Heading, paragraphs, and what stands beneath them without a number."""
    opened = bool(material.dialogue.chairs_openings)
    yield (), _opening(material, pen), () if opened else frame.nothing_yet(material, pen)
    for column in Column:
        heading = pen.say(wording.heading(column))
        lead = pen.say(_LEADS[column]) if column in _LEADS else ()
        found = tuple(
            finding_line(f, material, pen.language, graded)
            for f in material.findings
            if f.column is column and f.texts
        )
        yield heading, ((lead, *found) if lead and found else found), ()
    table = frame.recommendations(pen, material.proposals)
    told = (pen.say(_TABLE),) if table else ()
    yield pen.say("Recommendations"), told, table
    steps = pen.lines(material.dialogue.next_steps, material.dialogue.id)
    yield pen.say("The way forward"), (*steps, *_thanks(material, pen)), ()


def _opening(material: Material, pen: Pen) -> tuple[Line, ...]:
    present = (
        headcount_sentence(material, pen),
        capacity(material, pen, held=True),
        opening_formula.terms(material, pen),
    )
    lines = (
        opening_formula.held(material, pen),
        one_after_the_other(present, pen.language),
        opening_formula.topics(material, pen),
        *pen.lines(material.dialogue.chairs_openings, material.dialogue.id),
    )
    return tuple(line for line in lines if line)


def _thanks(material: Material, pen: Pen) -> tuple[Line, ...]:
    if not material.dialogue.hosts:
        return (pen.say("The chair thanked all who took part."),)
    hosts = opening_formula.hosts(material, pen)
    return (pen.say("The chair thanked {hosts}, and all who took part.", hosts=hosts),)
