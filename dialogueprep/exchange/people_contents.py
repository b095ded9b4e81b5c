"""What the cells of a column tell about its field, where its head does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from dialogueprep.domain.identity.reading.fold import is_east_asian
from dialogueprep.exchange.people_head_words import BOTH
from dialogueprep.exchange.people_lines import is_institution, is_position, parted_affiliation
from dialogueprep.exchange.people_places import Places
from dialogueprep.exchange.people_table import Line
from dialogueprep.exchange.roster_columns import gender_of, sector_of

_LATIN_NAME = re.compile(r"[^\W\d_]+(?:[ .,'’-]+[^\W\d_]+\.?){1,4}")
_PHONE = re.compile(r"\+?[\d()\s.-]{7,20}")
_NATIVE = {
    "family": "family_native",
    "given": "given_native",
    "name_latin": "name_native",
    "affiliation": "affiliation_native",
}
_NAMES = frozenset({"name_latin", "family", "given", "name_native"})


def without_doubles(fields: Sequence[str], lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the fields, each held once: of two columns for a name one is in its own script.

    A third form of a name is another spelling; of two columns alike otherwise the first is taken.
    """
    filled = [bool(_cells(lines, n)) for n in range(len(fields))]
    twice = {f for n, f in enumerate(fields) if f and f in fields[:n]}
    found = [f if ok or f not in twice else "" for f, ok in zip(fields, filled, strict=True)]
    _given_alone(found, lines)
    for latin, native in _NATIVE.items():
        _part(found, latin, native, lines, eastern=True)
        _part(found, native, latin, lines, eastern=False)
    for n, field in enumerate(found):
        if field and field in found[:n]:
            again = field in ("name_latin", "name_native") and "aliases" not in found
            found[n] = "aliases" if again else ""
    if "name_latin" in found and "name_native" not in found:
        _native_instead(found, lines)
    return tuple(found)


def _part(
    found: list[str], field: str, other: str, lines: Sequence[Line], *, eastern: bool
) -> None:
    """Give one of several columns of a field to the other, by the script of its cells."""
    columns = [n for n, f in enumerate(found) if f == field]
    if len(columns) < 2 or other in found:
        return
    held = (n for n in columns if (c := _cells(lines, n)) and _is_eastern(c) == eastern)
    if (chosen := next(held, None)) is not None:
        found[chosen] = other


def _given_alone(found: list[str], lines: Sequence[Line]) -> None:
    """Mend names where a language says "name" for one part: 이름 alone is the whole name, and
    "Name" beside "Vorname" the family name."""
    if "given" not in found or "family" in found:
        return
    given = found.index("given")
    wholes = [n for n, f in enumerate(found) if f in ("name_latin", "name_native")]
    if not wholes:
        cells = _cells(lines, given)
        found[given] = "name_native" if cells and _is_eastern(cells) else "name_latin"
    elif not any(_holds(line, wholes[0], given) for line in lines):
        found[wholes[0]] = "family"


def _holds(line: Line, whole: int, part: int) -> bool:
    cells = (*line.cells, *("",) * (max(whole, part) + 1 - len(line.cells)))
    return bool(cells[part]) and cells[part].casefold() in cells[whole].casefold()


def _native_instead(found: list[str], lines: Sequence[Line]) -> None:
    """Say so where a column headed "Name" holds characters only."""
    n = found.index("name_latin")
    cells = _cells(lines, n)
    if cells and "family" in found and all(_is_characters(c) for c in cells):
        found[n] = "name_native"


def fields_by_content(
    fields: Sequence[str], lines: Sequence[Line], words: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the fields with those found that nobody named: addresses, places, institutions and
    names. A column whose head says something is taken for an address only, and one headed
    "Title" for the position if it holds positions, as lists in English have it."""
    found = list(fields)
    lines = [line for line in lines if len(line.cells) - line.cells.count("") > 1] or lines
    if "title" in found and "position" not in found:
        titles = found.index("title")
        found[titles] = "position" if _are_positions(_cells(lines, titles)) else "title"
    for n, field in enumerate(fields):
        cells = _cells(lines, n)
        if field == "email" and cells and not any("@" in c for c in cells):
            found[n] = ""
        said = n < len(words) and bool(words[n])
        guess = _content(cells, said=said) if cells and field in ("", "phone") else ""
        if not guess or guess in found or (field == "phone" and guess != "email"):
            continue
        if guess in _NAMES and _NAMES.intersection(fields):
            continue
        found[n] = guess
    return tuple(found)


def _cells(lines: Sequence[Line], n: int) -> list[str]:
    return [line.cells[n] for line in lines if n < len(line.cells) and line.cells[n]]


def _are_positions(cells: Sequence[str]) -> bool:
    """Return whether cells name positions, not what is said before a name: "Senior Fellow", where
    "Professor" alone might be either."""
    held = [cell for cell in cells if is_position(cell)]
    longer = [cell for cell in held if " " in cell.strip()]
    return len(held) * 2 >= len(cells) and len(longer) * 4 >= len(cells) > 0


def _is_characters(cell: str) -> bool:
    return all(is_east_asian(c) or c.isspace() for c in cell)


def _is_eastern(cells: Sequence[str]) -> bool:
    """Return whether most cells begin with a character."""
    return sum(is_east_asian(c[0]) for c in cells) * 2 > len(cells)


def _content(cells: Sequence[str], *, said: bool) -> str:
    def most(holds: int) -> bool:
        return holds * 10 >= len(cells) * 8

    if most(sum("@" in c for c in cells)):
        return "email"
    if said:
        return ""
    return next((f for f, is_one in _TESTS.items() if most(sum(map(is_one, cells)))), "")


_TESTS: dict[str, Callable[[str], bool]] = {
    "phone": lambda c: bool(_PHONE.fullmatch(c)) and sum(map(str.isdigit, c)) > 6,
    "country": lambda c: _places().is_known(_places().code_of(c)),
    "sector": lambda c: bool(sector_of(c)),
    "gender": lambda c: gender_of(c) in ("woman", "man"),
    BOTH: lambda c: is_institution(c) and all(parted_affiliation(c)),
    "affiliation": is_institution,
    "position": is_position,
    "name_native": lambda c: 1 < len(c) < 6 and all(map(is_east_asian, c)),
    "name_latin": lambda c: len(c) < 30 and bool(_LATIN_NAME.fullmatch(c)),
}
"""Whether a cell looks like one of a field, the surest first."""


@cache
def _places() -> Places:
    return Places(())
