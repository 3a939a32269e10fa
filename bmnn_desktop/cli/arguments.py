"""The grammar of the command line, in Vietnamese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bmnn_desktop.arguments import Parser

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
    demo.add_argument("directory", type=Path, metavar="THƯ_MỤC")
    demo.add_argument("--open", action="store_true", help="rồi mở cửa sổ trên kho đó")
    return parser, commands


def add_group(commands: Commands, name: str, summary: str) -> Commands:
    """Add a command that has commands of its own."""
    group = commands.add_parser(name, help=summary, description=summary)
    return group.add_subparsers(
        dest="act", required=True, title="lệnh", metavar="LỆNH", parser_class=Parser
    )
