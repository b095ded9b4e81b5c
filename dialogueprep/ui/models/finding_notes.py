"""The notes column of the findings page: by item, kind, tag or question, with what is left over.

What is left over are notes behind no finding, and guiding questions that no finding answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import AgendaItem, Question, Terms
from dialogueprep.domain.notes import Note, NoteKind
from dialogueprep.ui import badges, theme
from dialogueprep.ui.models.finding_board import Board
from dialogueprep.words import clauses, ntr, tr

By = Literal["item", "kind", "tag", "question"]


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The heading above notes; that of an item has terms."""

    id: str
    number: str
    words: str
    unused: int
    terms: Terms | None = None
    total: int = 0

    @property
    def spoken(self) -> str:
        """The heading as a screen reader says it."""
        return clauses(filter(None, (self.number, self.words, self.count)))

    @property
    def count(self) -> str:
        """How many of its notes are left over, in words."""
        if self.unused:
            return ntr("{n} unused", "{n} unused", self.unused)
        return tr("all used") if self.total else ""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note, and whether it stands behind a finding.

    ``apart`` are its terms, where the heading above it does not have the same; ``under`` tells its
    further places from the first, where it stands under several headings.
    """

    note: Note
    used: bool
    apart: Terms | None = None
    under: str = ""

    @property
    def id(self) -> str:
        return f"{self.under}/{self.note.id}" if self.under else self.note.id

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        used = tr("used") if self.used else tr("unused")
        terms = badges.terms_word(self.note.terms)
        return clauses((tr(wording.of(self.note.kind)), self.note.text, used, terms))


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A guiding question that no finding answers; it can be carried to the board as notes can."""

    question: Question
    number: str
    noted: int
    destroyed: bool = False

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def words(self) -> str:
        """The question in the window's language, else in another."""
        return self.question.texts.best(theme.window_language())

    @property
    def state(self) -> str:
        """Why it is shown: nothing was noted on it, or no finding was made of that.

        Where raw notes were destroyed nobody can say whether any was on it.
        """
        if not self.noted and self.destroyed:
            return tr("Raw notes destroyed")
        if not self.noted:
            return tr("No note and no finding on it")
        return ntr("{n} note on it, no finding", "{n} notes on it, no finding", self.noted)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((tr("Unanswered question"), self.words, self.state))


Line = NoteGroup | NoteLine | QuestionLine


def note_lines(board: Board, by: By, *, left_only: bool = False) -> list[Line]:
    """Return the notes under their headings; ``left_only`` leaves out those that are used."""
    ways = {"item": notes_by_item, "kind": notes_by_kind, "tag": notes_by_tag}
    rows = ways[by](board) if by in ways else notes_by_question(board)
    if not left_only:
        return rows
    wanted = [r for r in rows if not (isinstance(r, NoteLine) and r.used)]
    after = [*wanted[1:], None]
    return [
        row
        for row, follows in zip(wanted, after, strict=True)
        if not isinstance(row, NoteGroup) or not isinstance(follows, NoteGroup | None)
    ]


def notes_by_item(board: Board) -> list[Line]:
    """Return the notes under their items in the order of the agenda, unanswered questions last."""
    rows: list[Line] = []
    for item in board.items:
        mine = [n for n in board.notes if n.item == item.id]
        title = item.titles.best(theme.window_language())
        number = board.labels.get(item.id, "")
        lines = [*_lines(board, mine, item.terms), *_unanswered(board, item)]
        rows += _headed(item.id, number, title, lines, item.terms)
    return rows


def notes_by_kind(board: Board) -> list[Line]:
    """Return the notes under their kinds, then the unanswered questions."""
    rows: list[Line] = []
    for kind in NoteKind:
        mine = [n for n in board.notes if n.kind is kind]
        rows += _headed(f"kind-{kind}", "", tr(wording.of(kind)), _lines(board, mine))
    return [*rows, *_all_unanswered(board)]


def notes_by_tag(board: Board) -> list[Line]:
    """Return the notes under each of their tags, those without one after them."""
    rows: list[Line] = []
    seen: set[str] = set()
    slugs = sorted({t for n in board.notes for t in n.tags}, key=lambda t: _tag(board, t))
    for slug in slugs:
        mine = [n for n in board.notes if slug in n.tags]
        lines = [replace(x, under=slug if x.note.id in seen else "") for x in _lines(board, mine)]
        seen |= {n.id for n in mine}
        rows += _headed(f"tag-{slug}", "", _tag(board, slug), lines)
    bare = [n for n in board.notes if not n.tags]
    rows += _headed("tag", "", tr("Without a tag"), _lines(board, bare))
    return [*rows, *_all_unanswered(board)]


def notes_by_question(board: Board) -> list[Line]:
    """Return the notes under the guiding questions, and those on none after them."""
    rows: list[Line] = []
    language = theme.window_language()
    for item in board.items:
        unanswered = {line.id: line for line in _unanswered(board, item)}
        for place, each in enumerate(item.questions, start=1):
            mine = [n for n in board.notes if n.question == each.id]
            lines: list[Line] = [*_lines(board, mine, item.terms)]
            if each.id in unanswered:
                lines.append(unanswered[each.id])
            number = f"{board.labels.get(item.id, '')}.{place}".lstrip(".")
            words = each.texts.best(language)
            rows += _headed(f"q-{each.id}", number, words, lines, item.terms)
    known = {q.id for item in board.items for q in item.questions}
    others = [n for n in board.notes if n.question not in known]
    return [*rows, *_headed("q", "", tr("On no question"), _lines(board, others))]


def _tag(board: Board, slug: str) -> str:
    texts = board.tags.get(slug)
    return (texts.best(theme.window_language()) if texts else "") or slug


def _all_unanswered(board: Board) -> list[Line]:
    lines = [line for item in board.items for line in _unanswered(board, item)]
    return _headed("unanswered", "", tr("Unanswered questions"), lines)


def _unanswered(board: Board, item: AgendaItem) -> list[QuestionLine]:
    left = {q.id for q in board.unanswered}
    number = board.labels.get(item.id, "")
    return [
        QuestionLine(q, number, sum(n.question == q.id for n in board.notes), board.destroyed)
        for q in item.questions
        if q.id in left
    ]


def _lines(board: Board, mine: Iterable[Note], terms: Terms | None = None) -> list[NoteLine]:
    return [NoteLine(n, n.id in board.used, None if n.terms is terms else n.terms) for n in mine]


def _headed(
    key: str, number: str, words: str, lines: Iterable[Line], terms: Terms | None = None
) -> list[Line]:
    under = list(lines)
    if not under:
        return []
    notes = [line for line in under if isinstance(line, NoteLine)]
    unused = sum(1 for line in notes if not line.used)
    return [NoteGroup(f"group-{key}", number, words, unused, terms, len(notes)), *under]
