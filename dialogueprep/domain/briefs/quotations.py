"""Statements in documents: exact words beside the name, as far as the person's consent goes."""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Audience, Line, Paragraph, Run, Why
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import said_in_quotes
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.name_order import name_line
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.notes import Statement, StatementKind
from dialogueprep.domain.people import Participation


def section(material: Material, pen: Pen, audience: Audience) -> Section:
    """Return the statements that this audience may read, each beside the name; none: left out."""
    found = material.quotable(audience)
    return Section(
        pen.say("Statements"), tuple(Paragraph(_line(it, who, pen)) for it, who in found)
    )


def _line(it: Statement, who: Participation, pen: Pen) -> Line:
    name = name_line(who, pen, Why.STATEMENT)
    words = said_in_quotes(_exact(it, pen), pen.language)
    if it.kind is StatementKind.ON_RECORD:
        return pen.say("{name}, on the record: {words}", name=name, words=words)
    return pen.say("{name}, quoted with consent: {words}", name=name, words=words)


def _exact(it: Statement, pen: Pen) -> Line:
    text = it.texts.best_text(pen.language)
    return (Run(text.wording, text.language, it.id),)
