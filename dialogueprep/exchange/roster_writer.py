"""A roster written to .csv or .xlsx, to be opened in a spreadsheet and to be read back.

No cell can be a formula: what looks like one stands behind an apostrophe (`library_cells.safe`),
which reading takes away. The workbook carries no author and no dates.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import FormState, Participation
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.atomic import Tick, quiet, write_whole
from dialogueprep.exchange.library_cells import for_xml, safe
from dialogueprep.exchange.people_table import BREATH
from dialogueprep.exchange.roster_fields import LABELS, NO, YES
from dialogueprep.exchange.xlsx_parts import sheet, workbook

KINDS = (".csv", ".xlsx")
LISTED = (
    "family", "given", "name_order", "name_native", "name_kana", "title", "honorific", "country",
    "territory", "affiliation", "affiliation_acronym", "affiliation_native", "position",
)  # fmt: skip
"""The columns of a list for participants."""
INSIDE = (
    "address", "aliases", "region", "sector", "seniority", "gender", "languages", "capacity",
    "standing", "listed_for_participants", "listed_for_public", "distinctive_facts",
)  # fmt: skip
"""The columns that only organisers need."""
CONTACTS = ("email", "phone", "arrives", "departs", "travel", "lodging", "diet", "remarks")
"""The columns with which people can be reached or followed: only when they are asked for."""
Say = words.Say


def write_roster(
    people: Sequence[Participation],
    target: Path,
    columns: Sequence[str],
    *,
    language: Language = "en",
    separator: str = ",",
    tick: Tick = quiet,
) -> None:
    """Write a roster with these columns, its heads and words in a language.

    Raises Refused("roster-kind-unknown") for another kind than `KINDS`, Trouble("cannot-write").
    """
    kind = target.suffix.lower()
    if kind not in KINDS:
        raise Refused("roster-kind-unknown", name=target.name)
    rows = table_of(people, columns, language, tick)
    write_whole(target, csv_bytes(rows, separator) if kind == ".csv" else xlsx_bytes(rows))


def table_of(
    people: Sequence[Participation],
    columns: Sequence[str],
    language: Language,
    tick: Tick = quiet,
) -> list[list[str]]:
    """Return head and rows of a roster as texts."""
    say = words.of(language)
    rows = [[say(LABELS[column]) for column in columns]]
    for n, part in enumerate(people):
        if n % BREATH == 0:
            tick(n, len(people))
        rows.append([_CELLS[column](part, say) for column in columns])
    return rows


def csv_bytes(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    """Return the file, in UTF-8 with the mark by which spreadsheets know it."""
    into = io.StringIO(newline="")
    writer = csv.writer(into, delimiter=separator)
    for row in rows:
        writer.writerow([safe(cell) for cell in row])
    return into.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook with one sheet of texts."""
    wide = max((len(row) for row in rows), default=1)
    clean = [[for_xml(safe(cell)) for cell in row] for row in rows]
    return workbook({"People": sheet(clean, [20] * wide)})


def _word(member: StrEnum | None, say: Say) -> str:
    return say(wording.of(member)) if member is not None else ""


def _moment(when: datetime | None) -> str:
    return when.isoformat(" ", "minutes") if when else ""


def _aliases(part: Participation) -> str:
    return "; ".join(f.form for f in part.person.forms if f.state is FormState.ADDED)


_CELLS: dict[str, Callable[[Participation, Say], str]] = {
    "family": lambda p, _: p.person.name.family,
    "given": lambda p, _: p.person.name.given,
    "name_order": lambda p, say: _word(p.person.name.order, say),
    "name_native": lambda p, _: p.person.name.native,
    "name_kana": lambda p, _: p.person.name.reading,
    "title": lambda p, _: p.person.name.title,
    "honorific": lambda p, _: p.person.name.honorific,
    "address": lambda p, _: p.person.name.address,
    "aliases": lambda p, _: _aliases(p),
    "country": lambda p, _: p.delegation,
    "territory": lambda p, _: p.territory,
    "region": lambda p, _: p.region,
    "affiliation": lambda p, _: p.affiliation.name,
    "affiliation_acronym": lambda p, _: p.affiliation.acronym,
    "affiliation_native": lambda p, _: p.affiliation.native,
    "position": lambda p, _: p.affiliation.position,
    "sector": lambda p, say: _word(p.sector, say),
    "seniority": lambda p, say: _word(p.seniority, say),
    "gender": lambda p, say: _word(p.person.gender, say),
    "languages": lambda p, _: "; ".join(p.person.languages),
    "capacity": lambda p, say: _word(p.capacity, say),
    "standing": lambda p, say: _word(p.standing, say),
    "listed_for_participants": lambda p, say: say(YES if p.listed_for_participants else NO),
    "listed_for_public": lambda p, say: say(YES if p.listed_for_public else NO),
    "distinctive_facts": lambda p, _: "; ".join(p.facts),
    "email": lambda p, _: p.person.email,
    "phone": lambda p, _: p.person.phone,
    "arrives": lambda p, _: _moment(p.logistics.arrives),
    "departs": lambda p, _: _moment(p.logistics.departs),
    "travel": lambda p, _: p.logistics.travel,
    "lodging": lambda p, _: p.logistics.lodging,
    "diet": lambda p, _: p.logistics.diet,
    "remarks": lambda p, _: p.person.remarks,
}
