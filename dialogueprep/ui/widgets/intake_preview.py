"""The people of a list before they are taken: filtered, decided on, names put right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from dialogueprep.domain.newcomers import Decision, Known, Newcomer
from dialogueprep.exchange.roster_fields import LABELS
from dialogueprep.ui.delegates.intake_row import IntakeRows
from dialogueprep.ui.models.people_intake import DECISIONS, IntakeRow, Intaking, View
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import ntr, tr

_KEYS = {
    Qt.Key.Key_N: Decision.NEW,
    Qt.Key.Key_M: Decision.MERGE,
    Qt.Key.Key_A: Decision.SAME,
    Qt.Key.Key_L: Decision.LEAVE,
}


class IntakeList(RowList):
    """N, M, A and L decide on a row, Space leaves it out or takes it, S swaps its name."""

    decided: ClassVar[Signal] = Signal(object)
    swap_wanted: ClassVar[Signal] = Signal()

    def __init__(self, model: ListModel[IntakeRow]) -> None:
        super().__init__(model, IntakeRows(), name=tr("People of the list"), on="paper")
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found: IntakeRow | None = self.value()
        plain = not event.modifiers()
        if plain and found is not None and found.newcomer is not None:
            if event.key() == Qt.Key.Key_S:
                self.swap_wanted.emit()
                return
            if event.key() == Qt.Key.Key_Space:
                out = found.decision is not Decision.LEAVE
                self.decided.emit(Decision.LEAVE if out else _taken_again(found))
                return
            if (decision := _KEYS.get(Qt.Key(event.key()))) in offered(found):
                self.decided.emit(decision)
                return
        super().keyPressEvent(event)


class IntakePreview(QWidget):
    """List and detail. ``changed`` says that another number of rows is taken."""

    changed = Signal()

    def __init__(self, state: Intaking) -> None:
        super().__init__()
        self.state = state
        self.views: Segments[View] = Segments(self._words(), name=tr("Which rows"))
        self.views.chosen.connect(lambda _view: self._show())
        self._model: ListModel[IntakeRow] = ListModel(lambda r: r.spoken, spoken=lambda r: r.spoken)
        self.list = IntakeList(self._model)
        self.list.decided.connect(self.decide)
        self.list.swap_wanted.connect(self.swap)
        self.list.chosen.connect(self._show_detail)
        self._none = Label("", "small", "ink3")
        self.swap_all = Button(tr("Swap guessed names"), "link", on_click=self.swap_guessed)
        self.take_all = Button(tr("Take all listed"), "link", on_click=lambda: self._set_all(True))
        self.leave_all = Button(
            tr("Leave out all listed"), "link", on_click=lambda: self._set_all(False)
        )
        every = row(
            self._none, None, self.swap_all, self.take_all, self.leave_all,
            gap=14, margins=(16, 6, 16, 6),
        )  # fmt: skip
        self._detail = column(gap=12, margins=(20, 16, 20, 16))
        inside = QWidget()
        inside.setLayout(column(self._detail, None, gap=0))
        self.side = scrolled(inside, "sheet")
        self.decision: Segments[Decision] | None = None
        self.listed = box(
            column(
                row((self.views, 1), margins=(16, 8, 16, 8)),
                hairline(),
                (self.list, 1),
                hairline(),
                every,
                gap=0,
            ),
            "paper",
        )
        self.setLayout(column((self.listed, 1), gap=0))

    def show_state(self) -> None:
        """Show what was read, in the list that was shown before if it holds something."""
        counts = self.state.counts()
        self.views.show_choices(self._words())
        if not counts[self.views.value][0]:
            self.views.show_value("all")
        self._show()

    def _words(self) -> list[tuple[View, str]]:
        counts = self.state.counts()
        return [(v, tr("{words}  {n}", words=words, n=n)) for v, (n, words) in counts.items()]

    def _show(self) -> None:
        rows = self.state.listed(self.views.value)
        self._model.show_rows(rows)
        self.views.show_choices(self._words())
        guessed = sum(r.newcomer is not None and r.newcomer.guessed for r in rows)
        self.swap_all.setText(ntr("Swap {n} guessed name", "Swap {n} guessed names", guessed))
        self.swap_all.setVisible(guessed > 0)
        decides = any(r.newcomer is not None for r in rows)
        self.take_all.setVisible(decides)
        self.leave_all.setVisible(decides)
        self._none.setText("" if rows else tr("None"))
        if self.list.value() is None:
            self.list.choose_first()
        self._show_detail(self.list.value())
        self.changed.emit()

    # deciding -----------------------------------------------------------------------------------

    def decide(self, decision: Decision) -> None:
        """Decide on the current row and go on to the next."""
        found: IntakeRow | None = self.list.value()
        if found is not None and found.newcomer is not None:
            self.state.decide({found.row}, decision)
            self._show()

    def swap(self) -> None:
        """Exchange family and given name of the current row."""
        found: IntakeRow | None = self.list.value()
        if found is not None and found.newcomer is not None:
            self.state.swap({found.row})
            self._show()

    def swap_guessed(self) -> None:
        """Exchange family and given name of all rows listed where they are a guess."""
        rows = {r.row for r in self._model.rows if r.newcomer is not None and r.newcomer.guessed}
        self.state.swap(rows)
        self._show()

    def _set_all(self, taken: bool) -> None:
        rows = [r for r in self._model.rows if r.newcomer is not None]
        if not taken:
            self.state.decide({r.row for r in rows}, Decision.LEAVE)
        else:
            for decision in (Decision.NEW, Decision.MERGE):
                again = {r.row for r in rows if _taken_again(r) is decision and _is_out(r)}
                self.state.decide(again, decision)
        self._show()

    # the detail ---------------------------------------------------------------------------------

    def _show_detail(self, it: IntakeRow | None) -> None:
        clear(self._detail)
        self.decision = None
        if it is None:
            return
        if it.newcomer is None:
            self._detail.addWidget(Label(tr("Row {n}", n=it.row), "head"))
            self._detail.addWidget(Paragraph(it.why, "body", "block"))
            self._detail.addWidget(Paragraph(it.shown, "body", "ink2"))
            return
        name = it.newcomer.person.name
        heading = Label(" ".join(_once(name.latin, name.native)), "head", wrap=True)
        self._detail.addWidget(heading)
        if it.notes:
            self._detail.addWidget(Paragraph(it.notes, "small", "warn" if it.unclear else "ink2"))
        choices = [(d, tr(DECISIONS[d])) for d in offered(it)]
        self.decision = Segments(choices, it.decision, name=tr("What becomes of this row"))
        self.decision.chosen.connect(self.decide)
        self._detail.addWidget(self.decision)
        swap = Button(
            tr("Swap family and given name"), "plain", "arrow-up-down", key="S", small=True,
            on_click=self.swap,
        )  # fmt: skip
        swap.setEnabled(bool(name.given))
        self._detail.addLayout(row(swap, None))
        for field, theirs, mine in facts_beside(it.newcomer, it.known):
            self._detail.addLayout(_fact(tr(LABELS[field]), theirs, mine, beside=bool(it.known)))


def offered(it: IntakeRow) -> tuple[Decision, ...]:
    """Return what may become of a row."""
    if it.known is None:
        return (Decision.NEW, Decision.LEAVE)
    return (Decision.NEW, Decision.MERGE, Decision.SAME, Decision.LEAVE)


def _is_out(it: IntakeRow) -> bool:
    return it.decision is Decision.LEAVE


def _taken_again(it: IntakeRow) -> Decision:
    return Decision.MERGE if it.known is not None and it.known.sure else Decision.NEW


def facts_beside(it: Newcomer, known: Known | None) -> list[tuple[str, str, str]]:
    """Return fields with what the file says and what is here; those that both lack fall out."""
    theirs, mine = it.person, known.person if known else None
    at = it.part.affiliation
    pairs = [
        ("family", theirs.name.family, mine.name.family if mine else ""),
        ("given", theirs.name.given, mine.name.given if mine else ""),
        ("name_native", theirs.name.native, mine.name.native if mine else ""),
        ("name_kana", theirs.name.reading, mine.name.reading if mine else ""),
        ("title", theirs.name.title, mine.name.title if mine else ""),
        ("honorific", theirs.name.honorific, mine.name.honorific if mine else ""),
        ("affiliation", at.name, known.affiliation if known else ""),
        ("affiliation_native", at.native, ""),
        ("position", at.position, ""),
        ("country", it.part.delegation, ""),
        ("email", theirs.email, mine.email if mine else ""),
        ("phone", theirs.phone, mine.phone if mine else ""),
        ("languages", ", ".join(theirs.languages), ", ".join(mine.languages) if mine else ""),
        ("diet", it.part.logistics.diet, ""),
        ("remarks", theirs.remarks, mine.remarks if mine else ""),
    ]
    return [pair for pair in pairs if pair[1] or pair[2]]


def _fact(name: str, theirs: str, mine: str, *, beside: bool) -> QLayout:
    label = Label(name, "label")
    if not beside:
        return column(label, Paragraph(theirs, "body"), gap=2)
    differs = bool(mine and theirs and mine != theirs)
    here = column(
        Label(tr("Here"), "caption", "ink3"), Paragraph(mine or "–", "body", "ink2"), gap=1
    )
    file = column(
        Label(tr("In the file"), "caption", "ink3"),
        Paragraph(theirs or "–", "body", "warn" if differs else "ink"),
        gap=1,
    )
    return column(label, row((here, 1), (file, 1), gap=16), gap=2)


def _once(*names: str) -> Iterable[str]:
    """Return the names that are written; of those that differ in spaces alone, the last."""
    return {"".join(name.split()): name for name in names if name}.values()
