"""Buttons of a few kinds, with an icon and a key where they have one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy

from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.theme import Role

Kind = Literal["plain", "primary", "quiet", "link", "danger", "warn", "due"]


@dataclass(frozen=True, slots=True)
class _Look:
    ink: str
    fill: str | None
    over: str | None
    down: str | None
    outline: str | None
    role: Role = "body"


_LOOKS: dict[Kind, _Look] = {
    "plain": _Look("ink", "sheet", "hover", "press", "hair_strong"),
    "primary": _Look("on_accent", "accent", "accent_down", "accent_down", None, "strong"),
    "quiet": _Look("ink2", None, "hover", "press", None),
    "link": _Look("accent", None, None, None, None),
    "danger": _Look("block", "sheet", "block_soft", "press", "hair_strong"),
    "warn": _Look("ink", "sheet", "warn_soft", "press", "warn_line", "strong"),
    "due": _Look("warn", None, "warn_soft", "warn_soft", None),
}


class EnterPresses(QAbstractButton):
    """A button that Enter presses as Space does, before a dialog's default button is asked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


def _pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
        return False
    event.accept()
    button.click()
    return True


class Button(QPushButton):
    """A verb to click. ``key`` is drawn in it: before the words as a remedy, else after."""

    def __init__(
        self,
        words: str = "",
        kind: Kind = "plain",
        icon: str = "",
        *,
        key: str = "",
        key_first: bool = False,
        small: bool = False,
        tooltip: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(words)
        self._kind: Kind = kind
        self._icon = icon
        self._key, self._key_first = key, key_first
        self._small = small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(tooltip)
        self.setAccessibleName(words or tooltip)
        self.setAutoDefault(False)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if on_click is not None:
            self.clicked.connect(lambda _on=False: on_click())

    def setText(self, text: str) -> None:
        """Show other words; a button that is called by its words is called by the new ones."""
        if text and self.accessibleName() in ("", self.text()):
            self.setAccessibleName(text)
        super().setText(text)

    def set_kind(self, kind: Kind) -> None:
        """Make it a button of another kind."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none."""
        if name == self._icon:
            return
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._inside_width() + 2 * self._padding()
        high = theme.scaled(20 if self._kind == "link" else 26 if self._small else 32)
        return QSize(max(round(wide), high if not self.text() else 0), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        look = _LOOKS[self._kind]
        self._paint_ground(p, w, h, look)
        ink = look.ink if self.isEnabled() else "ink_off"
        x = max(float(self._padding()), (w - self._inside_width()) / 2)
        if self._kind == "link":
            x = 0
        self._paint_inside(p, x, h, ink)
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h)

    def _paint_ground(self, p: QPainter, w: int, h: int, look: _Look) -> None:
        if not self.isEnabled():
            quiet = self._kind in ("quiet", "link")
            fill = "press" if self._kind == "primary" else None
            painting.rounded(p, 0, 0, w, h, 5, fill, None if quiet or fill else "hair")
            return
        fill, outline = look.fill, look.outline
        if self.isDown():
            fill = look.down
        elif self.isChecked():
            fill, outline = "accent_soft", "accent"
        elif self.underMouse():
            fill = look.over
        if fill or outline:
            painting.rounded(p, 0, 0, w, h, 5, fill, outline)

    def _paint_inside(self, p: QPainter, x: float, h: int, ink: str) -> None:
        if self._key and self._key_first:
            x += badges.keys(p, x, (h - 18) / 2, self._key) + 8
        if self._icon:
            painting.icon(p, x, (h - 16) / 2, self._icon, ink)
            x += 24 if self.text() else 16
        if self.text():
            role, weight = self._role()
            wide = painting.width(self.text(), role, weight)
            room = self.width() - x - (0 if self._kind == "link" else 4)
            painting.text(p, x, 0, room, h - 0.5, self.text(), role, ink, weight=weight)
            x += wide + 10
        if self._key and not self._key_first:
            self._paint_key(p, x, h, ink)

    def _paint_key(self, p: QPainter, x: float, h: int, ink: str) -> None:
        if self._kind != "primary":
            badges.keys(p, x, (h - 18) / 2, self._key)
            return
        wide = badges.key_cap_width(self._key)
        top = (h - 18) / 2
        painting.rounded(p, x, top, wide, 18, 3, None, ink)
        painting.text(
            p, x, top, wide, 18, self._key, "caption", ink, weight=500, align="centre", elide=False
        )

    def _role(self) -> tuple[Role, int | None]:
        role = _LOOKS[self._kind].role
        if self._small or self._kind == "link":
            return "small", 600 if role == "strong" else None
        return role, None

    def _padding(self) -> int:
        if self._kind == "link":
            return 0
        if not self.text():
            return 4
        return 9 if self._small else 8 if self._kind == "quiet" else 13

    def _inside_width(self) -> float:
        wide = 0.0
        if self.text():
            role, weight = self._role()
            wide += painting.width(self.text(), role, weight) + 1
        if self._icon:
            wide += 24 if self.text() else 16
        if self._key:
            wide += badges.keys_width(self._key) + (8 if self._key_first else 10)
        return wide
