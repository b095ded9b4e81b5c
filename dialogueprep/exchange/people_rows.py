"""Rows of a list of people read into participations: what each cell means, and what is unclear."""

from __future__ import annotations

import gc
import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from dialogueprep.domain.hepburn import proposed_latin
from dialogueprep.domain.identity.reading.fold import is_kana
from dialogueprep.domain.name_splitting import SplitName, split_name
from dialogueprep.domain.newcomers import Intake, Newcomer, RefusedRow, Told, marked_twice
from dialogueprep.domain.people import (
    Capacity,
    FormState,
    Gender,
    Logistics,
    NameForm,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Sector,
    Seniority,
    Standing,
)
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.people_cells import (
    Cells,
    affiliation_of,
    mail_of,
    moment_of,
    typed_name,
    with_lost,
    with_title_behind,
    without_lost,
)
from dialogueprep.exchange.people_heads import NAMES, Heads, parts_of_head
from dialogueprep.exchange.people_places import Places
from dialogueprep.exchange.people_signs import in_one_line
from dialogueprep.exchange.people_table import BREATH, LONGEST_CELL, Line
from dialogueprep.exchange.people_words import name_words
from dialogueprep.exchange.roster_columns import further_role_of, group_of, role_of
from dialogueprep.exchange.roster_fields import LABELS, consents, value_of

_LIST = re.compile(r"\s*[;；|、\n]\s*")
_LONGEST_NAME = 160
_MOST_TOLD = 30
_MOST_HEADS = 24
_SUMS = re.compile(
    r"(?i)^(?:(?:sub)?total|sum|合计|合計|小计|小計|总计|總計|計|합계|소계|총계)\b[\s:：\d]*$"
)


def read_people(
    lines: Sequence[Line],
    heads: Heads,
    sides: Sequence[str] = (),
    tick: Tick = quiet,
    *,
    section: str = "",
) -> Intake:
    """Return the people of a table below its head.

    ``sides`` are the codes of the dialogue's delegations, by which a country is put to one;
    ``section`` is the name of the sheet, which holds for its rows if it is that of a place.
    """
    reading = _Reading(heads, Places(sides), section)
    below = lines if heads.at is None else lines[heads.at + 1 :]
    found: list[Newcomer] = []
    with _without_collecting():
        for n, line in enumerate(below):
            if n % BREATH == 0:
                tick(len(below) + n, 2 * len(below) + 1)
            if (one := reading.read(line)) is not None:
                found.append(one)
        tick(2 * len(below), 2 * len(below) + 1)
        return Intake(marked_twice(found), tuple(reading.refused), tuple(reading.told()))


@contextmanager
def _without_collecting() -> Generator[None]:
    """Hold back the collector of cycles: rows make none, and it would look through all of them
    again and again, which takes nearly as long as reading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_LONGEST_NOBODY = 24
_NOBODY = re.compile(
    r"(?i)^[(（\[]?\s*(?:tb[cdan]|n/?a|n\.?\s?n\.?|vacant|unknown|nil|nobody|x{2,}|\?+|"
    r"to be (?:confirmed|determined|announced|advised|named|nominated)|"
    r"待定|待确认|待確認|未定|調整中|未確認|미정|확인\s?중|조율\s?중|없음|无|無|"
    r"(?:interpreter|delegate|participant|observer|staff|guest|speaker|member|person)"
    r"(?:\s*(?:no\.?\s*)?(?:\d{1,3}|[A-Z]))?)\s*[)）\]]?$"
)
"""Words in the place of a name for somebody who is not named yet."""
_FORMULA = re.compile(r"[=@]|[+-][\d(]|\+?\w+\(")


class _Reading:
    """Reads row after row; a row that only names a place holds for those below it."""

    def __init__(self, heads: Heads, places: Places, section: str) -> None:
        self._heads, self._places = heads, places
        self._columns = [(n, f) for n, f in enumerate(heads.fields) if f]
        self._section = section if places.is_known(places.code_of(section)) else ""
        self._role = ""
        kana = any(map(is_kana, "".join(heads.words))) or "氏名" in heads.words
        self._home = "JP" if kana and "name_latin" not in heads.fields else ""
        self._headings = self._roles = self._read = self._lost = 0
        self._unknown_sides: dict[str, int] = {}
        self.refused: list[RefusedRow] = []

    def read(self, line: Line) -> Newcomer | None:
        """Return the person of a row, or None for one without a person."""
        filled = [c for c in line.cells if c]
        if not filled or self._repeats_head(line):
            return None
        if len(set(filled)) == 1 and len(self._columns) > 1 and self._is_heading(line, filled[0]):
            return None
        cells = {
            f: line.cells[n] for n, f in self._columns if n < len(line.cells) and line.cells[n]
        }
        if "honorific" not in self._heads.fields:
            cells = with_title_behind(cells)
        lost = bool(with_lost(cells))
        self._lost += lost
        why = self._reason_against(line, cells)
        if why is not None:
            shown = " · ".join(filled)[:80]
            self.refused.append(RefusedRow(line.number, shown, why))
            return None
        found = self._newcomer(line.number, without_lost(cells))
        return replace(found, told=(*found.told, Told("people-row-lost"))) if lost else found

    def told(self) -> Iterator[Told]:
        """Yield what holds for the whole table."""
        words, fields = self._heads.words, self._heads.fields
        left = [w for w, f in zip(words, fields, strict=False) if w and not f]
        if left:
            more = ("…",) if len(left) > _MOST_HEADS else ()
            yield Told("people-columns-left-out", {"columns": (*left[:_MOST_HEADS], *more)})
        if self._heads.at is None:
            yield Told("people-without-head")
        if self._lost:
            yield Told("people-cells-lost", {"n": self._lost})
        if "listed_for_participants" not in fields and self._read:
            yield Told("people-consent-not-said")
        if self._headings:
            yield Told("people-headings-between", {"n": self._headings})
        if self._roles:
            yield Told("people-roles-not-taken", {"n": self._roles})
        for side, n in list(self._unknown_sides.items())[:_MOST_TOLD]:
            yield Told("people-side-unknown", {"said": side, "n": n})

    def _repeats_head(self, line: Line) -> bool:
        words = self._heads.words
        return bool(words and self._heads.at is not None) and line.cells == words

    def _is_heading(self, line: Line, cell: str) -> bool:
        """Return whether a row of one cell is no person: it names a place, a part in the meeting
        or a sum, is a note, or stands left of the names."""
        parts = parts_of_head(cell)
        codes = [self._places.code_of(p) for p in parts]
        role = next((r for p in parts if (r := group_of(p))), "")
        if code := next((c for c in codes if self._places.is_known(c)), ""):
            self._section, self._role = code, role
        elif role:
            self._section = self._section if role == "participant" else ""
            self._role = role
        elif not _SUMS.match(cell) and len(cell) <= 60 and not self._is_before_names(line):
            return False
        self._headings += 1
        return True

    def _is_before_names(self, line: Line) -> bool:
        first = next((n for n, f in self._columns if f in NAMES), 0)
        return any(line.cells[:first])

    def _reason_against(self, line: Line, cells: Cells) -> Told | None:
        named = [cells[f] for f in NAMES if f in cells]
        lettered = any(c.isalpha() for n in named for c in n)
        if not lettered and any(map(_SUMS.match, line.cells)):
            return Told("people-row-is-sum")
        if not named:
            return Told("people-row-nameless")
        if any(len(c) > LONGEST_CELL for c in line.cells) or max(map(len, named)) > _LONGEST_NAME:
            return Told("people-row-too-long")
        return _reason_against_names(named) if lettered else Told("people-row-no-letters")

    def _newcomer(self, number: int, cells: Cells) -> Newcomer:
        self._read += 1
        told: list[Told] = []
        place = self._places.of(
            cells.get("country", "") or self._section, cells.get("territory", "")
        )
        if place.unknown:
            self._unknown_sides[place.unknown] = self._unknown_sides.get(place.unknown, 0) + 1
        split = split_name(typed_name(cells, place.territory or self._home), name_words())
        name = proposed_latin(split.name, read_lexicon())
        if name != split.name:
            split = replace(split, name=name, guessed=False)
            told.append(Told("people-name-romanised"))
        role = role_of(cells["meeting_role"]) if "meeting_role" in cells else self._role
        self._roles += role not in ("", "participant", "staff", "observer", "interpreter")
        self._roles += bool(further_role_of(cells.get("meeting_role", "")))
        part = Participation(
            id=ParticipationId(""),
            person=self._person(cells, split, told),
            delegation=place.delegation,
            territory=place.territory,
            region=self._places.region_of(cells.get("region", "")) or place.region,
            capacity=_capacity(cells, role, told),
            affiliation=affiliation_of(cells),
            facts=_listed(cells.get("distinctive_facts", "")),
            logistics=_logistics(cells, told),
            listed_for_participants=False,  # until it is said that the person agrees
        )
        part = _with_lists(part, cells, told)
        if split.guessed:
            told.append(Told("people-name-guessed"))
        if not all(cells[f][0].isalnum() for f in NAMES if f in cells) and _is_formula(cells):
            told.append(Told("people-name-is-formula"))
        return Newcomer(number, part, frozenset(cells), split.guessed, tuple(told))

    def _person(self, cells: Cells, split: SplitName, told: list[Told]) -> Person:
        email = mail_of(cells.get("email", ""))
        if email and "@" not in email:
            told.append(Told("people-email-unclear", {"said": email}))
        gender = _value("gender", cells, told)
        aliases = (*_listed(cells.get("aliases", "")), *split.others)
        return Person(
            id=PersonId(""),
            name=split.name,
            gender=Gender(gender) if gender else None,
            forms=tuple(NameForm(a, FormState.ADDED) for a in dict.fromkeys(aliases)),
            languages=_listed(cells.get("languages", "").replace(",", ";").replace("/", ";")),
            email=email,
            phone=in_one_line(cells.get("phone", ""), "; "),
            remarks=cells.get("remarks", ""),
        )


def _is_formula(cells: Cells) -> bool:
    return any(_FORMULA.match(cells[f]) for f in NAMES if f in cells)


def _reason_against_names(named: Sequence[str]) -> Told | None:
    letters = [n for n in named if any(c.isalpha() for c in n)]
    if all(_SUMS.match(n) for n in letters):
        return Told("people-row-is-sum")
    nobody = all(len(n) < _LONGEST_NOBODY and _NOBODY.match(n) for n in letters)
    return Told("people-row-nobody") if nobody else None


def _capacity(cells: Cells, role: str, told: list[Told]) -> Capacity:
    if said := _value("capacity", cells, told):
        return Capacity(said)
    return _CAPACITY_OF_ROLE.get(role, Capacity.PERSONAL)


_CAPACITY_OF_ROLE = {
    "staff": Capacity.STAFF,
    "interpreter": Capacity.STAFF,
    "observer": Capacity.OBSERVER,
}


_OF_LISTS = frozenset(
    ("sector", "seniority", "standing", "listed_for_participants", "listed_for_public")
)


def _with_lists(part: Participation, cells: Cells, told: list[Told]) -> Participation:
    """Return the part with what its cells say of closed lists and consents."""
    if not _OF_LISTS.intersection(cells):
        return part
    sector, seniority = _value("sector", cells, told), _value("seniority", cells, told)
    standing = _value("standing", cells, told)
    listed = _consent("listed_for_participants", cells, told)
    public = _consent("listed_for_public", cells, told)
    return replace(
        part,
        sector=Sector(sector) if sector else None,
        seniority=Seniority(seniority) if seniority else None,
        standing=Standing(standing) if standing else part.standing,
        listed_for_participants=bool(listed),
        listed_for_public=bool(public),
    )


def _value(field: str, cells: Cells, told: list[Told]) -> str:
    """Return the value that a cell says; what is not known is told, not dropped in silence."""
    cell = cells.get(field, "")
    found = value_of(field, cell) if cell else ""
    if cell and not found:
        told.append(Told("people-word-unknown", {"said": cell[:60], "column": LABELS[field]}))
    return found


def _consent(field: str, cells: Cells, told: list[Told]) -> bool | None:
    cell = cells.get(field, "")
    found = consents(cell) if cell else None
    if cell and found is None:
        told.append(Told("people-word-unknown", {"said": cell[:60], "column": LABELS[field]}))
        return False
    return found


_NO_LOGISTICS = Logistics()
_OF_LOGISTICS = frozenset(("arrives", "departs", "travel", "lodging", "diet"))


def _logistics(cells: Cells, told: list[Told]) -> Logistics:
    if not _OF_LOGISTICS.intersection(cells):
        return _NO_LOGISTICS
    return Logistics(
        arrives=_moment("arrives", cells, told),
        departs=_moment("departs", cells, told),
        travel=cells.get("travel", ""),
        lodging=cells.get("lodging", ""),
        diet=cells.get("diet", ""),
    )


def _moment(field: str, cells: Cells, told: list[Told]) -> datetime | None:
    cell = cells.get(field, "")
    found = moment_of(cell) if cell else None
    if cell and found is None:
        told.append(Told("people-date-unclear", {"said": cell[:60], "column": LABELS[field]}))
    return found


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(p for p in _LIST.split(cell) if p) if cell else ()
