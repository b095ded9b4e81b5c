"""The concept note: why a meeting is held, what it is to reach, how and about what it talks."""

from __future__ import annotations

from dialogueprep.domain.briefs import frame, item_terms, orders, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Bullets,
    Facts,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Product,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import days, joined
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material, sessions
from dialogueprep.domain.briefs.pen import Pen, language_name
from dialogueprep.domain.briefs.presence import capacity, delegation_label, headcount
from dialogueprep.domain.dialogue import AgendaItem, ItemKind
from dialogueprep.domain.people import Role
from dialogueprep.domain.texts import Language, Texts


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the concept note of a meeting that is still to come."""
    pen = Pen(language)
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.CONCEPT_NOTE, pen, material, held=False),
        Notice(_notice(material, pen)),
        Facts(facts(material, pen, audience)),
        PageBreak(),
        *frame.laid_out(pen.language, *parts(material, pen)),
    )
    return frame.framed(Product.CONCEPT_NOTE, audience, pen, material, *blocks)


def _notice(material: Material, pen: Pen) -> tuple[Line, ...]:
    rule = sentences.rule_lines(material, pen, held=False)
    return (*rule, *item_terms.meanings(material, pen))


def parts(material: Material, pen: Pen) -> tuple[Section, ...]:
    """Return the sections of a concept note, from background to practical matters."""
    return (
        *aims(material, pen),
        themes(material, pen),
        *participation(material, pen),
        practical(material, pen),
    )


def aims(material: Material, pen: Pen) -> tuple[Section, ...]:
    """Return background, objectives, and how the meeting is held.

    The context of the report is no background: it looks back.
    """
    dialogue = material.dialogue
    background = _own(dialogue.backgrounds, material, pen)
    return (
        Section(pen.say("Background"), frame.paragraphs(background)),
        Section(pen.say("Objectives"), frame.steps(_own(dialogue.objectives, material, pen))),
        Section(pen.say("How the meeting is held"), frame.paragraphs(_format(material, pen))),
    )


def participation(material: Material, pen: Pen) -> tuple[Section, ...]:
    """Return who takes part, and what is to come out of it."""
    return (
        Section(pen.say("Participation"), frame.paragraphs(_participation(material, pen))),
        Section(pen.say("Expected output"), _output(material, pen)),
    )


def practical(material: Material, pen: Pen) -> Section:
    """Return the practical matters, in the words of the organisers."""
    own = _own(material.dialogue.practicalities, material, pen)
    return Section(pen.say("Practical matters"), frame.steps(own))


def _own(texts: Texts, material: Material, pen: Pen) -> tuple[Line, ...]:
    """Return the lines of a text of the dialogue, which can be rewritten where it comes from."""
    return pen.lines(texts, origin=material.dialogue.id)


def facts(material: Material, pen: Pen, audience: Audience) -> tuple[tuple[Line, Line], ...]:
    """Return dates, place, sessions, language and circulation, as far as they are known."""
    rows = (
        (pen.say("Dates"), _dates(material, pen)),
        (pen.say("Place"), pen.write(material.dialogue.place)),
        (pen.say("Sessions"), sentences.session_count(material, pen)),
        (pen.say("Working language"), _working_language(material, pen)),
        (pen.say("Circulation"), sentences.circulation(audience, pen)),
    )
    return tuple((label, value) for label, value in rows if value)


def _dates(material: Material, pen: Pen) -> Line:
    return pen.text(days(material.dialogue.first_day, material.dialogue.last_day, pen.language))


def _working_language(material: Material, pen: Pen) -> Line:
    name = language_name(material.dialogue.working_language, pen)
    if not any(Role.INTERPRETER in a.roles for a in material.attendances):
        return name
    return pen.say("{language}, with interpretation", language=name)


def _format(material: Material, pen: Pen) -> tuple[Line, ...]:
    """Return how the meeting is held, as far as the agenda says it."""
    talks = [g[0].item.minutes for g in sessions(material.timed)]
    lengths = _lengths(talks, pen) if talks else ()
    rule = pen.say(
        "Participation is by invitation. What is said may be used afterwards; who said it may not "
        "be revealed."
    )
    held = one_after_the_other((lengths, _way(material, pen)), pen.language)
    return tuple(line for line in (held, rule if sentences.under_rule(material) else ()) if line)


def _lengths(talks: list[int], pen: Pen) -> Line:
    short, long = min(talks), max(talks)
    if short == long:
        return pen.say("Each session lasts {n} minutes.", n=short)
    return pen.say("Sessions last from {short} to {long} minutes.", short=short, long=long)


def _way(material: Material, pen: Pen) -> Line:
    opened = any({Role.PRESENTER, Role.DISCUSSANT} & a.roles for a in material.attendances)
    groups = any(item.kind is ItemKind.BREAKOUT for item in material.items)
    first = pen.say("Short presentations open a discussion for which most of the time is kept.")
    back = pen.say("Parallel groups report back to all.")
    return one_after_the_other((first if opened else (), back if groups else ()), pen.language)


def themes(material: Material, pen: Pen) -> Section:
    """Return the themes: each numbered item with its guiding questions."""
    items = [slot.item for group in sessions(material.timed) for slot in group]
    intro = pen.say("The questions are a guide, and are put to all sides alike.")
    shown = (Paragraph(intro, quiet=True),) if any(i.questions for i in items) else ()
    return Section(
        pen.say("Themes and guiding questions"), shown, tuple(_theme(i, pen) for i in items)
    )


def _theme(item: AgendaItem, pen: Pen) -> Section:
    questions = tuple(line for q in item.questions if (line := pen.write(q.texts, origin=item.id)))
    following = Paragraph(pen.say("The questions will follow."), quiet=True)
    return Section(pen.write(item.titles), (Bullets(questions) if questions else following,))


def _participation(material: Material, pen: Pen) -> tuple[Line, ...]:
    found = headcount(material, pen)
    expected = pen.say("The meeting will bring together {people}.", people=found) if found else ()
    capacity_line = capacity(material, pen, held=False)
    identified = pen.say("Affiliations are given for identification only.")
    first = one_after_the_other(
        (expected or _invited(material, pen), capacity_line, identified if capacity_line else ()),
        pen.language,
    )
    order = orders.delegation_order(material, pen)
    return tuple(line for line in (first, order) if line)


def _invited(material: Material, pen: Pen) -> Line:
    """Return whom the hosts invite, while too few are confirmed to count them."""
    planned = [d for d in material.dialogue.delegations if d.target and d.region]
    if not planned:
        return ()
    labels = joined([delegation_label(pen, d) for d in planned], pen.language)
    return pen.say("The hosts invite participants from {places}.", places=labels)


def _output(material: Material, pen: Pen) -> tuple[Block, ...]:
    own = frame.steps(_own(material.dialogue.outputs, material, pen))
    if not sentences.under_rule(material):
        return own
    rule = pen.say(
        "Documents of the meeting give views without saying whose they are. Words stand beside a "
        "name only if they were said on the record, or if the person agreed to be quoted."
    )
    return (*own, Paragraph(rule))
