"""The command line: the same services as the window, one file per group of commands.

Exit 0 done, 1 refused (one Vietnamese sentence with a code on stderr), 2 usage, 3 integrity.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from bmnn_desktop.cli import (
    backup,
    balance,
    book,
    copying,
    custody,
    distribution,
    document,
    form,
    incident,
    incoming,
    inspection,
    journal,
    media,
    paper,
    people,
    plan,
    provision,
    removal,
    selfcheck,
    sheet,
    today,
    vault,
    verify,
    volume,
    year,
)
from bmnn_desktop.cli.arguments import new_parser
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.errors import Interrupted, KnownError
from bmnn_desktop.wiring import Wiring

_GROUPS = (
    vault,
    today,
    document,
    incoming,
    distribution,
    custody,
    copying,
    volume,
    form,
    year,
    book,
    sheet,
    balance,
    paper,
    journal,
    plan,
    backup,
    media,
    inspection,
    verify,
    people,
    removal,
    provision,
    incident,
    selfcheck,
)
_BUG = "B001"


def main(argv: Sequence[str], wiring: Wiring | None = None) -> int:
    """Run one command and return its exit code; usage errors leave with 2."""
    # A closed stream is None; one of another encoding could not carry Vietnamese.
    sys.stdout, sys.stderr = _in_unicode(sys.stdout), _in_unicode(sys.stderr)
    stdin = sys.stdin.buffer if sys.stdin is not None else io.BytesIO()
    parser, commands = new_parser()
    for group in _GROUPS:
        group.add_to(commands)
    arguments = parser.parse_args(argv)
    terminal = Terminal(arguments, wiring or Wiring(), stdin, sys.stdout, sys.stderr)
    try:
        return int(arguments.run(terminal, arguments))
    except KnownError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        return _refuse(Interrupted())
    except Exception as error:  # noqa: BLE001  (a bug: its place, never its content)
        sys.stderr.write(f"{_BUG} Lỗi của chương trình ({_place(error)}); sổ vẫn nguyên.\n")
        return 1


def _refuse(error: KnownError) -> int:
    sentence = " ".join(str(error).split())  # one line, whatever was typed into it
    sys.stderr.write(f"{error.code} {sentence}\n")
    return error.exit_code


def _in_unicode(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  (until the end)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def _place(error: Exception) -> str:
    """Return type, file and line of a bug: nothing the user typed."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    module = trace.tb_frame.f_globals.get("__name__", "?")
    return f"{type(error).__name__}, {module}:{trace.tb_lineno}"
