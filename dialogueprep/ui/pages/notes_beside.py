"""What stands at the right of the notes: brought up a moment after the notes themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from dialogueprep.domain.dialogue import QuestionId
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Note
from dialogueprep.ui.after_painting import AfterPainting
from dialogueprep.ui.models import notes_shown
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.models.notes_shown import Shown
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notes_context import NotesContext

_AFTER_MS = 15  # what one writes in and the last notes are shown before
_Now = Callable[[], tuple[Room, Shown, QuestionId | None] | None]


class Beside(QObject):
    """Shows questions, recommendations and attributions of the item that ``now`` returns."""

    def __init__(self, session: Session, context: NotesContext, now: _Now) -> None:
        super().__init__(context)
        self._session, self._context, self._now = session, context, now
        self.soon = AfterPainting(self.show, _AFTER_MS, self)

    def show(self) -> None:
        """Show all of it."""
        now = self._now() if self._session.is_open else None
        if now is None:
            return
        room, shown, question = now
        self._context.show_keys(room.writable)
        self._context.show_offers(room.usual() if room.writable else [], room.dialogue.k)
        self.show_counts(room, shown.of_item(room.item.id), question)

    def show_counts(self, room: Room, mine: Sequence[Note], question: QuestionId | None) -> None:
        """Show how many notes belong to each question and recommendation."""
        store = self._session.store
        self._context.show_questions(notes_shown.question_lines(store, room, mine), question)
        titles = notes_shown.on_the_table(store, room.item)
        about = Counter(n.recommendation for n in mine if not n.draft)
        self._context.show_table([
            (title, about[RecommendationId(r)]) for r, title in titles.items()
        ])  # fmt: skip
