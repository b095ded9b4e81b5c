"""Likely duplicates of the directory: pair after pair side by side, joined or told apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QStackedWidget, QWidget

from dialogueprep.commands import directory as commands
from dialogueprep.domain.errors import Refused
from dialogueprep.sentences import explain
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.people_pairs import (
    FactLine,
    PeoplePair,
    compared,
    decided_pairs,
    open_pairs,
)
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.alike_note import why_words
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr


class PeoplePairsDialog(QDialog):
    """Works through pairs of people; every step is on disk at once and can be undone here."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self._session, self._steps = session, 0
        self.setWindowTitle(tr("Likely duplicates"))
        self.which: Segments[bool] = Segments(
            [(False, tr("To decide")), (True, tr("Not the same"))], False, name=tr("Which pairs")
        )
        self.which.chosen.connect(lambda _on: self._read())
        self._model: ListModel[PeoplePair] = ListModel(_spoken, key=lambda p: p.id)
        self.list = RowList(self._model, _PairRows(), name=tr("Pairs"), on="paper")
        self.list.chosen.connect(lambda _pair: self._show())
        self._make_buttons()
        self._lay_out()
        self._add_keys()
        self.resize(1040, 700)
        self._read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_buttons(self) -> None:
        self.undo_button = Button(tr("Undo"), "quiet", "undo-2", key="Ctrl+Z", on_click=self.undo)
        self.not_same = Button(tr("Not the same"), icon="x", key="N", on_click=self.not_the_same)
        self.into_one = Button(
            tr("Keep the left name"), icon="git-merge", key="1", on_click=lambda: self.merge(0)
        )
        self.into_other = Button(
            tr("Keep the right name"), icon="git-merge", key="2", on_click=lambda: self.merge(1)
        )
        self.take_back = Button(
            tr("Take the decision back"), icon="undo-2", key="T", on_click=self.undecide
        )
        self.done_button = Button(tr("Close"), "primary", on_click=self.accept)

    def _lay_out(self) -> None:
        self.refused = Paragraph("", "small", "block", max_lines=2)
        self._why = Paragraph("", "body")
        self._grid = QWidget()
        note = tr("Joining keeps everything: dialogues, contacts and both spellings."
                  " The other name becomes a form that documents are searched for.")  # fmt: skip
        inside = column(self._grid, 8, Paragraph(note, "small", "ink3"), None,
                        margins=(20, 14, 20, 14))  # fmt: skip
        why = box(row((self._why, 1), margins=(20, 12, 20, 12)), "info_soft")
        self._inside = inside
        view = box(column(why, hairline(), (scrolled(box(inside), "paper"), 1), gap=0), "paper")
        self.views = QStackedWidget()
        self.views.addWidget(view)
        self.nothing = EmptyState(tr("No pair is open"), tr("No two people of the directory seem"
                                  " to be one, apart from those that are decided."))  # fmt: skip
        self.views.addWidget(self.nothing)
        head = column(self.which, margins=(12, 12, 12, 10))
        left = box(column(box(head), hairline(), (self.list, 1), gap=0), "paper", width=320)
        foot = row(
            self.undo_button, (self.refused, 1), self.not_same, self.into_one, self.into_other,
            self.take_back, 12, self.done_button, margins=(16, 10, 16, 12),
        )  # fmt: skip
        both = row(left, hairline("down"), (self.views, 1), gap=0)
        self.setLayout(column((both, 1), hairline(), box(foot, "shade"), gap=0))

    def _add_keys(self) -> None:
        acts: list[tuple[str, Callable[[], object]]] = [
            ("N", self.not_the_same),
            ("1", lambda: self.merge(0)),
            ("2", lambda: self.merge(1)),
            ("T", self.undecide),
            ("Ctrl+Z", self.undo),
        ]
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # what is shown --------------------------------------------------------------------------

    @property
    def chosen(self) -> PeoplePair | None:
        """The pair that is shown, if there is one."""
        return self.list.value() if self._model.rows else None

    def _read(self) -> None:
        store = self._session.store
        at = self.list.currentIndex().row()
        pairs = decided_pairs(store) if self.which.value else open_pairs(store)
        self._model.show_rows(pairs)
        if pairs:
            self.list.setCurrentIndex(self._model.index(max(0, min(at, len(pairs) - 1)), 0))
        self._show()

    def _show(self) -> None:
        pair, decided = self.chosen, self.which.value
        self.refused.show_text("")
        for button in (self.not_same, self.into_one, self.into_other):
            button.setVisible(not decided)
            button.setEnabled(pair is not None)
        self.take_back.setVisible(decided)
        self.take_back.setEnabled(pair is not None)
        self.undo_button.setEnabled(self._steps > 0)
        self.views.setCurrentIndex(0 if pair else 1)
        if pair is not None:
            why = why_words(pair.why)
            self._why.show_text(
                tr("In common: {why}.", why=why) if why else tr("Two people, as was decided.")
            )
            self._show_lines(pair, compared(pair))

    def _show_lines(self, pair: PeoplePair, lines: list[FactLine]) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for place, entry in ((1, pair.one), (2, pair.other)):
            grid.addWidget(Label(entry.person.name.listed, "head"), 0, place, top)
        for at, line in enumerate(lines, start=1):
            grid.addWidget(Label(line.label, "caption", "ink3"), at, 0, top)
            for place, words in ((1, line.one), (2, line.other)):
                ink = "ink" if words else "ink3"
                weight = 600 if line.differs else None
                grid.addWidget(Paragraph(words or "–", "body", ink, weight=weight), at, place, top)
        self._inside.replaceWidget(self._grid, fresh)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = fresh

    # deciding -------------------------------------------------------------------------------

    def merge(self, kept: int) -> None:
        """Join the two; the name of this side stays the first one."""
        pair = self.chosen
        if pair is None or self.which.value:
            return
        both = (pair.one.person, pair.other.person)
        store = self._session.store
        self._run(lambda: commands.merge_people(store, both[kept], both[1 - kept]))

    def not_the_same(self) -> None:
        """Remember that the two are two."""
        pair = self.chosen
        if pair is not None and not self.which.value:
            store = self._session.store
            self._run(lambda: commands.not_the_same(store, pair.one.id, pair.other.id))

    def undecide(self) -> None:
        """Take back that the two are two."""
        pair = self.chosen
        if pair is not None and self.which.value:
            store = self._session.store
            self._run(lambda: commands.undecided(store, pair.one.id, pair.other.id))

    def undo(self) -> None:
        """Take the last step of this dialog back."""
        if self._steps:
            self._session.attempt(self._session.store.undo)
            self._steps -= 1
            self._read()

    def _run(self, work: Callable[[], object]) -> None:
        said: list[str] = []

        def command() -> None:
            try:
                work()
            except Refused as refused:
                said.append(explain(refused))
            else:
                self._steps += 1

        self._session.attempt(command)
        if said:
            self.refused.show_text(said[0])
        else:
            self._read()


def _spoken(pair: PeoplePair) -> str:
    return clauses(
        (pair.one.person.name.listed, pair.other.person.name.listed, why_words(pair.why))
    )


class _PairRows(RowDelegate):
    height: ClassVar[int] = 74

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        pair: PeoplePair = value
        line = theme.scaled(20)
        top = (h - 3 * line) / 2
        for at, entry in enumerate((pair.one, pair.other)):
            y = top + at * line
            x = 16 + painting.text(p, 16, y, w - 32, line, entry.person.name.listed, "strong") + 8
            painting.text(
                p, x, y, w - x - 16, line, entry.native, "body", "ink2",
                language=entry.native_language,
            )  # fmt: skip
        painting.text(p, 16, top + 2 * line, w - 32, line, why_words(pair.why), "small", "ink3")
