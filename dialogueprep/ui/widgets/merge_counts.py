"""How much taking in a workspace changes: by dialogue and kind, new, changed and deleted."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogueprep.commands.merging import Merge
from dialogueprep.domain.merge_counts import Count
from dialogueprep.ui.models.merge_words import KINDS, RowWords, dialogue_name
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.words import clauses, later, tr

_HEADS = (
    ("new", later("New")),
    ("changed", later("Changed")),
    ("deleted", later("Deleted")),
    ("conflicts", later("To decide")),
)


class MergeCounts(QWidget):
    """A small table; ``lines`` says the same as text, for whoever listens."""

    def __init__(self, merge: Merge, words: RowWords, names: Mapping[str, str]) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 10, 20, 12)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(len(_HEADS) + 1, 1)
        for dialogue, counts in groupby(merge.counts, key=lambda count: count.dialogue):
            self._head(dialogue_name(words, names, dialogue))
            for count in counts:
                self._line(count)
        self.setAccessibleName("\n".join(self.lines))

    def _head(self, name: str) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(Label(name, "label"), at, 0)
        for n, (_, words) in enumerate(_HEADS, start=1):
            head = Label(tr(words), "caption", "ink3")
            self._grid.addWidget(head, at, n, Qt.AlignmentFlag.AlignRight)

    def _line(self, count: Count) -> None:
        at = self._grid.rowCount()
        kind = tr(KINDS[count.kind])
        self._grid.addWidget(Label(kind, "body"), at, 0)
        said = [kind]
        for n, (field, words) in enumerate(_HEADS, start=1):
            number: int = getattr(count, field)
            ink = "warn" if field == "conflicts" and number else "ink" if number else "ink3"
            cell = Label(str(number) if number else "–", "body", ink)
            self._grid.addWidget(cell, at, n, Qt.AlignmentFlag.AlignRight)
            said += [f"{tr(words)} {number}"] if number else []
        self.lines.append(clauses(said))
