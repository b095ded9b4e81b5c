"""The form of a new tag: a word in one language or in several."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import tags as commands
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language, Texts, language_of
from dialogueprep.sentences import explain
from dialogueprep.ui import theme
from dialogueprep.ui.dialogs.unkept import AskBeforeLosing
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, mark_field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr


class TagForm(QDialog):
    """Adds a tag; ``added`` is its slug. A word that is taken is said at its field."""

    def __init__(self, parent: QWidget | None, session: Session, typed: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New tag"))
        self._session = session
        self.added = ""
        first = theme.window_language()
        order: list[Language] = [first, *(each for each in LANGUAGES if each != first)]
        self.lines: dict[Language, LineField] = {
            each: LineField(name=LANGUAGE_NAMES[each]) for each in order
        }
        self.fields: dict[Language, Field] = {
            each: Field(LANGUAGE_NAMES[each], line) for each, line in self.lines.items()
        }
        self.lines[language_of(typed, first) if typed else first].setText(typed)
        self.add = Button(tr("Add tag"), "primary", on_click=self.take)
        self.add.setDefault(True)
        hint = tr("One language is enough. The other words can follow later.")
        form = column(
            Label(tr("New tag"), "title"), Paragraph(hint, "small", "ink2"), 4,
            *self.fields.values(), gap=10, margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.add, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.setFixedWidth(420)
        AskBeforeLosing(self)
        self.lines[first].setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, typed: str = "") -> str:
        """Return the slug of the tag that was added, empty if given up."""
        asked = cls(parent, session, typed)
        return asked.added if asked.exec() else ""

    def take(self) -> None:
        """Add the tag, or say why not."""
        for field in self.fields.values():
            field.say("")
            mark_field(field.field, "bad", False)
        words: dict[Language, str] = {x: line.text().strip() for x, line in self.lines.items()}
        names = Texts.of(words)
        for text in names.entries:
            if other := commands.called(self._session.store, text.language, text.wording):
                word = other.shown(text.language)
                self._say(text.language, tr("There is a tag “{word}” already.", word=word))
                return
        if not names:
            self._say(next(iter(self.fields)), explain(Refused("tag-needs-word")))
            return
        added = self._session.run(commands.add, names)
        if added is not None:
            self.added = added
            self.accept()

    def _say(self, language: Language, sentence: str) -> None:
        self.fields[language].say(sentence, bad=True)
        self.lines[language].setFocus()
