"""Boxes for what some of many entries have: all, some or none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.layout import column
from dialogueprep.words import tr

T = TypeVar("T", bound=str)
Check = Qt.CheckState


class TriBox(CheckBox):
    """A box that begins as all, some or none; "some" can be chosen again only where it began."""

    def __init__(self, words: str, number: int, total: int) -> None:
        share = "" if number in (0, total) else f"{number}/{total}"
        super().__init__(words, count=share)
        mixed = Check.PartiallyChecked
        self.began = Check.Unchecked if not number else Check.Checked if number == total else mixed
        self.setTristate(self.began is mixed)
        self.setCheckState(self.began)
        if share:
            self.setAccessibleDescription(tr("{n} of {total} have it", n=number, total=total))

    def nextCheckState(self) -> None:
        """Go on from some to all to none, or between all and none."""
        order = {Check.Checked: Check.Unchecked, Check.Unchecked: Check.Checked}
        if self.began is Check.PartiallyChecked:
            order = {
                Check.PartiallyChecked: Check.Checked,
                Check.Checked: Check.Unchecked,
                Check.Unchecked: Check.PartiallyChecked,
            }
        self.setCheckState(order[self.checkState()])


class _Told(QObject):
    changed = Signal()


class TriBoxes(QWidget, Generic[T]):
    """A box for each value; what was changed by hand outlives another count."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._told = _Told(self)
        self.changed = self._told.changed
        self.boxes: dict[T, TriBox] = {}
        self._by_hand: dict[T, Check] = {}
        self._inside: QVBoxLayout = column(gap=0)
        self.setLayout(self._inside)
        self._flow: Flow | None = None

    def show_counts(
        self, words: Sequence[tuple[T, str]], counts: Mapping[T, int], total: int
    ) -> None:
        """Show these values with how many of all entries have each."""
        if self._flow is not None:
            self._inside.removeWidget(self._flow)
            self._flow.hide()
            self._flow.deleteLater()
        self.boxes = {each: TriBox(said, counts.get(each, 0), total) for each, said in words}
        for each, made in self.boxes.items():
            if (state := self._by_hand.get(each)) is not None:
                made.setCheckState(state)
            made.stateChanged.connect(partial(self._on_changed, each))
        self._flow = Flow(*self.boxes.values(), gap=14)
        self._inside.addWidget(self._flow)
        self.setVisible(bool(self.boxes))

    @property
    def added(self) -> tuple[T, ...]:
        """The values that all entries are to have."""
        return self._changed_to(Check.Checked)

    @property
    def removed(self) -> tuple[T, ...]:
        """The values that no entry is to have."""
        return self._changed_to(Check.Unchecked)

    def _changed_to(self, state: Check) -> tuple[T, ...]:
        return tuple(
            each
            for each, made in self.boxes.items()
            if made.checkState() is state and made.began is not state
        )

    def _on_changed(self, each: T, _state: int) -> None:
        self._by_hand[each] = self.boxes[each].checkState()
        self.changed.emit()
