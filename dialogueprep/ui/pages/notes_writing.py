"""Writing a line: as typed in memory, in neutral words on disk, and kept by Enter.

Each item has its own unfinished line; it survives a look at another item.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.commands import notes as commands
from dialogueprep.domain import shorthand
from dialogueprep.domain.dialogue import ItemId, QuestionId
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Note, NoteId, says_something
from dialogueprep.domain.texts import language_of
from dialogueprep.store import notes
from dialogueprep.store.step import new_id
from dialogueprep.ui import theme
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.pages import notes_marks
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.note_editor import Line, NoteEditor
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class _Unfinished:
    """An item's unfinished line, the id of its row, and what stands there."""

    line: Line
    id: NoteId
    stored: Note | None = None


@dataclass(frozen=True, slots=True)
class _Entered:
    """A line that Enter has made a note of, until that is written a moment later."""

    room: Room
    note: Note
    line: Line


class Writing(QObject):
    """Brings lines from the editor to disk and back.

    Enter empties the field at once; the note is written when that has been painted, so that no
    key waits for the disk. Until then the line stands on the disk as it did, unfinished.
    """

    question_asked = Signal(object)
    """The shorthand ``?2`` has chosen a question."""
    kept = Signal(str)
    """The id of the note that a line has become."""

    def __init__(self, session: Session, editor: NoteEditor) -> None:
        super().__init__(editor)
        self._session, self._editor = session, editor
        self._unfinished: dict[ItemId, _Unfinished] = {}
        self._room: Room | None = None
        self._guard: Guard | None = None
        self._kept: list[NoteId] = []
        self._entered: _Entered | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.take)
        self.storing = False
        self.question: QuestionId | None = None
        editor.edited.connect(session.typing)
        editor.due.connect(lambda: self.store(writing=True))
        editor.submitted.connect(self.keep)

    def show(
        self, room: Room, guard: Guard, taken: Sequence[Note], question: QuestionId | None
    ) -> None:
        """Show an item's unfinished line, under which question it stands, and what holds there."""
        moved = self._room is None or self._room.item.id != room.item.id
        if moved:
            self.put_down()
        self._room, self._guard, self.question = room, guard, question
        self._editor.show_room(room, guard)
        self.follow(taken, moved=moved)
        if self._names_on_disk(room):
            QTimer.singleShot(0, self, self.store)

    def _names_on_disk(self, room: Room) -> bool:
        """Return whether the line went to the disk with a name that was no participant's then."""
        field, stored = self._editor.field, self._unfinished[room.item.id].stored
        return bool(field.blocked and stored and stored.text != field.neutral())

    def get_ready(self) -> None:
        """Build the search before keys are taken: it would keep what is typed from the disk."""
        if self._guard is not None:
            self._guard.build()

    def follow(self, taken: Sequence[Note], *, moved: bool = False) -> None:
        """Bring what was typed and what is on disk together.

        Text that waits to be stored wins, then a change on disk (undo), then memory.
        """
        room = self._room
        if room is None:
            return
        entered = self._entered.note.id if self._entered else None
        draft = next((n for n in taken if n.draft and n.id != entered), None)
        known = self._unfinished.get(room.item.id)
        if known is None or (known.stored != draft and not self._waits(moved)):
            known = _Unfinished(_line_of(draft), draft.id if draft else _new(), draft)
            self._unfinished[room.item.id] = known
            moved = True
        if moved:
            self._editor.show_line(known.line)

    def last_remark(self) -> Note | None:
        """Return the line that is being written, as it may stand on disk, else the last note.

        The last note is the one kept last while the program ran; without one, the last shown.
        """
        self.take()
        room = self._room
        if room is None:
            return None
        self._editor.line()
        if draft := self._draft(room, self._unfinished[room.item.id].id):
            return draft
        store = self._session.store
        here = notes.with_waiting(store, notes.of_item(store, room.item.id))
        taken = {n.id: n for n in here if n.item == room.item.id and not n.draft}
        kept = [i for i in self._kept if i in taken]
        return taken[kept[-1]] if kept else next(reversed(taken.values()), None)

    def typed(self, note: NoteId) -> str:
        """Return a line that is being written as it was typed; nothing for a note that is kept."""
        room = self._room
        known = self._unfinished.get(room.item.id) if room else None
        return self._editor.field.text() if known and known.id == note else ""

    def let_go(self, note: NoteId) -> None:
        """Forget a line that is to be struck, in the editor too."""
        self._kept = [i for i in self._kept if i != note]
        for item, known in list(self._unfinished.items()):
            if known.id == note:
                self._unfinished[item] = _Unfinished(Line(), _new())
                if self._room is not None and self._room.item.id == item:
                    self._editor.show_line(Line())

    def put_down(self) -> None:
        """Store the line and remember it as typed, before another item is shown."""
        self.take()
        room = self._room
        if room is None:
            return
        line = self._editor.line()
        self.store()
        self._unfinished[room.item.id] = replace(self._unfinished[room.item.id], line=line)

    def forget(self) -> None:
        """Leave all lines in memory, as when another dialogue is opened."""
        self._unfinished.clear()
        self._kept.clear()
        self._room = None

    @property
    def entered(self) -> bool:
        """Whether a note that Enter has made waits to be written."""
        return self._entered is not None

    def flush(self) -> None:
        """Store the line, an input method's letters included."""
        self.take()
        if self._room is not None:
            self._editor.line()
            self.store()

    def store(self, *, writing: bool = False) -> None:
        """Bring the line to disk in neutral words; an emptied line leaves the disk.

        While one goes on ``writing``, a name that has been begun at the caret stays in memory.
        """
        self.take()
        room = self._room
        if room is None:
            return
        self._editor.field.handed_over()
        known = self._unfinished[room.item.id]
        draft = self._draft(room, known.id, writing=writing)
        if _same_line(draft, known.stored) or not room.writable:
            self._session.settled()
            return
        self._unfinished[room.item.id] = replace(known, stored=draft)
        self.storing = True
        try:
            if draft is not None:
                self._session.run(commands.keep_draft, draft)
            else:
                self._session.run(commands.drop_draft, known.id)
        finally:
            self.storing = False

    def keep(self) -> None:
        """Make a note of the line: shorthand becomes an attribution that holds."""
        self.take()
        room = self._room
        if room is None or not room.writable:
            return
        line = self._editor.line()
        typed = self._guard.with_safe_tags(line.text) if self._guard else line.text
        asked = notes_marks.read(room, typed, self._guard)
        if asked.question and not self._choose(room, asked.question):
            return
        about = self._about(room, asked.about)
        if asked.about and about is None:
            return
        if not says_something(asked.text):
            self._say_empty(asked)
            return
        wanted = asked.attribution or line.attribution
        by, said = notes_marks.holding(self._session.store, room, wanted)
        if asked.covers:
            said = tr("More than one mark: kept as “{kept}”.", kept=room.say(by))
        words = self._neutral(asked.text)
        changed = (words, typed) != (asked.text, line.text)
        said = said or (tr("Kept with neutral words.") if changed else "")
        note = replace(
            self._note(room, line, words),
            attribution=by,
            recommendation=about,
            tags=asked.tags,
            private=asked.private,
        )
        self._entered = _Entered(room, note, line)
        self._unfinished[room.item.id] = _Unfinished(Line(), _new())
        self._editor.show_line(Line())
        self._editor.say(said)
        self._soon.start()

    def take(self) -> None:
        """Write the note that Enter has made; what is refused comes back into the field."""
        entered, self._entered = self._entered, None
        self._soon.stop()
        if entered is None:
            return
        store, note = self._session.store, entered.note
        taken = self._session.run(commands.take, entered.room.dialogue, note)
        if taken is None and note.id not in store.rescue.waiting:
            self._give_back(entered)
            return
        self._kept.append(note.id)
        self.kept.emit(note.id)

    def _give_back(self, entered: _Entered) -> None:
        item, here = entered.room.item.id, self._room
        shown = here is not None and here.item.id == item
        since = self._editor.line() if shown else self._unfinished[item].line
        words = f"{entered.line.text} {since.text}".rstrip()
        line = replace(entered.line, text=words, caret=len(words))
        stored = notes.read(self._session.store, entered.note.id)
        self._unfinished[item] = _Unfinished(line, entered.note.id, stored)
        if shown:
            self._editor.show_line(line)

    def _neutral(self, text: str) -> str:
        words = self._guard.neutral(text).strip() if self._guard else text
        return words[:1].upper() + words[1:] if words != text else words

    def _choose(self, room: Room, number: int) -> bool:
        questions = room.item.questions
        if number > len(questions) or number < 1:
            self._editor.say(tr("This item has no question {n}.", n=number))
            return False
        self.question = questions[number - 1].id
        self.question_asked.emit(self.question)
        return True

    def _about(self, room: Room, number: int | None) -> RecommendationId | None:
        """Return the recommendation on the table with this number; say it if there is none."""
        found = notes_marks.on_table(self._session.store, room, number)
        if number and found is None:
            self._editor.say(tr("There is no recommendation {n} on the table.", n=number))
        return found

    def _say_empty(self, asked: shorthand.Shorthand) -> None:
        if asked.question and asked.attribution is None and not asked.text:
            self._editor.show_line(Line())
            self.store()
            return
        self._editor.say(tr("A note needs words."))

    def _note(self, room: Room, line: Line, words: str) -> Note:
        known = self._unfinished[room.item.id]
        return Note(
            id=known.id,
            item=room.item.id,
            kind=line.kind,
            text=words,
            language=language_of(words, theme.window_language()),
            question=self.question,
            attribution=line.attribution,
            terms=room.item.terms_in_force,
        )

    def _draft(self, room: Room, note: NoteId, *, writing: bool = False) -> Note | None:
        """Return the line as it may stand on disk; None for an empty one."""
        field = self._editor.field
        words = field.unfinished() if writing else field.neutral()
        if not (words if writing else field.text()).strip():
            return None
        line = Line(field.text(), 0, self._editor.kinds.value, self._editor.chips.value)
        private = shorthand.is_private(line.text)
        drafted = self._under_k(room, self._note(room, line, words))
        if not drafted.text:
            return None
        return replace(drafted, id=note, draft=True, private=private)

    def _under_k(self, room: Room, draft: Note) -> Note:
        """Return a draft with what may be kept in place of a mark that fits too few."""
        asked = notes_marks.read(room, draft.text, self._guard)
        by, said = notes_marks.holding(self._session.store, room, asked.attribution)
        if not said:
            return draft
        return replace(draft, text=shorthand.unattributed(asked), attribution=by)

    def _waits(self, moved: bool) -> bool:
        return not moved and self._editor.field.waiting


def _line_of(draft: Note | None) -> Line:
    if draft is None:
        return Line()
    return Line(draft.text, len(draft.text), draft.kind, draft.attribution)


def _same_line(draft: Note | None, stored: Note | None) -> bool:
    """Return whether two drafts hold the same line.

    The item's terms and question are not of the line: were it written for them, an undo would
    take that back only for it to be written again.
    """
    if draft is None or stored is None:
        return draft is stored
    return draft == replace(
        stored, terms=draft.terms, question=draft.question, language=draft.language
    )


def _new() -> NoteId:
    return NoteId(new_id())
