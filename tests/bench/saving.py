"""Save to next form, in the real window: Ctrl+Enter until the next empty form has the focus."""

from __future__ import annotations

import random
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.gui.register.page import RegisterPage
from tests.bench import invented
from tests.bench.kept_vault import AFTERWARDS, copied, opened
from tests.bench.row import Row
from tests.bench.timing import against_goal, milliseconds
from tests.bench.window import until, window_on

_SAVES = 44
_WARM = 4
_GOAL_MS = 50.0


def save_to_next(vault: Path, size: int, book: str, recipients: int) -> Row:
    """Register documents in a copy of the vault."""
    chance, today = random.Random(3), AFTERWARDS.date()
    times = []
    with copied(vault) as place, window_on(opened(place)) as window:
        page = window.register_page(book)
        window.go(book)
        page.start_new()
        until(lambda: page.entering.is_active)
        for number in range(_SAVES):
            new = (
                invented.outgoing(chance, number, today, recipients=recipients)
                if book == "outgoing"
                else invented.incoming(chance, number, today)
            )
            times.append(_save(page, new))
    name = f"save to next form, {book}, median (ms)"
    return against_goal(name, size, median(times[_WARM:]), _GOAL_MS)


def _save(page: RegisterPage, new: NewDocument) -> float:
    form = page.entry.form
    form.set_values({field.name: getattr(new, field.name) for field in page.book.fields})
    note = form.editor("note")
    note.setFocus()
    until(lambda: not page.jobs.is_busy)
    QApplication.processEvents()

    def is_next() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and form.isAncestorOf(focus) and not form.values()["subject"]

    def save() -> None:
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        until(is_next)
        QApplication.processEvents()  # paints the empty form

    return milliseconds(save)
