"""Library: facets and matrix, the topics, and the detail of one with its recommendations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import library as commands
from dialogueprep.commands import workspace as workspace_commands
from dialogueprep.domain import arranging
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import Dialogue, DialogueId, ItemId
from dialogueprep.domain.library import (
    DEFAULT_CEILING,
    Recommendation,
    Source,
    SourceId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, dialogues, library, settings
from dialogueprep.store.topic_search import topics_found
from dialogueprep.ui import theme
from dialogueprep.ui.dialogs.rating import RatingDialog
from dialogueprep.ui.dialogs.recommendation import RecommendationDialog
from dialogueprep.ui.dialogs.topic import TopicDialog
from dialogueprep.ui.models.library_facets import (
    EntryRow,
    Facets,
    Group,
    Order,
    formats_of,
    in_order,
    rows_of,
    showing,
    sift,
    why_not,
)
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.entry_detail import EntryDetail, Shown
from dialogueprep.ui.widgets.library_facets import FacetsPanel
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.recommendation_row import RecommendationRow
from dialogueprep.ui.widgets.topic_list import TopicList
from dialogueprep.words import later, ntr, tr
from dialogueprep.workflows.sample import put_in_library


class LibraryPage(Page):
    """The topics and recommendations of the workspace."""

    title = later("Library")
    watches = (
        "topics", "topic_questions", "recommendations", "ratings", "sources", "passages",
        "entry_passages", "entry_tags", "tags", "texts", "items", "dialogues", "delegations",
        "settings",
    )  # fmt: skip

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__(session)
        self._today = today
        self.facets = Facets()
        self._order: Order = "sensitivity"
        self._rows: tuple[EntryRow, ...] = ()
        self._topics: tuple[Topic, ...] = ()
        self._recommendations: dict[TopicId, list[Recommendation]] = {}
        self._sources: dict[SourceId, Source] = {}
        self._tags: dict[str, Texts] = {}
        self._dialogue: Dialogue | None = None
        self._ceiling = DEFAULT_CEILING
        self._added: ItemId | None = None
        self._filling = False
        self.new = Button(tr("New topic"), "primary", "plus", on_click=self._add_topic)
        self.add_action(self.new)
        self.panel = FacetsPanel()
        self.topics = TopicList()
        self.detail = EntryDetail()
        self._lay_out_page()
        self._connect()

    # building -------------------------------------------------------------------------------

    def _lay_out_page(self) -> None:
        self._panels = Panels(
            "library",
            self.session.machine,
            Panel(self.panel, 224, "filter", tr("Facets")),
            Panel(self.topics, None, least=380),
            Panel(self.detail, 404, "library", tr("Topic"), least=300),
        )
        empty = EmptyState(
            tr("The library is empty"),
            tr("Topics and recommendations stand here, with their sources and ratings."),
            Offer(
                tr("Put in the shipped library"),
                tr("Topics among China, Japan, the ROK and their partners"),
                self._put_in_shipped,
            ),
            Offer(tr("New topic"), tr("Begin with one of your own"), self._add_topic),
        )
        self._whole = QStackedWidget()
        self._whole.addWidget(self._panels)
        self._whole.addWidget(empty)
        self.set_body(self._whole)

    def _connect(self) -> None:
        self.panel.changed.connect(self._ask)
        self.topics.searched.connect(self._search)
        self.topics.ordered.connect(self._set_order)
        self.topics.cleared.connect(self._clear)
        self.topics.list.chosen.connect(lambda _row: self._show_chosen())
        self.topics.list.activated_value.connect(lambda _row: self._take())
        self.detail.edit_wanted.connect(self._edit)
        self.detail.rate_wanted.connect(self._rate)
        self.detail.add_wanted.connect(self._take)
        self.detail.agenda_wanted.connect(self._go_to_item)
        self.detail.new_recommendation_wanted.connect(self._add_recommendation)
        self.detail.recommendation_asked.connect(self._with_recommendation)
        for keys, _words, act in self._acts():
            shortcut = QShortcut(QKeySequence(keys), self)
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
        store = self.session.store
        self._dialogue = self.session.open_dialogue()
        self._ceiling = self._read_ceiling()
        self._topics = library.topics(store)
        self._recommendations = defaultdict(list)
        for it in library.recommendations(store):
            self._recommendations[it.topic].append(it)
        self._sources = {s.id: s for s in library.sources(store)}
        self._tags = library.tag_names(store)
        here = self._dialogue.id if self._dialogue else None
        uses = agenda.topic_uses(store)
        self._rows = in_order(
            rows_of(self._topics, uses, dialogues.every(store), here), self._order
        )
        if self._added and all(use.item != self._added for use in uses):
            self._added = None
            self.notify([])
        if self.facets.query:
            found = topics_found(store, self.facets.query)
            self.facets = replace(self.facets, found=found)
        self._whole.setCurrentIndex(0 if self._topics else 1)
        self._say_size()
        self._show()

    def show_subject(self, subject: object) -> None:
        if not isinstance(subject, str):
            return
        of = {r.id: t for t, known in self._recommendations.items() for r in known}
        topic = next((t for r, t in of.items() if r == subject), TopicId(subject))
        if not self.topics.list.choose(topic):
            self._clear(None)
            self.topics.list.choose(topic)
        self.topics.list.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in self.detail.findChildren(RecommendationRow):
            if each.recommendation.id == subject:
                self._panels.reveal(self.detail)
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        if self._topics:
            self.topics.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().begin()

    def focus_stops(self) -> Sequence[QWidget]:
        if not self._topics:
            return [self._whole]
        return [self.panel, self.topics, self.topics.list, self.detail]

    def search_field(self) -> QWidget:
        return self.topics.search

    def key_hints(self) -> Sequence[KeyHint]:
        acts = [KeyHint(keys, words) for keys, words, _act in self._acts() if keys != "N"]
        return [
            KeyHint("Enter", tr("add the topic to the agenda")),
            *acts,
            KeyHint("Del", tr("remove the topic, or on a recommendation that")),
            KeyHint("Shift+→", tr("in the matrix: make a frame")),
            KeyHint("Esc", tr("clear search, frame and facets")),
        ]

    def commands(self) -> Sequence[Command]:
        found = [Command(tr("New topic"), self._add_topic, "Ctrl+N", "plus")]
        if not self._topics:
            words = tr("Put in the shipped library")
            return [*found, Command(words, self._put_in_shipped, icon="library")]
        if self._chosen() is not None:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.facets != Facets():
            self._clear(None)
            return
        super().keyPressEvent(event)

    # what is asked for ------------------------------------------------------------------------

    def _ask(self, facets: Facets) -> None:
        self.facets = facets
        self._show()

    def _search(self, typed: str) -> None:
        query = typed.strip()
        found = topics_found(self.session.store, query) if query else frozenset[TopicId]()
        self._ask(replace(self.facets, query=query, found=found))

    def _set_order(self, order: Order) -> None:
        self._order = order
        self.topics.show_order(order)
        self.refresh()

    def _clear(self, group: Group | None) -> None:
        facets = self.facets.without(group) if group else Facets()
        if not facets.query and self.topics.search.text():
            self.topics.search.blockSignals(True)
            self.topics.search.clear()
            self.topics.search.blockSignals(False)
        lost = self.topics.no_hit.isVisible()
        self._ask(facets)
        if lost:
            self.topics.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_most(self) -> None:
        if self.topics.no_hit.isVisible():
            self.topics.no_hit.clear_most()

    def _show(self) -> None:
        sifted = sift(self._rows, self.facets)
        self.panel.show_facets(self.facets, sifted, formats_of(self._topics), self._ceiling)
        self._filling = True
        shown = showing(sifted.rows, self.facets.query)
        self.topics.show_rows(shown, len(self._rows), self.facets, sifted)
        self._filling = False
        self._show_chosen()

    def _say_size(self) -> None:
        known = sum(map(len, self._recommendations.values()))
        parts = (
            ntr("{n} topic", "{n} topics", len(self._topics)),
            ntr("{n} recommendation", "{n} recommendations", known),
            ntr("{n} source", "{n} sources", len(self._sources)),
        )
        self.say(", ".join(parts) if self._topics else "")

    def _read_ceiling(self) -> int:
        if self._dialogue is not None:
            return self._dialogue.ceiling
        return settings.read(self.session.store, workspace_commands.CEILING, DEFAULT_CEILING)

    # the chosen topic -------------------------------------------------------------------------

    def _chosen(self) -> EntryRow | None:
        return self.topics.list.value() if self.topics.rows else None

    def _show_chosen(self) -> None:
        if self._filling:
            return
        row = self._chosen()
        if row is None:
            self.detail.show_topic(None)
            return
        self.detail.show_topic(
            Shown(
                row,
                tuple(self._recommendations.get(row.id, ())),
                self._sources,
                self._tags,
                why_not(row.topic, self._dialogue),
                self._today(),
            )
        )

    def _take(self) -> None:
        """Put the chosen topic on the agenda, or go to where it stands there."""
        row, dialogue = self._chosen(), self._dialogue
        if row is None or dialogue is None:
            return
        if row.here:
            use = next(use for use in row.uses if use.dialogue == dialogue.id)
            self._go_to_item(use.dialogue, use.item)
        elif not why_not(row.topic, dialogue):
            self._put_on_agenda(row, dialogue)

    def _put_on_agenda(self, row: EntryRow, dialogue: Dialogue) -> None:
        known = self._recommendations.get(row.id, ())
        items = agenda.of_dialogue(self.session.store, dialogue.id)
        days = range(dialogue.days)
        waiting = (arranging.waiting_for_topic(items, day) for day in days)
        if item := next(filter(None, waiting), None):
            run, args = agenda_commands.fill_with_topic, (dialogue, item, row.topic, known)
            added = self.session.run(run, *args)
        else:
            minutes, timetable = agenda_commands.DISCUSSION_MINUTES, starts(items)
            spots = (arranging.room_for(timetable, minutes, day) for day in days)
            spot = next(filter(None, spots), Spot(0))
            added = self.session.run(
                agenda_commands.add_topic, dialogue, row.topic, known, day=spot.day, spot=spot
            )
        if added:
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

    def _add_topic(self) -> None:
        asked = TopicDialog.ask(self, None, self._tags, formats_of(self._topics))
        if asked is None:
            return
        added = self.session.run(
            commands.add_topic,
            asked.titles,
            asked.dimension,
            asked.formats,
            asked.questions,
            summaries=asked.summaries,
            tags=asked.tags,
        )
        if added:
            self.refresh_soon()
            self.show_subject(added)

    def _edit(self) -> None:
        row = self._chosen()
        if row is None:
            return
        asked = TopicDialog.ask(self, row.topic, self._tags, formats_of(self._topics))
        if asked is not None and asked != row.topic:
            self.session.run(commands.change_topic, asked)

    def _rate(self) -> None:
        if (row := self._chosen()) is not None:
            self._rate_entry(row.topic)

    def _rate_entry(self, entry: Topic | Recommendation) -> None:
        rater = settings.read(self.session.store, commands.RATER, "")
        rated = RatingDialog.ask(self, entry, rater, self._today())
        if rated is not None:
            self.session.run(
                commands.rate,
                entry,
                rated.judgements,
                rater=rated.rater,
                on=self._today(),
                review_by=rated.review_by,
            )

    def _remove(self) -> None:
        if (row := self._chosen()) is not None:
            self.session.run(commands.remove_topic, row.id)
            self.session.say_removed(tr("Removed “{title}”", title=row.title))

    def _add_recommendation(self) -> None:
        row = self._chosen()
        if row is None:
            return
        asked = RecommendationDialog.ask(self, None, row.topic, formats_of(self._topics))
        if asked is not None:
            self.session.run(commands.add_recommendation, asked)

    def _with_recommendation(self, what: str, it: Recommendation) -> None:
        if what == "rate":
            self._rate_entry(it)
        elif what == "remove":
            self.session.run(commands.remove_recommendation, it.id)
            title = it.titles.best(theme.window_language())
            self.session.say_removed(tr("Removed “{title}”", title=title))
        elif row := self._chosen():
            asked = RecommendationDialog.ask(self, it, row.topic, formats_of(self._topics))
            if asked is not None and asked != it:
                self.session.run(commands.change_recommendation, asked)
