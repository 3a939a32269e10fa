"""The door of the room: sheets of a book for signature, their preview, and what goes with them.

Every print keeps one order: lay out all pages, `commit` once with every sheet, and only then write
the PDF into `out`. `commit` enters the print in the journal and returns what the foot shows; if it
or `progress` raises, nothing has been written. `progress` gets the number of lines laid out after
each sheet. `offset_mm` moves all that is printed, to the right and down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.lines import Cover, Foot, Line
from bmnn_desktop.printing.placed import Feed, SheetInUse, SheetKept, SheetPrinted

_RESERVE = "TỜ DỰ PHÒNG – ghi tay khi mất điện, nhập bù sau"

# ReportLab takes a seventh of a second to import: at the first print, not at the program's start.
# ruff: noqa: PLC0415

Commit = Callable[[Sequence[SheetPrinted]], Foot]
Progress = Callable[[int], None]


def print_sheets(
    form: Form,
    cover: Cover,
    *,
    out: BinaryIO,
    commit: Commit,
    numbers: Iterator[int],
    kept: Iterable[SheetKept] = (),
    start: SheetInUse | None = None,
    lines: Iterable[Line] = (),
    with_cover: bool = False,
    offset_mm: tuple[float, float] = (0.0, 0.0),
    progress: Progress | None = None,
) -> tuple[SheetPrinted, ...]:
    """Print kept sheets whole, then new lines: on the sheet in use, then on new sheets.

    The sheet in use is fed again and gets only rows and its next foot slot ("in tiếp"), unless it
    is the last of `kept`: then it is one page on new paper. New sheets take their numbers from
    `numbers`. The run must print something: a cover, a kept sheet or a line.
    """
    from bmnn_desktop.printing.binder import Binder
    from bmnn_desktop.printing.run import Run

    run = Run(form, cover, offset_mm=offset_mm)
    if with_cover:
        run.add_cover()
    sheets = Binder(run, numbers, progress).bind(kept, start, lines)
    run.finish(out, commit(sheets))
    return sheets


def preview_sheets(
    form: Form,
    cover: Cover,
    *,
    out: BinaryIO,
    numbers: Iterator[int],
    kept: Iterable[SheetKept] = (),
    start: SheetInUse | None = None,
    lines: Iterable[Line] = (),
    with_cover: bool = True,
    progress: Progress | None = None,
) -> tuple[SheetPrinted, ...]:
    """Write the same pages with a watermark and without code and QR: never to be signed."""
    from bmnn_desktop.printing.binder import Binder
    from bmnn_desktop.printing.run import Run

    run = Run(form, cover, preview=True)
    if with_cover:
        run.add_cover()
    sheets = Binder(run, numbers, progress).bind(kept, start, lines)
    run.finish_preview(out)
    return sheets


def print_blank_sheets(
    form: Form,
    cover: Cover,
    *,
    out: BinaryIO,
    commit: Commit,
    numbers: Iterable[int],
    offset_mm: tuple[float, float] = (0.0, 0.0),
) -> tuple[SheetPrinted, ...]:
    """Print numbered sheets with empty rows for the pen: what a power cut is bridged with."""
    from bmnn_desktop.printing.run import Run

    run = Run(form, cover, offset_mm=offset_mm)
    sheets = []
    for number in numbers:
        sheet = run.sheet()
        sheet.rule_for_the_pen()
        sheets.append(run.add(sheet, number, Feed.NEW, 1, note=_RESERVE))
    run.finish(out, commit(sheets))
    return tuple(sheets)


def print_crossings(
    form: Form,
    cover: Cover,
    *,
    out: BinaryIO,
    commit: Commit,
    sheets: Iterable[SheetInUse],
    offset_mm: tuple[float, float] = (0.0, 0.0),
) -> tuple[SheetPrinted, ...]:
    """Cross out what is left empty on sheets fed again: they take no further line."""
    from bmnn_desktop.printing.run import Run

    run = Run(form, cover, offset_mm=offset_mm)
    crossed = []
    for used in sheets:
        sheet = run.sheet(used.used)
        sheet.cross()
        crossed.append(run.add(sheet, used.number, Feed.CONTINUED, used.runs + 1))
    run.finish(out, commit(crossed))
    return tuple(crossed)


def print_test_page(*, out: BinaryIO, offset_mm: tuple[float, float] = (0.0, 0.0)) -> None:
    """Print a page that shows by a ruler how far a printer is off; no code, nothing of a book."""
    from bmnn_desktop.printing.trial import write_test_page

    write_test_page(out, offset_mm)
