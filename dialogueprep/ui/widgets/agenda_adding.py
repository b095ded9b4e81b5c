"""New items of an agenda: typed or pasted as lines, from the menu of kinds, from a frame."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue, DialogueId, ItemId, ItemKind, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.timetable import starts
from dialogueprep.domain.typed_placing import Place
from dialogueprep.sentences import explain
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.agenda_acts import AgendaActs
from dialogueprep.ui.widgets.timeline_drag import AgendaDays
from dialogueprep.ui.widgets.typed_line import TypedLine
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.commands.typed_items import Placed
    from dialogueprep.domain.typed_programme import TypedProgramme

FEW_LINES, PAUSE_MS = 15, 250


class AgendaAdding(QObject):
    """Adds items after the chosen one.

    ``made`` when one was added that waits for its title, ``left`` when the line was closed.
    """

    made = Signal()
    left = Signal()

    def __init__(self, session: Session, days: AgendaDays, acts: AgendaActs) -> None:
        super().__init__(days)
        self._session, self._days, self._acts = session, days, acts
        self._day: int | None = None
        """The day that was named last; what is typed next goes there."""
        self._dialogue: DialogueId | None = None
        self.line = TypedLine()
        self.line.changed.connect(self._read_on)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self._foresee(self.line.text()))
        self.line.sent.connect(self._send)
        self.line.left.connect(self._leave)
        days.chosen.connect(lambda _item: self._choose())
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), days)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste)

    def show_dialogue(self, dialogue: Dialogue) -> None:
        """Give up what was typed for another dialogue; nothing is typed into a closed one."""
        other = self._dialogue not in (None, dialogue.id)
        self._dialogue = dialogue.id
        if other or dialogue.phase is Phase.CLOSED:
            self._day = None
            self.line.clear()
            self.line.hide()

    def open(self) -> None:
        """Show the line and put the keyboard on it."""
        if not self._days.fixed:
            self.line.begin()

    def paste(self) -> None:
        """Show the line with what was copied elsewhere."""
        if not self._days.fixed:
            self.line.begin(QGuiApplication.clipboard().text().strip())

    def menu_of_kinds(self, parent: QWidget) -> QMenu:
        """Return the menu that adds an item of a kind; a discussion is at hand."""
        menu = QMenu(tr("New item"), parent)
        for kind in ItemKind:
            menu.addAction(tr(wording.of(kind)), partial(self.add, kind))
        menu.setActiveAction(menu.actions()[1])
        return menu

    def add(self, kind: ItemKind) -> None:
        """Add an item of a kind after the chosen one."""
        if self._acts.add(kind):
            self.made.emit()

    def _place(self) -> Place:
        block = self._days.value()
        if self._day is not None:
            return Place(None, self._day)
        return Place(block.id, block.slot.day) if block else Place()

    def _read(self, text: str) -> TypedProgramme | None:
        from dialogueprep.domain.typed_programme import read_typed

        of = self._session.open_dialogue()
        return read_typed(text, of.first_day, of.days) if of is not None else None

    def _choose(self) -> None:
        self._day = None
        if self.line.isVisible():
            self._foresee(self.line.text())

    def _read_on(self, text: str) -> None:
        """Say at once what a few lines will be; a long programme waits for a pause in typing."""
        self._pause.stop()
        if text.count("\n") > FEW_LINES:
            self._pause.start()
        else:
            self._foresee(text)

    def _foresee(self, text: str) -> None:
        """Say and show what the text would become."""
        from dialogueprep.ui.models import typed_words

        agenda, typed = self._days.agenda, self._read(text)
        if agenda is None or typed is None or not self.line.isVisible():
            return
        after = None
        try:
            if typed.items:
                after = self._placed(agenda, typed)
            self.line.say(typed_words.said(agenda, typed, after, self._place()))
        except Refused as refusal:
            self.line.say(explain(refusal), bad=True)
        coming = starts(after.items, agenda.dialogue.hours) if after else None
        self._days.show_preview(coming)
        if after and coming and (slot := coming.slot(after.new[-1])) is not None:
            self._days.reveal(slot)

    def _placed(self, agenda: Agenda, typed: TypedProgramme) -> Placed:
        from dialogueprep.commands.typed_items import placed

        language, place = theme.window_language(), self._place()
        return placed(agenda.dialogue, agenda.items, typed, place, language)

    def _send(self, text: str) -> None:
        from dialogueprep.commands.typed_items import add_typed

        typed, of = self._read(text), self._session.open_dialogue()
        if typed is None or of is None or not text.strip():
            return
        if not typed.items and not typed.asked:
            self._day = typed.day
            self.line.clear()
            return
        place, language = self._place(), theme.window_language()
        new = self._session.run(add_typed, of, typed, place, language)
        if new is not None:
            self.line.clear()
            self._show(new, typed)

    def _show(self, new: tuple[ItemId, ...], typed: TypedProgramme) -> None:
        if new:
            self._days.choose(new[-1])
        if typed.items and typed.day is not None and typed.items[-1].day != typed.day:
            self._day = typed.day
        if typed.left_out:
            from dialogueprep.ui.models import typed_words

            self._session.notice.emit(typed_words.left_out(typed))

    def _leave(self) -> None:
        self._day = None
        self._days.show_preview(None)
        self.left.emit()
