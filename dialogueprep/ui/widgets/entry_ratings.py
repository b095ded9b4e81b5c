"""The ratings of a topic or recommendation in the detail: for all, and as each view sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Axis, Entry, Rating
from dialogueprep.ui import badges, theme
from dialogueprep.ui.dates import day
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import sentences, tr


def is_due(entry: Entry, today: date) -> bool:
    """Return whether a rating of an entry is to be looked at again."""
    return any(r.review_by is not None and r.review_by <= today for r in entry.ratings)


def ratings(
    entry: Entry,
    today: date,
    names: Mapping[str, str],
    again: Callable[[], object] | None = None,
) -> QWidget:
    """Return both ratings with words, the views side by side, and when to look again.

    ``names`` are those of delegations by code; ``again`` rates once more what has expired.
    """
    columns = row(gap=20)
    for axis in Axis:
        columns.addWidget(_axis(entry, axis, names), 1)
    parts = column(columns, gap=6)
    if any(rating.delegation for rating in entry.ratings):
        words = tr("Seen differently by delegations: the highest counts.")
        parts.addWidget(Paragraph(words, "small", "ink2"))
    for words, due in _review(entry.ratings, today):
        parts.addWidget(_due(words, again) if due else Paragraph(words, "caption", "ink3"))
    return box(parts)


def _axis(entry: Entry, axis: Axis, names: Mapping[str, str]) -> QWidget:
    value = entry.sensitivity if axis is Axis.SENSITIVITY else entry.operability
    parts = column(MeterLine(axis, value), gap=3)
    mine = [rating for rating in entry.ratings if rating.axis is axis]
    several = any(rating.delegation for rating in mine)
    for rating in sorted(mine, key=lambda r: r.delegation or ""):
        if several:
            parts.addWidget(_view(rating, names))
        parts.addWidget(Paragraph(rating.reason, "small", "ink2"))
    parts.addStretch(1)
    return box(parts)


def _view(rating: Rating, names: Mapping[str, str]) -> QWidget:
    code = rating.delegation
    name = tr("All delegations") if code is None else names.get(code, code)
    line = row(SmallMeter(rating.axis, rating.value), (Label(name, "label", elide=True), 1), gap=6)
    line.setContentsMargins(0, 4, 0, 0)
    return box(line)


def _review(known: Sequence[Rating], today: date) -> list[tuple[str, bool]]:
    """Return sentences on who rated and when to look again; True where that day has come."""
    said: dict[str, bool] = {}
    for rating in known:
        by = tr("Rated by {rater}, {day}.", rater=rating.rater, day=day(rating.rated))
        by = by if rating.rater else tr("Rated {day}.", day=day(rating.rated))
        due = rating.review_by is not None and rating.review_by <= today
        if due and rating.review_by:
            said[tr("Review was due {day}", day=day(rating.review_by))] = True
        elif rating.review_by:
            by = sentences((by, tr("Review due {day}.", day=day(rating.review_by))))
        said.setdefault(by, False)
    return list(said.items())


def _due(words: str, again: Callable[[], object] | None) -> QWidget:
    sign = column(3, IconLabel("triangle-alert", "warn_line", 14), None, gap=0)
    line = row(sign, (Label(words, "small", "warn", wrap=True), 1), gap=6)
    if again is not None:
        line.addWidget(Button(tr("Rate again"), "link", on_click=again))
    return box(line)


class MeterLine(QWidget):
    """Five bars, the digit, and the rating in words: "Sensitivity: moderate"."""

    def __init__(self, axis: Axis, value: int | None) -> None:
        super().__init__()
        self._axis, self._value = axis, value
        words = tr("{axis}: {word}", axis=tr(wording.of(axis)), word=badges.level_word(value))
        self.setAccessibleName(words + ("" if value is None else tr(", {n} of 5", n=value)))
        self.setLayout(column(Paragraph(words), margins=(badges.METER_WIDTH + 8, 1, 0, 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        top = 1 + (theme.line("body") - 14) / 2
        badges.meter(QPainter(self), 0, top, self._value, _kind(self._axis))


class SmallMeter(QWidget):
    """Five bars and the digit of one view."""

    def __init__(self, axis: Axis, value: int) -> None:
        super().__init__()
        self._axis, self._value = axis, value
        self.setFixedSize(badges.METER_WIDTH + 2, theme.line("label"))
        self.setAccessibleName(tr("{axis}: {word}", axis=tr(wording.of(axis)), word=value))

    def paintEvent(self, event: QPaintEvent) -> None:
        top = (self.height() - 12) / 2
        badges.meter(QPainter(self), 0, top, self._value, _kind(self._axis), h=12)


def _kind(axis: Axis) -> badges.Scale:
    return "sensitivity" if axis is Axis.SENSITIVITY else "operability"
