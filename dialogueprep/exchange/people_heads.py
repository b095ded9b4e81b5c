"""Which row of a table is its head, and which field each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogueprep.domain.identity.fold import is_east_asian
from dialogueprep.exchange.people_table import Line
from dialogueprep.exchange.roster_columns import gender_of, sector_of
from dialogueprep.exchange.roster_fields import field_by_label as field_of

NAMES = frozenset({"name_latin", "family", "given", "name_native"})
_LAST_HEAD = 20
"""A head stands among so many first rows, below titles and notes."""
_PARTS = re.compile(r"[/／|｜\n()（）\[\],、:：*]+")
_BETWEEN_SCRIPTS = re.compile(
    r"(?<=[\u3040-\u9fff\uac00-\ud7a3])\s*(?=[A-Za-z])|(?<=[A-Za-z.])\s*(?=[\u3040-\u9fff\uac00-\ud7a3])"
)
_PLURAL = re.compile(r"\(s\)|（s）", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heads:
    """Where the head stands among the lines (None: there is none), its words, and the field of
    each column, "" for one that is left out."""

    at: int | None
    words: tuple[str, ...]
    fields: tuple[str, ...]


def heads_of(lines: Sequence[Line]) -> Heads:
    """Return the head: the row of the first that names most fields, a name among them."""
    best, most = None, 0
    for n, line in enumerate(lines[:_LAST_HEAD]):
        fields = fields_of_heads(line.cells)
        known = {f for f in fields if f}
        if known & NAMES and len(known) > most:
            best, most = n, len(known)
    if best is None or (most == 1 and not _alone(lines, best)):
        return without_head(lines)
    words = lines[best].cells
    return Heads(best, words, _by_content(fields_of_heads(words), lines[best + 1 : best + 60]))


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Return whether a head with one known word is one: it is the first row, or has no other."""
    return at == 0 or len([c for c in lines[at].cells if c]) > 1


def fields_of_heads(words: Sequence[str]) -> tuple[str, ...]:
    """Return the field that each word of a head means; the first of two alike is taken."""
    taken: set[str] = set()
    fields: list[str] = []
    for word in words:
        found = field_of_head(word)
        found = "" if found in taken else found
        taken.add(found)
        fields.append(found)
    return tuple(fields)


def field_of_head(word: str) -> str:
    """Return the field that a head means, in whichever of several languages it is said, or ""."""
    if len(word) > 80:
        return ""
    whole = field_of(word) or field_of(_PLURAL.sub("", word)) or field_of(_PLURAL.sub("s", word))
    if whole:
        return whole
    return next((f for p in parts_of_head(word) if (f := field_of(p))), "")


def parts_of_head(word: str) -> list[str]:
    """Return the words of which a head or a heading is put together, in several languages."""
    pieces = [p for part in _PARTS.split(word) for p in (part, *_BETWEEN_SCRIPTS.split(part))]
    return [p.strip() for p in pieces if p.strip()]


def without_head(lines: Sequence[Line]) -> Heads:
    """Return columns without words above them; what they hold tells the likeliest field."""
    sample = lines[:60]
    wide = max((len(line.cells) for line in sample), default=0)
    fields = _by_content(("",) * wide, sample)
    return Heads(None, ("",) * wide, fields)


def _by_content(fields: tuple[str, ...], lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the fields with those found that nobody named: addresses, and names in two scripts."""
    found = list(fields)
    for n, field in enumerate(fields):
        cells = [line.cells[n] for line in lines if n < len(line.cells) and line.cells[n]]
        if not field and cells and (guess := _content(cells)) and guess not in found:
            if guess in NAMES and NAMES.intersection(fields):
                continue
            found[n] = guess
    if "name_latin" in found and "name_native" not in found:
        found = _native_instead(found, lines)
    return tuple(found)


def _native_instead(fields: list[str], lines: Sequence[Line]) -> list[str]:
    """Return the fields where a column headed "Name" holds characters only."""
    n = fields.index("name_latin")
    cells = [line.cells[n] for line in lines if n < len(line.cells) and line.cells[n]]
    eastern = sum(all(is_east_asian(c) or c.isspace() for c in cell) for cell in cells)
    if cells and eastern == len(cells) and "family" in fields:
        fields[n] = "name_native"
    return fields


def _content(cells: Sequence[str]) -> str:
    def most(holds: int) -> bool:
        return holds * 10 >= len(cells) * 8

    if most(sum("@" in c for c in cells)):
        return "email"
    if most(sum(bool(sector_of(c)) for c in cells)):
        return "sector"
    if most(sum(gender_of(c) in ("woman", "man") for c in cells)):
        return "gender"
    if most(sum(1 < len(c) < 6 and all(is_east_asian(x) for x in c) for c in cells)):
        return "name_native"
    if most(sum(bool(re.fullmatch(r"[^\W\d_]+(?:[ .,'’-]+[^\W\d_]+\.?){1,4}", c)) for c in cells)):
        return "name_latin" if most(sum(len(c) < 30 for c in cells)) else ""
    return ""
