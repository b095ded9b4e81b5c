"""The briefing pack: what a participant needs before and at the meeting, in one document.

Observers get neither the list of participants nor what is on the table; the chair gets cues.
Each part begins a page of its own, so that a part that changed can take the place of another.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.domain.briefs import (
    chairs_notes,
    concept_note,
    frame,
    item_terms,
    participant_list,
    programme,
    sentences,
    topic_briefs,
)
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Contents,
    Facts,
    Heading,
    Line,
    NotePage,
    Notice,
    PageBreak,
    Paragraph,
    Product,
    Stress,
    stressed,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material, numbers, sessions
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.presence import capacity
from dialogueprep.domain.texts import Language


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the pack: cover, contents, and the parts that hold something."""
    pen = Pen(language)
    body = frame.laid_out(language, *_parts(material, pen, audience))
    blocks = (
        *_cover(material, pen, audience),
        PageBreak(),
        Contents(pen.say("Contents")),
        *_apart(body),
    )
    return frame.framed(Product.BRIEFING_PACK, audience, pen, material, *blocks)


def _cover(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    own = capacity(material, pen, held=False)
    notice = (*sentences.rule_lines(material, pen, held=False), *((own,) if own else ()))
    return (
        *frame.hosts(material, pen),
        frame.title(Product.BRIEFING_PACK, pen, material, held=False),
        Notice((*notice, *item_terms.meanings(material, pen))),
        Facts(concept_note.facts(material, pen, audience)),
    )


def _parts(material: Material, pen: Pen, audience: Audience) -> tuple[Section, ...]:
    return (
        _programme(material, pen, audience),
        *([chairs_notes.section(material, pen)] if audience is Audience.CHAIR else ()),
        Section(pen.say("Concept note"), (), _concept(material, pen)),
        _topics(material, pen, audience),
        *([_participants(material, pen, audience)] if audience is not Audience.OBSERVERS else ()),
        concept_note.practical(material, pen),
        _notes(material, pen),
    )


def _programme(material: Material, pen: Pen, audience: Audience) -> Section:
    days = programme.days(material, pen, audience)
    return Section(pen.say("Programme"), tuple(frame.lowered(block) for block in days))


def _concept(material: Material, pen: Pen) -> tuple[Section, ...]:
    return (*concept_note.aims(material, pen), *concept_note.participation(material, pen))


def _topics(material: Material, pen: Pen, audience: Audience) -> Section:
    """Return a brief for each numbered item; observers do not read what is on the table."""
    table = audience is not Audience.OBSERVERS
    items = [slot.item for group in sessions(material.timed) for slot in group]
    intro = pen.say("The questions are a guide, and are put to all sides alike.")
    shown = any(item.recommendations for item in items) and table
    candidates = pen.say(
        "What is on the table comes from the sources that are named with it. Nobody at this "
        "meeting has agreed to it."
    )
    lines = (intro, candidates) if shown else (intro,)
    lead = (Paragraph(one_after_the_other(lines, pen.language), quiet=True),)
    briefs = topic_briefs.sections(items, material.library, pen, table=table)
    return Section(pen.say("Topic briefs"), lead if items else (), briefs)


def _participants(material: Material, pen: Pen, audience: Audience) -> Section:
    """Return the list of those who agreed to it; nothing while nobody has."""
    if not material.listed(audience):
        return Section(pen.say("Participants"))
    lists = participant_list.lists(material, pen, audience)
    return Section(pen.say("Participants"), tuple(frame.lowered(block) for block in lists))


def _notes(material: Material, pen: Pen) -> Section:
    """Return a page to write on for each numbered item, and one more."""
    labels = numbers(material.timed)
    items = [slot.item for group in sessions(material.timed) for slot in group]
    titles: list[Line] = [
        pen.say("Session {number}. {title}", number=labels[i.id], title=pen.write(i.titles))
        for i in items
    ]
    pages = [*titles, pen.say("Further notes")]
    ruled = (NotePage(stressed(line, Stress.STRONG)) for line in pages)
    blocks = [block for page in ruled for block in (PageBreak(), page)]
    return Section(pen.say("Notes"), tuple(blocks[1:]))


def _apart(body: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks, each part on a new page."""
    for block in body:
        if isinstance(block, Heading) and block.level == 1:
            yield PageBreak()
        yield block
