"""Dates, times, numbers, lists and quotation marks as each document language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogueprep.domain.briefs.blocks import Line, Run
from dialogueprep.domain.texts import Language

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS: dict[Language, Sequence[str]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh": "一二三四五六日",
    "ja": "月火水木金土日",
    "ko": "월화수목금토일",
}
_NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]

_BETWEEN: dict[Language, tuple[str, str, str]] = {
    # between two of several, before the last, before the last of parts that hold an "and"
    "en": (", ", " and ", ", and "),
    "zh": ("、", "和", "，以及"),
    "ja": ("、", "及び", "、並びに"),
    "ko": (", ", " 및 ", ", 그리고 "),
}
_QUOTES: dict[Language, tuple[str, str]] = {
    "en": ("“", "”"),
    "zh": ("“", "”"),
    "ja": ("「", "」"),
    "ko": ("‘", "’"),
}
_BRACKETS: dict[Language, tuple[str, str]] = {
    "en": (" (", ")"),
    "zh": ("（", "）"),
    "ja": ("（", "）"),
    "ko": ("(", ")"),
}
_APART: dict[Language, str] = {"en": ", ", "zh": "，", "ja": "、", "ko": ", "}
_SENTENCE_GAP: dict[Language, str] = {"en": " ", "zh": "", "ja": "", "ko": " "}
_TITLE_STOP: dict[Language, str] = {"en": ". ", "zh": "　", "ja": "　", "ko": ". "}
_TIME_DASH: dict[Language, str] = {"en": "–", "zh": "—", "ja": "～", "ko": "~"}
_ARTICLE = ("Republic ", "People’s ", "People's ", "Democratic ", "United ", "European ")
_ARTICLE_WHOLE = ("Philippines", "Netherlands", "Secretariat")


def number(n: int, language: Language) -> str:
    """Return a count: in English a word up to twelve, elsewhere digits."""
    return _NUMBERS[n] if language == "en" and 0 <= n < len(_NUMBERS) else str(n)


def round_number(n: int, language: Language) -> str:
    """Return which round it is: in Chinese in characters below a hundred ("第四轮"), elsewhere
    digits."""
    if language != "zh" or not 0 < n < 100:
        return str(n)
    tens, ones = divmod(n, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones else "")


_DIGITS = "零一二三四五六七八九"


def day(on: date, language: Language) -> str:
    """Return a date: "12 November 2026", "2026年11月12日", "2026년 11월 12일"."""
    if language == "en":
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    return f"{_year(on, language)}{_month_day(on, language)}"


def short_day(on: date, language: Language) -> str:
    """Return a day as the head of a narrow column: "12 Nov", which nobody reads as a December

    day, and "11/12" where the month comes first for all.
    """
    if language == "en":
        return f"{on.day} {_MONTHS[on.month - 1][:3]}"
    return f"{on.month}/{on.day}"


def weekday(on: date, language: Language) -> str:
    """Return a date with its day of the week, as a heading."""
    name = _WEEKDAYS[language][on.weekday()]
    if language == "en":
        return f"{name} {day(on, language)}"
    opening, closing = _BRACKETS[language]
    return f"{day(on, language)}{opening}{'星期' if language == 'zh' else ''}{name}{closing}"


def days(first: date, last: date, language: Language) -> str:
    """Return a range of dates; two days that follow each other are joined, not spanned."""
    if first == last:
        return day(first, language)
    if language == "en":
        return _english_days(first, last)
    start = day(first, language)
    if language == "ko" and (first.year, first.month) == (last.year, last.month):
        start = start.removesuffix("일")
    return start + _range_dash(first, last, language) + _tail(first, last, language)


def during(first: date, last: date, language: Language) -> str:
    """Return a range of dates with the English preposition; other languages need none."""
    text = days(first, last, language)
    if language != "en":
        return text
    return f"on {text}" if (last - first).days <= 1 else f"from {text}"


def clock(minutes: int) -> str:
    """Return a time of day from minutes after midnight: "09:05"."""
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour:02d}:{minute:02d}"


def span(start: int, end: int, language: Language) -> str:
    """Return a span of time from minutes after midnight: "09:00–10:30"."""
    return f"{clock(start)}{_TIME_DASH[language]}{clock(end)}"


def joined(parts: Sequence[Line], language: Language, *, nested: bool = False) -> Line:
    """Return a list in a sentence; ``nested`` says that a part holds an "and" of its own."""
    if len(parts) < 2:
        return parts[0] if parts else ()
    comma, last, heavy = _BETWEEN[language]
    most = between(parts[:-1], comma, language)
    return (*most, _sign(heavy if nested else last, language), *parts[-1])


def listing(parts: Sequence[Line], language: Language) -> Line:
    """Return short statements side by side, with the sign that parts them in each language."""
    return between([p for p in parts if p], _APART[language], language)


def sentences(parts: Sequence[Line], language: Language) -> Line:
    """Return sentences one after the other, empty ones left out."""
    return between([p for p in parts if p], _SENTENCE_GAP[language], language)


def headline(parts: Sequence[Line], language: Language) -> Line:
    """Return short parts of a running head, parted by a stop; empty ones left out."""
    return between([p for p in parts if p], _TITLE_STOP[language], language)


def between(parts: Sequence[Line], gap: str, language: Language) -> Line:
    """Return the parts with this gap between them."""
    result: Line = ()
    for part in parts:
        result += (_sign(gap, language), *part) if result and gap else part
    return result


def quoted(line: Line, language: Language) -> Line:
    """Return a title in the quotation marks of the document's language."""
    opening, closing = _QUOTES[language]
    return (_sign(opening, language), *line, _sign(closing, language))


def said_in_quotes(line: Line, language: Language) -> Line:
    """Return what somebody said in the quotation marks of a document's language; Korean has others
    for titles."""
    opening, closing = ("“", "”") if language == "ko" else _QUOTES[language]
    return (_sign(opening, language), *line, _sign(closing, language))


def quoted_list(titles: Sequence[Line], language: Language) -> Line:
    """Return titles in quotation marks in a sentence; Chinese and Japanese set no comma there."""
    parts = [quoted(title, language) for title in titles]
    if language in ("en", "ko") or len(parts) < 2:
        return joined(parts, language)
    return (
        *between(parts[:-1], "", language),
        _sign(_BETWEEN[language][1], language),
        *parts[-1],
    )


def bracketed(line: Line, language: Language) -> Line:
    """Return an addition in the brackets of the document's language."""
    opening, closing = _BRACKETS[language]
    return (_sign(opening, language), *line, _sign(closing, language)) if line else ()


def with_article(label: str, language: Language) -> str:
    """Return the label of a delegation inside an English sentence: "the Republic of Korea"."""
    needs = label.startswith(_ARTICLE) or label.endswith(_ARTICLE_WHOLE)
    return f"the {label}" if language == "en" and needs else label


def _year(on: date, language: Language) -> str:
    return f"{on.year}년 " if language == "ko" else f"{on.year}年"


def _month_day(on: date, language: Language) -> str:
    return f"{on.month}월 {on.day}일" if language == "ko" else f"{on.month}月{on.day}日"


def _english_days(first: date, last: date) -> str:
    link = "and" if (last - first).days == 1 else "to"
    start = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start = f"{first.day} {_MONTHS[first.month - 1]}"
    if first.year != last.year:
        start = day(first, "en")
    return f"{start} {link} {day(last, 'en')}"


def _range_dash(first: date, last: date, language: Language) -> str:
    if language == "ja":
        return "・" if (last - first).days == 1 else "～"
    return "至" if language == "zh" else "~"


def _tail(first: date, last: date, language: Language) -> str:
    if first.year != last.year:
        return day(last, language)
    if first.month != last.month:
        return _month_day(last, language)
    return f"{last.day}일" if language == "ko" else f"{last.day}日"


def _sign(text: str, language: Language) -> Run:
    return Run(text, language, composed=True)
