"""Beside the notes: where a day's name is long, it gives way to when the day ends."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPixmap

from dialogueprep.ui import painting
from dialogueprep.ui.delegates.note_row import ItemRows
from dialogueprep.ui.delegates.row import RowState
from dialogueprep.ui.models.note_rows import DayHead
from dialogueprep.ui.theme import Theme


def test_the_end_of_a_day_is_written_out_in_large_letters(
    qtbot, look: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    look.apply("light", "en", 1.3)
    rooms: dict[str, float] = {}
    monkeypatch.setattr(
        painting, "text", lambda _p, _x, _y, w, _h, words, *_, **__: rooms.update({words: w}) or w
    )
    ground = QPixmap(220, 60)
    painter = QPainter(ground)
    head = DayHead("day-1", "Wednesday 25 November", "ends 20:30")
    ItemRows().paint_row(painter, 220, 52, head, RowState())
    painter.end()
    assert rooms["ends 20:30"] >= painting.width("ends 20:30", "caption")
    assert rooms["Wednesday 25 November"] + rooms["ends 20:30"] <= 220 - 24
