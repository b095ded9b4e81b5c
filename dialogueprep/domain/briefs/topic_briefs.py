"""Topic briefs: what an item of the agenda is about, its questions, what is on the table.

They are made from the library, and hold what a source printed and where; no rating, no reason and
no word on how the library came to it. A source stands once, in the list behind them, and is named
by its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Block, Bullets, Line, Paragraph, Run, Stress, stressed
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import between, day, listing, quoted
from dialogueprep.domain.briefs.of_library import Cited, OfLibrary, OnTheTable, Subject
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.places_cited import place
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.texts import Language, language_of

_SEMICOLONS: dict[Language, str] = {"en": "; ", "zh": "；", "ja": "、", "ko": "; "}


def sections(
    items: Sequence[AgendaItem], known: OfLibrary, pen: Pen, *, table: bool
) -> tuple[Section, ...]:
    """Return the brief of each item: what it is about, its questions, and with ``table`` what is on
    the table; then the sources of all of them."""
    sources = _Sources(pen)
    briefs = tuple(_brief(item, known, sources, table=table) for item in items)
    return (*briefs, Section(pen.say("Sources"), sources.listed()))


class _Sources:
    """Numbers sources in the order in which they are cited."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self._numbers: dict[Cited, int] = {}

    def cite(self, it: Cited) -> Line:
        """Return the number of a source, and the places in it."""
        whole = replace(it, places=())
        number = self.pen.text(f"[{self._numbers.setdefault(whole, len(self._numbers) + 1)}]")
        if not it.places:
            return stressed(number, Stress.QUIET)
        places = [place(at, self.pen) for at in it.places]
        told = between(places, _SEMICOLONS[self.pen.language], self.pen.language)
        return stressed(listing([number, told], self.pen.language), Stress.QUIET)

    def listed(self) -> tuple[Block, ...]:
        """Return the sources by number."""
        return tuple(
            Paragraph((*self.pen.text(f"[{n}] "), *citation(it, self.pen)))
            for it, n in self._numbers.items()
        )


def _brief(item: AgendaItem, known: OfLibrary, sources: _Sources, *, table: bool) -> Section:
    pen = sources.pen
    subject = known.topics.get(item.topic, Subject()) if item.topic else Subject()
    blocks = (
        *_about(subject, pen),
        *_questions(item, subject, pen),
        *(_table(item, known, sources) if table else ()),
        *_of_topic(subject, sources),
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


def _table(item: AgendaItem, known: OfLibrary, sources: _Sources) -> tuple[Block, ...]:
    found = [known.recommendations[r] for r in item.recommendations if r in known.recommendations]
    if not found:
        return ()
    lead = _lead(sources.pen.say("On the table, with its sources"), sources.pen)
    return (lead, Bullets(tuple(_proposed(it, sources) for it in found)))


def _proposed(it: OnTheTable, sources: _Sources) -> Line:
    """Return a recommendation with its sources beneath, in the document's language if it can be."""
    pen = sources.pen
    has_text = it.texts.get(pen.language) is not None
    in_title = not has_text and it.titles.get(pen.language) is not None
    said = pen.write(it.titles if in_title or not it.texts else it.texts)
    return between([said, *(sources.cite(c) for c in it.cited)], "\n", pen.language)


def _of_topic(subject: Subject, sources: _Sources) -> tuple[Block, ...]:
    if not subject.cited:
        return ()
    pen = sources.pen
    told = between([sources.cite(c) for c in subject.cited], "\n", pen.language)
    return (_lead(pen.say("Sources of the topic"), pen), Paragraph(told, quiet=True))


def _lead(line: Line, pen: Pen) -> Paragraph:
    return Paragraph(stressed(line, Stress.STRONG), leads=True)


def citation(it: Cited, pen: Pen) -> Line:
    """Return source, publisher and day, as the program's own words."""
    facts: dict[str, Line] = {
        "title": quoted((_printed(it.title, it.language),), it.language),
        "publisher": (_printed(it.publisher, language_of(it.publisher, it.language)),),
        "date": pen.text(day(it.published, pen.language)),
    }
    return stressed(pen.say("{title}, {publisher}, {date}", **facts), Stress.QUIET)


def _printed(words: str, language: Language) -> Run:
    return Run(words, language, composed=True, printed=True)
