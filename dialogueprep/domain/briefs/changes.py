"""What is different between two editions of an agenda, in the words of a language.

The same words stand in the window and at the end of a programme. How somebody is named there
is the caller's: ``Naming`` returns the name of a participation, or nothing if it is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import (
    Block,
    Heading,
    Line,
    Paragraph,
    Stress,
    Table,
    plain,
    stressed,
)
from dialogueprep.domain.briefs.language_forms import between, joined, quoted, span, weekday
from dialogueprep.domain.briefs.language_forms import day as on_day
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.editions import Change, Comparison, Difference, Edition, Entry
from dialogueprep.domain.people import ParticipationId, Role
from dialogueprep.domain.texts import Texts
from dialogueprep.words import later

Naming = Callable[[ParticipationId], Line]


@dataclass(frozen=True, slots=True)
class Told:
    """One change as it is read: its day, time and item, what is different, and the changes."""

    day: int
    time: Line
    title: Line
    said: tuple[Line, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Writer:
    pen: Pen
    before: Edition
    after: Edition
    naming: Naming
    inside: bool = True  # for the window; no document mentions an item without notes

    def when(self, entry: Entry) -> Line:
        return self.pen.text(span(entry.start, entry.end, self.pen.language))

    def day_of(self, edition: Edition, day: int) -> Line:
        return self.pen.text(weekday(date_of(edition, day), self.pen.language))

    def title(self, texts: Texts) -> Line:
        return quoted(self.pen.write(texts), self.pen.language)


def date_of(edition: Edition, day: int) -> date:
    """Return the date of a day of an edition, counted from 0."""
    return edition.first_day + timedelta(days=day)


def told(
    comparison: Comparison, pen: Pen, naming: Naming, *, inside: bool = True
) -> tuple[Told, ...]:
    """Return the changes in the order of the later edition, neighbours that only shift as one.

    Where they are told to others than organisers, what says that an item goes without notes is
    left out.
    """
    writer = _Writer(pen, comparison.before, comparison.after, naming, inside)
    found = (_told(group, writer) for group in comparison.groups)
    return tuple(each for each in found if each.said)


def heading(comparison: Comparison, pen: Pen) -> Line:
    """Return "Changes since version 2"."""
    return pen.say("Changes since version {number}", number=comparison.before.number)


def dates_line(comparison: Comparison, pen: Pen) -> Line:
    """Return that the meeting begins on another day; nothing if it does not."""
    if not comparison.other_dates:
        return ()
    return pen.say(
        "The meeting now begins on {new}; it was {old}.",
        new=on_day(comparison.after.first_day, pen.language),
        old=on_day(comparison.before.first_day, pen.language),
    )


def blocks(comparison: Comparison, pen: Pen, naming: Naming) -> tuple[Block, ...]:
    """Return the section of a programme that says what is different; nothing for no change."""
    dates = dates_line(comparison, pen)
    outside = told(comparison, pen, naming, inside=False)
    if not dates and not outside:
        return ()
    found: list[Block] = [Heading("", heading(comparison, pen), 1)]
    if dates:
        found.append(Paragraph(dates))
    if rows := tuple(_row(each, comparison, pen) for each in outside):
        head = (pen.say("Time"), pen.say("What is different"))
        summary = plain(heading(comparison, pen))
        found.append(Table(head, rows, (0.24, 0.76), (), summary))
    return tuple(found)


def _row(each: Told, comparison: Comparison, pen: Pen) -> tuple[Line, Line]:
    day = pen.say("Day {number}", number=each.day + 1)
    cell = (stressed(each.title, Stress.STRONG), *each.said)
    return between([day, each.time], "\n", pen.language), between(cell, "\n", pen.language)


def _told(group: tuple[Change, ...], writer: _Writer) -> Told:
    first, pen = group[0], writer.pen
    day, time = first.entry.day, writer.when(first.entry)
    if len(group) == 1:
        return Told(day, time, pen.write(first.entry.titles), tuple(_said(first, writer)), group)
    title = pen.say(
        "{first} to {last}",
        first=writer.title(first.entry.titles),
        last=writer.title(group[-1].entry.titles),
    )
    return Told(day, time, title, (_shifted(first, pen, several=len(group)),), group)


def _said(change: Change, writer: _Writer) -> Iterator[Line]:
    pen, before, after = writer.pen, change.before, change.after
    if before is None:
        yield pen.say("New.")
    elif after is None:
        day = writer.day_of(writer.before, before.day)
        yield pen.say("Taken out; it was on {day}, {time}.", day=day, time=writer.when(before))
    else:
        for difference in change.what:
            yield from _SAY[difference](change, before, after, writer)


def _shifted(change: Change, pen: Pen, several: int = 1) -> Line:
    by = change.later_by
    if several > 1:
        words = later("{count} items begin {n} min later.") if by > 0 else (
            later("{count} items begin {n} min earlier."))  # fmt: skip
        return pen.say(words, n=abs(by), count=several)
    words = later("Begins {n} min later.") if by > 0 else later("Begins {n} min earlier.")
    return pen.say(words, n=abs(by))


def _moved(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    if before.day == after.day:
        yield writer.pen.say("Moved; it was at {time}.", time=writer.when(before))
        return
    day = writer.day_of(writer.before, before.day)
    yield writer.pen.say("Moved; it was on {day}, {time}.", day=day, time=writer.when(before))


def _shift(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    yield _shifted(change, writer.pen)


def _length(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    by = after.minutes - before.minutes
    words = later("{n} min longer, now {minutes} min.") if by > 0 else (
        later("{n} min shorter, now {minutes} min."))  # fmt: skip
    yield writer.pen.say(words, n=abs(by), minutes=after.minutes)


def _title(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    if plain(writer.pen.write(before.titles)) == plain(writer.pen.write(after.titles)):
        yield writer.pen.say("Its title in another language is new.")
    else:
        yield writer.pen.say("Renamed; it was {title}.", title=writer.title(before.titles))


def _kind(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    new, old = (writer.pen.say(wording.of(e.kind)) for e in (after, before))
    yield writer.pen.say("Kind of item: {new}; it was: {old}.", new=new, old=old)


def _terms(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    if not writer.inside and Terms.NO_NOTES in (before.terms, after.terms):
        return
    new, old = (writer.pen.say(wording.of(e.terms)) for e in (after, before))
    yield writer.pen.say("Terms: {new}; they were: {old}.", new=new, old=old)


def _room(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    new, old = (writer.pen.write(e.places) for e in (after, before))
    if new and old:
        yield writer.pen.say("Room: {new}; it was: {old}.", new=new, old=old)
    elif new:
        yield writer.pen.say("Room: {new}.", new=new)
    else:
        yield writer.pen.say("No room is given any longer.")


def _questions(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    known = {plain(writer.pen.write(q)) for q in before.questions}
    now = {plain(writer.pen.write(q)) for q in after.questions}
    new = [q for q in after.questions if plain(writer.pen.write(q)) not in known]
    gone = [q for q in before.questions if plain(writer.pen.write(q)) not in now]
    for question in new:
        yield writer.pen.say("New question: {question}", question=writer.pen.write(question))
    for question in gone:
        words = later("No longer asked: {question}")
        yield writer.pen.say(words, question=writer.pen.write(question))
    if not new and not gone:
        yield writer.pen.say("The questions stand in another order.")


def _roles(change: Change, before: Entry, after: Entry, writer: _Writer) -> Iterator[Line]:
    pen, unnamed = writer.pen, False
    for words, pairs in (
        (later("{role}: now {names}."), after.roles - before.roles),
        (later("{role}: no longer {names}."), before.roles - after.roles),
    ):
        for role in Role:
            lines = [writer.naming(who) for each, who in sorted(pairs) if each is role]
            unnamed |= not all(lines)
            if names := [line for line in lines if line]:
                label = pen.say(wording.role(role, several=len(names) > 1))
                yield pen.say(words, role=label, names=joined(names, pen.language))
    if unnamed:
        yield pen.say("Roles of people who are not named here are different.")


_SAY: dict[Difference, Callable[[Change, Entry, Entry, _Writer], Iterator[Line]]] = {
    Difference.MOVED: _moved,
    Difference.SHIFTED: _shift,
    Difference.LENGTH: _length,
    Difference.TITLE: _title,
    Difference.KIND: _kind,
    Difference.TERMS: _terms,
    Difference.PLACE: _room,
    Difference.QUESTIONS: _questions,
    Difference.ROLES: _roles,
}
