"""People: everybody known, across dialogues, with the forms of their names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from dialogueprep.commands import people as commands
from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId
from dialogueprep.domain.person_likeness import LikelyPair
from dialogueprep.store import directory, people
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.person_row import PersonRows
from dialogueprep.ui.dialogs.person import PersonDialog
from dialogueprep.ui.models.directory import (
    Entry,
    Taken,
    choosable,
    found,
    history_words,
    read_directory,
)
from dialogueprep.ui.models.people_filters import choices_of, kept
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.pages.people_parts import parts_of
from dialogueprep.ui.people_alike import LookForPeople
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.more_button import MoreButton
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.people_exchange import PeopleExchange
from dialogueprep.ui.widgets.people_filter import PeopleFilter
from dialogueprep.ui.widgets.person_detail import PersonDetail
from dialogueprep.words import later, ntr, tr


class PeoplePage(Page):
    """A list to search, and beside it one person to change in place."""

    title = later("People")
    watches = ("persons", "name_forms", "participations", "dialogues", "texts",
               "attendances", "settings")  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._entries: tuple[Entry, ...] = ()
        self.alike = Button("", "warn", "users", small=True, on_click=self._show_pairs)
        self.alike.hide()
        self.add_action(self.alike)
        self.add_action(Button(tr("Add person"), "primary", "user-plus", on_click=self._add))
        self.parts = parts_of(session, self)
        self.more = MoreButton(self.parts)
        self.add_action(self.more)
        self._looking = LookForPeople(self)
        self._looking.found.connect(self._show_alike)
        self.search = SearchField(tr("Name in any script, institution"))
        self.search.textChanged.connect(lambda _words: self._show_rows())
        self.filter = PeopleFilter()
        self.filter.changed.connect(self._show_rows)
        self.filter.hide()
        self.filter_button = Button(
            "", "quiet", "filter", tooltip=tr("Filter the list"), on_click=self._toggle_filter
        )
        self._model: ListModel[Entry] = ListModel(
            lambda e: e.person.name.listed, spoken=lambda e: e.spoken
        )
        self.list = RowList(self._model, PersonRows(), name=tr("People"))
        self.list.chosen.connect(lambda _value: self._show_person())
        self.list.activated_value.connect(lambda _value: self._write())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.detail = PersonDetail(self._remove, self._roles_in)
        self.detail.changed.connect(self._change)
        self.detail.dialogue_wanted.connect(self._go_to)
        self._nobody_fits = Label(tr("Nobody fits what is searched for."), "body", "ink2")
        self._nobody_fits.setContentsMargins(16, 12, 16, 12)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body())
        self._nobody = self._empty()
        self._stack.addWidget(self._nobody)
        self.set_body(self._stack)
        self._keys()

    def _body(self) -> QWidget:
        field = row((self.search, 1), self.filter_button, margins=(16, 8, 16, 8))
        above = box(field, "paper", height=theme.scaled(48))
        filters = box(column(self.filter, gap=0), "paper")
        left = box(
            column(above, filters, hairline(), self._nobody_fits, (self.list, 1), gap=0), "sheet"
        )
        right = box(column((self.detail, 1), gap=0), "paper")
        self._panels = Panels(
            "people", self.session.machine, Panel(left, 420, least=320), Panel(right, least=420)
        )
        return self._panels

    def _empty(self) -> EmptyState:
        return EmptyState(
            tr("Nobody is in the directory yet"),
            tr("People stand here once, with all forms of their names, and are chosen from"
               " here for each dialogue."),
            Offer(tr("Add a person"), tr("Name, own script, title"), self._add),
            Offer(tr("Take in people from a file"),
                  tr("Or pasted from a sheet"),
                  self._take_in),
        )  # fmt: skip

    def _take_in(self) -> None:
        for part in self.parts:
            if isinstance(part, PeopleExchange):
                part.take_in()

    def _keys(self) -> None:
        for keys, owner, act in (
            ("Ctrl+N", self, self._add),
            ("Del", self.list, self._remove),
            ("F2", self.list, self._write),
            ("Ctrl+Shift+F", self, self._toggle_filter),
        ):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what is shown ------------------------------------------------------------------------

    def refresh(self) -> None:
        self._entries = read_directory(self.session.store)
        self._stack.setCurrentIndex(0 if self._entries else 1)
        self.filter.show_choices(choices_of(self._entries))
        self._looking.look(self._entries, directory.not_the_same(self.session.store))
        self._show_rows()

    def _show_rows(self) -> None:
        filtered = kept(self._entries, self.filter.filters, date.today())
        shown = found(filtered, self.search.text())
        self._say_count(len(shown))
        self._model.show_rows(shown)
        self._nobody_fits.setVisible(not shown)
        self.list.setVisible(bool(shown))
        self.list.choose_first()
        self._show_person()

    def _say_count(self, shown: int) -> None:
        n = len(self._entries)
        every = ntr("{n} person, in all dialogues", "{n} people, in all dialogues", n)
        some = tr("{shown} of {n} people", shown=shown, n=n)
        self.say(("" if not n else every) if shown == n else some)

    def _show_alike(self, pairs: Sequence[LikelyPair]) -> None:
        self.alike.setText(ntr("{n} likely duplicate", "{n} likely duplicates", len(pairs)))
        self.alike.setVisible(bool(pairs))
        self.alike.updateGeometry()

    def _roles_in(self, taken: Taken) -> str:
        """Return what somebody did in a dialogue: roles, and at how many items."""
        there = people.attendances(self.session.store, taken.dialogue.id)
        return history_words(a for a in there if a.participation == taken.part.id)

    def _toggle_filter(self) -> None:
        shown = self.filter.isHidden()
        self.filter.setVisible(shown)
        if shown:
            self.filter.choices["dialogue"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filter.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pairs(self) -> None:
        from dialogueprep.ui.dialogs.people_pairs import PeoplePairsDialog

        self.flush()
        PeoplePairsDialog(self, self.session).exec()

    def _show_person(self) -> None:
        self.detail.show_entry(self.list.value())

    def show_subject(self, subject: object) -> None:
        self.search.clear()
        if self.filter.filters.any:
            self.filter.clear()
        if isinstance(subject, str) and self.list.choose(subject):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self.detail.flush()

    def begin(self) -> None:
        if self._stack.currentIndex():
            self._nobody.begin()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_stops(self) -> Sequence[QWidget]:
        return [self._nobody] if self._stack.currentIndex() else self._panels.panel_widgets()

    def search_field(self) -> QWidget:
        return self.search

    def key_hints(self) -> Sequence[KeyHint]:
        return [
            KeyHint("Ctrl+F", tr("search")),
            KeyHint("Ctrl+Shift+F", tr("filter the list")),
            KeyHint("Enter", tr("change the name")),
            KeyHint("Ctrl+N", tr("add a person")),
            KeyHint("Del", tr("remove the person")),
        ]

    def commands(self) -> Sequence[Command]:
        return [
            Command(tr("Add person"), self._add, "Ctrl+N", "user-plus"),
            Command(tr("Likely duplicates of people"), self._show_pairs, "", "users"),
            Command(tr("Filter the list of people"), self._toggle_filter, "Ctrl+Shift+F", "filter"),
            Command(tr("Remove the person"), self._remove, "Del", "x", when_asked=True),
            *(command for part in self.parts for command in part.commands()),
        ]

    @classmethod
    def count(cls, session: Session) -> Count | None:
        return Count(len(people.persons(session.store)))

    # what is done -------------------------------------------------------------------------

    def _add(self) -> None:
        person = PersonDialog.ask(self, self._latest())
        if isinstance(person, str):  # somebody who is in the directory already
            self.show_subject(person)
            return
        if person is None:
            return
        if made := self.session.run(commands.add_person, person):
            self.show_subject(made)

    def _latest(self) -> list[Participation]:
        """Return everybody with the latest part in a dialogue."""
        blank = Participation(
            id=ParticipationId(""), person=Person(id=PersonId(""), name=Name(family="")),
            delegation="",
        )  # fmt: skip
        return choosable(self.session.store, blank, ())

    def _change(self, person: Person) -> None:
        self.session.run(commands.change_person, person)

    def _remove(self) -> None:
        entry: Entry | None = self.list.value()
        if entry is None:
            return
        self.session.run(commands.remove_person, entry.id)
        self.session.say_removed(tr("{name} removed", name=entry.person.name.listed))

    def _write(self) -> None:
        line = self.detail.name.line("family")
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def _go_to(self, taken: Taken) -> None:
        self.session.choose(taken.dialogue.id)
        self.session.go("participants", taken.part.id)

    def _show_menu(self, at: QPoint) -> None:
        entry: Entry | None = self.list.value()
        if entry is None:
            return
        menu = QMenu(self)
        menu.addAction(tr("Change the name") + "\tEnter", self._write)
        for taken in entry.taken:
            name = taken.dialogue.names.best("en")
            menu.addAction(tr("Show in {dialogue}", dialogue=name), lambda t=taken: self._go_to(t))
        menu.addSeparator()
        menu.addAction(tr("Remove") + "\tDel", self._remove)
        menu.exec(self.list.viewport().mapToGlobal(at))
