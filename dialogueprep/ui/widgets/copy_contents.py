"""What a copy holds beside what the workspace holds now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dialogueprep.store.backup import Preview
from dialogueprep.ui import dates
from dialogueprep.ui.delegates.copies import CopyRow, before_what
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import clear, row
from dialogueprep.words import later, tr

_KINDS = (
    ("dialogues", later("Dialogues")),
    ("items", later("Agenda items")),
    ("notes", later("Notes")),
    ("findings", later("Findings")),
    ("topics", later("Topics")),
    ("recommendations", later("Recommendations")),
    ("persons", later("People")),
    ("participations", later("Participations")),
    ("releases", later("Released documents")),
)


class CopyContents(QWidget):
    """Whether a copy is sound, and counts by kind: then, now, and what differs."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(24, 16, 24, 16)
        self._parts.setSpacing(6)

    def clear_it(self) -> None:
        """Show nothing."""
        clear(self._parts)

    def show_reading(self, chosen: CopyRow) -> None:
        """Say that a copy is being read."""
        self._head(chosen)
        self._parts.addWidget(Label(tr("Reading all of it"), "small", "ink3"))
        self._parts.addStretch(1)

    def show_preview(
        self, chosen: CopyRow, preview: Preview, now: Mapping[str, int] | None
    ) -> None:
        """Show what was read; ``now`` is None where the workspace cannot be read."""
        self._head(chosen)
        sign = IconLabel("circle-check" if preview.sound else "octagon-x", _ink(preview), 14)
        said = tr("Sound: all of it can be read") if preview.sound else tr("Damaged")
        self._parts.addLayout(row(sign, Label(said, "small", "ink2"), None, gap=6))
        if preview.sound:
            self._parts.addSpacing(10)
            self._parts.addLayout(_table(preview.counts, now))
        else:
            why = tr(
                "It cannot be read with the key of this workspace, and is not offered for "
                "restoring. The others are untouched."
            )
            self._parts.addWidget(Paragraph(why, "body", "ink2"))
        self._parts.addStretch(1)

    def show_failed(self, chosen: CopyRow, why: str) -> None:
        """Say why a copy could not be read at all."""
        self._head(chosen)
        self._parts.addWidget(Paragraph(why, "body", "ink2"))
        self._parts.addStretch(1)

    def _head(self, chosen: CopyRow) -> None:
        clear(self._parts)
        self._parts.addWidget(Label(dates.long_day(chosen.copy.day), "head"))
        self._parts.addWidget(Label(before_what(chosen.copy), "small", "ink2"))


def _ink(preview: Preview) -> str:
    return "ok" if preview.sound else "block_line"


def _table(then: Mapping[str, int], now: Mapping[str, int] | None) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(0, 1)
    heads = ("", tr("In the copy"), *((tr("Now"), tr("Restoring")) if now is not None else ()))
    for place, head in enumerate(heads):
        grid.addWidget(Label(head, "caption", "ink3"), 0, place)
    shown = [(table, kind) for table, kind in _KINDS if then.get(table) or (now and now.get(table))]
    for line, (table, kind) in enumerate(shown, start=1):
        before = then.get(table, 0)
        grid.addWidget(Label(tr(kind), "body"), line, 0)
        grid.addWidget(Label(str(before), "body"), line, 1)
        if now is not None:
            today = now.get(table, 0)
            grid.addWidget(Label(str(today), "body"), line, 2)
            grid.addWidget(_difference(before - today), line, 3)
    return grid


def _difference(more: int) -> Label:
    if not more:
        return Label(tr("same number"), "small", "ink3")
    words = tr("{n} more", n=more) if more > 0 else tr("{n} fewer", n=-more)
    return Label(words, "small", "ink" if more > 0 else "warn")
