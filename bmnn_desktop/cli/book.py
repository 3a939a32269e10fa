"""`book print`: print a book into a file (training vaults)."""

from __future__ import annotations

import argparse
from pathlib import Path

from bmnn_desktop.cli.arguments import Commands, add_group
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.print_book import answer_print, print_book


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "book", "in sổ")
    printing = group.add_parser("print", help="in sổ ra tệp PDF, có mã đối chiếu")
    printing.add_argument("book", choices=tuple(book.key for book in REGISTERS))
    printing.add_argument("--year", type=int, required=True, metavar="NĂM")
    printing.add_argument("--volume", type=int, metavar="QUYỂN")
    printing.add_argument("--out", type=Path, required=True, metavar="TỆP.pdf")
    printing.set_defaults(run=_print)


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        printed = office.write(
            print_book,
            arguments.book,
            year=arguments.year,
            volume=arguments.volume,
            out=arguments.out,
        ).result()
        office.write(answer_print, printed.run_id, good=True).result()
    terminal.document(
        {
            "code": printed.code,
            "entry": printed.entry,
            "sheets": printed.sheets,
            "lines": printed.lines,
            "out": str(arguments.out),
        }
    )
    terminal.say(f"Đã in {printed.lines} dòng trên {printed.sheets} tờ.")
    terminal.say(f"Mã đối chiếu: {printed.code}")
    return 0
