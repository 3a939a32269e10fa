"""The command line: the same services as the window, one file per group of commands.

Exit 0 done, 1 refused (one Vietnamese sentence with a code on stderr), 2 usage, 3 integrity.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bmnn_desktop.cli import backup, book, document, vault, verify, volume
from bmnn_desktop.cli.arguments import new_parser
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.errors import KnownError
from bmnn_desktop.wiring import Wiring

_GROUPS = (vault, document, volume, book, backup, verify)
_BUG = "B001"


def main(argv: Sequence[str], wiring: Wiring | None = None) -> int:
    """Run one command and return its exit code; usage errors leave with 2."""
    parser, commands = new_parser()
    for group in _GROUPS:
        group.add_to(commands)
    arguments = parser.parse_args(argv)
    terminal = Terminal(arguments, wiring or Wiring(), sys.stdin, sys.stdout)
    try:
        return int(arguments.run(terminal, arguments))
    except KnownError as error:
        sys.stderr.write(f"{error.code} {error}\n")
        return error.exit_code
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001  (a bug: its place, never its content)
        sys.stderr.write(f"{_BUG} Lỗi của chương trình ({_place(error)}); sổ vẫn nguyên.\n")
        return 1


def _place(error: Exception) -> str:
    """Return type, file and line of a bug: nothing the user typed."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    module = trace.tb_frame.f_globals.get("__name__", "?")
    return f"{type(error).__name__}, {module}:{trace.tb_lineno}"
