"""Days with a time of day, and languages of a person, as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time

_TIME = re.compile(r"(?:^|[\sT,])(\d{1,2})[:.h](\d{2})$")
_DAY = (
    (re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$"), ("year", "month", "day")),
    (re.compile(r"^(\d{1,2})[-/月](\d{1,2})日?$"), ("month", "day")),
    (re.compile(r"^(\d{1,2})\.(\d{1,2})\.?$"), ("day", "month")),
    (re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$"), ("day", "month", "year")),
)


def read_moment(words: str, near: date) -> datetime | None:
    """Return a day and time: "2026-11-12 14:30", "11-12 14:30", "12.11. 14:30", "14:30".

    Without a year it is the one closest to ``near``; a time alone is on that day; a day alone is
    its midnight. None for anything else.
    """
    written = " ".join(words.split())
    found = _TIME.search(written)
    at = _time(found) if found else time()
    day_words = written[: found.start()].strip(" ,") if found else written
    day = _day(day_words, near) if day_words else (near if found else None)
    return datetime.combine(day, at) if day is not None and at is not None else None


def moment_words(moment: datetime | None) -> str:
    """Return a day and time as they can be typed again; midnight is only the day."""
    if moment is None:
        return ""
    return moment.strftime("%Y-%m-%d" if moment.time() == time() else "%Y-%m-%d %H:%M")


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(words: str, near: date) -> date | None:
    for pattern, names in _DAY:
        if found := pattern.match(words):
            parts = dict(zip(names, map(int, found.groups()), strict=True))
            years = [parts["year"]] if "year" in parts else range(near.year - 1, near.year + 2)
            days = [d for y in years if (d := _date(y, parts["month"], parts["day"]))]
            return min(days, key=lambda d: abs(d - near), default=None)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_LANGUAGES = {
    "en": ("english", "英语", "英語", "영어"),
    "zh": ("chinese", "中文", "汉语", "漢語", "中国語", "중국어", "mandarin"),
    "ja": ("japanese", "日本語", "日语", "日語", "일본어"),
    "ko": ("korean", "한국어", "韩语", "韓語", "韓国語", "韩文"),
}


def read_languages(words: str) -> tuple[str, ...]:
    """Return the languages that are listed, those of documents as codes, others as written."""
    said = (w.strip() for w in re.split(r"[,;、，；]", words))
    return tuple(dict.fromkeys(_code(w) for w in said if w))


def _code(word: str) -> str:
    plain = word.casefold()
    return next((c for c, names in _LANGUAGES.items() if plain == c or plain in names), word)
