"""Words as Vietnamese input methods send them: Telex and VNI, composed or typed over.

ibus-unikey composes: the word is shown as preedit, changed with each key and committed by the next
space or by leaving. Unikey and EVKey on Windows type over: Backspace, then the new letters.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

# What stands there after each key of the word.
WORDS = {
    "Telex Nguyeexn": "N Ng Ngu Nguy Nguye Nguyê Nguyễ Nguyễn",
    "Telex Nguyenex": "N Ng Ngu Nguy Nguye Nguyen Nguyên Nguyễn",
    "VNI Nguye64n": "N Ng Ngu Nguy Nguye Nguyê Nguyễ Nguyễn",
    "VNI Nguyen64": "N Ng Ngu Nguy Nguye Nguyen Nguyên Nguyễn",
    "Telex dduwowngf": "d đ đu đư đưo đươ đươn đương đường",
    "Telex duongdfw": "d du duo duon duong đuong đuòng đường",
    "VNI d9u7o7ng2": "d đ đu đư đưo đươ đươn đương đường",
    "VNI duong972": "d du duo duon duong đuong đương đường",
    "Telex ddd, taken back": "d đ dd",
}

Way = Callable[[QWidget, list[str]], None]


def compose(widget: QWidget, steps: list[str]) -> None:
    """Show each step as preedit, then commit the last one in the event that ends the preedit."""
    for step in steps:
        QApplication.sendEvent(widget, QInputMethodEvent(step, []))
    _commit(widget, steps[-1])


def compose_in_two(widget: QWidget, steps: list[str]) -> None:
    """Take the preedit away first and commit after that, as IBus does."""
    for step in [*steps, ""]:
        QApplication.sendEvent(widget, QInputMethodEvent(step, []))
    _commit(widget, steps[-1])


def commit_each(widget: QWidget, steps: list[str]) -> None:
    """Replace what was committed with each key: surrounding text instead of preedit."""
    before = ""
    for step in steps:
        kept = _common(before, step)
        _commit(widget, step[kept:], back=len(before) - kept)
        before = step


def type_over(widget: QWidget, steps: list[str]) -> None:
    """Send Backspace for what changes and the new letters as keys."""
    before = ""
    for step in steps:
        kept = _common(before, step)
        for _ in before[kept:]:
            QTest.keyClick(widget, Qt.Key.Key_Backspace)
        for letter in step[kept:]:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)
        before = step


WAYS: tuple[Way, ...] = (compose, compose_in_two, commit_each, type_over)


def write(widget: QWidget, way: Way, *words: str) -> None:
    """Write `words` (keys of WORDS) with spaces between them."""
    widget.setFocus()
    for place, word in enumerate(words):
        if place:
            QTest.keyClick(widget, Qt.Key.Key_Space)
        way(widget, WORDS[word].split())


def result(*words: str) -> str:
    """Return what must stand there then."""
    return " ".join(WORDS[word].split()[-1] for word in words)


def _commit(widget: QWidget, text: str, *, back: int = 0) -> None:
    done = QInputMethodEvent()
    done.setCommitString(text, -back, back)
    QApplication.sendEvent(widget, done)


def _common(one: str, other: str) -> int:
    """Return how many letters both begin with."""
    pairs = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return len(list(pairs))
