"""The forms of a name that documents are searched for: to switch off, and to add to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dialogueprep.domain.identity.spellings.name_parts import turns
from dialogueprep.domain.identity.spellings.shown_forms import Script, ShownForm, shown_forms
from dialogueprep.domain.people import FormState, NameForm, Person
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.roster_grid import language_at
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import LineField
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import later, ntr, tr

FIRST = 5
"""How many forms of each script are shown before the rest is asked for."""
MOST = 24
"""How many forms of each script are shown at all; the others are searched for all the same."""

_SCRIPTS = {
    Script.LATIN: later("Latin letters"),
    Script.HAN: later("Chinese characters"),
    Script.KANA: later("Kana"),
    Script.HANGUL: later("Hangul"),
    Script.OTHER: later("Other letters"),
}


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


class _Group(QWidget):
    """The forms of a name in one script, under the name of the script."""

    def __init__(self, script: Script) -> None:
        super().__init__()
        self.chips = Flow(gap=6)
        label = Label(tr(_SCRIPTS[script]), "small", "ink3")
        self.setLayout(column(label, self.chips, gap=4))


class NameForms(QWidget):
    """The forms of one person's name as chips by script, and a field to add one."""

    changed = Signal(object)
    """The person's forms, as they should be now."""

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._territory = ""
        self._all = False
        self._shown: object = None
        self._groups = {script: _Group(script) for script in Script}
        self.more = Button("", "link", on_click=self._show_all)
        self.field = LineField(placeholder=tr("Another form, e.g. a nickname or an old spelling"))
        self.field.returnPressed.connect(self._add)
        add = Button(tr("Add"), on_click=self._add)
        hint = tr(
            "Documents are searched for all of these, in either order and in any case, spacing and "
            "form of the characters."
        )
        self.setLayout(
            column(
                Paragraph(hint, "small", "ink3"), *self._groups.values(), self.more,
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
        known = shown_forms(person, read_lexicon(), self._territory)
        left = 0
        for script, group in self._groups.items():
            forms = known.get(script, ())[:MOST]
            room = len(forms) if self._all else _room(forms)
            left += len(forms) - room
            self._fill_group(group, forms[:room], again)
        self.more.setVisible(left > 0)
        self.more.setText(ntr("Show {n} more form", "Show {n} more forms", left))
        self.more.updateGeometry()

    def _fill_group(self, group: _Group, forms: tuple[ShownForm, ...], focused: str | None) -> None:
        group.chips.clear()
        for form in forms:
            language = language_at(form.form, self._territory)
            chip = FormChip(form.form, on=form.on, added=form.added, language=language)
            chip.clicked.connect(lambda _on=False, it=chip: self._toggle(it))
            group.chips.add(chip)
            chip.show()
            if chip.form == focused:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
        group.setVisible(bool(forms))
        group.chips.updateGeometry()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _toggle(self, chip: FormChip) -> None:
        if self._person is None:
            return
        orders = _orders(chip.form)
        kept = tuple(f for f in self._person.forms if orders.isdisjoint(_orders(f.form)))
        if not chip.added and not chip.isChecked():
            kept = (*kept, NameForm(chip.form, FormState.OFF))
        self._send(kept)

    def _add(self) -> None:
        form = self.field.text().strip()
        if not form or self._person is None:
            return
        orders = _orders(form)
        kept = tuple(f for f in self._person.forms if orders.isdisjoint(_orders(f.form)))
        self.field.clear()
        self._send((*kept, NameForm(form, FormState.ADDED)))

    def _send(self, forms: tuple[NameForm, ...]) -> None:
        if self._person is not None:
            self._person = replace(self._person, forms=forms)
            self._fill()
            self.changed.emit(forms)


def _room(forms: tuple[ShownForm, ...]) -> int:
    """Return how many forms are shown at first: the added, the switched off and the first few."""
    settled = [n for n, form in enumerate(forms, 1) if form.added or not form.on]
    room = max(min(FIRST, len(forms)), settled[-1] if settled else 0)
    return len(forms) if len(forms) - room == 1 else room


def _orders(form: str) -> frozenset[str]:
    return turns(read_lexicon().fold.plain(form))
