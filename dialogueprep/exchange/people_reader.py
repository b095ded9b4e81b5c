"""Reads people from .csv, .xlsx and vCard files and from pasted text, step by step.

First the file as it stands (`open_people`, `open_pasted`), with the encoding and the separator
guessed; then its people (`people_of`), by the columns as they are guessed or chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.newcomers import Intake, Told, marked_twice
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.people_csv import separator_of, sheet_of_csv, text_of
from dialogueprep.exchange.people_encoding import Guess, Sure, guess_encoding
from dialogueprep.exchange.people_head_words import BOTH
from dialogueprep.exchange.people_heads import NAMES, Heads, field_of_head, heads_of
from dialogueprep.exchange.people_lines import reads_as_lines, sheet_of_lines
from dialogueprep.exchange.people_markup import is_markup, sheets_of_markup
from dialogueprep.exchange.people_rows import read_people
from dialogueprep.exchange.people_table import MOST_BYTES, Line, Sheet
from dialogueprep.exchange.people_vcard import is_vcard, sheet_of_vcards
from dialogueprep.exchange.people_xlsx import sheets_of_xlsx
from dialogueprep.exchange.read_file import bytes_of

_NO_ROSTERS = (
    b"%PDF",
    b"{\\rtf",
    b"<htm",
    b"<!doc",
    b"<HTM",
    b"<!DOC",
    b"<?xml",
    b"\x1f\x8b",
    b"[{",
    b'{"',
)
_MOST_TURNED = 60
_MOST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it stands: its sheets, and how it was read. ``encoding`` is None for a workbook,
    ``separator`` "" for what has none."""

    name: str
    sheets: tuple[Sheet, ...]
    encoding: Guess | None = None
    separator: str = ""
    told: tuple[Told, ...] = ()

    @property
    def first(self) -> int:
        """The sheet to begin with: of those that are shown the one with most known columns."""
        shown = [n for n, s in enumerate(self.sheets) if not s.hidden] or [0]
        return max(shown, key=lambda n: (_known(self.sheets[n]), -n))


def open_people(
    path: Path, *, encoding: str = "", separator: str = "", tick: Tick = quiet
) -> ReadFile:
    """Return a file as it stands, read in the encoding and by the separator asked for.

    Raises Refused "people-kind-unknown", "roster-without-people", "people-is-old-excel"; Trouble
    "roster-damaged", "people-too-many", "people-line-too-long", "file-too-large",
    "file-protected", "file-unsafe", "not-a-file" or "cannot-read".
    """
    data = bytes_of(path, MOST_BYTES, "people-too-large")
    return _checked(_opened(data, path.name, encoding, separator, tick))


def open_pasted(text: str, name: str, page: str = "") -> ReadFile:
    """Return pasted words: a table with tabs from a sheet, vCards, or people line by line.

    ``page`` is the same as markup, which other programs put beside the words: in it a cell of
    several lines is still one cell.
    """
    if page and is_markup(data := page.encode("utf-8", "replace")):
        sheets, _guess = sheets_of_markup(data, name)
        if any(_known(sheet) > 1 for sheet in sheets):
            return _checked(ReadFile(name, sheets))
    if is_vcard(text.encode("utf-8")):
        sheet, _guess = sheet_of_vcards(text.encode("utf-8"), name)
        return _checked(ReadFile(name, (sheet,)))
    text, _lost = text_of(text.encode("utf-8", "replace"), "utf-8", name)
    separator = separator_of(text)
    table = sheet_of_csv(text, separator, name)
    heads = heads_of(table.lines)
    if "\t" in text or (heads.at is not None and len({f for f in heads.fields if f}) > 1):
        return _checked(ReadFile(name, (table,), None, separator))
    return _checked(ReadFile(name, (sheet_of_lines(text),)))


def heads(file: ReadFile, sheet: int) -> Heads:
    """Return the columns of a sheet as they are guessed."""
    return heads_of(file.sheets[sheet].lines)


def people_of(
    file: ReadFile,
    sheet: int,
    columns: Heads | None = None,
    sides: Sequence[str] = (),
    tick: Tick = quiet,
) -> Intake:
    """Return the people of a sheet, and what should be known of it."""
    chosen = file.sheets[sheet]
    intake = read_people(
        chosen.lines, columns or heads_of(chosen.lines), sides, tick, section=chosen.name
    )
    others = [s.name for n, s in enumerate(file.sheets) if n != sheet]
    told = [*file.told, *chosen.told]
    if others:
        told.append(Told("people-other-sheets", {"names": tuple(others)}))
    return Intake(intake.newcomers, intake.refused, (*told, *intake.told))


def _opened(data: bytes, name: str, encoding: str, separator: str, tick: Tick) -> ReadFile:
    if data.startswith(b"PK\x03\x04"):
        return ReadFile(name, sheets_of_xlsx(data, name, tick))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("people-is-old-excel", name=name)
    if is_markup(data):
        sheets, guess = sheets_of_markup(data, name)
        return ReadFile(name, sheets, guess)
    if data.lstrip()[:5].lower().startswith(tuple(m.lower() for m in _NO_ROSTERS)):
        raise Refused("people-kind-unknown", name=name)
    if is_vcard(data):
        sheet, guess = sheet_of_vcards(data, name, encoding or None, tick)
        return ReadFile(name, (sheet,), guess)
    return _table(data, name, encoding, separator, tick)


def _table(data: bytes, name: str, encoding: str, separator: str, tick: Tick) -> ReadFile:
    guess = Guess(encoding, Sure.MARKED) if encoding else guess_encoding(data)
    text, lost = text_of(data, guess.encoding, name)
    told = (Told("people-letters-lost", {"n": lost}),) if lost else ()
    if guess.sure is Sure.UNSURE:
        told = (*told, Told("people-encoding-unsure", {"encoding": guess.encoding}))
    chosen = separator or separator_of(text)
    sheet = sheet_of_csv(text, chosen, name, tick)
    if not separator and (lines := _as_lines(text, sheet)):
        return ReadFile(name, (lines,), guess, "", told)
    return ReadFile(name, (sheet,), guess, chosen, told)


def _is_even(sheet: Sheet) -> bool:
    """Return whether rows of several cells are equally long, as columns are; two cells may as well
    be a name and what follows it."""
    wide = [len(line.cells) for line in sheet.lines if len(line.cells) > 1]
    often = max(set(wide), key=wide.count, default=0)
    return often > 2 and wide.count(often) * 10 >= len(wide) * 8


def _as_lines(text: str, sheet: Sheet) -> Sheet | None:
    """Return a list of lines of words as such, where no columns can be made out."""
    if len(sheet.lines) > _MOST_LINES:
        return None
    one = all(len(line.cells) < 2 for line in sheet.lines)
    if not one and (_known(sheet) or (_tells(sheet) and _is_even(sheet))):
        return None
    lines = [line.cells[0] for line in sheet.lines if line.cells] if one else text.splitlines()
    return sheet_of_lines("\n".join(lines)) if reads_as_lines(lines) else None


def _turned(sheet: Sheet) -> Sheet:
    """Return a sheet whose heads stand in its first column with rows and columns exchanged."""
    lines = [line for line in sheet.lines[: _MOST_TURNED + 1] if any(line.cells)]
    first = {f for line in lines if (f := field_of_head(line.cells[0] if line.cells else ""))}
    if len(lines) > _MOST_TURNED or len(first) < 2 or not first & NAMES or _known(sheet) > 1:
        return sheet
    wide = max(len(line.cells) for line in lines)
    full = [(*line.cells, *[""] * (wide - len(line.cells))) for line in lines]
    turned = tuple(Line(n, cells) for n, cells in enumerate(zip(*full, strict=True), 1))
    return replace(sheet, lines=turned, told=(*sheet.told, Told("people-table-turned")))


def _checked(file: ReadFile) -> ReadFile:
    file = replace(file, sheets=tuple(map(_turned, file.sheets)))
    if not any(cell for s in file.sheets for line in s.lines for cell in line.cells):
        raise Refused("roster-without-people", name=file.name)
    return file


def _known(sheet: Sheet) -> int:
    found = heads_of(sheet.lines)
    return len({f for f in found.fields if f}) if found.at is not None else 0


def _tells(sheet: Sheet) -> bool:
    """Return whether the cells of a sheet without a head leave no doubt what they are: names, and
    beside them addresses, places or institutions, or nothing else at all."""
    found = {f for f in heads_of(sheet.lines).fields if f}
    if all(len(line.cells) < 2 for line in sheet.lines):
        return bool(found & NAMES) and len(sheet.lines) > 2
    return bool(found & NAMES) and bool(found & {"email", "country", "affiliation", BOTH})


def all_people_of(file: ReadFile, sides: Sequence[str] = ()) -> Intake:
    """Return the people of every sheet that is shown and says what its columns are.

    Raises Refused "roster-without-header" if none does and the cells do not tell, "people-without-
    names", or "roster-without-people" if nobody stands below the heads and no row is refused.
    """
    headed = [n for n, s in enumerate(file.sheets) if heads_of(s.lines).at is not None]
    shown = [n for n in headed if not file.sheets[n].hidden] or headed
    shown = shown or [n for n, s in enumerate(file.sheets) if not s.hidden and _tells(s)]
    if not shown:
        addresses = any("email" in heads_of(sheet.lines).fields for sheet in file.sheets)
        code = "people-without-names" if addresses else "roster-without-header"
        raise Refused(code, name=file.name)
    several = [people_of(file, n, None, sides) for n in shown]
    every = (t for intake in several for t in intake.told if t.code != "people-other-sheets")
    told = list({(t.code, repr(t.facts)): t for t in every}.values())
    left = tuple(s.name for n, s in enumerate(file.sheets) if n not in shown)
    told += [Told("people-other-sheets", {"names": left})] if left else []
    people = tuple(it for intake in several for it in intake.newcomers)
    refused = tuple(row for intake in several for row in intake.refused)
    if not people and not refused:
        raise Refused("roster-without-people", name=file.name)
    if not people and all(row.why.code == "people-row-nameless" for row in refused):
        raise Refused("people-without-names", name=file.name)
    return Intake(marked_twice(people) if len(shown) > 1 else people, refused, tuple(told))
