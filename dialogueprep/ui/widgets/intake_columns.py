"""The columns of a list of people, each with the field that it is taken for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.exchange.people_heads import Heads
from dialogueprep.exchange.people_table import Line
from dialogueprep.exchange.roster_fields import LABELS
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import clear, column, row
from dialogueprep.words import tr

_MOST_COLUMNS = 60
_NOT_TAKEN = frozenset({"id", "sessions"})


class IntakeColumns(QWidget):
    """A drop-down per column; ``changed`` carries the fields (a tuple) once one is chosen."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.choices: list[Choice[str]] = []
        self._fields: list[str] = []
        self._inside = column(gap=12, margins=(20, 16, 20, 16))
        self.setLayout(self._inside)

    def show_columns(self, heads: Heads, lines: Sequence[Line]) -> None:
        """Show the columns with an example of what stands in each."""
        clear(self._inside)
        self.choices = []
        self._fields = list(heads.fields)
        self._inside.addWidget(Label(tr("What the columns hold"), "head"))
        left = sum(1 for f in heads.fields if not f)
        about = (
            tr("Columns that are left out: {n}", n=left) if left else tr("Every column is taken.")
        )
        self._inside.addWidget(Paragraph(about, "small", "ink2"))
        below = lines[0 if heads.at is None else heads.at + 1 :][:40]
        for n, field in enumerate(heads.fields[:_MOST_COLUMNS]):
            self._inside.addLayout(self._column(n, field, heads, below))
        self._inside.addStretch(1)

    def _column(self, n: int, field: str, heads: Heads, lines: Sequence[Line]):
        said = heads.words[n].replace("\n", " ") if n < len(heads.words) else ""
        title = said or tr("Column {n}", n=n + 1)
        cells = (line.cells[n] for line in lines if n < len(line.cells) and line.cells[n])
        example = next(cells, "").replace("\n", " ")
        fields = [f for f in LABELS if f not in _NOT_TAKEN or f == field]
        offered = [("", tr("Left out")), *((f, tr(LABELS[f])) for f in fields)]
        choice: Choice[str] = Choice(offered, field, name=tr("Field of “{column}”", column=title))
        choice.picked.connect(lambda picked, n=n: self._pick(n, picked))
        self.choices.append(choice)
        words = column(
            Label(title, "small", "ink" if field else "ink3", elide=True),
            Label(example or tr("empty"), "caption", "ink3", elide=True),
            gap=0,
        )
        return row((words, 1), (choice, 1), gap=12)

    def _pick(self, n: int, field: str) -> None:
        """Take a column for a field; another one that held it is left out."""
        if field:
            self._fields = ["" if f == field else f for f in self._fields]
        self._fields[n] = field
        self.changed.emit(tuple(self._fields))
