"""PySide6 gives back every reference to None that it takes.

PySide6 6.12.0 on Python 3.11 loses one on each call that returns nothing; after some thousand
calls the interpreter frees None and dies. pyproject.toml therefore stays below 6.12. From Python
3.12 on None is immortal and cannot be lost.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, QTimer

CALLS = 20_000
NOISE = 1_000  # what the interpreter itself may take or give meanwhile


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_void_calls_lose_no_reference_to_none() -> None:
    thing, timer = QObject(), QTimer()
    # Some references in hand, so that a bad Qt fails this test instead of killing the run.
    spare = [None] * (4 * CALLS)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
        timer.setInterval(1)
    lost = before - sys.getrefcount(None)
    assert lost < NOISE, f"{lost} references to None lost in {2 * CALLS} calls"
    assert len(spare) == 4 * CALLS
