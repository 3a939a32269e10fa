"""`balance …`: how many copies came into being, and where they are."""

from __future__ import annotations

import argparse
from typing import Any

from bmnn_desktop.cli.arguments import Commands, add_group, add_out, add_volume, add_year
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.balance import Balance
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.balance import Balances, print_balance_sheet, read_balance
from bmnn_desktop.services.copy_steps import words_of


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "balance", "cân đối bản: số bản phải có và đang ở đâu")
    show = group.add_parser("show", help="của mọi sổ, một sổ, một năm")
    show.add_argument(
        "--book", choices=tuple(one.key for one in REGISTERS), metavar="SỔ", help="chỉ sổ này"
    )
    add_year(show, "chỉ năm này")
    show.set_defaults(run=_show)
    sheet = group.add_parser("print", help="in bảng cân đối bản của một quyển")
    add_volume(sheet, REGISTERS)
    add_out(sheet)
    sheet.set_defaults(run=_print)


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(read_balance, arguments.book, year=arguments.year).result()
    terminal.document(_json(found))
    for line in _words(found):
        terminal.say(line)
    return 0


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return print_at_once(
        terminal,
        print_balance_sheet,
        arguments.book,
        year=arguments.year,
        volume=arguments.volume or 1,
        out=arguments.out,
    )


def _figures(balance: Balance) -> dict[str, int]:
    names = ("announced", "received", "issued", "made", "stock", "held", "out", "returned")
    more = ("archived", "destroyed", "lost", "missing_at_receipt", "difference", "unseen")
    return {name: getattr(balance, name) for name in (*names, *more)}


def _json(found: Balances) -> dict[str, Any]:
    return {
        "total": _figures(found.total),
        "levels": {
            "" if level is None else level.value: _figures(one) for level, one in found.by_level
        },
        "years": {str(year): _figures(one) for year, one in found.by_year},
        "out_of_balance": [
            {
                "book": each.document.book,
                "year": each.document.year,
                "seq_no": each.document.seq_no,
                "difference": each.balance.difference,
                "copies": list(each.where),
            }
            for each in found.out
        ],
    }


def _words(found: Balances) -> list[str]:
    one = found.total
    born = f"nhận {one.received}, thiếu khi nhận {one.missing_at_receipt}, phát hành {one.issued}"
    ended = f"nộp lưu trữ {one.archived}, tiêu hủy {one.destroyed}, mất {one.lost}"
    lines = [
        f"Phải có {one.born} bản: {born}, sao chụp {one.made}, có sẵn {one.stock}.",
        f"Đang giữ {one.held}, cơ quan khác {one.out}, đã trả {one.returned}, {ended}.",
        f"Sai lệch: {one.difference or 'không'}.",
    ]
    lines += [f"  {words_of(each.document)}: {'; '.join(each.where)}" for each in found.out]
    if one.unseen:
        lines.append(f"Có sẵn từ trước, chưa đối chiếu: {one.unseen} bản.")
    return lines
