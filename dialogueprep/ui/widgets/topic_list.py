"""The middle of the library: search, order, the list with its head, and what "no hit" says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QWidget

from dialogueprep.domain.query import parse
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.entry_row import LEFT, OPERABILITY_AT, SENSITIVITY_AT
from dialogueprep.ui.models.library_facets import Facets, Group, Order
from dialogueprep.ui.models.library_holdings import Rows
from dialogueprep.ui.models.library_sifting import Sifted
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.labels import KeyLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.library_list import TopicRows
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import later, tr

ORDERS: dict[Order, str] = {
    "match": later("Best match first"),
    "sensitivity": later("Sensitivity, low first"),
    "operability": later("Operability, high first"),
    "title": later("Title"),
    "use": later("Least used first"),
}
_EXCLUDES: dict[Group, str] = {
    "search": later("What is typed excludes most: without it, {n} would be listed."),
    "frame": later("The frame in the matrix excludes most: without it, {n} would be listed."),
    "format": later("The format excludes most: without it, {n} would be listed."),
    "dimension": later("The dimension excludes most: without it, {n} would be listed."),
    "use": later("The use excludes most: without it, {n} would be listed."),
    "tag": later("The tag excludes most: without it, {n} would be listed."),
    "source": later("The source excludes most: without it, {n} would be listed."),
    "rating": later("The rating excludes most: without it, {n} would be listed."),
}
_CLEAR: dict[Group | None, str] = {
    "search": later("Clear the search"),
    "frame": later("Clear the frame"),
    "format": later("Clear the format"),
    "dimension": later("Clear the dimension"),
    "use": later("Clear the use"),
    "tag": later("Clear the tag"),
    "source": later("Clear the source"),
    "rating": later("Clear the rating"),
    None: later("Clear everything"),
}


class TopicList(QFrame):
    """``searched`` carries what is typed, ``ordered`` an Order, ``cleared`` a group or None."""

    searched = Signal(str)
    ordered = Signal(str)
    cleared = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.search = _Search(self)
        self.search.textChanged.connect(self.searched)
        self.sort = Button("", "quiet", "arrow-up-down", tooltip=tr("Order of the list"))
        self.sort.clicked.connect(self._show_orders)
        self._order: Order = "sensitivity"
        self._can_match = False
        self.list = TopicRows()
        self._head = _Head(self.list)
        self.no_hit = NoHit()
        self.no_hit.cleared.connect(self.cleared)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.no_hit)
        self.forgiven = Label("", "small", "ink2")
        self.forgiven.setVisible(False)
        self.incomplete = Label(
            tr("The library is still being read; more may be found in a moment."), "small", "ink2"
        )
        self.incomplete.setVisible(False)
        field = row((self.search, 1), self.sort, gap=10)
        search = box(
            column(field, self.forgiven, self.incomplete, gap=4, margins=(16, 8, 12, 8)), "paper"
        )
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(column(search, self._head, hairline(), (self._stack, 1), gap=0))

    def show_rows(self, rows: Rows, facets: Facets, *, anew: bool) -> None:
        """Show rows; what was chosen stays chosen, unless something else is sought."""
        self.list.painter_of_rows.show_query(facets.meant)
        self._say_forgiven(facets)
        self.list.show_rows(rows, anew=anew)
        self.list.viewport().update()
        if len(rows):
            self._stack.setCurrentWidget(self.list)

    def show_counts(self, total: int, sifted: Sifted) -> None:
        """Show how many of how many are listed, or why there are none."""
        self._head.show_count(len(sifted), total)
        if not len(sifted):
            self.no_hit.show_reason(sifted)
            self._stack.setCurrentWidget(self.no_hit)

    def _say_forgiven(self, facets: Facets) -> None:
        typed, meant = parse(facets.query).words, parse(facets.meant).words
        taken = [word for word in meant if word not in typed]
        self.forgiven.setVisible(bool(taken))
        if taken:
            words = tr("Nothing holds what was typed; shown for: {words}", words=" ".join(taken))
            self.forgiven.setText(words)

    @property
    def head_words(self) -> str:
        """How many are listed, as the head says it."""
        return self._head.accessibleName()

    def show_order(self, order: Order, can_match: bool) -> None:
        """Show which order the list has, and whether there is a best match."""
        self._order, self._can_match = order, can_match

    @property
    def rows(self) -> Rows:
        """What is listed."""
        return self.list.entries.shown

    def _show_orders(self) -> None:
        menu = QMenu(self)
        for order, words in ORDERS.items():
            if order == "match" and not self._can_match:
                continue
            action = menu.addAction(tr(words), lambda o=order: self.ordered.emit(o))
            action.setCheckable(True)
            action.setChecked(order == self._order)
        menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))


class NoHit(QWidget):
    """Says which facet excludes most and clears it. ``cleared`` carries the group or None."""

    cleared = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group: Group | None = None
        self._head = Label(tr("No topic fits"), "head")
        self._why = Paragraph("", "body", "ink2")
        self.button = Button(tr("Clear everything"), key="C", on_click=self.clear_most)
        keys = row(KeyLabel("Esc"), Label(tr("takes everything away"), "small", "ink3"), None)
        self.setLayout(
            column(
                self._head,
                self._why,
                6,
                row(self.button, None),
                4,
                keys,
                None,
                gap=4,
                margins=(LEFT, 24, 24, 24),
            )
        )

    @property
    def reason(self) -> str:
        """The sentence that is shown."""
        return self._why.accessibleName()

    def show_reason(self, sifted: Sifted) -> None:
        """Name the group that excludes most."""
        self._group = group = sifted.excludes_most
        self._head.setText(tr("No topic fits"))
        if group is None:
            self._why.show_text(tr("What is asked for excludes each other."))
        else:
            self._why.show_text(tr(_EXCLUDES[group], n=sifted.excluded[group]))
        self.button.setText(tr(_CLEAR[group]))
        self.button.setAccessibleName(tr(_CLEAR[group]))
        self.button.updateGeometry()

    def show_condition(self, condition: str, left: int) -> None:
        """Name the condition in the search field that excludes most."""
        words = tr("“{condition}” excludes most: without it, {n} would be found.",
                   condition=condition, n=left)  # fmt: skip
        self._why.show_text(words)

    def show_reading(self) -> None:
        """Say that nothing was found so far, and that what fits comes by itself."""
        self._head.setText(tr("Nothing found yet"))
        self._why.show_text(
            tr("The library is being read for search. What fits appears here when that is done.")
        )

    def clear_most(self) -> None:
        """Clear the group that excludes most."""
        self.cleared.emit(self._group)


class _Search(SearchField):
    """The search field; Down and Enter go to the list."""

    def __init__(self, of: TopicList) -> None:
        super().__init__(tr("Search topics, recommendations, passages"))
        self._of = of
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            target = self._of.list if len(self._of.rows) else self._of.no_hit.button
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


class _Head(QWidget):
    """How many are listed, and what stands in the columns."""

    def __init__(self, of: RowList) -> None:
        super().__init__()
        self._of, self._words = of, ""
        of.viewport().installEventFilter(self)
        self.setFixedHeight(theme.scaled(28))

    def show_count(self, n: int, total: int) -> None:
        """Show how many of how many are listed."""
        self._words = tr("{n} of {total} topics", n=n, total=total)
        self.setAccessibleName(self._words)
        self.update()

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QResizeEvent):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h, w = self.height(), self._of.viewport().width()
        p.fillRect(self.rect(), painting.colour("shade"))
        painting.text(p, LEFT, 0, w - SENSITIVITY_AT - LEFT, h, self._words, "caption", "ink2",
                      weight=600)  # fmt: skip
        for at, room, words in (
            (SENSITIVITY_AT, SENSITIVITY_AT - OPERABILITY_AT - 4, tr("Sensitivity")),
            (OPERABILITY_AT, OPERABILITY_AT - 4, tr("Operab.")),
        ):
            painting.text(p, w - at, 0, room, h, words, "caption", "ink2", weight=600)
