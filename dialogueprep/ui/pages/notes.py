"""Notes: what was said at an item, without who said it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogueprep.commands import notes as commands
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Phase, QuestionId
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.notes import Note, NoteId
from dialogueprep.store import agenda, notes
from dialogueprep.store.step import Changes
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models import note_rows, notes_shown
from dialogueprep.ui.models.note_rows import NoteRow, Room
from dialogueprep.ui.models.notes_shown import Shown
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.pages.notes_beside import Beside
from dialogueprep.ui.pages.notes_deeds import Deeds
from dialogueprep.ui.pages.notes_keys import keys_of_notes
from dialogueprep.ui.pages.notes_ready import Ready
from dialogueprep.ui.pages.notes_striking import Striking
from dialogueprep.ui.pages.notes_writing import Writing
from dialogueprep.ui.room_clock import Now, local_now
from dialogueprep.ui.session import Saving, Session
from dialogueprep.ui.widgets.before_start_part import BeforeStartPart
from dialogueprep.ui.widgets.chairs_bullets import ChairsBullets
from dialogueprep.ui.widgets.clock_part import ClockPart
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.guard_popup import GuardPopup
from dialogueprep.ui.widgets.notes_context import NotesContext
from dialogueprep.ui.widgets.notes_items import ItemsList
from dialogueprep.ui.widgets.notes_middle import NotesMiddle
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.terms_parts import DesignationsPart
from dialogueprep.words import later, ntr, tr
from dialogueprep.workflows.values import roster_of

_PEOPLE = (
    "dialogues", "delegations", "hosts", "participations", "attendances", "persons", "name_forms",
    "published", "releases",
)  # fmt: skip
_NOTES = frozenset({"notes", "tombstones", "finding_notes"})
_WARM_UP_MS = 60


class NotesPage(Page):
    """Items at the left, writing in the middle, what one looks at meanwhile at the right."""

    title = later("Notes")
    watches = (
        *_PEOPLE, "items", "item_questions", "item_recommendations", "notes", "recommendations",
        "texts", "settings",
    )  # fmt: skip
    has_head = False

    def __init__(self, session: Session, now: Now = local_now) -> None:
        super().__init__(session)
        self._item: ItemId | None = None
        self._shown: Shown | None = None
        self._room: Room | None = None
        self._roster: Roster | None = None
        self._more_than_notes = True
        self._notes_changed = True
        self._questions: dict[ItemId, QuestionId | None] = {}
        self._names = DesignationsPart(session, self)
        self.popup = GuardPopup(self)
        self.items = ItemsList()
        self.middle = NotesMiddle(self.popup)
        self.list, self.editor = self.middle.list, self.middle.editor
        self._ready = Ready(session, self.middle, self.items)
        head, bar = self.middle.head, self.middle.clock_bar
        self.clock = ClockPart(session, self, head, bar, self.go_to, now)
        self.clock.on_changed.connect(self.items.mark_on)
        self.context = NotesContext()
        self._beside = Beside(session, self.context, self._at_the_item)
        self._panels = Panels(
            "notes",
            session.machine,
            Panel(self.items, 220, "list-todo", tr("Items")),
            Panel(self.middle, None, least=420),
            Panel(self.context, 224, "info", tr("Questions")),
            steady=True,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panels)
        self._nothing = self._empty()
        self._stack.addWidget(self._nothing)
        self.set_body(self._stack)
        self.writing = Writing(session, self.editor)
        self.deeds = Deeds(session, self.list, self._room_now)
        self.deeds.before_closing = self.clock.as_taken
        self.striking = Striking(session, self.writing, self)
        self.before_start = BeforeStartPart(session, self, now)
        self._bullets = ChairsBullets(session, self)
        self._connect()
        self._add_keys()
        self.popup.raise_()

    # what the page shows ------------------------------------------------------------------

    def refresh(self) -> None:
        only_notes, self._more_than_notes = not self._more_than_notes, False
        self._notes_changed = False
        was = self._shown
        if only_notes and was and self._room and was.dialogue.id == self.session.dialogue:
            self._follow_notes(notes_shown.again(self.session.store, was), self._room)
            return
        shown = notes_shown.read(self.session.store, self.session.open_dialogue())
        if shown is None or (self._shown and self._shown.dialogue.id != shown.dialogue.id):
            self._item, self._room, self._roster = None, None, None
            self._questions.clear()
            self.writing.forget()
        self._shown = shown
        self._stack.setCurrentIndex(0 if shown else 1)
        self.before_start.show(shown)
        if shown is None:
            return
        self.items.left_rows.show_rows(shown.left_rows())
        if self._item is None or not self.items.shows(self._item):
            self._item = shown.first()
        self._show_item(shown, self._item)
        QTimer.singleShot(_WARM_UP_MS, self, self._warm_up)

    def flush(self) -> None:
        self.list.flush()
        self.writing.flush()

    def begin(self) -> None:
        if self._shown is None:
            super().begin()
            return
        self.writing.get_ready()
        locked = self.items if self.items.isVisibleTo(self) else self.list  # they may be a drawer
        target = locked if self.editor.isHidden() else self.editor.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_subject(self, subject: object) -> None:
        """Show a note, or an item, by its id."""
        self._refresh_if_stale()
        note = notes.read(self.session.store, NoteId(str(subject)))
        self.go_to(note.item if note else ItemId(str(subject)))
        if note and self.list.choose(note.id):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, item: ItemId) -> None:
        """Show an item; the line that is being written stays with its own."""
        if self._shown is None or not self.items.shows(item):
            return
        self.list.end_edit()
        self.writing.put_down()
        if item != self._item:
            self.middle.drop_search()
        self._item = item
        self._shown = shown = self._with_notes_now(self._shown)
        self._show_item(shown, item)

    def focus_stops(self) -> Sequence[QWidget]:
        if self._shown is None:
            return [self._nothing]
        return [self.items, self.list, self.middle.foot(), self.context]

    def search_field(self) -> QWidget | None:
        return self.middle.open_search() if self._shown else None

    def attend(self) -> None:
        """Show neutral words for what was found, else the first note that no longer holds."""
        field = self.editor.field
        if not self.editor.isHidden() and field.exposures:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.ask()
            return
        self.list.later.complete()
        for row in self.list.rows.rows:
            if isinstance(row, NoteRow) and row.doubt:
                self.list.choose(row.id)
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def key_hints(self) -> Sequence[KeyHint]:
        return [*keys_of_notes(), *self.clock.key_hints()]

    def commands(self) -> Sequence[Command]:
        if self._room is None:
            return []
        item, terms = self._room.item, self.middle.terms
        act = self.deeds.open_item if item.closed else self.deeds.close_item
        words = tr("Open the item again") if item.closed else tr("Close this item")
        return [
            Command(words, lambda: act(item), icon="square-check-big"),
            Command(
                tr("Strike the last remark"), self.striking.strike_last, "Ctrl+Shift+X", "eraser"
            ),
            Command(tr("Stricter from here"), terms.ask, "Ctrl+Shift+O", "shield-check"),
            *self.clock.commands(),
            *self.before_start.commands(),
            *self._bullets.commands(),
            Command(tr("House phrases"), self.deeds.open_phrases, icon="text-cursor"),
            Command(tr("Statements"), self._names.open_statements, icon="quote"),
        ]

    @classmethod
    def count(cls, session: Session) -> Count | None:
        dialogue = session.open_dialogue()
        if dialogue is None:
            return None
        if narrow := len(commands.no_longer_holding(session.store, dialogue)):
            said = ntr("{n} attribution no longer holds", "{n} attributions no longer hold", narrow)
            return Count(narrow, "warn", said)
        if dialogue.phase is Phase.IN_SESSION:
            return Count(0, "now", tr("in session"))
        taken = len(note_rows.kept(session.store.taken.of_dialogue(dialogue.id)))
        return Count(taken, "plain", ntr("{n} note", "{n} notes", taken)) if taken else None

    # reading and showing ------------------------------------------------------------------

    def _show_item(self, shown: Shown, item: ItemId) -> None:
        room, mine = self._ready.room(shown, item), shown.of_item(item)
        guard = Guard(self._roster_now(shown.dialogue), item, room.item.terms_in_force)
        moved = self._room is None or self._room.item.id != item
        self._room, self.subject = room, item
        row = self.items.value()
        if not moved or row is None or row.id != item:
            self.items.choose(item)
        rows = self._ready.rows(shown, room, self.middle.search)
        was_here, wrote = _has_focus(self.middle), _has_focus(self.editor)
        locked = self.editor.isHidden() and not moved and _has_focus(self)
        self.list.phrases = self.editor.field.phrases = self._ready.phrases()
        with self.middle.laid_out_once():
            self.middle.show_room(room, shown.number(item), guard, rows, moved=moved)
            self.clock.show_item(room.item)
            self.writing.show(room, guard, mine, self._question(room.item, mine))
        self._beside.soon.start() if moved else self._beside.show()
        gone = (was_here and not _has_focus(self.middle)) or (wrote and self.editor.isHidden())
        if gone or (locked and not self.editor.isHidden()):
            self.begin()

    def _with_notes_now(self, shown: Shown) -> Shown:
        """Return what is shown with its notes, read again where one may have changed."""
        waits = bool(self.session.store.rescue.waiting)
        if waits or self._notes_changed:
            shown, self._notes_changed = notes_shown.again(self.session.store, shown), waits
        return shown

    def _follow_notes(self, shown: Shown, room: Room) -> None:
        """Show what is written, removed or moved; nothing else has changed."""
        self._shown = shown
        mine = shown.of_item(room.item.id)
        self.items.left_rows.show_rows(shown.left_rows())
        self.before_start.show(shown)
        self.middle.show_notes(room, self._ready.rows(shown, room, self.middle.search))
        self.writing.question = self._question(room.item, mine)
        self.writing.follow(mine)
        self._beside.show_counts(room, mine, self.writing.question)

    def _at_the_item(self) -> tuple[Room, Shown, QuestionId | None] | None:
        if self._room is None or self._shown is None:
            return None
        return self._room, self._shown, self.writing.question

    def _question(self, item: AgendaItem, mine: Sequence[Note]) -> QuestionId | None:
        """Return the question one writes under: the chosen one, else that of the last note."""
        ids = [q.id for q in item.questions]
        chosen = self._questions.get(item.id)
        if chosen in ids:
            return chosen
        last = next((n.question for n in reversed(note_rows.kept(mine)) if n.question in ids), None)
        self._questions[item.id] = last or (ids[0] if ids else None)
        return self._questions[item.id]

    def _roster_now(self, dialogue: Dialogue) -> Roster:
        if self._roster is None:
            self._roster = roster_of(self.session.store, dialogue.id)
        return self._roster

    def _warm_up(self) -> None:
        """Make what a key or another item would wait for, while nobody types."""
        if self._shown is not None and self._roster is not None:
            self._ready.prepare(self._shown, self._roster)

    def _room_now(self) -> Room:
        if self._room is None:
            raise LookupError("no item is shown")
        return self._room

    def _empty(self) -> QWidget:
        return EmptyState(
            tr("No items to take notes at"),
            tr("Notes belong to the items of the agenda. Put items on the agenda first."),
            Offer(
                tr("Go to the agenda"),
                tr("Topics, times and terms of each item"),
                lambda: self.session.go("agenda"),
            ),
        )

    # what the user does -------------------------------------------------------------------

    def _connect(self) -> None:
        self._ready.due.connect(self._warm_up)
        self.items.item_chosen.connect(self._on_item_chosen)
        self.items.item_taken.connect(self.begin)
        self.items.taken_up.connect(self._take_up)
        self.items.removed.connect(self.deeds.remove)
        self.deeds.let_go.connect(self.refresh_soon)
        middle = self.middle
        middle.terms.stricter.connect(lambda terms: self.deeds.stricter(self._item_now(), terms))
        middle.terms.back.connect(lambda: self.deeds.back(self._item_now()))
        middle.head.close_wanted.connect(lambda: self.deeds.close_item(self._item_now()))
        middle.head.open_wanted.connect(lambda: self.deeds.open_item(self._item_now()))
        middle.closed.again.clicked.connect(lambda: self.deeds.open_item(self._item_now()))
        middle.searched.connect(lambda _text: self.refresh_soon())
        self.context.question_chosen.connect(self._on_question)
        self.context.question_taken.connect(self.begin)
        self.context.table_taken.connect(self.editor.put_about)
        self.writing.question_asked.connect(self._on_question)
        self.writing.kept.connect(self._on_kept)
        self.list.asked.connect(lambda verb: self.begin() if verb == "back" else None)
        self.list.strike_asked.connect(self._strike)
        self.session.saving_changed.connect(self._on_saving_changed)
        self.session.closing.connect(self.list.end_edit)
        self.session.closing.connect(self.writing.forget)
        self.popup.clicked.connect(self.list.take_popup)

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            f"Ctrl+{n}": lambda n=n: self._on_kind(n) for n in range(1, 8)
        }
        acts["Ctrl+J"] = self._on_attribution
        acts["Ctrl+Shift+O"] = self.middle.terms.ask
        acts["Ctrl+Shift+X"] = self.striking.strike_last
        acts |= self.clock.keys()
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _item_now(self) -> AgendaItem:
        """Return the shown item as it is in the store."""
        return agenda.read(self.session.store, self._room_now().item.id)

    def _on_changed(self, changes: Changes) -> None:
        self._notes_changed = True
        if self.writing.storing:
            return  # the line that stands in the editor; nothing else that is shown has changed
        self._more_than_notes = self._more_than_notes or not changes.tables <= _NOTES
        if changes.touches(*_PEOPLE):
            self._roster = None
        super()._on_changed(changes)

    def _on_item_chosen(self, item: str) -> None:
        if item != self._item:
            self.go_to(ItemId(item))

    def _on_question(self, question: QuestionId) -> None:
        if self._room is not None:
            self._questions[self._room.item.id] = question
            self.writing.question = question

    def _on_kept(self, note: str) -> None:
        if self.middle.search:
            self.middle.drop_search()  # else the new note would not be seen
            self.refresh()
        QTimer.singleShot(0, self.list, lambda: self.list.show_note(note))  # no key waits for both

    def _on_kind(self, number: int) -> None:
        if self.list.hasFocus():
            self.deeds.do(f"kind {number}")
        elif not self.editor.isHidden():
            self.editor.choose_kind(number)

    def _on_attribution(self) -> None:
        if self.list.hasFocus():
            self.deeds.do("attribution")
        elif not self.editor.isHidden():
            self.editor.chips.begin()

    def _on_saving_changed(self, saving: Saving) -> None:
        self._notes_changed = True
        if saving is Saving.FAILED and self.session.waiting:
            self.refresh_soon()  # what waits outside the workspace is shown among the notes

    def _strike(self) -> None:
        note, after = self.list.note(), self.list.neighbour()
        if note is not None and self.striking.strike(note) and after is not None:
            self.list.choose(after.id)

    def _take_up(self, note: Note) -> None:
        self.session.run(commands.set_aside, note, aside=False)
        self.show_subject(note.id)


def _has_focus(panel: QWidget) -> bool:
    """Return whether the keyboard is in a part of the window, or will be when that is active."""
    focused = panel.window().focusWidget()  # the application has none while a dialog closes
    return focused is not None and focused.isVisible() and panel.isAncestorOf(focused)
