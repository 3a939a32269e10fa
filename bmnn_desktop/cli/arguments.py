"""The grammar of the command line, in Vietnamese."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

# What argparse says itself, longest fragment first.
_PHRASES = (
    ("the following arguments are required: ", "thiếu: "),
    ("show this help message and exit", "hiện phần hướng dẫn này"),
    ("unrecognized arguments: ", "không hiểu: "),
    ("expected one argument", "cần một giá trị"),
    ("positional arguments:", "tham số:"),
    ("invalid choice: ", "không có "),
    (" (choose from ", " (có: "),
    ("options:", "tùy chọn:"),
    ("usage: ", "cách dùng: "),
    ("invalid ", "giá trị không đúng, "),
    ("argument ", "tham số "),
)

Commands = Any  # argparse keeps the type of its subparsers to itself


class Parser(argparse.ArgumentParser):
    """A parser whose own words are Vietnamese."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        settings.setdefault("allow_abbrev", False)
        super().__init__(**settings)

    def format_help(self) -> str:
        """Return the help in Vietnamese."""
        return _translated(super().format_help())

    def format_usage(self) -> str:
        """Return the usage line in Vietnamese."""
        return _translated(super().format_usage())

    def error(self, message: str) -> NoReturn:
        """Leave with 2 and one Vietnamese sentence."""
        self.exit(2, f"{self.format_usage()}Sai cách gọi lệnh: {_translated(message)}\n")


def new_parser() -> tuple[Parser, Commands]:
    """Return the parser with the options that stand before the command."""
    parser = Parser(
        prog="bmnn-desktop",
        description="Sổ đăng ký bí mật nhà nước trên một máy độc lập. Không có lệnh: mở cửa sổ.",
    )
    parser.add_argument("--vault", type=Path, metavar="THƯ_MỤC", help="thư mục kho sổ")
    parser.add_argument("--user", metavar="TÊN", help="tên đăng nhập")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="TỆP", help="tệp mật khẩu, chỉ mình đọc được"
    )
    parser.add_argument("--json", action="store_true", help="in một tài liệu JSON")
    commands = parser.add_subparsers(
        dest="command", required=True, title="lệnh", metavar="LỆNH", parser_class=Parser
    )
    demo = commands.add_parser("demo", help="tạo kho tập huấn với số liệu giả rồi chạy thử")
    demo.add_argument("directory", type=Path, metavar="THƯ_MỤC")
    return parser, commands


def add_group(commands: Commands, name: str, summary: str) -> Commands:
    """Add a command that has commands of its own."""
    group = commands.add_parser(name, help=summary, description=summary)
    return group.add_subparsers(
        dest="act", required=True, title="lệnh", metavar="LỆNH", parser_class=Parser
    )


def _translated(text: str) -> str:
    for english, vietnamese in _PHRASES:
        text = text.replace(english, vietnamese)
    return text
