"""At the right of the notes: questions, recommendations on the table, attributions, keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import QuestionId
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.note_row import QuestionRows
from dialogueprep.ui.models.note_rows import Offer, QuestionLine
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, later, ntr, tr

_KEYS = (
    ("Enter", later("keep the line")),
    ("Ctrl+1", later("kind of the line")),
    ("Ctrl+J", later("attribution")),
    ("Tab", later("neutral words")),
    ("Ctrl+Shift+O", later("stricter")),
)
_BETWEEN_KEYS = 6


class _Questions(RowList):
    """As tall as its rows."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        on_row = self.indexAt(event.position().toPoint()).isValid()
        if on_row and event.button() == Qt.MouseButton.LeftButton:
            self.activated_value.emit(self.value())

    def fit(self) -> None:
        """Take the height of all rows."""
        delegate = self.itemDelegate()
        high = sum(
            delegate.row_height(  # type: ignore[attr-defined]
                self._rows.at(self._rows.index(n, 0)), self.viewport().width()
            )
            for n in range(self._rows.rowCount())
        )
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)


class _Offers(QWidget):
    """Attributions with their k; those that do not hold are grey, with a cross."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: list[Offer] = []
        self._heights: dict[tuple[int, int], int] = {}  # by width and text size: asked for often
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these."""
        self._offers = list(offers)
        self._heights.clear()
        spoken = clauses(f"{o.words} k {o.k}" for o in offers if o.holds)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = (width, theme.scaled(1000))
        if around not in self._heights:
            self._heights[around] = sum(self._height(o, width) for o in self._offers)
        return self._heights[around]

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        line, w, y = theme.line("small"), self.width(), 2
        for offer in self._offers:
            ink, level = ("ink", "ok") if offer.holds else ("ink3", "block")
            used = painting.text(
                p, 0, y, w, line, f"k {offer.k}", "small", level, weight=600, align="right",
                tabular=True,
            )  # fmt: skip
            if not offer.holds:
                x = w - used - 20
                painting.icon(p, x, y + (line - 14) / 2, "circle-x", "block_line", 14)
            painting.paragraph(p, 0, y, self._room(offer, w), offer.words, "small", ink)
            y += self._height(offer, w)

    def _room(self, offer: Offer, width: int) -> int:
        return width - (42 if offer.holds else 60)

    def _height(self, offer: Offer, width: int) -> int:
        return painting.paragraph_height(self._room(offer, width), offer.words, "small") + 4


class _Keys(QWidget):
    """The keys of writing, the words beneath each other where all fit so, else right behind."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(clauses(f"{keys} {tr(words)}" for keys, words in _KEYS))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(None, width)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(QPainter(self), self.width())

    def _lay_out(self, p: QPainter | None, width: int) -> int:
        """Paint the keys, or only measure them; return the height of all."""
        line, y = theme.line("small"), 0
        widest = max(badges.keys_width(keys) for keys, _ in _KEYS) + 4
        aligned = all(painting.width(tr(words), "small") <= width - widest for _, words in _KEYS)
        for keys, words in _KEYS:
            x = widest if aligned else badges.keys_width(keys) + 8
            if p is not None:
                badges.keys(p, 0, y + (line - 18) / 2, keys)
            y += painting.paragraph(p, x, y, width - x, tr(words), "small") + _BETWEEN_KEYS
        return y - _BETWEEN_KEYS


class _OnTable(QFrame):
    """A recommendation with its mark; a click puts the mark into the line."""

    taken = Signal(int)

    def __init__(self, number: int, title: str, notes: int) -> None:
        super().__init__()
        self._number = number
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = column(Paragraph(title, "small", max_lines=3), gap=0)
        if notes:
            words.addWidget(Label(ntr("{n} note", "{n} notes", notes), "caption", "ink3"))
        sign = column(1, Label(f">{number}", "small", "ink3"), None, gap=0)
        self.setLayout(row(sign, (words, 1), gap=7, margins=(0, 4, 0, 4)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(self._number)


class NotesContext(QFrame):
    """What the rapporteur may need to look at while writing."""

    question_chosen = Signal(object)
    table_taken = Signal(int)
    """A recommendation on the table was clicked; its number, from 1."""
    question_taken = Signal()
    """Enter or a click on a question: writing goes on under it."""

    def __init__(self) -> None:
        super().__init__()
        self.questions_model: ListModel[QuestionLine] = ListModel(
            lambda q: q.words, spoken=lambda q: f"{q.number} {q.words}"
        )
        self.questions = _Questions(
            self.questions_model, QuestionRows(), name=tr("Questions"), on="shade"
        )
        self.questions.chosen.connect(self._on_chosen)
        self.questions.activated_value.connect(lambda _q: self.question_taken.emit())
        self._quiet = False
        self._on_it: list[tuple[str, int]] | None = None
        self._table = QVBoxLayout()
        self._table.setContentsMargins(16, 0, 16, 0)
        self._table.setSpacing(0)
        self._offers = _Offers()
        self._counted = Label("", "small", "ink3", wrap=True)
        self._lay_out()

    def show_questions(self, lines: Sequence[QuestionLine], chosen: QuestionId | None) -> None:
        """Show the questions of an item, and under which one writes."""
        self._quiet = True
        self.questions_model.show_rows(lines)
        if chosen is None or not self.questions.choose(chosen):
            self.questions.clearSelection()
        self._quiet = False
        self.questions.fit()
        self._asked.setVisible(bool(lines))

    def show_table(self, recommendations: Sequence[tuple[str, int]]) -> None:
        """Show titles of recommendations, each with how many notes are about it."""
        if list(recommendations) == self._on_it:
            return
        self._on_it = list(recommendations)
        clear(self._table)
        for number, (title, notes) in enumerate(recommendations, 1):
            shown = _OnTable(number, title, notes)
            shown.taken.connect(self.table_taken)
            self._table.addWidget(shown)
        self._on_table.setVisible(bool(recommendations))

    def show_offers(self, offers: Sequence[Offer], k: int) -> None:
        """Show the attributions of an item; none hides them."""
        self._counted.setText(tr("likely speakers only, k of {k}", k=k))
        self._offers.show_offers(offers)
        self._holding.setVisible(bool(offers))

    def show_keys(self, on: bool) -> None:
        """Show the keys of writing, where one can write."""
        self._keys.setVisible(on)

    def _lay_out(self) -> None:
        self._asked = box(
            column(
                row(Label(tr("Questions"), "label"), margins=(16, 0, 16, 2)), self.questions,
                8, gap=2, margins=(0, 12, 0, 0),
            )
        )  # fmt: skip
        self._on_table = box(
            column(
                hairline(), 10, row(Label(tr("On the table"), "label"), margins=(16, 0, 16, 2)),
                self._table, 8, gap=0,
            )
        )  # fmt: skip
        held = column(
            Label(tr("Attribution that holds here"), "label"), self._counted, 4, self._offers,
            gap=1, margins=(16, 10, 16, 12),
        )  # fmt: skip
        self._holding = box(column(hairline(), held, gap=0))
        upper = QFrame()
        upper.setLayout(column(self._asked, self._on_table, self._holding, None, gap=0))
        keys = column(_Keys(), margins=(16, 10, 16, 14))
        self._keys = box(column(hairline(), keys, gap=0))
        self.setObjectName("shade")
        self.setLayout(column((scrolled(upper, "shade"), 1), self._keys, gap=0))

    def _on_chosen(self, line: QuestionLine | None) -> None:
        if not self._quiet and line is not None:
            self.question_chosen.emit(line.id)
