"""`paper …`: minutes, letters, slips and certificates about what is registered."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import (
    Commands,
    add_group,
    add_out,
    add_volume,
    add_year,
    positive,
)
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.print_certificate import (
    print_closing_certificate,
    print_opening_certificate,
)
from bmnn_desktop.services.print_direction_slip import print_direction_slip
from bmnn_desktop.services.print_letter import print_letter
from bmnn_desktop.services.print_minutes import print_minutes
from bmnn_desktop.services.print_people_papers import (
    print_commitment,
    print_founding_minutes,
)
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.statistics import print_statistics


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "paper", "biên bản, thông báo, phiếu trình, chứng nhận, thống kê")
    for name, service, words in (
        ("minutes", print_minutes, "biên bản kiểm tra bì, tài liệu khi nhận"),
        ("letter", print_letter, "thông báo cho nơi gửi"),
        ("slip", print_direction_slip, "phiếu trình văn bản đến"),
    ):
        command = group.add_parser(name, help=words)
        add_year(command, "sổ của năm này", required=True)
        command.add_argument("seq_no", type=positive, metavar="SỐ", help="số thứ tự trong sổ đến")
        _add_printing(command, service)
        if service is print_direction_slip:
            command.add_argument("--to", dest="addressee", metavar="TÊN", help="kính trình ai")
    for name, certificate, words in (
        ("opening", print_opening_certificate, "chứng nhận mở sổ"),
        ("closing", print_closing_certificate, "chứng nhận khóa sổ"),
    ):
        command = group.add_parser(name, help=words)
        add_volume(command)
        _add_printing(command, certificate)
    figures = group.add_parser("statistics", help="thống kê bí mật nhà nước của một năm")
    add_year(figures, "năm công tác", required=True)
    _add_printing(figures, print_statistics)
    setup = group.add_parser("setup", help="biên bản cài đặt, nghiệm thu máy")
    _add_printing(setup, print_founding_minutes)
    promise = group.add_parser("commitment", help="bản cam kết của một người dùng kho sổ")
    promise.add_argument("login", metavar="TÊN", help="tên đăng nhập")
    _add_printing(promise, print_commitment)


def _add_printing(command: Parser, service: Callable[..., Printed]) -> None:
    add_out(command)
    command.set_defaults(run=_print, service=service)


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    facts: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("year", "seq_no", "volume", "addressee", "login")
        if getattr(arguments, name, None) is not None
    }
    books = (arguments.book,) if "book" in arguments else ()
    return print_at_once(terminal, arguments.service, *books, out=arguments.out, **facts)


def print_at_once(
    terminal: Terminal,
    service: Callable[..., Printed],
    *which: object,
    out: Path,
    **facts: object,
) -> int:
    """Print a paper into a file, answer for it and say what is on it."""
    with terminal.office() as office:
        printed = office.write(service, *which, out=out, **facts).result()
        office.write(answer_print, printed.run_id, Answer.GOOD).result()
    terminal.document(
        {
            "code": printed.code,
            "entry": printed.entry,
            "pages": printed.sheets,
            "out": str(out),
        }
    )
    terminal.say(f"Đã in {printed.sheets} trang.")
    terminal.say(f"Mã đối chiếu: {printed.code}")
    return 0
