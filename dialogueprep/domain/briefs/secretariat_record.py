"""The secretariat record: everything of a meeting that may be kept, for the organisers only.

No note is in it and nothing that was struck or kept private; of an item without notes it says no
more than that it was on the programme.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import duties, frame, orders, quotations, register, sentences
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
    Run,
    Stress,
    Table,
    Why,
    composed,
    plain,
    stressed,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.item_terms import marked
from dialogueprep.domain.briefs.language_forms import between, clock, span, weekday
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material, numbers
from dialogueprep.domain.briefs.name_order import full_name_line, order_sentence, ordered
from dialogueprep.domain.briefs.participant_list import groups
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.briefs.presence import capacity, headcount
from dialogueprep.domain.briefs.support import finding_line
from dialogueprep.domain.dialogue import AgendaItem, Terms
from dialogueprep.domain.notes import Finding
from dialogueprep.domain.people import AT_TABLE, Participation, Standing
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.domain.timetable import Slot

_NOTHING = "–"


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the record: programme as held, attendance, results, statements, documents."""
    pen = Pen(language)
    sections = frame.laid_out(pen.language, *_sections(material, pen, audience))
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.SECRETARIAT_RECORD, pen, material, held=True),
        Notice((_restricted(pen), _kept(pen), *sentences.rule_lines(material, pen, held=True))),
        Facts(_facts(material, pen)),
        PageBreak(),
        *frame.contents(pen, sections),
        *sections,
    )
    brief = frame.framed(Product.SECRETARIAT_RECORD, audience, pen, material, *blocks)
    return replace(brief, classification=pen.say("Restricted. For organisers only"))


def _restricted(pen: Pen) -> Line:
    lead = stressed(pen.say("Restricted."), Stress.STRONG)
    rest = pen.say(
        "For the organisers only, not to be passed on or quoted. It names who was present; it does "
        "not say who said what, except on the record or with consent."
    )
    return one_after_the_other((lead, rest), pen.language)


def _kept(pen: Pen) -> Line:
    return pen.say(
        "It is drawn from programme, list, findings and releases. It holds no notes, and nothing "
        "that was struck or kept private. Findings are the rapporteur’s reading, agreed by nobody."
    )


def _facts(material: Material, pen: Pen) -> tuple[tuple[Line, Line], ...]:
    rows = (
        (pen.say("Sessions"), sentences.session_count(material, pen)),
        (pen.say("Present"), capitalised(headcount(material, pen))),
        (pen.say("State"), pen.say(wording.of(material.dialogue.phase))),
    )
    return tuple((label, value) for label, value in rows if value)


def _sections(material: Material, pen: Pen, audience: Audience) -> tuple[Section, ...]:
    dialogue = material.dialogue
    return (
        Section(pen.say("Context"), frame.paragraphs(pen.lines(dialogue.contexts, dialogue.id))),
        Section(pen.say("Programme as held"), parts=_programme(material, pen)),
        _attendance(material, pen),
        Section(pen.say("Findings"), _findings(material, pen)),
        Section(pen.say("Recommendations"), frame.recommendations(pen, material.proposals)),
        Section(pen.say("Next steps"), frame.steps(pen.lines(dialogue.next_steps, dialogue.id))),
        Section(pen.say("Follow-ups"), register.follow_ups(material, pen)),
        quotations.section(material, pen, audience),
        _documents(material, pen),
    )


def _documents(material: Material, pen: Pen) -> Section:
    """Return what is kept of documents; a single part stands without a heading above its own."""
    kept = tuple(part for part in register.sections(material, pen) if not part.empty)
    return kept[0] if len(kept) == 1 else Section(pen.say("Documents"), parts=kept)


# the programme ----------------------------------------------------------------------------------


def _programme(material: Material, pen: Pen) -> tuple[Section, ...]:
    labels, measured = numbers(material.timed), _measured(material)
    days: list[Section] = []
    for number, group in groupby(material.timed, key=lambda slot: slot.day):
        on = pen.text(weekday(material.dialogue.day(number), pen.language))
        heading = pen.say("Day {number}: {date}", number=number + 1, date=on)
        cells = [_cells(slot, labels, material, pen) for slot in group]
        head = (pen.say("Planned"), pen.say("Held"), pen.say("Item and people"))
        table = Table(head, tuple(cells), (0.17, 0.19, 0.64), (), plain(heading))
        days.append(Section(heading, (table if measured else _without_held(table),)))
    return tuple(days)


def _measured(material: Material) -> bool:
    """Return whether the program was told of any item when it began or how long it took."""
    return any(i.actual_minutes is not None or i.began is not None for i in material.items)


def _without_held(table: Table) -> Table:
    rows = tuple((planned, item) for planned, _, item in table.rows)
    return Table((table.head[0], table.head[2]), rows, (0.17, 0.83), (), table.summary)


def _cells(
    slot: Slot, labels: dict[str, str], material: Material, pen: Pen
) -> tuple[Line, Line, Line]:
    item = slot.item
    label, title = labels.get(item.id), pen.write(item.titles, origin=item.id)
    if label is not None:
        title = pen.say("Session {number}. {title}", number=label, title=title)
    lines: list[Line] = [stressed(title, Stress.STRONG) if item.kind.has_terms else title]
    if item.kind.has_terms and item.terms is not Terms.NO_NOTES:
        lines += [marked(item.terms, pen), *duties.role_lines(item, material, pen)]
    plan = material.inside.planned.get(item.id, (slot.start, slot.end))
    planned = pen.text(span(*plan, pen.language))
    return (
        planned,
        _as_held(item, plan[1] - plan[0], pen),
        between([x for x in lines if x], "\n", pen.language),
    )


def _as_held(item: AgendaItem, plan: int, pen: Pen) -> Line:
    """Return when an item began and how long it took, beside the minutes it was to take.

    When it ended is not told: pauses and a change of clocks stand between the begin and the end.
    """
    took, began = item.actual_minutes, item.began
    when = () if began is None else pen.say("began {time}", time=clock(began))
    if took is None:
        quiet = stressed(pen.say("end not noted"), Stress.QUIET)
        return between([when, quiet], "\n", pen.language) if when else pen.text(_NOTHING)
    said = pen.say("{n} min", n=took)
    if took != plan:
        said = pen.say("{n} min of {plan}", n=took, plan=plan)
    if not when:
        return said
    return between([when, stressed(said, Stress.QUIET)], "\n", pen.language)


# who was there ----------------------------------------------------------------------------------


def _attendance(material: Material, pen: Pen) -> Section:
    came = [p for p in material.participations if p.standing in AT_TABLE]
    said = one_after_the_other(
        (
            capacity(material, pen, held=True),
            pen.say("Affiliations are given for identification only."),
            orders.delegation_order(material, pen),
            order_sentence(came, pen, material.naming),
        ),
        pen.language,
    )
    found = [
        (label, ordered(members, pen.language, material.naming))
        for label, members in groups(material, came, pen)
    ]
    away = (Standing.INVITED, Standing.DECLINED)
    if absent := [p for p in material.participations if p.standing in away]:
        found.append((pen.say("Invited, not present"), duties.in_order(absent, material, pen)))
    tables = frame.filled(*(_people(*group, material, pen) for group in found))
    parts = (Section(label, (it,)) for (label, _), it in zip(found, tables, strict=True))
    shown = (Paragraph(said, quiet=True),) if came else ()
    return Section(pen.say("Attendance"), shown, tuple(parts))


def _people(label: Line, people: list[Participation], material: Material, pen: Pen) -> Table:
    rows = tuple(_person(p, material, pen) for p in people)
    head = (pen.say("Name"), pen.say("Position and institution"), pen.say("Capacity"),
            pen.say("Standing"))  # fmt: skip
    return Table(head, rows, (0.32, 0.36, 0.19, 0.13), (), plain(label))


def _person(who: Participation, material: Material, pen: Pen) -> tuple[Line, ...]:
    native = pen.language if pen.language != "ko" else "en"
    position = who.affiliation.position_in(pen.language)
    told: Line = (Run(position, language_of(position, native)),) if position else ()
    lines = [composed(x) for x in (told, frame.institution(who, material, pen)) if x]
    return (
        full_name_line(who, pen, Why.LISTED, capitals=material.naming.capitals),
        between(lines, "\n", pen.language),
        pen.say(wording.of(who.capacity)),
        pen.say(wording.of(who.standing)),
    )


# what came of it --------------------------------------------------------------------------------


def _findings(material: Material, pen: Pen) -> tuple[Block, ...]:
    found = [f for f in material.findings if f.texts]
    if not found:
        return ()
    rows = tuple(_finding(n, f, material, pen) for n, f in enumerate(found, start=1))
    head = ((), pen.say("Finding"), pen.say("Stands under"), pen.say("Support"))
    caption = pen.say(
        "Findings in order of weight. Support is the rapporteur’s judgement; nothing was voted on."
    )
    summary = pen.tell("The findings in order of weight, with where they stand and how widely.")
    return frame.filled(Table(head, rows, (0.06, 0.57, 0.2, 0.17), caption, summary))


def _finding(number: int, it: Finding, material: Material, pen: Pen) -> tuple[Line, ...]:
    support = pen.say(wording.of(it.support)) if it.support else pen.text(_NOTHING)
    return (
        pen.text(str(number)),
        finding_line(it, material, pen.language),
        pen.say(wording.heading(it.column)),
        support,
    )
