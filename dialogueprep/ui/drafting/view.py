"""The window of the drafting view, for a second screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.ui import icons, painting
from dialogueprep.ui.chair import large
from dialogueprep.ui.drafting.claim import Claim
from dialogueprep.ui.drafting.sheet import DraftClaim, DraftColumn, DraftSheet
from dialogueprep.ui.second_screen import show_for_the_room
from dialogueprep.ui.widgets.layout import column, row, scrolled
from dialogueprep.words import tr

KEYS = (
    ("F11", "whole screen"), ("Ctrl+Shift+D", "back"), ("Ctrl+Down", "next heading"),
    ("Ctrl+Up", "heading before"), ("Ctrl++", "larger"), ("Ctrl+=", "larger"),
    ("Ctrl+-", "smaller"), ("F1", "keys"), ("Ctrl+Z", "undo"),
)  # fmt: skip
_USUAL = 860  # px of height at which letters have their usual size
_LETTERS = 29  # px
_LEAST, _MOST, _STEP = 0.6, 2.2, 1.12
_WIDEST = 38  # a line is not longer than so many letters' heights


class Heading(QWidget):
    """The name of a column in large letters, over a line."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._px = words, 24.0
        self.setAccessibleName(words)

    def fit_letters(self, px: float) -> None:
        """Set it in letters of this size."""
        self._px = px
        self.setFixedHeight(round(px * 2.1))

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._px * 2.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        large.line(p, 0, self._px * 0.4, self.width(), self._words, self._px, "ink2", weight=600)
        painting.hairline(p, 0, self.height() - 1, self.width(), "hair_strong")


class _Strip(QWidget):
    """A quiet line over or under the claims: words at the left and at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._left = self._right = ""
        self._px = 16.0

    def show_words(self, left: str, right: str) -> None:
        self._left, self._right = left, right
        self.update()

    def fit_letters(self, px: float) -> None:
        self._px = px
        self.setFixedHeight(round(px * 2.8))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, y = QPainter(self), self._px * 0.7
        room = large.width(self._right, self._px)
        large.line(p, 0, y, self.width() - room - 40, self._left, self._px, "ink2")
        large.line(p, 0, y, self.width(), self._right, self._px, "ink3", right=True)


class DraftingView(QWidget):
    """Shows a `DraftSheet`: claims only. What is written goes out by ``written``."""

    written = Signal(str, str)
    """A claim's id and its new words."""
    back_wanted = Signal()
    keys_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Drafting view"))
        self.setWindowIcon(icons.icon("presentation", "accent"))
        self.setMinimumSize(640, 420)
        self._sheet = DraftSheet()
        self._zoom = 1.0
        self._current = ""
        self._claims: dict[str, Claim] = {}
        self._headings: list[Heading] = []
        self._head, self._foot, self._none = _Strip(), _Strip(), Heading(tr("No findings yet"))
        self._inside = QVBoxLayout()
        self._inside.setSpacing(6)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._page = QWidget()
        self._page.setLayout(column(self._inside, None, gap=0))
        self._area = scrolled(_across(self._page), "paper")
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self._area.verticalScrollBar().sizeHint().width()
        head, foot = _across(self._head, bar), _across(self._foot, bar)
        self.setLayout(column(head, (self._area, 1), foot, gap=0))
        self._connect()

    @property
    def sheet(self) -> DraftSheet:
        """What is shown."""
        return self._sheet

    @property
    def current(self) -> Claim | None:
        """The claim that is looked at, None without any."""
        return self._claims.get(self._current)

    def claim(self, claim: str) -> Claim | None:
        """Return a claim on the screen, None if it is not there."""
        return self._claims.get(claim)

    def show_sheet(self, sheet: DraftSheet) -> None:
        """Show this; the claim that is looked at stays, and so does what is being typed."""
        if sheet == self._sheet and self._inside.count():
            return
        self._sheet = sheet
        self._show_claims()
        ids = [claim.id for claim in sheet.claims]
        if self._current not in ids:
            self._current = ids[0] if ids else ""
        self._head.show_words(sheet.title, sheet.stage)
        self._mark()
        self._fit_letters()

    def forget(self) -> None:
        """Forget what is shown, as when the workspace is locked."""
        self.show_sheet(DraftSheet())

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        for claim in list(self._claims.values()):
            claim.field.flush()

    def open_on(self, screens: list[QScreen], main: QScreen | None) -> None:
        """Show the window, on a second screen if there is one."""
        show_for_the_room(self, screens, main)
        self.begin()

    def begin(self) -> None:
        """Put the keyboard on the claim that is looked at."""
        self.activateWindow()
        self._take_keyboard()

    def step(self, by: int) -> None:
        """Go to the claim before (-1) or after (1)."""
        ids = [claim.id for claim in self._sheet.claims]
        if ids:
            at = ids.index(self._current) + by if self._current in ids else 0
            self.choose(ids[max(0, min(len(ids) - 1, at))])

    def step_heading(self, by: int) -> None:
        """Go to the first claim under the heading before (-1) or after (1)."""
        firsts = [c.claims[0].id for c in self._sheet.columns if c.claims]
        here = next(
            (n for n, c in enumerate(filter(_filled, self._sheet.columns))
             if self._current in {claim.id for claim in c.claims}), 0,
        )  # fmt: skip
        if firsts:
            self.choose(firsts[max(0, min(len(firsts) - 1, here + by))])

    def choose(self, claim: str) -> None:
        """Look at a claim."""
        self._current = claim
        self._mark()
        self._take_keyboard()

    def zoom(self, by: float) -> None:
        """Make the letters larger or smaller by a factor."""
        self._zoom = max(_LEAST, min(_MOST, self._zoom * by))
        self._fit_letters()

    def toggle_whole_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_letters()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)
        self.back_wanted.emit()

    # inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "whole screen": self.toggle_whole_screen,
            "back": self.back_wanted.emit,
            "next heading": partial(self.step_heading, 1),
            "heading before": partial(self.step_heading, -1),
            "larger": partial(self.zoom, _STEP),
            "smaller": partial(self.zoom, 1 / _STEP),
            "keys": self.keys_wanted.emit,
            "undo": self._undo,
        }
        for keys, verb in KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(acts[verb])

    def _undo(self) -> None:
        """Undo what is being typed, else what was done last."""
        claim = self.current
        if claim is not None and claim.field.writing and claim.field.document().isUndoAvailable():
            claim.field.undo()
        else:
            self.undo_wanted.emit()

    def _show_claims(self) -> None:
        while self._inside.count():
            self._inside.takeAt(0)
        for old in self._headings:
            old.deleteLater()
        wanted = {claim.id for claim in self._sheet.claims}
        for gone in [each for each in self._claims if each not in wanted]:
            self._claims.pop(gone).deleteLater()
        self._headings = []
        number = 0
        for each in filter(_filled, self._sheet.columns):
            heading = Heading(each.heading)
            self._headings.append(heading)
            self._inside.addWidget(heading)
            for claim in each.claims:
                number += 1
                self._inside.addWidget(self._claim(number, claim))
        self._inside.addWidget(self._none)
        self._none.setVisible(not wanted)

    def _claim(self, number: int, claim: DraftClaim) -> Claim:
        widget = self._claims.get(claim.id)
        if widget is None:
            widget = self._claims[claim.id] = Claim(claim)
            field = widget.field
            field.written.connect(partial(self.written.emit, claim.id))
            field.stepped.connect(self.step)
            field.wanted.connect(partial(self._on_wanted, claim.id))
            field.closed.connect(self._leave_whole_screen)
        widget.show_claim(number, claim, editable=self._sheet.editable)
        return widget

    def _on_wanted(self, claim: str) -> None:
        self._current = claim
        self._mark()

    def _mark(self) -> None:
        for each in self._claims.values():
            each.set_current(each.id == self._current)
        keys = tr("Down next, Enter edit, Ctrl+plus larger, F1 keys")
        ids = [claim.id for claim in self._sheet.claims]
        place = ""
        if self._current in ids:
            place = tr("{n} of {all}", n=ids.index(self._current) + 1, all=len(ids))
        self._foot.show_words(place, keys)
        QTimer.singleShot(0, self, self._see)

    def _see(self) -> None:
        """Bring the current claim into sight, its heading with it if it is the first."""
        claim = self.current
        if claim is None:
            return
        above = self._inside.itemAt(self._inside.indexOf(claim) - 1)
        heading = above.widget() if above is not None else None
        if isinstance(heading, Heading):
            self._area.ensureWidgetVisible(heading, 0, 0)
        self._area.ensureWidgetVisible(claim, 0, 24)

    def _take_keyboard(self) -> None:
        if (claim := self.current) is not None:
            claim.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_letters(self) -> None:
        unit = max(0.7, min(self.height() / _USUAL, self.width() / 980)) * self._zoom
        px = _LETTERS * unit
        for claim in self._claims.values():
            claim.fit_letters(px)
        for heading in (*self._headings, self._none):
            heading.fit_letters(px * 0.8)
        for strip in (self._head, self._foot):
            strip.fit_letters(max(13, px * 0.55))
        for part in (self._page, self._head, self._foot):
            part.setMaximumWidth(round(px * _WIDEST))
        QTimer.singleShot(0, self, self._see)

    def _leave_whole_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()


def _across(inside: QWidget, right: int = 0) -> QWidget:
    """Return a part in the middle of the window, with more room at its right."""
    across = QWidget()
    across.setLayout(row(None, (inside, 100), None, gap=0, margins=(40, 0, 40 + right, 0)))
    return across


def _filled(each: DraftColumn) -> bool:
    return bool(each.claims)
