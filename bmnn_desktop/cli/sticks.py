"""`person stick`: what a confirming person signs with."""

from __future__ import annotations

import argparse
from pathlib import Path

from bmnn_desktop.cli.arguments import Commands
from bmnn_desktop.cli.by_two import add_by_two, do_by_two, recovery_file, say_new_sheet
from bmnn_desktop.cli.second import present_second
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.services.enrol_stick import enrol_stick


def add_stick(group: Commands) -> None:
    """Add the command of this file to `person`."""
    stick = group.add_parser("stick", help="cấp USB ký xác nhận cho người xác nhận")
    stick.add_argument("login", metavar="TÊN", help="tên đăng nhập người được cấp")
    stick.add_argument(
        "--out", type=Path, required=True, metavar="NƠI", help="thư mục USB, hoặc tệp phải chưa có"
    )
    stick.add_argument(
        "--pin-file",
        type=Path,
        metavar="TỆP",
        help="tệp mã PIN, chỉ mình đọc được; không có thì gõ mã PIN trong cửa sổ riêng",
    )
    add_by_two(stick)
    stick.set_defaults(run=_stick)


def _stick(terminal: Terminal, arguments: argparse.Namespace) -> int:
    pin_file: Path | None = arguments.pin_file
    made = do_by_two(
        terminal,
        arguments,
        lambda office, second: office.write(
            enrol_stick,
            arguments.login,
            place=arguments.out.absolute(),
            maker=office.stick_maker(None if pin_file is None else pin_file.absolute()),
            second=present_second(second),
        ),
    )
    terminal.document(
        {
            "login": arguments.login,
            "signer": made.signer,
            "key": str(made.path),
            "recovery": recovery_file(arguments, made),
        }
    )
    terminal.say(f"Đã cấp USB ký cho {arguments.login}: {made.path}.")
    say_new_sheet(terminal, arguments, made)
    return 0
