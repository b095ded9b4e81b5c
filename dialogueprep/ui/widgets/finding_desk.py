"""Where findings are made: notes, board and tray, and what carrying and keys do to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from dialogueprep.commands import findings as commands
from dialogueprep.domain.notes import Column, Finding, FindingId, Note, Support
from dialogueprep.domain.release_questions import ReleaseQuestion
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.ui import closed_dialogues
from dialogueprep.ui.models.finding_board import Board, Card, CardRow, Target
from dialogueprep.ui.models.finding_notes import QuestionLine
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets import finding_acts
from dialogueprep.ui.widgets.finding_acts import FindingVerbs
from dialogueprep.ui.widgets.finding_board import FindingBoard, Spot
from dialogueprep.ui.widgets.finding_carrying import FindingCarrying
from dialogueprep.ui.widgets.finding_notes import Held, NotesPanel
from dialogueprep.ui.widgets.finding_tray import FindingTray
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.words import tr


class FindingDesk(Panels):
    """Notes | board over tray."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._board: Board | None = None
        self._draft: Column | None = None
        self._before_draft: FindingId | None = None
        self._shown: FindingId | None = None
        """The finding in the tray, whose words are being typed."""
        self._verbs = FindingVerbs(session)
        self.notes = NotesPanel()
        self.board = FindingBoard()
        self.tray = FindingTray()
        middle = box(column((self.board, 1), self.tray, gap=0), "paper")
        super().__init__(
            "findings",
            session.machine,
            Panel(self.notes, 252, "notebook-pen", tr("Notes"), 200),
            Panel(middle, least=520),
        )
        self.carrying = FindingCarrying(self.notes, self.board, self)
        self._connect()

    def _connect(self) -> None:
        board, tray, source = self.board, self.tray, self.notes.list
        source.picked.connect(self.carrying.pick_up)
        source.begun.connect(self._begin_here)
        source.activated_value.connect(lambda _line: self.carrying.pick_up(source.wanted() or ()))
        self.carrying.begun.connect(self._begin_from)
        self.carrying.laid.connect(self._put_behind)
        self.carrying.moved.connect(lambda finding, spot: self._move(FindingId(finding), spot))
        board.chosen.connect(self._on_chosen)
        board.asked.connect(self._on_asked)
        board.entered.connect(self._on_entered)
        board.menu_asked.connect(self._show_menu)
        tray.ladder.judged.connect(self._judge)
        tray.behind.taken_out.connect(self._take_out)
        tray.behind.activated_value.connect(lambda note: source.choose(note.id))
        tray.theme.written.connect(self._set_theme)
        tray.theme.left.connect(board.take_keyboard)
        tray.questions.answered.connect(self._answer)
        tray.questions.left.connect(board.take_keyboard)
        tray.claim.changed.connect(self._write)
        tray.claim.field.left.connect(self._end_draft)
        tray.claim.field.given_up.connect(self._leave_field)

    # what the page uses -------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show what is in the store; the chosen finding and what is being typed stay."""
        first = self._board is None or self._board.dialogue.id != board.dialogue.id
        if first:
            self._draft = None
            self.tray.claim.show_texts(Texts(), board.dialogue.working_language)
        self._board = board
        self.carrying.show_board(board)
        self.notes.show_board(board)
        self.board.show_board(board)
        if self.board.value() is None and board.cards and self._draft is None:
            self.board.choose(board.cards[0].id)
        self._show_tray()

    def mark_names(self, names: NameSearch) -> None:
        """Mark names where one writes, and keep neutral words in their place."""
        self._verbs.names = names
        self.tray.claim.field.mark_names(names)
        self.tray.questions.public.mark_names(names)

    @property
    def held(self) -> Held:
        """What was picked up by key."""
        return self.carrying.held

    @property
    def shown(self) -> Board | None:
        """What is shown, None before anything is."""
        return self._board

    def focus_stops(self) -> list[QWidget]:
        """Return notes, board and tray, for F6."""
        return [self.notes.list, self.board.lists[self.board.place], self.tray]

    def choose(self, finding: str) -> bool:
        """Choose a finding and put the keyboard on it; return whether it is there."""
        found = self.board.choose(finding)
        if found:
            self.board.take_keyboard()
        return found

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        self.tray.flush()

    def to_next_check(self) -> None:
        """Go to the next finding whose wording is to be checked."""
        if self._board is not None:
            self._to_next(self._board.to_check)

    def to_next_answer(self) -> None:
        """Go to the questions of the next finding that has some open."""
        if self._board is not None and self._board.to_answer:
            self._to_next(self._board.to_answer)
            self.tray.answer()

    def _to_next(self, marked: Sequence[Card]) -> None:
        if not marked:
            return
        here = self.finding()
        ids = [card.id for card in marked]
        at = ids.index(here.id) + 1 if here and here.id in ids else 0
        self.choose(ids[at % len(ids)])

    def finding(self) -> Finding | None:
        """Return the chosen finding as it is in the store, or None."""
        value = self.board.value()
        return value.finding if isinstance(value, Card) else None

    # new findings -------------------------------------------------------------------------

    def begin(self, placed: Column | None = None) -> None:
        """Begin a new finding: the tray's field is empty, and it is kept with its first words."""
        if self._board is None or closed_dialogues.refuses(self._session):
            return
        chosen = self.finding()
        self._before_draft = chosen.id if chosen else None
        self._draft = placed or self.board.place
        self.board.show_draft(self._draft)
        self.tray.show_draft(self._board.dialogue.working_language)
        self.tray.claim.write()

    def _begin_here(self, held: Held) -> None:
        """Make a finding where the keyboard was on the board; of a question, among what is open."""
        open_ = isinstance(held, QuestionLine)
        self._begin_from(held, Column.UNRESOLVED if open_ else self.board.place)

    def _begin_from(self, held: Held, placed: Column) -> None:
        """Make a finding whose text is that of the first note or of the question, to be edited."""
        if self._board is None or not held:
            return
        made, language = self._verbs.make(self._board.dialogue, placed, held)
        if made is not None:
            self.board.choose(made)
            self._show_tray(language)
            self.tray.claim.write(select=True)

    def _end_draft(self) -> None:
        if self._draft is not None:
            self._draft = None
            self.board.show_draft(None)
            self.board.choose(self._before_draft)
            self._show_tray()

    def _let_go(self) -> None:
        self.carrying.pick_up(())
        if self.finding() is None and self._board is not None and self._board.cards:
            self.board.choose(self._board.cards[0].id)

    def _put_behind(self, finding: Finding, held: Held) -> None:
        self._verbs.put_behind(finding, held)
        self.board.choose(finding.id)

    def _move(self, finding: FindingId, spot: Spot) -> None:
        card = self._board.card(finding) if self._board else None
        if card is not None and spot.before != finding:
            self._verbs.move(card.finding, spot)
            self.choose(finding)

    # keys on the board --------------------------------------------------------------------

    def _on_entered(self, value: CardRow) -> None:
        if self.held:
            self.carrying.put_down(value)
        elif isinstance(value, Target):
            self.begin(value.column)
        else:
            self.tray.claim.write()

    def _on_asked(self, verb: str) -> None:
        what, _, which = verb.partition(" ")
        if what == "back":
            if self.held:
                self._let_go()
                self.notes.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if what == "new":
            self.begin()
            return
        if (finding := self.finding()) is not None:
            self._do(finding, what, which)

    def _do(self, finding: Finding, what: str, which: str) -> None:
        match what:
            case "support":
                self._judge(list(Support)[int(which) - 1] if which != "0" else None)
            case "move":
                self._step(finding, which)
            case "remove":
                self._remove(finding)
            case "theme":
                self.tray.theme.setFocus(Qt.FocusReason.OtherFocusReason)
                self.tray.theme.selectAll()
            case "answer":
                self.tray.answer()
            case "no":
                self._verbs.answer_none(finding)
            case _:
                self.tray.claim.write()

    def _step(self, finding: Finding, way: str) -> None:
        """Move a finding one place: up or down in weight, or to the column beside it."""
        spot = finding_acts.step_spot(self._board, finding, way) if self._board else None
        if spot is not None:
            self._move(finding.id, spot)

    def _remove(self, finding: Finding) -> None:
        near = finding_acts.nearest(self._board, finding) if self._board else None
        self._session.run(commands.remove, [finding.id])
        self._session.say_removed(tr("Finding removed"))
        self.board.choose(near)
        self.board.take_keyboard()

    # the tray -----------------------------------------------------------------------------

    def _on_chosen(self, _finding: object) -> None:
        self.tray.flush()
        self._show_tray()

    def _show_tray(self, language: Language | None = None) -> None:
        finding = self.finding()
        if self._board is None or self._draft is not None:
            return
        self._shown = finding.id if finding else None
        self.tray.show_finding(finding, self._board, language)

    def _judge(self, support: Support | None) -> None:
        if (finding := self.finding()) is not None:
            self._verbs.judge(finding, support)

    def _set_theme(self, words: str) -> None:
        if (finding := self._in_tray()) is not None:
            self._verbs.set_theme(finding, words)

    def _answer(self, question: ReleaseQuestion, answer: str) -> None:
        if (finding := self._in_tray()) is not None:
            self._verbs.answer(finding, question, answer)

    def _take_out(self, note: Note) -> None:
        if (finding := self.finding()) is not None:
            self._verbs.take_out(finding, note)

    def _in_tray(self) -> Finding | None:
        """Return the finding whose words may be half typed; another one may be chosen already."""
        card = self._board.card(self._shown) if self._board else None
        return card.finding if card else None

    def _write(self, texts: Texts) -> None:
        """Keep changed wordings; one that would leave no words at all waits for new ones."""
        if not texts:
            return
        if self._draft is not None:
            self._write_draft(texts)
        elif (finding := self._in_tray()) is not None:
            self._verbs.reword(finding, texts)

    def _write_draft(self, texts: Texts) -> None:
        if self._board is None or self._draft is None:
            return
        text = texts.entries[0]
        spoken = language_of(text.wording, text.language)
        mine = Texts.of({spoken: text.wording})
        made = self._session.run(commands.add, self._board.dialogue.id, self._draft, mine)
        if made is None:
            return
        # The field stays the draft's until the new finding is chosen: one goes on typing there.
        self.board.show_draft(None)
        self.board.choose(made)
        self._draft = None
        self._show_tray(spoken)

    def _leave_field(self) -> None:
        self.tray.claim.flush()
        self._end_draft()
        self.board.take_keyboard()

    def _show_menu(self, at: QPoint) -> None:
        if (finding := self.finding()) is not None:
            finding_acts.card_menu(self, finding, self._on_asked).popup(at)
