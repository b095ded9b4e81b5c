"""Writing a line: as typed in memory, in neutral words on disk, and kept by Enter.

Each item has its own unfinished line; it survives a look at another item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.commands import note_lines
from dialogueprep.commands import notes as commands
from dialogueprep.domain import shorthand
from dialogueprep.domain.dialogue import ItemId, QuestionId
from dialogueprep.domain.notes import Note, NoteId
from dialogueprep.store import kinship, notes
from dialogueprep.store.step import new_id
from dialogueprep.ui import theme
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.pages import notes_marks
from dialogueprep.ui.pages.notes_making import Made, Making, NotMade
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.note_editor import Line, NoteEditor
from dialogueprep.words import sentences, tr


@dataclass(frozen=True, slots=True)
class _Unfinished:
    """An item's unfinished line, the id of its row, and what stands there."""

    line: Line
    id: NoteId
    stored: Note | None = None


@dataclass(frozen=True, slots=True)
class _Entered:
    """A line that Enter has made notes of, until they are written a moment later."""

    room: Room
    notes: tuple[Note, ...]
    line: Line

    @property
    def id(self) -> NoteId:
        """The id that the line had, and its first note has."""
        return self.notes[0].id


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
        self._kept: list[NoteId] = []
        self._entered: _Entered | None = None
        self._told: NoteId | None = None  # what the sentence under the field is about
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.take)
        self.storing = False
        self._question: QuestionId | None = None
        editor.edited.connect(session.typing)
        editor.field.read.connect(self._follow_names)
        editor.due.connect(lambda: self.store(writing=True))
        editor.submitted.connect(self.keep)
        editor.each_submitted.connect(self.keep_each)

    @property
    def question(self) -> QuestionId | None:
        """The question that one writes under."""
        return self._question

    @question.setter
    def question(self, question: QuestionId | None) -> None:
        self._question = question
        language = theme.window_language()
        questions = enumerate(self._room.item.questions if self._room else (), 1)
        words = (f"{n}  {q.texts.best(language)}" for n, q in questions if q.id == question)
        self._editor.show_question(next(words, ""))

    def show(
        self, room: Room, guard: Guard, taken: Sequence[Note], question: QuestionId | None
    ) -> None:
        """Show an item's unfinished line, under which question it stands, and what holds there."""
        moved = self._room is None or self._room.item.id != room.item.id
        if moved:
            self.put_down()
        self._room = room
        self.question = question
        self._editor.show_room(room, guard)
        self.follow(taken, moved=moved)
        QTimer.singleShot(0, self, self._follow_names)

    def _follow_names(self) -> None:
        """Write a line again that went to the disk with a name that was no participant's then."""
        field, room = self._editor.field, self._room
        if room is None or not field.blocked or field.waiting:
            return
        stored = self._unfinished[room.item.id].stored
        if stored and stored.text != field.neutral():
            self.store()

    def get_ready(self) -> None:
        """Make what would else keep the first letters from the disk, before keys are taken."""
        self._session.store.get_ready()
        if self._guard is not None:
            self._guard.build()
            if self._room is not None:
                notes_marks.read(self._room, "", self._guard)

    @property
    def _guard(self) -> Guard | None:
        """The guard of the line, which knows what it has found there."""
        return self._editor.field.guard

    def follow(self, taken: Sequence[Note], *, moved: bool = False) -> None:
        """Bring what was typed and what is on disk together.

        Text that waits to be stored wins, then a change on disk (undo), then memory.
        """
        room = self._room
        if room is None:
            return
        entered = self._entered.id if self._entered else None
        if self._told not in (None, entered, *(n.id for n in taken)):
            self._told = None
            self._editor.say("")
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

        The last note is the one kept last while the program ran, of one that was split the last
        part; without one, the last shown.
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
        last = {kept[-1], *kinship.parts_of(store, kept[-1])} if kept else taken
        return next((n for n in reversed(taken.values()) if n.id in last), None)

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
        """Whether a note that Enter makes waits to be written."""
        return self._entered is not None or self._editor.field.entering

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
        self._editor.field.handed_over(writing=writing)
        known = self._unfinished[room.item.id]
        draft = self._draft(room, known.id, writing=writing)
        if _same_line(draft, known.stored) or not room.writable:
            self._session.settled()
            return
        self._unfinished[room.item.id] = replace(known, stored=draft)
        self._session.bring_back()
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
        self._keep(lambda making, line: (making.made(line, self.question),))

    def keep_each(self) -> None:
        """Make a note of each line of what stands in the field, all or none."""
        self._keep(lambda making, line: making.each(line, self.question))

    def _keep(self, made_of: Callable[[Making, Line], Iterable[Made]]) -> None:
        self.take()
        self._told = None
        room = self._room
        if room is None or not room.writable:
            return
        line = self._editor.line()
        try:
            made = list(made_of(self._making(room), line))
        except NotMade as reason:
            self._editor.say(str(reason))
            return
        if made:
            self._ask(made[-1].note.question)
        if taken := [each for each in made if each.says_something]:
            self._enter(room, line, taken)
        elif any(each.only_asks for each in made):
            self._editor.show_line(Line())
            self.store()
        else:
            self._editor.say(tr("A note needs words."))

    def _enter(self, room: Room, line: Line, made: Sequence[Made]) -> None:
        """Empty the field, and write its notes a moment later; the first has the line's id."""
        ids = [self._unfinished[room.item.id].id, *(_new() for _ in made[1:])]
        taken = tuple(replace(each.note, id=id_) for each, id_ in zip(made, ids, strict=True))
        self._entered = _Entered(room, taken, line)
        self._unfinished[room.item.id] = _Unfinished(Line(), _new())
        self._editor.show_line(Line())
        self._editor.say(sentences(dict.fromkeys(each.said for each in made if each.said)))
        self._told = ids[0]
        self._soon.start()

    def take(self) -> None:
        """Write the notes that Enter has made; what is refused comes back into the field."""
        self._editor.field.end_enter()
        self._soon.stop()
        if self._entered is None:
            return
        self._session.bring_back()  # what waits was said before
        entered, self._entered = self._entered, None
        if entered is None:  # whoever was told of what came back has had the line written
            return
        store, dialogue = self._session.store, entered.room.dialogue
        if len(entered.notes) == 1:
            taken = self._session.run(commands.take, dialogue, entered.notes[0])
        else:
            taken = self._session.run(note_lines.take_each, dialogue, entered.notes)
        if taken is None and entered.id not in store.rescue.waiting:
            self._give_back(entered)
            return
        self._kept += [note.id for note in entered.notes]
        self.kept.emit(self._kept[-1])

    def _give_back(self, entered: _Entered) -> None:
        item, here = entered.room.item.id, self._room
        shown = here is not None and here.item.id == item
        since = self._editor.line() if shown else self._unfinished[item].line
        words = f"{entered.line.text} {since.text}".rstrip()
        line = replace(entered.line, text=words, caret=len(words))
        stored = notes.read(self._session.store, entered.id)
        self._unfinished[item] = _Unfinished(line, entered.id, stored)
        if shown:
            self._editor.show_line(line)

    def _ask(self, question: QuestionId | None) -> None:
        """Write under a question from now on."""
        if question != self.question:
            self.question = question
            self.question_asked.emit(question)

    def _making(self, room: Room) -> Making:
        return Making(self._session.store, room, self._guard)

    def _draft(self, room: Room, note: NoteId, *, writing: bool = False) -> Note | None:
        """Return the line as it may stand on disk; None for an empty one."""
        field = self._editor.field
        words = field.unfinished() if writing else field.neutral()
        if not (words if writing else field.text()).strip():
            return None
        line = Line(field.text(), 0, self._editor.kinds.value, self._editor.chips.value)
        plain = self._making(room).plain(line, words, self.question)
        drafted = self._with_marks(room, plain)
        return replace(drafted, id=note, draft=True) if drafted.text else None

    def _with_marks(self, room: Room, draft: Note) -> Note:
        """Return a draft as private as it asks for, a mark that fits too few replaced."""
        asked = notes_marks.read(room, draft.text, self._guard)
        draft = replace(draft, private=asked.private)
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
