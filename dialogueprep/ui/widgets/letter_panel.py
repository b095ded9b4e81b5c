"""Letters: which kind, in which language, their words, and how they are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QStackedWidget, QWidget

from dialogueprep.commands import invitations as commands
from dialogueprep.domain.invitations import overdue
from dialogueprep.domain.letters import (
    FIELDS,
    SAID_OF_NAMES,
    Letter,
    LetterKind,
    language_for,
    letter,
)
from dialogueprep.domain.people import AT_TABLE, Participation, Standing
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice, Segments
from dialogueprep.ui.widgets.fields import PAUSE_MS, Field, LineField
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import clauses, later, ntr, tr
from dialogueprep.workflows import correspondence
from dialogueprep.workflows.correspondence import Correspondence, Made

KINDS = {
    LetterKind.INVITATION: later("Invitation"),
    LetterKind.REMINDER: later("Reminder"),
    LetterKind.CONFIRMATION: later("Confirmation"),
    LetterKind.THANKS: later("Thanks"),
}


class LetterPanel(QWidget):
    """The letter to the person who is shown, or the words that all letters are made of."""

    changed = Signal()
    kind_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._it: Correspondence | None = None
        self._who: Participation | None = None
        self._edited: tuple[LetterKind, Language] = (LetterKind.INVITATION, "en")
        kinds = [(k, tr(w)) for k, w in KINDS.items()]
        self.kind: Segments[LetterKind] = Segments(kinds, name=tr("Letter"), fitted=True)
        languages = [(None, tr("Each in the person’s first language")), *LANGUAGE_NAMES.items()]
        self.language: Choice[Language | None] = Choice(languages, None, name=tr("Language"))
        views = [("letter", tr("The letter")), ("words", tr("Its words"))]
        self.view: Segments[str] = Segments(views, "letter", name=tr("What is shown"), fitted=True)
        self.words_language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), "en", name=tr("Language of the words"), fitted=True
        )
        self.letter = _LetterText(tr("The letter"))
        self.letter.setReadOnly(True)
        self.words = _LetterText(tr("The words of the letter"))
        self.together = CheckBox(tr("All in one file"))
        self.named = CheckBox(tr("Names of people in the names of files"))
        self.paper = LineField("", tr("plain paper"), name=tr("Your letter paper"))
        self._ticked: list[Participation] = []
        self._told: tuple[object, ...] = ()
        self._untold = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.lacks = Paragraph("", "small", "block")
        self.without = Paragraph("", "small", "warn")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        paper = row((self.paper, 1), Button("", "plain", "folder-open", tooltip=tr("Choose a file"),
                                            on_click=self._choose_paper), gap=6)  # fmt: skip
        top = row(
            (Field(tr("Language"), self.language), 1),
            12,
            (Field(tr("Your letter paper, a .docx file that says {letter}"), box(paper)), 1),
        )
        fields = [
            Button(f"{{{name}}}", "link", tooltip=tr(words), on_click=partial(self._insert, name))
            for name, words in FIELDS.items()
        ]
        usual = Button(tr("Take the usual words"), "link", on_click=self._take_usual)
        hint = tr(
            "Words in square brackets are left out where a field in them is empty; what stands "
            "after a stroke is said instead: [On behalf of {hosts}, we|We].",
            hosts="{hosts}",
        )
        editing = QWidget()
        editing.setLayout(
            column(row(self.words_language, None, usual), (self.words, 1),
                   Flow(*fields, gap=8), Paragraph(hint, "small", "ink2"), gap=8)
        )  # fmt: skip
        reading = QWidget()
        reading.setLayout(column((self.letter, 1), gap=6))
        self._views = QStackedWidget()
        self._views.addWidget(reading)
        self._views.addWidget(editing)
        options = row(self.together, 16, self.named, None)
        self.setLayout(
            column(row(self.kind, None, self.view), top, (self._views, 1), self.lacks,
                   self.without, options, gap=10)
        )  # fmt: skip

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _kind: self._on_kind())
        self.language.picked.connect(lambda _language: self._show())
        self.view.chosen.connect(lambda _view: self._show())
        self.words_language.chosen.connect(lambda _language: self._show_words())
        self.words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.flush)
        self._untold.timeout.connect(self._tell_gaps)
        self.paper.textChanged.connect(lambda _text: self._on_paper())

    # what the dialog asks -------------------------------------------------------------------

    def usual(self, part: Participation) -> bool:
        """Return whether this kind of letter usually goes to somebody."""
        match self.kind.value:
            case LetterKind.INVITATION:
                return part.standing in (Standing.LONG_LIST, Standing.INVITED)
            case LetterKind.REMINDER:
                return self._it is not None and overdue(part, self._it.occasion.today)
            case LetterKind.CONFIRMATION:
                return part.standing in (Standing.ACCEPTED, Standing.CONFIRMED)
            case _:
                return part.standing in AT_TABLE

    def show_all(self, it: Correspondence, who: Participation | None) -> None:
        """Show the letter to a person, with what is in the store now."""
        self._it, self._who = it, who
        self._show()

    def verb(self, n: int) -> str:
        """Return the words of the button that writes."""
        return ntr("Write {n} letter", "Write {n} letters", n)

    def write(
        self, it: Correspondence, people: list[Participation], folder: Path
    ) -> tuple[Made, ...]:
        """Write the letters to these people; what is refused is raised."""
        self.flush()
        paper = Path(self.paper.text().strip()) if self.paper.text().strip() else None
        return correspondence.write_letters(
            [self._letter(it, who) for who in people], self.kind.value, folder,
            together=self.together.isChecked() and paper is None,
            named=self.named.isChecked(), paper=paper, size=it.paper,
        )  # fmt: skip

    def flush(self) -> None:
        """Write the words of the letter as they are now."""
        if not self._pause.isActive() or self._it is None:
            return
        self._pause.stop()
        kind, language = self._edited
        typed = self.words.toPlainText().strip()
        if typed != self._it.template(kind, language).strip():
            usual = typed == _usual(kind, language).strip()
            self._session.run(
                commands.word_letter, self._it.dialogue.id, kind.value, language,
                "" if usual else typed,
            )  # fmt: skip
            self.changed.emit()

    # showing --------------------------------------------------------------------------------

    def _letter(self, it: Correspondence, who: Participation) -> Letter:
        language = self.language.value or language_for(who, it.dialogue)
        return letter(who, it.template(self.kind.value, language), language, it.occasion)

    def _on_kind(self) -> None:
        self.flush()
        self.kind_changed.emit()
        self._show()

    def _show(self) -> None:
        self.flush()
        self._views.setCurrentIndex(0 if self.view.value == "letter" else 1)
        if self._it is None:
            return
        if self._who is not None:
            made = self._letter(self._it, self._who)
            self.letter.setFont(theme.font("body", language=made.language))
            self.letter.setPlainText(made.text)
        self._tell_soon()
        self._show_words()

    def show_ticked(self, people: list[Participation]) -> None:
        """Say what is not known for the letters to these people, before they are written."""
        self._ticked = people
        self._tell_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_gaps()

    def _tell_soon(self) -> None:
        """Tell what is not known after a pause: it takes as many letters as people are ticked."""
        if self._told:
            self._untold.start()
        else:
            self._tell_gaps()

    def _tell_gaps(self) -> None:
        if self._it is None or not self.isVisible():
            return
        asked = (self._it, self.kind.value, self.language.value, tuple(self._ticked))
        if asked == self._told:
            return
        self._told = asked
        made = [self._letter(self._it, who) for who in self._ticked]
        lacking = _counted(f for m in made for f in (*m.missing, *m.unknown))
        without = _counted(f for m in made for f in m.left_out)
        lacks = (
            tr("No letter is written before this is known or taken out of its words: {fields}.",
               fields=_listed(lacking, len(made)))
            if lacking else ""
        )  # fmt: skip
        does = (
            tr("Not known, and the letters do without it: {fields}.",
               fields=_listed(without, len(made)))
            if without else ""
        )  # fmt: skip
        for paragraph, words in ((self.lacks, lacks), (self.without, does)):
            paragraph.show_text(words)
            paragraph.setVisible(bool(words))

    def _show_words(self) -> None:
        if self._it is None:
            return
        self.flush()
        language = self.words_language.value
        self._edited = (self.kind.value, language)
        self.words.blockSignals(True)
        self.words.setFont(theme.font("body", language=language))
        shown = self._it.template(self.kind.value, language)
        if self.words.toPlainText() != shown:
            self.words.setPlainText(shown)
        self.words.blockSignals(False)

    def _on_paper(self) -> None:
        self.together.setEnabled(not self.paper.text().strip())

    def _choose_paper(self) -> None:
        kind = tr("Word document")
        name, _kind = QFileDialog.getOpenFileName(
            self, tr("Your letter paper"), "", f"{kind} (*.docx)"
        )
        if name:
            self.paper.setText(name)

    def _insert(self, field: str) -> None:
        self.words.insertPlainText(f"{{{field}}}")
        self.words.setFocus()

    def _take_usual(self) -> None:
        self.words.setPlainText(_usual(self.kind.value, self.words_language.value))
        self._pause.start()
        self.flush()


def _counted(fields: Iterable[str]) -> Mapping[str, int]:
    return Counter(fields)


def _listed(fields: Mapping[str, int], of: int) -> str:
    """Return "where it takes place; the position (3 of 12)", in the words of the fields."""
    said: list[str] = []
    known = {**FIELDS, **SAID_OF_NAMES}
    for field, n in fields.items():
        words = tr(known[field]) if field in known else f"{{{field}}}"
        part = tr("{what} ({n} of {all})", what=words, n=n, all=of)
        said.append(words if n == of else part)
    return clauses(said)


def _usual(kind: LetterKind, language: Language) -> str:
    from dialogueprep.exchange.letter_reader import usual_letters

    return usual_letters()[kind].get(language) or ""


class _LetterText(QPlainTextEdit):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(10)
