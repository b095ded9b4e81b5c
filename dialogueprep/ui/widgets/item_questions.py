"""The guiding questions of an item: write, add, remove, change their order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Question, QuestionId
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language, Texts, TextState
from dialogueprep.store.step import new_id
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import SavingField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, clear, column, row
from dialogueprep.ui.widgets.row_drag import DragHandle, DropRows, moved_to
from dialogueprep.words import listed, tr


class ItemQuestions(DropRows):
    """One field a question. ``changed`` carries all questions in their new order."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._questions: tuple[Question, ...] = ()
        self._rows: list[_QuestionRow] = []
        self._language: Language = "en"
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_questions(self, questions: tuple[Question, ...], language: Language) -> None:
        """Show questions in a language; a field that is being written in keeps its draft."""
        same = [q.id for q in questions] == [r.question for r in self._rows]
        self._questions, self._language = questions, language
        if not same:
            self._rebuild()
        for row_, question in zip(self._rows, questions, strict=True):
            row_.show_question(question.texts, language)

    @property
    def fields(self) -> tuple[SavingField, ...]:
        """The fields in their order."""
        return tuple(row_.field for row_ in self._rows)

    def flush(self) -> None:
        """Hand over what was typed."""
        for row_ in self._rows:
            row_.field.flush()

    def add(self) -> None:
        """Begin a new question; it is kept once it has words."""
        fresh = Question(id=QuestionId(new_id()), texts=Texts())
        self._questions = (*self._questions, fresh)
        self._rebuild()
        for row_, question in zip(self._rows, self._questions, strict=True):
            row_.show_question(question.texts, self._language)
        self._rows[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self) -> None:
        clear(self._layout)
        self._rows = []
        for number, question in enumerate(self._questions, 1):
            row_ = _QuestionRow(question.id, number)
            row_.written.connect(self._write)
            row_.moved.connect(self._move)
            row_.removed.connect(self._remove)
            row_.checked.connect(self._check)
            row_.handle.carried.connect(self._carry)
            row_.handle.dropped.connect(lambda at, it=row_: self._drop(it, at))
            self._rows.append(row_)
            self._layout.addWidget(row_)

    def _write(self, question: str, words: str) -> None:
        self._questions = tuple(
            replace(q, texts=q.texts.with_wording(self._language, words)) if q.id == question else q
            for q in self._questions
        )
        self._send()

    def _move(self, question: str, by: int) -> None:
        order = list(self._questions)
        at = next(n for n, q in enumerate(order) if q.id == question)
        if 0 <= at + by < len(order):
            order[at], order[at + by] = order[at + by], order[at]
            self._questions = tuple(order)
            self._send()
            self._focus(at + by)

    def _carry(self, at: QPoint) -> None:
        self.show_mark(self._rows, self.place_at(self._rows, at))

    def _drop(self, row_: _QuestionRow, at: QPoint) -> None:
        self.flush()
        self.show_mark(self._rows, None)
        here, place = self._rows.index(row_), self.place_at(self._rows, at)
        order = moved_to(here, place, len(self._questions))
        if order != sorted(order):
            self._questions = tuple(self._questions[n] for n in order)
            self._send()
            self._focus(order.index(here))

    def _check(self, question: str) -> None:
        """Note that the wording in this language was checked against the original."""
        self.flush()
        self._questions = tuple(
            replace(q, texts=q.texts.with_state(self._language, TextState.CHECKED))
            if q.id == question
            else q
            for q in self._questions
        )
        self._send()

    def _remove(self, question: str) -> None:
        at = next(n for n, q in enumerate(self._questions) if q.id == question)
        self._questions = tuple(q for q in self._questions if q.id != question)
        self._send()
        self._rebuild()
        for row_, each in zip(self._rows, self._questions, strict=True):
            row_.show_question(each.texts, self._language)
        self._focus(min(at, len(self._rows) - 1))

    def _focus(self, number: int) -> None:
        if 0 <= number < len(self._rows):
            self._rows[number].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        self.changed.emit(tuple(q for q in self._questions if q.texts))


class _QuestionField(SavingField):
    around = 6


class _QuestionRow(QWidget):
    """Number, field, and at its right up and remove while the row is used.

    Alt+Up and Alt+Down move the question, Ctrl+Del removes it.
    """

    written = Signal(str, str)
    moved = Signal(str, int)
    removed = Signal(str)
    checked = Signal(str)

    def __init__(self, question: str, number: int) -> None:
        super().__init__()
        self.question = question
        name = tr("Question {n}", n=number)
        self.field = _QuestionField(placeholder=tr("Question"), lines=(1, 5), name=name)
        self.field.setProperty("bare", True)
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.written.connect(lambda words: self.written.emit(question, words))
        self.field.installEventFilter(self)
        self.handle = DragHandle(str(number))
        self.handle.setFixedWidth(theme.scaled(12))
        self._state = Label("", "caption", "ink3", elide=True)
        self._check = Button(
            tr("Mark as checked"), "link", small=True, on_click=lambda: self.checked.emit(question),
        )  # fmt: skip
        self._below = box(row((self._state, 1), self._check, gap=6, margins=(7, 0, 0, 2)))
        self._remove = Button(
            "", "quiet", "x", small=True, tooltip=tr("Remove the question"),
            on_click=lambda: self.removed.emit(question),
        )  # fmt: skip
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep = self._remove.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(keep)
        self._remove.hide()
        layout = row(gap=6)
        top = Qt.AlignmentFlag.AlignTop
        lead = QVBoxLayout()
        lead.setContentsMargins(0, theme.scaled(3), 0, 0)
        lead.addWidget(self.handle)
        lead.addStretch(1)
        layout.addLayout(lead)
        layout.addLayout(column((self.field, 0), self._below, gap=0), 1)
        layout.addWidget(self._remove, 0, top)
        self.setLayout(layout)

    def show_question(self, texts: Texts, language: Language) -> None:
        """Show the wording in a language; another's as a placeholder where there is none."""
        self.field.show_text(texts.get(language) or "")
        self.field.setPlaceholderText(texts.best(language) or tr("Question"))
        said = state_words(texts, language)
        self._state.setText(said)
        self._state.set_ink("warn" if _is_stale(texts, language) else "ink3")
        self._check.setVisible(_to_check(texts, language))
        self._below.setVisible(bool(said))
        self.field.setAccessibleDescription(said)

    def enterEvent(self, event: object) -> None:
        self._remove.show()

    def leaveEvent(self, event: object) -> None:
        self._remove.setVisible(self.field.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._remove.setVisible(event.type() == QEvent.Type.FocusIn or self.underMouse())
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and event.key() in steps:
            self.field.flush()
            self.moved.emit(self.question, steps[Qt.Key(event.key())])
            return True
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.question)
            return True
        return False


def state_words(texts: Texts, language: Language) -> str:
    """Return how far the wording can be relied on, and in which languages there is none."""
    if not texts:
        return ""
    here = next((t for t in texts.entries if t.language == language), None)
    parts: list[str] = []
    if here is not None and here.state is not TextState.ORIGINAL:
        parts.append(tr(wording.of(here.state)))
    missing = [LANGUAGE_NAMES[each] for each in LANGUAGES if not texts.get(each)]
    if missing:
        parts.append(tr("missing in {languages}", languages=listed(missing)))
    return "  ·  ".join(parts)


def _to_check(texts: Texts, language: Language) -> bool:
    states = {t.state for t in texts.entries if t.language == language}
    return bool(states & {TextState.TRANSLATED, TextState.STALE})


def _is_stale(texts: Texts, language: Language) -> bool:
    return any(t.language == language and t.state is TextState.STALE for t in texts.entries)
