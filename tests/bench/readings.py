"""What a clerk waits for when reading, in a vault of any size: rows against their goals."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from tests.bench.row import Row
from tests.bench.timing import against_goal, milliseconds, p95
from tests.bench.typed import TYPED

_RUNS = 5
_UNLOCK_MS = 300.0
_SEARCH_MS = 30.0
_TODAY_MS = 50.0
_VERIFY_S = 5.0  # at the size of a commune
_VERIFY_S_PER_CHANGE = 60e-6
_TODAYS = 40


def unlock(vault: Path, size: int) -> Row:
    """Unlock in a process of its own, from the key derivation's end to Hôm nay shown."""

    def once() -> float:
        command = [sys.executable, "-m", "tests.bench.unlock_run", str(vault)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return float(told)

    once()
    times = [once() for _ in range(_RUNS)]
    return against_goal(
        "unlock after the KDF to Today, median (ms)", size, median(times), _UNLOCK_MS
    )


def todays(office: Office, size: int) -> Row:
    """Ask for what Hôm nay says."""
    office.read(look_at_today).result()
    times = [milliseconds(lambda: office.read(look_at_today).result()) for _ in range(_TODAYS)]
    return against_goal("Today's query, median (ms)", size, median(times), _TODAY_MS)


def searches(office: Office, size: int) -> Iterator[Row]:
    """Search as one types, in each book and over both."""

    def in_book(key: str) -> Callable[[str], object]:
        return lambda text: office.read(list_documents, key, search=text).result()

    places = {book.key: in_book(book.key) for book in REGISTERS}
    places["both books"] = lambda text: office.read(find_documents, text).result()
    for where, search in places.items():
        for name, typed in TYPED.items():
            for text in typed:  # the first time is the disk's
                search(text)
            times = [
                milliseconds(lambda text=text: search(text))  # type: ignore[misc]  # noqa: B023
                for text in typed * _RUNS
            ]
            yield against_goal(f"search {where}, {name}, p95 (ms)", size, p95(times), _SEARCH_MS)


def verification(office: Office, size: int) -> Row:
    """Verify everything, as the window does in the background after each start."""
    changes = office.read(lambda desk: int(desk.rows.value("SELECT count(*) FROM change"))).result()
    times = [milliseconds(lambda: office.write(verify_vault).result()) / 1000 for _ in range(3)]
    goal = max(_VERIFY_S, changes * _VERIFY_S_PER_CHANGE)
    return against_goal(f"verify {changes:,} changes, median (s)", size, median(times), goal)
