"""What the forms of topics and recommendations share: texts by language, formats, dimension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import FORMAT_TABLES, Dimension, Format
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.ui import theme
from dialogueprep.ui.dialogs.unkept import AskBeforeLosing
from dialogueprep.ui.models.library_facets import format_word
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice, Segments
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.layout import box, column, row, scrolled
from dialogueprep.words import tr


class EntryForm(QDialog):
    """A form whose texts are edited in one language at a time; Ctrl+Enter keeps it."""

    def __init__(self, parent: QWidget | None, title: str, verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._fields: dict[str, Field] = {}
        self._texts: dict[str, Texts] = {}
        self._shown: Language = theme.window_language()
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()),
            self._shown,
            name=tr("Language of the texts"),
        )
        self.language.chosen.connect(self.change_language)
        self.done_button = Button(verb, "primary", on_click=self.take)
        self.done_button.setDefault(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        self._begun: dict[str, Texts] = {}
        AskBeforeLosing(self, self._holds_other_texts)

    def lay_out(self, form: QWidget, height: int) -> None:
        """Put a form above the buttons."""
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.done_button, margins=(24, 10, 24, 14))
        whole = scrolled(form, "paper")
        self.setLayout(column((whole, 1), box(actions, "shade"), gap=0))
        self.resize(640, height)

    def add_texts(self, name: str, field: Field, texts: Texts) -> Field:
        """Let a field show one of the texts in the language that is chosen; return the field."""
        self._fields[name] = field
        self._texts[name] = self._begun[name] = texts
        self._show(name)
        return field

    def texts(self, name: str) -> Texts:
        """Return the texts of a field as they are written now."""
        self._read()
        return self._texts[name]

    def change_language(self, language: Language) -> None:
        """Show the texts in another language."""
        self._read()
        self._shown = language
        for name in self._fields:
            self._show(name)

    def take(self) -> None:
        """Check what is written and accept it; subclasses say what is missing."""
        self.accept()

    def _holds_other_texts(self) -> bool:
        """Return whether a text was changed in a language that is no longer shown."""
        return self._texts != self._begun

    def _show(self, name: str) -> None:
        """Show a text; where the language has none, the original beside the label."""
        field, texts = self._fields[name], self._texts[name]
        words = texts.get(self._shown)
        _write(field, words or "")
        original = texts.best(self._shown)
        field.note.setText("" if words else original[:72] + ("…" if original[72:] else ""))

    def _read(self) -> None:
        for name, field in self._fields.items():
            before = self._texts[name]
            words = _words(field.field).strip()
            if words != (before.get(self._shown) or ""):
                self._texts[name] = before.with_wording(self._shown, words)


def _words(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


def _write(field: Field, words: str) -> None:
    if isinstance(field.field, QLineEdit):
        field.field.setText(words)
        field.field.setCursorPosition(0)
    elif isinstance(field.field, WritingField):
        field.field.setPlainText(words)


class Formats(QWidget):
    """Boxes for the formats that are known, and a line for others."""

    def __init__(self, chosen: Iterable[Format], known: Iterable[Format]) -> None:
        super().__init__()
        mine = tuple(chosen)
        every = dict.fromkeys([*map(Format, FORMAT_TABLES), *known, *mine])
        self.boxes = {each: CheckBox(format_word(each)) for each in every}
        for each, made in self.boxes.items():
            made.setChecked(each in mine)
        self.others = LineField(
            placeholder=tr("Another format; commas between several"), name=tr("Other formats")
        )
        self.setLayout(column(Flow(*self.boxes.values(), gap=14), self.others, gap=6))

    @property
    def value(self) -> tuple[Format, ...]:
        """What is ticked, and what was written."""
        ticked = [each for each, made in self.boxes.items() if made.isChecked()]
        written = (Format(part.strip()) for part in self.others.text().split(","))
        return tuple(dict.fromkeys([*ticked, *(each for each in written if each)]))


def dimension_choice(value: Dimension) -> Choice[Dimension]:
    """Return the list of dimensions."""
    choices = [(each, tr(wording.of(each))) for each in Dimension]
    return Choice(choices, value, name=tr("Dimension"))


def slugs_of(written: str, names: Mapping[str, Texts]) -> tuple[str, ...]:
    """Return the tags that are written: the slugs of those there are, and other words as such.

    A tag is known by its name in any language.
    """
    known = {t.wording.casefold(): slug for slug, each in names.items() for t in each.entries}
    words = (part.strip() for part in written.replace("、", ",").replace("，", ",").split(","))
    known |= {slug.casefold(): slug for slug in names}
    found = (known.get(w.casefold()) or " ".join(w.split()) for w in words if w)
    return tuple(dict.fromkeys(found))
