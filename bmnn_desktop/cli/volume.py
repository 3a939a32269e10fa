"""`volume …`: open a year's volume at any number."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, add_book, add_group, add_year, whole
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.services.open_volume import list_volumes, open_volume


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "volume", "quyển sổ")
    opening = group.add_parser("open", help="mở sổ năm mới, từ số đã cho")
    add_book(opening)
    add_year(opening, "năm của sổ", required=True)
    opening.add_argument("--first-no", type=whole, default=1, metavar="SỐ", help="mở từ số")
    opening.add_argument("--paper-ref", default="", metavar="GHI", help="quyển giấy đang dùng")
    opening.set_defaults(run=_open)
    show = group.add_parser("list", help="liệt kê các quyển")
    add_book(show)
    show.set_defaults(run=_list)


def _open(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        volume = office.write(
            open_volume,
            arguments.book,
            year=arguments.year,
            first_no=arguments.first_no,
            paper_reference=arguments.paper_ref,
        ).result()
    terminal.document(_shown(volume))
    terminal.say(f"Đã mở quyển {show_number(volume.number)} năm {volume.year}.")
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_volumes, arguments.book).result()
    terminal.document({"volumes": [_shown(volume) for volume in found]})
    for volume in found:
        terminal.say(f"{volume.year}\t{show_number(volume.number)}\ttừ số {volume.first_no}")
    return 0


def _shown(volume: Volume) -> dict[str, object]:
    return {
        "book": volume.book,
        "year": volume.year,
        "number": volume.number,
        "first_no": volume.first_no,
        "opened_on": volume.opened_on.isoformat(),
        "paper_reference": volume.paper_reference,
    }
