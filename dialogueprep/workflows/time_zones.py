"""How far the clock of a place is from UTC at a time of a meeting."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogueprep.domain.dialogue import Dialogue

NOON = 12 * 60


def offset_of(dialogue: Dialogue, zone: str, day: int = 0, minutes: int = NOON) -> timedelta | None:
    """Return the distance that a zone has from UTC at a time of a day; None for an unknown zone.

    The time is that of the meeting's own clock, in minutes after midnight; it may be past 1440.
    """
    wall = datetime.combine(dialogue.day(day), time()) + timedelta(minutes=minutes)
    try:
        here = wall.replace(tzinfo=ZoneInfo(dialogue.time_zone))
        return here.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None


def from_utc(offset: timedelta) -> str:
    """Return the distance as it is written in every language: "UTC+9", "UTC-3:30"."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
