"""Reads a roster from .json, .csv or .xlsx: who takes part, and in which items.

The format is described in docs/command_line.md.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.identity.described.description import region_named
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Capacity,
    FormState,
    Gender,
    Name,
    NameForm,
    NameOrder,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
    Sector,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.read_text import decode
from dialogueprep.exchange.roster_columns import (
    field_of,
    further_role_of,
    gender_of,
    gives_main_speech,
    role_of,
    sector_of,
)

_NAMES = frozenset({"name_latin", "family", "given", "name_native"})
_LIST = re.compile(r"\s*[;；|、\n]\s*")
_LATIN_ORDER_EAST = frozenset({"CN", "JP", "KR", "KP", "TW", "HK", "MO", "VN", "KH"})
_Row = Mapping[str, Any]
EVERY_ITEM = "*"
"""The item that stands for the whole meeting, where a roster names none."""


@dataclass(frozen=True, slots=True)
class ReadRoster:
    """What a roster file says: participations, who attends which item, and the items' names."""

    participations: tuple[Participation, ...]
    attendance: Mapping[str, tuple[Attendee, ...]]
    items: Mapping[str, str]


def read_roster(path: Path) -> ReadRoster:
    """Return the roster in a file.

    Raises Refused "roster-without-header", "roster-without-people" or "roster-kind-unknown";
    Trouble "cannot-read" or "roster-damaged".
    """
    kinds = {".json": _json, ".csv": _csv, ".tsv": _csv, ".txt": _csv, ".xlsx": _xlsx}
    read = kinds.get(path.suffix.lower())
    if read is None:
        raise Refused("roster-kind-unknown", name=path.name)
    try:
        rows, items = read(path)
    except OSError as error:
        raise Trouble("cannot-read", name=path.name, reason=error.strerror or error) from error
    if not rows:
        raise Refused("roster-without-people", name=path.name)
    return _roster(rows, items)


def _json(path: Path) -> tuple[list[_Row], dict[str, str]]:
    try:
        raw: object = json.loads(decode(path.read_bytes()))
    except ValueError as error:
        raise Trouble("roster-damaged", name=path.name) from error
    document = cast("dict[str, Any]", raw if isinstance(raw, dict) else {"roster": raw})
    rows: Any = document.get("roster")
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in cast("list[Any]", rows)):
        raise Trouble("roster-damaged", name=path.name)
    meta: Any = document.get("meta") or {}
    items: dict[str, Any] = meta.get("sessions") or {}
    return cast("list[_Row]", rows), {str(k): str(v) for k, v in items.items()}


def _csv(path: Path) -> tuple[list[_Row], dict[str, str]]:
    text = decode(path.read_bytes())
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Refused("roster-without-people", name=path.name)
    separator = max(",;\t|", key=lambda s: sum(line.count(s) for line in lines[:10]))
    return _table(list(csv.reader(io.StringIO(text), delimiter=separator)), path.name), {}


def _xlsx(path: Path) -> tuple[list[_Row], dict[str, str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book: Any = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError) as error:
        raise Trouble("roster-damaged", name=path.name) from error
    rows = [["" if c is None else str(c) for c in row] for row in book.worksheets[0].values]
    book.close()
    return _table(rows, path.name), {}


def _table(rows: Sequence[Sequence[str]], name: str) -> list[_Row]:
    """Return rows by field; the head is the first of the first ten rows that names a name."""
    for number, row in enumerate(rows[:10]):
        fields = [field_of(cell) for cell in row]
        if len({f for f in fields if f}) > 1 and _NAMES.intersection(f for f in fields if f):
            return [
                {"row": str(n), **_by_field(fields, cells)}
                for n, cells in enumerate(rows[number + 1 :], 1)
                if any(c.strip() for c in cells)
            ]
    if not any(c.strip() for row in rows for c in row):
        raise Refused("roster-without-people", name=name)
    raise Refused("roster-without-header", name=name)


def _by_field(fields: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, cell in zip(fields, cells, strict=False):
        if field and cell.strip():
            found.setdefault(field, cell.strip())
    return found


def _roster(rows: Iterable[_Row], items: dict[str, str]) -> ReadRoster:
    lexicon = read_lexicon()
    people: list[Participation] = []
    attendance: dict[str, list[Attendee]] = {item: [] for item in items}
    everywhere: list[Attendee] = []
    for number, row in enumerate(rows, 1):
        who = _participation(row, str(number), lexicon)
        people.append(who)
        role = role_of(_said(row, "meeting_role"))
        roles = frozenset({Role(role)}) if role and role != "observer" else frozenset[Role]()
        attendee = Attendee(
            who=who,
            roles=roles,
            silent=role == "observer",
            called=further_role_of(_said(row, "meeting_role")),
            main=gives_main_speech(_said(row, "meeting_role")),
        )
        everywhere.append(attendee)
        for item in _listed(row, "sessions"):
            attendance.setdefault(item, []).append(attendee)
    present = {item: tuple(attendees) for item, attendees in attendance.items() if attendees}
    if not present:
        present = {EVERY_ITEM: tuple(everywhere)}
    names = {item: items.get(item, item) for item in present}
    return ReadRoster(tuple(people), present, names)


def _participation(row: _Row, number: str, lexicon: Lexicon) -> Participation:
    known = _said(row, "id") or _said(row, "row") or number
    code = _code(_said(row, "country"), lexicon)
    sector = sector_of(_said(row, "sector"))
    territory = lexicon.territories.get(code)
    staff = role_of(_said(row, "meeting_role")) == "staff"
    return Participation(
        id=ParticipationId(known),
        person=_person(row, known, code),
        delegation=code,
        territory=code,
        region=_region(row, lexicon) or (territory.region if territory else ""),
        sector=Sector(sector) if sector else None,
        capacity=Capacity.STAFF if staff else Capacity.PERSONAL,
        affiliation=Affiliation(
            name=_said(row, "affiliation"),
            acronym=_said(row, "affiliation_acronym"),
            native=_said(row, "affiliation_native"),
            position=_said(row, "position"),
        ),
        facts=_listed(row, "distinctive_facts"),
    )


def _person(row: _Row, known: str, code: str) -> Person:
    gender = gender_of(_said(row, "gender"))
    forms = [NameForm(alias, FormState.ADDED) for alias in _listed(row, "aliases")]
    name = _name(row, code)
    typed = _said(row, "name_latin")
    if typed and typed != name.latin:
        forms.append(NameForm(typed, FormState.ADDED))
    return Person(
        id=PersonId(known),
        name=name,
        gender=Gender(gender) if gender else None,
        forms=tuple(forms),
        email=_said(row, "email"),
    )


def _name(row: _Row, code: str) -> Name:
    family, given = _said(row, "family"), _said(row, "given")
    order = _order(row, code)
    if not family:
        family, given = _guessed(_said(row, "name_latin"), order)
    native = _said(row, "name_native")
    return Name(
        family=family or native,
        given=given,
        order=order,
        native=native,
        reading=_said(row, "name_kana"),
        title=_said(row, "title"),
        honorific=_said(row, "honorific"),
    )


def _order(row: _Row, code: str) -> NameOrder:
    said = _said(row, "name_order")
    if said in tuple(NameOrder):
        return NameOrder(said)
    typed = _said(row, "name_latin").split()
    if typed and typed[0].isupper() != typed[-1].isupper():
        return NameOrder.FAMILY_FIRST if typed[0].isupper() else NameOrder.GIVEN_FIRST
    return NameOrder.FAMILY_FIRST if code in _LATIN_ORDER_EAST else NameOrder.GIVEN_FIRST


def _guessed(typed: str, order: NameOrder) -> tuple[str, str]:
    """Return family and given name of a name typed in one; a comma or the order tells."""
    if "," in typed:
        family, _, given = typed.partition(",")
        return family.strip(), given.strip()
    pieces = typed.split()
    if len(pieces) < 2:
        return typed.strip(), ""
    if order is NameOrder.FAMILY_FIRST:
        return pieces[0], " ".join(pieces[1:])
    return pieces[-1], " ".join(pieces[:-1])


def _region(row: _Row, lexicon: Lexicon) -> str:
    """Return the region of a row by its usual name, or as it is written if it is none known."""
    written = _said(row, "region")
    return region_named(written, lexicon) or written


def _code(word: str, lexicon: Lexicon) -> str:
    """Return the code of a territory or grouping given by code or by name, else the word."""
    if not word or word.upper() in lexicon.territories:
        return word.upper()
    for piece in lexicon.pieces.get(lexicon.fold.plain(word), ()):
        if piece.kind in ("territory", "region", "short"):
            return piece.value
    return word


def _said(row: _Row, field: str) -> str:
    value = row.get(field)
    return value.strip() if isinstance(value, str) else "" if value is None else str(value)


def _listed(row: _Row, field: str) -> tuple[str, ...]:
    value = row.get(field)
    if isinstance(value, list):
        return tuple(str(v).strip() for v in cast("list[object]", value) if str(v).strip())
    separated = _LIST.split(
        _said(row, field).replace(",", ";") if field == "sessions" else _said(row, field)
    )
    return tuple(part for part in separated if part)
