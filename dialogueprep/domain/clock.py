"""Times and lengths as they are written: 09:20, 90, 1:30, 1h30."""

from __future__ import annotations

import re

DAY = 1440  # minutes

_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*[h:：時时]\s*)?(\d{0,3})\s*(?:min|m|分钟|分|분)?", re.IGNORECASE
)
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


def end_after(start: int, end: int) -> int:
    """Return the end as minutes of the day of the start: an earlier clock time is past midnight."""
    return end if end > start else end + DAY
