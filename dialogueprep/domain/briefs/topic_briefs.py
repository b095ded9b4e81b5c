"""Topic briefs: what an item of the agenda is about, its questions, what is on the table.

They are made from the library, and hold what a source printed and where; no rating, no reason and
no word on how the library came to it.
"""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Block, Bullets, Line, Paragraph, Run, Stress, stressed
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import between, day, quoted
from dialogueprep.domain.briefs.of_library import Cited, OfLibrary, OnTheTable, Subject
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.texts import Language, language_of

_SEMICOLONS: dict[Language, str] = {"en": "; ", "zh": "；", "ja": "、", "ko": "; "}


def brief(item: AgendaItem, known: OfLibrary, pen: Pen, *, table: bool) -> Section:
    """Return the brief of an item: what it is about, its questions, and with ``table`` what is on
    the table."""
    subject = known.topics.get(item.topic, Subject()) if item.topic else Subject()
    blocks = (
        *_about(subject, pen),
        *_questions(item, subject, pen),
        *(_table(item, known, pen) if table else ()),
        *_sources(subject, pen),
    )
    return Section(pen.write(item.titles), blocks)


def _about(subject: Subject, pen: Pen) -> tuple[Block, ...]:
    return tuple(Paragraph(line) for line in pen.lines(subject.summaries))


def _questions(item: AgendaItem, subject: Subject, pen: Pen) -> tuple[Block, ...]:
    """Return the guiding questions of the item; those of its topic while it has none."""
    own = [pen.write(q.texts, origin=item.id) for q in item.questions]
    asked = [q for q in own if q] or [q for q in map(pen.write, subject.questions) if q]
    if not asked:
        return (Paragraph(pen.say("The questions will follow."), quiet=True),)
    return (_lead(pen.say("Guiding questions"), pen), Bullets(tuple(asked)))


def _table(item: AgendaItem, known: OfLibrary, pen: Pen) -> tuple[Block, ...]:
    found = [known.recommendations[r] for r in item.recommendations if r in known.recommendations]
    if not found:
        return ()
    lead = _lead(pen.say("On the table, with its sources"), pen)
    return (lead, Bullets(tuple(_proposed(it, pen) for it in found)))


def _proposed(it: OnTheTable, pen: Pen) -> Line:
    """Return a recommendation with its sources beneath, in the document's language if it can be."""
    has_text = it.texts.get(pen.language) is not None
    in_title = not has_text and it.titles.get(pen.language) is not None
    said = pen.write(it.titles if in_title or not it.texts else it.texts)
    return between([said, *(citation(c, pen) for c in it.cited)], "\n", pen.language)


def _sources(subject: Subject, pen: Pen) -> tuple[Block, ...]:
    if not subject.cited:
        return ()
    told = between([citation(c, pen) for c in subject.cited], "\n", pen.language)
    return (_lead(pen.say("Sources of the topic"), pen), Paragraph(told, quiet=True))


def _lead(line: Line, pen: Pen) -> Paragraph:
    return Paragraph(stressed(line, Stress.STRONG), leads=True)


def citation(it: Cited, pen: Pen) -> Line:
    """Return source, publisher, day and place, as the program's own words."""
    facts: dict[str, Line] = {
        "title": quoted((_printed(it.title, it.language),), it.language),
        "publisher": (_printed(it.publisher, language_of(it.publisher, it.language)),),
        "date": pen.text(day(it.published, pen.language)),
    }
    if not it.places:
        return stressed(pen.say("{title}, {publisher}, {date}", **facts), Stress.QUIET)
    places = [(Run(at, language_of(at, "en"), composed=True),) for at in it.places]
    facts["place"] = between(places, _SEMICOLONS[pen.language], pen.language)
    return stressed(pen.say("{title}, {publisher}, {date}, {place}", **facts), Stress.QUIET)


def _printed(words: str, language: Language) -> Run:
    return Run(words, language, composed=True, printed=True)
