"""The process that checks signatures while this one replays: where a second core is idle.

cryptography keeps the interpreter's lock while it verifies, so threads would gain nothing.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable
from io import RawIOBase
from typing import cast

from bmnn_desktop import program
from bmnn_desktop.store import signature_batch as batches

_WORD = "check-signatures"  # no command for people: `__main__` knows it

Command = Callable[[], list[str]]


def check_command() -> list[str]:
    """Return the command of the process."""
    return program.command(_WORD)


class SignatureProcess:
    """Says batches and hears answers on threads: neither ever keeps the replay waiting."""

    def __init__(self, command: Command = check_command) -> None:
        """Raise OSError when it cannot be started."""
        # Unbuffered: what one thread writes or reads is cut off by killing the process.
        self._child = subprocess.Popen(  # noqa: S603  (our own program)
            command(),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._said: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=work, name=f"signatures {work.__name__}", daemon=True)
            for work in (self._say, self._hear)
        ]
        for thread in self._threads:
            thread.start()

    def say(self, records: bytes) -> None:
        """Give it a batch; returns at once."""
        self._said.put(records)

    def answer(self) -> bytes | None:
        """Return the next answer, None while there is none; a short one: there will be no more."""
        try:
            return self._heard.get_nowait()
        except queue.Empty:
            return None

    def close(self) -> None:
        """End the process and both threads."""
        self._child.kill()
        self._child.wait()
        self._said.put(None)
        for thread in self._threads:
            thread.join()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()

    def _say(self) -> None:
        stream = cast("RawIOBase", self._child.stdin)
        with contextlib.suppress(OSError):  # it is gone: hearing tells
            while (records := self._said.get()) is not None:
                left = memoryview(records)
                while left:
                    left = left[stream.write(left) or 0 :]

    def _hear(self) -> None:
        stream = cast("RawIOBase", self._child.stdout)
        while True:
            answer = batches.read_whole(stream, batches.ANSWER_BYTES)
            self._heard.put(answer)
            if len(answer) < batches.ANSWER_BYTES:
                return
