"""`verify`: check the whole vault, against a code from paper if one is given."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.errors import IntegrityError
from bmnn_desktop.services.verify_vault import verify_vault


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    command = commands.add_parser("verify", help="kiểm tra tính toàn vẹn của sổ")
    command.add_argument("--anchor", metavar="MÃ", help="mã đối chiếu ở chân tờ sổ đã in")
    command.set_defaults(run=_verify)


def _verify(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if arguments.anchor is not None:
        Anchor.parse(arguments.anchor)  # a mistyped code is refused before anything is opened
    try:
        with terminal.office() as office:
            verdict = office.write(verify_vault, arguments.anchor, terminal.progress).result()
    except IntegrityError as error:
        # What cannot be opened cannot be trusted from its first entry on.
        terminal.document({"ok": False, "verdict": "fail", "seq": 1, "what": str(error)})
        raise
    terminal.document(
        {
            "ok": verdict.ok,
            "verdict": verdict.verdict,
            "seq": verdict.seq,
            "what": verdict.what,
            "entries": verdict.entries,
            "head": verdict.head.code if verdict.head else None,
        }
    )
    if verdict.ok is False:
        terminal.say(f"KHÔNG NGUYÊN VẸN từ mục {verdict.seq}: {verdict.what}.")
        return 3
    terminal.say(verdict.what)
    return 0
