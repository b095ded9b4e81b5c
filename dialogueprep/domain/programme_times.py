"""Times, lengths and days as they stand in programmes, in four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dialogueprep.domain.clock import DAY, end_after

_HALF = r"(?P<half{n}>上午|下午|晚上|中午|午前|午後|오전|오후)?\s*"
_CLOCK = (
    r"(?:(?P<four{n}>\d{{4}})(?!\d)|(?P<h{n}>\d{{1,2}})\s*(?:[:：.]\s*(?P<m{n}>\d{{2}})(?!\d)|(?P<mark{n}>[時时點点시h])\s*"
    r"(?:(?P<k{n}>\d{{1,2}})\s*[分분]?|(?P<thirty{n}>半|반))?)?)"
    r"\s*(?P<ap{n}>[ap]\.?\s?m\b\.?|noon\b)?"
)
_TO = r"\s*(?:[-‐-―−~～〜至到]|から|부터|to\b|until\b)\s*"


def _time(n: int) -> str:
    return _HALF.replace("{n}", str(n)) + _CLOCK.replace("{n}", str(n)).replace("{{", "{").replace(
        "}}", "}"
    )


_SPAN = re.compile(
    rf"\s*[\[(（]?\s*{_time(1)}(?:{_TO}{_time(2)}\s*(?:まで|까지)?)?\s*[\])）]?", re.IGNORECASE
)
_LENGTH = re.compile(
    r"[\[(（]?\s*(\d{1,3})\s*(?:minutes|mins?\.?|min|'|′|分钟|分鐘|分間|分|분)\s*[\])）]?",
    re.IGNORECASE,
)
_LATE = frozenset({"下午", "晚上", "午後", "오후"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATES = (
    (re.compile(r"(?:\d{4}\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일號号]"), (1, 2)),
    (re.compile(r"\b\d{4}[-/.](\d{1,2})[-/.](\d{1,2})\b"), (1, 2)),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}", re.IGNORECASE), (2, 1)),
    (re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE), (1, 2)),
)
_NUMERALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "一": 1, "二": 2, "三": 3, "四": 4,
    "五": 5, "첫": 1, "둘": 2, "셋": 3,
}  # fmt: skip
_NUMBERED = re.compile(
    r"\bday\s+(\d{1,2}|one|two|three|four|five)\b|第\s*(\d{1,2}|[一二三四五])\s*[天日]|"
    r"(\d{1,2})\s*(?:日目|일\s?차|일째)|(첫|둘|셋)째\s*날",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A time of day with the end if it is given, and where in the text it ends."""

    start: int
    end: int | None
    at: int


def read_span(text: str, *, alone: bool = False) -> Span | None:
    """Return the time with which a text begins; ``alone`` says that the text is nothing else.

    `9:00-9:20`, `0900–0920`, `9.00 to 9.20 am`, `14時30分～15時`, `오후 2시 30분`. A bare number
    is no time, and a full stop parts hours and minutes only in a span or in a text of its own.
    """
    found = _SPAN.match(text)
    if found is None:
        return None
    if alone and text[found.end() :].strip():
        return None
    start, end = _minutes(found, 1), _minutes(found, 2)
    if not _certain(found, alone=alone, spans=end is not None):
        return None
    if start is None:
        return None
    if end is not None and found["ap2"] and not found["ap1"] and start + 720 < end:
        start += 720  # "2:00-3:30 pm"
    if end is not None and end <= start < 1440 and not found["ap2"] and not found["half2"]:
        end += 720 if _is_late(found, 1) and end + 720 > start else 0  # "下午2点至4点"
    return Span(start, end_after(start, end) if end is not None else None, found.end())


def read_minutes(text: str) -> tuple[int, int] | None:
    """Return the length in minutes with which a text begins, and where it ends."""
    found = _LENGTH.match(text)
    return (int(found[1]), found.end()) if found else None


def read_day(text: str, first_day: date, days: int) -> int | None:
    """Return the day, from 0, that a heading names by its date or number; None if it does not."""
    for pattern, (month, day) in _DATES:
        for found in pattern.finditer(text):
            number = _day_of(_month(found[month]), int(found[day]), first_day, days)
            if number is not None:
                return number
    found = _NUMBERED.search(text)
    if found is None:
        return None
    word = next(filter(None, found.groups())).lower()
    number = _NUMERALS.get(word) or int(word)
    return number - 1 if 0 < number <= 31 else None


def _certain(found: re.Match[str], *, alone: bool, spans: bool) -> bool:
    if found["four1"] and not spans and not alone:
        return False
    if found["h1"] is None:
        return True
    signed = bool(found["mark1"] or found["ap1"] or found["half1"])
    if found["m1"] is None:
        return signed or (spans and bool(found["ap2"]))
    stopped = "." in found[0][: found[0].index(found["m1"])] and ":" not in found[0]
    return not stopped or spans or alone or signed


def _minutes(found: re.Match[str], n: int) -> int | None:
    four, hour = found[f"four{n}"], found[f"h{n}"]
    if four:
        h, m = int(four[:2]), int(four[2:])
    elif hour:
        thirty = 30 if found[f"thirty{n}"] else 0
        h, m = int(hour), int(found[f"m{n}"] or found[f"k{n}"] or thirty)
    else:
        return None
    half, ap = found[f"half{n}"], (found[f"ap{n}"] or "").lower()
    if _is_late(found, n) and h < 12:
        h += 12
    if (half in ("上午", "午前", "오전") or ap.startswith("a")) and h == 12:
        h = 0
    total = h * 60 + m
    return total if h <= 24 and m < 60 and total <= DAY else None


def _is_late(found: re.Match[str], n: int) -> bool:
    return found[f"half{n}"] in _LATE or (found[f"ap{n}"] or "").lower().startswith("p")


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS.index(word.lower()[:3]) + 1


def _day_of(month: int, day: int, first_day: date, days: int) -> int | None:
    for number in range(days):
        on = date.fromordinal(first_day.toordinal() + number)
        if (on.month, on.day) == (month, day):
            return number
    return None
