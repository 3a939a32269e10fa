"""Chỉnh máy in: how far a printer puts its ink beside where it should, set right once."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.errors import OffsetWrong
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting

DEFAULT = "default"  # the printer when none is named
MOST_MM = 20
_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class PrinterOffset:
    """How far all that is printed is moved, in hundredths of a millimetre."""

    right: int = 0
    down: int = 0


def read_offset(desk: Desk, printer: str = DEFAULT) -> PrinterOffset:
    """Return the offset of a printer, none when it was never set."""
    stored = read_setting(desk, _name(printer))
    if stored is None:
        return PrinterOffset()
    right, _, down = stored.partition(" ")
    try:
        return PrinterOffset(int(right), int(down))
    except ValueError:  # a local setting, perhaps from a newer program: nothing is lost
        return PrinterOffset()


def set_offset(desk: WritingDesk, offset: PrinterOffset, printer: str = DEFAULT) -> None:
    """Store the offset of a printer; raise OffsetWrong beyond 20 mm, NotAllowed."""
    desk.session.require(Role.KEEPER)
    most = MOST_MM * _HUNDREDTHS
    if abs(offset.right) > most or abs(offset.down) > most:
        raise OffsetWrong(most=MOST_MM)
    write_setting(desk, _name(printer), f"{offset.right} {offset.down}")


def offset_of(desk: Desk, printer: str) -> tuple[float, float]:
    """Return the offset as the printing room takes it: millimetres to the right and down."""
    offset = read_offset(desk, printer)
    return offset.right / _HUNDREDTHS, offset.down / _HUNDREDTHS


def _name(printer: str) -> str:
    return f"printer.offset.{printer}"
