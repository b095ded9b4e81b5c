"""What is done with findings: the commands behind the board, and the menu of a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dialogueprep.commands import findings as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.notes import Column, Finding, Note, NoteId, Support
from dialogueprep.domain.release_questions import ReleaseQuestion
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.ui import icons
from dialogueprep.ui.models.finding_board import Board
from dialogueprep.ui.models.finding_notes import QuestionLine
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.finding_board import Spot
from dialogueprep.ui.widgets.finding_notes import Held
from dialogueprep.words import tr


class FindingVerbs:
    """Runs the commands on findings; ``names`` puts neutral words in place of names."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.names: NameSearch | None = None

    def make(self, dialogue: Dialogue, placed: Column, held: Held) -> tuple[str | None, Language]:
        """Add a finding in the words of the first note or of the question; return it as made.

        Its id is None where that was refused; the language is that of its words.
        """
        if isinstance(held, QuestionLine):
            texts, ids, question = held.question.texts, list[NoteId](), held.question.id
            language = texts.best_text(dialogue.working_language).language
        else:
            language, question = held[0].language, None
            texts, ids = Texts.of({language: held[0].text}), [n.id for n in held]
        made = self._session.run(commands.add, dialogue.id, placed, texts, ids, question)
        return made, language

    def put_behind(self, finding: Finding, held: Held) -> None:
        """Put notes behind a finding, or let it answer a guiding question."""
        if isinstance(held, QuestionLine):
            self._session.run(commands.answer_question, finding, held.question.id)
        else:
            self._session.run(commands.rest_on, finding, [n.id for n in held])

    def answer_none(self, finding: Finding) -> None:
        """Let a finding answer no guiding question."""
        self._session.run(commands.answer_question, finding, None)

    def move(self, finding: Finding, spot: Spot) -> None:
        """Move a finding to a place on the board."""
        self._session.run(commands.move_before, finding, spot.column, spot.before)

    def judge(self, finding: Finding, support: Support | None) -> None:
        """Set how widely it was held."""
        if support is not finding.support:
            self._session.run(commands.set_support, finding, support)

    def set_theme(self, finding: Finding, words: str) -> None:
        """Put a finding under a theme, which holds no name."""
        theme = self.names.neutral(words, finding.theme) if self.names else words
        if " ".join(theme.split()) != finding.theme:
            self._session.run(commands.set_theme, finding, theme)

    def answer(self, finding: Finding, question: ReleaseQuestion, answer: str) -> None:
        """Keep an answer to what is asked before release."""
        self._session.run(commands.answer_before_release, finding, question, answer)

    def take_out(self, finding: Finding, note: Note) -> None:
        """Take a note from behind a finding."""
        self._session.run(commands.no_longer_rest_on, finding, [note.id])

    def reword(self, finding: Finding, texts: Texts) -> None:
        """Keep changed wordings."""
        self._session.run(commands.change, replace(finding, texts=texts))


def step_spot(board: Board, finding: Finding, way: str) -> Spot | None:
    """Return where a finding goes by one step: in weight, or to the column beside it."""
    columns = list(Column)
    if way in ("left", "right"):
        at = columns.index(finding.column) + (1 if way == "right" else -1)
        return Spot(columns[at]) if 0 <= at < len(columns) else None
    mine = [card.finding.id for card in board.column(finding.column)]
    at = mine.index(finding.id) + (2 if way == "down" else -1)
    if not 0 <= at <= len(mine):
        return None
    return Spot(finding.column, before=mine[at] if at < len(mine) else None)


def nearest(board: Board, finding: Finding) -> str | None:
    """Return the card to choose once a finding is gone: the next in its column, else the last."""
    ids = [card.id for card in board.column(finding.column)]
    at = ids.index(finding.id)
    return next(iter([*ids[at + 1 :], *reversed(ids[:at])]), None)


def card_menu(parent: QWidget, finding: Finding, asked: Callable[[str], object]) -> QMenu:
    """Return the menu of a card; ``asked`` is called with the verb."""
    menu = QMenu(parent)
    rows = [
        (tr("Edit the text"), "E", "pen-line", "edit"),
        (tr("Set theme"), "T", "tag", "theme"),
        (tr("Answer before release"), "Q", "circle-question-mark", "answer"),
        (tr("Move up"), "Alt+Up", "arrow-up", "move up"),
        (tr("Move down"), "Alt+Down", "arrow-down", "move down"),
        (tr("To the column at the left"), "Alt+Left", "arrow-left", "move left"),
        (tr("To the column at the right"), "Alt+Right", "arrow-right", "move right"),
        (tr("Remove"), "Del", "trash-2", "remove"),
    ]
    if finding.question is not None:
        rows.insert(3, (tr("Let it answer no guiding question"), "", "x", "no question"))
    for words, keys, icon, verb in rows:
        action = menu.addAction(icons.icon(icon, "ink2"), words, partial(asked, verb))
        if keys:
            action.setShortcut(QKeySequence(keys))
    return menu
