"""The form in which one entry is rated: what it says, its views, both scales and the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Axis, Entry, Recommendation, Topic
from dialogueprep.ui import theme
from dialogueprep.ui.dates import day
from dialogueprep.ui.models.rating_draft import Draft, Seen, Stroke
from dialogueprep.ui.models.rating_prompts import MATTERS, in_words, prompts_of
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, WritingField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.rating_views import RatingViews
from dialogueprep.ui.widgets.rubric import Rubric
from dialogueprep.words import later, listed, sentences, tr

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


class ReasonField(WritingField):
    """A reason; Enter is left to the form, Shift+Enter begins a line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class RatingForm(QWidget):
    """Changes a draft of the ratings of one entry; ``touched`` says that it did."""

    touched = Signal()

    def __init__(self, entry: Entry, names: Mapping[str, str], today: date) -> None:
        super().__init__()
        self.draft = Draft(entry, today)
        self.front: Seen = self.draft.first_due
        self._names = names
        self.views = RatingViews(names)
        self.views.chosen.connect(self.show_view)
        self.views.withdrawn.connect(self._withdraw)
        self.highest = Paragraph("", "small", "ink2")
        self.scales: dict[Axis, Rubric] = {}
        self.reasons: dict[Axis, Field] = {}
        self._stands: dict[Axis, Paragraph] = {}
        for axis in Axis:
            self._make_axis(axis)
        self._lay_out(entry)
        self.show_view(self.front)

    def _make_axis(self, axis: Axis) -> None:
        name = tr(wording.of(axis))
        scale = Rubric(axis, [tr(words) for words in RUBRIC[axis]], name)
        scale.rated.connect(lambda n: self._rate(axis, n))
        scale.cleared.connect(lambda: self._clear(axis))
        reason = ReasonField(lines=(2, 4))
        reason.textChanged.connect(lambda: self._write(axis, reason.toPlainText()))
        self.scales[axis] = scale
        self.reasons[axis] = Field(tr("Reason: {axis}", axis=name), reason)
        self._stands[axis] = Paragraph("", "caption", "ink3")

    def _lay_out(self, entry: Entry) -> None:
        language = theme.window_language()
        title = entry.titles.best(language)
        parts = column(Paragraph(title, "title"), gap=8)
        if words := _said(entry):
            parts.addWidget(Paragraph(words, "small", "ink2", max_lines=4))
        for box in _prompts(entry):
            parts.addWidget(box)
        self.add = Button(tr("Add a view"), "link", "plus", on_click=self._offer_views)
        self.back = Button(tr("Take this view back"), "link", on_click=self._withdraw_front)
        parts.addWidget(self.views)
        parts.addSpacing(2)
        parts.addLayout(self._columns())
        parts.addLayout(row((self.highest, 1), self.back, self.add, gap=14))
        self.setLayout(parts)
        for one, other in pairwise([self.views, *self._stops(), self.back, self.add]):
            QWidget.setTabOrder(one, other)

    def _columns(self) -> QGridLayout:
        one, other = self.scales.values()
        one.stand_beside(other)
        other.stand_beside(one)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for at, (axis, scale) in enumerate(self.scales.items()):
            heading = Label(tr(wording.of(axis)), "strong")
            parts = (heading, self._stands[axis], scale, self.reasons[axis])
            for line, part in enumerate(parts):
                grid.addWidget(part, line, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        return grid

    def show_view(self, view: Seen) -> None:
        """Put a view in front."""
        self.front = view
        for axis in Axis:
            stroke = self.draft.of(view, axis)
            self.scales[axis].show_value(stroke.value, stroke.former)
            field = self._field(axis)
            if field.toPlainText() != stroke.reason:
                field.setPlainText(stroke.reason)
            self.reasons[axis].say("")
            self._show_standing(axis, stroke)
        self._show_views()

    def begin(self) -> None:
        """Give the keyboard to what comes first: what is open, else the first scale."""
        (self._open() or [self.scales[Axis.SENSITIVITY]])[0].setFocus()

    def go_on(self, at: QWidget | None) -> bool:
        """Take the keyboard from a widget to what is open beyond; return False if nothing is.

        Where the widget itself is open, say so.
        """
        still = self._open()
        if not still:
            return False
        if at is not None and at in still:
            self.say_open(at)
            return True
        stops = self._stops()
        here = stops.index(at) if at in stops else -1
        beyond = [w for w in still if stops.index(w) > here]
        (beyond or still)[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def say_open(self, target: QWidget) -> None:
        """Say at a scale or a reason that it is needed."""
        for axis in Axis:
            if target is self.scales[axis]:
                self.reasons[axis].say(tr("Choose 1 to 5: what is not rated is never offered."))
            elif target is self._field(axis):
                needed = tr("A rating needs a reason, one line is enough.")
                self.reasons[axis].say(needed, bad=True)

    def show_unreasoned(self) -> bool:
        """Show the first value that lacks its reason; return whether there is one."""
        found = self.draft.unreasoned()
        if found is None:
            return False
        view, axis = found
        self.show_view(view)
        self.say_open(self._field(axis))
        self._field(axis).setFocus()
        return True

    def add_view(self, code: str) -> None:
        """Add the view of a delegation and put it in front."""
        self.draft.add(code)
        self.show_view(code)
        self.scales[Axis.SENSITIVITY].setFocus()
        self.touched.emit()

    def views_to_add(self) -> list[str]:
        """Return the codes of the delegations whose view is not there yet."""
        return [code for code in self._names if code not in self.draft.views]

    def _offer_views(self) -> None:
        menu = QMenu(self)
        for code in self.views_to_add():
            menu.addAction(self._names[code], lambda c=code: self.add_view(c))
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _withdraw_front(self) -> None:
        self._withdraw(self.front)

    def _withdraw(self, view: Seen) -> None:
        self.draft.withdraw(view)
        self.show_view(None)
        self.views.setFocus()
        self.touched.emit()

    def _rate(self, axis: Axis, value: int) -> None:
        self.draft.rate(self.front, axis, value)
        self._changed(axis)

    def _clear(self, axis: Axis) -> None:
        self.draft.clear(self.front, axis)
        self.scales[axis].show_value(None)
        self._changed(axis)

    def _write(self, axis: Axis, words: str) -> None:
        self.draft.of(self.front, axis).reason = words.strip()
        if words.strip():
            self.reasons[axis].say("")
        self.touched.emit()

    def _changed(self, axis: Axis) -> None:
        self.reasons[axis].say("")
        self._show_standing(axis, self.draft.of(self.front, axis))
        self._show_views()
        self.touched.emit()

    def _show_views(self) -> None:
        self.views.show_draft(self.draft, self.front)
        self.views.setVisible(len(self.draft.views) > 1)
        self.highest.show_text(self._highest())
        self.add.setVisible(bool(self.views_to_add()))
        strokes = [self.draft.of(self.front, axis) for axis in Axis]
        self.back.setVisible(self.front is not None or any(s.counting for s in strokes))

    def _highest(self) -> str:
        """Return in a sentence which values count."""
        counting = {axis: self.draft.counting(axis) for axis in Axis}
        if not all(value for value, _held in counting.values()):
            return tr("Not rated on both scales, so it is not offered to an agenda.")
        said = [self._counts(axis, *found) for axis, found in counting.items()]
        return tr("The highest counts: {ratings}.", ratings=listed(said))

    def _counts(self, axis: Axis, value: int | None, held: tuple[Seen, ...]) -> str:
        words = tr("{axis} {n}", axis=tr(wording.of(axis)).casefold(), n=value)
        if None in held or len(self.draft.views) == 1:
            return words
        who = listed(self.views.name_of(view) for view in held)
        return tr("{words} ({who})", words=words, who=who)

    def _show_standing(self, axis: Axis, stroke: Stroke) -> None:
        words, due = _standing(stroke)
        self._stands[axis].set_ink("warn" if due else "ink3")
        self._stands[axis].show_text(words)

    def _open(self) -> list[QWidget]:
        """Return what still has to be filled in, in order."""
        values = {axis: self.draft.of(self.front, axis) for axis in Axis}
        one_is_enough = self.front is not None and any(s.value for s in values.values())
        found: list[QWidget] = []
        for axis, stroke in values.items():
            if stroke.value is None and not one_is_enough:
                found.append(self.scales[axis])
            elif stroke.value is not None and not stroke.reason:
                found.append(self._field(axis))
        return found

    def _stops(self) -> list[QWidget]:
        return [w for axis in Axis for w in (self.scales[axis], self._field(axis))]

    def _field(self, axis: Axis) -> WritingField:
        field = self.reasons[axis].field
        assert isinstance(field, WritingField)  # noqa: S101  made here
        return field


def _said(entry: Entry) -> str:
    language = theme.window_language()
    if isinstance(entry, Topic):
        return entry.summaries.best(language)
    return entry.texts.best(language) if isinstance(entry, Recommendation) else ""


def _prompts(entry: Entry) -> list[QWidget]:
    found = prompts_of(entry)
    if not found:
        return []
    lines = [
        tr("{axis}: {word}", axis=tr(MATTERS.get(p.code, p.code)), word=in_words(p)) for p in found
    ]
    head = tr("Words here often touch a sensitive matter. Only people rate; nothing is chosen.")
    return [NoteBox(head, "\n".join(lines), "info")]


def _standing(stroke: Stroke) -> tuple[str, bool]:
    """Return who rated when and when it is due, and whether that day has come."""
    known = stroke.known
    if known is None or stroke.withdrawn:
        return tr("Not rated"), False
    by = tr("Rated {day}.", day=day(known.rated))
    if known.rater:
        by = tr("Rated by {rater}, {day}.", rater=known.rater, day=day(known.rated))
    if known.review_by is None:
        return by, False
    if stroke.due:
        was = tr("Was {n}; review was due {day}.", n=known.value, day=day(known.review_by))
        return sentences((was, by)), True
    return sentences((by, tr("Review due {day}.", day=day(known.review_by)))), False
