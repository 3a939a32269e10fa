"""Whoever watches a long work is told how far it is, and may end it by raising."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from sqlcipher3 import dbapi2 as sqlcipher

_ASKED_EVERY = 20_000  # steps of SQLite's machine: some milliseconds


class Watch:
    """Tells `progress`; inside long statements it repeats what it told last."""

    def __init__(self, progress: Callable[[float], None]) -> None:
        self._progress = progress
        self._last = 0.0
        self._raised: list[Exception] = []

    def tell(self, done: float) -> None:
        """Tell how much is done; raise what `progress` raises."""
        self._last = done
        self._progress(done)

    def again(self) -> None:
        """Tell the same once more."""
        self._progress(self._last)

    @contextlib.contextmanager
    def over(self, *connections: sqlcipher.Connection) -> Iterator[None]:
        """Ask `progress` inside their statements too; what it raises there ends the statement."""
        for connection in connections:
            connection.set_progress_handler(self._ask, _ASKED_EVERY)
        try:
            yield
        except Exception as error:
            if self._raised and error is not self._raised[0]:
                raise self._raised[0] from error
            raise
        finally:
            for connection in connections:
                connection.set_progress_handler(None, 0)

    def _ask(self) -> int:
        try:
            self.again()
        except Exception as error:  # noqa: BLE001  (SQLite would lose it)
            self._raised.append(error)
        return len(self._raised)
