"""The empty state: what will be here, and one to four ways to begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.widgets.buttons import EnterPresses
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row


@dataclass(frozen=True)
class Offer:
    """A way to begin: what it is called, what comes of it, and what it does."""

    words: str
    detail: str
    act: Callable[[], object]


class OfferButton(EnterPresses):
    """A card that is a button: number, words, second line, arrow."""

    def __init__(self, offer: Offer, key: str = "") -> None:
        super().__init__()
        self._offer, self._key = offer, key
        self.setText(offer.words)
        self.setAccessibleName(offer.words)
        self.setAccessibleDescription(offer.detail)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: offer.act())

    def sizeHint(self) -> QSize:
        return QSize(400, theme.scaled(54))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        hot = self.hasFocus() or self.underMouse()
        fill = "press" if self.isDown() else "sheet"
        painting.rounded(p, 0, 0, w, h, 7, fill, "hair_strong" if hot else "hair")
        left = 16
        if self._key:
            badges.key_cap(p, 14, (h - 18) / 2, self._key)
            left = 46
        top = (h - theme.scaled(40)) / 2
        room = w - left - 44
        painting.text(p, left, top, room, theme.scaled(20), self._offer.words, "strong")
        painting.text(
            p, left, top + theme.scaled(20), room, theme.scaled(20), self._offer.detail, "small",
            "ink2",
        )  # fmt: skip
        painting.icon(p, w - 34, (h - 16) / 2, "arrow-right", "accent" if hot else "ink2")
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h, 7)


class EmptyState(QWidget):
    """Centred words and offers; digits take an offer, Up and Down move among them."""

    def __init__(
        self,
        title: str,
        sentence: str = "",
        *offers: Offer,
        picture: QWidget | None = None,
        link: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._buttons = [
            OfferButton(offer, str(n) if len(offers) > 1 else "")
            for n, offer in enumerate(offers, 1)
        ]
        centre = Qt.AlignmentFlag.AlignHCenter
        inside = column(gap=0)
        for widget, after in self._parts(title, sentence, picture, link):
            inside.addWidget(widget, 0, centre)
            inside.addSpacing(after)
        self.setLayout(
            column(None, row(None, inside, None), (column(), 1), None, margins=(24, 24, 24, 24))
        )

    def _parts(
        self, title: str, sentence: str, picture: QWidget | None, link: QWidget | None
    ) -> list[tuple[QWidget, int]]:
        parts: list[tuple[QWidget, int]] = []
        if picture:
            parts.append((picture, 28))
        parts.append((Label(title, "title"), 6))
        if sentence:
            words = Label(sentence, "body", "ink2", wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setFixedWidth(430)
            parts.append((words, 22))
        parts += [(button, 8) for button in self._buttons]
        if link:
            parts += [(link, 0)]
        return parts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if 0 < number <= len(self._buttons):
            self._buttons[number - 1].click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the keyboard on the first offer."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
