"""Work off the UI thread ends as done, failed or cancelled."""

from __future__ import annotations

import threading

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
