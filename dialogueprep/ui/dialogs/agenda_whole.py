"""The agenda as a whole: sensitivity, sittings, what stands out, voices, dimensions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.agenda_whole import LEADING_ROLES
from dialogueprep.domain.library import Dimension, TopicId
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.ui.models.agenda_problems import Problem, Way, problems_of
from dialogueprep.ui.models.whole_figures import (
    INKS,
    Bar,
    Group,
    as_text,
    dimension_bars,
    share_bars,
    strips,
    suggestion,
)
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.whole_views import BarLine, DayStrip, Legend
from dialogueprep.words import tr


class AgendaWholeDialog(QDialog):
    """Shows an agenda as a whole. ``wanted`` is the remedy that the reader took."""

    def __init__(
        self, parent: QWidget | None, agenda: Agenda, dimensions: Mapping[TopicId, Dimension]
    ) -> None:
        super().__init__(parent)
        self._agenda, self._dimensions = agenda, dimensions
        self.wanted: tuple[Problem, Way] | None = None
        self.remedies: list[Button] = []
        self.setWindowTitle(tr("The agenda as a whole"))
        groups: list[tuple[Group, str]] = [
            ("delegation", tr("By delegation")), ("sector", tr("By sector")),
        ]  # fmt: skip
        self.group: Segments[Group] = Segments(groups, name=tr("Balance of voice"))
        self.group.chosen.connect(lambda _value: self._show_shares())
        self._shares = QVBoxLayout()
        self._shares.setSpacing(2)
        self.copy = Button(tr("Copy as text"), "quiet", "copy", on_click=self.copy_text)
        self.close_button = Button(tr("Close"), on_click=self.reject)
        self._lay_out()
        self._show_shares()
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self.copy_text)
        self.resize(920, 760)
        self.close_button.setDefault(True)
        (self.remedies[0] if self.remedies else self.close_button).setFocus()

    # building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        legend = Legend([(INKS[r], tr(wording.role(r, several=True))) for r in LEADING_ROLES])
        share_head = row(Label(tr("Balance of voice"), "head"), None, self.group)
        minutes = dimension_bars(self._agenda, self._dimensions)
        most = max((bar.total for bar in minutes), default=1)
        inside = column(
            Label(tr("Sensitivity over the days, and sittings without a pause"), "head"), 4,
            *self._strips(), 14,
            Label(tr("What stands out"), "head"), 4, *self._problems(), 14,
            share_head, 4, legend, self._shares, 4, *self._suggestion(), 14,
            Label(tr("Time for each dimension"), "head"), 4,
            *(BarLine(bar, most) for bar in minutes), None,
            gap=2, margins=(28, 20, 28, 24),
        )  # fmt: skip
        self.area = scrolled(box(inside, "paper"), "paper")
        foot = row(self.copy, None, self.close_button, margins=(16, 10, 20, 12))
        self.setLayout(column((self.area, 1), hairline(), box(foot, "shade"), gap=0))

    def _strips(self) -> list[QWidget]:
        found = strips(self._agenda)
        if not found:
            return [Paragraph(tr("Nothing is on the agenda yet."), "body", "ink2")]
        first = min(s.start for strip in found for s in strip.steps)
        last = max(s.end for strip in found for s in strip.steps)
        return [DayStrip(strip, first, last) for strip in found]

    def _problems(self) -> list[QWidget]:
        problems = problems_of(self._agenda)
        if not problems:
            return [Paragraph(tr("Nothing stands out."), "body", "ink2")]
        return [self._problem(each) for each in problems]

    def _problem(self, problem: Problem) -> QWidget:
        flow = Flow(gap=8)
        for way in problem.ways:
            button = Button(way.words, small=True, on_click=lambda w=way: self._take(problem, w))
            button.setAutoDefault(False)
            button.setAccessibleDescription(problem.sentence)
            self.remedies.append(button)
            flow.add(button)
        icon = column(3, IconLabel("triangle-alert", "warn"), None, gap=0)
        words = column(Paragraph(problem.sentence, "body"), flow, gap=4)
        return box(row(icon, (words, 1), gap=10, margins=(0, 4, 0, 8)))

    def _suggestion(self) -> list[QWidget]:
        words = suggestion(self._agenda)
        return [Paragraph(words, "small", "ink2")] if words else []

    # showing --------------------------------------------------------------------------------

    def _show_shares(self) -> None:
        clear(self._shares)
        bars = self._bars()
        most = max((bar.total for bar in bars), default=1)
        for bar in bars:
            self._shares.addWidget(BarLine(bar, most))
        if not any(bar.parts for bar in bars):
            clear(self._shares)
            words = tr("Nobody chairs, moderates or presents yet.")
            self._shares.addWidget(Paragraph(words, "body", "ink2"))

    def _bars(self) -> Sequence[Bar]:
        return share_bars(self._agenda, self.group.value)

    # acting ---------------------------------------------------------------------------------

    def copy_text(self) -> None:
        """Put all that is shown on the clipboard, in words."""
        parts = [
            (tr("Sensitivity over the days"), [s.spoken for s in strips(self._agenda)]),
            (tr("What stands out"), [p.sentence for p in problems_of(self._agenda)]),
            (tr("Balance of voice"), [b.spoken for b in self._bars()]),
            (
                tr("Time for each dimension"),
                [b.spoken for b in dimension_bars(self._agenda, self._dimensions)],
            ),
        ]
        QGuiApplication.clipboard().setText(as_text(parts))
        self.copy.setText(tr("Copied"))

    def _take(self, problem: Problem, way: Way) -> None:
        self.wanted = (problem, way)
        self.accept()
