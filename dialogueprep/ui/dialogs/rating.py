"""The form of a rating: both scales with what each step means, the reasons, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands.library import Judgement
from dialogueprep.domain import wording
from dialogueprep.domain.library import Axis, Entry
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.rubric import Rubric
from dialogueprep.words import later, tr

RUBRIC: dict[Axis, tuple[str, ...]] = {
    Axis.SENSITIVITY: (
        later("Touches nobody’s position. Officials could speak of it in public."),
        later("Interests differ, but a disagreement in public would pass unnoticed."),
        later("Touches a national strategy or a debate at home. Words need care."),
        later("Touches security, rivalry or a dispute. A leaked sentence would do harm."),
        later("Sovereignty, history or arms. To raise it may end the conversation."),
    ),
    Axis.OPERABILITY: (
        later("A wish. Nobody could say who would do what."),
        later("Governments would have to decide, or a law to change, first."),
        later("Could begin in two years or so if ministries agree."),
        later("Bodies that exist could begin with their own means."),
        later("Done in part already. More of it needs no new decision."),
    ),
}
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Rated:
    """What was asked for: judgements on one axis or both, by whom, and until when."""

    judgements: tuple[Judgement, ...]
    rater: str
    review_by: date


class RatingDialog(QDialog):
    """Asks for the ratings of an entry; a value needs a reason."""

    def __init__(self, parent: QWidget | None, entry: Entry, rater: str, today: date) -> None:
        super().__init__(parent)
        self.rated: Rated | None = None
        self.setWindowTitle(tr("Rate"))
        self._title = entry.titles.best(theme.window_language())
        self.scales: dict[Axis, Rubric] = {}
        self.reasons: dict[Axis, Field] = {}
        for axis in Axis:
            self._make_axis(entry, axis)
        self.rater = LineField(rater, tr("A name or an institution"), name=tr("Rated by"))
        until = today + _A_YEAR
        self.review = DateField(until, name=tr("Look at it again by"))
        self._lay_out()
        self.resize(760, 560)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        self.scales[Axis.SENSITIVITY].setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, entry: Entry, rater: str, today: date) -> Rated | None:
        """Return the ratings, or None if given up."""
        asked = cls(parent, entry, rater, today)
        return asked.rated if asked.exec() else None

    def _make_axis(self, entry: Entry, axis: Axis) -> None:
        known = next((r for r in entry.ratings if r.axis is axis and r.delegation is None), None)
        name = tr(wording.of(axis))
        self.scales[axis] = Rubric(axis, [tr(words) for words in RUBRIC[axis]], name)
        self.scales[axis].show_value(known.value if known else None)
        reason = WritingField(known.reason if known else "", lines=(2, 4))
        self.reasons[axis] = Field(tr("Reason: {axis}", axis=name), reason)

    def _lay_out(self) -> None:
        columns = row(gap=24)
        for axis, scale in self.scales.items():
            heading = Label(tr(wording.of(axis)), "strong")
            columns.addLayout(column(heading, scale, self.reasons[axis], None, gap=8), 1)
        by = row(
            (Field(tr("Rated by"), self.rater), 1),
            (Field(tr("Look at it again by"), self.review), 1),
            gap=24,
        )
        hint = tr("Ratings are for the organisers; no document shows them.")
        form = column(
            Label(self._title, "title", wrap=True), Label(hint, "small"), 6, columns, by, None,
            gap=8, margins=(24, 18, 24, 16),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        self.done_button = Button(tr("Rate"), "primary", on_click=self.take)
        actions = row(None, cancel, self.done_button, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))

    def take(self) -> None:
        """Accept the ratings if each value has a reason."""
        given = {axis: scale.value for axis, scale in self.scales.items()}
        reasons = {axis: self._reason(axis) for axis in Axis}
        missing = [axis for axis, n in given.items() if n and not reasons[axis]]
        for axis, field in self.reasons.items():
            bad = axis in missing
            field.say(tr("A rating needs a reason, one line is enough.") if bad else "", bad=bad)
        if missing:
            self.reasons[missing[0]].field.setFocus()
            return
        judgements = [Judgement(axis, n, reasons[axis]) for axis, n in given.items() if n]
        if not judgements:
            self.scales[Axis.SENSITIVITY].setFocus()
            return
        self.rated = Rated(tuple(judgements), self.rater.text().strip(), self.review.day())
        self.accept()

    def _reason(self, axis: Axis) -> str:
        field = self.reasons[axis].field
        return field.toPlainText().strip() if isinstance(field, WritingField) else ""
