"""The state of a document in a language: where it stands, and who received which draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import drafts as commands
from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.drafts import STAGES, Circulation, Draft, Stage, deadline, draft_of
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.store import drafts
from dialogueprep.ui import dates, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.draft_rows import (
    StageRow,
    recipient_names,
    returned_words,
    roster_in,
    sent_words,
    stage_rows,
)
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr


class _Rows(RowDelegate):
    """A sign of where the document stands, the name of the stage, what it means."""

    height = 52
    text_left = 52
    lined = False

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row_: StageRow = value
        line, top = theme.scaled(20), theme.scaled(6)
        icon, ink = ("circle-check", "ok") if row_.place < 0 else ("circle-dashed", "ink3")
        if not row_.place:
            icon, ink = "circle-dot", "accent"
        painting.icon(p, 22, top + 2, icon, ink, 18)
        role, words = ("strong", "ink") if not row_.place else ("body", "ink")
        painting.text(p, self.text_left, top, w - 68, line, row_.words, role, words)
        painting.text(p, self.text_left, top + line, w - 68, line, row_.about, "small", "ink2")


class DraftStateDialog(QDialog):
    """Works on the store: each move is one step; circulating asks first and is not undone.

    ``number`` is that of the draft as it would leave now.
    """

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        product: Product,
        language: Language,
        number: int,
        today: date,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("State of this document"))
        self._session, self._of, self._today = session, dialogue, today
        self._product, self._number = product, number
        self._language: Language = language
        self._model: ListModel[StageRow] = ListModel(lambda r: r.words, spoken=lambda r: r.spoken)
        self.list = RowList(self._model, _Rows(), name=tr("States"), on="paper")
        self.list.activated_value.connect(lambda row_: self.move_to(row_.stage))
        self._sent = column(gap=2)
        self.back = Button("", icon="arrow-left", on_click=partial(self._step, -1),
                           tooltip="Alt+Left")  # fmt: skip
        self.onward = Button("", "primary", "arrow-right", on_click=partial(self._step, 1),
                             tooltip="Alt+Right")  # fmt: skip
        self.circulate_button = Button(tr("Circulate this draft"), icon="users",
                                       on_click=self.circulate)  # fmt: skip
        self.take_in_wanted = False
        self.take_in = Button(tr("Take in a draft"), icon="file-input", on_click=self._want)
        self._lay_out()
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step, by))
        self._show()
        self.list.choose(self._draft().stage.value)
        self.list.setFocus()

    # acting ---------------------------------------------------------------------------------

    def move_to(self, stage: Stage) -> None:
        """Move to a stage; a comment window without a deadline asks who receives the draft."""
        sent = drafts.circulations(self._session.store, self._of.id)
        asks = stage is Stage.COMMENTS and deadline(sent, self._product, self._language) is None
        if self._of.phase is Phase.CLOSED or stage is self._draft().stage:
            return
        if asks:
            self.circulate(comments=True)
        else:
            self._session.run(commands.move, self._of.id, self._product, self._language, stage)
        self._show()
        self.list.choose(self._draft().stage.value)

    def circulate(self, *, comments: bool = False) -> None:
        """Ask who receives the draft, and keep it."""
        from dialogueprep.ui.dialogs.circulate_draft import CirculateDraft

        draft = Draft(
            product=self._product, language=self._language, stage=self._draft().stage,
            number=self._number,
        )  # fmt: skip
        roster = roster_in(self._session.store, self._of)
        asked = CirculateDraft(self, self._of, roster, draft, self._today, comments=comments)
        if asked.exec() and asked.sent is not None:
            self._session.run(commands.circulate, self._of.id, asked.sent)
        self._show()

    def _want(self) -> None:
        self.take_in_wanted = True
        self.accept()

    def _step(self, by: int) -> None:
        order = list(Stage)
        at = order.index(self._draft().stage) + by
        if 0 <= at < len(order):
            self.move_to(order[at])

    def _draft(self) -> Draft:
        there = drafts.of_dialogue(self._session.store, self._of.id)
        return draft_of(there, self._product, self._language)

    # showing --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        named = clauses((tr(wording.of(self._product)), LANGUAGE_NAMES[self._language]))
        head = column(
            Label(tr("State of this document"), "title"), Label(named, "small", "ink2"),
            gap=4, margins=(24, 18, 24, 12),
        )  # fmt: skip
        holder = QWidget()
        holder.setLayout(column(self._sent, None, margins=(24, 2, 24, 12)))
        sent = column(
            row(Label(tr("What went out and came back"), "label"), None,
                Label(tr("inside only"), "caption", "ink3"), margins=(24, 12, 24, 6)),
            (scrolled(holder, "shade"), 1), gap=0,
        )  # fmt: skip
        close = Button(tr("Close"), on_click=self.accept)
        moves = row(self.back, None, self.onward, margins=(24, 8, 24, 12))
        foot = row(self.circulate_button, self.take_in, None, close, margins=(20, 10, 24, 12))
        for each in (self.back, self.onward, self.circulate_button, self.take_in, close):
            each.setAutoDefault(False)
        self.list.setMinimumHeight(theme.scaled(52) * len(Stage) + 6)
        self.setLayout(
            column(
                box(head, "paper"), hairline(), self.list, box(moves, "paper"), hairline(),
                (box(sent, "shade"), 1), hairline(), box(foot, "shade"), gap=0,
            )
        )  # fmt: skip
        self.resize(600, 680)

    def _show(self) -> None:
        store, draft = self._session.store, self._draft()
        sent = drafts.circulations(store, self._of.id)
        until = deadline(sent, self._product, self._language)
        self._model.show_rows(stage_rows(draft, until))
        order = list(Stage)
        at, closed = order.index(draft.stage), self._of.phase is Phase.CLOSED
        for button, n in ((self.back, at - 1), (self.onward, at + 1)):
            there = 0 <= n < len(order)
            button.setVisible(there and not closed)
            button.setText(tr(STAGES[order[n]]) if there else "")
            button.updateGeometry()
        for each in (self.circulate_button, self.take_in):
            each.setVisible(not closed)
        self._show_sent(sent)

    def _show_sent(self, sent: Sequence[Circulation]) -> None:
        store = self._session.store
        clear(self._sent)
        here = (self._product, self._language)
        back = [r for r in drafts.returns(store, self._of.id) if (r.product, r.language) == here]
        for each in reversed(back):
            said = tr("Came back {day}", day=dates.day(each.on))
            self._tell(said, returned_words(each) or tr("Nothing was decided"))
        mine = [c for c in sent if (c.product, c.language) == here]
        roster = roster_in(store, self._of)
        for each in reversed(mine):
            names = recipient_names(each, self._of, roster)
            self._tell(sent_words(each), names)
        if not mine:
            nobody = tr("Nobody yet. The program sends nothing; it keeps what you say was sent.")
            self._sent.addWidget(Paragraph(nobody, "small", "ink2"))

    def _tell(self, words: str, below: str) -> None:
        self._sent.addWidget(Label(words, "strong"))
        self._sent.addWidget(Paragraph(below, "small", "ink2"))
        self._sent.addSpacing(6)
