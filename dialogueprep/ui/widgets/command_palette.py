"""The command palette: what is found, what can be done, where one can go.

A child of the frame over a scrim. Typing searches; ``>`` limits to commands.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from dialogueprep.domain.dialogue import Terms
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.found import Find, Found
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.page import Command
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.popup import MARGIN, Floating
from dialogueprep.words import later, ntr, tr

WIDE, TOP = 640, 84
_MOST_FOUND, _MOST_COMMANDS, _MOST_PUT = 7, 6, 3


@dataclass(frozen=True)
class _Row:
    kind: Literal["head", "found", "command"]
    words: str
    second: str = ""
    aside: str = ""
    icon: str = ""
    query: str = ""
    number: int = 0
    act: Callable[[], object] | None = None
    terms: Terms | None = None


class _PaletteRows(RowDelegate):
    lined = False
    bar = False

    def row_height(self, value: _Row, width: int) -> int:
        if value.kind == "head":
            return theme.scaled(30)
        return theme.scaled(44 if value.second else 34)

    def ground(self, value: _Row, state: RowState) -> str | None:
        return None

    def paint_row(self, p: QPainter, w: int, h: int, value: _Row, state: RowState) -> None:
        if value.kind == "head":
            painting.text(p, 18, 6, 300, h - 6, value.words, "label", "ink3")
            return
        if state.selected:
            painting.rounded(p, 8, 0, w - 16, h, 5, "select")
        ink = "accent" if state.selected and value.kind == "found" else "ink2"
        painting.icon(p, 20, (h - 16) / 2, value.icon, ink)
        taken = self._paint_right(p, w, h, value)
        room = w - 48 - taken - 24
        line = theme.scaled(20)
        if value.second:
            _marked(p, 48, theme.scaled(3), room, value.words, value.query, "strong")
            _marked(p, 48, theme.scaled(3) + line, room, value.second, value.query, "small")
        else:
            _marked(p, 48, (h - line) / 2, room, value.words, value.query, "body")

    def _paint_right(self, p: QPainter, w: int, h: int, value: _Row) -> float:
        if value.kind == "found":
            wide = min(200.0, painting.width(value.aside, "caption"))
            painting.text(p, w - 20 - wide, 0, wide + 1, h, value.aside, "caption", "ink3")
            if value.terms is None:
                return wide + 20
            badge = painting.width(badges.terms_word(value.terms, short=True), "label") + 30
            badges.terms_badge(p, w - 30 - wide - badge, (h - 20) / 2, value.terms)
            return wide + badge + 34
        if not value.aside:
            return 0
        wide = badges.keys_width(value.aside)
        badges.keys(p, w - 20 - wide, (h - 18) / 2, value.aside)
        return wide + 20


def _marked(
    p: QPainter, x: float, y: float, w: float, words: str, query: str, role: theme.Role
) -> None:
    at = words.casefold().find(query.casefold()) if query else -1
    if at > 0 and painting.width(words[: at + len(query)], role) > w:
        words = f"…{words[max(0, at - 12) :]}"
        at = words.casefold().find(query.casefold())
    marks = [painting.Mark(at, at + len(query))] if at >= 0 else []
    ink = "ink2" if role == "small" else "ink"
    painting.paragraph(p, x, y, w, words, role, ink, max_lines=1, marks=marks)


class _Field(QLineEdit):
    """The field; Up, Down, Enter and Esc belong to the palette."""

    def __init__(self, palette: CommandPalette) -> None:
        super().__init__()
        self._palette = palette
        self.setProperty("bare", True)
        self.setProperty("large", True)
        self.setAccessibleName(tr("Search, or run a command"))
        self.setPlaceholderText(tr("Search, or run a command"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._palette.take_key(event):
            super().keyPressEvent(event)


class CommandPalette(QWidget):
    """Opened by Ctrl+K; closes on Esc, on a click outside, and when something is chosen."""

    def __init__(
        self,
        frame: QWidget,
        find: Find,
        commands: Callable[[], Sequence[Command]],
        go: Callable[[str, object], object],
    ) -> None:
        super().__init__(frame)
        self._frame, self._go = frame, go
        self._find, self._commands_now = find, commands
        self._commands: Sequence[Command] = ()
        self._back: QWidget | None = None
        self.field = _Field(self)
        self._count = Label("", "caption")
        self._model: ListModel[_Row] = ListModel(
            lambda r: r.words, key=lambda r: (r.kind, r.number, r.words), flags=_flags
        )
        self.list = RowList(self._model, _PaletteRows(), name=tr("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(1)
        self.list.setStyleSheet("QAbstractItemView { background: transparent; }")
        self.list.clicked.connect(lambda index: self._take(self._model.at(index)))
        self._sheet = Floating(self)
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._show_results())
        frame.installEventFilter(self)
        self.hide()

    def open(self, query: str = "") -> None:
        """Show the palette; ``query`` is typed already."""
        self._back = QApplication.focusWidget()
        self._commands = self._commands_now()
        self.setGeometry(self._frame.rect())
        self.field.setText(query)
        self._show_results()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def close_palette(self) -> None:
        """Hide the palette and give the keyboard back."""
        if not self.isVisible():
            return
        self.hide()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._back = None

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key of the palette; return whether it was one."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.value())
        elif event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        dark = theme.colours().dark
        scrim = QColor("#000000" if dark else "#1E2226")
        scrim.setAlphaF(0.5 if dark else 0.28)
        QPainter(self).fillRect(self.rect(), scrim)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_palette()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._frame.rect())
            self._place()
        return False

    def _lay_out(self) -> None:
        head = QFrame()
        head.setFixedHeight(56)
        glass = IconLabel("search", "ink2", 18)
        head.setLayout(row(glass, (self.field, 1), self._count, gap=12, margins=(18, 0, 18, 0)))
        foot = _Foot()
        self._sheet.inside.addLayout(
            column(head, hairline(), 4, (self.list, 1), 6, hairline(), foot, gap=0)
        )

    def _place(self) -> None:
        rows = self._model.rows
        delegate = self.list.itemDelegate()
        assert isinstance(delegate, RowDelegate)  # noqa: S101  set above
        high = sum(delegate.row_height(each, WIDE) for each in rows)
        wide = min(WIDE, self.width() - 32)
        room = self.height() - TOP - 56 - 34 - 40
        high = 56 + 34 + 14 + min(high, max(120, room))
        x = (self.width() - wide) // 2
        margin = MARGIN
        self._sheet.setGeometry(
            QRect(x - margin, TOP - margin, wide + 2 * margin, high + 2 * margin)
        )

    def _show_results(self) -> None:
        typed = self.field.text().strip()
        only_commands = typed.startswith(">")
        query = typed.removeprefix(">").strip()
        began = time.perf_counter()
        found = list(self._find(query)) if query and not only_commands else []
        took = (time.perf_counter() - began) * 1000
        self._count.setText(_found_words(len(found), took) if query and not only_commands else "")
        rows = self._rows(found, query)
        self._model.show_rows(rows)
        self.list.clearSelection()
        first = next((i for i, each in enumerate(rows) if each.kind != "head"), None)
        if first is not None:
            self.list.setCurrentIndex(self._model.index(first, 0))
            self.list.scrollToTop()
        self._place()

    def _rows(self, found: Sequence[Found], query: str) -> list[_Row]:
        does = [_putting(f) for f in found[:_MOST_PUT] if f.on_agenda]
        does += [c for c in self._commands if not c.way and _fits(c, query)]
        ways = [c for c in self._commands if c.way and _fits(c, query)]
        rows = _section(tr(later("Found")), [_of_found(f, query) for f in found[:_MOST_FOUND]])
        most = _MOST_COMMANDS if found else 2 * _MOST_COMMANDS
        do = _section(tr(later("Do")), [_of_command(c, query) for c in does[:most]])
        go = _section(tr(later("Go to")), [_of_command(c, query) for c in ways])
        rows += go + do if _begins(ways, query) and not _begins(does, query) else do + go
        if not rows:
            return [_Row("head", tr("Nothing found"))]
        for number, f in enumerate(found[:_MOST_FOUND], 1):
            rows[number] = _with_act(rows[number], number, lambda f=f: self._go_to(f))
        return rows

    def _go_to(self, found: Found) -> None:
        self._go(found.page, found.subject)

    def _move(self, step: int) -> None:
        rows = self._model.rows
        at = self.list.currentIndex().row()
        for turn in range(1, len(rows) + 1):
            number = (at + step * turn) % len(rows)
            if rows[number].kind != "head":
                index = self._model.index(number, 0)
                self.list.setCurrentIndex(index)
                self.list.scrollTo(index)
                return

    def _take(self, chosen: _Row | None) -> None:
        if chosen is not None and chosen.act is not None:
            self.close_palette()
            chosen.act()


class _Foot(QWidget):
    """The keys of the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(34)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        x, h = 18.0, self.height()
        for names, words in (
            (("↑", "↓"), tr("choose")),
            (("Enter",), tr("open")),
            ((">",), tr("commands only")),
            (("Esc",), tr("close")),
        ):
            for name in names:
                x += badges.key_cap(p, x, (h - 18) / 2, name) + 5
            x += painting.text(p, x, 0, 160, h, words, "caption", "ink3", elide=False) + 16


def _found_words(number: int, ms: float) -> str:
    return ntr("{n} found in {ms} ms", "{n} found in {ms} ms", number, ms=max(1, round(ms)))


def _section(title: str, rows: list[_Row]) -> list[_Row]:
    return [_Row("head", title), *rows] if rows else []


def _of_found(found: Found, query: str) -> _Row:
    row = _Row("found", found.words, found.second, found.aside, found.icon, query)
    return replace(row, terms=found.terms)


def _of_command(command: Command, query: str) -> _Row:
    return _Row("command", command.words, "", command.keys, command.icon, query, 0, command.act)


def _with_act(each: _Row, number: int, act: Callable[[], object]) -> _Row:
    return replace(each, number=number, act=act)


def _putting(found: Found) -> Command:
    words = tr("Put “{title}” on the agenda", title=found.words)
    return Command(words, found.on_agenda or (lambda: None), icon="calendar-plus")


def _fits(command: Command, query: str) -> bool:
    if command.when_asked and not query:
        return False
    words = command.words.casefold()
    return all(part in words for part in query.casefold().split())


def _begins(commands: Iterable[Command], query: str) -> bool:
    """Return whether what is typed is how any of these begins."""
    return bool(query) and any(c.words.casefold().startswith(query.casefold()) for c in commands)


def _flags(each: _Row) -> Qt.ItemFlag:
    if each.kind == "head":
        return Qt.ItemFlag.ItemIsEnabled
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
