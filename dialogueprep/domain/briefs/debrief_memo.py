"""The debrief memo of the organisers: what worked, what was new, what is open, who does what.

It compares with the library, so it is for nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import frame, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Bullets,
    Facts,
    Line,
    Notice,
    Paragraph,
    Product,
    Run,
    Table,
    plain,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import day, listing
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.follow_ups import FollowUp
from dialogueprep.domain.notes import Column, Finding, Proposal, Relation
from dialogueprep.domain.texts import Language, language_of

_SHARED = (Column.CONVERGENT, Column.EMERGING)


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the memo: figures, what worked, what was new against the library, follow-ups."""
    pen = Pen(language)
    blocks = (
        frame.title(Product.DEBRIEF_MEMO, pen, material, held=True),
        Notice(sentences.rule_lines(material, pen, held=True)),
        *_figures(material, pen),
        *_body(material, pen),
    )
    return frame.framed(Product.DEBRIEF_MEMO, audience, pen, material, *blocks)


def _figures(material: Material, pen: Pen) -> tuple[Facts, ...]:
    by_column = [
        pen.say("{column}: {count}", column=pen.say(wording.heading(column)), count=n)
        for column in Column
        if (n := sum(f.column is column for f in _told(material)))
    ]
    rows = (
        (pen.say("Findings"), listing(by_column, pen.language)),
        (pen.say("Recommendations"), _new_of(material, pen)),
        (pen.say("Follow-ups"), _done_of(material, pen)),
    )
    said = tuple((label, value) for label, value in rows if value)
    return (Facts(said),) if said else ()


def _done_of(material: Material, pen: Pen) -> Line:
    taken = material.inside.follow_ups
    done = sum(it.done for it in taken)
    return pen.say("{done} of {count} done", done=done, count=len(taken)) if taken else ()


def _new_of(material: Material, pen: Pen) -> Line:
    if not material.proposals:
        return ()
    known = [p for p in material.proposals if p.recommendation in material.inside.library]
    facts = {"count": len(material.proposals), "new": len(material.proposals) - len(known)}
    return pen.say("{count}, of them {new} not in the library before", **facts)


def _told(material: Material) -> tuple[Finding, ...]:
    return tuple(f for f in material.findings if f.texts)


def _body(material: Material, pen: Pen) -> tuple[Block, ...]:
    found = _told(material)
    shared = [f for f in found if f.column in _SHARED]
    fresh = [f for f in shared if f.recommendation not in material.inside.library]
    open_ = [f for f in found if f.column not in _SHARED]
    return frame.laid_out(
        pen.language,
        Section(pen.say("What worked, and what did not"), _worked(material, pen)),
        Section(
            pen.say("What was new"),
            parts=(
                Section(pen.say("Views that the library does not have"), _bullets(fresh, pen)),
                Section(pen.say("Recommendations beside the library"), _beside(material, pen)),
            ),
        ),
        Section(pen.say("What is still open"), _bullets(open_, pen)),
        Section(pen.say("Follow-ups"), _follow_ups(material, pen)),
    )


def _worked(material: Material, pen: Pen) -> tuple[Block, ...]:
    lines = pen.lines(material.dialogue.debriefs, material.dialogue.id)
    if not lines:
        return (Paragraph(pen.say("Nothing has been written down yet."), quiet=True),)
    return frame.steps(lines)


def _bullets(found: Sequence[Finding], pen: Pen) -> tuple[Block, ...]:
    lines = tuple(pen.write(f.texts, origin=f.id) for f in found)
    return (Bullets(lines),) if lines else ()


def _beside(material: Material, pen: Pen) -> tuple[Block, ...]:
    rows = tuple(_pair(it, material, pen) for it in material.proposals)
    if not rows:
        return ()
    head = (pen.say("This round"), pen.say("In the library"))
    summary = plain(pen.say("Recommendations beside the library"))
    return (Table(head, rows, (0.54, 0.46), (), summary),)


def _pair(it: Proposal, material: Material, pen: Pen) -> tuple[Line, ...]:
    known = material.inside.library.get(it.recommendation) if it.recommendation else None
    if not known:
        return pen.write(it.texts, origin=it.id), pen.say("Not in the library")
    title = pen.write(known)
    match it.relation:
        case Relation.SUPPORTS:
            there = pen.say("Supports: {title}", title=title)
        case Relation.REVISES:
            there = pen.say("Revises: {title}", title=title)
        case _:
            there = title
    return pen.write(it.texts, origin=it.id), there


def _follow_ups(material: Material, pen: Pen) -> tuple[Block, ...]:
    known = material.inside.follow_ups
    if not known:
        return (Paragraph(pen.say("None was taken on yet."), quiet=True),)
    head = (pen.say("What"), pen.say("Responsible"), pen.say("By"), pen.say("State"))
    rows = tuple(_follow_up(it, material, pen) for it in known)
    return frame.filled(Table(head, rows, (0.44, 0.22, 0.2, 0.14), (), pen.tell("Follow-ups")))


def _follow_up(it: FollowUp, material: Material, pen: Pen) -> tuple[Line, ...]:
    return (
        pen.write(it.texts, origin=it.id),
        _owner(it.owner, material, pen),
        pen.text(day(it.due, pen.language)) if it.due else (),
        pen.say("Carried out") if it.done else pen.say("Still to do"),
    )


def _owner(owner: str, material: Material, pen: Pen) -> Line:
    """Return who does it; a host by its name in the document's language."""
    for host in material.dialogue.hosts:
        if owner in (host.acronym, *(text.wording for text in host.names.entries)):
            return frame.host(host, pen)
    return (Run(owner, language_of(owner, pen.language), composed=True),) if owner else ()
