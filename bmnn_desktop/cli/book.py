"""`book print`: print a book into a file (training vaults)."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, add_group, add_out, add_volume
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.print_book import print_book


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "book", "in sổ")
    printing = group.add_parser("print", help="in sổ ra tệp PDF, có mã đối chiếu")
    add_volume(printing)
    add_out(printing)
    printing.set_defaults(run=_print)


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        printed = office.write(
            print_book,
            arguments.book,
            year=arguments.year,
            volume=arguments.volume,
            out=arguments.out,
            progress=terminal.progress,
        ).result()
        office.write(answer_print, printed.run_id, Answer.GOOD).result()
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
