"""Identifying passages as cards: why, which words to put instead, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.domain.decisions import Ground, grounds
from dialogueprep.domain.gate import Level, Placed
from dialogueprep.ui import painting
from dialogueprep.ui.guard import reason_of
from dialogueprep.ui.widgets.buttons import Button, Kind
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import clear, column, hairline, row
from dialogueprep.words import later, tr
from dialogueprep.workflows.evidence import HEADS

KEPT_AS = {
    Ground.NAMESAKE: later("another person of this name"),
    Ground.FIGURE: later("a public figure who is discussed"),
    Ground.WORD: later("a place or a word"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """An open passage: where it stands, and whether its words can be changed at their origin."""

    key: str
    placed: Placed
    page: int
    rewritable: bool

    @property
    def keepable(self) -> bool:
        """Whether there is a ground on which it may be kept."""
        return bool(grounds(self.placed.exposure))

    @property
    def why(self) -> str:
        return reason_of(self.placed.exposure)


class PassageCard(QFrame):
    """One passage; the current one shows its buttons."""

    wanted = Signal(object, str)
    """The passage and what to do: show, rewrite, edit, keep."""

    def __init__(self, passage: Passage, *, current: bool) -> None:
        super().__init__()
        self.passage = passage
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        exposure = passage.placed.exposure
        grave = exposure.level is Level.BLOCK
        head = tr(HEADS[exposure.kind])
        self.setAccessibleName(f"{head}: {exposure.text}")
        self.setAccessibleDescription(passage.why)
        ink = "block" if grave else "warn"
        inside = column(
            row(
                IconLabel("octagon-x" if grave else "triangle-alert", ink),
                Label(head, "strong", ink),
                None,
                Label(tr("p. {page}", page=passage.page), "caption"),
                gap=8,
            ),
            Label(tr("“{words}”", words=exposure.text), "strong", wrap=True),
            gap=6,
            margins=(14, 11, 12, 12),
        )
        if passage.why:
            inside.addWidget(Label(passage.why, "small", wrap=True))
        if current:
            self._add_actions(inside)
        elif exposure.suggestion:
            inside.addWidget(Label(_suggested(exposure.suggestion), "small", "accent", wrap=True))
        self.setLayout(inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        painting.rounded(p, 0, 0, self.width(), self.height(), 7, "sheet", "hair")
        if self._current or self.hasFocus():
            painting.focus_ring(p, 0, 0, self.width(), self.height(), 7)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(self.passage, "show")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._current and event.reason() is not Qt.FocusReason.OtherFocusReason:
            self.wanted.emit(self.passage, "show")
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {Qt.Key.Key_R: "rewrite", Qt.Key.Key_E: "edit", Qt.Key.Key_K: "keep"}
        act = acts.get(Qt.Key(event.key()))
        if act in self._possible():
            self.wanted.emit(self.passage, act)
        else:
            super().keyPressEvent(event)

    def _possible(self) -> list[str]:
        suggestion = self.passage.placed.exposure.suggestion
        able = {
            "rewrite": self.passage.rewritable and suggestion is not None,
            "edit": self.passage.rewritable,
            "keep": self.passage.keepable,
        }
        return [act for act, can in able.items() if can]

    def _add_actions(self, inside: QVBoxLayout) -> None:
        suggestion = self.passage.placed.exposure.suggestion
        inside.addWidget(hairline())
        if suggestion is not None and self.passage.rewritable:
            inside.addWidget(Label(tr("Suggested words"), "label"))
            inside.addWidget(_Words(suggestion or tr("(leave it out)")))
        if not self._possible():
            sentence = tr("These words are made from the data: change them where they come from.")
            inside.addWidget(Label(sentence, "small", wrap=True))
        inside.addWidget(Flow(*self._buttons(), gap=8))

    def _buttons(self) -> Iterator[Button]:
        looks: dict[str, tuple[str, Kind, str]] = {
            "rewrite": (tr("Rewrite"), "primary", "R"),
            "edit": (tr("Edit"), "plain", "E"),
            "keep": (tr("Keep"), "plain", "K"),
        }
        for act in self._possible():
            words, kind, key = looks[act]
            button = Button(words, kind, key=key, small=True)
            button.clicked.connect(lambda _on, act=act: self.wanted.emit(self.passage, act))
            yield button


class _Words(QWidget):
    """Suggested words beside a bar that says they hold."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setLayout(column(Label(words, "body", wrap=True), margins=(12, 1, 0, 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(0, 0, 2, self.height(), painting.colour("ok_line"))


class PassageList(QWidget):
    """All open passages, the current one unfolded."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[PassageCard] = []
        self._passages: tuple[Passage, ...] = ()
        self._current = ""
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(10)

    @property
    def current(self) -> Passage | None:
        """The passage that is unfolded."""
        return next((p for p in self._passages if p.key == self._current), None)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self._passages

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show these; the current one stays current, else the first becomes it."""
        self._passages = tuple(passages)
        if self.current is None:
            self._current = passages[0].key if passages else ""
        self._rebuild(focus=self._has_focus())

    def choose(self, key: str, *, focus: bool = False) -> None:
        """Unfold this passage."""
        if key != self._current:
            self._current = key
            self._rebuild(focus=focus or self._has_focus())
        elif focus:
            self._focus_current()

    def step(self, by: int) -> Passage | None:
        """Go to the next passage (or a previous one), round and round."""
        if not self._passages:
            return None
        keys = [p.key for p in self._passages]
        at = keys.index(self._current) if self._current in keys else -by
        self.choose(keys[(at + by) % len(keys)], focus=True)
        return self.current

    def _has_focus(self) -> bool:
        inside = self.focusWidget()
        return inside is not None and inside.hasFocus()

    def _rebuild(self, *, focus: bool) -> None:
        clear(self._inside)
        self._cards = []
        for passage in self._passages:
            card = PassageCard(passage, current=passage.key == self._current)
            card.wanted.connect(self.wanted)
            self._cards.append(card)
            self._inside.addWidget(card)
        if focus:
            self._focus_current()

    def _focus_current(self) -> None:
        for card in self._cards:
            if card.passage.key == self._current:
                card.setFocus(Qt.FocusReason.OtherFocusReason)


def _suggested(words: str) -> str:
    return tr("Suggested: {words}", words=words or tr("leave it out"))
