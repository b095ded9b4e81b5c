"""What a line asks for, made into the note that it is to become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogueprep.domain.branches import DEEPEST
from dialogueprep.domain.dialogue import QuestionId
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Note, NoteId, says_something
from dialogueprep.domain.outlines import lines_of
from dialogueprep.domain.texts import language_of
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.pages import notes_marks
from dialogueprep.ui.widgets.note_editor import Line
from dialogueprep.words import tr


class NotMade(Exception):
    """A line asks for what is not there; the words say what."""


@dataclass(frozen=True, slots=True)
class Made:
    """A note that a line asks for, without an id, and what is to be said about it."""

    note: Note
    said: str = ""
    only_asks: bool = False
    """Whether the line has no words and only goes to another question: "?2"."""

    @property
    def says_something(self) -> bool:
        """Whether the line has words that make a note."""
        return says_something(self.note.text)


@dataclass(frozen=True, slots=True)
class Making:
    """Where lines are made into notes: the item, and the guard that looks at them."""

    store: Store
    room: Room
    guard: Guard | None

    def plain(self, line: Line, words: str, question: QuestionId | None) -> Note:
        """Return a line as a note of these words, without a look at its marks."""
        return Note(
            id=NoteId(""),
            item=self.room.item.id,
            kind=line.kind,
            text=words,
            language=language_of(words, theme.window_language()),
            question=question,
            attribution=line.attribution,
            terms=self.room.item.terms_in_force,
        )

    def made(self, line: Line, question: QuestionId | None) -> Made:
        """Return the note of a line: shorthand becomes an attribution that holds."""
        typed = self.guard.with_safe_tags(line.text) if self.guard else line.text
        asked = notes_marks.read(self.room, typed, self.guard)
        if asked.question:
            question = self._question(asked.question)
        about = self._about(asked.about)
        by, said = notes_marks.holding(self.store, self.room, asked.attribution or line.attribution)
        if asked.covers:
            said = tr("More than one mark: kept as “{kept}”.", kept=self.room.say(by))
        words = self._neutral(asked.text)
        if not said and (words, typed) != (asked.text, line.text):
            said = tr("Kept with neutral words.")
        note = replace(
            self.plain(line, words, question),
            attribution=by,
            recommendation=about,
            tags=asked.tags,
            private=asked.private,
        )
        only_asks = bool(asked.question) and asked.attribution is None and not asked.text
        return Made(note, said, only_asks)

    def each(self, line: Line, question: QuestionId | None) -> Iterator[Made]:
        """Yield what each line of a text is made into, those without words too.

        What begins further to the right stands under the line above it. "?2" alone puts the lines
        after it under that question.
        """
        above: Note | None = None
        for each in lines_of(line.text, DEEPEST):
            made = self.made(replace(line, text=each.words), question)
            question = made.note.question
            if made.says_something:
                above = replace(made.note, indent=_under(above, each.depth, question))
                made = replace(made, note=above)
            yield made

    def _neutral(self, text: str) -> str:
        words = self.guard.neutral(text).strip() if self.guard else text
        return words[:1].upper() + words[1:] if words != text else words

    def _question(self, number: int) -> QuestionId:
        questions = self.room.item.questions
        if not 1 <= number <= len(questions):
            raise NotMade(tr("This item has no question {n}.", n=number))
        return questions[number - 1].id

    def _about(self, number: int | None) -> RecommendationId | None:
        """Return the recommendation on the table with this number."""
        found = notes_marks.on_table(self.store, self.room, number)
        if number and found is None:
            raise NotMade(tr("There is no recommendation {n} on the table.", n=number))
        return found


def _under(above: Note | None, depth: int, question: QuestionId | None) -> int:
    """Return how deep a line stands: at most a step below the last one of its question."""
    if above is None or above.question != question:
        return 0
    return min(depth, above.indent + 1)
