"""Words of a document that the sheet of designations does not use: pointed at, never held back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.domain.designations import Misnamed
from dialogueprep.ui import painting
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import clear, column, row
from dialogueprep.words import ntr, tr


@dataclass(frozen=True, slots=True)
class Warned:
    """Words as they stand in a document, at how many places, and the first of them."""

    first: Misnamed
    places: int
    page: int

    @property
    def key(self) -> str:
        """The key of its mark on the pages."""
        return key_of(self.first)


def key_of(found: Misnamed) -> str:
    """Return the key of the mark of words that the sheet does not use."""
    return f"word {found.block} {found.line} {found.start}"


def warned(found: Sequence[Misnamed], pages: dict[str, int]) -> list[Warned]:
    """Return the words once each, in the order in which they first stand."""
    groups: dict[tuple[str, str], list[Misnamed]] = {}
    for each in found:
        groups.setdefault((each.entry.id, each.words.casefold()), []).append(each)
    return [Warned(g[0], len(g), pages.get(key_of(g[0]), 1)) for g in groups.values()]


class DesignationCard(QFrame):
    """One wording; R writes the usage in its place, S opens the sheet."""

    wanted = Signal(object, str)
    """The warning and what to do: show, replace, sheet."""

    def __init__(self, it: Warned) -> None:
        super().__init__()
        self.it = it
        entry = it.first.entry
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sentence = tr("Not settled between the delegations.")
        if entry.settled:
            sentence = tr("The sheet has “{usage}”.", usage=entry.usage)
        said = tr("“{words}”", words=it.first.words)
        self.setAccessibleName(f"{said}. {sentence}")
        places = ntr("{n} place", "{n} places", it.places)
        where = f"{places}, {tr('p. {page}', page=it.page)}"
        buttons: list[QWidget | None] = []
        if entry.settled:
            words = tr("Write “{usage}”", usage=entry.usage)
            buttons.append(self._button(words, "R", "replace"))
        buttons.append(self._button(tr("Sheet"), "S", "sheet"))
        self.setLayout(
            column(
                row(
                    IconLabel("globe", "warn"),
                    (Label(said, "strong", elide=True), 1),
                    Label(where, "caption"),
                    gap=8,
                ),
                Label(sentence, "small", wrap=True),
                row(*buttons, None, gap=6),
                gap=5,
                margins=(14, 9, 12, 10),
            )
        )

    def _button(self, words: str, key: str, act: str) -> Button:
        button = Button(words, "plain", key=key, small=True)
        button.clicked.connect(lambda _on=False: self.wanted.emit(self.it, act))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {Qt.Key.Key_S: "sheet", Qt.Key.Key_Return: "show", Qt.Key.Key_Enter: "show"}
        if self.it.first.entry.settled:
            acts[Qt.Key.Key_R] = "replace"
        act = acts.get(Qt.Key(event.key()))
        if act:
            self.wanted.emit(self.it, act)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(self.it, "show")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.wanted.emit(self.it, "show")
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        painting.rounded(p, 0, 0, self.width(), self.height(), 7, "sheet", "hair")
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, self.width(), self.height(), 7)


class DesignationWarnings(QWidget):
    """All wordings that the sheet does not use; hidden while there are none."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[DesignationCard] = []
        self._inside = QVBoxLayout()
        self._inside.setSpacing(8)
        self._count = Label("", "caption")
        head = row(Label(tr("Designations"), "label"), None, self._count)
        hint = Label(tr("Words that the sheet does not use. They do not hold the document back."),
                     "small", wrap=True)  # fmt: skip
        self.setLayout(column(head, hint, self._inside, gap=6))
        self.hide()

    def show_warned(self, found: Sequence[Warned]) -> None:
        """Show these; the card that had the keyboard hands it to the one in its place."""
        at = next((n for n, card in enumerate(self.cards) if card.hasFocus()), None)
        if [card.it for card in self.cards] == list(found):
            return
        clear(self._inside)
        self.cards = [DesignationCard(it) for it in found]
        for card in self.cards:
            card.wanted.connect(self.wanted)
            self._inside.addWidget(card)
        self._count.setText(str(len(found)) if found else "")
        self.setVisible(bool(found))
        if at is not None and self.cards:
            self.cards[min(at, len(self.cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: str) -> None:
        """Put the keyboard on the card of a mark."""
        for card in self.cards:
            if card.it.key == key:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
