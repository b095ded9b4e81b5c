"""The navigation at the left: pages of the workspace, the open dialogue, its pages, the foot.

Wide it shows icons, words and counts; as a rail it shows icons with tooltips.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dialogueprep.ui import badges, icons, painting, theme
from dialogueprep.ui.page import Count
from dialogueprep.ui.places import PLACES, Place
from dialogueprep.ui.theme import font_px
from dialogueprep.ui.widgets.buttons import EnterPresses
from dialogueprep.words import number, tr

WIDE, RAIL = 208, 52
RAIL_UNDER = 1100
"""Under this width of the window, in px, it is a rail; larger with large letters."""


class _Part(EnterPresses):
    """Something in the navigation that can be clicked."""

    high = 32

    def __init__(self, words: str) -> None:
        super().__init__()
        self.rail = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(RAIL, theme.scaled(self.high))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paint_ring(self, p: QPainter) -> None:
        """Paint the focus ring when the keyboard is here."""
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, self.width(), self.height())


class PlaceButton(_Part):
    """A page: icon, name, count; the current one lies on a sheet with a bar."""

    def __init__(self, place: Place, keys: str) -> None:
        super().__init__(tr(place.title))
        self.place = place
        self._keys = keys
        self._count: Count | None = None
        self.setCheckable(True)
        self.setToolTip(f"{tr(place.title)} ({keys})")

    def show_count(self, count: Count | None) -> None:
        """Show a count, a problem, that it runs, or nothing."""
        if count != self._count:
            self._count = count
            self.setAccessibleDescription(_spoken(count))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        if self.isChecked():
            painting.rounded(p, 0, 0, w, h, 5, "sheet", "hair_strong")
            painting.rounded(p, 0, 7, 3, h - 14, 1.5, "accent")
        elif self.underMouse():
            painting.rounded(p, 0, 0, w, h, 5, "hover" if theme.colours().dark else "press")
        ink = "accent" if self.isChecked() else "ink2"
        painting.icon(p, 12 if not self.rail else (w - 16) / 2, (h - 16) / 2, self.place.icon, ink)
        if self.rail:
            self._paint_dot(p, w)
        else:
            room = w - 38 - self._paint_count(p, w, h)
            role = "strong" if self.isChecked() else "body"
            ink = "ink" if self.isChecked() else "ink2"
            painting.text(p, 38, 0, room, h - 0.5, self.text(), role, ink)
        self.paint_ring(p)

    def _paint_count(self, p: QPainter, w: int, h: int) -> int:
        count = self._count
        if count is None:
            return 8
        if count.level == "now":
            wide = max(38.0, painting.width(tr("Now"), "label") + 14)
            badges.now_pill(p, w - wide - 11, (h - 16) / 2)
            return round(wide) + 18
        if not count.number:
            return 8
        words, right = number(count.number), w - 11
        if count.level == "plain":
            painting.text(
                p,
                0,
                0,
                right,
                h,
                words,
                "caption",
                "ink3",
                align="right",
                tabular=True,
                elide=False,
            )
            return 44
        sign = "triangle-alert" if count.level == "warn" else "octagon-x"
        painting.text(
            p, 0, 0, right, h, words, "label", count.level, align="right", tabular=True, elide=False
        )
        left = right - painting.width(words, "label") - 23
        painting.icon(p, left, (h - 13) / 2, sign, f"{count.level}_line", 13)
        return round(w - left) + 4

    def _paint_dot(self, p: QPainter, w: int) -> None:
        if self._count and self._count.level in ("warn", "block") and self._count.number:
            sign = "triangle-alert" if self._count.level == "warn" else "octagon-x"
            painting.icon(p, w - 15, 3, sign, f"{self._count.level}_line", 11)


def _spoken(count: Count | None) -> str:
    if count is None:
        return ""
    if count.spoken:
        return count.spoken
    if count.level == "now":
        return tr("Now")
    return str(count.number) if count.number else ""


class DialogueButton(_Part):
    """The open dialogue: name, dates and phase; a click lists the others."""

    high = 46

    def __init__(self) -> None:
        super().__init__("")
        self._name, self._facts = "", ""

    def show_dialogue(self, name: str, facts: str) -> None:
        """Show this dialogue."""
        self._name, self._facts = name, facts
        self.setText(name)
        self.setAccessibleName(tr("Dialogue {name}", name=name))
        self.setAccessibleDescription(facts)
        self.setToolTip(f"{name}\n{facts}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        if self.underMouse() or self.isDown():
            painting.rounded(p, 0, 0, w, h, 5, "hover" if theme.colours().dark else "press")
        if self.rail:
            painting.icon(p, (w - 16) / 2, (h - 16) / 2, "messages-square", "ink2")
        else:
            top, line = 3, theme.scaled(18)
            painting.text(p, 12, top, w - 44, line, self._name, "strong")
            painting.icon(p, w - 27, top + 3, "chevron-down", "ink3", 14)
            facts = theme.scaled(19)
            painting.text(p, 12, top + facts, w - 20, line, self._facts, "caption", "ink3")
        self.paint_ring(p)


class _FootButton(_Part):
    """Settings and Lock: an icon, with its word where there is room."""

    def __init__(self, words: str, icon: str, tooltip: str, *, word: bool) -> None:
        super().__init__(words)
        self._icon, self._word = icon, word
        self.setToolTip(tooltip)
        if not word:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        if self.underMouse():
            painting.rounded(p, 0, 0, w, h, 5, "hover" if theme.colours().dark else "press")
        with_word = self._word and not self.rail
        x = 12 if with_word else (w - 16) / 2
        painting.icon(p, x, (h - 16) / 2, self._icon, "ink2")
        if with_word:
            painting.text(p, 38, 0, w - 44, h - 0.5, self.text(), "body", "ink2")
        self.paint_ring(p)


class _Quiet(QWidget):
    """Painted words or a line that do nothing."""

    def __init__(self, high: int, paint: Callable[[QPainter, int, int], None]) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedHeight(high)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(QPainter(self), self.width(), self.height())


class Navigation(QFrame):
    """Signals what the user wants; shows what it is told."""

    page_wanted = Signal(str)
    dialogue_wanted = Signal(object)
    settings_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Navigation"))
        self._rail = False
        self._beside = 2 * RAIL_UNDER
        self._choices: Sequence[tuple[object, str]] = ()
        self._places = {p.name: PlaceButton(p, f"Alt+{n}") for n, p in enumerate(PLACES, 1)}
        self._dialogue = DialogueButton()
        self._dialogue.clicked.connect(self._list_dialogues)
        self._settings = _FootButton(
            tr("Settings"), "settings", f"{tr('Settings')} (Ctrl+,)", word=True
        )
        self._lock = _FootButton(tr("Lock"), "lock", f"{tr('Lock')} (Ctrl+L)", word=False)
        self._settings.clicked.connect(self.settings_wanted)
        self._lock.clicked.connect(self.lock_wanted)
        self._line = _Quiet(23, self._paint_line)
        self._lay_out()
        self.set_rail(False)

    def show_current(self, name: str) -> None:
        """Mark the page that is shown."""
        for each, button in self._places.items():
            button.setChecked(each == name)

    def show_count(self, name: str, count: Count | None) -> None:
        """Show the count of a page."""
        self._places[name].show_count(count)

    def show_dialogue(self, name: str, facts: str, choices: Sequence[tuple[object, str]]) -> None:
        """Show the open dialogue (an empty name for none) and those to choose from."""
        self._choices = choices
        self._dialogue.show_dialogue(name, facts)
        parts = (self._line, self._dialogue)
        for part in (*parts, *(b for b in self._places.values() if b.place.of_dialogue)):
            part.setVisible(bool(name))

    def fit(self, window: int) -> None:
        """Become a rail in a window of this width if it is narrow for the letters, else wide."""
        self._beside = window
        if (rail := window < theme.room(RAIL_UNDER)) != self._rail:
            self.set_rail(rail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit(self._beside)

    def set_rail(self, rail: bool) -> None:
        """Become a rail of icons, or wide again."""
        self._rail = rail
        self.setFixedWidth(RAIL if rail else WIDE)
        for part in self.findChildren(_Part):
            part.rail = rail
            part.update()
        self._foot.setDirection(
            self._foot.Direction.TopToBottom if rail else self._foot.Direction.LeftToRight
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painting.upright(QPainter(self), self.width() - 1, 0, self.height())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 9, 8)
        layout.setSpacing(2)
        layout.addWidget(_Quiet(54, self._paint_brand))
        for button in self._places.values():
            button.clicked.connect(lambda _on=False, b=button: self._on_place(b))
            if button.place.name == "agenda":
                layout.addWidget(self._line)
                layout.addWidget(self._dialogue)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(_Quiet(36, self._paint_foot))
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(2)
        self._foot.addWidget(self._settings, 1)
        self._foot.addWidget(self._lock)
        layout.addLayout(self._foot)

    def _on_place(self, button: PlaceButton) -> None:
        button.setChecked(True)
        self.page_wanted.emit(button.place.name)

    def _list_dialogues(self) -> None:
        menu = QMenu(self)
        for dialogue, words in self._choices:
            action = menu.addAction(words)
            if words == self._dialogue.text():
                action.setIcon(icons.icon("check", "accent"))
            action.triggered.connect(lambda _on=False, d=dialogue: self.dialogue_wanted.emit(d))
        menu.popup(self._dialogue.mapToGlobal(QPoint(0, self._dialogue.height() + 2)))

    def _paint_brand(self, p: QPainter, w: int, h: int) -> None:
        if self._rail:
            painting.icon(p, (w - 18) / 2, 16, "messages-square", "accent", 18)
            return
        painting.icon(p, 10, 16, "messages-square", "accent", 18)
        p.setFont(font_px(theme.scaled(15), 600, "en"))
        p.setPen(painting.colour("ink"))
        metrics = theme.metrics(p.font())
        p.drawText(36, round(12 + (26 + metrics.ascent() - metrics.descent()) / 2), "DialoguePrep")

    def _paint_line(self, p: QPainter, w: int, h: int) -> None:
        inset = 4 if self._rail else 12
        painting.hairline(p, inset, 14, w - 2 * inset, "hair_strong")

    def _paint_foot(self, p: QPainter, w: int, h: int) -> None:
        inset = 4 if self._rail else 12
        painting.hairline(p, inset, 0, w - 2 * inset, "hair_strong")
        if self._rail:
            painting.icon(p, (w - 14) / 2, 13, "lock-keyhole", "ink3", 14)
            return
        painting.icon(p, 12, 13, "lock-keyhole", "ink3", 14)
        painting.text(p, 34, 9, w - 40, 22, tr("Encrypted, offline"), "caption", "ink3")
