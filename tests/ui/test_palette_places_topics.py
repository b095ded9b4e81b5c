"""The palette finds topics by their titles and puts them on the open agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.store import agenda, library, library_facts
from dialogueprep.ui.finding import finder
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.command_palette import CommandPalette


def opened(qtbot: QtBot, session: Session) -> CommandPalette:
    frame = QWidget()
    frame.resize(1000, 700)
    qtbot.addWidget(frame)
    palette = CommandPalette(frame, finder(session), lambda: (), lambda _page, _subject: None)
    with qtbot.waitExposed(frame):
        frame.show()
    palette.open()
    return palette


def words(palette: CommandPalette) -> list[str]:
    model = palette.list.model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_a_topic_is_put_on_the_agenda_by_its_title(qtbot: QtBot, sample_session: Session) -> None:
    palette = opened(qtbot, sample_session)
    qtbot.keyClicks(palette.field, "environmental protection")
    put = "Put “Environmental protection” on the agenda"
    assert "Environmental protection" in words(palette)
    at = words(palette).index(put)
    while palette.list.currentIndex().row() != at:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(sample_session.page_wanted) as wanted:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    page, item = wanted.args
    assert page == "agenda"
    topic = agenda.read(sample_session.store, item).topic
    titles = library_facts.titles(sample_session.store, "topics", [topic])
    assert titles[topic].best("en") == "Environmental protection"
    palette.open("environmental protection")
    assert put not in words(palette)


def test_a_topic_above_the_ceiling_is_found_and_not_offered(
    qtbot: QtBot, sample_session: Session
) -> None:
    high = next(t for t in library.topics(sample_session.store) if t.sensitivity == 5)
    palette = opened(qtbot, sample_session)
    palette.field.setText(high.titles.best("en"))
    assert high.titles.best("en") in words(palette)
    assert not any(each.startswith("Put “") for each in words(palette))
