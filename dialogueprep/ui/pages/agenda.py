"""Agenda: topics, days as timelines, and the inspector of an item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from dialogueprep.commands import agenda as commands
from dialogueprep.domain import arranging, wording
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.library import Recommendation, RecommendationId, Source, Topic
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.template_reader import read_templates
from dialogueprep.store import library
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import Agenda, Block, in_words, read_agenda
from dialogueprep.ui.models.agenda_problems import Problem, Way, problems_of
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.agenda_empty import NoItems
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.check_bar import CheckBar
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.item_inspector import ItemInspector, Subject
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.timeline_drag import AgendaDays, Drop
from dialogueprep.ui.widgets.topics_panel import TopicsPanel
from dialogueprep.words import later, ntr, tr

MINUTES = {
    ItemKind.OPENING: 20,
    ItemKind.BREAK: 20,
    ItemKind.REPORT_BACK: 30,
    ItemKind.DELEGATION_MEETING: 30,
    ItemKind.NEXT_STEPS: 30,
    ItemKind.LOGISTICS: 15,
}


class AgendaPage(Page):
    """The agenda of the open dialogue."""

    title = later("Agenda")
    watches = (
        "dialogues", "delegations", "items", "item_questions", "item_recommendations", "topics",
        "recommendations", "ratings", "texts", "attendances", "participations", "persons",
    )  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.agenda: Agenda | None = None
        self._topics: tuple[Topic, ...] = ()
        self._recommendations: dict[RecommendationId, Recommendation] = {}
        self._sources: dict[str, Source] = {}
        self.new = Button(tr("New item"), "plain", "plus", on_click=self._offer_kinds)
        self.add_action(self.new)
        self.topics = TopicsPanel()
        self.days = AgendaDays()
        self.bar = CheckBar()
        self.inspector = ItemInspector()
        self.no_items = NoItems(read_templates(), self._use_template, self._offer_kinds)
        self._lay_out_page()
        self._connect()

    # building -------------------------------------------------------------------------------

    def _lay_out_page(self) -> None:
        days = column(self.bar, (box(column((self.days, 1), margins=(14, 4, 8, 0))), 1), gap=0)
        self._middle = QStackedWidget()
        self._middle.addWidget(box(days, "paper"))
        self._middle.addWidget(self.no_items)
        self._panels = Panels(
            "agenda",
            self.session.machine,
            Panel(self.topics, 208, "library", tr("Topics")),
            Panel(self._middle, None, least=320),
            Panel(self.inspector, 296, "pen-line", tr("Item")),
        )
        home = Offer(tr("Go to Home"), tr("Open a dialogue or plan one"), self._go_home)
        none = EmptyState(tr("No dialogue is open"), tr("An agenda belongs to a dialogue."), home)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._panels)
        self._whole.addWidget(none)
        self.set_body(self._whole)

    def _connect(self) -> None:
        self.topics.taken.connect(self._take_topic)
        self.topics.list.dragged.connect(self.days.hover_topic)
        self.topics.list.dropped.connect(self.days.drop_topic)
        self.topics.list.left.connect(self.days.leave_topic)
        self.days.chosen.connect(lambda _item: self._show_chosen())
        self.days.opened.connect(lambda _item: self._inspect())
        self.days.moved.connect(self._put)
        self.days.resized.connect(self._set_length)
        self.days.refused.connect(self.session.notice)
        self.days.topic_dropped.connect(self._drop_topic)
        self.days.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.days.customContextMenuRequested.connect(self._show_menu)
        self.bar.taken.connect(self._take_way)
        self.bar.looked_at.connect(self._preview_way)
        self.inspector.changed.connect(self._change)
        self.inspector.participants_wanted.connect(lambda: self.session.go("participants"))
        for keys, _words, act in self._acts():
            shortcut = QShortcut(QKeySequence(keys), self.days)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        for number in range(1, 5):
            digit = QShortcut(QKeySequence(str(number)), self.days)
            digit.setContext(Qt.ShortcutContext.WidgetShortcut)
            digit.activated.connect(lambda n=number: self.bar.take(n))
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(self._offer_kinds)

    def _acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Return what can be done with the chosen item: keys, words, act."""
        return [
            ("Alt+Up", tr("move up"), lambda: self._move(-1)),
            ("Alt+Down", tr("move down"), lambda: self._move(1)),
            ("Alt+Left", tr("to the lane or day at the left"), lambda: self._across(-1)),
            ("Alt+Right", tr("to the lane or day at the right"), lambda: self._across(1)),
            ("Shift+Up", tr("5 minutes shorter"), lambda: self._longer(-5)),
            ("Shift+Down", tr("5 minutes longer"), lambda: self._longer(5)),
            ("A", tr("anchor in time, or let follow on"), self._anchor),
            ("B", tr("beside the item before, or on its own"), self._beside),
            ("Ctrl+D", tr("duplicate"), self._duplicate),
            ("Del", tr("remove"), self._remove),
        ]

    # what a page implements -------------------------------------------------------------------

    def refresh(self) -> None:
        dialogue = self.session.open_dialogue()
        self._whole.setCurrentIndex(0 if dialogue else 1)
        self.new.setVisible(dialogue is not None)
        if dialogue is None:
            self.say("")
            return
        store = self.session.store
        self._topics = library.topics(store)
        self._recommendations = {r.id: r for r in library.recommendations(store)}
        self._sources = {s.id: s for s in library.sources(store)}
        self.agenda = read_agenda(store, dialogue)
        used = {i.topic for i in self.agenda.items if i.topic}
        self.topics.show_topics(self._topics, used, dialogue)
        self.days.show_agenda(self.agenda)
        self.bar.show_problems(problems_of(self.agenda))
        self._middle.setCurrentIndex(0 if self.agenda.items else 1)
        self.inspector.setVisible(bool(self.agenda.items))
        self.say(in_words(self.agenda))
        self._show_chosen()

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
        if self.bar.problem is not None and self._middle.currentIndex() == 0:
            middle = [self.bar, self.days]
        return [self.topics, *middle, self.inspector]

    def search_field(self) -> QWidget:
        return self.topics.search

    def attend(self) -> None:
        if not self.bar.begin():
            super().attend()

    def key_hints(self) -> Sequence[KeyHint]:
        return [
            KeyHint("Enter", tr("on a topic: put it on the agenda; on an item: its fields")),
            *(KeyHint(keys, words) for keys, words, _act in self._acts()),
            KeyHint("Ctrl+N", tr("new item")),
            KeyHint("Ctrl+.", tr("go to what needs attention; 1 to 4 take a remedy")),
        ]

    def commands(self) -> Sequence[Command]:
        adding = [
            Command(
                tr("New item: {kind}", kind=tr(wording.of(kind))),
                lambda k=kind: self._add(k),
                icon="plus",
            )
            for kind in ItemKind
        ]
        return [] if self.agenda is None else adding

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

    def _chosen(self) -> Block | None:
        return self.days.value()

    def _show_chosen(self) -> None:
        block = self._chosen()
        agenda = self.agenda
        self.inspector.show_subject(self._subject(agenda, block) if block and agenda else None)

    def _subject(self, agenda: Agenda, block: Block) -> Subject:
        item, of = block.item, agenda.dialogue
        known = self._recommendations
        fitting = (
            r for r in known.values()
            if item.topic and r.topic == item.topic and r.offered(of.ceiling, of.table)
        )  # fmt: skip
        return Subject(
            block=block,
            present=agenda.present.get(item.id, ()),
            recommendations={r: known[r] for r in item.recommendations if r in known},
            origins={r: self._origin(known[r]) for r in item.recommendations if r in known},
            offered=tuple(r for r in fitting if r.id not in item.recommendations),
        )

    def _origin(self, it: Recommendation) -> str:
        parts = [tr(wording.of(it.maturity))] if it.maturity else []
        source = self._sources.get(it.passages[0].source) if it.passages else None
        if source is not None:
            kind = tr(wording.of(source.kind))
            parts.append(tr("{kind}, {year}", kind=kind, year=source.published.year))
        return "  ·  ".join(parts)

    def _inspect(self) -> None:
        self._panels.reveal(self.inspector)
        self.inspector.begin()

    def _change(self, item: AgendaItem, label: str) -> None:
        self.session.run(commands.change_item, item, label)

    def _move(self, step: int) -> None:
        block = self._chosen()
        if block is None or self.agenda is None:
            return
        if block.item.anchor is not None:
            anchor = max(0, block.item.anchor + 5 * step)
            self._change(replace(block.item, anchor=anchor), tr("Move item"))
        elif spot := arranging.past_neighbour(self.agenda.items, block.item, step):
            self._put(block.id, spot)

    def _across(self, step: int) -> None:
        block = self._chosen()
        if block is None or self.agenda is None:
            return
        if 0 <= block.lane + step < block.lanes:
            self.session.run(commands.change_lane, block.item, step)
        elif 0 <= (day := block.slot.day + step) < self.agenda.days:
            self._put(block.id, arranging.on_day(self.agenda.timetable, block.item, day))

    def _longer(self, by: int) -> None:
        if block := self._chosen():
            self._set_length(block.id, block.item.minutes + by)

    def _set_length(self, item: str, minutes: int) -> None:
        block = self.agenda.block(item) if self.agenda else None
        if block is not None:
            self._change(replace(block.item, minutes=minutes), tr("Change length"))

    def _anchor(self) -> None:
        if block := self._chosen():
            anchor = block.slot.start if block.item.anchor is None else None
            self._change(replace(block.item, anchor=anchor), tr("Anchor item"))

    def _beside(self) -> None:
        block = self._chosen()
        if block is None or self.agenda is None:
            return
        items = self.agenda.items
        before = arranging.row_before(items, block.item)
        if block.lanes > 1:
            self._put(block.id, arranging.after_row(items, block.item))
        elif before:
            self._put(block.id, Spot(block.slot.day, beside=before[0].id))

    def _put(self, item: str, spot: Spot) -> None:
        block = self.agenda.block(item) if self.agenda else None
        if block is not None and self.session.run(commands.place, block.item, spot):
            self.days.choose(item)

    def _duplicate(self) -> None:
        block = self._chosen()
        if block and (copy := self.session.run(commands.duplicate, block.item)):
            self.days.choose(copy)

    def _remove(self) -> None:
        block = self._chosen()
        if block is not None:
            self.session.run(commands.remove, [block.id])
            self.session.say_removed(tr("Removed “{title}”", title=block.title))

    def _show_menu(self, at: QPoint) -> None:
        if self._chosen() is None:
            return
        menu = QMenu(self)
        for keys, words, act in self._acts():
            action = menu.addAction(words[:1].upper() + words[1:], act)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        menu.popup(self.days.viewport().mapToGlobal(at))

    # new items --------------------------------------------------------------------------------

    def _take_topic(self, topic: Topic) -> None:
        if self.agenda is None:
            return
        block = self._chosen()
        day = block.slot.day if block else 0
        waiting = arranging.waiting_for_topic(self.agenda.items, day)
        if block and arranging.waits_for_topic(block.item):
            waiting = block.item
        spot = arranging.room_for(self.agenda.timetable, commands.DISCUSSION_MINUTES, day)
        self._add_topic(topic, spot or Spot(day), waiting)

    def _drop_topic(self, topic: Topic, drop: Drop) -> None:
        block = self.agenda.block(drop.fill) if self.agenda and drop.fill else None
        self._add_topic(topic, drop.spot or Spot(0), block.item if block else None)

    def _add_topic(self, topic: Topic, spot: Spot, waiting: AgendaItem | None) -> None:
        dialogue, known = self.session.open_dialogue(), self._recommendations.values()
        if dialogue is None:
            return
        if waiting is not None:
            run, args = commands.fill_with_topic, (dialogue, waiting, topic, known)
            added = self.session.run(run, *args)
        else:
            added = self.session.run(
                commands.add_topic, dialogue, topic, known, day=spot.day, spot=spot
            )
        if added:
            self.days.choose(added)

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        for kind in ItemKind:
            menu.addAction(tr(wording.of(kind)), lambda k=kind: self._add(k))
        menu.setActiveAction(menu.actions()[1])
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _add(self, kind: ItemKind) -> None:
        """Add an item after the chosen one, and put the keyboard on its title."""
        if self.agenda is None:
            return
        block = self._chosen()
        day = block.slot.day if block else 0
        spot = Spot(day)
        if block is not None:
            spot = arranging.after_row(self.agenda.items, block.item)
        language = theme.window_language()
        item = AgendaItem(
            id=ItemId(""),
            dialogue=self.agenda.dialogue.id,
            kind=kind,
            titles=Texts.of({language: tr(wording.of(kind))}),
            day=day,
            minutes=MINUTES.get(kind, 60),
        )
        if added := self.session.run(commands.place, item, spot):
            self.days.choose(added)
            self._inspect()

    def _use_template(self, number: int) -> None:
        dialogue = self.session.open_dialogue()
        if dialogue is None:
            return
        template = read_templates()[number]
        items = template.items_for(dialogue.id, lambda: "")
        self.session.run(commands.use_template, dialogue, items)
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    # problems ---------------------------------------------------------------------------------

    def _preview_way(self, way: Way | None) -> None:
        if self.agenda is None or way is None or way.kind != "change":
            self.days.show_preview(None)
            return
        changed = {i.id: i for i in way.items}
        self.days.show_preview(starts(changed.get(i.id, i) for i in self.agenda.items))

    def _take_way(self, problem: Problem, way: Way) -> None:
        match way.kind:
            case "change":
                self.session.run(commands.change_items, way.items, way.words)
            case "pause":
                self._add_pause(way.items[0])
            case "participants":
                self.session.go("participants")
            case _:
                self.days.choose(problem.items[0])
                self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_pause(self, before: AgendaItem) -> None:
        language = theme.window_language()
        pause = AgendaItem(
            id=ItemId(""),
            dialogue=before.dialogue,
            kind=ItemKind.BREAK,
            titles=Texts.of({language: tr(wording.of(ItemKind.BREAK))}),
            day=before.day,
            minutes=15,
        )
        self.session.run(commands.place, pause, Spot(before.day, before.id))

    def _go_home(self) -> None:
        self.session.go("home")
