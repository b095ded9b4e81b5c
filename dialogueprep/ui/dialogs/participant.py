"""The form of a participant: the person's name, and the part in this dialogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.people import (
    Affiliation,
    Name,
    NameForm,
    Participation,
    ParticipationId,
    Person,
    PersonId,
)
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.alike_note import AlikeNote
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.contact_fields import ContactFields
from dialogueprep.ui.widgets.journey_fields import JourneyFields
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import Part, box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.name_fields import NameFields
from dialogueprep.ui.widgets.name_forms import NameForms
from dialogueprep.ui.widgets.name_preview import NamePreview
from dialogueprep.ui.widgets.part_fields import PartFields
from dialogueprep.ui.widgets.person_finder import PersonFinder
from dialogueprep.ui.widgets.place_texts import PlaceTexts
from dialogueprep.words import tr


def nobody(dialogue: Dialogue, beside: Participation | None = None) -> Participation:
    """Return a participation to begin from, in the first delegation or in somebody's."""
    first = next(iter(dialogue.delegations), None)
    known = beside is not None and beside.delegation in dialogue.table
    code, region = (beside.delegation, beside.region) if beside and known else ("", "")
    if first is not None and not code:
        code, region = first.code, first.region
    return Participation(
        id=ParticipationId(""),
        person=Person(id=PersonId(""), name=Name(family="")),
        delegation=code,
        region=region,
        listed_for_participants=False,
    )


def _title(part: Participation, declined: Participation | None) -> str:
    if part.id:
        return part.person.name.listed
    if declined is None:
        return tr("Add person")
    return tr("Substitute for {name}", name=declined.person.name.listed)


class ParticipantDialog(QDialog):
    """Asks for all that is kept of a participant; a new one may come from the directory."""

    def __init__(
        self,
        parent: QWidget | None,
        dialogue: Dialogue,
        part: Participation,
        directory: Sequence[Participation] = (),
        here: Sequence[Participation] = (),
    ) -> None:
        super().__init__(parent)
        self._part = part
        self._new = not part.id
        declined = next((p for p in here if p.id == part.invitation.substitute_for), None)
        self.setWindowTitle(_title(part, declined))
        self.name = NameFields()
        self.part = PartFields(dialogue)
        self.places = PlaceTexts()
        self.part.offer_places(p.affiliation for p in (*directory, *here))
        self.part.place_taken.connect(self._take_place)
        self.journey = JourneyFields(dialogue)
        self.contacts = ContactFields()
        self.forms = NameForms()
        self.preview = NamePreview()
        self.alike = AlikeNote((*directory, *here), [p.person.id for p in here])
        self.alike.taken.connect(self._take_from_directory)
        self.finder = PersonFinder(directory)
        self.finder.chosen.connect(self._take_from_directory)
        self.finder.unknown.connect(self._take_words)
        self.name.written.connect(self._show_forms)
        self.part.territory_changed.connect(self._show_forms)
        for edited in (self.part.edited, self.places.edited):
            edited.connect(self._show_preview)
        self.name.typed.connect(self._show_preview)
        self.contacts.email.editingFinished.connect(self._compare)
        self.forms.changed.connect(self._change_forms)
        words = tr("Add to the dialogue") if self._new else tr("Keep changes")
        words = tr("Nominate") if self._new and declined is not None else words
        self.done_button = Button(words, "primary", on_click=self._take)
        self.done_button.setDefault(True)
        self._lay_out()
        self._show(part)
        first = self.finder.field if self._new and directory else self.name.line("family")
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        dialogue: Dialogue,
        part: Participation,
        directory: Sequence[Participation] = (),
        here: Sequence[Participation] = (),
    ) -> Participation | None:
        """Return the participation as the user wants it, or None if cancelled.

        ``directory`` holds those who may be chosen, each with the latest part in a dialogue;
        ``here`` those who take part already, so that nobody is written twice.
        """
        asked = cls(parent, dialogue, part, directory, here)
        return asked.result_part if asked.exec() else None

    @property
    def result_part(self) -> Participation:
        """The participation as it is written now."""
        person = self.contacts.person_with(self.name.person_with(self._part.person))
        part = self.part.part_with(self._part)
        place = self.places.place_with(part.affiliation)
        return replace(part, person=person, affiliation=place, logistics=self.journey.logistics)

    def _lay_out(self) -> None:
        self._from = Paragraph("", "small", "ink3")
        self._from.hide()
        self.finder.setVisible(self._new and self.finder.has_people)
        inside = column(
            Label(self.windowTitle(), "title"), self.finder, self._from, self.alike, self.name,
            *_section(tr("In this dialogue"), self.part),
            *_section(tr("Institution and position in other languages"), self.places),
            *_section(tr("Contact"), self.contacts),
            *_section(tr("Arrival and needs"), self.journey),
            *_section(tr("Searched for in documents"), self.forms), None,
            gap=12, margins=(24, 18, 24, 18),
        )  # fmt: skip
        side = box(column(self.preview, margins=(18, 20, 18, 18)), "shade")
        side.setMinimumWidth(theme.scaled(280))
        right = scrolled(side, "shade")
        right.setFixedWidth(theme.scaled(320))
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.done_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        both = row((scrolled(box(inside), "paper"), 1), hairline("down"), right, gap=0)
        self.setLayout(column((both, 1), hairline(), box(actions, "shade"), gap=0))
        self.resize(1000, 740)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.focusWidget() in (self.forms.field, self.finder.field):
            return
        super().keyPressEvent(event)

    def _show(self, part: Participation) -> None:
        self._part = part
        self.name.show_person(part.person)
        self.part.show_part(part)
        self.places.show_place(part.affiliation)
        self.journey.show_logistics(part.logistics)
        self.contacts.show_person(part.person)
        self._show_forms()

    def _show_forms(self) -> None:
        person = self.name.person_with(self._part.person)
        known = bool(person.name.family)
        self.forms.setEnabled(known)
        self.forms.show_person(person, self.part.where)
        self._show_preview()
        self._compare()

    def _show_preview(self) -> None:
        self.preview.show_part(self.result_part)

    def _compare(self) -> None:
        if self._new:
            self.alike.compare(self.result_part)

    def _change_forms(self, forms: tuple[NameForm, ...]) -> None:
        self._part = replace(self._part, person=replace(self._part.person, forms=forms))

    def _take_place(self, place: Affiliation) -> None:
        written = self.places.place_with(self._part.affiliation)
        self.places.show_place(replace(written, names=place.names))
        self._show_preview()

    def _take_from_directory(self, known: Participation) -> None:
        fresh = Participation(id=ParticipationId(""), person=known.person, delegation="")
        self.alike.hide()
        it = replace(
            known,
            id=fresh.id,
            facts=fresh.facts,
            invitation=fresh.invitation,
            logistics=fresh.logistics,
            seat=None,
        )
        self._show(replace(it, standing=self._part.standing))
        self._from.show_text(tr("From the directory. A change of the name holds in all dialogues."))
        self._from.show()
        self.part.delegation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_words(self, words: str) -> None:
        """Begin a new person with what was typed: Latin letters by word, others as they are."""
        if words.isascii() or not any(c > "\u2e7f" for c in words):
            family, _, given = words.partition(" ")
            self.name.line("family").setText(family)
            self.name.line("given").setText(given)
        else:
            self.name.line("native").setText(words)
        self.name.line("family").setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_forms()

    def _take(self) -> None:
        if not self.name.complete():
            self.name.line("family").setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.journey.complete():
            self.accept()


def _section(title: str, fields: QWidget) -> tuple[Part, ...]:
    return 4, hairline(), 2, Label(title, "head"), fields
