"""Compare: what is different between two editions of an agenda, and who is affected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.domain.editions import Edition, compare
from dialogueprep.ui.delegates.change_row import AffectedRows, ChangeRows
from dialogueprep.ui.models.agenda_changes import (
    AffectedRow,
    ChangeRow,
    People,
    affected_rows,
    change_rows,
    text_of,
    version_name,
)
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import ntr, tr


class AgendaChangesDialog(QDialog):
    """Two editions | the changes by day | who is affected. ``wanted`` is the item to go to.

    ``circulating`` is whether the reader asked to circulate the agenda as it stands.
    """

    def __init__(
        self, parent: QWidget | None, editions: tuple[Edition, ...], now: Edition, people: People
    ) -> None:
        super().__init__(parent)
        self.wanted = ""
        self.circulating = False
        self._people = people
        self._editions = {str(e.number): e for e in (*editions, replace(now, number=0, on=None))}
        self.setWindowTitle(tr("Changes of the agenda"))
        self._make_lists()
        self._make_choices(editions)
        self._make_buttons(now)
        self._lay_out()
        self.resize(1000, 700)
        self._show()
        (self.changes if self._rows.rows else self.since).setFocus()

    # building -------------------------------------------------------------------------------

    def _make_choices(self, editions: tuple[Edition, ...]) -> None:
        names = [(key, version_name(e)) for key, e in self._editions.items()]
        self.since = Choice(names[:-1], str(editions[-1].number), name=tr("From"))
        self.until = Choice(names, "0", name=tr("To"))
        for each in (self.since, self.until):
            each.setMinimumWidth(220)
            each.picked.connect(lambda _value: self._show())

    def _make_lists(self) -> None:
        self._rows: ListModel[ChangeRow] = ListModel(lambda r: r.title, spoken=lambda r: r.spoken)
        self.changes = RowList(self._rows, ChangeRows(), name=tr("Changes"), on="paper")
        self.changes.activated_value.connect(self._go)
        self._others: ListModel[AffectedRow] = ListModel(
            lambda r: r.name, spoken=lambda r: r.spoken, tooltip=lambda r: r.items
        )
        self.affected = RowList(self._others, AffectedRows(), name=tr("Affected"), on="shade")
        self._count = Label("", "small", "ink2")
        self._affected_head = Label("", "label", elide=True)
        nothing = EmptyState(
            tr("Nothing is different"), tr("Both editions hold the same items, times and roles.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.changes)
        self._stack.addWidget(box(column(nothing), "paper"))

    def _make_buttons(self, now: Edition) -> None:
        self.copy_people = self._button(tr("Copy the list"), "copy", self.copy_affected)
        self.copy_changes = self._button(tr("Copy the changes"), "copy", self.copy_text)
        self.close_button = Button(tr("Close"), on_click=self.reject)
        words = tr("Circulate v{n}", n=max(e.number for e in self._editions.values()) + 1)
        self.circulate = Button(words, "primary", "signpost", on_click=self._circulate)
        self.circulate.setAutoDefault(False)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self.copy_affected)

    def _button(self, words: str, icon: str, act: Callable[[], object]) -> Button:
        button = Button(words, "quiet", icon, on_click=act)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        head = row(
            Label(tr("From"), "label"), self.since, 8, Label(tr("To"), "label"), self.until, 12,
            (self._count, 1), margins=(20, 12, 20, 12),
        )  # fmt: skip
        right_head = row((self._affected_head, 1), margins=(16, 10, 16, 8))
        right_foot = row(self.copy_people, None, margins=(8, 4, 8, 4))
        parts = (box(right_head, "shade"), (self.affected, 1), hairline(), box(right_foot, "shade"))
        right = box(column(*parts, gap=0), "shade", width=300)
        body = row((self._stack, 1), hairline("down"), right, gap=0)
        foot = row(
            self.copy_changes, None, self.close_button, self.circulate, margins=(12, 10, 20, 12)
        )
        whole = (box(head, "paper"), hairline(), (body, 1), hairline(), box(foot, "shade"))
        self.setLayout(column(*whole, gap=0))

    # showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        before, after = (
            self._editions[self.since.value or "0"],
            self._editions[self.until.value or "0"],
        )
        comparison = compare(before, after)
        rows = change_rows(comparison, self._people)
        people = affected_rows(comparison, self._people)
        self._rows.show_rows(rows)
        self._others.show_rows(people)
        self.changes.choose_first()
        self._stack.setCurrentIndex(0 if rows else 1)
        n = comparison.count
        self._count.setText(ntr("{n} change", "{n} changes", n) if n else "")
        words = ntr("{n} person is affected", "{n} people are affected", len(people))
        self._affected_head.setText(words if people else tr("Nobody is affected"))
        self.copy_people.setEnabled(bool(people))
        self.copy_changes.setEnabled(bool(rows))
        self.circulate.setVisible(bool(n) and not after.number)

    # acting ---------------------------------------------------------------------------------

    def copy_affected(self) -> None:
        """Put the names of those who are affected, with their items, on the clipboard."""
        lines = [each.line for each in self._others.rows]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
            self._affected_head.setText(ntr("{n} person copied", "{n} people copied", len(lines)))

    def copy_text(self) -> None:
        """Put the changes as plain text on the clipboard, with the two versions."""
        before, after = (self._editions[each.value or "0"] for each in (self.since, self.until))
        stamp = tr("From: {before}. To: {after}.",
                   before=version_name(before), after=version_name(after))  # fmt: skip
        QGuiApplication.clipboard().setText(f"{stamp}\n\n{text_of(list(self._rows.rows))}")
        self._count.setText(tr("Changes copied"))

    def _go(self, change: ChangeRow) -> None:
        if change.item:
            self.wanted = change.item
            self.accept()

    def _circulate(self) -> None:
        self.circulating = True
        self.accept()
