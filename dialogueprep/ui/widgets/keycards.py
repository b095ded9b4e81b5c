"""What first run and the settings need for keys: cards to choose one, and a strength."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dialogueprep.domain.kits import strength_of
from dialogueprep.ui import painting, theme
from dialogueprep.words import ntr, tr


class KeyCard(QAbstractButton):
    """One kind of key, to be chosen among several: name, second line, icon."""

    def __init__(self, words: str, detail: str, icon: str) -> None:
        super().__init__()
        self._detail, self._icon = detail, icon
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = painting.paragraph_height(max(120, self.width() - 48), self._detail, "small")
        return QSize(200, theme.scaled(20) + lines + 23)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        on = self.isChecked()
        fill = "sheet" if on else "hover" if self.underMouse() else None
        painting.rounded(p, 0, 0, w, h, 7, fill, "accent" if on else "hair_strong", 2 if on else 1)
        self._paint_dot(p, 20, 20, on)
        line = theme.scaled(20)
        painting.text(p, 36, 10, w - 70, line, self.text(), "strong")
        painting.paragraph(p, 36, 11 + line, w - 48, self._detail, "small", "ink2")
        painting.icon(p, w - 28, 12, self._icon, "ink3")
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h, 7)

    def _paint_dot(self, p: QPainter, x: float, y: float, on: bool) -> None:
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(painting.colour("accent" if on else "edge"), 1.5))
        p.setBrush(painting.colour("sheet"))
        p.drawEllipse(QPointF(x, y), 7, 7)
        if on:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(painting.colour("accent"))
            p.drawEllipse(QPointF(x, y), 3.6, 3.6)
        p.restore()


def strength(passphrase: str) -> tuple[int, str]:
    """Return how hard a passphrase is to guess, 0 to 4, and that in words."""
    level = strength_of(passphrase)
    if not level:
        return level, tr("Too short. Three or four words are easy to keep and hard to guess.")
    words = len([w for w in passphrase.split() if len(w) > 2])
    if words >= 3:
        said = ntr("{n} word", "{n} words", words)
    else:
        said = ntr("{n} letter", "{n} letters", len(passphrase))
    grades = (tr("Weak"), tr("Fair"), tr("Good"), tr("Strong"))
    return level, tr("{grade}: {what}", grade=grades[level - 1], what=said)


class StrengthBar(QWidget):
    """Four bars and words for a passphrase's strength; empty while nothing is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._passphrase = ""
        self.setFixedHeight(theme.scaled(18))

    def show_passphrase(self, passphrase: str) -> None:
        """Judge this passphrase."""
        self._passphrase = passphrase
        self.setAccessibleName(strength(passphrase)[1] if passphrase else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._passphrase:
            return
        p = QPainter(self)
        level, words = strength(self._passphrase)
        ink = "ok" if level >= 3 else "warn"
        for bar in range(4):
            fill = f"{ink}_line" if bar < max(1, level) else "press"
            painting.rounded(p, bar * 28, (self.height() - 4) / 2, 25, 4, 2, fill)
        painting.text(p, 120, 0, self.width() - 120, self.height(), words, "small", ink)
