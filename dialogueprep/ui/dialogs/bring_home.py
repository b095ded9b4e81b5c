"""Asks which findings and recommendations of a dialogue go into the library, and where to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands.bring_home import source_of
from dialogueprep.domain import wording
from dialogueprep.domain.library import TopicId
from dialogueprep.ui.dates import day
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.homecoming_row import HomecomingRow
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.words import ntr, tr
from dialogueprep.workflows.homecoming import Homecomings


class BringHomeDialog(QDialog):
    """Lists what may come home; ``chosen`` has the topic for each that was ticked."""

    def __init__(self, parent: QWidget | None, it: Homecomings) -> None:
        super().__init__(parent)
        self.chosen: dict[str, TopicId] = {}
        self.setWindowTitle(tr("Bring findings home"))
        self.rows = [HomecomingRow(each, it.topics) for each in it.found]
        for each in self.rows:
            each.changed.connect(self._count)
            each.check.installEventFilter(self)
        self._said = Label("", "small", "ink2")
        self._every = Button("", "link", on_click=self._tick_all)
        self.done_button = Button(tr("Bring home"), "primary", on_click=self.take)
        self.done_button.setDefault(True)
        self.setLayout(self._whole(it))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        self.resize(760, max(420, min(760, self.screen().availableGeometry().height() - 80)))
        self._count()
        first = next((r.check for r in self.rows if r.check.isEnabled()), None)
        (first or self.done_button).setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, it: Homecomings) -> dict[str, TopicId] | None:
        """Return the topic of each that is to come home by its id, or None if given up."""
        asked = cls(parent, it)
        return asked.chosen if asked.exec() else None

    def _whole(self, it: Homecomings):
        listed = column(gap=0, margins=(24, 0, 24, 12))
        for number, each in enumerate(self.rows):
            if number:
                listed.addWidget(hairline())
            listed.addWidget(each)
        if not self.rows:
            nothing = tr("This dialogue has no findings and no recommendations yet.")
            listed.addWidget(Paragraph(nothing, "body", "ink2"))
        listed.addStretch(1)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(
            self._said, 6, self._every, None, cancel, self.done_button, margins=(24, 10, 24, 14)
        )
        return column(
            box(self._head(it), "paper"),
            hairline(),
            (scrolled(box(listed, "paper"), "paper"), 1),
            hairline(),
            box(actions, "shade"),
            gap=0,
        )

    def _head(self, it: Homecomings):
        source = source_of(it.dialogue)
        facts = (source.publisher, day(source.published), tr(wording.of(source.kind)))
        second = "  ·  ".join(filter(None, facts))
        hint = tr(
            "What is ticked becomes a recommendation in the library, in all its languages, with "
            "this dialogue as its source. It arrives unrated, so no agenda is offered it until "
            "somebody rates it. Support and the notes behind stay here."
        )
        named = column(Paragraph(source.title, "strong"), Paragraph(second, "small", "ink2"), gap=1)
        sign = column(3, IconLabel("book-open", "ink2"), None, gap=0)
        return column(
            Label(self.windowTitle(), "title"),
            row(sign, (named, 1), gap=8),
            Paragraph(hint, "small", "ink2"),
            gap=8,
            margins=(24, 18, 24, 14),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down go from box to box."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._to_next(watched, step)
                return True
        return super().eventFilter(watched, event)

    def take(self) -> None:
        """Accept what is ticked if each has a topic."""
        ticked = [each for each in self.rows if each.check.isChecked()]
        bare = [each for each in ticked if each.topic.value is None]
        for each in bare:
            each.say_topic()
        if bare:
            bare[0].topic.setFocus()
            return
        if not ticked:
            return
        self.chosen = {
            each.of.it.id: each.topic.value for each in ticked if each.topic.value is not None
        }
        self.accept()

    def _to_next(self, check: QObject, step: int) -> None:
        boxes = [each.check for each in self.rows if each.check.isEnabled()]
        at = next((n for n, each in enumerate(boxes) if each is check), 0) + step
        if 0 <= at < len(boxes):
            boxes[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _open_rows(self) -> list[HomecomingRow]:
        return [each for each in self.rows if each.check.isEnabled()]

    def _tick_all(self) -> None:
        every = self._open_rows()
        on = not all(each.check.isChecked() for each in every)
        for each in every:
            each.check.setChecked(on)

    def _count(self) -> None:
        every = self._open_rows()
        n = sum(each.check.isChecked() for each in every)
        self._said.setText(tr("{n} of {total} chosen", n=n, total=len(self.rows)))
        self._every.setText(tr("Tick none") if every and n == len(every) else tr("Tick all"))
        self._every.updateGeometry()
        self._every.setVisible(bool(every))
        self.done_button.setEnabled(bool(n))
        self.done_button.setText(
            ntr("Bring {n} home", "Bring {n} home", n) if n else tr("Bring home")
        )
        self.done_button.updateGeometry()
