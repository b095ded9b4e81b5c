"""The panel beside the roster: composition, attributions that hold, what is to settle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import DelegationId, ItemId
from dialogueprep.ui.models import composition as counted
from dialogueprep.ui.models.composition import Matter, Share, Tried
from dialogueprep.ui.models.roster_grid import RosterGrid
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.composition_rows import PAD, BarRow, TriedRow
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.words import ntr, tr


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
                _padded(self._shares, (18 - PAD, 14, 18 - PAD, 14)),
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
        n = counted.counted(grid, column_.item.id) if column_ else 0
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
        heading = row(Label(tr("Composition"), "head"), None, aside, margins=(PAD, 0, PAD, 0))
        out.addLayout(heading)
        for title, shares in groups:
            if not shares:
                continue
            most = max(8, *(max(s.n, s.target or 0) + 1 for s in shares))
            out.addSpacing(11)
            out.addLayout(row(Label(title, "label", "ink2"), margins=(PAD, 0, 0, 0)))
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
            said = ntr(
                "{n} likely speaker here: under {least}, at most a region is named.",
                "{n} likely speakers here: under {least}, at most a region is named.",
                n, least=counted.SMALL_ROOM,
            )  # fmt: skip
        out.addWidget(Paragraph(said, "small", "ink3"))

    def _show_matters(self, matters: Sequence[Matter]) -> None:
        out = self._settle
        clear(out)
        wrong = sum(not matter.quiet for matter in matters)
        number = str(wrong) if wrong else ""
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


def _section() -> QVBoxLayout:
    return column(gap=0)


def _padded(inside: QVBoxLayout, margins: tuple[int, int, int, int]) -> QWidget:
    inside.setContentsMargins(*margins)
    holder = QWidget()
    holder.setLayout(inside)
    return holder
