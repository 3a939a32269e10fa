"""Long work for the window: futures and blocking calls become signals on the GUI thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from bmnn_desktop.errors import Cancelled

if TYPE_CHECKING:
    from bmnn_desktop.services.broken_off import Work

_STEP_SECONDS = 0.05  # progress is shown twenty times a second at most


class Job(QObject):
    """One piece of work. Made on the GUI thread; every public signal is emitted there."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(str, float)
    settled = Signal()
    _arrived = Signal(object, object)
    _stepped = Signal(str, float)

    def __init__(self, parent: Jobs) -> None:
        super().__init__(parent)
        self.work: Work | None = None  # long work of which it is told when a lock breaks it off
        self._future: Future[Any] | None = None
        self._jobs = parent
        self._lock = threading.Lock()
        self._is_dropped = False
        self._is_cancelled = threading.Event()
        self._give_up: Callable[[], None] | None = None
        self._is_given_up = False
        self._shown_at = 0.0
        # Queued: the work ends on a thread of its own.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def watch(self, future: Future[Any]) -> Job:
        """Deliver what `future` returns or raises."""
        self._future = future
        future.add_done_callback(self._land)
        return self

    def ending_by(self, give_up: Callable[[], None]) -> Job:
        """End the work by this call when it is cancelled; then it has no result any more."""
        self._give_up = give_up
        return self

    def start(self, call: Callable[[], object]) -> Job:
        """Run `call` on the worker thread of the window and deliver what it returns."""
        return self.watch(self._jobs.submit(call))

    @property
    def has_failed(self) -> bool:
        """Tell whether the work ended without a result; known on its own thread from then on."""
        if self._is_given_up:
            return True
        future = self._future
        if future is None or not future.done():
            return False
        return future.cancelled() or future.exception() is not None

    def report(self, step: str, share: float) -> None:
        """Take the progress of a service, on its thread; raise Cancelled once asked to stop."""
        if self._is_cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if share < 1.0 and now - self._shown_at < _STEP_SECONDS:
            return
        self._shown_at = now
        with self._lock:
            if not self._is_dropped:
                self._stepped.emit(step, share)

    def report_share(self, share: float) -> None:
        """Take the progress of a service that has one step only."""
        self.report("", share)

    def report_lines(self, lines: int) -> None:
        """Take the progress of a service that counts lines and knows no end."""
        self.report(f"Đã dựng {lines} dòng…", -1.0)

    def cancel(self) -> None:
        """Ask the work to stop at its next step, or end it."""
        self._is_cancelled.set()
        if self._give_up is not None:
            self._is_given_up = True
            self._give_up()

    def drop(self) -> None:
        """Cancel, and deliver nothing any more: the window is going away."""
        self.cancel()
        with self._lock:
            self._is_dropped = True

    def _land(self, future: Future[Any]) -> None:
        """Take the result on whichever thread the work ended."""
        try:
            error = future.exception()
            result = None if error is not None else future.result()
        except CancelledError:
            error, result = Cancelled(), None
        with self._lock:
            if not self._is_dropped:
                self._arrived.emit(result, error)

    def _deliver(self, result: object, error: BaseException | None) -> None:
        with self._lock:  # the other thread may still be inside the signal that brought this here
            if self._is_dropped:
                return
        self._jobs.forget(self)
        try:
            self.settled.emit()
            if error is None:
                self.done.emit(result)
            else:
                self.failed.emit(error)
        finally:
            self.deleteLater()


class Jobs(QObject):
    """The work of one window; `stop` before the window goes away."""

    def __init__(self, parent: QObject, refused: Callable[[BaseException], None]) -> None:
        super().__init__(parent)
        self.refuse = refused
        self._running: set[Job] = set()
        self._worker: ThreadPoolExecutor | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether any work is under way."""
        return bool(self._running)

    def named(self) -> list[Job]:
        """Return the long work that is under way."""
        return [job for job in self._running if job.work is not None]

    def new(
        self,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        *,
        work: Work | None = None,
    ) -> Job:
        """Return a job; without `failed` the window's own way of refusing is used."""
        job = Job(self)
        job.work = work
        self._running.add(job)
        if done is not None:
            job.done.connect(done)
        job.failed.connect(failed or self.refuse)
        return job

    def submit(self, call: Callable[[], object]) -> Future[object]:
        """Run `call` on the worker thread; calls run one after the other."""
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, thread_name_prefix="window-work")
        return self._worker.submit(call)

    def forget(self, job: Job) -> None:
        """Let a settled job go."""
        self._running.discard(job)

    def stop(self) -> None:
        """Cancel what runs, wait for the worker thread, deliver nothing any more."""
        for job in self._running:
            job.drop()
        self._running.clear()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None
