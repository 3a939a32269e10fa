"""The stress: the table and the search on lines by the million, in the real window.

python -m tests.bench --only table --size 1000000 (the first time it fills the vault: ten minutes,
three gigabytes). A jump is from moving the scroll bar until every line in view is painted; the
silence is the longest time in which the event loop did not come round while something went on, the
median of five runs.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from statistics import median

from PySide6.QtWidgets import QApplication

from bmnn_desktop.gui.register.page import RegisterPage
from tests.bench import readings
from tests.bench.kept_vault import opened, stress_vault
from tests.bench.row import Row
from tests.bench.timing import against_goal, milliseconds, p95
from tests.bench.window import Pulse, until, window_on

SIZE = 100_000  # lines of the larger book
_JUMPS = 200
_WARM = 10
_JUMP_MS = 30.0
_SILENCE_MS = 50.0
_RUNS = 5


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements on a book of `size` lines."""
    vault = stress_vault(size)
    yield readings.unlock(vault, size)
    office = opened(vault)
    try:
        yield readings.todays(office, size)
        yield from readings.searches(office, size)
    finally:
        office.close()
    with window_on(opened(vault)) as window:
        window.go("outgoing")
        page = window.register_page("outgoing")
        until(lambda: page.model.rowCount() > 0 and not page.jobs.is_busy)
        yield from _silences(page, size)
        yield _jumps(page, size, "")
        yield _jumps(page, size, "a")


def _silences(page: RegisterPage, size: int) -> Iterator[Row]:
    """Count, filter by what is typed and by year; tell how long the window was deaf."""
    deeds: dict[str, Callable[[], None]] = {
        "all years, counted": lambda: page.model.show_lines(None, ""),
        "filter: one letter typed": lambda: page.lines.find_edit.setText("a"),
        "filter: a word typed on": lambda: page.lines.find_edit.setText("duong bien"),
        "filter: emptied": page.lines.find_edit.clear,
        "filter: another year": lambda: page.lines.year_box.setCurrentIndex(3),
    }
    longest: dict[str, list[float]] = {name: [] for name in deeds}
    taken = dict.fromkeys(deeds, 0.0)
    for _ in range(_RUNS):
        page.lines.year_box.setCurrentIndex(0)
        _settled(page, page.refresh)
        for name, deed in deeds.items():
            with Pulse() as pulse:
                taken[name] = milliseconds(lambda deed=deed: _settled(page, deed))  # type: ignore[misc]
            longest[name].append(pulse.longest)
    for name in deeds:
        told = f"{name} in {taken[name] / 1000:.2f} s: silence (ms)"
        yield against_goal(told, size, median(longest[name]), _SILENCE_MS)


def _settled(page: RegisterPage, deed: Callable[[], None]) -> None:
    """Do something and wait until every row of the answer is there."""
    counts: list[int] = []
    page.model.counted.connect(counts.append)
    deed()
    until(lambda: bool(counts))
    page.model.counted.disconnect(counts.append)
    QApplication.processEvents()


def _jumps(page: RegisterPage, size: int, search: str) -> Row:
    """Move the scroll bar anywhere, again and again."""
    _settled(page, lambda: page.model.show_lines(None, search))
    chance, view, count = random.Random(7), page.view, page.model.rowCount()

    def jump(to: int) -> None:
        view.verticalScrollBar().setValue(to)
        until(lambda: _is_read(page))
        QApplication.processEvents()  # paints the lines

    times = [milliseconds(lambda: jump(chance.randrange(count))) for _ in range(_JUMPS)]
    what = f"jump among {count:,} {'hits' if search else 'lines'}, p95 (ms)"
    return against_goal(what, size, p95(times[_WARM:]), _JUMP_MS)


def _is_read(page: RegisterPage) -> bool:
    """Tell whether every line in view has been read."""
    top, bottom = page.view.rowAt(0), page.view.rowAt(page.view.viewport().height() - 1)
    last = bottom if bottom >= 0 else page.model.rowCount() - 1
    return all(page.model.document(row) is not None for row in (top, last))
