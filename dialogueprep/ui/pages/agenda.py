"""Agenda: topics, days as timelines, and the inspector of an item."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import templates
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import ItemKind, Phase
from dialogueprep.domain.library import (
    Topic,
)
from dialogueprep.domain.templates import AgendaTemplate
from dialogueprep.exchange.template_reader import read_templates
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import (
    Agenda,
    in_words,
    read_agenda,
)
from dialogueprep.ui.models.agenda_problems import problems_of
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.pages.agenda_parts import parts_of
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.agenda_acts import AgendaActs
from dialogueprep.ui.widgets.agenda_adding import AgendaAdding
from dialogueprep.ui.widgets.agenda_attention import AgendaAttention
from dialogueprep.ui.widgets.agenda_empty import SUGGEST_KEYS, NoItems
from dialogueprep.ui.widgets.agenda_suggesting import TopicSuggesting
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.carrying import Ghost
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.item_inspecting import ItemInspecting
from dialogueprep.ui.widgets.item_inspector import ItemInspector
from dialogueprep.ui.widgets.item_picking import ItemPicking
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.ui.widgets.more_button import MoreButton
from dialogueprep.ui.widgets.notices import Notice
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.templates_part import TemplatesPart
from dialogueprep.ui.widgets.timeline_drag import AgendaDays
from dialogueprep.ui.widgets.topics_panel import TopicsPanel
from dialogueprep.ui.widgets.tray_drops import TrayDrops
from dialogueprep.ui.widgets.versions_part import VersionsPart
from dialogueprep.words import later, ntr, tr

LARGE = 60  # items from which on versions are compared a moment later
A_MOMENT = 400  # milliseconds
NEW_KEYS = "Ctrl+N"


class AgendaPage(Page):
    """The agenda of the open dialogue."""

    title = later("Agenda")
    watches = (
        "dialogues", "delegations", "items", "item_questions", "item_recommendations", "topics",
        "recommendations", "ratings", "texts", "attendances", "participations", "persons", "days",
        "agenda_versions", "findings",
    )  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.agenda: Agenda | None = None
        self.new = Button(tr("New item"), "plain", "plus", tooltip=NEW_KEYS)
        self._versions_later = QTimer(self, singleShot=True, interval=A_MOMENT)
        self._versions_later.timeout.connect(self._show_versions)
        self.suggesting = TopicSuggesting(session, self)
        self.suggest = Button(
            tr("Suggest topics"), icon="sparkles", tooltip=SUGGEST_KEYS,
            on_click=self.suggesting.open,
        )  # fmt: skip
        self.versions = VersionsPart(session, self)
        self.add_action(self.versions.says)
        self.add_action(self.suggest)
        self.add_action(self.new)
        self.add_action(self.versions.compare)
        self.add_action(self.versions.circulate)
        self.parts = (self.versions, *parts_of(session, self))
        self.more = MoreButton(self.parts)
        self.add_action(self.more)
        self.topics = TopicsPanel(session.store)
        self.days = AgendaDays()
        self.acts = AgendaActs(session, self.days)
        self.aside = TrayDrops(session, self.days, self.topics, self.acts)
        self.adding = AgendaAdding(session, self.days, self.acts)
        self.attention = AgendaAttention(session, self.days)
        self.bar = self.attention.bar
        self.inspector = ItemInspector()
        self._templates: Sequence[AgendaTemplate] = ()
        self._no_items: NoItems | None = None
        self._lay_out_page()
        self.inspecting = ItemInspecting(
            session, self.days, self.acts, self.inspector,
            lambda: self._panels.reveal(self.inspector),
        )  # fmt: skip
        self._connect()
        self.picking = ItemPicking(session, self)

    # building -------------------------------------------------------------------------------

    def _lay_out_page(self) -> None:
        days = column(self.bar, (box(column((self.days, 1), margins=(14, 4, 8, 0))), 1), gap=0)
        self._middle = QStackedWidget()
        self._middle.addWidget(box(days, "paper"))
        middle = box(column(self.adding.line, (self._middle, 1), gap=0))
        self._panels = Panels(
            "agenda",
            self.session.machine,
            Panel(self.topics, 208, "library", tr("Topics")),
            Panel(middle, None, least=320),
            Panel(self.inspector, 296, "pen-line", tr("Item")),
        )
        home = Offer(tr("Go to Home"), tr("Open a dialogue or plan one"), self._go_home)
        none = EmptyState(tr("No dialogue is open"), tr("An agenda belongs to a dialogue."), home)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._panels)
        self._whole.addWidget(none)
        self.set_body(self._whole)

    @property
    def no_items(self) -> NoItems:
        """What is shown of an empty agenda, made when there first is one."""
        if self._no_items is None:
            self._templates = read_templates()
            more = TemplatesPart(self.session, self).show
            add, suggest = self.adding.open, self.suggesting.open
            self._no_items = NoItems(self._templates, self._use_template, add, suggest, more)
            self._middle.addWidget(self._no_items)
        return self._no_items

    @property
    def _is_empty(self) -> bool:
        return self._middle.currentIndex() > 0

    def _connect(self) -> None:
        self.topics.taken.connect(self.acts.take_topic)
        self.topics.list.dragged.connect(self._hover_topic)
        self.topics.list.dropped.connect(self._let_topic_go)
        self._ghost = Ghost(self)
        self.topics.list.left.connect(self.days.leave_topic)
        self.topics.list.left.connect(self._ghost.hide)
        self.days.moved.connect(self.acts.put)
        self.days.resized.connect(self.acts.set_length)
        self.days.begun.connect(self.acts.begin_at)
        self.days.block_moved.connect(self.acts.block.put)
        self.days.refused.connect(self.session.notice)
        self.days.topic_dropped.connect(self.acts.drop_topic)
        self.days.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.days.customContextMenuRequested.connect(self._show_menu)
        self.days.day_opened.connect(self.acts.open_day)
        self.new.clicked.connect(self.adding.open)
        self.adding.left.connect(self.begin)
        self.adding.made.connect(self.inspecting.begin)
        self.inspector.suggestion_wanted.connect(self.suggesting.open)
        self.suggesting.placed.connect(self._show_placed)
        self.topics.kept.wanted.connect(self.suggesting.show_kept)
        self.inspector.participants_wanted.connect(lambda: self.session.go("participants"))
        for keys, act in ((NEW_KEYS, self.adding.open), (SUGGEST_KEYS, self.suggesting.open)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what a page implements -------------------------------------------------------------------

    def refresh(self) -> None:
        dialogue = self.session.open_dialogue()
        self._whole.setCurrentIndex(0 if dialogue else 1)
        for each in (self.new, self.suggest):
            each.setVisible(dialogue is not None)
        self.more.setVisible(dialogue is not None and bool(self.parts))
        if dialogue is None:
            self._show_versions()
            self.say("")
            return
        self.agenda = read_agenda(self.session.store, dialogue)
        used = {i.topic for i in self.agenda.items if i.topic}
        self.topics.show_offer(dialogue, used)
        self.aside.show_items(dialogue, self.agenda.items)
        self.adding.show_dialogue(dialogue)
        self.days.show_agenda(self.agenda)
        self.inspecting.read_library(used)
        self.bar.show_problems(problems_of(self.agenda))
        if len(self.agenda.items) > LARGE:
            self._versions_later.start()
        else:
            self._show_versions()
        if self.agenda.items:
            self._middle.setCurrentIndex(0)
        else:
            lost = self.days.hasFocus()
            self._middle.setCurrentWidget(self.no_items)
            if lost:
                self.no_items.begin()
        self._panels.show_panel(self.inspector, bool(self.agenda.items))
        self._show_closed(dialogue.phase is Phase.CLOSED)
        self.say(in_words(self.agenda))
        self.inspecting.show_chosen()

    def _show_versions(self) -> None:
        closed = self.agenda is not None and self.agenda.dialogue.phase is Phase.CLOSED
        self.versions.refresh(closed=closed and self.session.dialogue is not None)

    def _show_closed(self, closed: bool) -> None:
        sentence = tr("The dialogue is closed. Its agenda can be read and no longer changed.")
        self.notify([Notice(sentence, "info")] if closed else [])
        self._panels.show_panel(self.topics, not closed)
        for each in (self.new, self.suggest):
            each.setVisible(not closed)
        self.inspector.setEnabled(not closed)
        self.days.fixed = closed

    def _on_changed(self, changes: Changes) -> None:
        library_texts = changes.touches("texts") and changes.page != commands.PAGE
        if library_texts or changes.touches("topics", "recommendations", "ratings", "sources"):
            self.topics.forget()
        super()._on_changed(changes)

    def flush(self) -> None:
        self.inspector.flush()

    def show_subject(self, subject: object) -> None:
        self.refresh_soon()
        self.days.choose(str(subject))

    def begin(self) -> None:
        if self.agenda is not None and self.agenda.items:
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.agenda is not None:
            self.no_items.begin()

    def focus_stops(self) -> Sequence[QWidget]:
        middle: list[QWidget] = [self._middle]
        if self.bar.problem is not None and not self._is_empty:
            middle = [self.bar, self.days]
        if self.adding.line.isVisible():
            middle.insert(0, self.adding.line)
        return [self.topics, *middle, self.inspector]

    def search_field(self) -> QWidget:
        return self.topics.search

    def attend(self) -> None:
        if not self.bar.begin():
            super().attend()

    def key_hints(self) -> Sequence[KeyHint]:
        return [
            *self.acts.hints(),
            KeyHint(NEW_KEYS, tr("type new items, a line each")),
            KeyHint("Ctrl+V", tr("take in the lines of a programme that were copied")),
            KeyHint(SUGGEST_KEYS, tr("suggest topics")),
            KeyHint("Ctrl+Shift+Q", tr("take a question from the library")),
            KeyHint("Ctrl+Shift+R", tr("put a recommendation on the table")),
            KeyHint("Esc", tr("in a field: back to the days")),
            KeyHint("Ctrl+.", tr("go to what needs attention; 1 to 6 take a remedy")),
        ]

    def commands(self) -> Sequence[Command]:
        adding = [
            Command(
                tr("New item: {kind}", kind=tr(wording.of(kind))),
                partial(self.adding.add, kind),
                icon="plus",
            )
            for kind in ItemKind
        ]
        parts = [command for part in self.parts for command in part.commands()]
        if self.agenda is None or self.agenda.dialogue.phase is Phase.CLOSED:
            return parts if self.agenda else []
        suggest = Command(tr("Suggest topics"), self.suggesting.open, SUGGEST_KEYS, "sparkles")
        return [suggest, *adding, *self._topic_commands(), *parts]

    def _topic_commands(self) -> Sequence[Command]:
        """Return a command for each topic that is offered; it is listed when it is typed."""
        return [
            Command(
                tr("Put on the agenda: {title}", title=title),
                partial(self.topics.take, topic),
                icon="library",
                when_asked=True,
            )
            for topic, title in self.topics.offered().items()
        ]

    @classmethod
    def count(cls, session: Session) -> Count | None:
        dialogue = session.open_dialogue()
        if dialogue is None:
            return None
        n = len(problems_of(read_agenda(session.store, dialogue)))
        if not n:
            return None
        return Count(n, "warn", ntr("{n} thing to look at", "{n} things to look at", n))

    # the chosen item --------------------------------------------------------------------------

    def _show_placed(self, item: str) -> None:
        self.days.choose(item)
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_menu(self, at: QPoint) -> None:
        if self.days.value() is not None:
            menu = self.acts.menu(self)
            menu.insertMenu(menu.actions()[0], self.adding.menu_of_kinds(menu))
            menu.popup(self.days.viewport().mapToGlobal(at))

    # new items --------------------------------------------------------------------------------

    def _hover_topic(self, topic: Topic, at: QPoint) -> None:
        if self._is_empty:
            self.no_items.show_hot(self.no_items.holds(at))
        else:
            self.days.hover_topic(topic, at)
        # Over a day it is seen where it would come to lie; elsewhere, that it is being carried.
        if self.days.drop is None:
            self._ghost.show_words(topic.titles.best(theme.window_language()))
            self._ghost.follow(at)
        else:
            self._ghost.hide()

    def _let_topic_go(self, topic: Topic, at: QPoint) -> None:
        self._ghost.hide()
        if not self._is_empty:
            self.days.drop_topic(topic, at)
            return
        self.no_items.show_hot(False)
        if self.no_items.holds(at):
            self.acts.take_topic(topic)

    def _use_template(self, number: int) -> None:
        dialogue = self.session.open_dialogue()
        if dialogue is not None:
            self.session.run(templates.use, dialogue.id, self._templates[number])
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_home(self) -> None:
        self.session.go("home")
