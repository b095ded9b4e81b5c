"""What came back in a file beside what stands here: one thing after the other, decided by keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.ui.delegates.edit_row import EditRows
from dialogueprep.ui.models.partner_rows import marks_between
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be decided on a row: its words, icon and key; ``every`` decides on all rows."""

    decision: str
    words: str
    icon: str
    key: str
    every: str = ""


class ComparedRow(Protocol):
    """A row with both sides. ``able`` is whether there is something to decide."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def line(self) -> str: ...
    @property
    def spoken(self) -> str: ...
    @property
    def mine(self) -> str: ...
    @property
    def theirs(self) -> str: ...
    @property
    def decided(self) -> str: ...
    @property
    def hints(self) -> Sequence[str]: ...
    @property
    def able(self) -> bool: ...


class SideBySide(QDialog):
    """The list | both sides | what can be decided. ``decisions`` are by the id of the row."""

    def __init__(
        self, parent: QWidget | None, title: str, name: str, choices: Sequence[Choice]
    ) -> None:
        super().__init__(parent)
        self.choices = choices
        self.setWindowTitle(title)
        self._name = name
        self.decisions: dict[str, str] = {}
        self._make_parts()
        self._make_buttons()

    # what an heir says ----------------------------------------------------------------------

    @abstractmethod
    def rows(self) -> Sequence[ComparedRow]:
        """Return the rows as they are now."""

    @abstractmethod
    def summary(self) -> str:
        """Return the line under the name of the file."""

    @abstractmethod
    def verb(self) -> str:
        """Return what the last button says."""

    @abstractmethod
    def ready(self) -> bool:
        """Return whether the last button can be pressed."""

    def sides(self) -> tuple[str, str]:
        """Return what stands over the two sides."""
        return tr("Here now"), tr("In the file")

    def nothing(self) -> tuple[str, str]:
        """Return title and sentence for a file without a row."""
        return tr("No edits"), tr("The file says the same as what stands here.")

    def beside(self) -> Sequence[QWidget]:
        """Return what stands at the left of the last buttons."""
        return ()

    def above(self) -> Sequence[QWidget]:
        """Return what stands above the list."""
        return ()

    def below(self) -> Sequence[QWidget]:
        """Return what stands below the two sides."""
        return ()

    def finish(self) -> None:
        """Take over what was decided."""
        if self.ready():
            self.accept()

    # building -------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._rows: ListModel[Any] = ListModel(
            lambda r: r.line, spoken=lambda r: r.spoken, tooltip=lambda r: r.line
        )
        self.list = RowList(self._rows, EditRows(), name=tr("Proposed edits"), on="paper")
        self.list.chosen.connect(lambda _row: self.show_chosen())
        self.list.activated_value.connect(lambda _row: self.decide(self.choices[0].decision))
        self._sum = Label("", "small", "ink2", elide=True)
        self._kind = Label("", "caption", "ink3", elide=True)
        self._title = Paragraph("", "head")
        self.mine, self.theirs = Paragraph("", "body"), Paragraph("", "body")
        self._hints = column(gap=6)

    def _make_buttons(self) -> None:
        self.buttons = {c.decision: self._button(c) for c in self.choices}
        self.every = [
            Button(c.every, "quiet", on_click=partial(self.decide_all, c.decision),
                   tooltip=f"Shift+{c.key}")
            for c in self.choices if c.every
        ]  # fmt: skip
        self.close_button = Button(tr("Cancel"), on_click=self.reject)
        self.done_button = Button("", "primary", on_click=self.finish, tooltip="Ctrl+Enter")
        for each in (*self.buttons.values(), *self.every, self.done_button):
            each.setAutoDefault(False)

    def _button(self, choice: Choice) -> Button:
        act = partial(self.decide, choice.decision)
        return Button(choice.words, icon=choice.icon, key=choice.key, on_click=act)

    def lay_out(self) -> None:
        """Put the parts together and show the first row; an heir calls it when it is ready."""
        head = row(
            (column(Label(self._name, "strong", elide=True), self._sum, gap=2), 1),
            *self.every, margins=(20, 10, 12, 10),
        )  # fmt: skip
        if self.rows():
            body = row((self.list, 5), hairline("down"), (self._detail(), 6), gap=0)
        else:
            body = row((box(column(EmptyState(*self.nothing())), "paper"), 1), gap=0)
        last = (None, self.close_button, self.done_button)
        foot = row(*self.beside(), *last, margins=(20, 10, 20, 12))
        above = [part for each in self.above() for part in (each, hairline())]
        whole = (box(head, "paper"), hairline(), *above, (body, 1), hairline(), box(foot, "shade"))
        self.setLayout(column(*whole, gap=0))
        self._add_keys()
        self.resize(1060, 680)
        self.show_rows()
        self.list.choose_first()
        (self.list if self.rows() else self.close_button).setFocus()

    def _detail(self) -> QWidget:
        left, right = self.sides()
        pair = row((_side(left, self.mine), 1), (_side(right, self.theirs), 1), gap=12)
        inside = column(
            self._kind, self._title, 8, pair, 8, *self.below(), self._hints, None,
            gap=4, margins=(20, 16, 20, 16),
        )  # fmt: skip
        decide = row(*self.buttons.values(), None, margins=(20, 8, 20, 10))
        self.detail = scrolled(box(inside, "shade"), "shade")
        parts = ((self.detail, 1), hairline(), box(decide, "shade"))
        return box(column(*parts, gap=0), "shade")

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "U": partial(self.decide, ""), "Ctrl+Return": self.finish, "Ctrl+Enter": self.finish,
        }  # fmt: skip
        for each in self.choices:
            acts[each.key] = partial(self.decide, each.decision)
            if each.every:
                acts[f"Shift+{each.key}"] = partial(self.decide_all, each.decision)
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # showing --------------------------------------------------------------------------------

    def show_rows(self) -> None:
        """Show the rows, the sums and the chosen row as they are now."""
        self._rows.show_rows(list(self.rows()))
        self._sum.setText(self.summary())
        self.done_button.setText(self.verb())
        self.done_button.updateGeometry()
        self.done_button.setEnabled(self.ready())
        for each in self.every:
            each.setVisible(any(r.able for r in self.rows()))
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show both sides of the chosen row."""
        chosen: ComparedRow | None = self.list.value()
        for each in self.buttons.values():
            each.setVisible(chosen is not None and chosen.able)
        if chosen is None:
            return
        self._kind.setText(clauses((chosen.kind, chosen.decided)))
        self._title.show_text(chosen.title)
        left, right = marks_between(chosen.mine, chosen.theirs)
        for side, words, marks in (
            (self.mine, chosen.mine, left), (self.theirs, chosen.theirs, right),
        ):  # fmt: skip
            side.show_text(words or tr("Nothing"), marks)
            side.set_ink("ink" if words else "ink3")
        clear(self._hints)
        for hint in filter(None, chosen.hints):
            self._hints.addWidget(Paragraph(hint, "small", "ink2"))

    # deciding -------------------------------------------------------------------------------

    def decide(self, decision: str) -> None:
        """Decide on the chosen row, and go on to the next that is open."""
        chosen: ComparedRow | None = self.list.value()
        if chosen is None or not chosen.able or not self.allows(chosen, decision):
            return
        self.decisions[chosen.id] = decision
        self.show_rows()
        if decision:
            self.go_on()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Go on to the next row that is open, and put the keyboard on the list."""
        chosen: ComparedRow | None = self.list.value()
        if chosen is not None and (following := self._next_open(chosen.id)):
            self.list.choose(following)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide_all(self, decision: str) -> None:
        """Decide on every row on which this can be decided."""
        for each in self.rows():
            if each.able and self.allows(each, decision):
                self.decisions[each.id] = decision
        self.show_rows()

    def allows(self, row_: ComparedRow, decision: str) -> bool:
        """Return whether this can be decided on a row."""
        return True

    def _next_open(self, after: str) -> str:
        ids = [each.id for each in self.rows() if each.able]
        at = ids.index(after)
        turned = (*ids[at + 1 :], *ids[:at])
        return next((each for each in turned if not self.decisions.get(each)), "")


def _side(name: str, words: Paragraph) -> QWidget:
    inside = box(column(words, None, margins=(14, 10, 14, 12)), "card")
    inside.setMinimumHeight(84)
    return box(column(Label(name, "label"), (inside, 1), gap=6))
