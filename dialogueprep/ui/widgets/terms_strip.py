"""The terms under which the items of a dialogue are held, as badges with how many each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain.dialogue import AgendaItem, Terms
from dialogueprep.ui import badges, painting, theme
from dialogueprep.words import clauses, ntr

_GAP = 6


class TermsBadge(QWidget):
    """The terms of one item, or the strictest of several: icon and word."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self.terms = terms
        self.setAccessibleName(badges.terms_word(terms))
        self.setToolTip(badges.terms_word(terms))
        self.setFixedHeight(theme.scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        badges.terms_badge(QPainter(self), 0, 0, self.terms, h=theme.scaled(20))


class TermsStrip(QWidget):
    """Badges from the freest to the strictest terms; they wrap where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Terms, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Iterable[AgendaItem]) -> None:
        """Show the terms of the items at which something is said."""
        found = Counter(i.terms_in_force for i in items if i.kind.has_terms and not i.aside)
        self._counts = {terms: found[terms] for terms in Terms if found[terms]}
        said = [f"{badges.terms_word(t)}: {_items(n)}" for t, n in self._counts.items()]
        self.setAccessibleName(clauses(said))
        self.setToolTip("\n".join(said))
        self.setVisible(bool(self._counts))
        self.updateGeometry()
        self.update()

    @property
    def counts(self) -> dict[Terms, int]:
        """How many items have each of the terms."""
        return dict(self._counts)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lay_out(None, width))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(280))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(QPainter(self), self.width())

    def _lay_out(self, p: QPainter | None, width: float) -> float:
        """Paint the badges, or only measure them; return the height of all."""
        high, x, y = theme.scaled(20), 0.0, 0.0
        for terms, n in self._counts.items():
            word, count = badges.terms_word(terms, short=True), str(n)
            badge = painting.width(word, "label") + 30
            wide = badge + 5 + painting.width(count, "caption")
            if x and x + wide > width:
                x, y = 0.0, y + high + _GAP
            if p is not None:
                badges.terms_badge(p, x, y, terms, h=high)
                painting.text(p, x + badge + 5, y, 40, high, count, "caption", "ink3", elide=False)
            x += wide + 2 * _GAP
        return y + high if self._counts else 0


def _items(n: int) -> str:
    return ntr("{n} item", "{n} items", n)
