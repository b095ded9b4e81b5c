"""The questions that are asked of a finding before it leaves, to be answered by keys."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from dialogueprep.domain.release_questions import NO, YES, Answers, ReleaseQuestion, doubts
from dialogueprep.ui import accessible, painting, theme
from dialogueprep.ui.models.finding_words import QUESTION_WORDS
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import box, column, row, scrolled
from dialogueprep.ui.widgets.wordings import WordingField
from dialogueprep.words import later, tr

_KEYS = {
    Qt.Key.Key_Y: YES,
    Qt.Key.Key_N: NO,
    Qt.Key.Key_Left: YES,
    Qt.Key.Key_Right: NO,
    Qt.Key.Key_0: "",
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}
_SAID = {YES: later("Yes"), NO: later("No")}
OPEN = later("Unanswered")
_GAP = 4


class YesOrNo(QWidget):
    """Yes, no, or still open; Y and N answer, 0 or Del leaves it open, Up and Down go on."""

    spoken_role: ClassVar = QAccessible.Role.ComboBox

    chosen = Signal(str)
    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._value, self._over = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    @property
    def value(self) -> str:
        """The answer, or nothing while it is open."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show an answer without announcing it."""
        self._value = value
        accessible.say_value(self, self.spoken_value())
        self.update()

    def spoken_value(self) -> str:
        """Return the answer in words, for screen readers."""
        return tr(_SAID.get(self._value, OPEN))

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths().values()) + _GAP), theme.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, h = QPainter(self), self.height()
        for value, (left, wide) in self._places().items():
            on = value == self._value
            fill, edge = ("accent_soft", "accent") if on else ("sheet", "hair_strong")
            if value == self._over and not on:
                fill = "hover"
            painting.rounded(p, left + 0.5, 0.5, wide - 1, h - 1, 5, fill, edge)
            ink, weight = ("accent", 600) if on else ("ink2", 400)
            painting.text(
                p, left, 0, wide, h, tr(_SAID[value]), "small", ink, weight=weight, align="centre"
            )
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, self.width(), h)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        value = self._at(event.position().x())
        if value:
            self._take("" if value == self._value else value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self._at(event.position().x())
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._over = ""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in _KEYS and not event.modifiers():
            self._take(_KEYS[key])
            if self._value:
                self.stepped.emit(1)
        else:
            super().keyPressEvent(event)

    def _take(self, value: str) -> None:
        self.show_value(value)
        self.chosen.emit(value)

    def _at(self, x: float) -> str:
        places = self._places().items()
        return next((value for value, (left, w) in places if left <= x < left + w), "")

    def _places(self) -> dict[str, tuple[float, float]]:
        wide = self._widths()
        return {YES: (0, wide[YES]), NO: (wide[YES] + _GAP, wide[NO])}

    @staticmethod
    def _widths() -> dict[str, float]:
        return {each: painting.width(tr(_SAID[each]), "small", 600) + 18 for each in (YES, NO)}


class ReleaseForm(QFrame):
    """One line for each question; Esc leaves the form."""

    answered = Signal(object, str)
    """A ReleaseQuestion and its answer."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.choices = {
            each: YesOrNo(tr(QUESTION_WORDS[each]))
            for each in ReleaseQuestion
            if not each.is_open_ended
        }
        self.public = WordingField(
            placeholder=tr("List, programme, photo, keynote, press line; or: nothing"),
            lines=(1, 3),
            name=tr(QUESTION_WORDS[ReleaseQuestion.PUBLIC]),
        )
        self._words = {each: Paragraph(tr(QUESTION_WORDS[each]), "small") for each in self.choices}
        self._none = Paragraph(
            tr("Nothing is asked here: all notes behind it were on the record."), "small", "ink3"
        )
        for question, choice in self.choices.items():
            choice.chosen.connect(partial(self.answered.emit, question))
            choice.stepped.connect(partial(self._step, choice))
        self.public.written.connect(partial(self.answered.emit, ReleaseQuestion.PUBLIC))
        self.public.given_up.connect(self.left)
        self._form = scrolled(self._lines(), "shade")
        self._nothing = box(column(row((self._none, 1), margins=(16, 4, 12, 0)), None, gap=0))
        self.setLayout(column((self._form, 1), (self._nothing, 1), gap=0))

    def show_answers(self, answers: Answers, *, asked: bool) -> None:
        """Show what is answered; what is being typed stays."""
        self._form.setVisible(asked)
        self._nothing.setVisible(not asked)
        doubted = doubts(answers)
        for question, choice in self.choices.items():
            choice.show_value(answers.get(question, ""))
            self._words[question].set_ink("warn" if question in doubted else "ink")
        self.public.show_text(answers.get(ReleaseQuestion.PUBLIC, ""))

    def begin(self) -> None:
        """Put the keyboard on the first question that is open."""
        first = next((c for c in self.choices.values() if not c.value), None)
        target: QWidget = first or self.public
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        self.public.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _step(self, choice: YesOrNo, by: int) -> None:
        stops: list[QWidget] = [*self.choices.values(), self.public]
        at = stops.index(choice) + by
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> QWidget:
        lines = [
            row((self._words[question], 1), column(choice, None, gap=0), gap=10)
            for question, choice in self.choices.items()
        ]
        open_ended = Paragraph(tr(QUESTION_WORDS[ReleaseQuestion.PUBLIC]), "small")
        return box(
            column(*lines, open_ended, self.public, None, gap=4, margins=(16, 2, 12, 4)), "shade"
        )
