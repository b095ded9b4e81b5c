"""Lists of people as separated values: whatever parts the cells, with line breaks in quotes."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.newcomers import Told
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.library_cells import restored
from dialogueprep.exchange.people_signs import tidied
from dialogueprep.exchange.people_table import (
    BREATH,
    MOST_CELLS,
    MOST_ROWS,
    Line,
    Sheet,
    damaged,
    too_many,
)
from dialogueprep.exchange.roster_columns import field_of

SEPARATORS = (",", ";", "\t", "|", "，", "；", "^", "~", ":")
"""What may part the cells, the usual first."""
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_LONGEST_LINE = 200_000
_LONGEST_FIELD = 100_000
_SAMPLE_ROWS = 20
_STRICT: dict[str, Any] = {"strict": True}
_LENIENT: dict[str, Any] = {"strict": False}
_SIGNS: dict[str, Any] = {"quoting": csv.QUOTE_NONE}


def text_of(data: bytes, encoding: str, name: str) -> tuple[str, int]:
    """Return the text of a file, and how many of its characters could not be read.

    Raises Trouble("roster-damaged") for what is no text.
    """
    text = data.decode(encoding, "replace").removeprefix("\ufeff").rstrip("\x1a\0")
    lost = text.count("\ufffd")
    if _CONTROLS.search(text) or lost > max(20, len(text) // 20):
        raise damaged(name)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise Trouble("people-line-too-long", name=name)
    return text, lost


def separator_of(text: str) -> str:
    """Return what parts the cells: what makes heads known, and rows equally long."""
    sample = "\n".join(text[:60_000].splitlines()[: 3 * _SAMPLE_ROWS])
    return max(SEPARATORS, key=lambda s: (_fitness(sample, s), -SEPARATORS.index(s)))


def _fitness(sample: str, separator: str) -> float:
    if separator not in sample:
        return 0
    try:
        rows = list(islice(filter(any, _rows(sample, separator, _LENIENT)), _SAMPLE_ROWS))
    except _Unclosed:
        rows = list(islice(filter(any, _rows(sample, separator, _SIGNS)), _SAMPLE_ROWS))
    heads = max((len({f for c in row if (f := field_of(c))}) for row in rows[:10]), default=0)
    width, often = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
    even = often / len(rows) if width > 1 else 0
    return 2 * heads * (heads > 1) + even + min(width, 20) / 100


def sheet_of_csv(text: str, separator: str, name: str, tick: Tick = quiet) -> Sheet:
    """Return the rows of a text. A quotation mark that is never closed is taken as a sign.

    Raises Trouble "people-too-many" before all is read, or "roster-damaged".
    """
    if text.count("\n") + text.count("\r") > 4 * MOST_ROWS:
        raise too_many(name)
    for way in (_STRICT, _LENIENT):
        try:
            return Sheet("", tuple(_lines(text, separator, way, name, tick)))
        except _Misplaced:
            continue
        except _Unclosed:
            break
    lines = tuple(_lines(text, separator, _SIGNS, name, tick))
    return Sheet("", lines, (Told("people-quote-unclosed"),))


class _Unclosed(Exception):
    """A quotation mark is never closed, or the cell runs over more lines than an address has."""


class _Misplaced(Exception):
    """A quotation mark stands inside a cell."""


def _lines(text: str, separator: str, way: dict[str, Any], name: str, tick: Tick) -> Iterator[Line]:
    about = text.count("\n") + 1
    for number, row in enumerate(_rows(text, separator, way), 1):
        if number > MOST_ROWS:
            raise too_many(name)
        if len(row) > MOST_CELLS:
            raise damaged(name)
        if number % BREATH == 0:
            tick(number, 2 * about)
        strip = ' "' if way is _SIGNS else None
        yield Line(number, tuple(tidied(restored(c.strip(strip))) for c in row))


def _rows(text: str, separator: str, way: dict[str, Any]) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    lines = io.StringIO(text, newline="")
    try:
        for row in csv.reader(lines, delimiter=separator, skipinitialspace=True, **way):
            if way is not _SIGNS and any(c.count("\n") > 20 for c in row if len(c) > 400):
                raise _Unclosed
            yield row
    except csv.Error as error:
        odd = "expected after" in str(error)
        raise (_Misplaced if odd else _Unclosed) from None
