"""`custody print …`: what one holds, hands over or is reminded of; envelopes and their slips."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_out, add_year, positive
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.services.print_custody_papers import (
    print_holdings,
    print_parcel_list,
    print_parcel_slip,
    print_reminder,
)
from bmnn_desktop.services.print_handover_papers import (
    print_handover_minutes,
    print_handover_slip,
    print_parcel_marks,
)
from bmnn_desktop.services.print_run import Printed


def add_to(group: Commands) -> None:
    """Add the commands of this file."""
    printing = group.add_parser("print", help="in danh mục, phiếu nhắc trả, bảng kê, phiếu gửi")
    papers = printing.add_subparsers(
        dest="paper", required=True, title="giấy tờ", metavar="GIẤY_TỜ", parser_class=Parser
    )
    for name, service, words in (
        ("holdings", print_holdings, "danh mục tài liệu một người đang giữ"),
        ("reminder", print_reminder, "phiếu nhắc trả các bản đến hạn"),
        ("minutes", print_handover_minutes, "biên bản bàn giao mọi bản một người đang giữ"),
    ):
        command = papers.add_parser(name, help=words)
        command.add_argument("holder", metavar="TÊN", help="người, nơi giữ")
        _add_printing(command, service)
    parcels = papers.add_parser("parcels", help="bảng kê bì cho người vận chuyển ký")
    slip = papers.add_parser("slip", help="phiếu gửi của một bì, có cuống để gửi lại")
    marks = papers.add_parser("marks", help="điều cần ghi, đóng dấu trên một bì")
    for command in (slip, marks):
        command.add_argument("--parcel", type=positive, required=True, metavar="SỐ", help="bì số")
    for command, printing_service in (
        (parcels, print_parcel_list),
        (slip, print_parcel_slip),
        (marks, print_parcel_marks),
    ):
        add_year(command, "bảng kê của năm này", required=True)
        command.add_argument(
            "--dispatch", type=positive, required=True, metavar="SỐ", help="bảng kê số"
        )
        _add_printing(command, printing_service)
    line = papers.add_parser("line", help="phiếu giao nhận của một dòng sổ chuyển giao")
    add_year(line, "sổ chuyển giao của năm này", required=True)
    line.add_argument("line", type=positive, metavar="SỐ", help="dòng số")
    _add_printing(line, print_handover_slip)


def _add_printing(command: Parser, service: Callable[..., Printed]) -> None:
    add_out(command)
    command.set_defaults(run=_print, service=service)


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    facts: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("holder", "year", "dispatch", "parcel", "line")
        if name in arguments
    }
    return print_at_once(terminal, arguments.service, out=arguments.out, **facts)
