"""How a copy is named on the command line: its document's book, year and number, and its own.

"3" is bản số 03, "S1" bản sao số 01.
"""

from __future__ import annotations

import argparse
from typing import NamedTuple

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import positive, whole
from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.named_line import find_copy
from bmnn_desktop.services.office import Office

_MADE = "S"


class CopyNo(NamedTuple):
    """A copy's own number; `origin` None: the document's own copy, however it came."""

    origin: Origin | None
    number: int


def copy_no(text: str) -> CopyNo:
    """Read "3" or "S1"."""
    if text[:1].upper() == _MADE:
        return CopyNo(Origin.MADE, positive(text[1:]))
    return CopyNo(None, positive(text))


def add_document(command: Parser, *, required: bool = True) -> None:
    """Add the arguments that name a document."""
    command.add_argument(
        "--book",
        required=required,
        choices=tuple(book.key for book in REGISTERS),
        metavar="SỔ",
        help="sổ của tài liệu",
    )
    command.add_argument(
        "--year", type=whole, required=required, metavar="NĂM", help="sổ của năm này"
    )
    command.add_argument(
        "--number", type=positive, required=required, metavar="SỐ", help="số thứ tự trong sổ"
    )


def add_copies(command: Parser, *, required: bool = True) -> None:
    """Add the arguments that name copies of one document."""
    add_document(command, required=required)
    command.add_argument(
        "--copy",
        type=copy_no,
        action="append",
        required=required,
        default=[],
        metavar="BẢN",
        help="3: bản số 03; S1: bản sao số 01; ghi nhiều lần cho nhiều bản",
    )


def copy_id(office: Office, book: str, year: int, number: int, copy: CopyNo) -> int:
    """Return a copy of a document; raise DocumentMissing, CopyMissing."""
    return office.read(
        find_copy,
        book,
        year=year,
        seq_no=number,
        origin=copy.origin,
        copy_no=copy.number,
    ).result()


def copy_ids(office: Office, arguments: argparse.Namespace) -> tuple[int, ...]:
    """Return the copies that the arguments of `add_copies` name."""
    return tuple(
        copy_id(office, arguments.book, arguments.year, arguments.number, each)
        for each in arguments.copy
    )
