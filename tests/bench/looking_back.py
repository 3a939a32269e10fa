"""The journal as an inspector reads it: its first page, filters, one entry, and a deaf window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bmnn_desktop.gui.journal.page import JournalPage
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.list_entries import EntryQuery, list_entries, list_entry_numbers
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.show_entry import show_entry
from bmnn_desktop.services.waiting_acts import look_at_waiting_acts
from tests.bench.kept_vault import opened
from tests.bench.row import Row
from tests.bench.timing import against_goal, milliseconds
from tests.bench.window import Pulse, until, window_on

_RUNS = 15
_PAGE_MS = 50.0
_EVERY_MS = 300.0  # all numbers of a filter: they arrive later
_SILENCE_MS = 50.0
_SILENT_RUNS = 5


def journal(office: Office, size: int) -> Iterator[Row]:
    """Yield what the reader's thread takes."""
    entries = office.read(lambda desk: int(desk.rows.value("SELECT max(seq) FROM entry"))).result()
    line = office.read(list_documents, "outgoing").result().rows[-1]  # an old one
    of_line = EntryQuery(book="outgoing", year=line.year, number=line.seq_no)
    deeds: dict[str, tuple[Callable[[], object], float]] = {
        "first page": (lambda: office.read(list_entries, EntryQuery()).result(), _PAGE_MS),
        "of one document": (lambda: office.read(list_entries, of_line).result(), _PAGE_MS),
        "of one act": (
            lambda: office.read(list_entries, EntryQuery(action="document.amend")).result(),
            _PAGE_MS,
        ),
        "all numbers of one person": (
            lambda: office.read(list_entry_numbers, EntryQuery(person=1)).result(),
            _EVERY_MS,
        ),
        "one entry": (lambda: office.read(show_entry, entries // 2).result(), _PAGE_MS),
        "what waits": (lambda: office.read(look_at_waiting_acts).result(), _PAGE_MS),
    }
    for name, (deed, goal) in deeds.items():
        deed()
        times = [milliseconds(deed) for _ in range(_RUNS)]
        what = f"journal of {entries:,} entries, {name}, median (ms)"
        yield against_goal(what, size, median(times), goal)


def silences(vault: Path, size: int) -> Iterator[Row]:
    """Yield the longest silence of the window while the journal is shown, filtered, jumped in."""
    with window_on(opened(vault)) as window:
        page = window.go("journal")
        if not isinstance(page, JournalPage):
            raise TypeError(type(page))
        _settled(page)
        box = page.filters.action_box
        last = page.entries.rowCount() - 1
        deeds: dict[str, Callable[[], object]] = {
            "shown and counted": page.refresh,
            "filter: one act": lambda: box.setCurrentIndex(box.findData("document.add")),
            "filter: emptied": lambda: box.setCurrentIndex(0),
            "jump to the oldest": lambda: page.entries_view.selectRow(last),
            "an entry looked at": lambda: page.show_entry(last // 2),
        }
        longest: dict[str, list[float]] = {name: [] for name in deeds}
        for _ in range(_SILENT_RUNS):
            for name, deed in deeds.items():
                with Pulse() as pulse:
                    deed()
                    _settled(page)
                longest[name].append(pulse.longest)
    for name, found in longest.items():
        yield against_goal(f"journal, {name}: silence (ms)", size, median(found), _SILENCE_MS)


def _settled(page: JournalPage) -> None:
    until(lambda: page.filters.is_settled and not page.jobs.is_busy)
