"""A day of the agenda in words: its span, its sum, what is free, and how its time is shared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import DayHours, Dialogue
from dialogueprep.domain.timetable import DaySummary
from dialogueprep.ui import dates
from dialogueprep.ui.models.agenda_blocks import Agenda, minutes_in_words
from dialogueprep.words import clauses, tr


@dataclass(frozen=True, slots=True)
class DayWords:
    """What the head of a day says. Shares are parts of 1: talks, discussion, breaks."""

    day: int
    date: str
    zone: str
    line: str
    over: int
    """Minutes after which it must have ended."""
    shares: tuple[float, float, float] | None
    shared: tuple[str, ...]
    """The shares in words."""
    spoken: str


def day_words(agenda: Agenda, day: int) -> DayWords:
    """Return the words of a day's head; without items it says when the day begins."""
    found, hours = agenda.day(day), agenda.dialogue.hours_of(day)
    date = dates.long_day(agenda.dialogue.day(day), year=False)
    zone = zone_words(agenda.dialogue, agenda.dialogue.time_zone)
    if found is None:
        line = tr("Nothing planned")
        spoken = clauses([date, line, *_asked(hours), tr("Enter changes its hours")])
        return DayWords(day, date, zone, line, 0, None, (), spoken)
    over = max(0, found.end - found.limit) if found.limit is not None else 0
    line = "  ·  ".join(_figures(found, over))
    shared = _shared(found)
    spoken = clauses([date, *_figures(found, over), *shared, *_asked(hours), zone])
    spoken = clauses([spoken, tr("Enter changes its hours")])
    return DayWords(day, date, zone, line, over, _shares(found), shared, spoken)


def _figures(found: DaySummary, over: int) -> list[str]:
    said = [f"{clock(found.start)}–{clock(found.end)}"]
    if over:
        said.append(tr("{length} over", length=minutes_in_words(over)))
    said.append(tr("{length} in all", length=minutes_in_words(found.sum)))
    if over:
        return said
    if found.slack:
        said.append(tr("{length} free", length=minutes_in_words(found.slack)))
    elif found.limit is not None:
        said.append(tr("nothing free"))
    return said


def _asked(hours: DayHours) -> list[str]:
    ends = [] if hours.ends is None else [tr("must end by {time}", time=clock(hours.ends))]
    return [tr("begins at {time}", time=clock(hours.starts)), *ends]


def _shares(found: DaySummary) -> tuple[float, float, float]:
    whole = max(1, found.sum)
    return found.presented / whole, found.discussion / whole, found.pauses / whole


def _shared(found: DaySummary) -> tuple[str, ...]:
    talks, discussion, breaks = _whole_percents(_shares(found))
    words = (
        (talks, tr("talks {n} %", n=talks)),
        (discussion, tr("discussion {n} %", n=discussion)),
        (breaks, tr("breaks {n} %", n=breaks)),
    )
    return tuple(said for share, said in words if share)


def _whole_percents(shares: tuple[float, float, float]) -> tuple[int, int, int]:
    """Return percents that add up to 100."""
    talks, breaks = round(100 * shares[0]), round(100 * shares[2])
    return talks, max(0, 100 - talks - breaks), breaks


def zone_words(dialogue: Dialogue, zone: str) -> str:
    """Return a zone as a place and its distance from UTC on the first day: "Seoul, UTC+9"."""
    offset = _offset(dialogue, zone)
    if offset is None or zone == "UTC":
        return zone
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    from_utc = f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
    return clauses([zone.rpartition("/")[2].replace("_", " "), from_utc])


def minutes_away(dialogue: Dialogue) -> int | None:
    """Return by how many minutes the clock of the second zone is ahead; None without one."""
    if not dialogue.second_zone:
        return None
    here, there = (_offset(dialogue, z) for z in (dialogue.time_zone, dialogue.second_zone))
    if here is None or there is None:
        return None
    return round((there - here).total_seconds() / 60)


def _offset(dialogue: Dialogue, zone: str) -> timedelta | None:
    noon = datetime.combine(dialogue.first_day, time(12))
    try:
        return noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None
