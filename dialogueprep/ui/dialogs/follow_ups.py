"""The follow-ups of a dialogue: add one, tick what is done, remove."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import follow_ups as commands
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.texts import Texts
from dialogueprep.sentences import explain
from dialogueprep.store import follow_ups
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr


class _Rows(RowDelegate):
    height = 48
    text_left = 42

    def paint_row(self, p: QPainter, w: int, h: int, value: FollowUp, state: RowState) -> None:
        y = (h - 16) / 2
        edge, fill = ("accent", "accent") if value.done else ("edge", "sheet")
        painting.rounded(p, 16, y, 16, 16, 3, fill, edge)
        if value.done:
            painting.icon(p, 18, y + 2, "check", "on_accent", 12)
        words, ink = value.texts.best(theme.window_language()), "ink2" if value.done else "ink"
        line = theme.scaled(20)
        painting.text(p, 42, 5 if value.owner else (h - line) / 2, w - 58, line, words, "body", ink)
        painting.text(p, 42, 26, w - 58, theme.scaled(18), value.owner, "small", "ink2")


class _List(RowList):
    dialog: FollowUpsDialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.dialog.tick()
        elif event.key() == Qt.Key.Key_Delete:
            self.dialog.remove()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        if self.indexAt(at).isValid() and at.x() < _Rows.text_left:
            self.dialog.tick()


class FollowUpsDialog(QDialog):
    """Works on the store directly: each change is one step that can be undone in the window."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Follow-ups"))
        self._session, self._of = session, dialogue
        closed = dialogue.phase is Phase.CLOSED
        self._model: ListModel[FollowUp] = ListModel(_words, spoken=_spoken)
        self.list = _List(self._model, _Rows(), name=tr("Follow-ups"))
        self.list.dialog = self
        said = tr("The dialogue is closed. Its follow-ups go on in the next round.")
        none = tr("Nothing is to be followed up yet. Write below what was taken up.")
        self._nothing = Paragraph(said if closed else none, "small", "ink2")
        self.words = LineField()
        self.owner = LineField()
        self._field = Field(tr("What is to be done"), self.words)
        self.add_button = Button(tr("Add"), "primary", on_click=self.add)
        self.add_button.setDefault(True)
        self.remove_button = Button(tr("Remove"), "quiet", key="Del", on_click=self.remove)
        self.remove_button.setAutoDefault(False)
        form = row((self._field, 3), (Field(tr("Institution"), self.owner), 2),
                   column(None, self.add_button, gap=0), gap=10)  # fmt: skip
        self._form = box(column(form, margins=(20, 10, 20, 14)), "paper")
        self._form.setVisible(not closed)
        self.list.setEnabled(not closed)
        title = tr("Follow-ups of {name}", name=dialogue.names.best(theme.window_language()))
        close = Button(tr("Close"), on_click=self.reject)
        close.setAutoDefault(False)
        upper = column(
            row(Label(title, "title"), None, margins=(20, 16, 20, 10)),
            row((self._nothing, 1), margins=(20, 0, 20, 8)), (self.list, 1), hairline(),
            self._form, gap=0,
        )  # fmt: skip
        foot = row(self.remove_button, None, close, margins=(14, 10, 20, 12))
        self.setLayout(column((box(upper, "paper"), 1), hairline(), box(foot, "shade"), gap=0))
        self.resize(620, 480)
        self._closed = closed
        self._show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add what is written; a refusal is said at the field."""
        texts = Texts().with_wording(theme.window_language(), self.words.text().strip())
        made = FollowUp(
            id=FollowUpId(""), dialogue=self._of.id, texts=texts, owner=self.owner.text().strip()
        )
        try:
            commands.add(self._session.store, made)
        except Refused as refusal:
            self._field.say(explain(refusal), bad=True)
            self.words.setFocus()
            return
        self._field.say("")
        self.words.clear()
        self.owner.clear()
        self.words.setFocus()
        self._show()

    def tick(self) -> None:
        """Mark the current one as done, or as open again."""
        if (it := self._chosen()) is not None:
            self._session.run(commands.change, replace(it, done=not it.done))
            self._show()

    def remove(self) -> None:
        """Remove the current one."""
        if (it := self._chosen()) is not None:
            self._session.run(commands.remove, it)
            self._session.say_removed(tr("Follow-up removed"))
            self._show()

    def _chosen(self) -> FollowUp | None:
        found = self.list.value()
        return found if isinstance(found, FollowUp) and not self._closed else None

    def _show(self) -> None:
        self._model.show_rows(follow_ups.of_dialogue(self._session.store, self._of.id))
        if self.list.value() is None:
            self.list.choose_first()
        self._nothing.setVisible(self._closed or not self._model.rows)
        self.remove_button.setVisible(self._chosen() is not None)


def _words(it: FollowUp) -> str:
    return it.texts.best(theme.window_language())


def _spoken(it: FollowUp) -> str:
    state = tr("done") if it.done else tr("open")
    return clauses(w for w in (state, _words(it), it.owner) if w)
