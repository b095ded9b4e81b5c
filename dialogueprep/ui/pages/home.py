"""Home: where each dialogue stands, and its next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import Dialogue, DialogueId, Phase
from dialogueprep.store import dialogues, library, lives
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.dialogue_cards import PHASES, Card, card_of
from dialogueprep.ui.page import Command, KeyHint, Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.dialogue_card import DialogueCard, PhaseHead
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.kits_part import HAND_OVER_KEYS, TAKE_IN_KEYS, KitsPart
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.life_part import LifePart
from dialogueprep.ui.widgets.rounds_part import FOLLOW_KEYS, NEXT_KEYS, SERIES_KEYS, RoundsPart
from dialogueprep.words import later, listed, ntr, tr

MOST = 12
"""So many dialogues of a phase have a card until all are asked for."""


class HomePage(Page):
    """Cards in four columns by phase; below, what is due across all dialogues."""

    title = later("Home")
    watches = (
        "dialogues", "items", "participations", "notes", "findings", "releases", "texts", "ratings",
        "series", "follow_ups", "drafts", "circulations", "settings",
    )  # fmt: skip

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__(session)
        self._today = today
        self._cards: list[list[DialogueCard]] = []
        self._whole = set[Phase]()
        self._nothing: EmptyState | None = None
        self.rounds = RoundsPart(session, self)
        self.kits = KitsPart(session, self, today)
        self.life = LifePart(session, self, today)
        self.new = Button(tr("New dialogue"), "primary", "plus", on_click=self._plan)
        self.add_action(self.new)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.set_body(box(self._inside, "paper"))
        for keys, act in (
            ("Ctrl+N", self._plan), ("F2", self._change), ("Del", self._remove),
            (NEXT_KEYS, self.rounds.plan_next), (SERIES_KEYS, self.rounds.show_series),
            (FOLLOW_KEYS, self.rounds.show_follow_ups),
            (HAND_OVER_KEYS, self.kits.hand_over), (TAKE_IN_KEYS, self.kits.take_in),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def refresh(self) -> None:
        held = self.window().focusWidget()
        inside = held is None or self.isAncestorOf(held)
        focused = self._focused() if inside else None  # a field elsewhere keeps the keyboard
        store = self.session.store
        today = self._today()
        self.say(dates.long_day(today))
        shown, count = self._shown()
        wanted = {each for ids in shown.values() for each in ids} | lives.with_date(store)
        found = {each.id: each for each in dialogues.some(store, wanted)}
        self.notify(self.life.reminders(list(found.values()), today))
        clear(self._inside)
        self._cards = []
        self._nothing = None if found else self._empty()
        if self._nothing is not None:
            self._inside.addWidget(self._nothing)
            return
        series = {s.id: s for s in dialogues.series(store)}
        columns = [
            self._column(
                phase,
                [card_of(store, found[each], today, series) for each in shown[phase]],
                count[phase],
            )
            for phase in Phase
        ]
        cards = box(row(*((c, 1) for c in columns), gap=16, margins=(24, 10, 24, 16)))
        self._inside.addWidget(scrolled(cards, "paper"), 1)
        self._inside.addWidget(self._due(today))
        if focused:
            self._focus(focused)

    def focus_stops(self) -> Sequence[QWidget]:
        cards = [card for column in self._cards for card in column]
        nothing = [self._nothing] if self._nothing is not None else []
        return [*cards[:1], *nothing, self.new]

    def begin(self) -> None:
        """Put the keyboard on the open dialogue's card, or on the first way to begin."""
        if self._nothing is not None:
            self._nothing.begin()
        else:
            self._focus(self.session.dialogue)

    def key_hints(self) -> Sequence[KeyHint]:
        return [
            KeyHint("Enter", tr("take the next step")),
            KeyHint("Space", tr("open the dialogue")),
            KeyHint("Left", tr("choose a card, with the arrows")),
            KeyHint("Ctrl+N", tr("new dialogue")),
            KeyHint("F2", tr("change the dialogue")),
            KeyHint("Del", tr("remove the dialogue")),
            KeyHint(NEXT_KEYS, tr("plan the next round after a dialogue")),
            KeyHint(FOLLOW_KEYS, tr("follow-ups of a dialogue")),
            KeyHint(SERIES_KEYS, tr("rounds and topics of the series")),
            KeyHint(HAND_OVER_KEYS, tr("hand a dialogue over")),
            KeyHint(TAKE_IN_KEYS, tr("take in a kit")),
        ]

    def commands(self) -> Sequence[Command]:
        return [
            Command(tr("New dialogue"), self._plan, "Ctrl+N", "plus"),
            Command(tr("Put in the sample dialogue"), self._put_in_sample, icon="copy"),
            *self.rounds.commands(),
            *self.kits.commands(),
            *self.life.commands(),
        ]

    def _shown(self) -> tuple[dict[Phase, list[DialogueId]], Counter[Phase]]:
        """Return which dialogues of a phase have a card (the latest, the open one), of how many."""
        every = dialogues.phases(self.session.store)
        shown: dict[Phase, list[DialogueId]] = {phase: [] for phase in Phase}
        for each, phase in every:
            room = phase in self._whole or len(shown[phase]) < MOST
            if room or each == self.session.dialogue:
                shown[phase].append(each)
        return shown, Counter(phase for _, phase in every)

    def _show_all(self, phase: Phase) -> None:
        self._whole.add(phase)
        shown = len(self._cards[list(Phase).index(phase)])
        self.refresh()
        self._cards[list(Phase).index(phase)][shown].setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(self, phase: Phase, cards: list[Card], count: int) -> QWidget:
        head = PhaseHead(tr(PHASES[phase]), count, strong=phase is Phase.IN_SESSION)
        opened = self.session.dialogue
        widgets = [self._card(card, opened=card.id == opened) for card in cards]
        self._cards.append(widgets)
        inside = column(head, gap=12)
        for widget in widgets:
            inside.addWidget(widget)
        if more := count - len(cards):
            words = ntr("Show {n} earlier dialogue", "Show {n} earlier dialogues", more)
            inside.addWidget(Button(words, "link", on_click=partial(self._show_all, phase)))
        inside.addStretch(1)
        side = QWidget()
        side.setLayout(inside)
        return side

    def _card(self, card: Card, *, opened: bool) -> DialogueCard:
        widget = DialogueCard(card, opened=opened)
        widget.taken.connect(partial(self._take, card))
        widget.chosen.connect(partial(self._open, card))
        widget.menu_wanted.connect(partial(self._show_menu, card))
        widget.left.connect(partial(self._walk, widget))
        return widget

    def _take(self, card: Card) -> None:
        self.session.choose(card.dialogue.id)
        self.session.go(card.step.page, card.step.subject)

    def _open(self, card: Card) -> None:
        self.session.choose(card.dialogue.id)

    def _walk(self, widget: DialogueCard, across: int, down: int) -> None:
        at = next(n for n, cards in enumerate(self._cards) if widget in cards)
        place = self._cards[at].index(widget) + down
        if across:
            beyond = range(len(self._cards))[at + 1 :] if across > 0 else range(at)[::-1]
            at = next((n for n in beyond if self._cards[n]), at)
        there = self._cards[at]
        there[max(0, min(place, len(there) - 1))].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> str | None:
        widget = self.focusWidget()
        return widget.card.id if isinstance(widget, DialogueCard) else None

    def _focus(self, dialogue: str | None) -> None:
        """Put the keyboard on a dialogue's card, or on the first one."""
        cards = [card for column in self._cards for card in column]
        for card in [c for c in cards if c.card.id == dialogue] or cards[:1]:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Dialogue | None:
        """Return the dialogue of the card with the keyboard, else the open one."""
        focused = self._focused()
        if focused is None:
            return self.session.open_dialogue()
        return next(c.card.dialogue for cards in self._cards for c in cards if c.card.id == focused)

    def _plan(self) -> None:
        from dialogueprep.commands import dialogues as commands
        from dialogueprep.ui.dialogs.dialogue import DialogueDialog

        planned = DialogueDialog.ask(self, None, self._today())
        if planned is not None and (made := self.session.run(commands.plan, planned)):
            self.open_made(made)

    def _change(self) -> None:
        from dialogueprep.commands import dialogues as commands
        from dialogueprep.ui.dialogs.dialogue import DialogueDialog

        dialogue = self.current()
        if dialogue and (changed := DialogueDialog.ask(self, dialogue, self._today())):
            self.session.run(commands.change, changed)

    def _remove(self) -> None:
        from dialogueprep.commands import dialogues as commands

        dialogue = self.current()
        if dialogue is None:
            return
        self.session.run(commands.remove, dialogue.id)
        if dialogue.id in dialogues.ids(self.session.store):
            return  # it was refused, and why has been said
        if self.session.dialogue == dialogue.id:
            self.session.choose(None)
        self.session.say_removed(tr("Dialogue removed"))

    def _put_in_sample(self) -> None:
        from dialogueprep.workflows import sample

        made = self.session.attempt(partial(sample.put_in_sample, self.session.store))
        if made:
            self.open_made(made)

    def open_made(self, made: DialogueId) -> None:
        """Open a dialogue that was just made, and put the keyboard on its card."""
        self.session.choose(made)
        if self.isVisible():
            self._focus(made)

    def _show_menu(self, card: Card, at: QPoint) -> None:
        self.session.choose(card.dialogue.id)
        menu = QMenu(self)
        menu.addAction(card.step.words, partial(self._take, card))
        menu.addAction(tr("Change the dialogue"), self._change)
        for command in (*self.rounds.commands(), *self.kits.of_dialogue()):
            menu.addAction(command.words, command.act)
        menu.addSeparator()
        for command in self.life.of_dialogue():
            menu.addAction(command.words, command.act)
        menu.addSeparator()
        menu.addAction(tr("Remove the dialogue"), self._remove)
        menu.exec(at)

    def _empty(self) -> EmptyState:
        return EmptyState(
            tr("No dialogue yet"),
            tr("Everything about a meeting is kept together: agenda, people, notes, documents."),
            Offer(tr("Plan the first dialogue"), tr("Name, place, days, who is there"), self._plan),
            Offer(
                tr("Look at the sample"),
                tr("An invented round, from agenda to findings"),
                self._put_in_sample,
            ),
            Offer(
                tr("Take in a kit"),
                tr("One sealed file from whoever prepares the dialogue"),
                self.kits.take_in,
            ),
        )

    def _due(self, today: date) -> QWidget:
        """Return the foot: what is due across all dialogues."""
        due = library.due(self.session.store, today)
        if due:
            words = ntr("A rating of {n} topic is due", "Ratings of {n} topics are due", len(due))
            names = listed(titles.best(theme.window_language()) for titles in due[:3])
        else:
            words, names = tr("No rating is due for review"), ""
        topics = Button(
            tr("Look at the library"), "link", on_click=lambda: self.session.go("library")
        )
        line = row(
            IconLabel("clock", "ink2"), Label(words), 24, (Label(names, "small", elide=True), 1),
            topics, gap=10, margins=(0, 7, 0, 7),
        )  # fmt: skip
        return box(
            column(
                hairline(), 10, Label(tr("Across all dialogues"), "label"), 4, line, gap=0,
                margins=(24, 0, 24, 14),
            ),
            "paper",
        )  # fmt: skip
