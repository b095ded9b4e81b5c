"""An agenda without items: a blank day, and frames to begin from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import ItemKind
from dialogueprep.domain.templates import AgendaTemplate, TemplateItem
from dialogueprep.ui import painting, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.labels import KeyLabel
from dialogueprep.ui.widgets.layout import box, row
from dialogueprep.words import ntr, tr

EVENING = 17 * 60
SUGGEST_KEYS = "Ctrl+Shift+T"


class NoItems(QWidget):
    """The shipped templates as frames 1 to 4, and links that add one item or suggest topics."""

    def __init__(
        self,
        templates: Sequence[AgendaTemplate],
        use: Callable[[int], object],
        add: Callable[[], object],
        suggest: Callable[[], object],
        more: Callable[[], object],
    ) -> None:
        super().__init__()
        language = theme.window_language()
        offers = [
            Offer(t.titles.best(language), in_short(t), partial(use, number))
            for number, t in enumerate(templates)
        ]
        self._day = _BlankDay()
        one = Button(tr("Type the programme"), "link", on_click=add)
        some = Button(tr("Suggest topics"), "link", on_click=suggest)
        yours = Button(tr("All templates"), "link", on_click=more)
        ways = (one, KeyLabel("Ctrl+N"), 16, some, KeyLabel(SUGGEST_KEYS), 16, yours)
        self._state = EmptyState(
            tr("No items yet"),
            tr("Start from a frame and put topics into it, or type or paste the programme."),
            *offers,
            picture=self._day,
            link=box(row(*ways, gap=10, margins=(0, 10, 0, 0))),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._state)

    def begin(self) -> None:
        """Put the keyboard on the first frame."""
        self._state.begin()

    def holds(self, at: QPoint) -> bool:
        """Return whether a place on the screen lies here."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))

    def show_hot(self, on: bool) -> None:
        """Show that a topic can be let go here."""
        self._day.hot = on
        self._day.update()


def in_short(template: AgendaTemplate) -> str:
    """Return what a frame holds: days, sessions, and whether groups meet in parallel."""
    sessions = {(i.day, n) for n, i in enumerate(template.items) if i.kind.numbered and i.lane < 2}
    said = [
        ntr("{n} day", "{n} days", template.days),
        ntr("{n} session", "{n} sessions", len(sessions)),
    ]
    if any(i.lane for i in template.items):
        said.append(tr("groups in parallel"))
    said += [tr("dinner")] if any(_evening(i) for i in template.items) else []
    return "  ·  ".join(said)


def _evening(item: TemplateItem) -> bool:
    return item.kind is ItemKind.MEAL and (item.anchor or 0) >= EVENING


class _BlankDay(QWidget):
    """A day drawn with hairlines: it says where things will be."""

    def __init__(self) -> None:
        super().__init__()
        self.hot = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(420, 118)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        for line in range(4):
            y = 8 + line * 34
            hour = clock(540 + line * 60)
            painting.text(p, 0, y - 8, 34, 16, hour, "caption", "ink3", align="right", elide=False)
            painting.hairline(p, 42, y, 360)
        fill, ink = ("accent_soft", "accent") if self.hot else ("paper", "hair_strong")
        painting.rounded(p, 50, 13, 344, 58, 4, fill, ink, 1.2, dashed=True)
        words = tr("Drop a topic here, or press Enter on it")
        painting.text(p, 54, 13, 336, 58, words, "small", "ink3", align="centre")
        painting.rounded(p, 50, 81, 344, 24, 4, "paper", "hair_strong", 1.2, dashed=True)
