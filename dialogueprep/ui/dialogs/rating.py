"""The window that rates: one entry, or one after the other through a queue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from dialogueprep.commands.library import View
from dialogueprep.domain.library import Axis, Recommendation, Topic
from dialogueprep.ui.dialogs.unkept import AskBeforeLosing
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.rating_form import RatingForm
from dialogueprep.ui.widgets.rubric import Rubric
from dialogueprep.words import tr

Entry = Topic | Recommendation
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Rated:
    """What was asked for: what each view says now, by whom, and until when it holds."""

    views: tuple[View, ...]
    rater: str
    review_by: date


Write = Callable[[Entry, Rated], bool]
"""Writes ratings of an entry; returns whether they are on disk."""


class RatingDialog(QDialog):
    """Asks for the ratings of entries; a value needs a reason. Enter goes to what is still open,

    then rates; in a queue it goes on to the next entry. ``rated`` is what was asked for last.
    """

    def __init__(
        self,
        parent: QWidget | None,
        entry: Entry,
        rater: str,
        today: date,
        names: Mapping[str, str] | None = None,
        *,
        queue: Sequence[Entry] = (),
        write: Write | None = None,
    ) -> None:
        super().__init__(parent)
        self.rated: Rated | None = None
        self.written = 0
        """How many entries of a queue were rated."""
        self._entries, self._at = [entry, *queue], 0
        self._today, self._names, self._write = today, names or {}, write
        self.setWindowTitle(tr("Rate"))
        self.rater = LineField(rater, tr("A name or an institution"), name=tr("Rated by"))
        self.review = DateField(today + _A_YEAR, name=tr("Look at it again by"))
        self._by = Field(tr("Look at it again by"), self.review)
        self.form = RatingForm(entry, self._names, today)
        self._lay_out()
        self._show()
        self.resize(860, self._height())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        AskBeforeLosing(self)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        entry: Entry,
        rater: str,
        today: date,
        names: Mapping[str, str],
    ) -> Rated | None:
        """Return the ratings, or None if given up."""
        asked = cls(parent, entry, rater, today, names)
        return asked.rated if asked.exec() else None

    @property
    def scales(self) -> dict[Axis, Rubric]:
        """The two scales of the entry that is shown."""
        return self.form.scales

    @property
    def reasons(self) -> dict[Axis, Field]:
        """The reasons of the entry that is shown."""
        return self.form.reasons

    @property
    def entry(self) -> Entry:
        """The entry that is shown."""
        return self._entries[self._at]

    def _lay_out(self) -> None:
        self._place = column(self.form, None, gap=0, margins=(24, 18, 24, 16))
        self._scroll = scrolled(box(self._place, "paper"), "paper")
        by = row((Field(tr("Rated by"), self.rater), 1), (self._by, 1), gap=24)
        who = box(column(by, margins=(24, 8, 24, 12)), "paper")
        hint = tr("Ratings are for the organisers; no document shows them.")
        self.count = Label("", "small", "ink2")
        cancel = Button(tr("Close") if self._write else tr("Cancel"), on_click=self.reject)
        self.skip = Button(tr("Skip"), on_click=self._next)
        if self._write is None:  # to show it before it has an owner would open a window
            self.skip.hide()
        self.done_button = Button(tr("Rate"), "primary", on_click=self.take)
        said = column(Label(hint, "small", "ink3"), self.count, gap=0)
        if self._write is None:
            self.count.hide()
        actions = row(said, None, cancel, self.skip, self.done_button, margins=(24, 10, 24, 14))
        foot = box(actions, "shade")
        self.setLayout(column((self._scroll, 1), hairline(), who, foot, gap=0))

    def _height(self) -> int:
        """Return how high the window is to be, in px: as its content asks, within the screen."""
        room = self.screen().availableGeometry().height() - 80
        return max(480, min(room, 760))

    def _show(self) -> None:
        n, total = self._at + 1, len(self._entries)
        if self._write:
            self.count.setText(tr("{n} of {total}", n=n, total=total))
            self.done_button.setText(tr("Rate and go on") if n < total else tr("Rate"))
            self.done_button.updateGeometry()
        QWidget.setTabOrder(self.form.add, self.rater)
        self.form.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif not self.form.go_on(focused):
            self.take()

    def take(self) -> None:
        """Accept the ratings if each value has a reason; in a queue, write them and go on."""
        if self.form.show_unreasoned():
            return
        views = self.form.draft.written(self.form.front)
        if not views:
            self.form.go_on(None)
            return
        if self.review.day() <= self._today:
            self._by.say(tr("The day to look at it again has to lie ahead."), bad=True)
            self.review.setFocus()
            return
        self.rated = Rated(views, self.rater.text().strip(), self.review.day())
        if self._write is None:
            self.accept()
        elif self._write(self.entry, self.rated):
            self.written += 1
            self.rater.setModified(False)
            self._next()

    def _next(self) -> None:
        """Go on to the next entry of the queue, or close after the last."""
        self._at += 1
        if self._at >= len(self._entries):
            self._at -= 1
            self.accept()
            return
        clear(self._place)
        self.form = RatingForm(self.entry, self._names, self._today)
        self._place.addWidget(self.form)
        self._place.addStretch(1)
        self.form.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._by.say("")
        self._show()
