"""What speaks to the user: banners with remedies, notes in a panel, and the toast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import clear, column, row
from dialogueprep.ui.widgets.popup import Floating
from dialogueprep.words import tr

Level = Literal["info", "warn", "block"]
_ICONS: dict[Level, str] = {"info": "info", "warn": "triangle-alert", "block": "octagon-x"}
_INKS: dict[Level, str] = {"info": "info", "warn": "warn_line", "block": "block_line"}


@dataclass(frozen=True)
class Remedy:
    """One way out, taken by its button or, on the page, by its key."""

    words: str
    act: Callable[[], object]
    key: str = ""


@dataclass(frozen=True)
class Notice:
    """One sentence that needs attention, with what can be done about it."""

    sentence: str
    level: Level = "warn"
    detail: str = ""
    remedies: tuple[Remedy, ...] = field(default=())
    closable: bool = False


class Banner(QFrame):
    """Shows one notice at a time and counts the others: "1 of 3"."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: tuple[Notice, ...] = ()
        self._at = 0
        self.on_closed: Callable[[Notice], object] | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(18, 9, 16, 10)
        self._inside.setSpacing(6)
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is shown, the first in front."""
        return self._notices

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these; none hides the banner."""
        if tuple(notices) == self._notices:
            return
        self._notices = tuple(notices)
        self._at = min(self._at, max(0, len(self._notices) - 1))
        self._rebuild()

    def next(self) -> None:
        """Show the next of several notices."""
        if self._notices:
            self._at = (self._at + 1) % len(self._notices)
            self._rebuild()

    def take(self, number: int) -> bool:
        """Take the remedy with this number, from 1; return whether there is one."""
        if not self._notices or not 0 < number <= len(self._notices[self._at].remedies):
            return False
        self._notices[self._at].remedies[number - 1].act()
        return True

    def focus_first(self) -> bool:
        """Put the keyboard on the first remedy; return whether there is one."""
        buttons = [b for b in self.findChildren(Button) if not b.isHidden()]
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(buttons)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._notices:
            return
        level = self._notices[self._at].level
        p = QPainter(self)
        p.fillRect(self.rect(), painting.colour(f"{level}_soft"))
        p.fillRect(QRectF(0, 0, 3, self.height()), painting.colour(_INKS[level]))
        painting.hairline(p, 3, self.height() - 1, self.width() - 3, "hair")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take(event.key() - Qt.Key.Key_0):
            super().keyPressEvent(event)

    def _rebuild(self) -> None:
        clear(self._inside)
        if not self._notices:
            self.hide()
            return
        notice = self._notices[self._at]
        head: QHBoxLayout = row(
            IconLabel(_ICONS[notice.level], _INKS[notice.level]),
            (Label(notice.sentence, "strong", wrap=True), 1),
            gap=8,
        )
        if len(self._notices) > 1:
            count = tr("{n} of {total}", n=self._at + 1, total=len(self._notices))
            head.addWidget(Button(count, "quiet", small=True, on_click=self.next))
        if notice.closable:
            close = Button("", "quiet", "x", tooltip=tr("Close"), small=True)
            close.clicked.connect(lambda: self._close(notice))
            head.addWidget(close)
        self._inside.addLayout(head)
        if notice.detail:
            self._inside.addLayout(row(24, (Label(notice.detail, "small", wrap=True), 1), gap=0))
        if notice.remedies:
            self._inside.addLayout(row(24, (_remedies(notice), 1), gap=0))
        self.setAccessibleName(notice.sentence)
        self.show()

    def _close(self, notice: Notice) -> None:
        self.show_notices([each for each in self._notices if each is not notice])
        if self.on_closed:
            self.on_closed(notice)


def _remedies(notice: Notice) -> QWidget:
    flow = Flow(gap=8)
    for number, remedy in enumerate(notice.remedies):
        first = number == 0 and notice.level == "warn"
        flow.add(
            Button(
                remedy.words,
                "warn" if first else "plain",
                key=remedy.key,
                key_first=True,
                small=True,
                on_click=remedy.act,
            )
        )
    return flow


class NoteBox(QFrame):
    """A quiet box inside a panel or form: icon, sentence, second line."""

    def __init__(self, sentence: str, detail: str = "", level: Level = "info") -> None:
        super().__init__()
        self._level: Level = level
        words = column(Label(sentence, "small", "ink", wrap=True), gap=1)
        if detail:
            words.addWidget(Label(detail, "small", wrap=True))
        icon = IconLabel(_ICONS[level], _INKS[level])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 7)
        layout.setSpacing(10)
        layout.addWidget(icon)
        layout.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.rounded(
            QPainter(self), 0, 0, self.width(), self.height(), 5, f"{self._level}_soft"
        )


class Toast(Floating):
    """ "Removed. Undo": lower left of the page for 6 s, longer while hovered or focused."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Label("", "body")
        self._undo = Button(tr("Undo"), "link", on_click=self._on_undo)
        self._act: Callable[[], object] | None = None
        self.inside.addLayout(row(self._words, self._undo, gap=14, margins=(14, 9, 14, 9)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme.tokens()["motion"]["toast"])
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Show a sentence, with Undo if there is something to undo; announce it too."""
        self._act = undo
        self._words.setText(sentence)
        self._undo.setVisible(undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def withdraw(self) -> None:
        """Go if there is something to undo: it is not what an undo would take back any more."""
        if self._act is not None:
            self._act = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def _place(self) -> None:
        if (parent := self.parentWidget()) is not None:
            self.move(0, parent.height() - self.height() + 8)

    def _on_undo(self) -> None:
        self.hide()
        if self._act:
            self._act()
