"""The panel beside the roster: composition, attributions that hold, what is to settle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import ItemId, Terms
from dialogueprep.domain.identity.roster import SMALL_ROOM
from dialogueprep.domain.targets import Dimension, Target
from dialogueprep.ui import dates
from dialogueprep.ui.models import composition as counted
from dialogueprep.ui.models.composition import Matter, Share, Tried
from dialogueprep.ui.models.roster_grid import RosterGrid
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Segments
from dialogueprep.ui.widgets.composition_rows import PAD, BarRow, TriedRow
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.terms_strip import TermsBadge
from dialogueprep.words import later, ntr, tr

Place = tuple[Dimension | None, str]
_SOON = 60  # milliseconds that the keyboard rests before an item is counted
_TITLES = {
    Dimension.DELEGATION: later("Delegation"),
    Dimension.SECTOR: later("Sector"),
    Dimension.BROAD: later("Groups of sectors"),
    Dimension.GENDER: later("Gender"),
    Dimension.SENIORITY: later("Seniority"),
}
_DIMENSIONS = (Dimension.DELEGATION, Dimension.SECTOR, Dimension.GENDER, Dimension.SENIORITY)


class Composition(QFrame):
    """Shows a roster in counts. A target is changed where it stands."""

    target_wanted = Signal(object)
    """A Target; 0 wanted is none."""
    way_taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shares = _section()
        self._holds = _section()
        self._settle = _section()
        self._shown: dict[int, object] = {}
        self._grid: RosterGrid | None = None
        self._item: ItemId | None = None
        self._to_edit: tuple[Dimension, str] | None = None
        self.invited = CheckBox(tr("Count the invited too"))
        self.invited.toggled.connect(lambda _on: self._show_again())
        fine = [(Dimension.SECTOR, tr("Sectors")), (Dimension.BROAD, tr("Groups"))]
        self.sectors = Segments(fine, Dimension.SECTOR, name=tr("Sectors, or larger groups"))
        self.sectors.chosen.connect(lambda _value: self._show_again())
        spans = [(False, tr("This item")), (True, tr("Whole day"))]
        self.span = Segments(spans, False, name=tr("Attributions at"))
        self.span.chosen.connect(lambda _value: self._show_item_again())
        self._every = False
        self.ways: list[Button] = []
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show_item_again)
        inside = box(
            column(
                _padded(self._shares, (18 - PAD, 14, 18 - PAD, 4)),
                row(self.sectors, None, margins=(18, 4, 18, 0)),
                row(self.invited, None, margins=(18, 6, 18, 12)),
                hairline(),
                row(self.span, None, margins=(18, 12, 18, 0)),
                _padded(self._holds, (18, 8, 18, 14)),
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
        self._grid, self._item = grid, item
        people = counted.counted_people(grid, invited=self.invited.isChecked())
        dimensions = [self.sectors.value if d is Dimension.SECTOR else d for d in _DIMENSIONS]
        groups = tuple((_TITLES[d], counted.shares(grid, d, people)) for d in dimensions)
        said = counted.gaps(grid, people)
        if self._is_news(self._shares, (groups, said, self._to_edit)):
            self._show_shares(groups, said)
        if grid.large:
            self._soon.start()
        else:
            self._show_item_again()

    def show_matters(self, grid: RosterGrid) -> None:
        """Show what is to settle."""
        matters = counted.to_settle(grid)
        if self._is_news(self._settle, matters):
            self._show_matters(matters, counted.problems(grid))

    def show_item(self, grid: RosterGrid, item: ItemId | None) -> None:
        """Show which attributions hold at an item, a moment after the last call."""
        if (grid, item) != (self._grid, self._item):
            self._grid, self._item = grid, item
            self._soon.start()

    def _show_again(self) -> None:
        if self._grid is not None:
            self.show_grid(self._grid, self._item)

    def _show_item_again(self) -> None:
        self._soon.stop()
        grid, column_ = self._grid, self._grid.column(self._item) if self._grid else None
        if grid is None or column_ is None:
            items, where, terms = (), "", Terms.RULE
        elif self.span.value:
            items = counted.items_of_day(grid, column_.item.id)
            where = dates.day(grid.dialogue.day(column_.item.day))
            terms = counted.strictest(grid, items)
        else:
            items, where = (column_.item.id,), f"{column_.sign}  {column_.title}"
            terms = column_.item.terms_in_force
        rooms = counted.tallies(grid, items) if grid else ()
        lines = counted.tried(grid, rooms, terms=terms, every=self._every) if grid else ()
        k, n = grid.dialogue.k if grid else 0, counted.fewest(rooms)
        if self._is_news(self._holds, (lines, n, where, k, terms, self._every)):
            self._show_tried(lines, n, where, k, terms)

    def focus_matters(self) -> None:
        """Show what is to settle, and put the keyboard on the first way out."""
        down = self._area.verticalScrollBar()
        down.setValue(down.maximum())
        if self.ways:
            self._area.ensureWidgetVisible(self.ways[0], 0, 60)
            self.ways[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _is_news(self, part: QVBoxLayout, value: object) -> bool:
        """Return whether a part shows something else so far."""
        if self._shown.get(id(part)) == value:
            return False
        self._shown[id(part)] = value
        return True

    def _focused_bar(self) -> Place | None:
        """Return what the bar with the keyboard counts."""
        here = self.focusWidget()
        held = here if isinstance(here, BarRow) else here.parentWidget() if here else None
        return (held.share.dimension, held.share.category) if isinstance(held, BarRow) else None

    def _show_shares(self, groups: Sequence[tuple[str, Sequence[Share]]], said: str) -> None:
        out, focused = self._shares, self._focused_bar()
        clear(out)
        aside = Label(tr("target and actual"), "small", "ink2")
        heading = row(Label(tr("Composition"), "head"), None, aside, margins=(PAD, 0, PAD, 0))
        out.addLayout(heading)
        if said:
            out.addSpacing(6)
            out.addLayout(row((Paragraph(said, "small", "warn"), 1), margins=(PAD, 0, PAD, 0)))
        for title, shares in groups:
            if not shares:
                continue
            out.addSpacing(11)
            out.addLayout(row(Label(tr(title), "label", "ink2"), margins=(PAD, 0, 0, 0)))
            out.addSpacing(2)
            most = max(8, *(max(s.n, s.target or 0) + 1 for s in shares))
            for share in shares:
                self._add_bar(share, most, focused)
        out.addSpacing(6)
        self._add = Button(tr("Add a target"), "link", "plus", on_click=self._ask_category)
        out.addLayout(row(self._add, None, margins=(PAD, 0, 0, 0)))

    def _add_bar(
        self, share: Share, most: int, focused: tuple[Dimension | None, str] | None
    ) -> None:
        bar = BarRow(share, most)
        bar.target_wanted.connect(partial(self._want, share))
        self._shares.addWidget(bar)
        place = (share.dimension, share.category)
        if share.dimension and place in (focused, self._to_edit):
            bar.show()
            bar.setFocus(Qt.FocusReason.OtherFocusReason)
        if share.dimension and place == self._to_edit:
            self._to_edit = None
            QTimer.singleShot(0, bar, bar.edit)

    def _want(self, share: Share, wanted: int | None) -> None:
        if share.dimension is not None:
            self.target_wanted.emit(Target(share.dimension, share.category, wanted or 0))

    def category_menu(self) -> QMenu:
        """Return the categories that have no bar yet, to set a target for one."""
        menu, grid = QMenu(self), self._grid
        bars = {(b.share.dimension, b.share.category) for b in self.findChildren(BarRow)}
        for dimension in Dimension if grid else ():
            part = QMenu(tr(_TITLES[dimension]), menu)
            for category, words in counted.named(grid, dimension).items() if grid else ():
                if (dimension, category) not in bars:
                    part.addAction(words, partial(self._begin_target, dimension, category))
            if part.actions():
                menu.addMenu(part)
        return menu

    def _begin_target(self, dimension: Dimension, category: str) -> None:
        self._to_edit = (dimension, category)
        if dimension in (Dimension.SECTOR, Dimension.BROAD):
            self.sectors.show_value(dimension)
        self.target_wanted.emit(Target(dimension, category, 1))

    def _ask_category(self) -> None:
        self.category_menu().exec(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _show_tried(self, lines: Sequence[Tried], n: int, where: str, k: int, terms: Terms) -> None:
        out = self._holds
        clear(out)
        title = tr("Attribution that holds, k of {k}", k=k)
        out.addWidget(Label(title, "label", "ink2"))
        out.addSpacing(2)
        if not where:
            out.addWidget(Label(tr("Nothing is on the agenda yet."), "small", "ink3"))
            return
        out.addWidget(Label(where, "small", "ink2", elide=True))
        out.addSpacing(4)
        self.terms = TermsBadge(terms)
        out.addWidget(self.terms)
        out.addSpacing(6)
        if terms is Terms.NO_NOTES:
            words = tr("Nothing is written down here, so that nothing is attributed.")
            out.addWidget(Paragraph(words, "small", "ink3"))
            return
        for line in lines:
            out.addWidget(TriedRow(line))
        out.addSpacing(4)
        words = tr("Only the most specific") if self._every else tr("All attributions")
        self.all_tried = Button(words, "link", on_click=self._show_every)
        out.addLayout(row(self.all_tried, None))
        said = tr("k counts likely speakers only: {n} here.", n=n)
        if self.span.value:
            said = tr("The lowest k of the day’s items; the smallest has {n} likely speakers.", n=n)
        if n < SMALL_ROOM:
            said = ntr(
                "{n} likely speaker here: under {least}, at most a region is named.",
                "{n} likely speakers here: under {least}, at most a region is named.",
                n, least=SMALL_ROOM,
            )  # fmt: skip
        out.addWidget(Paragraph(said, "small", "ink3"))

    def _show_every(self) -> None:
        """Show all attributions that hold, or again those that say most."""
        self._every = not self._every
        self._show_item_again()
        self.all_tried.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_matters(self, matters: Sequence[Matter], wrong: int) -> None:
        out = self._settle
        clear(out)
        self.ways.clear()
        number = str(wrong) if wrong else ""
        out.addLayout(row(Label(tr("To settle"), "label", "ink2"), None, Label(number, "caption")))
        if not matters:
            out.addSpacing(4)
            out.addWidget(Label(tr("Nothing"), "small", "ink3"))
        for matter in matters:
            out.addSpacing(10)
            out.addWidget(self._matter(matter))

    def _matter(self, matter: Matter) -> QWidget:
        ink = "ink2" if matter.quiet else "warn"
        sign = column(2, IconLabel(matter.icon, ink, 15), None, gap=0)
        links = Flow(gap=12, below=2)
        for way in matter.ways:
            link = Button(way.words, "link", on_click=partial(self.way_taken.emit, way))
            link.setAccessibleDescription(matter.sentence)
            self.ways.append(link)
            links.add(link)
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
