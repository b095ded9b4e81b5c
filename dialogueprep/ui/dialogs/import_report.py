"""Beginning an import: which files or which text, and what the source is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Format, SourceKind
from dialogueprep.domain.review import Facts
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui.dialogs.entry_fields import dimension_choice
from dialogueprep.ui.dialogs.unkept import AskBeforeLosing
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.proposal_fields import FormatChips
from dialogueprep.words import tr

KINDS = "*.docx *.pdf *.hwpx *.txt *.md *.html *.htm"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read: files, or else a text."""

    files: tuple[Path, ...] = ()
    text: str = ""


class ImportDialog(QDialog):
    """Asks for files or a text; files may be dropped on it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import a report"))
        self.setAcceptDrops(True)
        self.wanted = Wanted()
        self.choose = Button(
            tr("Choose files"), "plain", "folder-open", on_click=self._choose_files
        )
        self.text = WritingField(placeholder=tr("Paste the text here"), lines=(8, 14))
        self.text.textChanged.connect(self._show_state)
        self.read = Button(tr("Read the text"), "primary", on_click=self._take_text)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take_text)
        kinds = tr(
            "Word (.docx), PDF with text, .hwpx, .html, .md or .txt; you may also drop them."
        )
        promise = tr(
            "The report is read on this computer. Nothing enters the library until you take it in."
        )
        form = column(
            Label(tr("Import a report"), "title"),
            Paragraph(promise, "small", "ink2"),
            8,
            row(self.choose, (Label(kinds, "small", "ink2", wrap=True), 1), gap=14),
            8,
            Field(tr("Or a text"), self.text),
            gap=8,
            margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.read, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.resize(620, 420)
        AskBeforeLosing(self)
        self._show_state()
        self.choose.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None) -> Wanted | None:
        """Return what is to be read, or None if given up."""
        asked = cls(parent)
        return asked.wanted if asked.exec() else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take_files(dropped_files(event))

    def _choose_files(self) -> None:
        reports, others = tr("Reports"), tr("All files")
        kinds = f"{reports} ({KINDS});;{others} (*)"
        names, _kind = QFileDialog.getOpenFileNames(self, tr("Import a report"), "", kinds)
        self._take_files(tuple(map(Path, names)))

    def _take_files(self, files: tuple[Path, ...]) -> None:
        if files:
            self.wanted = Wanted(files)
            self.accept()

    def _take_text(self) -> None:
        if words := self.text.toPlainText().strip():
            self.wanted = Wanted(text=words)
            self.accept()

    def _show_state(self) -> None:
        self.read.setEnabled(bool(self.text.toPlainText().strip()))


class FactsDialog(QDialog):
    """Asks what the source is. What was guessed says so until it is changed."""

    def __init__(
        self, parent: QWidget | None, guess: Facts, formats: Iterable[Format], proposals: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The source"))
        self.facts = guess
        self.title = LineField(guess.title, name=tr("Title"))
        self.publisher = LineField(guess.publisher, tr("Who published it"), name=tr("Publisher"))
        self.published = DateField(guess.published, name=tr("Published"))
        self.kind: Choice[SourceKind] = Choice(
            [(each, tr(wording.of(each))) for each in SourceKind], guess.kind, name=tr("Kind")
        )
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), guess.language, name=tr("Language")
        )
        self.dimension = dimension_choice(guess.dimension)
        self.formats = FormatChips()
        self.formats.show_formats(guess.formats, formats)
        self.rater = LineField(guess.rater, tr("A name or an institution"), name=tr("Rated by"))
        self._about = Label(proposals, "small", "ink2")
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        AskBeforeLosing(self)
        self.title.setFocus()
        self.title.selectAll()

    @classmethod
    def ask(
        cls, parent: QWidget | None, guess: Facts, formats: Iterable[Format], proposals: str
    ) -> Facts | None:
        """Return what the source is, or None if given up."""
        asked = cls(parent, guess, formats, proposals)
        return asked.facts if asked.exec() else None

    def _lay_out(self) -> None:
        guess = tr("guessed, please check")
        self.title_field = Field(tr("Title"), self.title, guess)
        published = Field(tr("Published"), self.published, guess)
        kind = Field(tr("Kind"), self.kind, guess)
        language = Field(tr("Language"), self.language, guess)
        self.title.textEdited.connect(lambda _t: self.title_field.note.setText(""))
        self.published.dateChanged.connect(lambda _d: published.note.setText(""))
        self.kind.picked.connect(lambda _k: kind.note.setText(""))
        self.language.chosen.connect(lambda _l: language.note.setText(""))
        begin_with = tr("All proposals begin with these; each can be changed.")
        form = column(
            Label(tr("The source"), "title"),
            self._about,
            4,
            self.title_field,
            Field(tr("Publisher"), self.publisher),
            row((published, 1), (kind, 1), gap=12),
            language,
            6,
            Label(begin_with, "small", "ink2"),
            Field(tr("Formats"), self.formats, tr("who sits at the table")),
            row((Field(tr("Dimension"), self.dimension), 1), (Field(tr("Rated by"), self.rater), 1),
                gap=12),
            None,
            gap=10,
            margins=(24, 18, 24, 18),
        )  # fmt: skip
        self.done_button = Button(tr("Review the proposals"), "primary", on_click=self.take)
        self.done_button.setDefault(True)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.done_button, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.resize(600, 560)

    def take(self) -> None:
        """Accept what is written if the source has a title."""
        title = self.title.text().strip()
        if not title:
            self.title_field.say(tr("A source needs a title."), bad=True)
            self.title.setFocus()
            return
        self.facts = replace(
            self.facts,
            title=title,
            publisher=self.publisher.text().strip(),
            published=self.published.day(),
            kind=self.kind.value or self.facts.kind,
            language=self.language.value,
            dimension=self.dimension.value or self.facts.dimension,
            formats=self.formats.value,
            rater=self.rater.text().strip(),
        )
        self.accept()
