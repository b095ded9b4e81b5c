"""The tray of the chosen finding: its support, the notes behind it, its wordings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Question
from dialogueprep.domain.notes import Finding, Note
from dialogueprep.domain.release_questions import left_open
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.finding_note_rows import BehindRows
from dialogueprep.ui.models.finding_board import Board, Card
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import SavingLine
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.release_form import ReleaseForm
from dialogueprep.ui.widgets.support_ladder import SupportLadder
from dialogueprep.ui.widgets.wordings import Wordings
from dialogueprep.words import tr

HEIGHT = 200
_WIDE = 960
"""From this width on, more with large letters, the ladder says what its words mean beside them."""

Side = Literal["notes", "questions"]


class ThemeLine(SavingLine):
    """A theme in one line. Up and Down go through those in use; Esc and Enter leave it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__("", tr("None"), name=tr("Theme"))
        self._known: tuple[str, ...] = ()
        self.setToolTip(tr("Up and Down go through the themes in use"))

    def offer(self, themes: Sequence[str]) -> None:
        """Take the themes in use."""
        self._known = tuple(themes)

    @property
    def known(self) -> tuple[str, ...]:
        """The themes in use."""
        return self._known

    def take(self, theme: str) -> None:
        """Write this theme."""
        self.flush()
        self.setText(theme)
        self.written.emit(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._known:
            self._go(1 if key == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.left.emit()

    def _go(self, by: int) -> None:
        known, here = self._known, self.text()
        at = known.index(here) + by if here in known else (0 if by > 0 else len(known) - 1)
        self.take(known[at % len(known)])
        self.selectAll()


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
        self.questions = ReleaseForm()
        self.theme = ThemeLine()
        self.themes = Button("", "quiet", "chevron-down", tooltip=tr("Themes in use"),
                             on_click=self._show_themes)  # fmt: skip
        self.claim = Wordings(
            tr("Text of the finding"), tr("The finding in one or two sentences"), lines=(3, 3)
        )
        self.side: Segments[Side] = Segments(
            _sides(0, 0), "notes", name=tr("What stands behind it"), fitted=True
        )
        self.side.chosen.connect(lambda _side: self._show_side())
        self.answers_what = Paragraph("", "small", "ink2", max_lines=2)
        self._none_behind = Paragraph("", "small", "ink3")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._parts())
        self._stack.addWidget(self._nothing())
        self._stack.setCurrentIndex(1)
        self.setLayout(column(hairline(), (self._stack, 1), gap=0))

    def show_finding(
        self, finding: Finding | None, board: Board, language: Language | None = None
    ) -> None:
        """Show a finding, in a language if one is given; None shows how to begin."""
        self._stack.setCurrentIndex(0 if finding else 1)
        if finding is None:
            self._show_beginning(first=not board.cards)
            return
        self._set_usable(True)
        behind = board.behind(finding)
        self.ladder.show_value(finding.support)
        self._show_behind(behind, board.card(finding.id))
        self._show_question(board.question(finding.question))
        card = board.card(finding.id)
        given, asked = board.answers.get(finding.id, {}), card is None or card.asked
        self.questions.show_answers(given, asked=asked)
        self.side.show_choices(_sides(len(behind), len(left_open(given)) if asked else 0))
        self.theme.offer(board.themes)
        self.themes.setEnabled(bool(board.themes))
        self.theme.show_text(finding.theme)
        self.claim.show_texts(finding.texts, language, finding.id)

    def show_draft(self, language: Language) -> None:
        """Show an empty field for a finding that is being written."""
        self._stack.setCurrentIndex(0)
        self._set_usable(False)
        self.ladder.show_value(None)
        self._show_behind([])
        self._show_question(None)
        self.side.show_value("notes")
        self.side.show_choices(_sides(0, 0))
        self._show_side()
        self.theme.show_text("")
        self.claim.show_texts(Texts(), language)

    def answer(self) -> None:
        """Put the keyboard on the first question before release that is open."""
        self.side.show_value("questions")
        self._show_side()
        self.questions.begin()

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        self.claim.flush()
        self.theme.flush()
        self.questions.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ladder, roomy = self.ladder, self.width() >= theme.scaled(_WIDE)
        wide = ladder.sizeHint() if roomy else ladder.minimumSizeHint()
        self._support.setFixedWidth(wide.width() + 14)
        for aside in (self._judged, self._inside_only):
            aside.setVisible(roomy)

    def _show_themes(self) -> None:
        menu = QMenu(self)
        for each in self.theme.known:
            menu.addAction(each, partial(self.theme.take, each))
        menu.addSeparator()
        menu.addAction(tr("No theme"), partial(self.theme.take, ""))
        menu.popup(self.themes.mapToGlobal(self.themes.rect().topLeft()))

    def _set_usable(self, on: bool) -> None:
        self._side.setEnabled(on)
        self.theme.setEnabled(on)
        self.themes.setEnabled(on and bool(self.theme.known))

    def _show_behind(self, behind: Sequence[Note], card: Card | None = None) -> None:
        self._none_behind.show_text(
            tr("The notes behind it were destroyed. It keeps from which items they were, and under "
               "which terms.")
            if card and card.gone
            else tr("No note stands behind it yet. Carry one here from the list.")
        )  # fmt: skip
        self.behind.rows.show_rows(list(behind))
        self.behind.setVisible(bool(behind))
        self._empty.setVisible(not behind)

    def _show_question(self, question: Question | None) -> None:
        self._answers.setVisible(question is not None)
        if question is not None:
            asked = question.texts.best(theme.window_language())
            self.answers_what.show_text(tr("Answers: {question}", question=asked))

    def _show_side(self) -> None:
        self._pages.setCurrentIndex(0 if self.side.value == "notes" else 1)

    def _parts(self) -> QWidget:
        self._judged = _aside(tr("the rapporteur’s judgement"))
        self._support = box(
            column(
                box(row(_heading(tr("Support")), (self._judged, 1), margins=(10, 0, 8, 0)),
                    height=28),
                self.ladder, None, gap=0, margins=(6, 7, 6, 4),
            )
        )  # fmt: skip
        self._side = QWidget()
        self._side.setLayout(
            row(self._support, hairline("down"), (self._middle(), 1), gap=0)
        )  # fmt: skip
        name = _heading(tr("Theme"))
        text = box(
            column(
                self.claim, row(name, (self.theme, 1), self.themes, gap=6), None, gap=4,
                margins=(16, 8, 16, 8),
            )
        )  # fmt: skip
        text.setMinimumWidth(268)
        parts = QWidget()
        parts.setLayout(row((self._side, 5), hairline("down"), (text, 3), gap=0))
        return parts

    def _middle(self) -> QWidget:
        self._empty = box(column(row((self._none_behind, 1), margins=(16, 4, 12, 0)), None, gap=0))
        self._answers = box(row((self.answers_what, 1), margins=(16, 0, 12, 6)))
        behind = column(self._answers, (self.behind, 1), (self._empty, 1), gap=0)
        self._pages = QStackedWidget()
        self._pages.addWidget(box(behind))
        self._pages.addWidget(self.questions)
        self._inside_only = _aside(tr("inside only"))
        head = row(self.side, None, self._inside_only, margins=(16, 0, 12, 0), gap=8)
        middle = box(column(head, 5, (self._pages, 1), gap=0, margins=(0, 8, 0, 4)))
        middle.setMinimumWidth(180)
        return middle

    def _show_beginning(self, *, first: bool) -> None:
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


def _sides(notes: int, questions: int) -> list[tuple[Side, str]]:
    behind = tr("Notes behind it {n}", n=notes) if notes else tr("Notes behind it")
    asked = tr("Before release {n}", n=questions) if questions else tr("Before release")
    return [("notes", behind), ("questions", asked)]


def _heading(words: str) -> Label:
    label = Label(words, "label")
    label.setFont(theme.font("label", weight=600))
    return label


def _aside(words: str) -> Label:
    label = Label(words, "caption", elide=True)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label
