"""Panels side by side: a line of 1 px between them, 7 px to grab, positions kept by name.

In a narrow window the side panels are drawers that lie over the page until they are closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QKeyEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QSplitterHandle, QWidget

from dialogueprep.ui import theme
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import tr

GRAB = 7
_LINE = 1
NARROW = 1180
"""Under this width of the window, in px, side panels become drawers; larger with large letters."""


@dataclass(frozen=True)
class Panel:
    """One panel: its widget, its width in px (None takes the rest), icon and name as a drawer."""

    widget: QWidget
    width: int | None = None
    icon: str = ""
    name: str = ""
    least: int = 160


class _Handle(QSplitterHandle):
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Qt's own gives 5 px to grab; calling it and then widening would go on for ever. The
        # splitter is not asked: to PySide it would go with its handle, and all that it holds.
        margin = (GRAB - _LINE) // 2
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask, True)
        across = self.orientation() == Qt.Orientation.Horizontal
        wanted = QMargins(margin, 0, margin, 0) if across else QMargins(0, margin, 0, margin)
        if self.contentsMargins() != wanted:
            self.setContentsMargins(wanted)
        self.setMask(QRegion(self.contentsRect()))


class Splitter(QSplitter):
    """A splitter with hairline handles that remembers its position."""

    def __init__(
        self, name: str, settings: MachineSettings | None, orientation: Qt.Orientation
    ) -> None:
        super().__init__(orientation)
        self._name, self._settings = name, settings
        self.setHandleWidth(_LINE)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(lambda _at, _handle: self._keep())

    def createHandle(self) -> QSplitterHandle:
        handle = _Handle(self.orientation(), self)
        handle.setAccessibleName(tr("Edge of a panel"))
        return handle

    def kept_sizes(self) -> list[int] | None:
        """Return the sizes that the user left here, if any fit the number of panels."""
        kept = self._settings.positions.get(self._name) if self._settings else None
        return kept if kept and len(kept) == self.count() else None

    def _keep(self) -> None:
        if self._settings is not None and self._name:
            self._settings.keep_position(self._name, self.sizes())


class Panels(QWidget):
    """A row of panels that fills the page; ``focus_stops`` are for F6.

    In large letters the side panels are wider, and drawers in a wider window, but for ``steady``
    ones, of which all stays in sight.
    """

    def __init__(
        self,
        name: str,
        settings: MachineSettings | None,
        *panels: Panel,
        steady: bool = False,
    ) -> None:
        super().__init__()
        self._panels = panels
        self._room: Callable[[float], int] = round if steady else theme.room
        self._splitter = Splitter(name, settings, Qt.Orientation.Horizontal)
        self._narrow = False
        self._absent: set[int] = set()
        self._edges: dict[int, QFrame] = {}
        self._drawer: _Drawer | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for number, panel in enumerate(panels):
            panel.widget.setMinimumWidth(panel.least)
            self._splitter.addWidget(panel.widget)
            self._splitter.setStretchFactor(number, 1 if panel.width is None else 0)
            if panel.width is not None and panel.icon:
                self._edges[number] = self._edge(number, panel)
        self._place_edges()
        self._sized = False

    def panel_widgets(self) -> list[QWidget]:
        """Return the panels in reading order, for moving among them by key."""
        return [panel.widget for panel in self._panels]

    def reveal(self, widget: QWidget) -> None:
        """Make sure that a panel can be seen: in a narrow window, open its drawer."""
        number = next(i for i, panel in enumerate(self._panels) if panel.widget is widget)
        if self._narrow and number in self._edges:
            self._open(number)

    def show_panel(self, widget: QWidget, on: bool) -> None:
        """Show a panel or leave it out, e.g. while there is nothing to inspect."""
        number = next(i for i, panel in enumerate(self._panels) if panel.widget is widget)
        if on == (number not in self._absent):
            return
        self._absent ^= {number}
        self._close()
        if number in self._edges:
            self._edges[number].setVisible(on and self._narrow)
        widget.setVisible(on and not (self._narrow and number in self._edges))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow(self.window().width() < self._room(NARROW))
        if not self._sized and self.width() > 300:
            self._sized = True
            self._splitter.setSizes(self._splitter.kept_sizes() or self._wanted())
        if self._drawer is not None:
            self._drawer.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._sized:  # letters may be larger
            self._set_narrow(self.window().width() < self._room(NARROW))
            self._splitter.setSizes(self._splitter.kept_sizes() or self._wanted())

    def _wanted(self) -> list[int]:
        widths = [panel.width and self._room(panel.width) for panel in self._panels]
        rest = max(200, self.width() - sum(w or 0 for w in widths) - len(widths) + 1)
        free = sum(1 for width in widths if width is None) or 1
        return [width or rest // free for width in widths]

    def _edge(self, number: int, panel: Panel) -> QFrame:
        button = Button("", "quiet", panel.icon, tooltip=panel.name)
        button.clicked.connect(lambda: self._open(number))
        frame = box(column(button, None, margins=(4, 8, 4, 0)), "shade", width=40)
        frame.hide()
        return frame

    def _place_edges(self) -> None:
        middle = next((i for i, p in enumerate(self._panels) if p.width is None), 0)
        for number, frame in self._edges.items():
            if number < middle:
                self._layout.addWidget(frame)
        self._layout.addWidget(self._splitter, 1)
        for number, frame in self._edges.items():
            if number > middle:
                self._layout.addWidget(frame)

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._close()
        for number, frame in self._edges.items():
            here = number not in self._absent
            frame.setVisible(narrow and here)
            self._panels[number].widget.setVisible(here and not narrow)

    def _open(self, number: int) -> None:
        self._close()
        left = number == 0
        self._drawer = _Drawer(self, self._panels[number], left=left, on_close=self._close)
        self._drawer.lay_out()
        self._drawer.show()
        self._panels[number].widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close(self) -> None:
        if self._drawer is None:
            return
        drawer, self._drawer = self._drawer, None
        number = self._panels.index(drawer.panel)
        self._splitter.insertWidget(number, drawer.panel.widget)
        self._splitter.setStretchFactor(number, 0)
        drawer.panel.widget.setVisible(not self._narrow)
        self._splitter.setSizes(self._splitter.kept_sizes() or self._wanted())
        drawer.hide()
        drawer.deleteLater()


class _Drawer(QFrame):
    """A panel over the page, at its left or right edge; Esc and a click outside close it."""

    def __init__(
        self, over: Panels, panel: Panel, *, left: bool, on_close: Callable[[], object]
    ) -> None:
        super().__init__(over)
        self.panel = panel
        self._over, self._left, self._on_close = over, left, on_close
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = hairline("down")
        parts = ((panel.widget, 1), line) if left else (line, (panel.widget, 1))
        self.setLayout(row(*parts, gap=0))
        panel.widget.show()
        over.window().installEventFilter(self)

    def lay_out(self) -> None:
        """Take the height of the page."""
        wide = min(theme.scaled(self.panel.width or 300), self._over.width() - 60)
        x = 0 if self._left else self._over.width() - wide
        self.setGeometry(x, 0, wide, self._over.height())
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and not self.underMouse():
            self._on_close()
        return False
