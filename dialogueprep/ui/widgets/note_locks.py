"""What stands in the editor's place where nothing is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.dialogue import Phase, Terms
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import tr


class NoNotesPanel(QWidget):
    """A solid panel in the colour of the strictest terms."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(badges.terms_word(Terms.NO_NOTES))
        self.setMinimumHeight(theme.scaled(172))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        look = badges.terms_look(Terms.NO_NOTES)
        w, h = self.width(), self.height()
        p.fillRect(0, 0, w, h, look.bg)
        y = h / 2 - theme.scaled(44)
        painting.icon(p, (w - 32) / 2, y, look.icon, look.fg, 32)
        y += 44
        line = theme.line("head")
        painting.text(p, 0, y, w, line, self.accessibleName(), "head", look.fg, align="centre")
        said = tr("Only the clock can run here.")
        painting.text(p, 16, y + line + 4, w - 32, 20, said, "body", look.fg, align="centre")


class ClosedBar(QWidget):
    """Says why nothing can be written, and offers to open the item again."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "body", "ink2", elide=True)
        self.again = Button(tr("Open the item again"), "plain", "undo-2")
        inside = row((self._words, 1), self.again, margins=(20, 12, 20, 12))
        self.setLayout(column(hairline(), box(inside, "shade", height=60), gap=0))

    def show_room(self, room: Room) -> None:
        """Say why."""
        over = room.dialogue.phase is Phase.CLOSED
        if over:
            words = tr("This dialogue is closed. Its notes can be read.")
        elif not room.item.kind.has_terms:
            words = tr("No notes are taken at breaks and meals.")
        else:
            words = tr("This item is closed. Its notes can still be changed.")
        self._words.setText(words)
        self.again.setVisible(room.item.closed and not over)
