"""The sentences with which summaries open: who held what, under which rule, on which topics."""

from __future__ import annotations

from dialogueprep.domain.briefs import frame, sentences
from dialogueprep.domain.briefs.blocks import Line
from dialogueprep.domain.briefs.language_forms import joined, quoted, quoted_list, round_number
from dialogueprep.domain.briefs.material import Material, sessions
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.dialogue import Terms


def held(material: Material, pen: Pen) -> Line:
    """Return who held what, when and where."""
    dialogue = material.dialogue
    facts: dict[str, Line | str | int] = {
        "hosts": capitalised(hosts(material, pen)),
        "title": quoted(pen.write(material.titles), pen.language),
        "occasion": _occasion(material, pen),
    }
    if not dialogue.hosts:
        return capitalised(pen.say("{title} was held {occasion}.", **facts))
    if material.series is None or dialogue.round is None:
        return pen.say("{hosts} held the meeting {title} {occasion}.", **facts)
    number = round_number(dialogue.round, pen.language)
    facts |= {"series": pen.write(material.series.names), "round": number}
    return pen.say("{hosts} held round {round} of the {series}, {title}, {occasion}.", **facts)


def _occasion(material: Material, pen: Pen) -> Line:
    when = pen.text(sentences.dates(material, pen))
    place = pen.write(material.dialogue.place)
    return pen.say("{when} in {place}", when=when, place=place) if place else when


def hosts(material: Material, pen: Pen) -> Line:
    """Return the names of the hosts as a list in a sentence."""
    return joined([frame.host(host, pen) for host in material.dialogue.hosts], pen.language)


def terms(material: Material, pen: Pen) -> Line:
    """Return under which rule the meeting was held."""
    if not sentences.under_rule(material):
        return pen.say("The meeting was on the record.")
    if sentences.partly_on_record(material):
        return pen.say("The meeting was held in part under the Chatham House Rule.")
    return pen.say("The meeting was held under the Chatham House Rule.")


def topics(material: Material, pen: Pen) -> Line:
    """Return what was discussed; items without notes are not among it."""
    slots = [slot for group in sessions(material.timed) for slot in group]
    open_ = [s.item for s in slots if s.item.terms is not Terms.NO_NOTES and s.item.titles]
    titles = [pen.write(item.titles) for item in open_]
    if not titles:
        return ()
    return pen.say("The discussion covered {topics}.", topics=quoted_list(titles, pen.language))
