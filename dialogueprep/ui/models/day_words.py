"""A day of the agenda in words: its span, its sum, what is free, and how its time is shared."""

from __future__ import annotations

from dataclasses import dataclass

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import DAY_STARTS, DayHours, Dialogue
from dialogueprep.domain.timetable import DaySummary
from dialogueprep.ui import dates
from dialogueprep.ui.models.agenda_blocks import Agenda, minutes_in_words
from dialogueprep.words import clauses, tr
from dialogueprep.workflows.time_zones import from_utc, offset_of

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
    zone = zone_words(agenda.dialogue, agenda.dialogue.time_zone, day)
    second = agenda.dialogue.second_zone
    away = [zone_words(agenda.dialogue, second, day)] if second else []
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


def zone_words(dialogue: Dialogue, zone: str, day: int = 0) -> str:
    """Return a zone as a place and its distance from UTC on a day: "Seoul, UTC+9"."""
    offset = offset_of(dialogue, zone, day)
    if offset is None or zone == "UTC":
        return zone
    return clauses([zone.rpartition("/")[2].replace("_", " "), from_utc(offset)])


def minutes_away(dialogue: Dialogue, day: int = 0) -> int | None:
    """Return by how many minutes the second zone's clock is ahead on a day; None without one.

    It may differ from day to day: clocks are put forward and back.
    """
    if not dialogue.second_zone:
        return None
    zones = (dialogue.time_zone, dialogue.second_zone)
    here, there = (offset_of(dialogue, z, day) for z in zones)
    if here is None or there is None:
        return None
    return round((there - here).total_seconds() / 60)
