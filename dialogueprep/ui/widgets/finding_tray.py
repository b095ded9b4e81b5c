"""The tray of the chosen finding: its support, the notes behind it, its wordings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.notes import Finding, Note
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.finding_rows import BehindRows
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.support_ladder import SupportLadder
from dialogueprep.ui.widgets.wordings import Wordings
from dialogueprep.words import tr

HEIGHT = 196


class BehindList(RowList):
    """The notes behind a finding; Del takes one from there, Enter shows it among the notes."""

    taken_out = Signal(object)

    def __init__(self) -> None:
        self.rows: ListModel[Note] = ListModel(
            lambda n: n.text, spoken=lambda n: f"{tr(wording.of(n.kind))}, {n.text}"
        )
        super().__init__(self.rows, BehindRows(), name=tr("Notes behind it"), on="shade")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        gone = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if gone and isinstance(note := self.value(), Note):
            self.taken_out.emit(note)
            return
        super().keyPressEvent(event)


class FindingTray(QFrame):
    """Three parts side by side; without a chosen finding it says how to begin."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.scaled(HEIGHT) + 1)
        self.ladder = SupportLadder()
        self.behind = BehindList()
        self.claim = Wordings(
            tr("Text of the finding"), tr("The finding in one or two sentences"), lines=(4, 4)
        )
        self._none_behind = Paragraph(
            tr("No note stands behind it yet. Carry one here from the list."), "small", "ink3"
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._parts())
        self._stack.addWidget(self._nothing())
        self._stack.setCurrentIndex(1)
        self.setLayout(column(hairline(), (self._stack, 1), gap=0))

    def show_finding(
        self, finding: Finding | None, behind: Sequence[Note], language: Language | None = None
    ) -> None:
        """Show a finding, in a language if one is given; None shows how to begin."""
        self._stack.setCurrentIndex(0 if finding else 1)
        if finding is None:
            return
        self._side.setEnabled(True)
        self.ladder.show_value(finding.support)
        self.behind.rows.show_rows(list(behind))
        self.behind.setVisible(bool(behind))
        self._empty.setVisible(not behind)
        self.claim.show_texts(finding.texts, language)

    def show_draft(self, language: Language) -> None:
        """Show an empty field for a finding that is being written."""
        self._stack.setCurrentIndex(0)
        self._side.setEnabled(False)
        self.ladder.show_value(None)
        self.behind.rows.show_rows([])
        self.behind.hide()
        self._empty.show()
        self.claim.show_texts(Texts(), language)

    def _parts(self) -> QWidget:
        quiet = _aside(tr("the rapporteur’s judgement"))
        support = column(
            box(row(_heading(tr("Support")), (quiet, 1), margins=(10, 0, 8, 0))),
            4, self.ladder, None, gap=0, margins=(6, 11, 6, 8),
        )  # fmt: skip
        head = row(
            _heading(tr("Notes behind it")), (_aside(tr("inside only")), 1),
            margins=(16, 0, 12, 0),
        )  # fmt: skip
        empty = row((self._none_behind, 1), margins=(16, 4, 12, 0))
        self._empty = box(column(empty, None, gap=0))
        behind = column(head, 4, (self.behind, 1), (self._empty, 1), gap=0, margins=(0, 11, 0, 8))
        self._side = QWidget()
        middle = box(behind)
        middle.setMinimumWidth(180)
        self._side.setLayout(row(box(support), hairline("down"), (middle, 1), gap=0))
        text = box(column(self.claim, None, gap=0, margins=(16, 11, 16, 4)))
        text.setMinimumWidth(268)
        parts = QWidget()
        parts.setLayout(row((self._side, 5), hairline("down"), (text, 4), gap=0))
        return parts

    def show_beginning(self, *, first: bool) -> None:
        """Say how to begin where no finding is chosen; ``first`` where there is none at all."""
        if first:
            words = tr(
                "Drag a note to a column, or pick it up with Space: it becomes a finding there, in "
                "words that you then edit. N begins one without a note."
            )
        else:
            words = tr("Choose a finding to see its support, the notes behind it and its wordings.")
        self._beginning.show_text(words)

    def _nothing(self) -> QWidget:
        self._beginning = Paragraph("", "small", "ink2")
        self._beginning.setMaximumWidth(560)
        return box(column(self._beginning, None, margins=(16, 16, 16, 0)))


def _heading(words: str) -> Label:
    label = Label(words, "label")
    label.setFont(theme.font("label", weight=600))
    return label


def _aside(words: str) -> Label:
    label = Label(words, "caption", elide=True)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label
