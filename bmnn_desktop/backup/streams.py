"""The two ends the age library streams between.

pyrage calls `read` and `write` of Python objects and turns their exceptions into errors of its
own, losing the class and the errno; what the last `write` raises it drops altogether (it writes
through a buffer whose end nobody looks at). Both ends therefore remember the first exception, and
whoever called pyrage raises that one, also when pyrage reports success.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeVar

BLOCK = 1 << 20

_Answer = TypeVar("_Answer")


class _Remembering:
    """Remembers the first exception that leaves it."""

    def __init__(self) -> None:
        self.error: Exception | None = None

    def check(self) -> None:
        """Raise the remembered exception, if there is one."""
        if self.error is not None:
            raise self.error

    def _guard(self, act: Callable[[], _Answer]) -> _Answer:
        try:
            return act()
        except Exception as error:
            self.error = self.error or error
            raise


class Blocks(_Remembering):
    """A readable end over an iterator of blocks; `read` never crosses a block."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        super().__init__()
        self._blocks = blocks
        self._block = b""
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, nothing only at the end."""
        if self._at >= len(self._block):
            self._block, self._at = self._guard(lambda: next(self._blocks, b"")), 0
        start = self._at
        self._at = len(self._block) if size < 0 else start + size
        return self._block[start : self._at]


class Sink(_Remembering):
    """A writable end that hands every piece to a function, which must take all of it."""

    def __init__(self, take: Callable[[bytes], None]) -> None:
        super().__init__()
        self._take = take

    def write(self, data: bytes) -> int:
        """Hand on `data` and return its length."""
        self._guard(lambda: self._take(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: the function keeps nothing back."""


def blocks_of(source: BinaryIO) -> Iterator[bytes]:
    """Read `source` from where it stands to its end, in large blocks."""
    while block := source.read(BLOCK):
        yield block


def write_all(out: BinaryIO, data: bytes) -> None:
    """Write all of `data`: an unbuffered file may take less than it is given."""
    view = memoryview(data)
    while view:
        view = view[out.write(view) :]
