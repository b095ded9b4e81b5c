"""Labels of delegations and the order of delegations and hosts, in each language.

Under each order stands the sentence that documents will say of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import designations as commands
from dialogueprep.domain.briefs.blocks import plain
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.orders import delegation_order, host_order
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import Delegation, Dialogue, Host, Ordered
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.store import dialogues
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.register_row import RegisterRow, RegisterRows
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import Field, SavingLine
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr
from dialogueprep.workflows.values import material_of


class OrderList(QWidget):
    """Names in their order, moved by Alt+Up and Alt+Down, and what documents say of it."""

    def __init__(self, name: str, dialog: OrdersDialog, of: Ordered) -> None:
        super().__init__()
        self._dialog, self._of = dialog, of
        self.model = ListModel(
            lambda r: r.words, lambda r: r.key, spoken=lambda r: f"{r.words}, {r.below}"
        )
        self.list = RowList(self.model, RegisterRows(), name=name, on="paper")
        self.list.installEventFilter(self)
        self.says = Paragraph("", "small", "ink2")
        up, down = tr("Move up (Alt+Up)"), tr("Move down (Alt+Down)")
        self.reset = Button(tr("As in the dialogue"), "link", on_click=self._reset)
        one_up, one_down = partial(self.shift, -1), partial(self.shift, 1)
        buttons = row(
            Button("", "quiet", "arrow-up", small=True, tooltip=up, on_click=one_up),
            Button("", "quiet", "arrow-down", small=True, tooltip=down, on_click=one_down),
            gap=2,
        )
        head = row(Label(name, "label"), None, self.reset, 4, buttons)
        self.setLayout(column(head, (self.list, 1), self.says, gap=6))

    def show_names(self, rows: Sequence[RegisterRow], says: str, own: bool) -> None:
        """Show the names; ``own`` whether this language has an order of its own."""
        self.model.show_rows(list(rows))
        self.list.choose_first()
        self.says.show_text(says)
        self.reset.setVisible(own)

    def shift(self, by: int) -> None:
        """Move the current name up (-1) or down (1)."""
        keys = [r.key for r in self.model.rows]
        at = self.list.currentIndex().row()
        if 0 <= at < len(keys) and 0 <= at + by < len(keys):
            keys[at], keys[at + by] = keys[at + by], keys[at]
            chosen = keys[at + by]
            self._dialog.set_order(self._of, tuple(keys))
            self.list.choose(chosen)

    def _reset(self) -> None:
        self._dialog.set_order(self._of, ())
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if alt == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shift(steps[Qt.Key(event.key())])
            return True
        return False


class OrdersDialog(QDialog):
    """One language at a time; each change is a step, undone here with the button or Ctrl+Z."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent)
        title = tr("Delegations: labels and orders")
        self.setWindowTitle(title)
        self.session = session
        self._id = dialogue.id
        self._floor = session.store.undo_depth
        self._material: Material = material_of(session.store, dialogue.id)
        shown = theme.window_language()
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), shown, name=tr("Language of the document")
        )
        self.language.chosen.connect(lambda _language: self._change_language())
        self.delegations = OrderList(tr("Delegations"), self, Ordered.DELEGATIONS)
        self.hosts = OrderList(tr("Hosts"), self, Ordered.HOSTS)
        self.delegations.list.chosen.connect(lambda _row: self._show_label())
        self.label = SavingLine(name=tr("Label"))
        self.label.written.connect(self._set_label)
        self._lay_out(title)
        session.changed.connect(self._on_changed)
        self.refresh()
        self.delegations.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        """Show the orders until the user closes them."""
        cls(parent, session, dialogue).exec()

    def _lay_out(self, title: str) -> None:
        hint = tr("Documents in this language use these labels and stand in this order.")
        head = column(
            row(Label(title, "title"), None, self.language),
            Paragraph(hint, "small", "ink2"),
            gap=6,
            margins=(24, 18, 24, 12),
        )
        self._field = Field(tr("Label in documents"), self.label)
        left = column((self.delegations, 1), self._field, gap=10, margins=(24, 14, 16, 16))
        self.no_hosts = Paragraph(tr("The dialogue has no hosts yet."), "body", "ink2")
        right = column((self.hosts, 1), self.no_hosts, None, margins=(16, 14, 24, 16))
        middle = row((box(left), 1), hairline("down"), (box(right), 1), gap=0)
        self.undo_button = Button(tr("Undo"), "quiet", "undo-2", on_click=self.undo)
        close = Button(tr("Close"), "primary", on_click=self.accept)
        actions = row(self.undo_button, None, close, margins=(24, 10, 24, 14))
        self.setLayout(
            column(
                box(head, "paper"), hairline(), (box(middle, "paper"), 1), hairline(),
                box(actions, "shade"), gap=0,
            )
        )  # fmt: skip
        self.resize(860, 540)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo)

    # showing --------------------------------------------------------------------------------

    @property
    def dialogue(self) -> Dialogue:
        """The dialogue as it is in the store."""
        return dialogues.read(self.session.store, self._id)

    def refresh(self) -> None:
        """Show labels and orders of the language that is chosen."""
        language, dialogue = self.language.value, self.dialogue
        self._material = material_of(self.session.store, self._id)
        ordered = self._ordered(dialogue, language)
        pen = Pen(language)
        own = {o.of for o in dialogue.orders if o.language == language}
        self.delegations.show_names(
            [_row_of_delegation(d, language) for d in dialogue.delegations_in(language)],
            plain(delegation_order(ordered, pen)),
            Ordered.DELEGATIONS in own,
        )
        self.hosts.show_names(
            [_row_of_host(h, language) for h in dialogue.hosts_in(language)],
            plain(host_order(ordered, pen)),
            Ordered.HOSTS in own,
        )
        self.hosts.setVisible(bool(dialogue.hosts))
        self.no_hosts.setVisible(not dialogue.hosts)
        self._show_label()
        self.undo_button.setEnabled(self.session.store.undo_depth > self._floor)

    def _ordered(self, dialogue: Dialogue, language: Language) -> Material:
        return replace(self._material, dialogue=dialogue.in_order_of(language))

    def _show_label(self) -> None:
        known = self._chosen()
        self._field.setEnabled(known is not None)
        if known is not None:
            self.label.show_text(known.labels.get(self.language.value) or "")
            self.label.setPlaceholderText(known.labels.best(self.language.value))

    def _chosen(self) -> Delegation | None:
        here = self.delegations.list.value()
        codes = self.dialogue.delegations
        return next((d for d in codes if here is not None and d.code == here.key), None)

    def _change_language(self) -> None:
        self.label.flush()
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("dialogues", "delegations", "orders", "texts"):
            self.refresh()

    # changing -------------------------------------------------------------------------------

    def set_order(self, of: Ordered, codes: tuple[str, ...]) -> None:
        """Give delegations or hosts an order in the language that is shown."""
        self.label.flush()
        language = self.language.value
        self.session.run(commands.set_order, self.dialogue, of, language, codes)
        self.refresh()

    def _set_label(self, words: str) -> None:
        known = self._chosen()
        if known is not None:
            labels: Texts = known.labels.with_wording(self.language.value, words.strip())
            if labels:
                self.session.run(commands.set_labels, self.dialogue, known.code, labels)
            self.refresh()

    def undo(self) -> None:
        """Take back the last change that was made here."""
        self.label.flush()
        if self.session.store.undo_depth > self._floor:
            self.session.attempt(self.session.store.undo)
            self.refresh()

    def done(self, result: int) -> None:
        """Keep a label that is being written."""
        self.label.flush()
        super().done(result)


def _row_of_delegation(it: Delegation, language: Language) -> RegisterRow:
    text = it.labels.best_text(language)
    missing = "" if it.labels.get(language) else tr("no label in this language")
    below = " · ".join(part for part in (it.code, missing) if part)
    sign = "triangle-alert" if missing else "users"
    return RegisterRow(it.code, text.wording or it.code, below, sign, language=text.language)


def _row_of_host(it: Host, language: Language) -> RegisterRow:
    text = it.names.best_text(language)
    missing = "" if it.names.get(language) else tr("no name in this language")
    below = " · ".join(part for part in (it.acronym, missing) if part)
    return RegisterRow(it.id, text.wording, below, "house", language=text.language)
