"""Times and lengths as they are written: 09:20, 90, 1:30, 1h30, +45."""

from __future__ import annotations

import re

DAY = 1440  # minutes

_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*[h:：時时]\s*)?(\d{0,3})\s*(?:min|m|分钟|分|분)?", re.IGNORECASE
)
_AFTER = re.compile(r"([+＋-])\s*(.+)")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.：h]\s*(\d{2})|(\d{2}))?", re.IGNORECASE)


def read_length(written: str) -> int | None:
    """Return a length in minutes from `90`, `90 min`, `1:30`, `1h30` or `2h`; None if unread."""
    found = _LENGTH.fullmatch(written.strip())
    if found is None or not any(found.groups()):
        return None
    return int(found[1] or 0) * 60 + int(found[2] or 0)


def read_time(written: str) -> int | None:
    """Return minutes after midnight from `09:20`, `920`, `9.20` or `9`; None if unread."""
    found = _TIME.fullmatch(written.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def read_begin(written: str, now: int) -> int | None:
    """Return a begin: a time of day, or `+10` and `-10` for so much later or earlier than now."""
    found = _AFTER.fullmatch(written.strip())
    if found is None:
        return read_time(written)
    by = read_length(found[2])
    begin = None if by is None else now + (-by if found[1] == "-" else by)
    return begin if begin is not None and 0 <= begin < DAY else None


def read_room(written: str, start: int) -> int | None:
    """Return the minutes from a start up to an end: a time of day, or `+45` after the start.

    A number alone is an hour, as it is in a field that shows a clock: `20` is 20:00.
    """
    found = _AFTER.fullmatch(written.strip())
    if found is not None:
        return read_length(found[2]) if found[1] != "-" else None
    time = read_time(written)
    return None if time is None else end_after(start % DAY, time) - start % DAY


def end_after(start: int, end: int) -> int:
    """Return the end as minutes of the day of the start: an earlier clock time is past midnight."""
    return end if end > start else end + DAY
