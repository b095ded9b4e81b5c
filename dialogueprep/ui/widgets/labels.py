"""Labels with a role of text, and a label of keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dialogueprep.domain.texts import Language, language_of
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.theme import Role
from dialogueprep.ui.widgets.layout import restyle


class Label(QLabel):
    """Text in a role; one line keeps the role's height whatever script it holds."""

    def __init__(
        self,
        words: str = "",
        role: Role = "body",
        ink: str = "",
        *,
        wrap: bool = False,
        language: Language | None = None,
        elide: bool = False,
    ) -> None:
        super().__init__()
        self._role: Role = role
        self._language: Language | None = language
        self._elide = elide
        self.setProperty("t", role)
        if ink:
            self.setProperty("ink", ink)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show these words in the Han forms of their language."""
        told: Language = self._language or language_of(words, theme.window_language())
        wanted = theme.families(told)
        if self.font().families() != wanted:
            font = self.font()
            font.setFamilies(wanted)
            self.setFont(font)
        super().setText(words)

    def show_in(self, language: Language | None, words: str) -> None:
        """Show these words in the Han forms of a language that is known."""
        self._language = language
        self.setText(words)

    def set_ink(self, ink: str) -> None:
        """Change the colour to another token."""
        self.setProperty("ink", ink)
        restyle(self)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.wordWrap() or "\n" in self.text():
            return hint
        return QSize(hint.width() + 1, theme.line(self._role))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap() or "\n" in self.text():
            return hint
        return QSize(0 if self._elide else hint.width(), theme.line(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        p = QPainter(self)
        words, rect = self.text(), self.contentsRect()
        ink = self.palette().color(self.foregroundRole())
        align = "right" if self.alignment() & Qt.AlignmentFlag.AlignRight else "left"
        painting.text(
            p, rect.x(), rect.y(), rect.width(), rect.height(), words, self._role, ink, align=align
        )
        fits = painting.width(words, self._role) <= rect.width() + 1
        self.setToolTip("" if fits else words)


class Paragraph(QWidget):
    """Wrapped text with the role's fixed line height, and marks in it; not to be edited."""

    spoken_role: ClassVar = QAccessible.Role.StaticText

    def __init__(
        self,
        words: str = "",
        role: Role = "body",
        ink: str = "ink",
        *,
        max_lines: int = 99,
        marks: Sequence[painting.Mark] = (),
        weight: int | None = None,
    ) -> None:
        super().__init__()
        self._words, self._ink = words, ink
        self._most, self._marks, self._weight = max_lines, tuple(marks), weight
        self._role: Role = role
        self._heights: dict[tuple[int, int], int] = {}
        """How high it is in a width, in a height of lines; layouts ask for it again and again."""
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, words: str, marks: Sequence[painting.Mark] = ()) -> None:
        """Show other words."""
        self._words, self._marks = words, tuple(marks)
        self._heights.clear()
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: str) -> None:
        """Change the colour to another token."""
        self._ink = ink
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        asked = width, theme.line(self._role)
        if asked not in self._heights:
            self._heights[asked] = self._paint(None, width)
        return self._heights[asked]

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme.line(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(QPainter(self), self.width())

    def _paint(self, p: QPainter | None, width: int) -> int:
        return painting.paragraph(
            p, 0, 0, width, self._words, self._role, self._ink,
            max_lines=self._most, marks=self._marks, weight=self._weight,
        )  # fmt: skip


class KeyLabel(QWidget):
    """The keys of a combination, drawn as caps."""

    def __init__(self, combination: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combination = combination
        self.setAccessibleName(combination)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(badges.keys_width(self._combination), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        badges.keys(QPainter(self), 0, 0, self._combination)


class IconLabel(QWidget):
    """An icon that stands beside words; it is not read aloud unless it has a name."""

    def __init__(self, name: str, ink: str = "ink2", size: int = 16, spoken: str = "") -> None:
        super().__init__()
        self._name, self._ink, self._size = name, ink, size
        self.setFixedSize(size, size)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def show_icon(self, name: str, ink: str) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.icon(QPainter(self), 0, 0, self._name, self._ink, self._size)
