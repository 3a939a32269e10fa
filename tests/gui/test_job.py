"""Work ends on the GUI thread, or not at all."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QObject, Qt, QThread
from PySide6.QtWidgets import QApplication

from bmnn_desktop.errors import Cancelled, DiskFull
from bmnn_desktop.gui.demo.hands import until, wait
from bmnn_desktop.gui.job import Jobs


@pytest.fixture
def parent(qapp: QApplication) -> QObject:
    return QObject(qapp)


def test_what_a_blocking_call_returns_arrives_on_the_gui_thread(parent: QObject) -> None:
    jobs = Jobs(parent, _fail)
    seen: list[tuple[object, bool, bool]] = []
    ran_on: list[QThread] = []

    def work() -> int:
        ran_on.append(QThread.currentThread())
        return 42

    here = QThread.currentThread()
    jobs.new(lambda result: seen.append((result, QThread.currentThread() == here, True))).start(
        work
    )
    until(lambda: bool(seen), "the result")
    assert seen == [(42, True, True)]
    assert ran_on[0] != here
    jobs.stop()


def test_a_refusal_goes_to_failed_or_to_the_windows_own_way(parent: QObject) -> None:
    refused: list[BaseException] = []
    jobs = Jobs(parent, refused.append)
    own: list[BaseException] = []

    def work() -> None:
        raise DiskFull

    jobs.new().start(work)
    jobs.new(failed=own.append).start(work)
    until(lambda: bool(refused and own), "both refusals")
    assert [type(error) for error in refused + own] == [DiskFull, DiskFull]
    jobs.stop()


def test_cancelling_stops_the_work_at_its_next_step(parent: QObject) -> None:
    failed: list[BaseException] = []
    steps: list[tuple[str, float]] = []
    jobs = Jobs(parent, failed.append)
    job = jobs.new()
    job.progressed.connect(lambda words, share: steps.append((words, share)))
    may_go_on = threading.Event()

    def work() -> None:
        job.report("bước một", 0.5)
        may_go_on.wait(10)
        job.report("bước hai", 1.0)

    job.start(work)
    until(lambda: bool(steps), "the first step")
    job.cancel()
    may_go_on.set()
    until(lambda: bool(failed), "the stop")
    assert steps == [("bước một", 0.5)]
    assert isinstance(failed[0], Cancelled)
    jobs.stop()


def test_nothing_is_delivered_after_stop(parent: QObject) -> None:
    seen: list[object] = []
    jobs = Jobs(parent, seen.append)
    late: Future[int] = Future()
    jobs.new(seen.append).watch(late)
    jobs.stop()
    late.set_result(1)
    wait(20)
    assert seen == []
    assert not jobs.is_busy


def test_a_job_goes_only_when_its_thread_has_left_it(parent: QObject) -> None:
    """Qt still looks at the sender after the last slot: a job that is gone by then is a crash."""
    order: list[str] = []
    jobs = Jobs(parent, _fail)
    job = jobs.new(lambda _result: order.append("delivered"))

    def dawdle() -> None:
        time.sleep(0.3)
        order.append("the thread goes on")

    job._arrived.connect(dawdle, Qt.ConnectionType.DirectConnection)
    job.destroyed.connect(lambda: order.append("gone"))
    may_end = threading.Event()
    job.start(lambda: may_end.wait(10))
    may_end.set()
    until(lambda: len(order) == 3, "the end of the job")
    assert order == ["the thread goes on", "delivered", "gone"]
    jobs.stop()


def test_stop_waits_for_the_worker_thread(parent: QObject) -> None:
    jobs = Jobs(parent, _fail)
    ended: list[bool] = []
    release = threading.Event()

    def work() -> None:
        release.wait(10)
        ended.append(True)

    jobs.new().start(work)
    threading.Timer(0.05, release.set).start()
    jobs.stop()
    assert ended == [True]


def _fail(error: BaseException) -> None:
    raise error
