"""Templates of targets: save those of the dialogue, use, rename or delete one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.commands import targets as commands
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.targets import Dimension, Target, TargetTemplate
from dialogueprep.sentences import explain
from dialogueprep.store import targets
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import listed, ntr, tr

_SHOWN = 6  # targets named in a row


class _Rows(RowDelegate):
    height = 52

    def paint_row(self, p, w, h, value: TargetTemplate, state: RowState) -> None:
        from dialogueprep.ui import painting, theme

        painting.text(p, 16, 7, w - 32, theme.scaled(20), value.name, "strong")
        painting.text(p, 16, 28, w - 32, theme.scaled(18), said(value.targets), "small", "ink2")


class _List(RowList):
    dialog: TargetTemplatesDialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dialog.delete()
        elif event.key() == Qt.Key.Key_F2:
            self.dialog.begin_rename()
        else:
            super().keyPressEvent(event)


class TargetTemplatesDialog(QDialog):
    """Works on the store directly: every step is on disk, and can be undone in the window."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: DialogueId) -> None:
        super().__init__(parent)
        self._session, self._dialogue = session, dialogue
        self._renaming: TargetTemplate | None = None
        self.setWindowTitle(tr("Templates of targets"))
        self._model: ListModel[TargetTemplate] = ListModel(
            lambda t: t.name, spoken=lambda t: f"{t.name}, {said(t.targets)}"
        )
        self.list = _List(self._model, _Rows(), name=tr("Templates"))
        self.list.dialog = self
        self.list.chosen.connect(lambda _template: self._show_buttons())
        self.list.activated_value.connect(lambda _template: self.use())
        self._upper = QStackedWidget()
        self._nothing = Paragraph(
            tr("There is no template yet. Set targets beside the roster, then keep them here under"
               " a name for the next round."),
            "small", "ink2",
        )  # fmt: skip
        self.name = LineField()
        self.name.setPlaceholderText(tr("Five, five, five and a host"))
        self.field = Field(tr("Keep the targets of this dialogue as"), self.name)
        self.name.returnPressed.connect(self.save)
        self._lay_out()
        self.resize(520, 460)
        self._show()
        (self.list if self._model.rows else self.name).setFocus()

    def save(self) -> None:
        """Keep the dialogue's targets under the name, or give the chosen template that name."""
        try:
            if self._renaming is not None:
                commands.rename_template(self._session.store, self._renaming, self.name.text())
                kept = self._renaming.id
            else:
                kept = commands.save_template(self._session.store, self._dialogue, self.name.text())
        except Refused as refusal:
            self.field.say(explain(refusal), bad=True)
            self.name.setFocus()
            return
        self._end_rename()
        self._show()
        self.list.choose(kept)
        self.list.setFocus()

    def use(self) -> None:
        """Give the dialogue the targets of the chosen template."""
        if template := self._chosen():
            left = self._session.run(commands.use_template, self._dialogue, template)
            if left:
                self._session.notice.emit(
                    ntr("{n} target is for a delegation that is not at the table.",
                        "{n} targets are for delegations that are not at the table.", left)
                )  # fmt: skip
            self.accept()

    def delete(self) -> None:
        """Delete the chosen template."""
        if template := self._chosen():
            self._session.run(commands.delete_template, template.id)
            self._session.say_removed(tr("Template “{name}” deleted", name=template.name))
            self._show()

    def begin_rename(self) -> None:
        """Ask for another name of the chosen template."""
        if template := self._chosen():
            self._renaming = template
            self.save_button.setText(tr("Rename"))
            self.name.setText(template.name)
            self.name.selectAll()
            self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._renaming is not None:
            self._end_rename()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.hasFocus():
            event.accept()  # the field has taken it
        else:
            super().keyPressEvent(event)

    def _end_rename(self) -> None:
        self._renaming = None
        self.save_button.setText(tr("Save"))
        self.name.clear()
        self.field.say("")

    def _chosen(self) -> TargetTemplate | None:
        found = self.list.value()
        return found if isinstance(found, TargetTemplate) else None

    def _show(self) -> None:
        self._model.show_rows(targets.templates(self._session.store))
        if self._chosen() is None:
            self.list.choose_first()
        self._upper.setCurrentIndex(0 if self._model.rows else 1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in (self.use_button, self.rename_button, self.delete_button):
            button.setEnabled(self._chosen() is not None)

    def _lay_out(self) -> None:
        self.save_button = Button(tr("Save"), on_click=self.save)
        self.rename_button = Button(tr("Rename"), "quiet", key="F2", on_click=self.begin_rename)
        self.delete_button = Button(tr("Delete"), "quiet", key="Del", on_click=self.delete)
        self.use_button = Button(tr("Use for this dialogue"), "primary", on_click=self.use)
        for button in (self.save_button, self.rename_button, self.delete_button):
            button.setAutoDefault(False)
        self.use_button.setDefault(True)
        head = row(Label(tr("Templates of targets"), "title"), margins=(20, 16, 20, 8))
        below = column(
            row((self.field, 1), column(None, self.save_button, gap=0), gap=8),
            margins=(20, 10, 20, 12),
        )
        close = Button(tr("Close"), on_click=self.reject)
        foot = row(
            self.rename_button, self.delete_button, None, close, self.use_button,
            margins=(14, 10, 20, 12),
        )  # fmt: skip
        nothing = box(column(self._nothing, None, margins=(20, 4, 20, 8)), "paper")
        for each in (self.list, nothing):
            self._upper.addWidget(each)
        upper = column(head, (self._upper, 1), hairline(), below, gap=0)
        self.setLayout(column((box(upper, "paper"), 1), hairline(), box(foot, "shade"), gap=0))


def said(wanted: tuple[Target, ...]) -> str:
    """Return targets in words: "CN 5, JP 5, Women 8"."""
    words = [f"{_named(t)} {t.wanted}" for t in wanted[:_SHOWN]]
    return listed([*words, "…"] if len(wanted) > _SHOWN else words)


def _named(target: Target) -> str:
    from dialogueprep.domain.people import BroadSector, Gender, Sector, Seniority

    kinds = {
        Dimension.SECTOR: Sector,
        Dimension.BROAD: BroadSector,
        Dimension.GENDER: Gender,
        Dimension.SENIORITY: Seniority,
    }
    kind = kinds.get(target.dimension)
    return tr(wording.of(kind(target.category))) if kind else target.category
