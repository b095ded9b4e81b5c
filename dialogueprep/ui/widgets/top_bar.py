"""The bar at the top: where you are, search, undo and redo, and whether all is on disk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.session import Saving
from dialogueprep.ui.widgets.buttons import Button, EnterPresses
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.ui.widgets.team_sign import TeamSign
from dialogueprep.words import tr

_NAME = 400  # px of the name of what is open, at most


class SearchButton(EnterPresses):
    """Looks like a field and opens the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(tr("Search, or run a command"))
        self.setAccessibleName(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def sizeHint(self) -> QSize:
        return QSize(310, theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(130, theme.scaled(32))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        edge = "edge" if self.underMouse() else "hair_strong"
        painting.rounded(p, 0, 0, w, h, 5, "sheet", edge)
        painting.icon(p, 10, (h - 15) / 2, "search", "ink3", 15)
        keys = badges.keys_width("Ctrl+K")
        painting.text(p, 33, 0, w - keys - 46, h, self.text(), "small", "ink3")
        badges.keys(p, w - keys - 8, (h - 18) / 2, "Ctrl+K")
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h)


class SavingSign(QWidget):
    """Saved, Saving, or Not saved with the reason, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._state = Saving.SAVED
        self._words = tr("Saved")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._words)

    def show_state(self, state: Saving, reason: str = "") -> None:
        """Show whether everything is on disk, and if not, why."""
        words = {
            Saving.SAVED: tr("Saved"),
            Saving.TYPING: tr("Saving"),
            Saving.FAILED: tr("Not saved: {reason}", reason=reason),
        }
        self._state, self._words = state, words[state]
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widest = max(painting.width(tr("Saved"), "small"), painting.width(self._words, "small"))
        return QSize(round(widest) + 24, theme.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h = self.height()
        if self._state is Saving.FAILED:
            painting.icon(p, 2, (h - 14) / 2, "triangle-alert", "block_line", 14)
        elif self._state is Saving.SAVED:
            painting.icon(p, 2, (h - 14) / 2, "check", "ok_line", 14)
        ink = "block" if self._state is Saving.FAILED else "ink2"
        painting.text(p, 21, 0, self.width(), h, self._words, "small", ink, elide=False)


class _Name(Label):
    """The name of what is open; a long one is cut before the search is."""

    def __init__(self) -> None:
        super().__init__("", "strong", elide=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        asks = super().sizeHint()
        return QSize(min(asks.width(), theme.room(_NAME)), asks.height())


class TopBar(QFrame):
    """Signals what the user wants; shows what it is told."""

    search_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = _Name()
        self._title = Label("", "body", "ink2", elide=True)
        self.saving = SavingSign()
        self.team = TeamSign()
        search = SearchButton()
        search.clicked.connect(self.search_wanted)
        self._undo = Button("", "quiet", "undo-2", tooltip=tr("Undo"))
        self._redo = Button("", "quiet", "redo-2", tooltip=tr("Redo"))
        self._undo.clicked.connect(self.undo_wanted)
        self._redo.clicked.connect(self.redo_wanted)
        bar = row(
            self._name, (self._title, 1), search, 2, self._undo, self._redo, 2, self.team,
            self.saving, gap=6, margins=(24, 4, 16, 4),
        )  # fmt: skip
        self.setLayout(column((bar, 1), gap=0))
        self.show_steps(None, None)

    def show_place(self, name: str, title: str) -> None:
        """Show where one is: the dialogue and its title, or the workspace."""
        self._name.setText(name)
        self._title.setText(title)

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """Show what undo and redo would do; None disables them."""
        for button, words, label, keys in (
            (self._undo, tr("Undo"), undo, "Ctrl+Z"),
            (self._redo, tr("Redo"), redo, "Ctrl+Y"),
        ):
            button.setEnabled(label is not None)
            said = tr("{kind}: {title}", kind=words, title=label) if label else words
            button.setToolTip(f"{said} ({keys})")
            button.setAccessibleName(said)
