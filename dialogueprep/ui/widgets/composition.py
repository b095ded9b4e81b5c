"""The panel beside the roster: composition, attributions that hold, what is to settle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import DelegationId, ItemId
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models import composition as counted
from dialogueprep.ui.models.composition import Matter, Share, Tried
from dialogueprep.ui.models.roster_grid import RosterGrid, of_target
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import NumberField
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.words import tr

_NAME = 114
_WORDS = 50
_STEP = 23


class Composition(QFrame):
    """Shows a roster in counts. A target is changed where it stands."""

    target_wanted = Signal(object, object)
    """A delegation's id, and its target or None."""
    way_taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shares = _section()
        self._holds = _section()
        self._settle = _section()
        self._shown: dict[int, object] = {}
        inside = box(
            column(
                _padded(self._shares, (18, 14, 18, 14)),
                hairline(),
                _padded(self._holds, (18, 14, 18, 14)),
                hairline(),
                _padded(self._settle, (18, 14, 18, 18)),
                None,
                gap=0,
            )
        )
        self._area = scrolled(inside, "paper")
        self.setLayout(column((self._area, 1), gap=0))
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_grid(self, grid: RosterGrid, item: ItemId | None) -> None:
        """Show the counts of a roster, and the attributions at one item."""
        groups = (
            (tr("Delegation"), counted.by_delegation(grid)),
            (tr("Sector"), counted.by_sector(grid)),
            (tr("Gender"), counted.by_gender(grid)),
        )
        if self._is_news(self._shares, groups):
            self._show_shares(groups)
        self.show_item(grid, item)
        matters = counted.to_settle(grid)
        if self._is_news(self._settle, matters):
            self._show_matters(matters)

    def show_item(self, grid: RosterGrid, item: ItemId | None) -> None:
        """Show which attributions hold at an item."""
        column_ = grid.column(item)
        lines = counted.tried(grid, column_.item.id) if column_ else ()
        n = counted.speakers(grid, column_.item.id) if column_ else 0
        where = f"{column_.sign}  {column_.title}" if column_ else ""
        if self._is_news(self._holds, (lines, n, where, grid.dialogue.k)):
            self._show_tried(lines, n, where, grid)

    def focus_matters(self) -> None:
        """Show what is to settle, and put the keyboard on the first way out."""
        down = self._area.verticalScrollBar()
        down.setValue(down.maximum())
        for button in self.findChildren(Button):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _is_news(self, part: QVBoxLayout, value: object) -> bool:
        """Return whether a part shows something else so far."""
        if self._shown.get(id(part)) == value:
            return False
        self._shown[id(part)] = value
        return True

    def _focused_bar(self) -> DelegationId | None:
        """Return the delegation whose bar has the keyboard."""
        here = self.focusWidget()
        held = here if isinstance(here, BarRow) else here.parentWidget() if here else None
        return held.share.delegation if isinstance(held, BarRow) else None

    def _show_shares(self, groups: Sequence[tuple[str, Sequence[Share]]]) -> None:
        out, focused = self._shares, self._focused_bar()
        clear(out)
        aside = Label(tr("target and actual"), "small", "ink2")
        out.addLayout(row(Label(tr("Composition"), "head"), None, aside))
        for title, shares in groups:
            if not shares:
                continue
            most = max(8, *(max(s.n, s.target or 0) + 1 for s in shares))
            out.addSpacing(11)
            out.addWidget(Label(title, "label", "ink2"))
            out.addSpacing(2)
            for share in shares:
                bar = BarRow(share, most)
                bar.target_wanted.connect(partial(self.target_wanted.emit, share.delegation))
                out.addWidget(bar)
                if share.delegation and share.delegation == focused:
                    bar.show()
                    bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tried(self, lines: Sequence[Tried], n: int, where: str, grid: RosterGrid) -> None:
        out = self._holds
        clear(out)
        title = tr("Attribution that holds, k of {k}", k=grid.dialogue.k)
        out.addWidget(Label(title, "label", "ink2"))
        out.addSpacing(2)
        if not where:
            out.addWidget(Label(tr("Nothing is on the agenda yet."), "small", "ink3"))
            return
        out.addWidget(Label(where, "small", "ink2", elide=True))
        out.addSpacing(6)
        for line in lines:
            out.addWidget(TriedRow(line))
        out.addSpacing(4)
        said = tr("k counts likely speakers only: {n} here.", n=n)
        if n < counted.SMALL_ROOM:
            said = tr(
                "{n} likely speakers here: under {least}, at most a region is named.",
                n=n, least=counted.SMALL_ROOM,
            )  # fmt: skip
        out.addWidget(Paragraph(said, "small", "ink3"))

    def _show_matters(self, matters: Sequence[Matter]) -> None:
        out = self._settle
        clear(out)
        number = str(len(matters)) if matters else ""
        out.addLayout(row(Label(tr("To settle"), "label", "ink2"), None, Label(number, "caption")))
        if not matters:
            out.addSpacing(4)
            out.addWidget(Label(tr("Nothing"), "small", "ink3"))
        for matter in matters:
            out.addSpacing(10)
            out.addWidget(self._matter(matter))

    def _matter(self, matter: Matter) -> QWidget:
        name, ink = ("eye-off", "ink2") if matter.quiet else ("triangle-alert", "warn")
        sign = column(2, IconLabel(name, ink, 15), None, gap=0)
        links = Flow(gap=12)
        for way in matter.ways:
            links.add(Button(way.words, "link", on_click=partial(self.way_taken.emit, way)))
        words = column(Paragraph(matter.sentence, "small"), links, gap=3)
        whole = QWidget()
        whole.setLayout(row(sign, (words, 1), gap=9))
        return whole


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
        if share.delegation:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setToolTip(tr("Click the number to change the target"))

    def sizeHint(self) -> QSize:
        return QSize(200, theme.scaled(_STEP))

    def edit(self) -> None:
        """Ask for the target in place; 0 is none."""
        if self._field is not None or self.share.delegation is None:
            return
        field = self._field = _TargetField(0, 99)
        field.setParent(self)
        field.setAccessibleName(tr("Target for {name}", name=self.share.words))
        field.setValue(self.share.target or 0)
        field.setGeometry(self.width() - _WORDS + 4, 0, _WORDS - 4, self.height())
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
        painting.text(p, 0, 0, _NAME - 8, h, share.words, "small")
        room = w - _NAME - _WORDS
        y = (h - 8) / 2
        short = share.short
        painting.rounded(p, _NAME, y, room, 8, 1, "press")
        if share.n:
            fill = "warn_line" if short else "accent"
            painting.rounded(p, _NAME, y, room * share.n / self._most, 8, 1, fill)
        if share.target is not None:
            x = round(_NAME + room * share.target / self._most)
            p.fillRect(x - 1, int(y) - 3, 2, 14, painting.colour("ink"))
        ink = "warn" if short else "accent" if self._over else "ink2"
        words = of_target(share.n, share.target)
        painting.text(
            p, w - _WORDS, 0, _WORDS, h, words, "caption", ink, weight=600 if short else None,
            align="right", tabular=True,
        )  # fmt: skip
        if self.hasFocus():
            painting.focus_ring(p, 0, 1, w, h - 2, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - _WORDS:
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
        self._over = self.share.delegation is not None
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
        held = tr("holds") if tried.holds else tr("too few to hide among")
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
        number = tr("k {n}", n=tried.k)
        hue = "ok" if tried.holds else "block"
        painting.text(p, w - 40, 2, 40, line, number, "label", hue, align="right", tabular=True)


def _section() -> QVBoxLayout:
    return column(gap=0)


def _padded(inside: QVBoxLayout, margins: tuple[int, int, int, int]) -> QWidget:
    inside.setContentsMargins(*margins)
    holder = QWidget()
    holder.setLayout(inside)
    return holder
