"""Fields of the form for a proposal: titles in several languages, formats, a rating."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import FORMAT_TABLES, Axis, Format
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language, Texts
from dialogueprep.ui.models.library_facets import format_word
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Rating
from dialogueprep.ui.widgets.fields import Field, LineField, mark_field
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class Titles(QWidget):
    """The title in the report's language, and in the others that it has or is given."""

    def __init__(self) -> None:
        super().__init__()
        self._texts = Texts()
        self._main: Language = "en"
        self._lines: dict[Language, LineField] = {
            each: LineField(name=f"{tr('Title')}, {name}") for each, name in LANGUAGE_NAMES.items()
        }
        self.fields: dict[Language, Field] = {
            each: Field(LANGUAGE_NAMES[each], line) for each, line in self._lines.items()
        }
        self._more: dict[Language, Button] = {
            each: Button(name, "quiet", "plus", small=True) for each, name in LANGUAGE_NAMES.items()
        }
        for language, button in self._more.items():
            button.clicked.connect(partial(self._add, language))
        self._rows = column(gap=8)
        self._others = Flow(*self._more.values(), gap=2)
        self.setLayout(column(self._rows, self._others, gap=4))

    def show_titles(self, titles: Texts, main: Language) -> None:
        """Show titles; the field of the main language stands first."""
        self._texts, self._main = titles, main
        ordered: list[Language] = [main, *(each for each in LANGUAGES if each != main)]
        for each in ordered:
            field = self.fields[each]
            self._rows.removeWidget(field)
            self._rows.addWidget(field)
            self.line(each).setText(titles.get(each) or "")
            self.line(each).setCursorPosition(0)
            shown = each == main or bool(titles.get(each))
            field.label.setText(tr("Title") if each == main else LANGUAGE_NAMES[each])
            field.setVisible(shown)
            field.say("")
            self._more[each].setVisible(not shown)

    @property
    def value(self) -> Texts:
        """The titles as they are written now; those that did not change keep their state."""
        texts = self._texts
        for language, field in self.fields.items():
            words = self.line(language).text().strip() if not field.isHidden() else ""
            if words != (texts.get(language) or ""):
                texts = texts.with_wording(language, words)
        return texts

    def line(self, language: Language) -> LineField:
        """Return the field of a language."""
        return self._lines[language]

    @property
    def main(self) -> Field:
        """The field of the report's language."""
        return self.fields[self._main]

    def _add(self, language: Language, _on: bool = False) -> None:
        self.fields[language].show()
        self._more[language].hide()
        self.line(language).setFocus()


class FormatChips(QWidget):
    """Chips to switch on and off, and a line for a format of one's own."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[Format, Button] = {}
        self._flow = Flow(gap=6)
        self._add = Button(tr("Add"), "quiet", "plus", small=True, on_click=self._ask)
        self.line = LineField(placeholder=tr("Another format"), name=tr("Another format"))
        self.line.returnPressed.connect(self._take)
        self.line.hide()
        self.setLayout(column(self._flow, self.line, gap=4))

    def show_formats(self, chosen: Iterable[Format], known: Iterable[Format]) -> None:
        """Show the formats that are known, with those switched on that are chosen."""
        mine = tuple(chosen)
        every = tuple(dict.fromkeys([*map(Format, FORMAT_TABLES), *known, *mine]))
        if tuple(self._chips) != every:
            self._chips = {each: self._chip(each) for each in every}
            self._flow.clear()
            self._add = Button(tr("Add"), "quiet", "plus", small=True, on_click=self._ask)
            for chip in (*self._chips.values(), self._add):
                self._flow.add(chip)
        for each, chip in self._chips.items():
            chip.setChecked(each in mine)
        self.line.clear()
        self.line.hide()
        self._flow.updateGeometry()

    @property
    def value(self) -> tuple[Format, ...]:
        """The formats that are switched on, and what was written."""
        on = [each for each, chip in self._chips.items() if chip.isChecked()]
        own = self.line.text().strip()
        return tuple(dict.fromkeys([*on, *([Format(own)] if own else [])]))

    def _chip(self, each: Format) -> Button:
        chip = Button(format_word(each), small=True)
        chip.setCheckable(True)
        return chip

    def _ask(self) -> None:
        self.line.show()
        self.line.setFocus()

    def _take(self) -> None:
        self.show_formats(self.value, self._chips)


class RatingField(QWidget):
    """A rating that begins empty, with the reason that it then needs."""

    rated = Signal()

    def __init__(self, axis: Axis) -> None:
        super().__init__()
        name = tr(wording.of(axis))
        self.scale = Rating(axis.value, name=name)
        self.reason = LineField(
            placeholder=tr("Reason, one line is enough"), name=tr("Reason: {axis}", axis=name)
        )
        self._note = Label(tr("not rated: not offered"), "caption")
        self._clear = Button(tr("Not rated"), "link", on_click=lambda: self.show_value(None, ""))
        self._complaint = Label("", "small", "block")
        self.scale.rated.connect(self._on_rated)
        head = row(Label(name, "label"), None, self._note, self._clear)
        self.setLayout(column(head, self.scale, self.reason, self._complaint, gap=5))

    def show_value(self, value: int | None, reason: str) -> None:
        """Show a rating and its reason; None is not rated."""
        self.scale.show_value(value)
        self.reason.setText(reason)
        self.say("")
        self._show_parts()

    def rate(self, value: int) -> None:
        """Rate, as a click would."""
        self.scale.show_value(value)
        self._on_rated()

    @property
    def value(self) -> tuple[int | None, str]:
        """The rating, None if there is none, and its reason."""
        return self.scale.value, self.reason.text().strip() if self.scale.value else ""

    def say(self, sentence: str) -> None:
        """Say what is missing."""
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))
        mark_field(self.reason, "bad", bool(sentence))

    def _on_rated(self) -> None:
        self._show_parts()
        self.reason.setFocus()
        self.rated.emit()

    def _show_parts(self) -> None:
        rated = self.scale.value is not None
        self.reason.setVisible(rated)
        self._clear.setVisible(rated)
        self._note.setVisible(not rated)
