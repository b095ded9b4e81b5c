"""Who sits where: the form of the table, how delegations sit, and exchanges of two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QWidget

from dialogueprep.commands import invitations as commands
from dialogueprep.domain.briefs.name_order import ordered
from dialogueprep.domain.dialogue import Dialogue, ItemId
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.people import Participation, ParticipationId, Role
from dialogueprep.domain.table_plan import (
    Arrangement,
    TableShape,
    arranged,
    in_seats,
    numbered,
    seated,
    swapped,
)
from dialogueprep.sentences import explain
from dialogueprep.store import invitations as store_invitations
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.notices import Banner, Notice
from dialogueprep.ui.widgets.table_view import TableView
from dialogueprep.words import later, ntr, tr
from dialogueprep.workflows import correspondence

SHAPES = {
    TableShape.ROUND: later("Round table"),
    TableShape.U_SHAPE: later("U-shape"),
    TableShape.LONG: later("Long table"),
}
ARRANGEMENTS = {
    Arrangement.ALTERNATE: later("Delegations alternate"),
    Arrangement.BLOCKS: later("Delegations in blocks"),
}
_HEADS = frozenset({Role.CHAIR, Role.MODERATOR})


class SeatingDialog(QDialog):
    """Each exchange is one step, undone here with Ctrl+Z."""

    def __init__(
        self, parent: QWidget | None, session: Session, dialogue: Dialogue, today: date
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Seating plan"))
        self.session, self._dialogue, self._today = session, dialogue, today
        self._floor = session.store.undo_depth
        self._it = correspondence.gather(session.store, dialogue.id, today)
        shape = store_invitations.table_shape(session.store, dialogue.id)
        self.shape: Segments[TableShape] = Segments(
            [(s, tr(w)) for s, w in SHAPES.items()], shape, name=tr("Table"), fitted=True
        )
        self.arrangement: Segments[Arrangement] = Segments(
            [(a, tr(w)) for a, w in ARRANGEMENTS.items()], name=tr("Delegations"), fitted=True
        )
        self.heads: Choice[ItemId | None] = Choice(self._items(), None, name=tr("At the head"))
        self.table = TableView()
        self.banner = Banner()
        self._says = Label("", "small", "ink2", elide=True)
        self.arrange_button = Button(tr("Arrange anew"), "plain", on_click=self.arrange)
        self.undo_button = Button(tr("Undo"), "quiet", "undo-2", on_click=self.undo)
        self.write_button = Button(tr("Make a PDF"), "primary", "file-output", on_click=self.write)
        self._lay_out()
        self._connect()
        self.refresh()
        self.table.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, dialogue: Dialogue, today: date) -> None:
        """Show the plan until the user closes it."""
        cls(parent, session, dialogue, today).exec()

    def _items(self) -> list[tuple[ItemId | None, str]]:
        """Return whose chairs and moderators may sit at the head: of any item, or of one."""
        language = theme.window_language()
        known = [
            (s.item.id, s.item.titles.best(language))
            for s in self._it.occasion.slots
            if any(a.item == s.item.id and a.roles & _HEADS for a in self._it.occasion.attendances)
        ]
        return [(None, tr("Nobody in particular")), *known]

    def _lay_out(self) -> None:
        head = row(Label(tr("Seating plan"), "title"), 8, (self._says, 1), self.shape)
        options = row(
            Field(tr("Delegations"), self.arrangement), 12,
            (Field(tr("Chairs and moderators at the head, of"), self.heads), 1), 12,
            column(None, self.arrange_button, gap=0),
        )  # fmt: skip
        top = column(head, options, gap=12, margins=(24, 16, 24, 12))
        keys = tr(
            "Arrows go around, Space takes up and exchanges, Ctrl+arrow exchanges neighbours."
        )
        actions = row(
            self.undo_button, 8, (Label(keys, "caption", "ink3", elide=True), 1), 8,
            Button(tr("Close"), on_click=self.accept), self.write_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(box(column((self.table, 1), gap=0), "sheet"))
        self._stack.addWidget(
            EmptyState(
                tr("Nobody is seated yet"),
                tr("Those who accepted or are confirmed get a seat. See Invitations."),
            )
        )
        self.setLayout(
            column(box(top, "paper"), self.banner, hairline(), (self._stack, 1), hairline(),
                   box(actions, "shade"), gap=0)
        )  # fmt: skip
        self.resize(1060, 740)

    def _connect(self) -> None:
        self.shape.chosen.connect(self._take_shape)
        self.arrangement.chosen.connect(lambda _arrangement: self.arrange())
        self.heads.picked.connect(lambda _item: self.arrange())
        self.table.swap_wanted.connect(self.swap)
        self.session.changed.connect(self._on_changed)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo),
        ):
            QShortcut(keys, self).activated.connect(act)

    # showing --------------------------------------------------------------------------------

    def people(self) -> tuple[Participation, ...]:
        """Return who is seated, in the order of the seats; arranged while nobody has one."""
        there = seated(self._it.people)
        return self._arranged() if all(p.seat is None for p in there) else in_seats(there)

    def refresh(self) -> None:
        """Show the seats as they stand in the store."""
        self._it = correspondence.gather(self.session.store, self._dialogue.id, self._today)
        people = self.people()
        self.shape.show_value(store_invitations.table_shape(self.session.store, self._dialogue.id))
        self.table.show_people(people, self.shape.value)
        self._stack.setCurrentIndex(0 if people else 1)
        self._says.setText(ntr("{n} seat", "{n} seats", len(people)))
        self.write_button.setEnabled(bool(people))
        self.arrange_button.setEnabled(len(people) > 1)
        self.undo_button.setEnabled(self.session.store.undo_depth > self._floor)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("participations", "settings", "persons"):
            self.refresh()

    # changing -------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Seat everybody anew, as it is chosen above."""
        self._seat(self._arranged())

    def _arranged(self) -> tuple[Participation, ...]:
        """Return delegations in their order, names in theirs, heads at the head."""
        language = self._dialogue.working_language
        people = ordered(seated(self._it.people), language, self._it.naming)
        codes = [d.code for d in self._dialogue.delegations_in(language)]
        return arranged(people, codes, self.arrangement.value, self._leading())

    def _leading(self) -> Sequence[ParticipationId]:
        item = self.heads.value
        there = [a for a in self._it.occasion.attendances if a.item == item and a.roles & _HEADS]
        there.sort(key=lambda a: Role.CHAIR not in a.roles)
        return [a.participation for a in there]

    def swap(self, one: ParticipationId, other: ParticipationId) -> None:
        """Exchange two people."""
        self._seat(swapped(self.people(), one, other))
        self.table.choose(one)

    def _seat(self, order: Sequence[Participation]) -> None:
        self.session.run(commands.seat, self._dialogue.id, dict(numbered(order)))
        self.refresh()

    def _take_shape(self, shape: TableShape) -> None:
        self.session.run(commands.shape_table, self._dialogue.id, shape)
        self.refresh()

    def undo(self) -> None:
        """Take back the last change that was made here."""
        if self.session.store.undo_depth > self._floor:
            self.session.attempt(self.session.store.undo)
            self.refresh()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.session.attempt(self.session.store.redo)
        self.refresh()

    def write(self) -> None:
        """Ask for a folder if none is known, and write the plan there."""
        folder = self.session.machine.papers_folder
        if not folder or not Path(folder).is_dir():
            folder = QFileDialog.getExistingDirectory(self, tr("Where the files are written"))
        if folder:
            self.write_into(Path(folder))

    def write_into(self, folder: Path) -> None:
        """Write the plan into a folder, which is kept as that of such papers."""
        language = theme.window_language()
        try:
            pdf = correspondence.plan(self._it, self.people(), language, self.shape.value)
            (made,) = correspondence.write_pdf(folder, "seating-plan.pdf", pdf)
        except Exception as error:
            if not isinstance(error, Explained):
                raise
            self.banner.show_notices([Notice(explain(error), "warn", closable=True)])
            return
        self.session.machine.papers_folder = str(folder)
        self.session.machine.save()
        words = tr("The plan is in {place}.", place=str(made.path))
        self.banner.show_notices([Notice(words, "info", closable=True)])
