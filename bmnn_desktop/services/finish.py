"""Waiting for what must not be left once it has begun."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def finish(work: Future[T]) -> T:
    """Wait for an act that replaces the recovery key: its new sheet is all that is left of it.

    Ctrl+C stops it as long as it has not begun, and is not heard afterwards.
    """
    while True:
        try:
            return work.result()
        except KeyboardInterrupt:
            if work.cancel():
                raise
