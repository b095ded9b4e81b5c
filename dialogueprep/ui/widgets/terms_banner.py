"""The banner of an item's terms, in their colour: it stands over the notes and never scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from dialogueprep.domain.dialogue import AgendaItem, Terms
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.still_pictures import StillPictures
from dialogueprep.ui.widgets.buttons import EnterPresses
from dialogueprep.words import later, tr

_SENTENCES = {
    Terms.ON_RECORD: later("What was said may leave, and who said it."),
    Terms.RULE: later("What was said may leave. No speaker is kept."),
    Terms.NO_QUOTATION: later("Only the sense of it may leave."),
    Terms.NO_NOTES: later("Nothing that is said is written down."),
}


class _Stricter(EnterPresses):
    """A quiet button that wears the colours of the terms."""

    def __init__(self) -> None:
        super().__init__()
        self.terms = Terms.RULE
        self._pictures = StillPictures(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(round(painting.width(self.text(), "small")) + 24, theme.scaled(26))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.terms, self.text(), self.isDown(), self.underMouse(), self.hasFocus()
        self._pictures.paint(look, badges.terms_look(self.terms).bg, self._paint)

    def _paint(self, p: QPainter) -> None:
        look = badges.terms_look(self.terms)
        fill = QColor(look.fg)
        fill.setAlphaF(0.16 if self.isDown() else 0.09 if self.underMouse() else 0.0)
        solid = self.terms.strictness >= Terms.NO_QUOTATION.strictness
        line = look.fg if solid else look.line
        w, h = self.width(), self.height()
        painting.rounded(p, 0, 0, w, h, 5, fill, line, 2 if self.hasFocus() else 1)
        painting.text(p, 0, 0, w, h - 0.5, self.text(), "small", look.fg, align="centre")


class TermsBanner(QWidget):
    """Icon, name and one sentence; at its right the way to stricter terms and back."""

    stricter = Signal(object)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._terms = Terms.RULE
        self._own = Terms.RULE
        self._shown: tuple[Terms, str, bool] | None = None
        self._pictures = StillPictures(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.button = _Stricter()
        self.button.clicked.connect(self.ask)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 14, 0)
        layout.addStretch(1)
        layout.addWidget(self.button)
        self.setFixedHeight(theme.scaled(44))

    def show_item(self, item: AgendaItem, *, fixed: bool = False) -> None:
        """Show the terms in force at an item; ``fixed``: they cannot be changed now."""
        self._own, self._terms = item.terms, item.terms_in_force
        now = self._terms is not self._own
        words = tr("Back to the item’s terms") if now else tr("Stricter from here")
        offered = not fixed and (now or bool(self._further()))
        shown = item.terms_in_force, words, offered
        if shown == self._shown:
            return
        self._shown, self.button.terms = shown, self._terms
        self.button.setText(words)
        self.button.setToolTip(tr("Earlier lines keep their terms (Ctrl+Shift+O)"))
        self.button.setVisible(offered)
        self.button.updateGeometry()
        self.setAccessibleName(badges.terms_word(self._terms))
        self.setAccessibleDescription(tr(_SENTENCES[self._terms]))
        self.update()

    def rehearse(self, terms: Terms) -> None:
        """Make the picture of terms that may be shown next."""
        shown, self._terms = self._terms, terms
        self._pictures.picture(self._look(), badges.terms_look(terms).bg, self._paint)
        self._terms = shown

    @property
    def terms(self) -> Terms:
        """The terms shown."""
        return self._terms

    def ask(self) -> None:
        """Offer stricter terms, and the way back; where there are none it is taken at once."""
        if self._terms is not self._own and not self._further():
            self.back.emit()
            return
        menu = self.menu()
        if menu.actions():
            menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Return the menu of what the terms can become."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._terms is not self._own:
            menu.addAction(tr("Back to the item’s terms"), self.back.emit)
        for terms in self._further():
            words = badges.terms_word(terms)
            menu.addAction(words, lambda t=terms: self.stricter.emit(t))
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        self._pictures.paint(self._look(), badges.terms_look(self._terms).bg, self._paint)

    def _look(self) -> tuple[Terms, float]:
        return self._terms, self._words_end()

    def _words_end(self) -> float:
        """Return where the words must end: before the button."""
        return (self.button.x() if self.button.isVisible() else self.width()) - 14

    def _paint(self, p: QPainter) -> None:
        look = badges.terms_look(self._terms)
        w, h = self.width(), self.height()
        p.fillRect(0, h - 1, w, 1, look.line)
        solid = self._terms.strictness >= Terms.NO_QUOTATION.strictness
        if not solid:
            p.fillRect(0, 0, 4, h, look.fg)
        painting.icon(p, 21, (h - 18) / 2, look.icon, look.fg, 18)
        self._paint_words(p, look.fg, look.fg if solid else painting.colour("ink"))

    def _paint_words(self, p: QPainter, name_ink: QColor, ink: QColor) -> None:
        """Paint the name, and the sentence behind it; beneath where it would be cut there."""
        h, sentence = self.height(), tr(_SENTENCES[self._terms])
        room = self._words_end()
        name = badges.terms_word(self._terms)
        behind = 50 + painting.width(name, "head") + 14
        if behind + painting.width(sentence, "small") <= room:
            painting.text(p, 50, 0, room, h, name, "head", name_ink)
            painting.text(p, behind, 0, room - behind, h, sentence, "small", ink)
            return
        head, small = theme.line("head"), theme.line("small")
        top = (h - head - small) / 2
        painting.text(p, 50, top, room - 50, head, name, "head", name_ink)
        painting.text(p, 50, top + head, room - 50, small, sentence, "small", ink)

    def _further(self) -> list[Terms]:
        return [t for t in Terms if t.strictness > self._terms.strictness]
