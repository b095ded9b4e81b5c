"""Destroying notes or a whole dialogue: what goes, what stays, where, a clear yes, the outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from dialogueprep.commands import life as commands
from dialogueprep.domain.destroying import Act, Order, Target, What
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store.purging import Preview
from dialogueprep.ui import dates
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.kept_typed import PASSING
from dialogueprep.ui.models.destroying_words import reach, stays
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import window_language
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.certificate_view import CertificateView
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import Part, box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.part_bar import PartBar
from dialogueprep.ui.widgets.people_along import PeopleAlong
from dialogueprep.words import ntr, tr
from dialogueprep.workflows.certificate import counts


class DestroyDialog(QDialog):
    """``act`` is what was done, None as long as nothing was."""

    def __init__(
        self, parent: QWidget | None, session: Session, of: Dialogue, what: What, today: date
    ) -> None:
        super().__init__(parent)
        self._session, self._of, self._today = session, of, today
        self._target = Target(what, of.id)
        self.act: Act | None = None
        self._name = of.names.best(window_language())
        title = tr("Destroy the raw notes") if what is What.NOTES else tr("Purge the dialogue")
        self.setWindowTitle(title)
        self.typed = LineField(name=tr("The name of the dialogue"))
        self.typed.setProperty(PASSING, True)
        self.typed.textChanged.connect(self._on_edited)
        self.named = CheckBox(tr("Name the dialogue in the certificate"))
        self.clock = CheckBox(tr("This computer’s date is right"))
        self.clock.toggled.connect(self._on_edited)
        self._believable = commands.date_is_believable(session.store, today)
        self._said = Paragraph("", "small", "block")
        self.take = Button(title, "danger", "trash-2", on_click=self.begin)
        self.take.setDefault(True)  # it is enabled only once the name is typed
        self.cancel = Button(tr("Cancel"), on_click=self.reject)
        self.bar = PartBar()
        self.where = Label(tr("A copy of the workspace comes first."), "small", "ink2")
        self._pages = QStackedWidget()
        self.view = CertificateView(session)
        self._lay_out(title)
        self._on_edited()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, session: Session, of: Dialogue, what: What, today: date
    ) -> Act | None:
        """Show what would go and do it if the user says so; return what was done."""
        dialog = cls(parent, session, of, what, today)
        dialog.exec()
        return dialog.act

    # building -------------------------------------------------------------------------------

    def _lay_out(self, title: str) -> None:
        about = tr("{name}, {dates}", name=self._name,
                   dates=dates.span(self._of.first_day, self._of.last_day))  # fmt: skip
        head = column(Label(title, "title"), Label(about, "body", "ink2", elide=True), gap=4,
                      margins=(28, 20, 28, 14))  # fmt: skip
        self._pages.addWidget(scrolled(box(self._preview(), "paper"), "paper"))
        self._pages.addWidget(box(self._working(), "paper"))
        self._pages.addWidget(scrolled(self.view, "paper"))
        self._asking = box(self._second_step(), "shade")
        self.save = Button(tr("Save as PDF"), "primary", "file-output", on_click=self._save)
        self.save.hide()
        said = self.view.said
        foot = row(self.save, (said, 1), self.cancel, self.take, margins=(28, 10, 28, 14))
        self.setLayout(
            column(
                box(head, "paper"), hairline(), (self._pages, 1), hairline(), self._asking,
                hairline(), box(foot, "shade"), gap=0,
            )
        )  # fmt: skip
        self.resize(640, 720)

    def _preview(self) -> QVBoxLayout:
        self._session.flush.emit()
        try:
            found = commands.preview(self._session.store, self._target)
        except Explained as refused:
            self._found: Preview | None = None
            self.along: PeopleAlong | None = None
            note = NoteBox(explain(refused), level="block")
            return column(note, None, gap=8, margins=(28, 16, 28, 16))
        self._found = found
        what = self._target.what
        others = found.alone
        self._goes = (_counted(found.destroyed), _counted(others.destroyed if others else {}))
        self._goes[1].hide()
        self._stays = Paragraph(stays(what), "body", "ink2")
        self.along = PeopleAlong(others) if others else None
        return column(
            Label(tr("Goes for good"), "label"),
            *self._goes,
            *self._people(),
            10,
            Label(tr("Where it reaches"), "label"),
            _grid(reach(found, what)),
            10,
            Label(tr("Stays"), "label"),
            self._stays,
            6,
            Paragraph(_how(), "small", "ink2"),
            None,
            gap=6,
            margins=(28, 16, 28, 16),
        )

    def _people(self) -> tuple[Part, ...]:
        if self.along is None:
            return ()
        self.along.toggled.connect(self._on_along)
        return 10, Label(tr("People"), "label"), self.along

    def _second_step(self) -> QVBoxLayout:
        asked = tr("To go on, type the name of the dialogue: {name}", name=self._name)
        odd = tr(
            "This computer says that today is {day}, which does not fit the days before.",
            day=dates.day(self._today),
        )
        doubt = column(NoteBox(odd, level="warn"), self.clock, gap=6)
        inside = column(
            *([] if self._believable else [doubt]),
            Field(asked, self.typed),
            self.named,
            self._said,
            gap=8,
            margins=(28, 12, 28, 12),
        )
        self._said.hide()
        return inside

    def _working(self) -> QVBoxLayout:
        said = Label(tr("It is being destroyed. This cannot be stopped half-way."), "body")
        return column(
            None, said, 10, self.bar, 8, self.where, None, gap=0, margins=(48, 24, 48, 24)
        )

    # doing ----------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        same = self.typed.text().strip().casefold() == self._name.strip().casefold()
        sure = self._believable or self.clock.isChecked()
        self.take.setEnabled(same and sure and self._found is not None)

    def _on_along(self) -> None:
        also = bool(self.along and self.along.chosen)
        for shown, counted in zip((not also, also), self._goes, strict=True):
            counted.setVisible(shown)
        self._stays.show_text(stays(self._target.what, people=not also))

    def begin(self) -> None:
        """Destroy it, and show the certificate; what is refused is said in place."""
        name = self._name if self.named.isChecked() else ""
        along = self.along.chosen if self.along else frozenset[str]()
        self._show_working(True)
        try:
            self.act = commands.destroy(
                self._session.store, Order(self._target, name, along), self._today, self._tick
            )
        except Explained as refused:
            self._show_working(False)
            self._said.show_text(explain(refused))
            self._said.show()
            return
        self._session.bringing.look()
        self._show_done(self.act)
        if self.act.reached.missed:
            self._ask_about_missed(self.act)

    def _tick(self, done: int, total: int) -> None:
        self.bar.show_part(done / max(1, total))
        self.bar.repaint()
        self.where.setText(tr("Copies: {n} of {total}", n=done, total=total))
        self.where.repaint()

    def _show_working(self, on: bool) -> None:
        self._pages.setCurrentIndex(1 if on else 0)
        for each in (self._asking, self.take, self.cancel):
            each.setVisible(not on)
        self.repaint()

    def _show_done(self, act: Act) -> None:
        self.view.show_act(act)
        self._pages.setCurrentIndex(2)
        self.save.show()
        self.cancel.setText(tr("Close"))
        self.cancel.show()
        self.save.setDefault(True)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_about_missed(self, act: Act) -> None:
        names = "\n".join(act.reached.missed)
        said = tr(
            "These copies could not be opened and may still hold what was destroyed. They are "
            "tried again each time the workspace is opened.\n{names}",
            names=names,
        )
        n = len(act.reached.missed)
        title = ntr("{n} copy was not reached", "{n} copies were not reached", n)
        if Confirm.ask(self, title, said, tr("Delete these copies")):
            done = self._session.attempt(lambda: commands.delete_missed(self._session.store, act))
            self.act = done or act
            self.view.show_act(self.act)

    def _save(self) -> None:
        if self.act is not None:
            self.view.ask_where()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._session.settled()


def _how() -> str:
    return tr(
        "A copy of the workspace is made first and goes at the end, so that nothing else is lost "
        "if the computer stops in between. It is then gone on with when the workspace is opened."
    )


def _counted(found: Mapping[str, int]) -> QWidget:
    """Return what goes, kind by kind; it can be hidden."""
    made = QWidget()
    made.setLayout(_grid(counts(found) or ((tr("Notes"), "0"),)))
    return made


def _grid(rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(3)
    grid.setColumnMinimumWidth(0, 190)
    grid.setColumnStretch(1, 1)
    for at, (name, value) in enumerate(rows):
        grid.addWidget(Paragraph(name, "body", "ink2"), at, 0)
        grid.addWidget(Paragraph(value, "body", "ink"), at, 1)
    return grid
