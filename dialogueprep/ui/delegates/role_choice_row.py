"""Rows of a proposal of roles: items, and who is proposed for what, with why."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.domain import wording
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.roster_cells import role_badge
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.role_proposal import ChoiceRow, HeadRow
from dialogueprep.words import tr

_NAMES = 150  # px of the role's word


class RoleChoiceRows(RowDelegate):
    """An item as a heading; under it a line for each role and one for the reasons."""

    text_left: ClassVar[int] = 52

    def row_height(self, value: Any, width: int) -> int:
        if isinstance(value, HeadRow):
            return theme.scaled(34)
        room = width - self.text_left - 40
        why = painting.paragraph_height(room, value.why, "small", 2) if value.why else 0
        return theme.scaled(7 + 20 + 7) + why

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        if isinstance(value, HeadRow):
            p.fillRect(0, 0, w, h, painting.colour("paper"))
            sign = f"{value.sign}   {value.title}" if value.sign else value.title
            painting.text(p, 16, theme.scaled(6), w - 32, h - theme.scaled(6), sign, "label")
            return
        self._choice(p, w, value)

    def _choice(self, p: QPainter, w: int, it: ChoiceRow) -> None:
        y, line = theme.scaled(7), theme.scaled(20)
        role_badge(p, 16, y, frozenset({it.place.role}))
        role = tr(wording.role(it.place.role))
        painting.text(p, self.text_left, y, _NAMES, line, role, "small", "ink2")
        left = self.text_left + theme.scaled(100)
        ink = "ink3" if it.who is None else "ink2" if it.there else "ink"
        name = it.who.person.name.listed if it.who else tr("Nobody")
        wide = painting.text(p, left, y, w - left - 60, line, name, "strong", ink)
        painting.text(p, left + wide + 10, y, 80, line, it.side, "caption", "ink2")
        if it.kept:
            painting.icon(p, w - 34, y + 2, "lock", "accent", 15)
        room = w - self.text_left - 40
        hue = "warn" if it.who is None else "ink3" if it.there else "ink2"
        painting.paragraph(p, self.text_left, y + line + 2, room, it.why, "small", hue, max_lines=2)
