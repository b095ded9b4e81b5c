"""Library: facets and matrix, the topics, and the detail of one with its recommendations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogueprep.domain.dialogue import Dialogue, DialogueId, ItemId
from dialogueprep.domain.library import Recommendation, TopicId
from dialogueprep.store import agenda, library
from dialogueprep.ui.found import Sought
from dialogueprep.ui.models.library_facets import EntryRow, Facets, why_not
from dialogueprep.ui.models.library_holdings import Holdings, size_of
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.pages.library_parts import parts_of
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.entry_detail import EntryDetail, Shown
from dialogueprep.ui.widgets.library_acts import LibraryActs
from dialogueprep.ui.widgets.library_browser import LibraryBrowser
from dialogueprep.ui.widgets.library_imports import LibraryImports
from dialogueprep.ui.widgets.library_selected import SelectedTopics
from dialogueprep.ui.widgets.more_button import MoreButton
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.recommendation_row import RecommendationRow
from dialogueprep.words import later, ntr, tr
from dialogueprep.workflows.sample import put_in_library


class LibraryPage(Page):
    """The topics and recommendations of the workspace."""

    title = later("Library")
    watches = (
        "topics", "topic_questions", "recommendations", "ratings", "sources", "passages",
        "entry_passages", "entry_tags", "tags", "texts", "items", "dialogues", "delegations",
        "settings", "findings", "finding_notes", "proposals",
    )  # fmt: skip

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__(session)
        self._today = today
        self.held = Holdings()
        self.acts = LibraryActs(session, self, today)
        self._added: ItemId | None = None
        self.new = Button(tr("New topic"), "primary", "plus", on_click=self._add_topic)
        self.imports = LibraryImports(session, self, today)
        self.parts = parts_of(session, self)
        self.more = MoreButton(self.parts)
        for each in (*self.imports.buttons, self.new, self.more):
            self.add_action(each)
        self.browser = LibraryBrowser(session)
        self.panel, self.topics = self.browser.panel, self.browser.topics
        self.detail = EntryDetail()
        self.several = SelectedTopics(session, self.parts)
        self.side = QStackedWidget()
        for each in (self.detail, self.several):
            self.side.addWidget(each)
        self._lay_out_page()
        self._connect()

    # building -------------------------------------------------------------------------------

    def _lay_out_page(self) -> None:
        self._panels = Panels(
            "library",
            self.session.machine,
            Panel(self.panel, 224, "filter", tr("Facets")),
            Panel(self.topics, None, least=380),
            Panel(self.side, 404, "library", tr("Topic"), least=300),
        )
        self._empty = EmptyState(
            tr("The library is empty"),
            tr("Topics and recommendations stand here, with their sources and ratings."),
            Offer(
                tr("Put in the shipped library"),
                tr("Topics among China, Japan, the ROK and their partners"),
                self._put_in_shipped,
            ),
            Offer(
                tr("Import a report"), tr("Word, PDF or text, in four languages"), self.imports.ask
            ),
            Offer(
                tr("Take in a list"),
                tr("A table or file that was exported from another workspace"),
                self._take_in_list,
            ),
            Offer(tr("New topic"), tr("Begin with one of your own"), self._add_topic),
        )
        self._whole = self.imports.views
        self._whole.addWidget(self._panels)
        self._whole.addWidget(self._empty)
        self.set_body(self._whole)

    def _connect(self) -> None:
        self.browser.shown.connect(self._show_chosen)
        self.topics.list.several.connect(self._show_several)
        self.several.cleared.connect(self.topics.list.reduce)
        self.several.removed.connect(self._remove)
        self.topics.list.activated_value.connect(lambda _row: self._take())
        self.detail.edit_wanted.connect(self._edit)
        self.detail.rate_wanted.connect(self._rate)
        self.detail.add_wanted.connect(self._take)
        self.detail.attach(self.session)
        self.detail.new_recommendation_wanted.connect(self._add_recommendation)
        self.detail.recommendation_asked.connect(self._with_recommendation)
        self.imports.switched.connect(self._show_view)
        self._keys = [QShortcut(QKeySequence(keys), self) for keys, _words, _act in self._acts()]
        for shortcut, (_keys, _words, act) in zip(self._keys, self._acts(), strict=True):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        remove = QShortcut(QKeySequence("Del"), self.topics.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._remove)

    def _acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("/", tr("search"), self._go_to_search),
            ("E", tr("edit the topic"), self._edit),
            ("R", tr("rate the topic"), self._rate),
            ("N", tr("new topic"), self._add_topic),
            ("Ctrl+N", tr("new topic"), self._add_topic),
            ("A", tr("add a recommendation"), self._add_recommendation),
            ("C", tr("when nothing fits: clear what excludes most"), self._clear_most),
        ]

    # what a page implements -------------------------------------------------------------------

    def refresh(self) -> None:
        held = Holdings(self.session.store, self.session.open_dialogue(), self._today())
        self.held = held
        if self._added and all(use.item != self._added for use in held.uses()):
            self._added = None
        self.imports.refresh(held)
        self._show_view()
        self.browser.refresh(held)

    def _show_view(self) -> None:
        """Show the library, how to begin one, or the review of an import."""
        reviewing = self.imports.is_open
        self._whole.setCurrentIndex(2 if reviewing else 0 if len(self.held) else 1)
        self.show_title(tr("Import a report") if reviewing else tr(self.title))
        self.new.setVisible(not reviewing)
        self.more.setVisible(not reviewing and bool(self.parts))
        for each in self._keys:
            each.setEnabled(not reviewing)
        if not reviewing:
            self.say(size_of(self.held))
        if self._added is None:
            self.notify([] if reviewing else self.imports.waiting())

    def flush(self) -> None:
        self.imports.flush()

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, Sought):
            self.browser.clear(None)
            self.topics.search.setText(subject.query)
        if not isinstance(subject, str):
            return
        if self.imports.is_open:
            self.imports.close()
        self.browser.choose(self.held.topic_of(subject))
        self.browser.settle()
        self.topics.list.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in self.detail.findChildren(RecommendationRow):
            if each.recommendation.id == subject:
                self._panels.reveal(self.side)
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        if self.imports.is_open:
            self.imports.review.begin()
        elif len(self.held):
            self.topics.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().begin()

    def focus_stops(self) -> Sequence[QWidget]:
        if self.imports.is_open:
            return self.imports.review.focus_stops()
        if not len(self.held):
            return [self._empty]
        found = self.topics.list if len(self.topics.rows) else self.topics.no_hit
        return [self.panel, self.topics.search, found, self.side]

    def search_field(self) -> QWidget | None:
        return None if self.imports.is_open else self.topics.search

    def key_hints(self) -> Sequence[KeyHint]:
        if self.imports.is_open:
            return self.imports.key_hints()
        acts = [KeyHint(keys, words) for keys, words, _act in self._acts() if keys != "N"]
        return [
            KeyHint("Enter", tr("add the topic to the agenda")),
            *acts,
            KeyHint("Del", tr("remove the topic, or on a recommendation that")),
            KeyHint("Space", tr("on a recommendation: read its text")),
            KeyHint("Shift+→", tr("in the matrix: make a frame")),
            KeyHint("Shift+↓", tr("in the list: select several")),
            KeyHint("Ctrl+A", tr("in the list: select all")),
            KeyHint("Ctrl+I", tr("import a report")),
            KeyHint("Esc", tr("clear search, frame and facets; in the matrix the frame first")),
        ]

    def commands(self) -> Sequence[Command]:
        if self.imports.is_open:
            return self.imports.commands()
        add = Command(tr("New topic"), self._add_topic, "Ctrl+N", "plus")
        found = [add, *self.imports.commands()]
        found += [command for part in self.parts for command in part.commands()]
        if not len(self.held):
            words = tr("Put in the shipped library")
            return [*found, Command(words, self._put_in_shipped, icon="library")]
        if self.browser.can_save:
            save = self.browser.save_search
            found.append(Command(tr("Save this search"), save, icon="bookmark"))
        if self.browser.row is not None:
            found += [
                Command(tr("Edit the topic"), self._edit, "E", "pen-line"),
                Command(tr("Rate the topic"), self._rate, "R", "arrow-up-down"),
                Command(tr("Add a recommendation"), self._add_recommendation, "A", "lightbulb"),
                Command(tr("Remove the topic"), self._remove, "Del", "x", when_asked=True),
            ]
        return found

    @classmethod
    def count(cls, session: Session) -> Count | None:
        n = library.count_topics(session.store)
        return Count(n, spoken=ntr("{n} topic", "{n} topics", n)) if n else None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._added = None
        self.notify([] if self.imports.is_open else self.imports.waiting())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        escape = event.key() == Qt.Key.Key_Escape and not self.imports.is_open
        if escape and self.topics.list.selected_count > 1:
            self.topics.list.reduce()
            return
        if escape and self.facets != Facets():
            self.browser.clear(None)
            return
        super().keyPressEvent(event)

    # what parts of the page ask ---------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page itself, for its parts."""
        return self

    def selected(self) -> tuple[TopicId, ...]:
        """Return the topics that are selected, in the order of the list."""
        if self.topics.list.selected_count > 1:
            return self.topics.list.selected_ids()
        row = self.browser.row
        return (row.id,) if row else ()

    def listed(self) -> tuple[TopicId, ...]:
        """Return the topics that are listed, in the list's order."""
        self.browser.settle()
        return tuple(self.topics.rows.ids())

    @property
    def facets(self) -> Facets:
        """What is asked for."""
        return self.browser.facets

    def _clear_most(self) -> None:
        if self.topics.no_hit.isVisible():
            self.topics.no_hit.clear_most()

    # the chosen topic -------------------------------------------------------------------------

    def _one(self) -> EntryRow | None:
        """Return the row of the topic that is to be acted on; say why not if several are."""
        if (n := self.topics.list.selected_count) > 1:
            self.session.notice.emit(tr("{n} topics are selected; choose one.", n=n))
            return None
        return self.browser.row

    def _show_several(self, count: int) -> None:
        """Show what can be done with several topics, or the one that is chosen."""
        if count > 1:
            self.several.show_selected(count)
        self.side.setCurrentWidget(self.several if count > 1 else self.detail)

    def _show_chosen(self) -> None:
        row = self.browser.row
        if row is None:
            self.detail.show_topic(None)
            return
        self.detail.show_topic(
            Shown(
                row,
                self.held.of(row.id),
                self.held.sources,
                self.held.tags,
                why_not(row.topic, self.held.dialogue),
                self._today(),
                self.facets.meant,
            )
        )

    def _take(self) -> None:
        """Put the chosen topic on the agenda, or go to where it stands there."""
        row, dialogue = self._one(), self.held.dialogue
        if row is None:
            return
        if dialogue and row.here:
            use = next(use for use in row.uses if use.dialogue == dialogue.id)
            self._go_to_item(use.dialogue, use.item)
            return
        why = why_not(row.topic, dialogue)
        if dialogue is None or why:
            if not self.detail.isVisible():
                self.session.notice.emit(why)
            return
        if added := self.acts.put_on_agenda(row.topic, dialogue, self.held):
            self._say_added(row, dialogue, added)

    def _say_added(self, row: EntryRow, dialogue: Dialogue, item: ItemId) -> None:
        self._added = item
        placed = agenda.read(self.session.store, item)
        words = tr("“{title}” is on the agenda, day {n}.", title=row.title, n=placed.day + 1)
        undo = Remedy(tr("Undo"), self._undo_here)
        show = Remedy(tr("Show on agenda"), lambda: self._go_to_item(dialogue.id, item))
        self.notify([Notice(words, "info", remedies=(show, undo), closable=True)])

    def _undo_here(self) -> None:
        """Undo without leaving for the page that shows the step."""
        self.session.attempt(self.session.store.undo)

    def _go_to_item(self, dialogue: DialogueId, item: ItemId) -> None:
        self.session.choose(dialogue)
        self.session.go("agenda", item)

    def _go_to_search(self) -> None:
        self.topics.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topics.search.selectAll()

    # changing ---------------------------------------------------------------------------------

    def _put_in_shipped(self) -> None:
        self.session.run(put_in_library)
        self.begin()

    def _take_in_list(self) -> None:
        from dialogueprep.ui.widgets.library_exchange import LibraryExchange

        exchange = next(part for part in self.parts if isinstance(part, LibraryExchange))
        exchange.take_in()

    def _add_topic(self) -> None:
        if added := self.acts.add_topic(self.held):
            self.refresh_soon()
            self.show_subject(added)

    def _edit(self) -> None:
        if row := self._one():
            self.acts.edit(row.topic, self.held)

    def _rate(self) -> None:
        if row := self._one():
            self.acts.rate(row.topic)

    def _remove(self) -> None:
        if self.topics.list.selected_count > 1:
            self.acts.remove_several(self.selected())
        elif row := self.browser.row:
            self.acts.remove(row)

    def _add_recommendation(self) -> None:
        if row := self._one():
            self.acts.add_recommendation(row.topic, self.held)

    def _with_recommendation(self, what: str, it: Recommendation) -> None:
        if row := self._one():
            self.acts.with_recommendation(what, it, row.topic, self.held)
