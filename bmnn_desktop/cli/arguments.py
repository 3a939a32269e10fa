"""The grammar of the command line, in Vietnamese."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bmnn_desktop.arguments import Parser
from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.domain.dates import parse_date
from bmnn_desktop.registers import PRINTED, REGISTERS

_LARGEST = 999_999  # no number of a book comes near

Commands = Any  # argparse keeps the type of its subparsers to itself


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
    demo.add_argument("directory", type=Path, metavar="THƯ_MỤC", help="thư mục mới")
    demo.add_argument("--open", action="store_true", help="rồi mở cửa sổ trên kho đó")
    return parser, commands


def add_group(commands: Commands, name: str, summary: str) -> Commands:
    """Add a command that has commands of its own."""
    group = commands.add_parser(name, help=summary, description=summary)
    return group.add_subparsers(
        dest="act", required=True, title="lệnh", metavar="LỆNH", parser_class=Parser
    )


def add_book(command: Parser, books: Sequence[Book | DerivedBook] = REGISTERS) -> None:
    """Add the argument that names one of `books`."""
    names = ", ".join(f"{book.key} ({book.short_title})" for book in books)
    command.add_argument(
        "book", choices=tuple(book.key for book in books), metavar="SỔ", help=f"sổ: {names}"
    )


def add_year(command: Parser, meaning: str, *, required: bool = False) -> None:
    """Add `--year`."""
    command.add_argument("--year", type=whole, required=required, metavar="NĂM", help=meaning)


def add_volume(command: Parser, books: Sequence[Book | DerivedBook] = PRINTED) -> None:
    """Add the arguments that name a volume of a printed book."""
    add_book(command, books)
    add_year(command, "sổ của năm này", required=True)
    command.add_argument("--volume", type=positive, metavar="QUYỂN", help="quyển số mấy")


def add_out(command: Parser) -> None:
    """Add the file that is printed into."""
    command.add_argument(
        "--out", type=Path, required=True, metavar="TỆP.pdf", help="tệp phải chưa có"
    )


def day(text: str) -> date:
    """Read a whole date of the command line."""
    found = parse_date(text, year=0)
    if found is None:
        raise argparse.ArgumentTypeError("phải là một ngày đủ năm, ví dụ 05/03/2026")
    return found


def whole(text: str) -> int:
    """Read a whole number of the command line."""
    try:
        value = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError("phải là một số nguyên") from None
    if abs(value) > _LARGEST:
        raise argparse.ArgumentTypeError("số quá lớn")
    return value


def positive(text: str) -> int:
    """Read a number of at least one."""
    value = whole(text)
    if value < 1:
        raise argparse.ArgumentTypeError("phải là một số từ 1 trở lên")
    return value
