"""All templates of agendas: use one, rename, remove, hand out as a file or take one in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from dialogueprep.commands import templates as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.templates import AgendaTemplate
from dialogueprep.exchange.template_reader import read_template, read_templates
from dialogueprep.exchange.template_writer import write_template
from dialogueprep.sentences import explain
from dialogueprep.store import agenda_templates
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.dialogs.template_form import TemplateForm
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.agenda_empty import in_short
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.template_view import TemplateView
from dialogueprep.words import clauses, tr

FILE_NAME = "agenda-template.toml"


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template, and whether it is the user's own."""

    template: AgendaTemplate
    own: bool

    @property
    def name(self) -> str:
        return self.template.titles.best(theme.window_language())


class _Rows(RowDelegate):
    height = 54

    def paint_row(self, p, w, h, value: TemplateRow, state: RowState) -> None:
        painting.text(p, 16, 7, w - 32, theme.scaled(20), value.name, "strong")
        words = in_short(value.template)
        if value.own:
            words = tr("yours") + f"  ·  {words}"
        painting.text(p, 16, 28, w - 32, theme.scaled(18), words, "small", "ink2")


class _List(RowList):
    dialog: AgendaTemplatesDialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.dialog.remove()
        elif event.key() == Qt.Key.Key_F2:
            self.dialog.rename()
        else:
            super().keyPressEvent(event)


class AgendaTemplatesDialog(QDialog):
    """Works on the store directly: each deed is one step that can be undone in the window."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: DialogueId) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Templates of agendas"))
        self._session, self._dialogue = session, dialogue
        self._shipped = read_templates()
        self._model: ListModel[TemplateRow] = ListModel(
            lambda r: r.name, key=lambda r: r.template.id,
            spoken=lambda r: clauses([r.name, in_short(r.template)]),
        )  # fmt: skip
        self.list = _List(self._model, _Rows(), name=tr("Templates"))
        self.list.dialog = self
        self.list.chosen.connect(lambda _row: self._show_chosen())
        self.list.activated_value.connect(lambda _row: self.use())
        self._view, self._about = TemplateView(), Paragraph("", "small", "ink2")
        self._where = Label("", "small", "ink2", elide=True)
        self._trouble = Paragraph("", "small", "block")
        self._trouble.hide()
        self._make_buttons()
        self._lay_out()
        self.resize(860, 600)
        self._show("")
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, dialogue: DialogueId) -> bool:
        """Return whether a template was used."""
        return bool(cls(parent, session, dialogue).exec())

    def use(self) -> None:
        """Put the chosen template on the agenda."""
        if (chosen := self._chosen()) is None:
            return
        self._session.run(commands.use, self._dialogue, chosen.template)
        self.accept()

    def rename(self) -> None:
        """Ask for other names of the chosen template, if it is the user's own."""
        chosen = self._chosen()
        if chosen and chosen.own and TemplateForm.rename(self, self._session, chosen.template):
            self._show(chosen.template.id)

    def remove(self) -> None:
        """Remove the chosen template, if it is the user's own."""
        chosen = self._chosen()
        if chosen and chosen.own:
            self._session.run(commands.remove, chosen.template.id)
            self._session.say_removed(tr("Template “{name}” removed", name=chosen.name))
            self._show("")

    def hand_out(self) -> None:
        """Ask where to, and write the chosen template as a file."""
        chosen = self._chosen()
        kinds = tr("Templates of agendas (*.toml)")
        title = tr("Save the template as a file")
        path = chosen and QFileDialog.getSaveFileName(self, title, FILE_NAME, kinds)[0]
        if chosen and path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write the chosen template to a file; what goes wrong is said here."""
        if chosen := self._chosen():
            try:
                write_template(path, chosen.template)
            except Explained as error:
                self._say(error)

    def bring(self) -> None:
        """Ask for a file, and keep the template in it."""
        kinds = tr("Templates of agendas (*.toml)")
        path = QFileDialog.getOpenFileName(self, tr("Take in a template"), "", kinds)[0]
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Keep the template of a file; what is wrong with it is said here."""
        try:
            kept = commands.take_in(self._session.store, read_template(path))
        except Explained as error:
            self._say(error)
            return
        self._show(kept)

    def _say(self, error: Explained) -> None:
        self._trouble.show_text(explain(error))
        self._trouble.show()

    def _chosen(self) -> TemplateRow | None:
        found = self.list.value()
        return found if isinstance(found, TemplateRow) else None

    def _show(self, chosen: str) -> None:
        self._trouble.hide()
        own = [TemplateRow(t, True) for t in agenda_templates.every(self._session.store)]
        self._model.show_rows([*(TemplateRow(t, False) for t in self._shipped), *own])
        if chosen:
            self.list.choose(chosen)
        if self._chosen() is None:
            self.list.choose_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for button in (self.rename_button, self.remove_button):
            button.setVisible(chosen is not None and chosen.own)
        template = chosen.template if chosen else None
        self._view.show_template(template)
        about = template.summaries.best(theme.window_language()) if template else ""
        self._about.show_text(about)
        self._about.setVisible(bool(about))
        self._where.setText(self._said(template) if template else "")

    def _said(self, template: AgendaTemplate) -> str:
        """Return where the template would stand."""
        first = commands.first_free_day(self._session.store, self._dialogue)
        if not first:
            return tr("It fills the empty agenda.")
        if template.days == 1:
            return tr("It becomes day {n} of the dialogue.", n=first + 1)
        last = first + template.days
        return tr("It becomes days {first} to {last} of the dialogue.", first=first + 1, last=last)

    def _make_buttons(self) -> None:
        self.rename_button = Button(tr("Rename"), "quiet", key="F2", on_click=self.rename)
        self.remove_button = Button(tr("Remove"), "quiet", key="Del", on_click=self.remove)
        self.out_button = Button(
            tr("Save as a file"), "quiet", "file-output", on_click=self.hand_out
        )
        self.in_button = Button(tr("Take in a file"), "quiet", "file-input", on_click=self.bring)
        self.use_button = Button(tr("Use the template"), "primary", on_click=self.use)
        for button in (self.rename_button, self.remove_button, self.out_button, self.in_button):
            button.setAutoDefault(False)
        self.use_button.setDefault(True)

    def _lay_out(self) -> None:
        head = row(Label(tr("Templates of agendas"), "title"), margins=(20, 16, 20, 10))
        left = box(column((self.list, 1), gap=0), "paper", width=320)
        deeds = row(
            self.rename_button, self.remove_button, self.out_button, None, margins=(12, 6, 12, 8)
        )
        about = row((self._about, 1), margins=(20, 10, 20, 0))
        right = column(about, (scrolled(self._view, "paper"), 1), hairline(), deeds, gap=0)
        middle = row(left, hairline("down"), (box(right, "paper"), 1), gap=0)
        close = Button(tr("Close"), on_click=self.reject)
        foot = row(
            self.in_button, (self._where, 1), close, self.use_button, margins=(12, 10, 20, 12)
        )
        trouble = row((self._trouble, 1), margins=(20, 0, 20, 8))
        upper = box(column(head, trouble, hairline(), (middle, 1), gap=0), "paper")
        self.setLayout(column((upper, 1), hairline(), box(foot, "shade"), gap=0))
