"""A calendar as an iCalendar file (RFC 5545): UTF-8, CRLF, lines of 75 octets at most.

It is written by hand: what a programme needs of the format is small, and a library would sign
the file. The file holds no name of a program, user or machine, no time of writing (DTSTAMP is
the midnight of a day), no attendee and no organiser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogueprep.domain.calendars import Calendar, Entry
from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.atomic import write_whole

LONGEST = 75  # octets of a line without its end (RFC 5545, 3.1)
_UTC = frozenset({"", "UTC", "Etc/UTC", "GMT", "Etc/GMT", "Z"})
_WRITER = "-//Programme//Calendar 1.0//EN"


def calendar_bytes(calendar: Calendar, stamp: date) -> bytes:
    """Return the bytes of an .ics file; ``stamp`` is the day that this version dates from.

    Raises Trouble("time-zone-unknown", zone) if the machine has no data on the time zone.
    """
    zone = _zone(calendar.zone)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_WRITER}", "CALSCALE:GREGORIAN"]
    lines.append("METHOD:PUBLISH")
    if calendar.name:
        lines.append(f"X-WR-CALNAME:{escaped(calendar.name)}")
    if calendar.version:
        lines.append(f"X-WR-CALDESC:{escaped(calendar.version)}")
    if zone and calendar.entries:
        lines += _time_zone(calendar, zone)
    for entry in calendar.entries:
        lines += _event(entry, calendar, stamp, zoned=zone is not None)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def write_calendar(calendar: Calendar, target: Path, stamp: date) -> None:
    """Write a calendar to ``target``, whole or not at all; Trouble("cannot-write")."""
    write_whole(target, calendar_bytes(calendar, stamp))


def escaped(text: str) -> str:
    """Return a text as the value of a TEXT property (RFC 5545, 3.3.11)."""
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text.replace("\r\n", "\n"))
    clean = clean.replace("\r", "\n").replace("\t", " ")
    return re.sub(r"([\\;,])", r"\\\1", clean).replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a content line with its end, folded between characters at `LONGEST` octets."""
    made, width = bytearray(), 0
    for character in line:
        octets = character.encode("utf-8", "replace")
        if width + len(octets) > LONGEST:
            made += b"\r\n "
            width = 1
        made += octets
        width += len(octets)
    return bytes(made + b"\r\n")


def _event(entry: Entry, calendar: Calendar, stamp: date, *, zoned: bool) -> list[str]:
    at = f";TZID={calendar.zone}:" if zoned else ":"
    end = "" if zoned else "Z"
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(entry.uid)}",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART{at}{_moment(entry.start)}{end}",
        f"DTEND{at}{_moment(entry.end)}{end}",
        f"SEQUENCE:{calendar.sequence}",
        f"SUMMARY:{escaped(entry.title)}",
        *([f"LOCATION:{escaped(entry.place)}"] if entry.place else []),
        *([f"DESCRIPTION:{escaped(entry.detail)}"] if entry.detail else []),
        *(("STATUS:CANCELLED", "TRANSP:TRANSPARENT") if entry.cancelled else ("TRANSP:OPAQUE",)),
        "END:VEVENT",
    ]


def _moment(when: datetime) -> str:
    return f"{when:%Y%m%dT%H%M%S}"


def _zone(name: str) -> ZoneInfo | None:
    """Return the time zone of this IANA name; None for UTC, which needs no description."""
    if name in _UTC:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Trouble("time-zone-unknown", zone=name) from error


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of clocks: the local time before it, both offsets, and the new abbreviation."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def _time_zone(calendar: Calendar, zone: ZoneInfo) -> list[str]:
    """Return the description of the zone over the years of the entries."""
    first = min(e.start for e in calendar.entries).year
    last = max(e.end for e in calendar.entries).year
    begin = datetime(first - 1, 1, 1, tzinfo=UTC)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{calendar.zone}"]
    lines += _observance(_standing(begin, zone))
    for change in _changes(begin, last - first + 3, zone):
        lines += _observance(change)
    return [*lines, "END:VTIMEZONE"]


def _standing(begin: datetime, zone: ZoneInfo) -> _Change:
    there = begin.astimezone(zone)
    offset = there.utcoffset() or timedelta()
    return _Change(datetime(1970, 1, 1), offset, offset, there.tzname() or "", bool(there.dst()))


def _changes(begin: datetime, years: int, zone: ZoneInfo) -> Iterator[_Change]:
    """Yield the changes of clocks in so many years, each found to the minute."""
    low = begin
    for _ in range(years * 366):
        high = low + timedelta(days=1)
        if _offset(low, zone) != _offset(high, zone):
            yield _change(_instant(low, high, zone), zone)
        low = high


def _instant(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """Return the first minute with the offset that ``high`` has."""
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
        if _offset(middle, zone) == _offset(low, zone):
            low = middle
        else:
            high = middle
    return high


def _change(instant: datetime, zone: ZoneInfo) -> _Change:
    before = _offset(instant - timedelta(minutes=1), zone)
    after = instant.astimezone(zone)
    local = (instant + before).replace(tzinfo=None)
    return _Change(local, before, _offset(instant, zone), after.tzname() or "", bool(after.dst()))


def _offset(when: datetime, zone: ZoneInfo) -> timedelta:
    return when.astimezone(zone).utcoffset() or timedelta()


def _observance(change: _Change) -> list[str]:
    kind = "DAYLIGHT" if change.summer else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{_moment(change.local)}",
        f"TZOFFSETFROM:{_signed(change.before)}",
        f"TZOFFSETTO:{_signed(change.after)}",
        *([f"TZNAME:{escaped(change.name)}"] if change.name else []),
        f"END:{kind}",
    ]


def _signed(offset: timedelta) -> str:
    minutes = offset // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}{rest:02}"
