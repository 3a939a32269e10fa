"""The program with its workers on the thread that asks them.

`strace` counts a call for each thread apart, so that a call which one thread makes later than
another cannot be chosen. Here every call has one number.
Run as `python -m tests.faults.one_thread`, with the arguments of the program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any
from unittest import mock

from bmnn_desktop import cli
from bmnn_desktop.store import vault, worker
from bmnn_desktop.store.failures import as_known


class HereWorker:
    """A worker without a thread."""

    def __init__(self, _name: str, make: Callable[[], Any], drop: Callable[[Any], None]) -> None:
        with as_known():
            self._seat = make()
        self._drop: Callable[[Any], None] | None = drop

    def wait_ready(self) -> None:
        """Return: it is ready."""

    def submit(self, job: Callable[[Any], Any]) -> Future[Any]:
        """Do the job."""
        future: Future[Any] = Future()
        worker._perform(future, job, self._seat)
        return future

    def stop(self, _timeout: float | None = None) -> bool:
        """Drop the seat."""
        if self._drop is not None:
            self._drop(self._seat)
            self._drop = None
        return True


def main() -> int:
    """Run the command."""
    with mock.patch.object(vault, "Worker", HereWorker):
        return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
