"""The door of the room: print a book for signature, or preview it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.lines import Cover, Foot, Line, SheetPrinted

# ReportLab takes a seventh of a second to import: at the first print, not at the program's start.
# ruff: noqa: PLC0415


def print_book(  # noqa: PLR0917 - what goes in, where it goes out, and two callbacks
    form: Form,
    cover: Cover,
    lines: Iterable[Line],
    out: BinaryIO,
    commit: Callable[[Sequence[SheetPrinted]], Foot],
    progress: Callable[[int], None] | None = None,
) -> tuple[SheetPrinted, ...]:
    """Lay out cover and sheets, commit, and only then write the PDF into `out`.

    `commit` is called once, with every sheet, when all are laid out: it enters the print in the
    journal and returns what the foot of every sheet shows. `progress` gets the number of lines
    laid out after each sheet; if either raises, nothing has been written.
    """
    from bmnn_desktop.printing.binder import bind

    return bind(form, cover, lines, out, commit, progress)


def preview_book(
    form: Form,
    cover: Cover,
    lines: Iterable[Line],
    out: BinaryIO,
    progress: Callable[[int], None] | None = None,
) -> tuple[SheetPrinted, ...]:
    """Write the same sheets with a watermark and without code and QR: never to be signed."""
    from bmnn_desktop.printing.binder import bind_preview

    return bind_preview(form, cover, lines, out, progress)
