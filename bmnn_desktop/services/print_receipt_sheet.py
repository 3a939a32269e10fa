"""In tờ ký nhận: the day's lines of the transfer log, on the sheet fed again or on a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from bmnn_desktop.errors import NothingToHandOver, NothingToPrint, VolumeMissing
from bmnn_desktop.registers.transfer import TRANSFER
from bmnn_desktop.services import printer_offset
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.prepare_handovers import prepare_handovers
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.print_run import Printed, may_print


def print_receipt_sheet(
    desk: WritingDesk,
    *,
    out: Path,
    day: date | None = None,
    printer: str = printer_offset.DEFAULT,
    progress: Callable[[int], None] | None = None,
) -> Printed:
    """Make the day's lines and print what is not on paper yet (training vaults only).

    Raises NothingToHandOver and those of `prepare_handovers` and `print_new_lines`.
    """
    may_print(desk, None)
    on = day or desk.today()
    prepare_handovers(desk, on)
    try:
        return print_new_lines(
            desk, TRANSFER.key, year=on.year, out=out, printer=printer, progress=progress
        )
    except (NothingToPrint, VolumeMissing) as error:
        raise NothingToHandOver from error
