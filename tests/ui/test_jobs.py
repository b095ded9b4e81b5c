"""Work off the UI thread ends as done, failed or cancelled."""

from __future__ import annotations

import threading
import weakref

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool
from shiboken6 import delete

from dialogueprep.domain.errors import Trouble
from dialogueprep.ui.jobs import Job, Tick


def test_a_job_hands_over_its_result_and_its_progress(qtbot) -> None:
    def work(tick: Tick) -> str:
        tick(1, 2)
        tick(2, 2)
        return threading.current_thread().name

    steps: list[tuple[int, int]] = []
    job = Job(work)
    job.progress.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert steps == [(1, 2), (2, 2)]
    assert done.args[0] != threading.main_thread().name


def test_a_failure_is_handed_over_and_not_swallowed(qtbot) -> None:
    def work(_tick: Tick) -> None:
        raise Trouble("cannot-write", name="brief.docx", reason="full")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert failed.args[0].code == "cannot-write"


def test_a_job_ends_too_where_a_library_panics_with_what_is_no_exception(qtbot) -> None:
    class Panic(BaseException):
        pass

    def work(_tick: Tick) -> None:
        raise Panic

    job = Job(work)
    with qtbot.captureExceptions() as caught:
        with qtbot.waitSignal(job.ended):
            job.start()
        job.finish()
        QThreadPool.globalInstance().waitForDone()
    assert [kind for kind, *_ in caught] == [Panic]


def test_who_finishes_a_job_has_its_result_or_knows_that_it_stopped(qtbot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(_tick: Tick) -> str:
        begun.set()
        assert go_on.wait(20)
        return "made"

    told: list[object] = []
    job = Job(work)
    job.done.connect(told.append)
    job.cancelled.connect(lambda: told.append("stopped"))
    job.start()
    assert begun.wait(20)
    go_on.set()
    job.finish()
    assert told == ["made"]


def test_a_cancelled_job_stops_at_its_next_tick(qtbot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(tick: Tick) -> str:
        begun.set()
        go_on.wait(5)
        tick(1, 2)
        return "not reached"

    job = Job(work)
    with qtbot.waitSignals([job.cancelled, job.ended]):
        job.start()
        begun.wait(5)
        job.cancel()
        go_on.set()


def test_work_whose_page_is_gone_ends_at_its_next_tick_and_tells_nobody(qtbot) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    told: list[object] = []

    def work(tick: Tick) -> None:
        begun.set()
        go_on.wait(5)
        try:
            tick(1, 2)
        finally:
            ended.set()
        told.append("it went on")

    page = QObject()
    job = Job(work, page)
    job.ended.connect(lambda: told.append("ended"))
    job.start()
    begun.wait(5)
    delete(page)
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert told == []


def test_what_the_work_held_is_let_go_when_it_has_ended(qtbot) -> None:
    class Page(QObject):
        def look(self, _tick: Tick) -> int:
            return 1

    page = Page()
    gone = weakref.ref(page)
    job = Job(page.look)
    with qtbot.waitSignal(job.ended):
        job.start()
    del page
    assert gone() is None
