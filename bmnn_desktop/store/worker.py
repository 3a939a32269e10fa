"""A thread that owns one connection; what it is given runs there, one job after the other."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

from bmnn_desktop.store.failures import as_known

S = TypeVar("S")
T = TypeVar("T")


class Worker(Generic[S]):
    """Runs jobs on the thing `make` returns, which never leaves the thread."""

    def __init__(self, name: str, make: Callable[[], S], drop: Callable[[S], None]) -> None:
        self._jobs: queue.SimpleQueue[tuple[Future[Any], Callable[[S], Any]] | None] = (
            queue.SimpleQueue()
        )
        self._ready: Future[None] = Future()
        self._door = threading.Lock()
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, args=(make, drop), name=name, daemon=True)
        self._thread.start()

    def wait_ready(self) -> None:
        """Return when the thread is ready; raise what `make` raised."""
        self._ready.result()

    def submit(self, job: Callable[[S], T]) -> Future[T]:
        """Queue a job; its Future carries the result or the exception."""
        future: Future[T] = Future()
        with self._door:
            if self._is_stopping:
                raise RuntimeError("this worker takes nothing more")
            self._jobs.put((future, job))
        return future

    def stop(self, timeout: float | None = None) -> bool:
        """Finish what is queued, drop the thing and end the thread; tell whether it has ended."""
        with self._door:
            if not self._is_stopping:
                self._is_stopping = True
                self._jobs.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self, make: Callable[[], S], drop: Callable[[S], None]) -> None:
        try:
            with as_known():
                seat = make()
        except BaseException as error:  # noqa: BLE001  (crosses to the thread that waits)
            self._ready.set_exception(error)
            return
        self._ready.set_result(None)
        try:
            while (given := self._jobs.get()) is not None:
                _perform(*given, seat)
                del given
        finally:
            drop(seat)


def _perform(future: Future[Any], job: Callable[[S], Any], seat: S) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        with as_known():
            result = job(seat)
    except BaseException as error:  # noqa: BLE001  (crosses to the thread that waits)
        future.set_exception(error)
    else:
        future.set_result(result)
