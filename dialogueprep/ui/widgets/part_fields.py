"""The fields of somebody's part in one dialogue: delegation, sector, institution, consent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.people import (
    Affiliation,
    Capacity,
    Participation,
    Sector,
    Seniority,
    Standing,
)
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class PartFields(QWidget):
    """Shows a participation; ``part_with`` returns one with what is written."""

    territory_changed = Signal()
    edited = Signal()
    """Something was written that a document shows."""
    place_taken = Signal(object)
    """An Affiliation of the directory was chosen while the institution was typed."""

    def __init__(self, dialogue: Dialogue) -> None:
        super().__init__()
        self._dialogue = dialogue
        self._places: dict[str, Affiliation] = {}
        language = theme.window_language()
        sides = [(d.code, f"{d.labels.best(language)}  {d.code}") for d in dialogue.delegations]
        self.delegation: Choice[str] = Choice([*sides, ("", tr("None"))])
        self.territory = LineField(placeholder=tr("code, where it differs"))
        self.sector: Choice[Sector | None] = Choice(
            [(None, tr("Not said")), *((s, tr(wording.of(s))) for s in Sector)]
        )
        self.seniority: Choice[Seniority | None] = Choice(
            [(None, tr("Not said")), *((s, tr(wording.of(s))) for s in Seniority)]
        )
        self.capacity: Choice[Capacity] = Choice([(c, tr(wording.of(c))) for c in Capacity])
        self.standing: Choice[Standing] = Choice([(s, tr(wording.of(s))) for s in Standing])
        self.institution = LineField()
        self.acronym = LineField()
        self.native = LineField()
        self.position = LineField()
        self.for_participants = CheckBox(tr("Agrees to be named in the list for participants"))
        self.for_public = CheckBox(tr("Agrees to be named in public lists"))
        self.photo = CheckBox(tr("Agrees to be in photographs that are given out"))
        for field in (self.institution, self.acronym, self.native, self.position):
            field.textEdited.connect(lambda _words: self.edited.emit())
        self.delegation.picked.connect(lambda _code: self.territory_changed.emit())
        self.territory.editingFinished.connect(self.territory_changed)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setLayout(
            column(
                row(
                    (Field(tr("Delegation"), self.delegation), 4),
                    (Field(tr("Country or economy"), self.territory), 3),
                    (Field(tr("Standing"), self.standing), 3), gap=12,
                ),
                row(
                    (Field(tr("Sector"), self.sector), 1),
                    (Field(tr("Seniority"), self.seniority), 1),
                    (Field(tr("Capacity"), self.capacity), 1), gap=12,
                ),
                row(
                    (Field(tr("Institution"), self.institution), 3),
                    (Field(tr("Acronym"), self.acronym), 1), gap=12,
                ),
                row(
                    (Field(tr("Institution in its own language"), self.native), 1),
                    (Field(tr("Position"), self.position), 1), gap=12,
                ),
                2,
                column(self.for_participants, self.for_public, self.photo, gap=4),
                gap=12,
            )
        )  # fmt: skip

    def offer_places(self, places: Iterable[Affiliation]) -> None:
        """Offer the institutions that are known while one is typed, so that none is spelt anew."""
        self._places = {p.name: p for p in places if p.name}
        completer = QCompleter(sorted(self._places), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take_place)
        self.institution.setCompleter(completer)

    def _take_place(self, name: str) -> None:
        """Take the acronym and the native name with the institution; the position is one's own."""
        if (place := self._places.get(name)) is not None:
            self.acronym.setText(place.acronym)
            self.native.setText(place.native)
            self.place_taken.emit(place)

    @property
    def where(self) -> str:
        """The code of the country or economy that is written, else of the delegation."""
        return self.territory.text().strip().upper() or self.delegation.value or ""

    def show_part(self, part: Participation) -> None:
        """Show a participation."""
        codes = [d.code for d in self._dialogue.delegations]
        self.delegation.show_value(part.delegation if part.delegation in codes else "")
        self.territory.setText(part.territory)
        self.sector.show_value(part.sector)
        self.seniority.show_value(part.seniority)
        self.capacity.show_value(part.capacity)
        self.standing.show_value(part.standing)
        place = part.affiliation
        for field, words in (
            (self.institution, place.name), (self.acronym, place.acronym),
            (self.native, place.native), (self.position, place.position),
        ):  # fmt: skip
            field.setText(words)
            field.setCursorPosition(0)
        self.for_participants.setChecked(part.listed_for_participants)
        self.for_public.setChecked(part.listed_for_public)
        self.photo.setChecked(part.photo)

    def part_with(self, part: Participation) -> Participation:
        """Return a participation with what is written here."""
        code = self.delegation.value or ""
        known = next((d for d in self._dialogue.delegations if d.code == code), None)
        moved = code != part.delegation
        return replace(
            part,
            delegation=code,
            territory=self.territory.text().strip().upper(),
            region=(known.region if known else "") if moved or not part.region else part.region,
            sector=self.sector.value,
            seniority=self.seniority.value,
            capacity=self.capacity.value or Capacity.PERSONAL,
            standing=self.standing.value or Standing.CONFIRMED,
            affiliation=replace(
                part.affiliation,
                name=self.institution.text().strip(),
                acronym=self.acronym.text().strip(),
                native=self.native.text().strip(),
                position=self.position.text().strip(),
            ),
            listed_for_participants=self.for_participants.isChecked(),
            listed_for_public=self.for_public.isChecked(),
            photo=self.photo.isChecked(),
        )
