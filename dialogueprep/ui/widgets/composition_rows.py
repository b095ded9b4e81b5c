"""The rows of the composition: shares as bars, attributions with their k."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.composition import Share, Tried
from dialogueprep.ui.models.roster_grid import of_target
from dialogueprep.ui.widgets.fields import NumberField
from dialogueprep.words import tr

_NAME, _WORDS = 114, 50  # scaled
_STEP = 23
PAD = 6
"""Room at both ends of a bar's row for the ring that says where the keyboard is."""


class _TargetField(NumberField):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # else the bar behind it opens the field again


class BarRow(QWidget):
    """A share as a bar with a tick for its target; the target is changed by a click or Enter."""

    target_wanted = Signal(object)

    def __init__(self, share: Share, most: int) -> None:
        super().__init__()
        self.share, self._most = share, most
        self._over = False
        self._field: _TargetField | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{share.words}, {of_target(share.n, share.target)}")
        if share.dimension:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setToolTip(tr("Click the number to change the target"))

    def sizeHint(self) -> QSize:
        return QSize(200, theme.scaled(_STEP))

    def edit(self) -> None:
        """Ask for the target in place; 0 is none."""
        if self._field is not None or self.share.dimension is None:
            return
        field = self._field = _TargetField(0, 99)
        field.setParent(self)
        field.setAccessibleName(tr("Target for {name}", name=self.share.words))
        field.setValue(self.share.target or 0)
        words = theme.scaled(_WORDS)
        field.setGeometry(self.width() - PAD - words + 4, 0, words + 2, self.height())
        field.setStyleSheet("min-height: 0; max-height: 40px; padding: 0;")
        field.editingFinished.connect(self._take)
        field.show()
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self._field is None:
            return
        field, self._field = self._field, None
        wanted = field.value() or None
        field.hide()
        field.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if wanted != self.share.target:
            self.target_wanted.emit(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h, share = self.width(), self.height(), self.share
        name, wide = theme.scaled(_NAME), theme.scaled(_WORDS)
        painting.text(p, PAD, 0, name - 8, h, share.words, "small")
        left, right = PAD + name, w - PAD
        room = right - left - wide
        y = (h - 8) / 2
        short = share.short
        painting.rounded(p, left, y, room, 8, 1, "press")
        if share.n:
            fill = "warn_line" if short else "accent"
            painting.rounded(p, left, y, room * share.n / self._most, 8, 1, fill)
        if share.target is not None:
            x = round(left + room * share.target / self._most)
            p.fillRect(x - 1, int(y) - 3, 2, 14, painting.colour("ink"))
        ink = "warn" if short else "accent" if self._over else "ink2"
        words = of_target(share.n, share.target)
        painting.text(
            p, right - wide, 0, wide, h, words, "caption", ink, weight=600 if short else None,
            align="right", tabular=True,
        )  # fmt: skip
        if self.hasFocus():
            painting.focus_ring(p, 0, 1, w, h - 2, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - PAD - theme.scaled(_WORDS):
            self.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        elif event.key() == Qt.Key.Key_Escape and self._field is not None:
            self._field.setValue(self.share.target or 0)
            self._take()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = self.share.dimension is not None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()


class TriedRow(QWidget):
    """An attribution: whether it holds, its words, its k."""

    def __init__(self, tried: Tried) -> None:
        super().__init__()
        self.tried = tried
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        held = tr("holds") if tried.holds else tried.why or tr("too few to hide among")
        self.setAccessibleName(f"{tried.words}, k {tried.k}, {held}")
        self.setToolTip(tried.words if tried.holds else f"{tried.words}\n{held}")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = painting.paragraph_height(width - 68, self.tried.words, "small")
        return words + theme.scaled(4)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.scaled(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, tried, line = self.width(), self.tried, theme.line("small")
        name, sign, ink = (
            ("circle-check", "ok_line", "ink")
            if tried.holds
            else ("circle-x", "block_line", "ink2")
        )
        painting.icon(p, 0, 2 + (line - 15) / 2, name, sign, 15)
        painting.paragraph(p, 22, 2, w - 68, tried.words, "small", ink)
        number = "–" if tried.why else tr("k {n}", n=tried.k)
        hue = "ok" if tried.holds else "block"
        painting.text(p, w - 40, 2, 40, line, number, "label", hue, align="right", tabular=True)
