"""What became of a topic or recommendation, dialogue by dialogue, in the detail."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.notes import Column
from dialogueprep.domain.uses import History, Outcome, Use
from dialogueprep.ui import painting, theme
from dialogueprep.ui.dates import span
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import clauses, listed, ntr, tr

Go = Callable[[DialogueId, str, object], object]
"""Opens a dialogue at a page ("agenda", "findings") and there an item or a finding."""

SHOWN_DIALOGUES = 3
_ICONS = {
    Column.CONVERGENT: "circle-dot",
    Column.EMERGING: "arrow-up-right",
    Column.DIVERGENT: "split",
    Column.UNRESOLVED: "circle-question-mark",
}
_INSET = 14
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def history(known: History, go: Go) -> QWidget:
    """Return each dialogue that used the entry, its items and outcomes; a click goes there."""
    head = row(Label(tr("History"), "label", "ink2"), None, gap=8)
    parts = column(head, gap=8)
    if not known.uses:
        parts.addWidget(Label(tr("Not used yet"), "small", "ink2"))
        return box(parts)
    head.addWidget(Label(_sum(known), "caption", "ink3"))
    later = [_dialogue(uses, go) for uses in _by_dialogue(known.uses)]
    for each in later:
        parts.addWidget(each)
    if len(later) > SHOWN_DIALOGUES:
        parts.addWidget(_earlier(later[SHOWN_DIALOGUES:]))
    return box(parts)


def in_short(known: History) -> str:
    """Return in one line where it was used and how that ended: "R4: convergent, R3"."""
    return listed(_use_in_short(uses) for uses in _by_dialogue(known.uses))


def outcomes(uses: Sequence[Use], go: Go) -> QWidget:
    """Return what uses of one dialogue came to, each finding once; a click goes there."""
    parts = column(gap=2)
    found = {o.id: (u, o) for u in uses for o in u.outcomes}
    for use, outcome in found.values():
        parts.addWidget(OutcomeLine(use, outcome, go))
    if not found:
        inset = row(_INSET, Label(_open(uses[0]), "small", "ink3"), None, gap=0)
        parts.addLayout(inset)
    return box(parts)


def of_recommendation(known: History, go: Go) -> QWidget:
    """Return where a recommendation was on the table and what it came to."""
    return box(column(*(_dialogue(uses, go) for uses in _by_dialogue(known.uses)), gap=8))


def _by_dialogue(uses: Sequence[Use]) -> list[list[Use]]:
    """Return the uses of each dialogue, the latest dialogue first."""
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(use.dialogue, []).append(use)
    return [sorted(each, key=lambda u: u.day) for each in found.values()]


def _sum(known: History) -> str:
    dialogues = ntr("{n} dialogue", "{n} dialogues", known.dialogues)
    taken = [u for u in known.uses if u.phase is not Phase.PREPARING]
    minutes = History(tuple(taken)).minutes
    return clauses((dialogues, tr("{n} min", n=minutes))) if minutes else dialogues


def _dialogue(uses: Sequence[Use], go: Go) -> QWidget:
    first = uses[0]
    name = Label(_name(first), "small", "ink", elide=True)
    when = Label(span(first.first_day, first.last_day or first.first_day), "caption", "ink3")
    parts = column(row((name, 1), when, gap=8), gap=2)
    for use in uses:
        if use.item is not None or use.elsewhere:
            parts.addLayout(_place(use, go))
    parts.addWidget(outcomes(uses, go))
    return box(parts)


def _place(use: Use, go: Go) -> QHBoxLayout:
    title = use.titles.best(theme.window_language())
    if use.elsewhere:
        return row(_INSET, Label(_minutes(use), "small", "ink2"), None, gap=0)
    words = tr("Day {n}, {minutes}", n=use.day + 1, minutes=_minutes(use))
    place = Button(words, "link", small=True, on_click=lambda: go(use.dialogue, "agenda", use.item))
    place.setAccessibleName(clauses((_name(use), title, words)))
    place.setToolTip(title)
    return row(_INSET - 8, place, (Label(title, "small", "ink2", elide=True), 1), gap=8)


def _minutes(use: Use) -> str:
    if use.phase is Phase.PREPARING:
        return tr("{n} min planned", n=use.planned)
    if use.actual is None:
        return tr("{n} min", n=use.planned)
    return tr("{n} min of {planned} planned", n=use.actual, planned=use.planned)


def _open(use: Use) -> str:
    """Return why no outcome can be opened; of a use elsewhere, how it ended."""
    if use.elsewhere and use.ended:
        return listed(tr(wording.of(c)) for c in use.ended)
    if use.phase is Phase.PREPARING:
        return tr("Not discussed yet")
    return tr("No finding rests on it") if use.phase is Phase.CLOSED else tr("No finding yet")


def _name(use: Use) -> str:
    return use.names.best(theme.window_language())


def _use_in_short(uses: Sequence[Use]) -> str:
    first = uses[0]
    short = tr("R{n}", n=first.round) if first.round else _name(first)
    ended = dict.fromkeys(c for u in uses for c in u.ended)
    if not ended:
        return short
    words = listed(tr(wording.of(c)).casefold() for c in ended)
    return tr("{axis}: {word}", axis=short, word=words)


def _earlier(hidden: Sequence[QWidget]) -> Button:
    words = ntr("{n} earlier dialogue", "{n} earlier dialogues", len(hidden))
    button = Button(words, "link", small=True)
    for each in hidden:
        each.hide()

    def show_all() -> None:
        for each in hidden:
            each.show()
        button.hide()

    button.clicked.connect(show_all)
    return button


class OutcomeLine(QWidget):
    """A finding or a recommendation of a round; a click, Enter or Space opens it."""

    opened = Signal()

    def __init__(self, use: Use, outcome: Outcome, go: Go) -> None:
        super().__init__()
        self.outcome = outcome
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        how, claim = _how(outcome), outcome.texts.best(theme.window_language())
        self.setAccessibleName(tr("{axis}: {word}", axis=how, word=claim))
        self.setAccessibleDescription(_name(use))
        sign = _ICONS[outcome.column] if outcome.column else "lightbulb"
        words = column(
            Label(how, "small", "ink", elide=True),
            Paragraph(claim, "small", "ink2", max_lines=3),
            gap=0,
        )
        icon = column(3, IconLabel(sign, "ink2", 14), None, gap=0)
        self.setLayout(row(icon, (words, 1), gap=7, margins=(_INSET, 2, 4, 3)))
        self.opened.connect(lambda: go(use.dialogue, "findings", outcome.id))

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OPEN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN:
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        if self.underMouse():
            painting.rounded(p, 8, 0, self.width() - 8, self.height(), 4, "shade")
        if self.hasFocus():
            painting.focus_ring(p, 8, 0, self.width() - 8, self.height(), 4)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _how(outcome: Outcome) -> str:
    if outcome.column is None:
        return tr("Taken up as a recommendation")
    column_word = tr(wording.of(outcome.column))
    support = tr(wording.of(outcome.support)) if outcome.support else ""
    return "  ·  ".join(filter(None, (column_word, support)))
