"""Where findings are made: notes, board and tray, and what carrying and keys do to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from dialogueprep.commands import findings as commands
from dialogueprep.domain.notes import Column, Finding, FindingId, Note, NoteId, Support
from dialogueprep.domain.release_questions import ReleaseQuestion
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.ui.models.finding_board import Board, Card, CardRow, Target
from dialogueprep.ui.models.finding_notes import QuestionLine
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets import finding_acts
from dialogueprep.ui.widgets.carrying import Ghost
from dialogueprep.ui.widgets.finding_board import FindingBoard, Spot
from dialogueprep.ui.widgets.finding_notes import Held, NotesPanel
from dialogueprep.ui.widgets.finding_tray import FindingTray
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.words import ntr, tr

Load = Held | FindingId


class FindingDesk(Panels):
    """Notes | board over tray. ``held`` is what was picked up by key."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._board: Board | None = None
        self._draft: Column | None = None
        self._before_draft: FindingId | None = None
        self._shown: FindingId | None = None
        """The finding in the tray, whose words are being typed."""
        self._load: Load | None = None
        self.held: Held = ()
        self.names: NameSearch | None = None
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
        self._ghost = Ghost(self)
        self._connect()

    def _connect(self) -> None:
        board, tray, source = self.board, self.tray, self.notes.list
        source.picked.connect(self.pick_up)
        source.begun.connect(self._begin_here)
        source.activated_value.connect(lambda _line: self.pick_up(source.wanted() or ()))
        for lifted in (source.lifted, board.card_lifted):
            lifted.connect(self._lift)
        for carried in (source.carried, board.card_carried):
            carried.connect(self._carry)
        for dropped in (source.dropped, board.card_dropped):
            dropped.connect(self._drop_at)
        for put_back in (source.put_back, board.put_back):
            put_back.connect(self._put_back)
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
        self.held = _still_there(self.held, board)
        self.notes.show_board(board)
        self.board.show_board(board)
        if self.board.value() is None and board.cards and self._draft is None:
            self.board.choose(board.cards[0].id)
        self._show_tray()

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
        if self._board is None:
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
        dialogue, ids = self._board.dialogue, list[NoteId]()
        if isinstance(held, QuestionLine):
            texts, question = held.question.texts, held.question.id
            language = texts.best_text(dialogue.working_language).language
        else:
            language, question = held[0].language, None
            texts, ids = Texts.of({language: held[0].text}), [n.id for n in held]
        made = self._session.run(commands.add, dialogue.id, placed, texts, ids, question)
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

    # notes that are held ------------------------------------------------------------------

    def pick_up(self, held: Held) -> None:
        """Hold notes or a question; the arrows then choose where they go."""
        self.held = held
        self.notes.show_held(self.held)
        self.board.show_targets(bool(self.held))
        if self.held:
            self.board.take_keyboard()

    def _let_go(self) -> None:
        self.pick_up(())
        if self.finding() is None and self._board is not None and self._board.cards:
            self.board.choose(self._board.cards[0].id)

    def _put_down(self, value: CardRow) -> None:
        held = self.held
        self.pick_up(())
        if isinstance(value, Target):
            self._begin_from(held, value.column)
        else:
            self._put_behind(value.finding, held)

    def _put_behind(self, finding: Finding, held: Held) -> None:
        if isinstance(held, QuestionLine):
            self._session.run(commands.answer_question, finding, held.question.id)
        else:
            self._session.run(commands.rest_on, finding, [n.id for n in held])
        self.board.choose(finding.id)

    # carrying with the mouse --------------------------------------------------------------

    def _lift(self, load: Load) -> None:
        self._load = load
        self.notes.mark(None if isinstance(load, str) else load)
        self.board.show_targets(not isinstance(load, str))
        self._ghost.show_words(self._words_of(load))

    def _words_of(self, load: Load) -> str:
        if isinstance(load, QuestionLine):
            return load.words
        if isinstance(load, tuple):
            several = ntr("{n} note", "{n} notes", len(load))
            return load[0].text if len(load) == 1 else several
        card = self._board.card(load) if self._board else None
        return card.claim.wording if card else ""

    def _carry(self, at: QPoint) -> None:
        card = isinstance(self._load, str)
        self.board.scroll_near(at)
        self.board.show_spot(self.board.spot(at, card=card), card=card)
        self._ghost.follow(at)

    def _drop_at(self, at: QPoint) -> None:
        load = self._load
        spot = self.board.spot(at, card=isinstance(load, str))
        self._put_back()
        if spot is None or load is None or self._board is None:
            return
        if isinstance(load, str):
            self._move(FindingId(load), spot)
        elif (card := self._board.card(spot.on)) is not None:
            self._put_behind(card.finding, load)
        else:
            self._begin_from(load, spot.column)

    def _put_back(self) -> None:
        self._load = None
        self.notes.mark(self.held)
        self._ghost.hide()
        self.board.show_spot(None)
        self.board.show_targets(bool(self.held))

    def _move(self, finding: FindingId, spot: Spot) -> None:
        card = self._board.card(finding) if self._board else None
        if card is not None and spot.before != finding:
            self._session.run(commands.move_before, card.finding, spot.column, spot.before)
            self.choose(finding)

    # keys on the board --------------------------------------------------------------------

    def _on_entered(self, value: CardRow) -> None:
        if self.held:
            self._put_down(value)
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
                self._session.run(commands.answer_question, finding, None)
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
        finding = self.finding()
        if finding is not None and support is not finding.support:
            self._session.run(commands.set_support, finding, support)

    def _set_theme(self, words: str) -> None:
        """Put the finding in the tray under a theme, which holds no name."""
        card = self._board.card(self._shown) if self._board else None
        if card is None:
            return
        finding = card.finding
        theme = self.names.neutral(words, finding.theme) if self.names else words
        if " ".join(theme.split()) != finding.theme:
            self._session.run(commands.set_theme, finding, theme)

    def _answer(self, question: ReleaseQuestion, answer: str) -> None:
        card = self._board.card(self._shown) if self._board else None
        if card is not None:
            verb = commands.answer_before_release
            self._session.run(verb, card.finding, question, answer)

    def _take_out(self, note: Note) -> None:
        if (finding := self.finding()) is not None:
            self._session.run(commands.no_longer_rest_on, finding, [note.id])

    def _write(self, texts: Texts) -> None:
        """Keep changed wordings; one that would leave no words at all waits for new ones."""
        if not texts:
            return
        if self._draft is not None:
            self._write_draft(texts)
        elif self._board is not None and (card := self._board.card(self._shown)) is not None:
            self._session.run(commands.change, replace(card.finding, texts=texts))

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


def _still_there(held: Held, board: Board) -> Held:
    """Return what is held as far as it is still there."""
    if isinstance(held, QuestionLine):
        return held if held.question in board.unanswered else ()
    return tuple(n for n in held if board.note(n.id))
