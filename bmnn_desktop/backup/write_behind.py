"""Write to a slow medium on a thread of its own while the next bytes are being sealed."""

from __future__ import annotations

import os
import threading
from types import TracebackType
from typing import BinaryIO, Final, Self

from bmnn_desktop.backup.streams import write_all

_MOST_WAITING: Final = 16 << 20
# The thread wakes for a batch and writes it in one call: every wake takes the interpreter's lock
# away from the sealing, and joining the pieces would hold it.
_BATCH: Final = 2 << 20
_MOST_AT_ONCE: Final = 1_024  # pieces that one writev takes
# Push out what is written every so often: the end then waits for little, and progress tells the
# truth instead of reaching 100 % while a stick still has everything before it.
_SYNC_EVERY: Final = 4 << 20


class WriteBehind:
    """The writing end of a file; `finish` returns once all of it is durable."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._size = 0
        self._pieces: list[bytes] = []
        self._waiting = 0
        self._closing = False
        self._error: Exception | None = None
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="backup writer")

    def __enter__(self) -> Self:
        """Start the thread."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the thread, whatever happened; without `finish` the file is not whole."""
        self._stop(drop=True)

    def write(self, data: bytes) -> int:
        """Hand over `data`; raises what an earlier piece met."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting < _MOST_WAITING or self._error)
            self._raise_error()
            self._pieces.append(data)
            self._waiting += len(data)
            if self._waiting >= _BATCH:
                self._changed.notify_all()
        return len(data)

    def flush(self) -> None:
        """Do nothing: `finish` is the one place that makes anything sure."""

    def finish(self) -> int:
        """Wait until everything is durable; return how many bytes that is."""
        self._stop(drop=False)
        self._raise_error()
        os.fsync(self._raw.fileno())
        return self._size

    def _stop(self, *, drop: bool) -> None:
        with self._changed:
            if drop:
                self._pieces.clear()
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _raise_error(self) -> None:
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        try:
            while pieces := self._next_pieces():
                self._put(pieces)
        except Exception as error:  # noqa: BLE001  (raised on the thread that writes and finishes)
            with self._changed:
                self._error = error
                self._changed.notify_all()

    def _next_pieces(self) -> list[bytes]:
        """Wait for a batch; none means that no more will come."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting >= _BATCH or self._closing)
            pieces, self._pieces = self._pieces, []
        return pieces

    def _put(self, pieces: list[bytes]) -> None:
        size, done = sum(len(piece) for piece in pieces), 0
        if hasattr(os, "writev"):  # not on Windows
            done = os.writev(self._raw.fileno(), pieces[:_MOST_AT_ONCE])
        if done < size:
            write_all(self._raw, b"".join(pieces)[done:])
        before, self._size = self._size, self._size + size
        if before // _SYNC_EVERY != self._size // _SYNC_EVERY:
            os.fsync(self._raw.fileno())
        with self._changed:
            self._waiting -= size
            self._changed.notify_all()
