"""Participants: who is at the table, in which role at which item, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from dialogueprep.commands import roles as role_commands
from dialogueprep.commands import targets as target_commands
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.people import (
    Capacity,
)
from dialogueprep.domain.targets import Target
from dialogueprep.ui import closed_dialogues, theme
from dialogueprep.ui.models.composition import Way, problems
from dialogueprep.ui.models.roster_grid import (
    LETTERS,
    RosterGrid,
    read_roster,
    standing_words,
)
from dialogueprep.ui.models.roster_order import order_said
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.pages.participants_cells import CellWork
from dialogueprep.ui.pages.participants_parts import parts_of
from dialogueprep.ui.pages.participants_people import PeopleWork
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.composition import Composition
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.legend import Legend
from dialogueprep.ui.widgets.more_button import MoreButton
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.people_exchange import PeopleExchange
from dialogueprep.ui.widgets.role_suggesting import SUGGEST_KEYS, RoleSuggesting
from dialogueprep.ui.widgets.roster import Roster
from dialogueprep.words import later, ntr, tr

_A_MOMENT = 150  # milliseconds after the last change in which a large roster is looked over


class ParticipantsPage(Page):
    """One table is roster and roles; beside it what the roster adds up to."""

    title = later("Participants")
    watches = ("participations", "attendances", "persons", "name_forms", "items", "delegations",
               "dialogues", "texts", "targets", "days", "settings")  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.grid: RosterGrid | None = None
        self.roster = Roster()
        self.cells = CellWork(session, self.roster)
        self.people = PeopleWork(self)
        self.suggest_button = Button(
            tr("Suggest roles"), "plain", "sparkles", tooltip=SUGGEST_KEYS, on_click=self._suggest
        )
        self.add_action(self.suggest_button)
        self.new = Button(tr("Add person"), "primary", "user-plus", on_click=self.people.add)
        self.add_action(self.new)
        self.parts = parts_of(session, self)
        self.more = MoreButton(self.parts)
        self.add_action(self.more)
        self.search = SearchField(tr("Name in any script, institution"))
        self.search.setFixedWidth(280)
        self.search.textChanged.connect(lambda _words: self._show_rows())
        self._counts = Label("", "small", "ink2")
        self._to_settle = Button("", "warn", "triangle-alert", small=True, on_click=self.attend)
        self.composition = Composition()
        self._nobody_fits = Label(tr("Nobody fits what is searched for."), "body", "ink2")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body())
        self._nobody = self._empty()
        self._stack.addWidget(self._nobody)
        self.set_body(self._stack)
        self._check_soon = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._check_soon.timeout.connect(self._show_checks)
        self._connect()

    def _body(self) -> QWidget:
        above = row(
            self.search, None, self._to_settle, self._counts, gap=14, margins=(16, 8, 16, 8)
        )
        left = box(
            column(
                box(above, "paper", height=theme.scaled(48)),
                (self.roster, 1), self._nobody_fits, hairline(),
                box(row((Legend(), 1)), "paper"), gap=0,
            ),
            "sheet",
        )  # fmt: skip
        self._nobody_fits.setContentsMargins(20, 12, 20, 20)
        self._panels = Panels(
            "participants", self.session.machine, Panel(left, least=420),
            Panel(self.composition, 308, "users", tr("Composition"), least=260),
        )  # fmt: skip
        return self._panels

    def _empty(self) -> EmptyState:
        return EmptyState(
            tr("Nobody is on the list yet"),
            tr("Everybody at the table stands here with delegation, sector and roles."
               " Documents are searched for all of their names."),
            Offer(tr("Add a person"), tr("From the directory or new"), self.people.add),
            Offer(tr("Take in people from a file"), tr("Or pasted from a sheet"), self._take_in),
        )  # fmt: skip

    def _connect(self) -> None:
        roster = self.roster
        roster.moved.connect(self._show_item)
        roster.role_wanted.connect(self.cells.toggle_role)
        roster.cleared.connect(self.cells.clear_roles)
        roster.presence_wanted.connect(self.cells.toggle_presence)
        roster.silence_wanted.connect(self.cells.toggle_silence)
        roster.filled.connect(self.cells.fill)
        roster.copied.connect(self.cells.copy)
        roster.pasted.connect(self.cells.paste)
        roster.opened.connect(self.people.open)
        roster.removal_wanted.connect(self.people.remove)
        roster.menu_wanted.connect(self._show_menu)
        self.composition.target_wanted.connect(self._set_target)
        self.composition.way_taken.connect(self._take_way)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.people.add)
        suggest = QShortcut(QKeySequence(SUGGEST_KEYS), self)
        suggest.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        suggest.activated.connect(self._suggest)

    # what is shown ------------------------------------------------------------------------

    def refresh(self) -> None:
        dialogue = self.session.open_dialogue()
        self.grid = read_roster(self.session.store, dialogue) if dialogue else None
        anybody = bool(self.grid and self.grid.rows)
        closed_dialogues.show_on(self.new, dialogue)
        self.suggest_button.setVisible(bool(anybody and self.grid and self.grid.columns))
        self._stack.setCurrentIndex(0 if anybody else 1)
        self.say(self._in_a_line() if anybody else "")
        if self.grid and anybody:
            self._counts.setText(standing_words(self.grid))
            self._show_rows()
            if self.grid.large:
                self._check_soon.start()
            else:
                self._show_checks()

    def _show_checks(self) -> None:
        """Show what is to settle; with a large roster a moment after the rest."""
        if self.grid is None or not self.session.is_open:
            return
        n = problems(self.grid)
        self._to_settle.setText(ntr("{n} to settle", "{n} to settle", n))
        self._to_settle.setVisible(n > 0)
        self._to_settle.updateGeometry()
        self.composition.show_matters(self.grid)
        if self.grid.large:
            self.roster.show_grid(self.grid, self.search.text())

    def _in_a_line(self) -> str:
        """Return which capacity is usual, and the order of names where one is chosen."""
        if self.grid is None:
            return ""
        personal = any(p.capacity is Capacity.PERSONAL for p in self.grid.at_table)
        capacity = tr("in personal capacity unless marked") if personal else ""
        order = order_said(self.session.store, self.grid.dialogue.id, self.grid.at_table)
        return "  ·  ".join(filter(None, (capacity, order)))

    def _show_rows(self) -> None:
        if self.grid is None:
            return
        marked = "checks" in vars(self.grid) or not self.grid.large
        self.roster.show_grid(self.grid, self.search.text(), marked=marked)
        nobody_fits = not self.roster.rows.rows
        self.roster.setVisible(not nobody_fits)
        self._nobody_fits.setVisible(nobody_fits)
        self.composition.show_grid(self.grid, self._item())

    def _show_item(self) -> None:
        if self.grid is not None:
            self.composition.show_item(self.grid, self._item())

    def show_subject(self, subject: object) -> None:
        self.search.clear()
        if isinstance(subject, str):
            self.roster.choose(subject)
            self.roster.setFocus()

    def begin(self) -> None:
        if self._stack.currentIndex():
            self._nobody.begin()
        else:
            self.roster.setFocus()

    def focus_stops(self) -> Sequence[QWidget]:
        return self._panels.panel_widgets() if not self._stack.currentIndex() else [self._nobody]

    def search_field(self) -> QWidget:
        return self.search

    def attend(self) -> None:
        self._panels.reveal(self.composition)
        self.composition.focus_matters()

    def key_hints(self) -> Sequence[KeyHint]:
        roles = [KeyHint(sign, tr(wording.role(role))) for role, sign in LETTERS.items()]
        return [
            *roles,
            KeyHint("Space", tr("attends, or is absent")),
            KeyHint("L", tr("listens only")),
            KeyHint("Del", tr("take the roles")),
            KeyHint("Shift+↑↓←→", tr("select several cells; letters and Space fill them all")),
            KeyHint("Ctrl+A", tr("select all cells")),
            KeyHint("Ctrl+C, X, V", tr("copy, cut, paste cells")),
            KeyHint("Ctrl+D, Ctrl+R", tr("fill down, fill right")),
            KeyHint("Enter", tr("open the person")),
            KeyHint("Ctrl+N", tr("add a person")),
            KeyHint(SUGGEST_KEYS, tr("suggest roles")),
            KeyHint("Shift+Del", tr("remove from the dialogue")),
        ]

    def commands(self) -> Sequence[Command]:
        it, remove = self.people, tr("Remove from the dialogue")
        return [
            Command(tr("Add person"), it.add, "Ctrl+N", "user-plus"),
            Command(tr("Open the person"), it.open, "Enter", "user", when_asked=True),
            Command(remove, it.remove, "Shift+Del", "x", when_asked=True),
            *(command for part in self.parts for command in part.commands()),
        ]

    @classmethod
    def count(cls, session: Session) -> Count | None:
        dialogue = session.open_dialogue()
        if dialogue is None:
            return None
        grid = read_roster(session.store, dialogue)
        if n := problems(grid):
            return Count(n, "warn", ntr("{n} matter to settle", "{n} matters to settle", n))
        return Count(len(grid.at_table))

    # what is done -------------------------------------------------------------------------

    def _item(self) -> ItemId | None:
        column_ = self.roster.item()
        if column_ is None and self.roster.rows.items:
            column_ = self.roster.rows.item_at(self.roster.first_column())
        return column_.item.id if column_ else None

    def _suggest(self) -> None:
        for part in self.parts:
            if isinstance(part, RoleSuggesting):
                part.suggest()

    def _take_in(self) -> None:
        for part in self.parts:
            if isinstance(part, PeopleExchange):
                part.take_in()

    def _set_target(self, target: Target) -> None:
        if self.session.dialogue is not None:
            self.session.run(target_commands.set_target, self.session.dialogue, target)

    def _take_way(self, way: Way) -> None:
        self.search.clear()
        if way.participation:
            self.roster.choose(way.participation, way.item or self._item())
            self.roster.setFocus()
        if way.cells:
            self.session.run(role_commands.settle, way.cells)
        elif way.opens:
            self.people.open()

    def _show_menu(self, at: QPoint) -> None:
        self.menu().exec(at)

    def menu(self) -> QMenu:
        """Return what can be done with the current person and cell."""
        return self.people.menu()
