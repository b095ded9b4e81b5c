"""Reading in slices: the window stays alive, and what is read is what is there at the end."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from dialogueprep.commands import library as library_commands
from dialogueprep.commands import library_files
from dialogueprep.domain.collection import Collection
from dialogueprep.store import library, library_slices
from dialogueprep.store.driver import run
from dialogueprep.ui.session import Session
from dialogueprep.ui.slices import SlicedReading

Gone = Generator[tuple[int, int], None, Collection]


def reading(session: Session) -> SlicedReading:
    begin = lambda: library_files.reading(session.store)  # noqa: E731
    return SlicedReading(session, begin, library_files.READS)


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_slices, "SLICE", 3)
    monkeypatch.setattr("dialogueprep.ui.slices._SLICE", 0.0005)


def test_what_is_read_in_slices_is_what_is_read_at_once(
    qtbot: QtBot, sample_session: Session
) -> None:
    job = reading(sample_session)
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(0)
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert done.args == [library_files.whole(sample_session.store)]
    assert len(turns) > 5  # the window had its turn between


def test_it_begins_anew_when_the_library_changes_meanwhile(
    qtbot: QtBot, sample_session: Session
) -> None:
    job = reading(sample_session)
    removed = library.topics(sample_session.store)[0].id
    job.start()
    qtbot.waitSignal(job.progress).wait()
    sample_session.run(library_commands.remove_topic, removed)
    with qtbot.waitSignal(job.done) as done:
        pass
    assert done.args == [library_files.whole(sample_session.store)]
    assert removed not in {topic.id for topic in done.args[0].topics}


def test_it_can_be_cancelled_and_leaves_the_database_as_it_was(
    qtbot: QtBot, sample_session: Session
) -> None:
    before = run(sample_session.store.db, "PRAGMA cache_size")
    job = reading(sample_session)
    ends: list[str] = []
    for name in ("done", "cancelled", "ended"):
        getattr(job, name).connect(lambda *_, n=name: ends.append(n))
    job.start()
    qtbot.waitSignal(job.progress).wait()
    job.cancel()
    job.cancel()
    assert ends == ["cancelled", "ended"]
    assert run(sample_session.store.db, "PRAGMA cache_size") == before


def test_what_goes_wrong_is_told(qtbot: QtBot, sample_session: Session) -> None:
    def broken() -> Gone:
        yield 1, 2
        raise LookupError("gone")

    job = SlicedReading(sample_session, broken, ())
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert isinstance(failed.args[0], LookupError)
