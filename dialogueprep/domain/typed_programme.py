"""Items as they are typed or pasted, a line each: "09:20 Opening remarks 15".

A line may begin with a time, "12:30-13:30 Lunch", and may end with a length: 15, 1:30, 1h30,
90 min. "+" before it sets it beside the item before; a line that asks is a question to the item
before it; "Day 2" or a date says on which day what follows stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from dialogueprep.domain.clock import read_length
from dialogueprep.domain.dialogue import ItemKind
from dialogueprep.domain.partner_matching import kind_of
from dialogueprep.domain.programme_reading import numbered_title
from dialogueprep.domain.programme_times import Span, read_day, read_span

MOST_DAYS = 14
MOST_LINES = 500
SHORTEST, LONGEST = 5, 720  # minutes of an item
_MORNING = 6 * 60  # "1:30" at the end of a line is a length, "12:30" a time
_LONGEST_HEADING = 60
_MOST_ROOM = 240  # minutes up to the next begin that an item without an end takes
_LETTERED = re.compile(r"^(\d{1,2}[A-J])\s*[:：.)）]?\s+(?=\S)")
_ORDINAL = re.compile(
    r"^第\s*[一二三四五六七八九十]{1,3}\s*(?:场|場|节|節|部分|議題|议题|セッション)\s*[:：、，\s]\s*(?=\S)"
)
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦]|\d{1,2}[.)])\s+")
_BESIDE = re.compile(r"^\s*[+|＋｜]\s*")
_ASKS = re.compile(r"^\s*[?？]\s*(?=\S)")
_ASKED = re.compile(r"[?？]\s*$")
_UNIT = r"min(?:ute)?s?\.?|m|'|′|分钟|分鐘|分間|分|분"
_TAIL = re.compile(
    rf"(?:^|\s|(?<=[^\x00-\x7f]))[\[(（,，–—-]?\s*"
    rf"(?P<length>\d{{1,2}}\s*(?:h|时|時間?|小时|시간)\s*(?:\d{{1,2}}\s*(?:{_UNIT})?)?|\d{{1,2}}[:：]\d{{2}}|"
    rf"\d{{1,3}}\s*(?:{_UNIT})|(?<![^\s(（\[])\d{{1,3}})\s*[\])）]?\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:articles?|sections?|chapters?|clauses?|paragraphs?|annex|appendix|resolution|principle|"
    r"goals?|SDGs?|phase|at|no\.?)\s*$",
    re.IGNORECASE,
)
_TAIL_SPAN = re.compile(
    r"\s[\[(（]?(?:at\s+|@\s*)?(?P<span>\d{1,2}[:：]\d{2}(?:\s*[-–—~～]\s*\d{1,2}[:：]\d{2})?)[\])）]?\s*$",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[ItemKind, str], ...] = (
    (ItemKind.BREAKOUT, r"\bbreak-?outs?\b|working groups?\b|分组|分科会|분과"),
    (ItemKind.DELEGATION_MEETING, r"delegation meetings?|caucus|内部会议|打ち合わせ|대표단별"),
    (ItemKind.LOGISTICS, r"group photo|photo(?:graph)?\b|check-?in|合影|写真撮影|사진 촬영"),
    (ItemKind.NEXT_STEPS, r"wrap-?up|closing\b|闭幕|閉会|폐회|ways? forward|concluding"),
    (ItemKind.PRESENTATION, r"keynote|presentations?\b|lecture|briefing\b|主旨|基調|기조|主题发言"),
    (ItemKind.OPENING, r"\bremarks\b|致辞|致詞|挨拶|환영사|개회사|인사말|축사"),
)  # fmt: skip
_USUAL = {
    ItemKind.OPENING: 20,
    ItemKind.BREAK: 20,
    ItemKind.REPORT_BACK: 30,
    ItemKind.DELEGATION_MEETING: 30,
    ItemKind.NEXT_STEPS: 30,
    ItemKind.LOGISTICS: 15,
}
_TALK = 60
_EVENING = re.compile(r"dinner|banquet|reception|晚宴|晚餐|夕食|懇親|만찬|저녁", re.IGNORECASE)
_DINNER = 120


@dataclass(frozen=True, slots=True)
class Typed:
    """An item as it was typed; None is what was not said. Minutes after midnight of its day."""

    title: str
    kind: ItemKind
    day: int | None = None
    start: int | None = None
    minutes: int | None = None
    beside: bool = False
    number: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedProgramme:
    """What lines say: items, the day that was named last, and lines that are neither.

    ``asked`` are questions before the first item; they belong to the item that is there.
    """

    items: tuple[Typed, ...] = ()
    asked: tuple[str, ...] = ()
    day: int | None = None
    left_out: tuple[str, ...] = ()


def read_typed(text: str, first_day: date, days: int) -> TypedProgramme:
    """Return what was typed. A day may be up to `MOST_DAYS` after the first.

    What stands after `MOST_LINES` lines is left out.
    """
    lines = [line for line in map(_plain, text.splitlines()) if line]
    lines, rest = lines[:MOST_LINES], lines[MOST_LINES:]
    reader = _Reader(first_day, max(days, MOST_DAYS), any(map(_timed, lines)))
    for line in lines:
        reader.take(line)
    return TypedProgramme(
        tuple(_lengths(reader.items)), tuple(reader.asked), reader.day, (*reader.left_out, *rest)
    )


def kind_in(title: str) -> ItemKind:
    """Return the kind that the words of a title name, else a discussion."""
    further = (k for k, words in _KINDS if re.search(words, title, re.IGNORECASE))
    if re.search(_KINDS[0][1], title, re.IGNORECASE):
        return ItemKind.BREAKOUT
    return kind_of(title) or next(further, ItemKind.DISCUSSION)


def usual_minutes(kind: ItemKind, title: str = "") -> int:
    """Return how long an item of a kind takes as a rule."""
    if kind is ItemKind.MEAL and _EVENING.search(title):
        return _DINNER
    return _USUAL.get(kind, _TALK)


@dataclass
class _Reader:
    first_day: date
    days: int
    times: bool
    """Whether lines of this text begin with a time: then what has none is no item."""
    day: int | None = None
    items: list[Typed] = field(default_factory=list[Typed])
    asked: list[str] = field(default_factory=list[str])
    left_out: list[str] = field(default_factory=list[str])

    def take(self, line: str) -> None:
        typed = _item(line)
        if typed is None and (question := _question(line)):
            self._ask(question)
        elif typed is None and self._names_day(line):
            return
        elif typed is None and self.times and self.items:
            self.left_out.append(line)
        else:
            self._add(typed or _untimed(line))

    def _add(self, typed: Typed) -> None:
        before = self.items[-1] if self.items else None
        typed = replace(typed, day=self.day)
        if before is not None and before.day == self.day and _parallel(before, typed):
            typed = replace(typed, beside=True)
            if before.kind is ItemKind.DISCUSSION:
                self.items[-1] = replace(before, kind=ItemKind.BREAKOUT)
        if typed.beside and typed.kind is ItemKind.DISCUSSION:
            typed = replace(typed, kind=ItemKind.BREAKOUT)
        self.items.append(typed)

    def _ask(self, question: str) -> None:
        if not self.items:
            self.asked.append(question)
            return
        last = self.items[-1]
        self.items[-1] = replace(last, questions=(*last.questions, question))

    def _names_day(self, line: str) -> bool:
        if len(line) > _LONGEST_HEADING:
            return False
        day = read_day(line, self.first_day, self.days)
        if day is None or day >= self.days:
            return False
        self.day = day
        return True


def _plain(line: str) -> str:
    return " ".join(line.replace("\t", "  ").split())


def _timed(line: str) -> bool:
    return read_span(line) is not None


def _question(line: str) -> str:
    """Return the question that a line asks; empty if it asks none."""
    if _ASKS.match(line):
        return _ASKS.sub("", line)
    return _BULLET.sub("", line) if _ASKED.search(line) else ""


def _item(line: str) -> Typed | None:
    """Return the item of a line with a time or a length; None for a line with neither."""
    if _ASKS.match(line):
        return None
    rest, beside = _BESIDE.sub("", line), bool(_BESIDE.match(line))
    rest, span = _without_span(rest)
    rest, minutes = _without_length(rest)
    if span is None and minutes is None and not beside:
        return None
    number, title = _numbered(rest.strip(" \t:：.,、-–—·•|"))
    if not title:
        return None
    if span is not None and span.end is not None:
        minutes = span.end - span.start
    start = span.start if span is not None else None
    return Typed(title, kind_in(title), None, start, minutes, beside, number)


def _untimed(line: str) -> Typed:
    number, title = _numbered(_BULLET.sub("", line))
    return Typed(title, kind_in(title), number=number)


def _numbered(line: str) -> tuple[str, str]:
    """Return the number of a title, which the agenda counts itself, and the title without it."""
    if found := _LETTERED.match(line):
        return found[1], line[found.end() :]
    if found := _ORDINAL.match(line):
        return "", line[found.end() :]
    return numbered_title(line)


def _without_span(line: str) -> tuple[str, Span | None]:
    """Return a line without its time, at its begin or its end, and the time."""
    span = read_span(line)
    if span is not None:
        return line[span.at :], span
    found = _TAIL_SPAN.search(line)
    if found is None:
        return line, None
    span = read_span(found["span"], alone=True)
    plain = span is not None and span.end is None and "@" not in found[0]
    if span is None or (plain and span.start < _MORNING and "at" not in found[0].lower()):
        return line, None
    return line[: found.start()], span


def _without_length(line: str) -> tuple[str, int | None]:
    """Return a line without the length at its end, and the length.

    A bare number is one only if it is a multiple of five and no word before it takes a number:
    "Article 9", "Article 10" and "RCEP at 5" are titles.
    """
    found = _TAIL.search(line)
    if found is None or not line[: found.start()].strip():
        return line, None
    said = re.sub(r"时|時間?|小时|시간", "h", found["length"])
    said = re.sub(rf"\s*(?:{_UNIT})$", "", said, flags=re.IGNORECASE)
    minutes = read_length(said)
    before = line[: found.start()]
    if minutes is None or not SHORTEST <= minutes <= LONGEST:
        return line, None
    if found["length"].isdigit() and (minutes % 5 or _COUNTED.search(before)):
        return line, None
    return before, minutes


def _parallel(before: Typed, typed: Typed) -> bool:
    """Return whether an item stands beside the one before: 3A and 3B, or the same start."""
    if not (before.kind.has_terms and typed.kind.has_terms):
        return False
    one, other = before.number, typed.number
    lettered = one[-1:].isalpha() and other[-1:].isalpha() and one[:-1] == other[:-1]
    together = before.start is not None and before.start == typed.start
    return (bool(one[:-1]) and lettered and one != other) or together


def _lengths(items: list[Typed]) -> Iterator[Typed]:
    """Yield the items; what has a start and no end lasts until the next begins."""
    for n, item in enumerate(items):
        if item.minutes is None and item.start is not None:
            later = (
                i.start for i in items[n + 1 :]
                if i.day == item.day and i.start is not None and i.start > item.start
            )  # fmt: skip
            room = next(later, item.start) - item.start
            yield replace(item, minutes=room if SHORTEST <= room <= _MOST_ROOM else None)
        else:
            yield item
