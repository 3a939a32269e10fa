"""Trang thử: shows by a ruler how far a printer is off. It holds nothing of any book."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.printing import books
from bmnn_desktop.services import printer_offset
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.new_file import new_file
from bmnn_desktop.services.print_run import may_print


def print_test_page(desk: WritingDesk, *, out: Path, printer: str = printer_offset.DEFAULT) -> None:
    """Print the test page with the printer's offset (training vaults only).

    Raises ClearFileRefused, OutputExists, OutputFailed, NotAllowed. Nothing is entered.
    """
    may_print(desk, None)
    with new_file(out) as file:
        books.print_test_page(out=file, offset_mm=printer_offset.offset_of(desk, printer))
