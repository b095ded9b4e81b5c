"""The checklist before the first item."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import before_start as commands
from dialogueprep.domain.before_start import POINTS, Check
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.store import before_start
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import tr

_WIDE = 560  # px


class BeforeStartDialog(QDialog):
    """Six points to check off; each is kept at once."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: DialogueId) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Before the first item"))
        self._session, self._dialogue = session, dialogue
        self.boxes = {check: self._box(check) for check in Check}
        self._counted = Label("", "small", "ink2")
        hint = tr("What the program cannot see for you. Each point is kept as you check it.")
        points = column(*(self._point(check) for check in Check), gap=14, margins=(24, 16, 24, 18))
        self.close_button = Button(tr("Close"), "primary", on_click=self.accept)
        head = column(
            Label(self.windowTitle(), "title"), Paragraph(hint, "small", "ink2"), gap=6,
            margins=(24, 18, 24, 12),
        )  # fmt: skip
        foot = row(self._counted, None, self.close_button, margins=(24, 10, 24, 14))
        whole = column(
            box(head, "paper"), hairline(), box(points, "paper"), hairline(),
            box(foot, "shade"), gap=0,
        )  # fmt: skip
        self.setLayout(whole)
        self.setFixedWidth(_WIDE)
        self._show()
        self.ensurePolished()
        # What a layout asks for at first is as high as its lines are when they are set narrow.
        self.setFixedHeight(whole.totalHeightForWidth(_WIDE))
        first = next((c for c in Check if not self.boxes[c].isChecked()), Check.INPUT_METHOD)
        self.boxes[first].setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, dialogue: DialogueId) -> None:
        """Show the checklist until the user closes it."""
        cls(parent, session, dialogue).exec()

    def _box(self, check: Check) -> CheckBox:
        made = CheckBox(tr(POINTS[check].words))
        made.setAccessibleDescription(tr(POINTS[check].why))
        made.clicked.connect(lambda on: self._on_clicked(check, on))
        return made

    def _point(self, check: Check) -> QWidget:
        why = row(26, (Paragraph(tr(POINTS[check].why), "small", "ink2"), 1), gap=0)
        return box(column(self.boxes[check], why, gap=2))

    def _on_clicked(self, check: Check, on: bool) -> None:
        self._session.run(commands.check_off, self._dialogue, check, done=on)
        self._show()

    def _show(self) -> None:
        done = before_start.done(self._session.store, self._dialogue)
        for check, each in self.boxes.items():
            each.setChecked(check in done)
        self._counted.setText(tr("{n} of {total} checked", n=len(done), total=len(Check)))
