"""The forms of a name that documents are searched for: to switch off, and to add to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dialogueprep.domain.identity.names import plain_forms, switched_off
from dialogueprep.domain.people import FormState, NameForm, Person
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.roster_grid import language_at
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import LineField
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import ntr, tr

FIRST = 14
"""How many forms are shown before the rest is asked for."""


class FormChip(QAbstractButton):
    """A form of a name; checked is searched for. One that was added can only be removed."""

    def __init__(
        self, form: str, *, on: bool, added: bool = False, language: Language | None = None
    ) -> None:
        super().__init__()
        self.form, self.added = form, added
        self._language: Language | None = language
        self.setText(form)
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(form)
        state = tr("added") if added else tr("searched for") if on else tr("switched off")
        self.setAccessibleDescription(state)
        does = tr("Remove") if added else tr("Switch off") if on else tr("Search for it again")
        self.setToolTip(does)

    def sizeHint(self) -> QSize:
        wide = painting.width(self._words(), "small") + 18 + (18 if self.added else 0)
        return QSize(round(wide) + 1, theme.scaled(24))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
            self.click()
            return
        super().keyPressEvent(event)

    def _words(self) -> str:
        return self.form.replace("\n", "¶")

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h, on = self.width(), self.height(), self.isChecked()
        fill = "hover" if self.underMouse() else "sheet" if on else None
        painting.rounded(p, 0, 0, w, h, 4, fill, "hair_strong", dashed=not on)
        ink = "ink" if on else "ink3"
        wide = painting.text(
            p, 9, 0, w - 18, h, self._words(), "small", ink, elide=False, language=self._language
        )
        if not on:
            p.setPen(QPen(painting.colour("ink3"), 1))
            p.drawLine(9, h // 2 + 1, round(9 + wide), h // 2 + 1)
        if self.added:
            painting.icon(p, w - 21, (h - 13) / 2, "x", "ink2", 13)
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h, 4)


class NameForms(QWidget):
    """The forms of one person's name as chips, and a field to add one."""

    changed = Signal(object)
    """The person's forms, as they should be now."""

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._territory = ""
        self._all = False
        self._shown: object = None
        self.chips = Flow(gap=6)
        self.more = Button("", "link", on_click=self._show_all)
        self.field = LineField(placeholder=tr("Another form, e.g. a nickname or an old spelling"))
        self.field.returnPressed.connect(self._add)
        add = Button(tr("Add"), on_click=self._add)
        hint = tr("Documents are searched for all of these, in any case and spacing.")
        self.setLayout(
            column(
                Paragraph(hint, "small", "ink3"), self.chips, self.more,
                row((self.field, 1), add), gap=8,
            )
        )  # fmt: skip

    def show_person(self, person: Person, territory: str) -> None:
        """Show the forms of a person who comes from a country or economy."""
        if self._person is not None and person.id != self._person.id:
            self._all = False
        self._person, self._territory = person, territory
        self._fill()

    def _fill(self) -> None:
        person = self._person
        wanted = (person, self._territory, self._all)
        if person is None or wanted == self._shown:
            return
        self._shown = wanted
        focused = self.focusWidget()
        again = focused.form if isinstance(focused, FormChip) and focused.hasFocus() else None
        self.chips.clear()
        added, generated, off = _known(person, self._territory)
        room = len(generated) if self._all else FIRST
        for form in added:
            self._put(FormChip(form, on=True, added=True, language=self._language(form)), again)
        for form, folded in generated[:room]:
            on = folded not in off
            self._put(FormChip(form, on=on, language=self._language(form)), again)
        left = len(generated) - room
        self.more.setVisible(left > 0)
        self.more.setText(ntr("Show {n} more form", "Show {n} more forms", left))
        self.more.updateGeometry()
        self.chips.updateGeometry()

    def _put(self, chip: FormChip, focused: str | None) -> None:
        chip.clicked.connect(lambda _on=False: self._toggle(chip))
        self.chips.add(chip)
        chip.show()
        if chip.form == focused:
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _language(self, form: str) -> Language:
        return language_at(form, self._territory)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _toggle(self, chip: FormChip) -> None:
        if self._person is None:
            return
        fold = read_lexicon().fold.plain
        kept = tuple(f for f in self._person.forms if fold(f.form) != fold(chip.form))
        if not chip.added and not chip.isChecked():
            kept = (*kept, NameForm(chip.form, FormState.OFF))
        self._send(kept)

    def _add(self) -> None:
        form = self.field.text().strip()
        if not form or self._person is None:
            return
        kept = tuple(f for f in self._person.forms if f.form != form)
        self.field.clear()
        self._send((*kept, NameForm(form, FormState.ADDED)))

    def _send(self, forms: tuple[NameForm, ...]) -> None:
        if self._person is not None:
            self._person = replace(self._person, forms=forms)
            self._fill()
            self.changed.emit(forms)


def _known(
    person: Person, territory: str
) -> tuple[list[str], list[tuple[str, str]], frozenset[str]]:
    """Return the forms added, the generated ones with their folded wording, and those off."""
    lexicon = read_lexicon()
    added = [f.form for f in person.forms if f.state is FormState.ADDED]
    mine = {lexicon.fold.plain(form) for form in added}
    generated = [
        (written(form, person), lexicon.fold.plain(form))
        for form in plain_forms(person, lexicon, territory)
        if "\n" not in form
    ]
    return added, [g for g in generated if g[1] not in mine], switched_off(person, lexicon)


def written(form: str, person: Person) -> str:
    """Return a folded form as people write it: in the person's own characters, with capitals."""
    if form.isascii():
        return " ".join(word.capitalize() for word in form.split())
    native = person.name.native.replace(" ", "").replace("\u3000", "")
    folded = read_lexicon().fold.plain(native)
    if len(folded) != len(native):
        return form
    return form.translate(dict(zip(map(ord, folded), native, strict=True)))
