"""How far the clock of a place is from UTC on a day of a meeting."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogueprep.domain.dialogue import Dialogue


def offset_of(dialogue: Dialogue, zone: str, day: int = 0) -> timedelta | None:
    """Return the distance that a zone has from UTC at noon of a day; None for an unknown zone."""
    noon = datetime.combine(dialogue.day(day), time(12))
    try:
        here = noon.replace(tzinfo=ZoneInfo(dialogue.time_zone))
        return here.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None


def from_utc(offset: timedelta) -> str:
    """Return the distance as it is written in every language: "UTC+9", "UTC-3:30"."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
