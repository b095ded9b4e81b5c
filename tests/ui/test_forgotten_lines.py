"""What was painted of struck words is not kept as it was set."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from dialogueprep.ui import painting, theme
from dialogueprep.ui.letting_go import LettingGo
from dialogueprep.ui.session import Session


def test_lines_that_are_kept_go_with_what_is_gone(qtbot: QtBot, sample_session: Session) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    LettingGo(sample_session, {}, stack)
    painting._line_count("a struck remark", theme.font("body"), 200, 3)
    assert painting._line_count.cache_info().currsize
    sample_session.gone.emit()
    assert not painting._line_count.cache_info().currsize
