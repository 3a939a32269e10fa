"""`--second …`: who signs beside the one who is logged in, and where his secrets lie.

The files are opened by a process of his own, never by this one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.terminal import recovery_sheet
from bmnn_desktop.errors import NeedsSecondPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.signed_apart import SecretFiles


def add_second(command: Parser, *, or_sheet: bool = False) -> None:
    """Add the options that name the second person, or the recovery sheet in his place."""
    who = command.add_mutually_exclusive_group()
    who.add_argument(
        "--second",
        metavar="TÊN",
        help="tên đăng nhập người thứ hai; không kèm tệp thì ký trong cửa sổ riêng",
    )
    if or_sheet:
        who.add_argument(
            "--recovery-file",
            type=Path,
            metavar="TỆP",
            help="tệp phiếu khóa khôi phục, ký thay khi chưa có người xác nhận",
        )
    for option, meaning in (
        ("passphrase", "tệp mật khẩu của người thứ hai"),
        ("key", "tệp khóa trên USB ký của người thứ hai"),
        ("pin", "tệp mã PIN của USB ký"),
    ):
        command.add_argument(f"--second-{option}-file", type=Path, metavar="TỆP", help=meaning)
    command.set_defaults(second_of=command)


def chosen_second(arguments: argparse.Namespace) -> Callable[[Office], SecondPerson | None]:
    """Return how the second person is had from an open office; None: nobody is named.

    Leaves with 2 for files of nobody or half a set of them; raises RecoverySheetWrong.
    """
    sheet: Path | None = getattr(arguments, "recovery_file", None)
    files = _files(arguments)
    login: str | None = arguments.second
    if files and login is None:
        arguments.second_of.error("thiếu: --second")
    if sheet is not None:
        holder = RecoverySheetHolder(recovery_sheet(sheet).key)
        return lambda _office: holder
    if login is None:
        return lambda _office: None
    return lambda office: office.second_person(login, SecretFiles(files) if files else None)


def needed_second(arguments: argparse.Namespace) -> Callable[[Office], SecondPerson]:
    """Return how the second person is had for an act that nobody does alone.

    Leaves and raises as `chosen_second`; what it returns raises NeedsSecondPerson.
    """
    second_in = chosen_second(arguments)
    return lambda office: present_second(second_in(office))


def present_second(second: SecondPerson | None) -> SecondPerson:
    """Return who was named; raise NeedsSecondPerson."""
    if second is None:
        raise NeedsSecondPerson
    return second


def _files(arguments: argparse.Namespace) -> tuple[Path, ...]:
    passphrase, key, pin = (
        getattr(arguments, f"second_{name}_file") for name in ("passphrase", "key", "pin")
    )
    match (passphrase, key, pin):
        case (None, None, None):
            return ()
        case (Path(), None, None):
            return (passphrase.absolute(),)
        case (None, Path(), Path()):
            return (key.absolute(), pin.absolute())
        case _:
            arguments.second_of.error("cần --second-passphrase-file, hoặc cả hai tệp khóa và PIN")
            raise AssertionError  # it has left
