"""A register: its entries at the left, the form of the chosen one at the right.

An entry is kept when one goes on to another, with Ctrl+Enter, or when the register is closed;
each time is one step. What is refused is said over the form, which then stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.domain.errors import Refused
from dialogueprep.sentences import explain
from dialogueprep.store.step import Changes
from dialogueprep.ui.delegates.register_row import RegisterRow, RegisterRows
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.notices import Banner, Notice
from dialogueprep.words import tr

Value = TypeVar("Value")
NEW = ""
"""The key of an entry that is not kept yet."""


class Register(QDialog, Generic[Value]):
    """Subclasses read values, say them in a row, and show and read them in their form."""

    tables: tuple[str, ...] = ()

    def __init__(self, parent: QWidget | None, session: Session, title: str, hint: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.session = session
        self.shown: Value | None = None
        self._values: dict[str, Value] = {}
        self._floor = session.store.undo_depth
        self.model = ListModel(
            lambda r: r.words, lambda r: r.key, spoken=lambda r: f"{r.words}, {r.below}"
        )
        self.list = RowList(self.model, RegisterRows(), name=title, on="paper")
        self.list.installEventFilter(self)
        self.banner = Banner()
        self._hint = hint
        self._stack = QStackedWidget()

    # what a subclass says -------------------------------------------------------------------

    def read(self) -> Sequence[Value]:
        """Return the entries in their order."""
        raise NotImplementedError

    def row_of(self, value: Value) -> RegisterRow:
        """Return what the list shows of an entry."""
        raise NotImplementedError

    def blank(self) -> Value:
        """Return an entry to begin with; its key is empty."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show an entry in the form."""
        raise NotImplementedError

    def written(self, value: Value) -> Value:
        """Return an entry with what the form holds."""
        raise NotImplementedError

    def keep(self, value: Value) -> str:
        """Keep an entry by its command and return its key; raises Refused."""
        raise NotImplementedError

    def drop(self, value: Value) -> None:
        """Remove an entry by its command."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return where writing begins."""
        raise NotImplementedError

    # building -------------------------------------------------------------------------------

    def lay_out(
        self,
        form: QWidget,
        add: str,
        empty: str,
        *,
        width: int = 900,
        height: int = 600,
        beside: QWidget | None = None,
    ) -> None:
        """Put list and form side by side and show what there is.

        ``add`` names the button for a new entry, ``empty`` is said where there is none, and
        ``beside`` stands at the head.
        """
        self._make_buttons(add)
        nothing = box(column(Paragraph(empty, "body", "ink2"), None, margins=(24, 22, 24, 16)))
        self._stack.addWidget(nothing)
        self._stack.addWidget(scrolled(form, "paper"))
        side = box(column((self.list, 1), gap=0), "paper", width=330)
        middle = row(side, hairline("down"), (self._stack, 1), gap=0)
        actions = row(
            self.remove_button, self.undo_button, None, self.keep_button, 4, self.close_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        self.setLayout(
            column(
                self._head(beside), self.banner, hairline(), (box(middle, "paper"), 1), hairline(),
                box(actions, "shade"), gap=0,
            )
        )  # fmt: skip
        self.resize(width, height)
        self._connect()
        self.refresh()
        if self._values:
            self.list.choose_first()
            self.list.setFocus()
        else:
            self.new_button.setFocus()

    def _make_buttons(self, add: str) -> None:
        self.new_button = Button(add, "plain", "plus", on_click=self.add)
        self.remove_button = Button(tr("Remove"), "quiet", "trash-2", on_click=self.remove)
        self.undo_button = Button(tr("Undo"), "quiet", "undo-2", on_click=self.undo)
        self.keep_button = Button(tr("Save"), "plain", "check", on_click=self.keep_now)
        self.keep_button.setToolTip("Ctrl+Enter")
        self.close_button = Button(tr("Close"), "primary", on_click=self.accept)

    def _head(self, beside: QWidget | None) -> QWidget:
        lead = [beside, 8] if beside is not None else []
        inside = column(
            row(Label(self.windowTitle(), "title"), None, *lead, self.new_button),
            Paragraph(self._hint, "small", "ink2"),
            gap=6,
            margins=(24, 18, 24, 12),
        )
        return box(inside, "paper")

    def _connect(self) -> None:
        for keys, act in (
            ("Ctrl+N", self.add), ("Ctrl+Return", self.keep_now), ("Ctrl+Enter", self.keep_now),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.list)
        undo.activated.connect(self.undo)
        self.list.chosen.connect(self._go_to)
        self.session.changed.connect(self._on_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.list and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts = {
            Qt.Key.Key_Delete: self.remove,
            Qt.Key.Key_Return: self._begin,
            Qt.Key.Key_Enter: self._begin,
            Qt.Key.Key_N: self.add,
        }
        act = acts.get(Qt.Key(event.key())) if plain else None
        if act is not None:
            act()
        return act is not None

    # showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the entries as they are now; a new one that is being written stays."""
        rows = [self.row_of(value) for value in self.read()]
        self._values = {r.key: v for r, v in zip(rows, self.read(), strict=True)}
        if self.shown is not None and self.row_of(self.shown).key == NEW:
            rows.append(self.row_of(self.shown))
        self.list.blockSignals(True)
        self.model.show_rows(rows)
        self.list.blockSignals(False)
        self._show_state()

    def _show_state(self) -> None:
        there = self.shown is not None
        self._stack.setCurrentIndex(1 if there else 0)
        self.remove_button.setEnabled(there)
        self.keep_button.setEnabled(there)
        self.undo_button.setEnabled(self.session.store.undo_depth > self._floor)

    def _show(self, value: Value | None) -> None:
        self.shown = value
        if value is not None:
            self.show_value(value)
        self._show_state()

    def _go_to(self, row_: RegisterRow | None) -> None:
        if row_ is None or (self.shown and row_.key == self.row_of(self.shown).key):
            return
        leaving = self.shown
        if not self.keep_now():
            if leaving is not None:
                self.list.choose(self.row_of(leaving).key)
            return
        self._show(self._values.get(row_.key))
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if not self.isVisible() or not changes.touches(*self.tables):
            return
        key = self.row_of(self.shown).key if self.shown is not None else NEW
        self.refresh()
        if key != NEW:
            self._show(self._values.get(key))
            if key not in self._values:
                self.list.choose_first()

    # changing -------------------------------------------------------------------------------

    def add(self) -> None:
        """Begin a new entry; it is kept once it is whole."""
        if not self.keep_now():
            return
        self._show(self.blank())
        self.refresh()
        self.list.blockSignals(True)
        self.list.choose(NEW)
        self.list.blockSignals(False)
        self._begin()

    def keep_now(self) -> bool:
        """Keep what the form holds; return whether nothing is left to keep."""
        if self.shown is None:
            return True
        before, now = self.shown, self.written(self.shown)
        new = self.row_of(before).key == NEW
        if now == before:
            if new:
                self._show(None)
                self.refresh()
            return True
        kept: list[str] = []

        def write() -> None:
            try:
                kept.append(self.keep(now))
                self.banner.show_notices([])
            except Refused as refused:
                self.banner.show_notices([Notice(explain(refused), "warn", closable=True)])

        self.shown = None if new else now
        self.session.attempt(write)
        if not kept:
            self.shown = before
            return False
        self.refresh()
        self._show(self._values.get(kept[0]))
        self.list.blockSignals(True)
        self.list.choose(kept[0])
        self.list.blockSignals(False)
        return True

    def remove(self) -> None:
        """Remove the chosen entry; Undo brings it back."""
        if self.shown is None:
            return
        value, at = self.shown, self.list.currentIndex().row()
        self._show(None)
        if self.row_of(value).key != NEW:
            self.session.attempt(lambda: self.drop(value))
        self.refresh()
        if rows := self.model.rows:
            self.list.choose(rows[min(at, len(rows) - 1)].key)
        self.list.setFocus()

    def undo(self) -> None:
        """Take back the last change that was made here."""
        if self.session.store.undo_depth > self._floor:
            self.banner.show_notices([])
            self.session.attempt(self.session.store.undo)
            self.refresh()

    def accept(self) -> None:
        """Keep what was written and close, or say why not."""
        if self.keep_now():
            super().accept()

    def reject(self) -> None:
        """Esc closes and keeps what can be kept; the rest is lost only when that is agreed to."""
        sentence = tr("What you typed is not kept.")
        if self.keep_now() or Confirm.ask(
            self, tr("Close without keeping?"), sentence, tr("Close")
        ):
            super().reject()

    def _begin(self) -> None:
        if self.shown is not None:
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
