"""One text in its languages: the language, how far the wording can be relied on, the field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts, TextState
from dialogueprep.ui import theme
from dialogueprep.ui.name_marks import NameMarks, NameSearch, Subject
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import SavingField
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.ui.widgets.neutral_offer import NeutralOffer
from dialogueprep.words import sentences, tr


class WordingField(SavingField):
    """A saving field whose letters have the forms of its language; Esc leaves it.

    Once it marks names, they are handed over as neutral words. What was typed stays while the
    field has the keyboard; then the neutral words stand there, and ``said`` carries why. Above
    what may not leave as it stands, neutral words are offered that Tab takes.
    """

    left = Signal()
    given_up = Signal()
    said = Signal(str)
    language: Language = "en"
    marks: NameMarks | None = None
    offer: NeutralOffer | None = None
    _names: NameSearch | None = None
    _known = ""
    _handed = ("", "")
    """What was typed, and the words that were handed over for it."""

    def mark_names(self, search: NameSearch) -> None:
        """Draw waves under words that may identify a participant, and keep names from the disk."""
        self._names = search
        self.marks = NameMarks(self, search)
        self.offer = NeutralOffer(self, self.marks, search)

    def write_about(self, subject: Subject | None) -> None:
        """Let what left about a finding, and its other wordings, be looked at with the text."""
        if self.marks is not None:
            self.marks.write_about(subject, self.language)

    def words(self) -> str:
        """Return what is handed over: the text, with neutral words for names."""
        typed = self.toPlainText()
        if self._names is None:
            return typed
        words = self._names.neutral(typed, self._known)
        self._handed = typed, words
        return words

    def show_text(self, words: str) -> None:
        """Show what is on disk; what is being typed stays, also while it stands for that."""
        self._known = words
        typed = self.toPlainText()
        stands = typed != words and self._handed == (typed, words)
        writing = self.window().focusWidget() is self
        if not (stands and writing):
            super().show_text(words)
            if self.offer is not None and not writing:
                self.offer.begin_anew()
        if self._names is not None and (stands or writing):
            reasons = self._names.reasons(typed, words) if stands else ()
            said = (tr("Kept with neutral words."), *reasons) if stands else ()
            self.said.emit(sentences(said))

    def setPlainText(self, words: str) -> None:
        """Replace the text, in the letters of the field's language."""
        super().setPlainText(words)
        self.setFont(theme.font(self.role, language=self.language))

    def _fit(self) -> None:
        """Show a scroll bar only where the text is longer than the field may become."""
        super()._fit()
        longer = self.document().size().height() > self._lines[1]
        bar = Qt.ScrollBarPolicy
        wanted = bar.ScrollBarAsNeeded if longer else bar.ScrollBarAlwaysOff
        if wanted != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        typed, words = self._handed
        if self.toPlainText() == typed:
            self.show_text(words)
        self.left.emit()


class Wordings(QWidget):
    """The wordings of one field; ``changed`` carries the new Texts, which may be empty."""

    changed = Signal(object)

    def __init__(
        self, name: str, placeholder: str = "", *, lines: tuple[int, int] = (5, 5)
    ) -> None:
        super().__init__()
        self._texts = Texts()
        self._said = ""
        self._origin = ""
        self.languages: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), "en", name=tr("Language of the text")
        )
        self.field = WordingField(placeholder=placeholder, lines=lines, name=name)
        self._sign = IconLabel("triangle-alert", "warn_line", 14)
        self._state = Label("", "caption", elide=True)
        self._check = Button(
            tr("It fits"), "link", small=True, tooltip=tr("Say that the wording fits the original"),
            on_click=self._say_it_fits,
        )  # fmt: skip
        self.languages.chosen.connect(self._on_language)
        self.field.written.connect(self._write)
        self.field.left.connect(self._show)
        self.field.said.connect(self._say)
        state = row(self._sign, (self._state, 1), self._check, gap=6)
        self.languages.setMaximumWidth(340)
        self.setLayout(column(self.languages, self.field, state, gap=6))
        self._show()

    @property
    def language(self) -> Language:
        """The language that is shown."""
        return self.languages.value

    def show_texts(self, texts: Texts, language: Language | None = None, origin: str = "") -> None:
        """Show texts, in a language if one is given; what is being typed stays.

        ``origin`` is the id of the finding or recommendation that they are of, if they are.
        """
        self._origin = origin
        if texts != self._texts:
            self._said = ""
        self._texts = texts
        if language is not None and language != self.language:
            self.field.flush()
            self.languages.show_value(language)
        self._show()

    def write(self, *, select: bool = False) -> None:
        """Put the keyboard into the field, at the end or on all of its text."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.field.textCursor()
        if select:
            cursor.select(cursor.SelectionType.Document)
        else:
            cursor.movePosition(cursor.MoveOperation.End)
        self.field.setTextCursor(cursor)

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        self.field.flush()

    def _on_language(self, language: Language) -> None:
        # The wording that waits belongs to the language that was shown before.
        waiting = self.field.language
        self.languages.show_value(waiting)
        self.field.flush()
        self.languages.show_value(language)
        self._said = ""
        self._show()

    def _write(self, words: str) -> None:
        if words != (self._texts.get(self.language) or ""):
            self.changed.emit(self._texts.with_wording(self.language, words))

    def _say_it_fits(self) -> None:
        self.field.flush()
        self.changed.emit(self._texts.with_state(self.language, TextState.CHECKED))

    def _say(self, sentence: str) -> None:
        self._said = sentence
        self._show_state()

    def _show(self) -> None:
        if self.field.language != self.language:
            self.field.language = self.language
            self.field.setFont(theme.font(self.field.role, language=self.language))
        self.field.show_text(self._texts.get(self.language) or "")
        self.field.write_about(Subject(self._origin, self._texts) if self._origin else None)
        self._show_state()

    def _show_state(self) -> None:
        text = next((t for t in self._texts.entries if t.language == self.language), None)
        state = text.state if text else None
        stale = state is TextState.STALE
        self._sign.setVisible(stale)
        self._state.setText(self._said or self._words(state))
        self._state.set_ink("warn" if stale else "ink3")
        self._check.setVisible(state in (TextState.STALE, TextState.TRANSLATED))

    def _words(self, state: TextState | None) -> str:
        if state is None:
            return tr("No wording in this language yet") if self._texts else ""
        if state is TextState.STALE:
            return tr("The original has changed since")
        return tr(wording.of(state))
