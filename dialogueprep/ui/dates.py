"""Days as the window writes them, in its language."""

from __future__ import annotations

from datetime import date

from dialogueprep import words
from dialogueprep.words import later, tr

_MONTHS = (
    later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May"), later("Jun"),
    later("Jul"), later("Aug"), later("Sep"), later("Oct"), later("Nov"), later("Dec"),
)  # fmt: skip
_LONG_MONTHS = (
    later("January"), later("February"), later("March"), later("April"), later("May "),
    later("June"), later("July"), later("August"), later("September"), later("October"),
    later("November"), later("December"),
)  # fmt: skip
_WEEKDAYS = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"), later("Friday"),
    later("Saturday"), later("Sunday"),
)  # fmt: skip
_CJK = {"zh": ("年", "月", "日"), "ja": ("年", "月", "日"), "ko": ("년 ", "월 ", "일")}


def day(when: date) -> str:
    """Return "12 Nov 2026"."""
    if signs := _CJK.get(words.language()):
        year, month, of_month = signs
        return f"{when.year}{year}{when.month}{month}{when.day}{of_month}"
    return f"{when.day} {tr(_MONTHS[when.month - 1])} {when.year}"


def pattern() -> str:
    """Return how a field writes a day, in Qt's letters."""
    if signs := _CJK.get(words.language()):
        year, month, of_month = signs
        return f"yyyy{year}M{month}d{of_month}"
    return "d MMM yyyy"


def span(first: date, last: date) -> str:
    """Return "12–13 Nov 2026", or one day."""
    if first == last:
        return day(first)
    same = (first.year, first.month) == (last.year, last.month)
    if signs := _CJK.get(words.language()):
        end = f"{last.day}{signs[2]}" if same else f"{last.month}{signs[1]}{last.day}{signs[2]}"
        return f"{day(first).removesuffix(signs[2])}–{end}" if same else f"{day(first)}–{end}"
    if same:
        return f"{first.day}–{day(last)}"
    start = f"{first.day} {tr(_MONTHS[first.month - 1])}"
    return f"{start}{f' {first.year}' if first.year != last.year else ''} – {day(last)}"


def weekday(when: date) -> str:
    """Return "Thursday"."""
    return tr(_WEEKDAYS[when.weekday()])


def long_day(when: date, *, year: bool = True) -> str:
    """Return "Thursday 12 November 2026", or without the year."""
    name = weekday(when)
    if signs := _CJK.get(words.language()):
        whole = f"{when.year}{signs[0]}" if year else ""
        return f"{whole}{when.month}{signs[1]}{when.day}{signs[2]} {name}"
    month = tr(_LONG_MONTHS[when.month - 1]).strip()
    return f"{name} {when.day} {month}" + (f" {when.year}" if year else "")
