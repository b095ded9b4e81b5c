"""Findings: what the notes come to, what the round recommends, and the texts around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogueprep.commands import findings as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.store import findings as store_findings
from dialogueprep.store.workspace import Store
from dialogueprep.ui import closed_dialogues
from dialogueprep.ui.models.finding_board import Board, read_board
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.page import Command, Count, KeyHint, Page
from dialogueprep.ui.pages.findings_parts import parts_of
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.board_part import BoardPart
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.drafting_part import KEYS as DRAFTING_KEYS
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.finding_desk import FindingDesk
from dialogueprep.ui.widgets.more_button import MoreButton
from dialogueprep.ui.widgets.proposal_acts import ProposalActs
from dialogueprep.ui.widgets.proposal_table import ProposalTable
from dialogueprep.ui.widgets.round_texts import RoundTexts
from dialogueprep.ui.widgets.wordings import WordingField
from dialogueprep.words import later, ntr, tr

WriteTexts = Callable[[Store, Dialogue, Texts], None]
View = Literal["findings", "recommendations", "texts"]
_VIEWS: tuple[tuple[View, str], ...] = (
    ("findings", later("Findings")),
    ("recommendations", later("Recommendations")),
    ("texts", later("Texts")),
)


class FindingsPage(Page):
    """Three views of one page: the board, the recommendations of the round, its other texts."""

    title = later("Findings")
    watches = (
        "dialogues", "items", "item_questions", "notes", "findings", "finding_notes",
        "finding_answers", "proposals", "recommendations", "tags", "texts",
    )  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._language: Language | None = None
        self._of: str | None = None
        self.names = NameSearch(session, self)
        self.acts = BoardPart(session, self)
        self.to_check = Button("", "due", "triangle-alert", on_click=self._check_next)
        self.to_answer = Button("", "quiet", "circle-question-mark", on_click=self._answer_next)
        self.view: Segments[View] = Segments(
            [(view, tr(words)) for view, words in _VIEWS], name=tr("What is shown"), fitted=True
        )
        self.new = Button(tr("New finding"), "primary", "plus", on_click=self._begin)
        self.project = Button(
            "", "plain", "presentation", on_click=self.acts.show_drafting,
            tooltip=tr("Drafting view: claims only, {keys}", keys=DRAFTING_KEYS),
        )  # fmt: skip
        self.parts = parts_of(session, self)
        self.more = MoreButton(self.parts)
        for widget in self._head:
            self.add_action(widget)
        self.desk = FindingDesk(session)
        self.proposals = ProposalTable()
        self._proposing = ProposalActs(session, self.proposals, self)
        self.texts = RoundTexts()
        self._stack = QStackedWidget()
        empty = (self._no_notes(), self._no_dialogue())
        for widget in (self.desk, self.proposals, self.texts, *empty):
            self._stack.addWidget(widget)
        self.set_body(self._stack)
        self.proposals.names = self.names
        self.desk.mark_names(self.names)
        for wordings in (self.texts.context, self.texts.steps):
            wordings.field.mark_names(self.names)
        self._connect()

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view)
        self.proposals.language_chosen.connect(self._show_language)
        self.texts.context.changed.connect(partial(self._write, commands.write_contexts))
        self.texts.steps.changed.connect(partial(self._write, commands.write_next_steps))
        for keys, act in (("Ctrl+N", self._begin), *self.acts.keys()):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def _head(self) -> tuple[QWidget, ...]:
        return self.to_check, self.to_answer, self.view, self.project, self.more, self.new

    # what the window asks -----------------------------------------------------------------

    def refresh(self) -> None:
        dialogue = self.session.open_dialogue()
        if dialogue is None:
            self._show_nothing()
            return
        if dialogue.id != self._of:
            self._of, self._language = dialogue.id, dialogue.working_language
            for wordings in (self.texts.context, self.texts.steps):
                wordings.show_texts(Texts(), dialogue.working_language)
        board = read_board(self.session.store, dialogue)
        self.desk.show_board(board)
        self._proposing.show(dialogue, self._language or dialogue.working_language)
        self.texts.show_dialogue(dialogue)
        self._show_view(board)

    def flush(self) -> None:
        self.desk.flush()
        self.proposals.flush()
        self.texts.flush()

    def begin(self) -> None:
        if self._stack.currentWidget() is self.desk:
            self.desk.board.take_keyboard()
        else:
            super().begin()

    def show_subject(self, subject: object) -> None:
        self._refresh_if_stale()
        if not isinstance(subject, str):
            return
        if any(row.proposal.id == subject for row in self.proposals.shown):
            self._show("recommendations")
            self.proposals.choose(subject)
        else:
            self._show("findings")
            self.desk.choose(subject)

    def focus_stops(self) -> Sequence[QWidget]:
        shown = self._stack.currentWidget()
        if isinstance(shown, EmptyState):
            return [shown]
        if self.view.value == "findings":
            return self.desk.focus_stops()
        return [self.proposals if self.view.value == "recommendations" else self.texts, self.view]

    def attend(self) -> None:
        """Offer neutral words where one writes; else go to the next wording to check."""
        writing = self.focusWidget()
        if isinstance(writing, WordingField) and writing.offer and writing.offer.ask():
            return
        self._check_next()

    def _check_next(self) -> None:
        self._show("findings")
        self.desk.to_next_check()

    def key_hints(self) -> Sequence[KeyHint]:
        if self.view.value == "recommendations":
            return [
                KeyHint("Ctrl+N", tr("new recommendation")),
                KeyHint("Alt+Up", tr("move it up, with Down further down")),
                KeyHint("Alt+Del", tr("remove it")),
                KeyHint("Alt+L", tr("compare it with a recommendation of the library")),
                KeyHint("Ctrl+.", tr("neutral words for what is underlined")),
                *self.acts.hints(),
            ]
        return [
            KeyHint("Space", tr("pick up the selected notes")),
            KeyHint("Enter", tr("drop what is held, or edit the text")),
            KeyHint("N", tr("new finding, from the selected notes if the list has the keyboard")),
            KeyHint("Alt+Up", tr("move a finding in its column or, with Left and Right, beyond")),
            KeyHint("Ctrl+Up", tr("more weight, with Down less")),
            KeyHint("1", tr("to 5: support, 0 leaves it open")),
            KeyHint("E", tr("edit the text")),
            KeyHint("T", tr("set the theme")),
            KeyHint("Q", tr("answer what is asked before release: Y, N, 0 open")),
            KeyHint("U", tr("in the notes: the next that is left over")),
            KeyHint("Del", tr("remove a finding, or take a note from behind it")),
            KeyHint("Ctrl+.", tr("neutral words where one writes, else next wording to check")),
            *self.acts.hints(),
        ]

    def commands(self) -> Sequence[Command]:
        found = [
            Command(tr("New finding"), self._begin_finding, "N", "plus"),
            Command(tr("Add recommendation"), self._begin_proposal, "Ctrl+N", "lightbulb"),
            Command(tr("Recommendations of the round"), lambda: self._show("recommendations")),
            Command(tr("Context and next steps"), lambda: self._show("texts")),
        ]
        return [*found, *(each for part in self.parts for each in part.commands())]

    @classmethod
    def count(cls, session: Session) -> Count | None:
        if session.dialogue is None:
            return None
        found = len(store_findings.of_dialogue(session.store, session.dialogue))
        return Count(found, spoken=ntr("{n} finding", "{n} findings", found)) if found else None

    # views --------------------------------------------------------------------------------

    def _on_view(self, _view: View) -> None:
        self.flush()
        self.refresh()

    def _show(self, view: View) -> None:
        if view != self.view.value:
            self.view.show_value(view)
            self._on_view(view)

    def _show_view(self, board: Board) -> None:
        view = self.view.value
        nothing = not board.notes and not board.cards
        places = {"findings": 3 if nothing else 0, "recommendations": 1, "texts": 2}
        self._stack.setCurrentIndex(places[view])
        self.view.show()
        self.more.show()
        self.new.setVisible(view == "findings" and not nothing)
        closed_dialogues.show_on(self.new, board.dialogue)
        n = len(board.to_check)
        self.to_check.setText(ntr("{n} wording to check", "{n} wordings to check", n))
        self.to_check.updateGeometry()
        self.to_check.setVisible(bool(n) and view == "findings")
        self._show_to_answer(board)
        self.project.setVisible(view == "findings" and bool(board.cards))
        self.notify(self.acts.notices(board) if view == "findings" else [])
        self.say(self._summary(board))

    def _show_to_answer(self, board: Board) -> None:
        n = len(board.to_answer)
        self.to_answer.setText(ntr("{n} to answer", "{n} to answer", n))
        self.to_answer.setToolTip(
            tr("Findings with questions before release that are open, or answered with a doubt")
        )
        self.to_answer.updateGeometry()
        self.to_answer.setVisible(bool(n) and self.view.value == "findings")

    def _answer_next(self) -> None:
        self._show("findings")
        self.desk.to_next_answer()

    def _summary(self, board: Board) -> str:
        if self.view.value == "recommendations":
            n = len(self.proposals.shown)
            return ntr("{n} recommendation of this round", "{n} recommendations of this round", n)
        if self.view.value == "texts":
            return tr("What documents say around findings and recommendations")
        notes = ntr("{n} note", "{n} notes", len(board.notes))
        if not board.cards:
            return (
                tr("No findings yet, {notes} to draw them from", notes=notes) if board.notes else ""
            )
        n = len(board.cards)
        if board.gone and not board.notes:
            return ntr("{n} finding, its notes destroyed", "{n} findings, their notes destroyed", n)
        return ntr("{n} finding from {notes}", "{n} findings from {notes}", n, notes=notes)

    def _show_nothing(self) -> None:
        self._of = None
        self._stack.setCurrentIndex(4)
        for widget in self._head:
            widget.hide()
        self.notify([])
        self.say("")

    def _no_dialogue(self) -> EmptyState:
        return EmptyState(
            tr("No dialogue is open"),
            tr("Findings belong to a dialogue. Open one, or plan the first."),
            Offer(tr("Go to Home"), tr("All dialogues by phase"), lambda: self.session.go("home")),
        )

    def _no_notes(self) -> EmptyState:
        return EmptyState(
            tr("No notes yet"),
            tr("Findings are drawn from notes, without anybody’s name. Take notes first, or write "
               "a finding that rests on none yet."),
            Offer(tr("Go to Notes"), tr("One line for each thing that was said"),
                  lambda: self.session.go("notes")),
            Offer(tr("Write a finding"), tr("Notes can be put behind it later"), self._begin_bare),
        )  # fmt: skip

    # what is done here --------------------------------------------------------------------

    def _begin(self) -> None:
        if closed_dialogues.refuses(self.session):
            return
        if self.view.value == "recommendations":
            self._begin_proposal()
        else:
            self._begin_finding()

    def _begin_finding(self) -> None:
        self._show("findings")
        if self._stack.currentWidget() is self.desk:
            self.desk.begin()
        elif self._of is not None:
            self._begin_bare()

    def _begin_bare(self) -> None:
        if closed_dialogues.refuses(self.session):
            return
        self._stack.setCurrentIndex(0)
        self.new.show()
        self.desk.begin()

    def _begin_proposal(self) -> None:
        self._show("recommendations")
        if not closed_dialogues.refuses(self.session):
            self.proposals.begin()

    def _show_language(self, language: Language) -> None:
        self._language = language
        self.refresh()

    def _write(self, command: WriteTexts, texts: Texts) -> None:
        if (dialogue := self.session.open_dialogue()) is not None:
            self.session.run(command, dialogue, texts)
