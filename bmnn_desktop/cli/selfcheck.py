"""`selfcheck`: what this program is made of, and how far its forms are confirmed."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands
from bmnn_desktop.cli.form import shown, words
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.services.check_program import check_program
from bmnn_desktop.services.list_forms import list_forms


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    check = commands.add_parser(
        "selfcheck",
        help="tự kiểm tra chương trình; có mật khẩu kho sổ thì kể cả biểu mẫu đơn vị đã cài",
    )
    check.set_defaults(run=_check)


def _check(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    found = check_program(terminal.wiring.migrations)
    forms = [(form, False) for form in found.forms]
    if terminal.has_passphrase:
        with terminal.office() as office:
            states = office.read(list_forms).result()
        forms = [(one.form, one.is_installed) for one in states]
    terminal.document(
        {
            "version": found.version,
            "schema": found.schema,
            "fonts": dict(found.fonts),
            "filter": found.is_silent,
            "forms": [{**shown(form), "installed": installed} for form, installed in forms],
        }
    )
    terminal.say(f"Phiên bản {found.version}, cấu trúc kho sổ {found.schema:04d}.")
    for name, digest in found.fonts:
        terminal.say(f"Phông chữ {name}: {digest[:16]}…")
    closed = "đang chặn mạng" if found.is_silent else "KHÔNG có bộ lọc chặn mạng"
    terminal.say(f"Tiến trình này {closed}.")
    for form, installed in forms:
        terminal.say(f"{words(form)}{' (đơn vị cài)' if installed else ''}")
    return 0
