"""A page: its head, its banner, its body, and when it refreshes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from dialogueprep.store.step import Changes
from dialogueprep.ui import painting
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import add, box, hairline, row
from dialogueprep.ui.widgets.notices import Banner, Notice
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class Count:
    """What stands at a page's place in the navigation: a number, a problem, or that it runs."""

    number: int = 0
    level: Literal["plain", "warn", "block", "now"] = "plain"
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key of a page and what it does, for the sheet of keys (F1)."""

    keys: str
    words: str


@dataclass(frozen=True)
class Command:
    """Something that the palette can do on a page."""

    words: str
    act: Callable[[], object]
    keys: str = ""
    icon: str = "arrow-right"
    way: bool = False
    """Whether it goes to a place rather than does something."""
    when_asked: bool = False
    """Whether it is listed only when what is typed fits it."""
    of_selection: bool = False
    """Whether it works on what is selected, so that it stands beside a selection of several."""


class Page(QWidget):
    """A page of the window. It shows what is in the store and is refreshed when that changes.

    Subclasses set ``title`` (an English message) and ``watches`` (names of tables), fill
    ``self.body`` and implement ``refresh``. Pages without a head set ``has_head = False``.
    """

    title: ClassVar[str] = ""
    watches: ClassVar[tuple[str, ...]] = ()
    has_head: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.subject: object = None
        """The id of what is shown, for `show_subject` when one is back; None if it says nothing."""
        self._stale = True
        self._heading = Label(tr(self.title), "title")
        self._sentence = Label("", "small", elide=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._busy = _BusyBar()
        self._news: tuple[Notice, ...] = ()
        self._notices: tuple[Notice, ...] = ()
        self.banner = Banner()
        self.banner.on_closed = self._on_banner_closed
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._lay_out()
        session.changed.connect(self._on_changed)
        session.dialogue_changed.connect(self._on_dialogue_changed)
        session.held.changed.connect(self._on_held)
        session.flush.connect(self.flush)
        session.gone.connect(self._refresh_if_stale)

    # what a page implements ---------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is in the store now; called when something watched has changed."""

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""

    def show_subject(self, subject: object) -> None:
        """Show one thing on this page, e.g. what the palette found."""

    def begin(self) -> None:
        """Put the keyboard where work on this page begins."""
        for stop in self.focus_stops():
            if target := _first_focus(stop):
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus_stops(self) -> Sequence[QWidget]:
        """Return the panels in reading order, for F6."""
        return ()

    def search_field(self) -> QWidget | None:
        """Return the field that Ctrl+F goes to, if the page has one."""
        return None

    def attend(self) -> None:
        """Go to what needs attention (Ctrl+.)."""
        self.banner.focus_first()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys of this page."""
        return ()

    def commands(self) -> Sequence[Command]:
        """Return what the palette can do here."""
        return ()

    @classmethod
    def count(cls, session: Session) -> Count | None:
        """Return what stands beside the page's name in the navigation; read from the store."""
        return None

    # what a page uses ---------------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """Show the quiet sentence beside the title."""
        self._sentence.setText(sentence)

    def show_title(self, title: str) -> None:
        """Show another title, e.g. of a view within the page."""
        self._heading.setText(title)

    def add_action(self, button: QWidget) -> QWidget:
        """Put a button at the right of the page's head; return it."""
        self._buttons.addWidget(button)
        return button

    def set_body(self, body: QWidget | QLayout) -> None:
        """Fill the page below its head."""
        add(self.body, (body, 1))

    def busy(self, on: bool, words: str = "", cancel: Callable[[], object] | None = None) -> None:
        """Show that work is under way: a bar, words after 1 s, Cancel after 2 s."""
        self._busy.show_work(on, words, cancel)

    def say_busy(self, words: str) -> None:
        """Say how far the work is that is under way."""
        self._busy.show_words(words)

    def notify(self, notices: Sequence[Notice]) -> None:
        """Show these notices in the banner under the head; none hides it."""
        self._notices = tuple(notices)
        self.banner.show_notices([*self._news, *self._notices])

    def show_news(self, news: Sequence[Notice]) -> None:
        """Show what was refused or went wrong in front of the page's own notices."""
        self._news = tuple(news)
        self.banner.show_notices([*self._news, *self._notices])

    def _on_banner_closed(self, notice: Notice) -> None:
        self._news = tuple(each for each in self._news if each is not notice)
        self._notices = tuple(each for each in self._notices if each is not notice)

    # when it refreshes --------------------------------------------------------------------

    def refresh_soon(self) -> None:
        """Refresh now if the page can be seen, else when it is shown."""
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_stale()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self.watches):
            self.refresh_soon()

    def _on_dialogue_changed(self) -> None:
        self.refresh_soon()

    def _refresh_if_stale(self) -> None:
        if self._stale and self.session.is_open and self.session.held.is_free():
            self._stale = False
            self._stale = not self.session.held.read(self.refresh)

    def _on_held(self, held: bool) -> None:
        if not held:
            self.refresh_soon()  # what was to be read meanwhile may be missing

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if self.has_head:
            head = row(
                self._heading, 4, (self._sentence, 1), 4, self._buttons,
                margins=(24, 4, 16, 4),
            )  # fmt: skip
            outer.addWidget(held := box(head, "paper"))
            held.setMinimumHeight(52)  # and more where letters are large
            held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            outer.addWidget(hairline())
        outer.addWidget(self._busy)
        outer.addWidget(self.banner)
        outer.addLayout(self.body, 1)


def _first_focus(panel: QWidget) -> QWidget | None:
    """Return the first widget in a panel that takes the keyboard, itself included."""
    wanted = Qt.FocusPolicy.TabFocus
    for widget in (panel, *panel.findChildren(QWidget)):
        if widget.focusPolicy() & wanted and widget.isEnabled() and not widget.isHidden():
            return widget
    return None


class _BusyBar(QWidget):
    """A bar of 2 px that moves; words after a second, Cancel after two."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._label = Label("", "caption")
        self._cancel = Button(tr("Cancel"), "quiet", small=True)
        self._act: Callable[[], object] | None = None
        self._cancel.clicked.connect(lambda: self._act and self._act())
        self.setLayout(row(self._label, self._cancel, None, margins=(24, 4, 16, 2)))
        self._step = QTimer(self, interval=40)
        self._step.timeout.connect(self._move)
        self._late = [_once(self, 1000, self._say), _once(self, 2000, self._offer)]
        self._words = ""
        self.hide()

    def show_work(self, on: bool, words: str, cancel: Callable[[], object] | None) -> None:
        """Begin or end."""
        self._words, self._act = words, cancel
        self._label.hide()
        self._cancel.hide()
        self.setVisible(on)
        self.setFixedHeight(2)
        for timer in (self._step, *self._late):
            timer.start() if on else timer.stop()

    def show_words(self, words: str) -> None:
        """Say something else about the same work."""
        self._words = words
        if self._label.isVisible():
            self._label.setText(words)

    def _say(self) -> None:
        self._label.setText(self._words)
        self._label.setVisible(bool(self._words))
        self.setFixedHeight(30 if self._words else 2)

    def _offer(self) -> None:
        if self._act:
            self._cancel.show()
            self.setFixedHeight(30)

    def _move(self) -> None:
        self._at = (self._at + 12) % max(1, self.width() + 200)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(0, 0, self.width(), 2, painting.colour("press"))
        p.fillRect(self._at - 200, 0, 200, 2, painting.colour("accent"))


def _once(parent: QWidget, ms: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(act)
    return timer
