"""A person of the directory, to change in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.domain.moments import read_languages
from dialogueprep.domain.people import (
    Name,
    NameForm,
    Participation,
    ParticipationId,
    Person,
    PersonId,
)
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.directory import Entry, Taken
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.contact_fields import languages_words
from dialogueprep.ui.widgets.fields import Field, SavingField, SavingLine
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.name_fields import NameFields
from dialogueprep.ui.widgets.name_forms import NameForms
from dialogueprep.ui.widgets.name_preview import NamePreview
from dialogueprep.words import clauses, tr

WIDEST = 680
_NOBODY = Person(id=PersonId(""), name=Name(family=""))


class PersonDetail(QFrame):
    """Name, forms, contacts and dialogues of one person; ``changed`` carries what was written."""

    changed = Signal(object)
    dialogue_wanted = Signal(object)
    """A Taken: the part that somebody wants to see."""

    def __init__(
        self, remove: Callable[[], object], roles_in: Callable[[Taken], str] = lambda _taken: ""
    ) -> None:
        super().__init__()
        self._roles_in = roles_in
        self._entry: Entry | None = None
        self._heading = Label("", "head")
        self._native = Label("", "body", "ink2")
        self.name = NameFields()
        self.forms = NameForms()
        self.email = SavingLine(name=tr("E-mail"))
        self.phone = SavingLine(name=tr("Telephone"))
        self.languages = SavingLine(
            placeholder=tr("the first language first"), name=tr("Languages")
        )
        self.preview = NamePreview()
        self.remarks = SavingField(name=tr("Remarks"), lines=(2, 6))
        self._taken = QVBoxLayout()
        self._shown: tuple[Taken, ...] | None = None
        self.name.written.connect(self._send)
        self.forms.changed.connect(self._send_forms)
        for field in (self.email, self.phone, self.languages, self.remarks):
            field.written.connect(lambda _words: self._send())
        self.name.typed.connect(self._show_preview)
        removal = Button(tr("Remove"), "quiet", "x", on_click=remove)
        self._lay_out(removal)

    def _lay_out(self, removal: Button) -> None:
        head = row(self._heading, self._native, None, removal, gap=10)
        contacts = row(
            (Field(tr("E-mail"), self.email), 1), (Field(tr("Telephone"), self.phone), 1), gap=12
        )
        inside = column(
            head, self.name,
            6, hairline(), 4, Label(tr("Searched for in documents"), "head"), self.forms,
            6, hairline(), 4, Label(tr("Contact"), "head"), contacts,
            Field(tr("Languages"), self.languages),
            Field(tr("Remarks"), self.remarks, tr("for organisers only")),
            6, hairline(), 4, Label(tr("Dialogues"), "head"), self._taken,
            6, hairline(), 4, self.preview, None,
            gap=12, margins=(24, 14, 24, 24),
        )  # fmt: skip
        held = box(inside)
        held.setMaximumWidth(WIDEST)
        holder = QWidget()
        holder.setLayout(row((held, 10), (column(), 1), gap=0))
        self.setLayout(column((scrolled(holder, "paper"), 1), gap=0))
        self.setObjectName("paper")

    def show_entry(self, entry: Entry | None) -> None:
        """Show a person; what is half typed of the same person stays."""
        if self._entry is not None and (entry is None or entry.id != self._entry.id):
            self.flush()
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            self._hold_nobody()
            return
        self._heading.setText(entry.person.name.listed)
        self._native.show_in(entry.native_language, entry.native)
        self._show_fields(entry.person, entry.territory)
        self._show_taken(entry.taken)
        self._show_preview()

    def _hold_nobody(self) -> None:
        """Keep no word of who was shown: what is hidden may be of somebody who is gone."""
        nobody = Participation(id=ParticipationId(""), person=_NOBODY, delegation="")
        for label in (self._heading, self._native):
            label.setText("")
        self._show_fields(_NOBODY, "")
        self.forms.field.clear()
        self._show_taken(())
        self.preview.show_part(nobody)

    def _show_fields(self, person: Person, territory: str) -> None:
        self.name.show_person(person)
        self.forms.show_person(person, territory)
        self.email.show_text(person.email)
        self.phone.show_text(person.phone)
        self.languages.show_text(languages_words(person.languages))
        self.remarks.show_text(person.remarks)

    def _show_preview(self) -> None:
        if self._entry is not None:
            person = self.name.person_with(self._entry.person)
            self.preview.show_part(replace(self._entry.part, person=person))

    def flush(self) -> None:
        """Hand over what waits to be written."""
        self.name.flush()
        for field in (self.email, self.phone, self.languages, self.remarks):
            field.flush()

    def _show_taken(self, every: tuple[Taken, ...]) -> None:
        if every == self._shown:
            return
        self._shown = every
        clear(self._taken)
        self._taken.setSpacing(8)
        if not every:
            self._taken.addWidget(Label(tr("In no dialogue yet"), "small", "ink3"))
        for taken in every:
            self._taken.addWidget(self._line(taken))

    def _line(self, taken: Taken) -> QWidget:
        dialogue, part = taken.dialogue, taken.part
        words = dialogue.names.best(theme.window_language())
        link = Button(words, "link", on_click=partial(self.dialogue_wanted.emit, taken))
        when = dates.span(dialogue.first_day, dialogue.last_day)
        place = part.affiliation
        who = clauses(s for s in (place.position, place.name) if s)
        line = column(
            row(link, Label(when, "caption"), None, gap=12), Label(who, "small", elide=True), gap=1
        )
        if roles := self._roles_in(taken):
            line.addWidget(Label(roles, "small", "ink3", elide=True))
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _send(self) -> None:
        if self._entry is None or not self.name.complete():
            return
        written = self.name.person_with(self._entry.person)
        self._take(
            replace(
                written,
                email=self.email.text().strip(),
                phone=self.phone.text().strip(),
                languages=read_languages(self.languages.text()),
                remarks=self.remarks.toPlainText().strip(),
            )
        )

    def _send_forms(self, forms: tuple[NameForm, ...]) -> None:
        if self._entry is not None:
            self._take(replace(self._entry.person, forms=forms))

    def _take(self, person: Person) -> None:
        if self._entry is not None and person != self._entry.person:
            self._entry = replace(self._entry, person=person)
            self.changed.emit(person)
