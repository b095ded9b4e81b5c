"""What the chair's own copy of a briefing pack adds: cues beside the items, and their terms."""

from __future__ import annotations

from itertools import groupby

from dialogueprep.domain.briefs import item_terms
from dialogueprep.domain.briefs.blocks import Block, Heading, Line, Stress, Table, plain, stressed
from dialogueprep.domain.briefs.cues import Cues
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import between, span, weekday
from dialogueprep.domain.briefs.material import Material, numbers
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.timetable import Slot, Timetable


def section(material: Material, pen: Pen) -> Section:
    """Return each day with the cues of its items; items without one are left out.

    That an item goes without notes is not said here either: the run sheet says it.
    """
    cues = Cues(material, pen, Timetable(material.slots))
    labels = numbers(material.timed)
    blocks: list[Block] = []
    for number, slots in groupby(material.timed, key=lambda slot: slot.day):
        rows = [(slot, _told(slot, cues)) for slot in slots]
        kept = [(slot, told) for slot, told in rows if told]
        if kept:
            on = pen.text(weekday(material.dialogue.day(number), pen.language))
            heading = pen.say("Day {number}: {date}", number=number + 1, date=on)
            blocks += [Heading("", heading, 2), _table(kept, labels, heading, pen)]
    return Section(pen.say("Cues for the chair"), tuple(blocks))


def _told(slot: Slot, cues: Cues) -> Line:
    """Return the terms and cues of a slot, a line each."""
    told = list(cues.for_chair(slot))
    if slot.item.kind.has_terms and slot.item.terms is not Terms.NO_NOTES:
        told.insert(0, item_terms.marked(slot.item.terms, cues.pen))
    return between(told, "\n", cues.pen.language)


def _table(kept: list[tuple[Slot, Line]], labels: dict[str, str], heading: Line, pen: Pen) -> Table:
    head = (pen.say("Time"), pen.say("Item"), pen.say("Cues"))
    rows = tuple(
        (pen.text(span(s.start, s.end, pen.language)), _title(s, labels, pen), told)
        for s, told in kept
    )
    return Table(head, rows, (0.17, 0.4, 0.43), (), plain(heading))


def _title(slot: Slot, labels: dict[str, str], pen: Pen) -> Line:
    title, label = pen.write(slot.item.titles), labels.get(slot.item.id)
    if label is not None:
        title = pen.say("Session {number}. {title}", number=label, title=title)
    return stressed(title, Stress.STRONG)
