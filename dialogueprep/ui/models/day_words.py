"""A day of the agenda in words: its span, its sum, what is free, and how its time is shared."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import DAY_STARTS, DayHours, Dialogue
from dialogueprep.domain.timetable import DaySummary
from dialogueprep.ui import dates
from dialogueprep.ui.models.agenda_blocks import Agenda, minutes_in_words
from dialogueprep.words import clauses, tr
from dialogueprep.workflows.time_zones import NOON, from_utc, offset_of

Shares = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class DayWords:
    """What the head of a day says. Shares are parts of 1: talks, discussion, breaks, meals."""

    day: int
    date: str
    zone: str
    line: str
    over: int
    """Minutes after which it must have ended."""
    shares: Shares | None
    shared: tuple[str, ...]
    """The shares in words."""
    spoken: str


def day_words(agenda: Agenda, day: int) -> DayWords:
    """Return the words of a day's head; without items it says when the day begins."""
    found, hours = agenda.day(day), agenda.dialogue.hours_of(day)
    date = dates.long_day(agenda.dialogue.day(day), year=False)
    open_hours = (found.start, found.end) if found else (NOON, NOON)
    zone = zone_words(agenda.dialogue, agenda.dialogue.time_zone, day, open_hours)
    second = agenda.dialogue.second_zone
    away = [zone_words(agenda.dialogue, second, day, open_hours)] if second else []
    if found is None:
        line = tr("Nothing planned")
        spoken = clauses([date, line, *_asked(hours), tr("Enter changes its hours")])
        return DayWords(day, date, zone, line, 0, None, (), spoken)
    over = max(0, found.end - found.limit) if found.limit is not None else 0
    line = "  ·  ".join(_figures(found, over))
    shared = _shared(found)
    spoken = clauses([date, *_figures(found, over), *shared, *_asked(hours), zone, *away])
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
    begins = (
        [] if hours.starts == DAY_STARTS else [tr("begins at {time}", time=clock(hours.starts))]
    )
    return [*begins, *ends]


def _shares(found: DaySummary) -> Shares:
    whole = max(1, found.sum)
    parts = (found.presented, found.discussion, found.pauses, found.meals)
    talks, discussion, breaks, meals = (part / whole for part in parts)
    return talks, discussion, breaks, meals


def _shared(found: DaySummary) -> tuple[str, ...]:
    talks, discussion, breaks, meals = _whole_percents(_shares(found))
    words = (
        (talks, tr("talks {n}%", n=talks)),
        (discussion, tr("discussion {n}%", n=discussion)),
        (breaks, tr("breaks {n}%", n=breaks)),
        (meals, tr("meals {n}%", n=meals)),
    )
    return tuple(said for share, said in words if share)


def _whole_percents(shares: Shares) -> tuple[int, int, int, int]:
    """Return percents that add up to 100."""
    talks, _, breaks, meals = (round(100 * share) for share in shares)
    return talks, max(0, 100 - talks - breaks - meals), breaks, meals


def zone_words(
    dialogue: Dialogue, zone: str, day: int = 0, hours: tuple[int, int] = (NOON, NOON)
) -> str:
    """Return a zone as a place and its distance from UTC on a day: "Seoul, UTC+9".

    Where clocks are changed between these times of the day, both distances are told.
    """
    start, end = hours
    offset, later = offset_of(dialogue, zone, day, start), offset_of(dialogue, zone, day, end)
    if offset is None or later is None or zone == "UTC":
        return zone
    place = zone.rpartition("/")[2].replace("_", " ")
    if offset == later:
        return clauses([place, from_utc(offset)])
    changed = bisect_left(range(start, end), 1, key=lambda m: _as_at(dialogue, zone, day, m, later))
    after = tr("{zone} from {time}", zone=from_utc(later), time=clock(start + changed))
    return clauses([place, from_utc(offset), after])


def _as_at(dialogue: Dialogue, zone: str, day: int, minutes: int, last: timedelta) -> int:
    return int(offset_of(dialogue, zone, day, minutes) == last)


HoursAway = tuple[int, ...]
"""By how many minutes the clock of the second zone is ahead at each full hour of a day."""
_HOURS = 48  # a dinner may end after midnight


def at_hour(away: HoursAway, minutes: int) -> int:
    """Return by how many minutes the clock of the second zone is ahead at a time of a day."""
    return away[min(max(0, minutes // 60), _HOURS - 1)]


def hours_away(dialogue: Dialogue, day: int = 0) -> HoursAway | None:
    """Return by how much the second zone's clock is ahead through a day; None without one.

    It may differ from day to day, and within a day: clocks are put forward and back.
    """
    if not dialogue.second_zone:
        return None
    found: list[int] = []
    for minutes in range(0, _HOURS * 60, 60):
        zones = (dialogue.time_zone, dialogue.second_zone)
        here, there = (offset_of(dialogue, z, day, minutes) for z in zones)
        if here is None or there is None:
            return None
        found.append(round((there - here).total_seconds() / 60))
    return tuple(found)
