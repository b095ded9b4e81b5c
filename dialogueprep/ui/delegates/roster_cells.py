"""The cells of the roster: facts in words, roles as letters on a ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dialogueprep.domain.people import Attendance, Capacity, Role
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models import roster_model as model
from dialogueprep.ui.models.roster_grid import (
    LETTERS,
    GroupRow,
    PersonRow,
    native_language,
)
from dialogueprep.ui.models.table_model import VALUE

Index = QModelIndex | QPersistentModelIndex
LEFT = 20
"""Where the names begin, in px."""

_SOLID = frozenset({Role.CHAIR, Role.MODERATOR})
_TINTED = frozenset({Role.PRESENTER, Role.DISCUSSANT, Role.RAPPORTEUR})


def role_badge(
    p: QPainter, x: float, y: float, roles: frozenset[Role], *, clash: bool = False
) -> float:
    """Paint the letters of roles on their ground; return the width, 20 for one letter."""
    held = [r for r in LETTERS if r in roles]
    words = "".join(LETTERS[r] for r in held[:2]) + ("+" if len(held) > 2 else "")
    wide = {1: 20.0, 2: 27.0}.get(len(words), 32.0)
    solid, tinted = roles & _SOLID, roles & _TINTED
    fill = "accent" if solid else "accent_soft" if tinted else "press"
    ink = "on_accent" if solid else "accent" if tinted else "ink2"
    painting.rounded(p, x, y, wide, 20, 4, fill, "warn_line" if clash else None, 2)
    painting.text(p, x, y, wide, 20, words, "label", ink, align="centre", elide=False)
    return wide


def dot(p: QPainter, x: float, y: float, *, silent: bool = False, clash: bool = False) -> float:
    """Paint the sign of presence around a centre: filled, or a ring for who listens only."""
    if clash:
        painting.rounded(p, x - 10, y - 10, 20, 20, 4, "warn_soft", "warn_line", 2)
    if silent:
        painting.rounded(p, x - 3.5, y - 3.5, 7, 7, 3.5, None, "ink3", 1.4)
    else:
        painting.rounded(p, x - 2, y - 2, 4, 4, 2, "ink2")
    return 4


class RosterCells(QStyledItemDelegate):
    """Paints both halves of the roster; the row of the current cell is the selected one."""

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(VALUE)
        rect: QRect = option.rect
        view = option.widget
        p.save()
        p.setClipRect(rect)
        if isinstance(row, GroupRow):
            _group(p, rect, row, first=index.column() < model.FACTS)
        elif isinstance(row, PersonRow) and isinstance(view, QTableView):
            hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._person(p, rect, row, index, view, hover)
        p.restore()

    def _person(
        self, p: QPainter, rect: QRect, row: PersonRow, index: Index, view: QTableView, hover: bool
    ) -> None:
        current = view.currentIndex()
        active = bool(view.property("active"))
        chosen = current.row() == index.row()
        column = index.column()
        ground = ("select" if active else "select_idle") if chosen else "hover" if hover else None
        if ground:
            p.fillRect(rect, painting.colour(ground))
        block = getattr(view, "in_block", None)
        if column >= model.FACTS and block is not None and block(index.row(), column):
            p.fillRect(rect, painting.colour("accent_soft"))
        left = LEFT if column == model.NAME else 0
        if column == model.NAME and chosen:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            p.fillRect(bar, painting.colour("accent" if active else "edge"))
        painting.hairline(p, rect.left() + left, rect.bottom(), rect.width() - left)
        if column < model.FACTS:
            _fact(p, rect, row, column)
        else:
            number = column - model.FACTS
            _item(p, QRectF(rect), row.cells[number], clash=number in row.clashes)
        if chosen and current.column() == column and active:
            x, y = _badge_place(QRectF(rect), 24)
            wide = max(24, min(rect.width() - 1, 24))
            if column >= model.FACTS:
                painting.focus_ring(p, x, y, wide, 24, 5)
            else:
                painting.focus_ring(
                    p, rect.x() + 4, rect.y() + 1, rect.width() - 6, rect.height() - 2
                )


def _group(p: QPainter, rect: QRect, row: GroupRow, *, first: bool) -> None:
    p.fillRect(rect, painting.colour("paper"))
    painting.hairline(p, rect.left(), rect.bottom(), rect.width())
    if not first:
        return
    h = rect.height() - 1
    wide = painting.text(p, LEFT, rect.top(), 260, h, row.words, "label", "ink2")
    painting.text(p, LEFT + wide + 10, rect.top(), 90, h, row.count, "caption", tabular=True)


def _fact(p: QPainter, rect: QRect, row: PersonRow, column: int) -> None:
    part, h = row.part, rect.height() - 1
    if column == model.CONSENT:
        _consent(p, rect, row)
        return
    words = model.fact(part, column)
    ink = "ink3" if row.out else "ink" if column == model.NAME else "ink2"
    if column == model.CAPACITY and part.capacity is not Capacity.PERSONAL and not row.out:
        ink = "ink"
    language = native_language(part) if column == model.NATIVE else None
    left = LEFT if column == model.NAME else 4
    role = "body" if column in (model.NAME, model.NATIVE) else "small"
    painting.text(
        p, rect.x() + left, rect.y(), rect.width() - left - 4, h, words, role, ink,
        language=language,
    )  # fmt: skip


def _consent(p: QPainter, rect: QRect, row: PersonRow) -> None:
    part = row.part
    named = part.listed_for_participants or part.listed_for_public
    ink = "ink3" if named and not part.listed_for_public else "ink2" if named else "warn"
    x, y = rect.x() + (rect.width() - 15) / 2, rect.y() + (rect.height() - 16) / 2
    painting.icon(p, x, y, "eye" if named else "eye-off", ink, 15)


def _badge_place(rect: QRectF, size: float) -> tuple[float, float]:
    return rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - 1 - size) / 2


def _item(p: QPainter, rect: QRectF, there: Attendance | None, *, clash: bool) -> None:
    if there is None:
        return
    if not there.roles:
        middle = rect.center()
        dot(p, middle.x(), middle.y() - 0.5, silent=there.silent, clash=clash)
        return
    count = len(there.roles)
    x, y = _badge_place(rect, {1: 20.0, 2: 27.0}.get(count, 32.0))
    y = rect.y() + (rect.height() - 1 - 20) / 2
    role_badge(p, x, y, there.roles, clash=clash)


ROW, GROUP = 28, 24


def row_height(row: object) -> int:
    """Return the height of a row in px."""
    return theme.scaled(GROUP if isinstance(row, GroupRow) else ROW)
