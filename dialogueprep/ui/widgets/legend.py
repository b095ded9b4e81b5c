"""What the signs of the roster mean, at its foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.people import Role
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.roster_cells import dot, role_badge
from dialogueprep.words import tr

_SHOWN = (Role.CHAIR, Role.MODERATOR, Role.PRESENTER, Role.DISCUSSANT, Role.RAPPORTEUR)


class Legend(QWidget):
    """One line of 40 px; what does not fit is left out from the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.scaled(40))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def sizeHint(self) -> QSize:
        return QSize(300, theme.scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        hint = tr("Type a letter in a cell")
        for gap in (14, 9, 5):  # closer together where it is narrow, and then without the hint
            room = w - painting.width(hint, "small") - 32
            if self._wide(gap, roles_only=True) <= room:
                break
        else:
            room, hint = w - 8, ""
        x = 20.0
        for role in _SHOWN:
            words = tr(wording.role(role))
            if x + 26 + painting.width(words, "small") > room:
                break
            role_badge(p, x, (h - 20) / 2, frozenset({role}))
            x += 26
            x += painting.text(p, x, 0, 200, h, words, "small", "ink2") + gap
        for words, silent in _presences():
            if x + 14 + painting.width(words, "small") > room:
                break
            dot(p, x + 4, h / 2, silent=silent)
            x += 14
            x += painting.text(p, x, 0, 200, h, words, "small", "ink2") + gap
        painting.text(p, 0, 0, w - 16, h, hint, "small", "ink2", align="right")

    def _wide(self, gap: int, *, roles_only: bool) -> float:
        """Return how far the signs of all roles reach with so much room between them."""
        roles = sum(26 + painting.width(tr(wording.role(r)), "small") + gap for r in _SHOWN)
        return 20 + roles - gap
