"""What two sign at the command line; where the recovery sheet does, the new one gets its file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol, TypeVar

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.recovery_out import recovery_out
from bmnn_desktop.cli.second import add_second, chosen_second
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services.finish import finish
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import SecondPerson


class Signed(Protocol):
    """What a service returns that may have replaced the recovery sheet."""

    @property
    def sheet(self) -> RecoverySheet | None:
        """Return the new recovery sheet."""
        ...


S = TypeVar("S", bound=Signed)


def add_by_two(command: Parser) -> None:
    """Add who signs beside, or the recovery sheet and the file of its successor."""
    add_second(command, or_sheet=True)
    add_recovery_out(command, required=False)


def add_recovery_out(command: Parser, *, required: bool) -> None:
    """Add the file that a new recovery sheet goes to."""
    command.add_argument(
        "--recovery-out",
        type=Path,
        required=required,
        metavar="TỆP",
        help="nơi ghi phiếu khóa khôi phục mới; tệp phải chưa có",
    )


def do_by_two(
    terminal: Terminal,
    arguments: argparse.Namespace,
    act: Callable[[Office, SecondPerson | None], Future[S]],
    *,
    renews: bool = False,
) -> S:
    """Do what two sign; the room for a new sheet is there before anything is changed.

    Leaves with 2 for a sheet that signs without such room, and for room that nothing fills.
    """
    second_in = chosen_second(arguments)
    out: Path | None = arguments.recovery_out
    renews = renews or arguments.recovery_file is not None
    if (out is not None) is not renews:
        arguments.second_of.error(
            "thiếu: --recovery-out" if renews else "--recovery-out: không có phiếu mới nào để ghi"
        )
    if out is None:
        with terminal.office() as office:
            return act(office, second_in(office)).result()
    with terminal.office() as office, recovery_out(out) as file:
        signed = finish(act(office, second_in(office)))
        if signed.sheet is not None:
            file.write(signed.sheet)
        return signed


def say_new_sheet(terminal: Terminal, arguments: argparse.Namespace, signed: Signed) -> None:
    """Say where the new sheet is, if there is one."""
    if signed.sheet is not None:
        say_sheet(terminal, arguments.recovery_out)


def say_sheet(terminal: Terminal, out: Path | None) -> None:
    """Say where the new sheet is and what becomes of the old one."""
    terminal.say(f"Phiếu khóa khôi phục mới: {out}. Hãy chép ra giấy và niêm phong.")
    terminal.say("Phiếu cũ chỉ còn mở được các bản sao lưu đã làm trước đó.")


def recovery_file(arguments: argparse.Namespace, signed: Signed) -> str | None:
    """Return the file of the new sheet as the document names it."""
    return None if signed.sheet is None else str(arguments.recovery_out)
