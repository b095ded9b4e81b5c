"""What is said of the second place for copies of an open workspace, and choosing it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame

from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store import second_place
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.second_place import still_tells
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import ntr, sentences, tr


class SecondPlacePart(QFrame):
    """Where the second place is, and how it stands; ``changed`` says that copies may have."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bringing = session.bringing
        self._folder = session.store.folder
        self._where = Label("", "strong", elide=True)
        self._state = Paragraph("", "small", "ink2")
        self.choose = Button(tr("Choose a second place"), "plain", on_click=self._choose)
        self.forget = Button(tr("Use it no more"), "link", on_click=self._forget)
        self.setLayout(
            row(
                column(2, IconLabel("usb", "ink3"), None, gap=0),
                (column(self._where, self._state, gap=2), 1),
                self.forget,
                self.choose,
                gap=12,
                margins=(28, 12, 28, 12),
            )
        )
        self._bringing.ended.connect(self._look_again)
        self._show()

    def begin(self) -> None:
        """Bring there what it lacks."""
        self._bringing.look()
        self._show()

    def choose_place(self, into: Path) -> None:
        """Take a folder as the second place, and bring the copies there."""
        try:
            second_place.choose(self._folder, into)
        except Explained as error:
            self._state.show_text(explain(error))
            return
        self._bringing.look()
        self._look_again()

    def _look_again(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        second = second_place.chosen(self._folder)
        self.forget.setVisible(second is not None)
        if second is None:
            self._where.setText(tr("No second place"))
            self._state.show_text(
                tr(
                    "A stick or another disk that copies go to as well. It helps when this "
                    "computer is lost."
                )
            )
            return
        self.choose.setText(tr("Choose another"))
        self._where.setText(str(second.path))
        self._where.setToolTip(str(second.path))
        self._state.show_text(self._state_of(second))

    def _state_of(self, second: second_place.Second) -> str:
        waiting = second_place.lacking(self._folder)
        if not second.is_there:
            left = ntr(
                "It is not here now; {n} copy waits for it.",
                "It is not here now; {n} copies wait for it.",
                waiting,
            )
            had = tr("It is not here now; it had all copies when it was.")
            return sentences((left if waiting else had, still_tells(second)))
        if self._bringing.is_running:
            return tr("Copies are being brought to it.")
        if isinstance(self._bringing.stopped, Explained):
            return explain(self._bringing.stopped)
        return tr("It is here, and has all copies.") if not waiting else tr("It is here.")

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a second place"))
        if chosen:
            self.choose_place(Path(chosen))

    def _gives_up(self) -> bool:
        still = tr(
            "Copies there still hold words that were struck or destroyed here, or the order in "
            "which notes of closed items were typed. This goes when the place is back; if it is "
            "given up, it stays there until you delete the copies."
        )
        return Confirm.ask(self, tr("Use this place no more?"), still, tr("Use it no more"))

    def _forget(self) -> None:
        """Use the place no more; where something is still owed there, ask before."""
        second = second_place.chosen(self._folder)
        if second and second.owes and not self._gives_up():
            return
        second_place.forget(self._folder)
        self._look_again()
