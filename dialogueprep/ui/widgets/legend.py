"""What the signs of the roster mean, at its foot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.people import Role
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.roster_cells import dot, role_badge
from dialogueprep.words import clauses, tr

SHOWN = (Role.CHAIR, Role.MODERATOR, Role.PRESENTER, Role.DISCUSSANT, Role.RAPPORTEUR,
         Role.INTERPRETER, Role.STAFF)  # fmt: skip
_GAPS = (14, 9, 6)


class Legend(QWidget):
    """One line of 40 px; where it is narrow, signs stand closer and the hint gives way to them."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.scaled(40))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(clauses(words for words, _sign, _wide in _signs()))
        self.setToolTip(_hint())

    def sizeHint(self) -> QSize:
        return QSize(300, theme.scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        gap, hinted = self.layout_for(w)
        x, room = 20.0, w - (_hint_width() if hinted else 8)
        for words, sign, wide in _signs():
            if x + wide + painting.width(words, "small") > room:
                break
            sign(p, x, h)
            x += wide
            x += painting.text(p, x, 0, 200, h, words, "small", "ink2", elide=False) + gap
        if hinted:
            painting.text(p, 0, 0, w - 16, h, _hint(), "small", "ink2", align="right")

    def layout_for(self, width: int) -> tuple[int, bool]:
        """Return how far signs stand apart at a width, and whether there is room for the hint."""
        ways = [(gap, hinted) for hinted in (True, False) for gap in _GAPS]
        for gap, hinted in ways:
            if reach(gap) <= width - (_hint_width() if hinted else 8):
                return gap, hinted
        return ways[-1]


def _hint() -> str:
    return tr("Type a letter in a cell")


def _hint_width() -> float:
    return painting.width(_hint(), "small") + 32


def reach(gap: int) -> float:
    """Return how far all signs reach with so much room between them."""
    signs = _signs()
    return 20 - gap + sum(wide + painting.width(words, "small") + gap for words, _, wide in signs)


def _signs():
    """Return the words, the painter of its sign, and how wide that is, for each sign."""
    roles = [(tr(wording.role(role)), partial(_role, role), 26) for role in SHOWN]
    presences = ((tr("attends"), False), (tr("listens only"), True))
    return [*roles, *((words, partial(_presence, silent), 14) for words, silent in presences)]


def _role(role: Role, p: QPainter, x: float, h: int) -> None:
    role_badge(p, x, (h - 20) / 2, frozenset({role}))


def _presence(silent: bool, p: QPainter, x: float, h: int) -> None:
    dot(p, x + 4, h / 2, silent=silent)
