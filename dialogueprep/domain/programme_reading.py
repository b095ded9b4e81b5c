"""What a programme that comes back says: items with day, time, title and further lines.

It is read from rows of words, whoever typed them: tables with a column of times, paragraphs
that begin with a time, days as headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from dialogueprep import words
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.programme_rows import Row, Tracked, Tracking
from dialogueprep.domain.programme_times import Span, read_day, read_minutes, read_span
from dialogueprep.domain.texts import LANGUAGES

MOST_ITEMS = 1000
_MOST_HEADING = 90
_BACKWARDS = 120  # minutes; a time that is so much earlier begins another day
_SIGNS = " \t:：.,、-–—·•|｜）)"
_NUMBER = re.compile(
    r"(?:(?:session|item|panel|part)\s+(?P<a>\d{1,2}[A-J]?|[IVX]{1,4}\b)|"
    r"第\s*(?P<b>\d{1,2}[A-J]?)\s*(?:场|場|节|節|部分|議題|议题|セッション)|"
    r"(?:セッション|議題|议题|세션|의제)\s*(?P<c>\d{1,2}[A-J]?)|제\s*(?P<e>\d{1,2}[A-J]?)\s*(?:세션|부|의제)|"
    r"(?P<d>\d{1,2}[A-J]?)(?=[.)．、])(?![.．]\d))\s*[:：.．、)]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Theirs:
    """An item of a programme that came back; times in minutes after midnight of its day."""

    day: int
    start: int
    end: int | None
    title: str
    number: str = ""
    lines: tuple[str, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """What was read. ``taken_out`` are rows of which all words are tracked as deleted."""

    items: tuple[Theirs, ...]
    comments: tuple[str, ...] = ()
    taken_out: tuple[Tracked, ...] = ()


def read_programme(rows: Iterable[Row], first_day: date, days: int, name: str = "") -> Programme:
    """Return the programme that rows hold, for a meeting of so many days.

    Refused("programme-without-times", name) if no row begins with a time, and
    Refused("programme-too-long", name, most).
    """
    reader = _Reader(first_day, days)
    for row in rows:
        if _changes_begin(row.text):
            break
        reader.take(row)
        if len(reader.items) > MOST_ITEMS:
            raise Refused("programme-too-long", name=name, most=MOST_ITEMS)
    if not reader.items:
        raise Refused("programme-without-times", name=name)
    return Programme(_ended(reader.items), tuple(reader.comments), tuple(reader.taken_out))


@dataclass
class _Reader:
    first_day: date
    days: int
    day: int = 0
    days_named: bool = False
    items: list[Theirs] = field(default_factory=list[Theirs])
    comments: list[str] = field(default_factory=list[str])
    taken_out: list[Tracked] = field(default_factory=list[Tracked])

    def take(self, row: Row) -> None:
        cells = [cell for cell in row.cells if cell]
        found = _timed(cells)
        if found is None:
            self._take_untimed(row, cells)
            return
        at, span, minutes, rest = found
        for cell in cells[:at]:
            self._name_day(cell)
        self._next_day(span.start)
        end = span.end if span.end is not None else (span.start + minutes if minutes else None)
        number, title = numbered_title(rest[0]) if rest else ("", "")
        item = Theirs(
            self.day, span.start, end, title, number, tuple(rest[1:]), row.tracked, row.comments
        )
        if title:
            self.items.append(item)

    def _take_untimed(self, row: Row, cells: Sequence[str]) -> None:
        deleted = [t for t in row.tracked if t.what is Tracking.DELETED]
        if deleted and not cells:
            self.taken_out += deleted
        self.comments += row.comments
        if any(self._name_day(cell) for cell in cells) or not self.items:
            return
        last = self.items[-1]
        if self.days_named and last.day != self.day:
            return  # words under the heading of a day
        lines = (*last.lines, *(line for cell in cells for line in cell.split("\n")))
        tracked = (*last.tracked, *(row.tracked if cells else ()))
        self.items[-1] = replace(last, lines=lines, tracked=tracked)

    def _name_day(self, cell: str) -> bool:
        head = cell.split("\n", maxsplit=1)[0]
        if len(head) > _MOST_HEADING:
            return False
        day = read_day(head, self.first_day, self.days)
        if day is not None:
            self.day, self.days_named = day, True
        return day is not None

    def _next_day(self, start: int) -> None:
        """Without days in the text, a time that goes back far is the next day's."""
        last = self.items[-1] if self.items else None
        back = last is not None and last.day == self.day and start + _BACKWARDS < last.start
        if back and not self.days_named:
            self.day += 1


def _timed(cells: Sequence[str]) -> tuple[int, Span, int, list[str]] | None:
    """Return in which cell a time stands, the time, a length, and the other lines."""
    for at, cell in enumerate(cells[:3]):
        head, *below = cell.split("\n")
        alone = len(cells) > at + 1
        span = read_span(head, alone=alone and not below) or read_span(head)
        if span is None:
            continue
        rest = [head[span.at :].lstrip(_SIGNS).rstrip(), *below, *_lines(cells[at + 1 :])]
        minutes, rest = _length(rest)
        return at, span, minutes, [line for line in rest if line]
    return None


def _length(lines: list[str]) -> tuple[int, list[str]]:
    """Return the length that stands first among the lines, and the lines without it."""
    for n, line in enumerate(lines[:2]):
        found = read_minutes(line)
        if found is not None:
            minutes, at = found
            return minutes, [*lines[:n], line[at:].lstrip(_SIGNS).rstrip(), *lines[n + 1 :]]
    return 0, lines


def _lines(cells: Iterable[str]) -> list[str]:
    return [line for cell in cells for line in cell.split("\n")]


def numbered_title(line: str) -> tuple[str, str]:
    """Return the number that a title has, and the title without it."""
    found = _NUMBER.match(line)
    if found is None or not line[found.end() :].strip():
        return "", line
    number = next(filter(None, found.groups()))
    return number.upper(), line[found.end() :].strip()


def _ended(items: Sequence[Theirs]) -> tuple[Theirs, ...]:
    """Give an item without an end that of the next begin on its day."""
    found: list[Theirs] = []
    for n, item in enumerate(items):
        later = [i.start for i in items[n + 1 :] if i.day == item.day and i.start > item.start]
        end = item.end if item.end is not None else min(later, default=None)
        found.append(replace(item, end=end))
    return tuple(found)


def _changes_begin(text: str) -> bool:
    return any(pattern.fullmatch(text.strip()) for pattern in _change_headings())


@cache
def _change_headings() -> tuple[re.Pattern[str], ...]:
    """The headings of the section that says what is different, as this program writes it."""
    said = (words.of(each)("Changes since version {number}", number="\0") for each in LANGUAGES)
    return tuple(re.compile(re.escape(each).replace("\0", r"\d+")) for each in said)
