"""How a copy is named on the command line: its document, and "3" or "S1" (bản sao số 01)."""

from __future__ import annotations

import argparse
import re

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import add_year, positive
from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.errors import CopyMissing
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.copy_steps import copy_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.named_line import named_line

_NAME = re.compile(r"(?P<made>[sS]?)(?P<number>[1-9]\d{0,3})", re.ASCII)


def add_line(command: Parser) -> None:
    """Add the arguments that name a document: --book, --year, --number."""
    keys = tuple(book.key for book in REGISTERS)
    command.add_argument("--book", required=True, choices=keys, metavar="SỔ", help="sổ nào")
    add_year(command, "sổ của năm này", required=True)
    command.add_argument(
        "--number", type=positive, required=True, metavar="SỐ", help="số thứ tự trong sổ"
    )


def copy_name(text: str) -> str:
    """Read a name of a copy on the command line."""
    if _NAME.fullmatch(text) is None:
        raise argparse.ArgumentTypeError("phải là số bản, ví dụ 3, hoặc S1 cho bản sao số 01")
    return text.upper()


def copy_id(desk: Desk, book: str, year: int, number: int, name: str) -> int:
    """Return the row of a copy; raise DocumentMissing, DocumentAnnulled, CopyMissing."""
    line = named_line(desk.rows, book, year, number)
    match = _NAME.fullmatch(name)
    if match is None:
        raise CopyMissing(copy=f"bản “{name}”", line="tài liệu này")
    copy_no = int(match["number"])
    if match["made"]:
        return copy_of(desk.rows, line, Origin.MADE, copy_no).id
    own = Origin.RECEIVED if book == "incoming" else Origin.ISSUED
    try:
        return copy_of(desk.rows, line, own, copy_no).id
    except CopyMissing:
        return copy_of(desk.rows, line, Origin.STOCK, copy_no).id
