"""Sheets for translators: examined like any document that leaves, and read when they return."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Exposure, Level, Roster, examine_text
from dialogueprep.domain.identity.exposure import ExposureKind
from dialogueprep.domain.text_places import NAMES, TextKind, TextPlace, places_of
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.domain.translating import (
    SheetRow,
    Translation,
    rows_for,
    state_in,
    translations,
)
from dialogueprep.exchange.atomic import whole_file
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr
from dialogueprep.workflows.values import material_of


@dataclass(frozen=True, slots=True)
class Held:
    """A row with what in its texts identifies a participant, or may."""

    row: SheetRow
    exposures: tuple[Exposure, ...]

    @property
    def blocks(self) -> bool:
        """Whether it may not leave in these words."""
        return any(e.level is Level.BLOCK for e in self.exposures)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that may leave, those with a warning, and those that stay until reworded."""

    languages: tuple[Language, ...]
    rows: tuple[SheetRow, ...]
    warned: tuple[Held, ...] = ()
    blocked: tuple[Held, ...] = ()

    def leaving(self, *, with_warned: bool) -> tuple[SheetRow, ...]:
        """Return the rows that leave, in their order."""
        stays = [] if with_warned else [held.row for held in self.warned]
        return tuple(row for row in self.rows if row not in stays)


def places_in(store: Store, dialogue: DialogueId) -> tuple[TextPlace, ...]:
    """Return the texts of a dialogue that documents show."""
    return places_of(material_of(store, dialogue))


def named(place: TextPlace) -> str:
    """Return what a text is called, with its number where it has one."""
    plain, numbered = NAMES[place.kind]
    return tr(numbered, number=place.number) if place.number and numbered else tr(plain)


def examined_sheet(
    places: Iterable[TextPlace],
    languages: Sequence[Language],
    roster: Roster,
    *,
    only_needed: bool = True,
) -> Sheet:
    """Return the sheet of these texts, searched as documents are."""
    rows = rows_for(places, languages, only_needed=only_needed)
    held = [Held(row, found) for row in rows if (found := _found(row, roster))]
    blocked = tuple(each for each in held if each.blocks)
    stays = [each.row for each in blocked]
    return Sheet(
        tuple(languages),
        tuple(row for row in rows if row not in stays),
        tuple(each for each in held if not each.blocks),
        blocked,
    )


def _found(row: SheetRow, roster: Roster) -> tuple[Exposure, ...]:
    return tuple(e for e in _all_found(row, roster) if not _is_title(row, e))


def _all_found(row: SheetRow, roster: Roster) -> Iterator[Exposure]:
    for text in (row.original, *(text for text in row.cells.values() if text)):
        yield from examine_text(text.wording, roster, language=text.language)


def _is_title(row: SheetRow, it: Exposure) -> bool:
    """Say whether these are the first words of the title of an item, such as "Opening remarks":
    a programme announces who speaks when, all the more if it is public."""
    title = row.place.kind is TextKind.ITEM and it.start == 0
    return title and it.kind is ExposureKind.ORDER


def write_sheet(
    sheet: Sheet,
    target: Path,
    roster: Roster,
    *,
    with_warned: bool = False,
    language: Language = "en",
) -> int:
    """Write the sheet, read it back whole, and put it in place; return how many texts it holds.

    ``language`` is that of the words around the texts, the window's.
    Raises Refused "sheet-is-empty" without a row, "file-holds-identity" if the finished file
    holds what may not leave (then nothing is written), and Trouble as `atomic.whole_file`.
    """
    from dialogueprep.exchange.readback import read_parts
    from dialogueprep.exchange.translation_docx import SheetWords, sheet_docx

    rows = sheet.leaving(with_warned=with_warned)
    if not rows:
        raise Refused("sheet-is-empty")
    said = SheetWords(
        language=language,
        title=tr("Texts for translation"),
        guide=tr(
            "Please write only in the columns of the languages, and leave the key as it is: it "
            "finds the text again."
        ),
        heads=(tr("Key"), tr("Original"), tr("State")),
        names=[named(row.place) for row in rows],
        states=[_states(row) for row in rows],
    )
    allowed = {e.text for held in sheet.warned for e in held.exposures if with_warned}
    allowed |= {e.text for r in rows for e in _all_found(r, roster) if _is_title(r, e)}
    with whole_file(target) as beside:
        beside.write_bytes(sheet_docx(rows, sheet.languages, said))
        for part in read_parts(beside)[1:]:  # the first is the name of the file
            left = [e for e in examine_text(part.text, roster) if e.text not in allowed]
            blocking = [e for e in left if e.level is Level.BLOCK]
            if blocking:
                count = len(blocking)
                raise Refused("file-holds-identity", name=target.name, part=part.name, count=count)
    return len(rows)


def _states(row: SheetRow) -> str:
    """Return the state of a row in each language of the sheet, one a line."""

    def state(code: Language) -> str:
        found = state_in(row.place.texts, code)
        return tr(wording.of(found)) if found else tr("Missing")

    if len(row.cells) == 1:
        return state(next(iter(row.cells)))
    return "\n".join(
        tr("{language}: {state}", language=LANGUAGE_NAMES[code], state=state(code))
        for code in row.cells
    )


def read_translations(path: Path, places: Sequence[TextPlace]) -> tuple[Translation, ...]:
    """Return what a sheet that came back would change; needs no store, so it may take long.

    Raises Trouble as `exchange.translation_docx.read_sheet`.
    """
    from dialogueprep.exchange.translation_docx import read_sheet

    return translations(read_sheet(path), places)
