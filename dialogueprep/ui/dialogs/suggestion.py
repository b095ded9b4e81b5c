"""Suggested topics: for how long, which ones and why, what could stand instead, in which order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from dialogueprep.domain.library import TopicId
from dialogueprep.domain.offer import Kept
from dialogueprep.ui.delegates.suggestion_row import AlternativeRows, SuggestedRows
from dialogueprep.ui.models.suggestion import LONGEST, SHORTEST, Asked, Proposal, SuggestedRow
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, NumberField
from dialogueprep.ui.widgets.kept_line import KeptLine
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.length_field import LengthField
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.suggestion_strip import BudgetBar, SuggestionStrip
from dialogueprep.words import ntr, tr

MOST_BUDGET = 14 * 720  # minutes
MUCH_LEFT = 30  # minutes that are said to stay free


class _Alternatives(RowList):
    """What could stand in a choice's place; Esc goes back to the choices."""

    def __init__(self, model: ListModel[SuggestedRow], back: Callable[[], object]) -> None:
        super().__init__(model, AlternativeRows(), name=tr("Alternatives"), on="shade")
        self._back = back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self._back()
            return
        super().keyPressEvent(event)


class SuggestionDialog(QDialog):
    """Works on a proposal; ``asked`` is what is to be put on the agenda."""

    def __init__(self, parent: QWidget | None, proposal: Proposal) -> None:
        super().__init__(parent)
        self.proposal = proposal
        self.asked: Asked | None = None
        self.look_at: Kept | None = None
        """What is kept back that the organiser wants to see in the library."""
        self.setWindowTitle(tr("Suggest topics"))
        self._make_fields()
        self._make_lists()
        self._make_buttons()
        self._lay_out()
        self._add_keys()
        self.resize(1000, 720)
        self._show()
        (self.choices if proposal.suggestion.choices else self.budget).setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, proposal: Proposal) -> SuggestionDialog:
        """Return the dialog when it is closed; ``asked`` is None if it was given up."""
        dialog = cls(parent, proposal)
        dialog.exec()
        return dialog

    # building -------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.budget = LengthField(tr("Time for topics"), 0, MOST_BUDGET)
        self.budget.sent.connect(self._set_budget)
        self.days = NumberField(1, 14)
        self.days.setValue(self.proposal.days)
        self.days.setAccessibleName(tr("Days"))
        self.days.valueChanged.connect(self._set_days)
        self.strip = SuggestionStrip()
        self.sum = BudgetBar()
        self.kept_line = KeptLine()
        self.kept_line.wanted.connect(self._look_at)
        self.short = Paragraph("", "small", "warn")

    def _make_lists(self) -> None:
        self._rows: ListModel[SuggestedRow] = ListModel(
            lambda r: r.title, spoken=lambda r: r.spoken, tooltip=lambda r: r.spoken
        )
        self._others: ListModel[SuggestedRow] = ListModel(
            lambda r: r.title, spoken=lambda r: r.spoken, tooltip=lambda r: r.spoken
        )
        self.choices = RowList(self._rows, SuggestedRows(), name=tr("Suggested topics"), on="paper")
        self.alternatives = _Alternatives(self._others, self.choices.setFocus)
        self.choices.chosen.connect(lambda _row: self._show_chosen())
        self.choices.activated_value.connect(lambda _row: self._to_alternatives())
        self.alternatives.activated_value.connect(self._replace)
        self._none = Paragraph("", "body", "ink2")
        self._none_box = box(column(self._none, None, margins=(20, 20, 20, 0)), "paper")
        self._instead = Label("", "label", elide=True)
        self._no_other = Paragraph(tr("Nothing else fits here."), "small", "ink3")
        self._no_other_box = box(column(self._no_other, None, margins=(16, 10, 16, 0)), "shade")

    def _make_buttons(self) -> None:
        self.length = LengthField(tr("Length"), SHORTEST, LONGEST)
        self.length.setFixedWidth(90)
        self.length.sent.connect(self._set_minutes)
        self.keep = self._button(tr("Keep"), "lock", self._keep, "K")
        self.up = self._button("", "arrow-up", lambda: self._move(-1), tooltip=tr("Earlier"))
        self.down = self._button("", "arrow-down", lambda: self._move(1), tooltip=tr("Later"))
        self.replace = self._button(tr("Replace"), "arrow-right", self._to_alternatives, "R")
        self.remove = self._button("", "x", self._remove, tooltip=tr("Take out"))
        self.again = Button(tr("Suggest the rest again"), icon="sparkles", on_click=self._again)
        self.put = Button(tr("Put on the agenda"), "primary", on_click=self.take)
        self.put.setDefault(True)

    def _button(
        self, words: str, icon: str, act: Callable[[], object], key: str = "", tooltip: str = ""
    ) -> Button:
        return Button(words, "quiet", icon, key=key, small=True, tooltip=tooltip, on_click=act)

    def _lay_out(self) -> None:
        lists = row((self._left(), 5), hairline("down"), (self._right(), 3), gap=0)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row((self.sum, 1), self.again, cancel, self.put, margins=(24, 10, 24, 12))
        parts = column(
            box(self._head(), "paper"),
            hairline(),
            (lists, 1),
            hairline(),
            box(actions, "shade"),
            gap=0,
        )
        self.setLayout(parts)

    def _head(self) -> QLayout:
        self.budget.setFixedWidth(130)
        self.days.setFixedWidth(72)
        ceiling = self.proposal.dialogue.ceiling
        meaning = Paragraph(_meaning(ceiling), "small", "ink2")
        limit = column(Label(tr("Sensitivity ceiling"), "label"), meaning, None, gap=4)
        fields = row(
            Field(tr("Time for topics"), self.budget), Field(tr("Days"), self.days), (limit, 1),
            gap=20,
        )  # fmt: skip
        return column(
            fields, 2, self.strip, self.short, self.kept_line, gap=6, margins=(24, 14, 24, 10)
        )

    def _left(self) -> QWidget:
        self.bar = box(
            row(
                self.length, self.replace, self.keep, None, self.up, self.down, self.remove,
                gap=6, margins=(14, 6, 14, 6),
            ),
            "paper",
        )  # fmt: skip
        parts = column((self.choices, 1), (self._none_box, 1), hairline(), self.bar, gap=0)
        return box(parts, "paper")

    def _right(self) -> QWidget:
        head = box(row((self._instead, 1), margins=(16, 8, 16, 6)), "shade")
        hint = Label(tr("Enter takes it, Esc goes back."), "caption", "ink3")
        foot = box(row(hint, margins=(16, 6, 16, 8)), "shade")
        lists = (head, (self.alternatives, 1), (self._no_other_box, 1), hairline(), foot)
        return box(column(*lists, gap=0), "shade")

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "R": self._to_alternatives,
            "Right": self._to_alternatives,
            "K": self._keep,
            "Del": self._remove,
            "Alt+Up": lambda: self._move(-1),
            "Alt+Down": lambda: self._move(1),
            "Shift+Up": lambda: self._longer(-5),
            "Shift+Down": lambda: self._longer(5),
        }
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self.choices)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._again)
        self.again.setToolTip("Ctrl+R")
        self.put.setToolTip("Ctrl+Enter")

    # showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        it, rows = self.proposal, self.proposal.rows()
        self.budget.show_minutes(it.budget)
        self._rows.show_rows(rows)
        self.choices.choose_first()
        self.choices.setVisible(bool(rows))
        self._none_box.setVisible(not rows)
        self.strip.show_suggestion(it.coverage, it.sensitivities)
        self.sum.show_sum(it.suggestion.minutes, it.budget)
        self._show_short()
        self.again.setEnabled(bool(rows))
        self.put.setEnabled(bool(rows))
        self._show_chosen()

    def _show_short(self) -> None:
        """Say where time stays free because nothing that is offered fits it."""
        it = self.proposal
        self.kept_line.show_kept(it.kept_back, it.dialogue.ceiling)
        free = it.suggestion.left if it.suggestion.left >= MUCH_LEFT else 0
        said = it.more_wanted and bool(free) and bool(it.suggestion.choices)
        words = ntr(
            "No other topic fits: {n} minute stays free.",
            "No other topic fits: {n} minutes stay free.",
            free,
        )
        self.short.show_text(words if said else "")
        self.short.setVisible(said)
        self._none.show_text(_nothing(it))

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for each in (self.length, self.keep, self.up, self.down, self.replace, self.remove):
            each.setEnabled(chosen is not None)
        self._others.show_rows(self.proposal.alternatives(chosen.id) if chosen else [])
        there = bool(self._others.rows)
        self.alternatives.setVisible(there)
        self._no_other_box.setVisible(not there)
        self._instead.setText(tr("Instead of “{title}”", title=chosen.title) if chosen else "")
        if chosen is not None:
            self.length.show_minutes(chosen.minutes)
            self.keep.setText(tr("Let go") if chosen.kept else tr("Keep"))
            self.keep.updateGeometry()
            self.up.setEnabled(chosen.number > 1)
            self.down.setEnabled(chosen.number < self._rows.rowCount())

    def _chosen(self) -> SuggestedRow | None:
        return self.choices.value()

    # acting ---------------------------------------------------------------------------------

    def _set_budget(self, minutes: int) -> None:
        self.proposal.set_budget(minutes)
        self._show()

    def _set_days(self, days: int) -> None:
        before = self.proposal.usual_budget()
        self.proposal.days = days
        if self.proposal.budget == before:
            self.proposal.set_budget(self.proposal.usual_budget())
        self._show()

    def _set_minutes(self, minutes: int) -> None:
        self._with_chosen(lambda topic: self.proposal.set_minutes(topic, minutes))

    def _longer(self, by: int) -> None:
        if (chosen := self._chosen()) is not None:
            self._set_minutes(chosen.minutes + by)

    def _keep(self) -> None:
        self._with_chosen(self.proposal.keep)

    def _move(self, step: int) -> None:
        self._with_chosen(lambda topic: self.proposal.move(topic, step))

    def _remove(self) -> None:
        self._with_chosen(self.proposal.remove)
        if not self._rows.rows:
            self.budget.setFocus()

    def _again(self) -> None:
        self.proposal.suggest_rest()
        self._show()

    def _with_chosen(self, act: Callable[[TopicId], object]) -> None:
        if (chosen := self._chosen()) is not None:
            act(chosen.id)
            self._show()
            self.choices.scrollTo(self.choices.currentIndex())

    def _to_alternatives(self) -> None:
        if self._others.rows:
            self.alternatives.choose_first()
            self.alternatives.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self, by: SuggestedRow) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.proposal.replace(chosen.id, by.id)
        self._show()
        self.choices.choose(by.id)
        self.choices.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at(self, kept: Kept) -> None:
        self.look_at = kept
        self.reject()

    def take(self) -> None:
        """Accept the choices as they stand."""
        if self.proposal.suggestion.choices:
            self.asked = self.proposal.asked
            self.accept()


def _meaning(ceiling: int) -> str:
    """Return what a ceiling lets through: the words of the scale for its highest step."""
    from dialogueprep.domain.library import Axis
    from dialogueprep.ui.widgets.rating_form import RUBRIC

    step = tr(RUBRIC[Axis.SENSITIVITY][ceiling - 1])
    return tr("Up to {n} of 5: {meaning}", n=ceiling, meaning=step)


def _nothing(it: Proposal) -> str:
    if not it.offered:
        return tr("No topic of the library can be offered to this dialogue.")
    if not it.budget:
        return tr("There is no time left for topics. Write how much there is.")
    return tr("No topic fits this time. Write a longer one.")
