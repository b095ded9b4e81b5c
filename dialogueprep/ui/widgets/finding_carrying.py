"""How notes, questions and cards come to a place on the board: held by keys, carried by mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.notes import FindingId
from dialogueprep.ui.models.finding_board import Board, Card, CardRow, Target
from dialogueprep.ui.models.finding_notes import QuestionLine
from dialogueprep.ui.widgets.carrying import Ghost
from dialogueprep.ui.widgets.finding_board import FindingBoard
from dialogueprep.ui.widgets.finding_notes import Held, NotesPanel
from dialogueprep.words import ntr

Load = Held | FindingId


class FindingCarrying(QObject):
    """Says where something was put down. ``held`` is what was picked up by key."""

    begun = Signal(object, object)
    """Notes or a question, and the column in which they begin a finding."""
    laid = Signal(object, object)
    """A Finding, and what was put on it."""
    moved = Signal(str, object)
    """A finding's id and the Spot to which it goes."""

    def __init__(self, notes: NotesPanel, board: FindingBoard, over: QWidget) -> None:
        super().__init__(over)
        self._notes, self._places = notes, board
        self._ghost = Ghost(over)
        self._board: Board | None = None
        self._load: Load | None = None
        self.held: Held = ()
        for lifted in (notes.list.lifted, board.card_lifted):
            lifted.connect(self._lift)
        for carried in (notes.list.carried, board.card_carried):
            carried.connect(self._carry)
        for dropped in (notes.list.dropped, board.card_dropped):
            dropped.connect(self._drop_at)
        for put_back in (notes.list.put_back, board.put_back):
            put_back.connect(self._put_back)

    def show_board(self, board: Board) -> None:
        """Take what is in the store; what is held stays as far as it is still there."""
        self._board = board
        self.held = _still_there(self.held, board)

    def pick_up(self, held: Held) -> None:
        """Hold notes or a question; the arrows then choose where they go. Nothing lets go."""
        self.held = held
        self._notes.show_held(held)
        self._places.show_targets(bool(held))
        if held:
            self._places.take_keyboard()

    def put_down(self, value: CardRow) -> None:
        """Put what is held on a card, or in a column."""
        held = self.held
        self.pick_up(())
        if isinstance(value, Target):
            self.begun.emit(held, value.column)
        else:
            self.laid.emit(value.finding, held)

    def _lift(self, load: Load) -> None:
        self._load = load
        self._notes.mark(None if isinstance(load, str) else load)
        self._places.show_targets(not isinstance(load, str))
        self._ghost.show_words(self._words_of(load))

    def _words_of(self, load: Load) -> str:
        if isinstance(load, QuestionLine):
            return load.words
        if isinstance(load, tuple):
            several = ntr("{n} note", "{n} notes", len(load))
            return load[0].text if len(load) == 1 else several
        card = self._card(load)
        return card.claim.wording if card else ""

    def _carry(self, at: QPoint) -> None:
        card = isinstance(self._load, str)
        self._places.scroll_near(at)
        self._places.show_spot(self._places.spot(at, card=card), card=card)
        self._ghost.follow(at)

    def _drop_at(self, at: QPoint) -> None:
        load = self._load
        spot = self._places.spot(at, card=isinstance(load, str))
        self._put_back()
        if spot is None or load is None:
            return
        if isinstance(load, str):
            self.moved.emit(load, spot)
        elif (card := self._card(spot.on)) is not None:
            self.laid.emit(card.finding, load)
        else:
            self.begun.emit(load, spot.column)

    def _put_back(self) -> None:
        self._load = None
        self._notes.mark(self.held)
        self._ghost.hide()
        self._places.show_spot(None)
        self._places.show_targets(bool(self.held))

    def _card(self, finding: str | None) -> Card | None:
        return self._board.card(finding) if self._board else None


def _still_there(held: Held, board: Board) -> Held:
    if isinstance(held, QuestionLine):
        return held if held.question in board.unanswered else ()
    return tuple(n for n in held if board.note(n.id))
