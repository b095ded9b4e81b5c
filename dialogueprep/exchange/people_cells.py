"""What single cells of a list of people say: names, institutions, addresses, days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from dialogueprep.domain.identity.reading.fold import is_east_asian, is_kana
from dialogueprep.domain.name_splitting import Typed
from dialogueprep.domain.people import Affiliation
from dialogueprep.exchange.people_lines import parted_affiliation
from dialogueprep.exchange.people_signs import in_one_line, without_bullet
from dialogueprep.exchange.roster_fields import value_of

Cells = Mapping[str, str]
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")


def mail_of(cell: str) -> str:
    """Return the address in a cell such as ``Kim <k@naru.kr>``; with none or several, the cell."""
    found = _MAIL.findall(cell)
    return found[0] if len(found) == 1 else in_one_line(cell, "; ")


_LOST = re.compile(r"\?\?|\w\?\w|^\?\w")
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*")
_ALL_LOST = re.compile(r"[\s?]*\?\s?\?[\s?]*")
_MAY_ASK = frozenset({"email", "phone", "remarks", "travel", "diet", "lodging"})


def with_lost(cells: Cells) -> tuple[str, ...]:
    """Return the fields in which question marks stand for letters that the file lost.

    A table program that saves a list in an encoding of one country leaves them.
    """
    told = {f: _ADDRESS.sub("", cell) for f, cell in cells.items() if f not in _MAY_ASK}
    return tuple(f for f, cell in told.items() if _LOST.search(cell))


def without_lost(cells: Cells) -> Cells:
    """Return the cells without those of which nothing is left but such question marks."""
    lost = [f for f in with_lost(cells) if _ALL_LOST.fullmatch(cells[f])]
    return {f: cell for f, cell in cells.items() if f not in lost} if lost else cells


def with_title_behind(cells: Cells) -> Cells:
    """Return the cells with a title in characters, 様 or 教授, as one that stands behind a name."""
    title = cells.get("title", "")
    if not _in_characters(title):
        return cells
    return {f: cell for f, cell in cells.items() if f != "title"} | {"honorific": title}


def typed_name(cells: Cells, territory: str) -> Typed:
    """Return a name as its cells give it, what stands in characters under ``native``."""
    latin, native = cells.get("name_latin", ""), cells.get("name_native", "")
    family, given = cells.get("family", ""), cells.get("given", "")
    own = cells.get("family_native", ""), cells.get("given_native", "")
    kana = _both(cells.get("family_kana", ""), cells.get("given_kana", ""), " ")
    reading = cells.get("name_kana", "") or kana
    if not any(own) and _in_characters(family) and (not given or _in_characters(given)):
        own = family, given
        if latin and not _in_characters(latin):
            family = given = ""
    elif own[0] and not (family or latin):
        family, given = own
    spaced = territory == "JP" or bool(reading) or any(map(is_kana, "".join(own)))
    native = native or _both(*own, " " if spaced else "")
    if not latin and native and not any(map(is_east_asian, native)):
        latin, native = (native, "") if not family else (latin, native)
    return Typed(
        family=family,
        given=given,
        latin=without_bullet(latin),
        native=without_bullet(native),
        reading=reading,
        title=cells.get("title", ""),
        honorific=cells.get("honorific", ""),
        address=cells.get("address", ""),
        order=value_of("name_order", cells.get("name_order", "")),
        territory=territory or ("JP" if any(map(is_kana, reading)) else ""),
    )


def _both(one: str, other: str, between: str) -> str:
    return between.join(p for p in (one, other) if p)


def _in_characters(words: str) -> bool:
    return bool(words) and all(is_east_asian(c) or c.isspace() for c in words)


def affiliation_of(cells: Cells) -> Affiliation:
    """Return the institution; one that is only in characters stands under both."""
    name = in_one_line(cells.get("affiliation", ""))
    native = in_one_line(cells.get("affiliation_native", ""))
    acronym, position = cells.get("affiliation_acronym", ""), cells.get("position", "")
    if not name and (both := cells.get("affiliation_position", "")):
        name, said = parted_affiliation(both)
        position = position or said
    behind = re.search(r"\s*[(（]([A-Z][A-Za-z&-]{1,9})[)）]$", name)
    if behind and not acronym and sum(c.isupper() for c in behind[1]) > 1:
        name, acronym = name[: behind.start()], behind[1]
    return Affiliation(
        name=name or native, acronym=acronym, native=native, position=in_one_line(position)
    )


_MOMENT = re.compile(
    r"(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\.?\s*[日일]?\s*(?:[(（]\w{1,3}[)）]\s*)?"
    r"(?:[T,\s]*(\d{1,2})\s*[:：時时시]\s*(\d{2})?)?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[,\s]+(\d{1,2}):(\d{2}))?")
_WITH_MONTH = re.compile(
    r"(?i)(?:\w{3,9},?\s+)??(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})"
    r"(?:st|nd|rd|th)?),?[\s-]+(\d{4})(?:[,\s]+(?:at\s+)?(\d{1,2}):(\d{2}))?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL = re.compile(r"[3-6]\d{4}(?:\.\d+)?")


def moment_of(cell: str) -> datetime | None:
    """Return the moment that a cell says, at 0:00 where it names no time, or None.

    ``3/11/2026`` may mean two days and is none; ``3.11.2026`` begins with the day.
    """
    for reading in (_year_first, _day_first, _with_month, _serial):
        try:
            found = reading(cell.strip())
        except (ValueError, OverflowError):
            continue
        if found is not None:
            return found
    return None


def _year_first(cell: str) -> datetime | None:
    found = _MOMENT.match(cell)
    if found is None:
        return None
    year, month, day, hour, minute = (int(n) for n in found.groups(default="0"))
    return datetime(year, month, day, hour, minute)


def _day_first(cell: str) -> datetime | None:
    found = _DAY_FIRST.match(cell)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    time = int(found[5] or 0), int(found[6] or 0)
    if found[2] == "." or first > 12 or first == second:
        return datetime(year, second, first, *time)
    return datetime(year, first, second, *time) if second > 12 else None


def _with_month(cell: str) -> datetime | None:
    found = _WITH_MONTH.match(cell)
    if found is None:
        return None
    name = (found[2] or found[3])[:3].lower()
    day = int(found[1] or found[4])
    time = int(found[6] or 0), int(found[7] or 0)
    return datetime(int(found[5]), _MONTHS.index(name) + 1, day, *time)


def _serial(cell: str) -> datetime | None:
    """Return the moment of a number that a spreadsheet keeps for a day."""
    if not _SERIAL.fullmatch(cell):
        return None
    return datetime(1899, 12, 30) + timedelta(minutes=round(float(cell) * 1440))
