"""The bar above the days: one sentence, its remedies with keys, and which of how many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.ui import painting
from dialogueprep.ui.models.agenda_problems import Problem, Way
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import clear, row
from dialogueprep.words import tr


class CheckBar(QFrame):
    """Shows one problem. ``taken`` carries (Problem, Way), ``looked_at`` a Way or None."""

    taken = Signal(object, object)
    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self._at = 0
        self._buttons: list[Button] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(16, 8, 16, 9)
        self._inside.setSpacing(6)
        self.hide()

    @property
    def problem(self) -> Problem | None:
        """What is shown now."""
        return self._problems[self._at] if self._problems else None

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these; none hides the bar.

        What was shown stays in front, unless something new is more pressing.
        """
        shown, known = self.problem, [p.items for p in self._problems]
        same = problems == self._problems
        if same and (shown is None or shown.ways == problems[self._at].ways):
            self._problems = problems
            return
        self._problems = problems
        about = [p.items for p in problems]
        stays = shown is not None and shown.items in about and about[0] in known
        self._at = about.index(shown.items) if shown and stays else 0
        self._rebuild()

    def take(self, number: int) -> bool:
        """Take the way with this number, from 1; return whether there is one."""
        problem = self.problem
        if problem is None or not 0 < number <= len(problem.ways):
            return False
        self.looked_at.emit(None)
        self.taken.emit(problem, problem.ways[number - 1])
        return True

    def step(self, by: int) -> None:
        """Show the next or the previous problem."""
        if self._problems:
            self._at = (self._at + by) % len(self._problems)
            focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._rebuild()
            if focused:
                self.begin()

    def begin(self) -> bool:
        """Put the keyboard on the first remedy; return whether there is one."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if 0 < number <= 9 and self.take(number):
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        over = (QEvent.Type.Enter, QEvent.Type.FocusIn)
        away = (QEvent.Type.Leave, QEvent.Type.FocusOut)
        if event.type() in over + away and button in self._buttons and self.problem:
            way = self.problem.ways[self._buttons.index(button)]  # type: ignore[arg-type]
            self.looked_at.emit(way if event.type() in over else None)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), painting.colour("warn_soft"))
        p.fillRect(0, 0, 3, self.height(), painting.colour("warn_line"))
        painting.hairline(p, 3, self.height() - 1, self.width() - 3, "hair")

    def _rebuild(self) -> None:
        clear(self._inside)
        self._buttons = []
        problem = self.problem
        self.setVisible(problem is not None)
        if problem is None:
            return
        sentence = Label(problem.sentence, "strong", wrap=True)
        head = row(IconLabel("triangle-alert", "warn"), (sentence, 1), gap=8)
        for part in self._counter():
            head.addWidget(part)
        self._inside.addLayout(head)
        self._inside.addLayout(row((self._ways(problem), 1), margins=(21, 0, 0, 0)))
        self.setAccessibleName(problem.sentence)

    def _counter(self) -> list[QWidget]:
        total = len(self._problems)
        count = Label(tr("{n} of {total}", n=self._at + 1, total=total), "caption")
        if total < 2:
            return [count]
        back = self._arrow("chevron-left", tr("Previous"), lambda: self.step(-1))
        return [back, count, self._arrow("chevron-right", tr("Next"), lambda: self.step(1))]

    def _arrow(self, icon: str, name: str, act: Callable[[], object]) -> Button:
        return Button("", "quiet", icon, small=True, tooltip=name, on_click=act)

    def _ways(self, problem: Problem) -> QWidget:
        flow = Flow(gap=8)
        for number, way in enumerate(problem.ways, 1):
            button = _way_button(way, number)
            button.clicked.connect(lambda _on=False, n=number: self.take(n))
            button.installEventFilter(self)
            self._buttons.append(button)
            flow.add(button)
        return flow


def _way_button(way: Way, number: int) -> Button:
    kind = "warn" if number == 1 and way.kind in ("change", "pause") else "plain"
    return Button(way.words, kind, key=str(number), key_first=True, small=True)
