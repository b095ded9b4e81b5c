"""Suggested roles: how many of each are wanted, who is proposed and why; kept or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import ItemKind
from dialogueprep.domain.people import Role
from dialogueprep.domain.role_rules import ASKED_FOR
from dialogueprep.domain.seating import Cell
from dialogueprep.ui.delegates.role_choice_row import RoleChoiceRows
from dialogueprep.ui.models.role_proposal import ChoiceRow, HeadRow, RoleProposal
from dialogueprep.ui.models.roster_grid import LETTERS, RosterGrid
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.fields import NumberField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, ntr, tr

MOST = 6  # of one role at an item


class _Choices(RowList):
    """The proposal; Space keeps a choice, Del rejects it."""

    dialog: SuggestRolesDialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.dialog.keep()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dialog.reject_choice()
        else:
            super().keyPressEvent(event)


class SuggestRolesDialog(QDialog):
    """Works on a proposal; ``cells`` is what is to be written."""

    def __init__(self, parent: QWidget | None, grid: RosterGrid) -> None:
        super().__init__(parent)
        with _waiting():
            self.work = RoleProposal(grid)
        self.cells: tuple[Cell, ...] = ()
        self.setWindowTitle(tr("Suggest roles"))
        self._model = ListModel(_words, spoken=_spoken, flags=_flags)
        self.list = _Choices(self._model, RoleChoiceRows(), name=tr("Proposed roles"))
        self.list.dialog = self
        self.list.chosen.connect(lambda _row: self._show_buttons())
        self.counts: dict[tuple[ItemKind, Role], NumberField] = {}
        self.anew = CheckBox(tr("Suggest roles anew that people have"))
        self.anew.toggled.connect(self._on_anew)
        self._said = Paragraph("", "small", "ink2")
        self._make_buttons()
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._again)
        self.resize(1020, 700)
        self._show()
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, grid: RosterGrid) -> tuple[Cell, ...] | None:
        """Return the cells to be written; None if it was given up."""
        dialog = cls(parent, grid)
        return dialog.cells if dialog.exec() else None

    def take(self) -> None:
        """Take the proposal as it stands."""
        self.cells = self.work.cells
        self.accept()

    def keep(self) -> None:
        """Keep the chosen one, or no longer."""
        if (it := self._choice()) and it.cell and (not it.there or self.work.anew):
            self.work.keep(it.cell)
            self._show()

    def reject_choice(self) -> None:
        """Ask for somebody else in the place of the chosen one."""
        if (it := self._choice()) and it.cell and (not it.there or self.work.anew):
            place = it.place
            with _waiting():
                self.work.reject(it.cell)
            self._show()
            same = (r for r in self._model.rows if isinstance(r, ChoiceRow) and r.place == place)
            if found := next(same, None):
                self.list.choose(found.id)

    def _choice(self) -> ChoiceRow | None:
        found = self.list.value()
        return found if isinstance(found, ChoiceRow) else None

    def _again(self) -> None:
        with _waiting():
            self.work.again()
        self._show()

    def _on_anew(self, on: bool) -> None:
        self.work.anew = on
        self._again()

    def _on_count(self, kind: ItemKind, role: Role, count: int) -> None:
        with _waiting():
            self.work.want(kind, role, count)
        self._show()

    def _show(self) -> None:
        self._model.show_rows(self.work.rows())
        if self._choice() is None:
            first = next((r for r in self._model.rows if isinstance(r, ChoiceRow)), None)
            if first:
                self.list.choose(first.id)
        self._said.show_text(self.work.said())
        n = len(self.work.cells)
        self.take_button.setText(ntr("Assign {n} role", "Assign {n} roles", len(self.work.new)))
        self.take_button.setEnabled(n > 0)
        self._show_buttons()

    def _show_buttons(self) -> None:
        it = self._choice()
        free = it is not None and it.who is not None and (not it.there or self.work.anew)
        self.keep_button.setEnabled(free)
        self.reject_button.setEnabled(free)
        kept = it is not None and it.kept
        self.keep_button.setText(tr("No longer keep") if kept else tr("Keep"))

    def _make_buttons(self) -> None:
        self.take_button = Button("", "primary", "check", on_click=self.take)
        self.take_button.setDefault(True)
        self.keep_button = Button(tr("Keep"), "quiet", "lock", key="Space", on_click=self.keep)
        self.reject_button = Button(
            tr("Somebody else"), "quiet", "x", key="Del", on_click=self.reject_choice
        )
        self.again_button = Button(
            tr("Suggest again"), "quiet", "refresh-cw", tooltip="Ctrl+R", on_click=self._again
        )

    def _lay_out(self) -> None:
        left = column(
            Label(tr("Roles that are wanted"), "strong"),
            Paragraph(tr("At each item of a kind."), "small", "ink2"),
            6, self._table(), 10, self.anew,
            Paragraph(
                tr("Nobody is proposed who is absent, has another role at the time, or has not"
                   " arrived; no delegation moderates twice in a row. Loads, delegations, gender"
                   " and sectors are spread as far as that allows."),
                "small", "ink3",
            ),
            None, gap=6, margins=(20, 16, 16, 16),
        )  # fmt: skip
        acts = row(
            self.keep_button, self.reject_button, self.again_button, None, gap=6,
            margins=(12, 8, 12, 8),
        )  # fmt: skip
        head = row((self._said, 1), margins=(16, 12, 16, 8))
        right = column(head, hairline(), (self.list, 1), hairline(), acts, gap=0)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        foot = row(None, cancel, self.take_button, margins=(20, 10, 20, 12))
        inside = row(
            box(left, "paper", width=372), hairline("down"), (box(right, "sheet"), 1), gap=0
        )
        self.setLayout(column((inside, 1), hairline(), box(foot, "shade"), gap=0))

    def _table(self) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(6)
        table.setVerticalSpacing(4)
        for place, role in enumerate(ASKED_FOR, 1):
            head = Label(LETTERS[role], "label", "ink2")
            head.setToolTip(tr(wording.role(role)))
            table.addWidget(head, 0, place, Qt.AlignmentFlag.AlignHCenter)
        for line, kind in enumerate(self.work.kinds, 1):
            table.addWidget(Label(tr(wording.of(kind)), "small"), line, 0)
            for place, role in enumerate(ASKED_FOR, 1):
                table.addWidget(self._count(kind, role), line, place)
        table.setColumnStretch(0, 1)
        return table

    def _count(self, kind: ItemKind, role: Role) -> NumberField:
        field = NumberField(0, MOST)
        field.setValue(self.work.wanted.get(kind, {}).get(role, 0))
        field.setFixedWidth(38)
        name = clauses((tr(wording.of(kind)), tr(wording.role(role))))
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.valueChanged.connect(partial(self._on_count, kind, role))
        self.counts[kind, role] = field
        return field


@contextmanager
def _waiting() -> Iterator[None]:
    """Show that the program works: with hundreds of people a suggestion takes seconds."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def _words(it: HeadRow | ChoiceRow) -> str:
    if isinstance(it, HeadRow):
        return it.title
    return it.who.person.name.listed if it.who else tr("Nobody")


def _spoken(it: HeadRow | ChoiceRow) -> str:
    if isinstance(it, HeadRow):
        return clauses((it.sign, it.title))
    kept = tr("kept") if it.kept else ""
    return clauses(w for w in (tr(wording.role(it.place.role)), _words(it), kept, it.why) if w)


def _flags(it: HeadRow | ChoiceRow) -> Qt.ItemFlag:
    if isinstance(it, HeadRow):
        return Qt.ItemFlag.NoItemFlags
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
