"""The frame of an open workspace: navigation, top bar, pages, palette, toast and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.sentences import explain
from dialogueprep.store import dialogues, settings
from dialogueprep.store.step import Changes
from dialogueprep.ui.actions import PAGE_KEYS, SPECS, Actions
from dialogueprep.ui.counting import Counting
from dialogueprep.ui.dates import span
from dialogueprep.ui.letting_go import LettingGo
from dialogueprep.ui.page import Command, Page
from dialogueprep.ui.pages_ahead import PagesAhead
from dialogueprep.ui.places import PLACES, place
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Saving, Session
from dialogueprep.ui.theme import window_language
from dialogueprep.ui.unwritten import held, unwritten
from dialogueprep.ui.widgets.keys_part import KeysPart
from dialogueprep.ui.widgets.layout import hairline
from dialogueprep.ui.widgets.left_behind import LeftBehind
from dialogueprep.ui.widgets.navigation import Navigation
from dialogueprep.ui.widgets.notices import Banner, Notice, Toast
from dialogueprep.ui.widgets.panels import Panels
from dialogueprep.ui.widgets.standing import BadPlace, LockingSoon
from dialogueprep.ui.widgets.top_bar import TopBar
from dialogueprep.words import ntr, tr

if TYPE_CHECKING:
    from dialogueprep.ui.found import Find
    from dialogueprep.ui.widgets.command_palette import CommandPalette

Finder = Callable[[Session], "Find"]
_OFTEN = ("keys", "settings", "lock")
_COUNT_AFTER_MS = 400  # what a change shows on the page comes first


class Frame(QWidget):
    """Shows one session. Pages are made when they are first gone to."""

    lock_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, session: Session, finder: Finder) -> None:
        super().__init__()
        self.session = session
        self._pages: dict[str, Page] = {}
        self._current = ""
        self.navigation = Navigation()
        self.top = TopBar()
        self.unwritten = Banner()
        self.left_behind = LeftBehind(session)
        self.bad_place = BadPlace(session)
        self.keys = KeysPart(session, self)
        self.locking = LockingSoon()
        self._stack = _Pages()
        self._lay_out()
        self._finder = finder
        self._made_toast: Toast | None = None
        self._removal: tuple[int, str | None] | None = None
        self._made_palette: CommandPalette | None = None
        self.actions_ = Actions(self, self._act)
        resting = Resting(self, session)
        self._counting = Counting(session, resting, self)
        self._ahead = PagesAhead(session, resting, self._pages, self._make_ahead, self)
        self._connect()
        self._show_dialogue()
        self.go("home")
        if (uncopied := session.store.uncopied) is not None:
            sentence = tr(
                "Today’s copy of the workspace was not made. {why}", why=explain(uncopied)
            )
            self._on_notice(sentence)

    @property
    def palette_(self) -> CommandPalette:
        """The command palette, made when it is first wanted."""
        if self._made_palette is None:
            from dialogueprep.ui.widgets.command_palette import CommandPalette

            find = self._finder(self.session)
            self._made_palette = CommandPalette(self, find, self._commands, self.go)
        return self._made_palette

    @property
    def toast(self) -> Toast:
        """The toast, made when something is first removed."""
        if self._made_toast is None:
            self._made_toast = Toast(self._stack)
        return self._made_toast

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._current]

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self._current

    def go(self, name: str, subject: object = None) -> None:
        """Show a page, and on it a subject."""
        if place(name).of_dialogue and self.session.dialogue is None:
            name = "home"
        if self._current and name != self._current:
            self.page.flush()
            self.page.show_news([])
        self._make(name)
        moved, self._current = name != self._current, name
        self._stack.setCurrentWidget(self.page)
        self.navigation.show_current(name)
        self._show_where()
        if moved:
            self._begin()
        if subject is not None:
            self.page.show_subject(subject)

    def _make(self, name: str) -> None:
        if name not in self._pages:
            self._pages[name] = place(name).page_class()(self.session)
            self._stack.addWidget(self._pages[name])

    def _make_ahead(self, name: str) -> None:
        """Make a page and paint it once unseen: that lays it out and draws its icons, for good."""
        self._make(name)
        self._pages[name].resize(self._stack.size())
        self._pages[name].grab()

    def show_counts(self, after_ms: int = _COUNT_AFTER_MS) -> None:
        """Show what stands beside each page's name, read from the store, one page at a time.

        The first counts wait until the window is usable.
        """
        self._counting.begin(after_ms)

    @property
    def is_counting(self) -> bool:
        """Whether counts beside names of pages are still to be read."""
        return self._counting.goes_on

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_counts()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self._made_palette is None or self._made_palette.isHidden():
            self.page.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fit(self.width())

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.top)
        right.addWidget(hairline())
        right.addWidget(self.unwritten)
        right.addWidget(self.left_behind)
        right.addWidget(self.bad_place)
        right.addWidget(self.locking)
        right.addWidget(self._stack, 1)
        outer = QHBoxLayout(self)
        outer.addWidget(self.navigation)
        outer.addLayout(right, 1)
        for layout in (right, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def _connect(self) -> None:
        session = self.session
        session.changed.connect(self._on_changed)
        session.dialogue_changed.connect(self._on_dialogue_changed)
        session.page_wanted.connect(self.go)
        session.notice.connect(self._on_notice)
        session.trouble.connect(self._on_trouble)
        session.saving_changed.connect(self.top.saving.show_state)
        session.saving_changed.connect(self._on_saving_changed)
        session.held.changed.connect(self._on_held)
        session.brought_back.connect(self._on_brought_back)
        session.removed.connect(self._on_removed)
        self._counting.counted.connect(self.navigation.show_count)
        self._counting.ended.connect(self._ahead.start)
        self.navigation.page_wanted.connect(self.go)
        self.navigation.dialogue_wanted.connect(session.choose)
        self.navigation.settings_wanted.connect(self.settings_wanted)
        self.navigation.lock_wanted.connect(self.lock_wanted)
        self.top.search_wanted.connect(self._open_palette)
        self.top.undo_wanted.connect(session.undo)
        self.top.redo_wanted.connect(session.redo)
        self.top.team.follow(session)
        LettingGo(session, self._pages, self._stack)

    # news ---------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("dialogues", "settings", "texts"):
            self._show_dialogue()
        self.page.show_news([])
        self._show_where()
        self.show_counts()
        if self._made_toast is not None and self._removal != self._last_step():
            self._made_toast.withdraw()  # its Undo would take back another step

    def _last_step(self) -> tuple[int, str | None]:
        store = self.session.store
        return store.undo_depth, store.undo_label

    def _on_dialogue_changed(self) -> None:
        self._show_dialogue()
        self.show_counts(0)
        if place(self._current).of_dialogue and self.session.dialogue is None:
            self.go("home")
        self._show_where()

    def _on_notice(self, sentence: str) -> None:
        self.page.show_news([Notice(sentence, "warn", closable=True)])

    def _on_trouble(self, sentence: str) -> None:
        self.page.show_news([Notice(sentence, "block", closable=True)])

    def _on_saving_changed(self, saving: Saving, reason: str) -> None:
        """Say on every page, until it is over, that notes wait outside the workspace."""
        waiting = self.session.waiting if saving is Saving.FAILED else 0
        if saving is Saving.TYPING:
            return
        lock = self.lock_wanted.emit
        said = [unwritten(waiting, reason, self.session, lock)] if waiting else held(self.session)
        self.unwritten.show_notices(said)

    def _on_held(self) -> None:
        if not self.session.waiting:  # else that is said
            self.unwritten.show_notices(held(self.session))

    def _on_brought_back(self, count: int) -> None:
        said = ntr(
            "{n} note that could not be written before is in the workspace now",
            "{n} notes that could not be written before are in the workspace now",
            count,
        )
        self.toast.say(said)

    def _on_removed(self, sentence: str) -> None:
        self._removal = self._last_step()
        self.toast.say(sentence, self.session.undo)

    def _show_dialogue(self) -> None:
        language = window_language()
        names = dialogues.names(self.session.store)
        choices = [(each, named.best(language)) for each, named in names.items()]
        dialogue = self.session.open_dialogue()
        if dialogue is None:
            self.navigation.show_dialogue("", "", choices)
            return
        dates = span(dialogue.first_day, dialogue.last_day)
        facts = tr("{dates}, {phase}", dates=dates, phase=tr(wording.of(dialogue.phase)))
        self.navigation.show_dialogue(dialogue.names.best(language), facts, choices)

    def _show_where(self) -> None:
        store = self.session.store
        of_dialogue = place(self._current).of_dialogue
        if of_dialogue and (dialogue := self.session.open_dialogue()):
            language = window_language()
            self.top.show_place(dialogue.names.best(language), dialogue.titles.best(language))
        else:
            self.top.show_place(str(settings.read(store, "name", "")), "")
        self.top.show_steps(store.undo_label, store.redo_label)

    # keys ---------------------------------------------------------------------------------

    def _act(self, name: str) -> None:
        if name.startswith("page "):
            self.go(PLACES[int(name.removeprefix("page "))].name)
            return
        acts: dict[str, Callable[[], object]] = {
            "palette": self._open_palette,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "search": self._search_here,
            "attend": self.page.attend,
            "next panel": lambda: self._next_panel(1),
            "previous panel": lambda: self._next_panel(-1),
            "keys": self._show_keys,
            "settings": self.settings_wanted.emit,
            "lock": self.lock_wanted.emit,
        }
        acts[name]()

    def _open_palette(self) -> None:
        self.palette_.open()

    def _search_here(self) -> None:
        field = self.page.search_field()
        if field is None:
            self.palette_.open()
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_keys(self) -> None:
        from dialogueprep.ui.dialogs.keys_of_page import KeysOfPage

        KeysOfPage.tell(self, tr(self.page.title), self.page.key_hints())

    def _next_panel(self, step: int) -> None:
        """Move the keyboard to the next panel: the navigation, then those of the page."""
        stops = [self.navigation, *self.page.focus_stops()]
        focused = QApplication.focusWidget()
        here = next((i for i, stop in enumerate(stops) if focused and _holds(stop, focused)), -step)
        for turn in range(1, len(stops) + 1):
            panel = stops[(here + step * turn) % len(stops)]
            if focus_inside(panel):
                return

    def _commands(self) -> list[Command]:
        """Return what the palette can do: this page's commands, the window's, the pages."""
        mine = list(self.page.commands())
        mine += [
            Command(
                tr(each.words),
                lambda name=each.name: self._act(name),
                each.keys[0],
                each.icon,
                when_asked=each.name not in _OFTEN,
            )
            for each in SPECS
            if each.name != "palette"
        ]
        return [*mine, *self.keys.commands(), *self._ways()]

    def _ways(self) -> list[Command]:
        ways = [
            Command(tr(p.title), lambda n=p.name: self.go(n), keys, p.icon, way=True)
            for p, keys in zip(PLACES, PAGE_KEYS, strict=True)
            if not p.of_dialogue or self.session.dialogue is not None
        ]
        if self.session.dialogue is not None:
            show = partial(self.go, "documents", "briefing-pack")
            ways.append(Command(tr("Assemble the briefing pack"), show, "", "book-open"))
        return ways


class _Pages(QStackedWidget):
    """All pages that are made; one that is not shown asks for no room."""

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()


def _holds(panel: QWidget, widget: QWidget) -> bool:
    return panel is widget or panel.isAncestorOf(widget)


def _reveal(stop: QWidget) -> None:
    """Open the drawer that a panel, or what holds it, has become in a narrow window."""
    holder = stop.parentWidget()
    while holder is not None and not isinstance(holder, Panels):
        holder = holder.parentWidget()
    panels = holder.panel_widgets() if holder is not None else []
    if holder is not None and (panel := next((p for p in panels if _holds(p, stop)), None)):
        holder.reveal(panel)


def focus_inside(panel: QWidget) -> bool:
    """Put the keyboard into a panel: on itself, or on what it holds; return whether it went."""
    if not panel.isVisible():
        _reveal(panel)
    inside = [panel, *panel.findChildren(QWidget)]
    for widget in inside:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isEnabled() and widget.isVisible():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
