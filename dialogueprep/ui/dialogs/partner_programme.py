"""A partner's programme: each of its edits beside what stands now, to accept or reject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.partner_edits import Edit
from dialogueprep.ui.delegates.edit_row import EditRows
from dialogueprep.ui.models.partner_rows import Decision, EditRow, marks_between
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, ntr, tr


class PartnerProgrammeDialog(QDialog):
    """The edits | mine and theirs side by side. ``taken`` are those to take over."""

    def __init__(self, parent: QWidget | None, name: str, edits: Sequence[Edit]) -> None:
        super().__init__(parent)
        self._name = name
        self._edits = list(edits)
        self._decisions = {each.key: Decision.OPEN for each in edits}
        self.taken: tuple[Edit, ...] = ()
        self.setWindowTitle(tr("A partner’s programme"))
        self._make_list()
        self._make_detail()
        self._make_buttons()
        self._lay_out()
        self._add_keys()
        self.resize(1060, 680)
        self._show()
        self.edits.choose_first()
        (self.edits if edits else self.close_button).setFocus()

    # building -------------------------------------------------------------------------------

    def _make_list(self) -> None:
        self._rows: ListModel[EditRow] = ListModel(
            lambda r: r.line, spoken=lambda r: r.spoken, tooltip=lambda r: r.line
        )
        self.edits = RowList(self._rows, EditRows(), name=tr("Proposed edits"), on="paper")
        self.edits.chosen.connect(lambda _row: self._show_chosen())
        self.edits.activated_value.connect(lambda _row: self.decide(Decision.ACCEPTED))
        self._sum = Label("", "small", "ink2", elide=True)

    def _make_detail(self) -> None:
        self._kind = Label("", "caption", "ink3", elide=True)
        self._title = Paragraph("", "head")
        self._mine = Paragraph("", "body")
        self._theirs = Paragraph("", "body")
        self._hint = Paragraph("", "small", "ink2")
        self._tracked = Paragraph("", "small", "ink2")

    def _make_buttons(self) -> None:
        self.take = self._button(tr("Accept"), "check", "A", Decision.ACCEPTED)
        self.leave = self._button(tr("Reject"), "x", "R", Decision.REJECTED)
        every = ((tr("Accept all"), Decision.ACCEPTED), (tr("Reject all"), Decision.REJECTED))
        self.all, self.none = (
            Button(words, "quiet", on_click=partial(self.decide_all, how)) for words, how in every
        )
        self.close_button = Button(tr("Cancel"), on_click=self.reject)
        self.done_button = Button("", "primary", on_click=self.finish)
        self.done_button.setToolTip("Ctrl+Enter")
        for each in (self.take, self.leave, self.all, self.none, self.done_button):
            each.setAutoDefault(False)

    def _button(self, words: str, icon: str, key: str, how: Decision) -> Button:
        return Button(words, icon=icon, key=key, on_click=lambda: self.decide(how))

    def _lay_out(self) -> None:
        head = row(
            (column(Label(self._name, "strong", elide=True), self._sum, gap=2), 1),
            self.all, self.none, margins=(20, 10, 12, 10),
        )  # fmt: skip
        if self._edits:
            body = row((self.edits, 5), hairline("down"), (self._detail(), 6), gap=0)
        else:
            sentence = tr("The programme in the file says the same as the agenda.")
            body = row((box(column(EmptyState(tr("No edits"), sentence)), "paper"), 1), gap=0)
        foot = row(None, self.close_button, self.done_button, margins=(12, 10, 20, 12))
        whole = (box(head, "paper"), hairline(), (body, 1), hairline(), box(foot, "shade"))
        self.setLayout(column(*whole, gap=0))

    def _detail(self) -> QWidget:
        sides = row(
            (self._side(tr("In the agenda"), self._mine), 1),
            (self._side(tr("In the file"), self._theirs), 1),
            gap=12,
        )
        inside = column(
            self._kind, self._title, 8, sides, 8, self._tracked, self._hint, None,
            gap=4, margins=(20, 16, 20, 16),
        )  # fmt: skip
        decide = row(self.take, self.leave, None, margins=(20, 8, 20, 10))
        parts = ((scrolled(box(inside, "shade"), "shade"), 1), hairline(), box(decide, "shade"))
        return box(column(*parts, gap=0), "shade")

    def _side(self, name: str, words: Paragraph) -> QWidget:
        inside = box(column(words, None, margins=(14, 10, 14, 12)), "card")
        inside.setMinimumHeight(84)
        return box(column(Label(name, "label"), (inside, 1), gap=6))

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "A": lambda: self.decide(Decision.ACCEPTED),
            "R": lambda: self.decide(Decision.REJECTED),
            "U": lambda: self.decide(Decision.OPEN),
            "Shift+A": lambda: self.decide_all(Decision.ACCEPTED),
            "Shift+R": lambda: self.decide_all(Decision.REJECTED),
            "Ctrl+Return": self.finish,
            "Ctrl+Enter": self.finish,
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.all.setToolTip("Shift+A")
        self.none.setToolTip("Shift+R")

    # showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        self._rows.show_rows([EditRow(e, self._decisions[e.key]) for e in self._edits])
        takeable = sum(e.kind.can_be_taken for e in self._edits)
        others = len(self._edits) - takeable
        open_ = sum(
            d is Decision.OPEN for e in self._edits
            if e.kind.can_be_taken and (d := self._decisions[e.key])
        )  # fmt: skip
        counts = (
            ntr("{n} edit", "{n} edits", takeable),
            ntr("{n} to read only", "{n} to read only", others) if others else "",
            ntr("{n} not decided", "{n} not decided", open_) if open_ else "",
        )
        self._sum.setText(clauses(counts))
        n = len(self._taken())
        self.done_button.setText(ntr("Take over {n} edit", "Take over {n} edits", n))
        self.done_button.updateGeometry()
        self.done_button.setEnabled(bool(n))
        for each in (self.all, self.none):
            each.setVisible(bool(takeable))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen: EditRow | None = self.edits.value()
        able = chosen is not None and chosen.edit.kind.can_be_taken
        for each in (self.take, self.leave):
            each.setVisible(able)
        if chosen is None:
            return
        edit = chosen.edit
        self._kind.setText(clauses((chosen.kind, chosen.decided)))
        self._title.show_text(chosen.title)
        left, right = marks_between(edit.mine, edit.theirs)
        self._mine.show_text(edit.mine or tr("Nothing"), left)
        self._mine.set_ink("ink" if edit.mine else "ink3")
        self._theirs.show_text(edit.theirs or tr("Nothing"), right)
        self._theirs.set_ink("ink" if edit.theirs else "ink3")
        for each, words in ((self._hint, chosen.hint), (self._tracked, chosen.tracked)):
            each.show_text(words)
            each.setVisible(bool(words))

    # acting ---------------------------------------------------------------------------------

    def decide(self, how: Decision) -> None:
        """Decide on the chosen edit, and go on to the next that is open."""
        chosen: EditRow | None = self.edits.value()
        if chosen is None or not chosen.edit.kind.can_be_taken:
            return
        self._decisions[chosen.id] = how
        self._show()
        if how is not Decision.OPEN and (following := self._next_open(chosen.id)):
            self.edits.choose(following)
        self.edits.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide_all(self, how: Decision) -> None:
        """Decide on every edit that can be taken over."""
        for edit in self._edits:
            if edit.kind.can_be_taken:
                self._decisions[edit.key] = how
        self._show()

    def finish(self) -> None:
        """Take over what was accepted."""
        self.taken = self._taken()
        if self.taken:
            self.accept()

    def _taken(self) -> tuple[Edit, ...]:
        accepted = Decision.ACCEPTED
        return tuple(e for e in self._edits if self._decisions[e.key] is accepted)

    def _next_open(self, after: str) -> str:
        keys = [e.key for e in self._edits if e.kind.can_be_taken]
        at = keys.index(after)
        turned = (*keys[at + 1 :], *keys[:at])
        return next((key for key in turned if self._decisions[key] is Decision.OPEN), "")
