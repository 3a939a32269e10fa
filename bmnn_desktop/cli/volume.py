"""`volume …`: open, close, reopen and list the volumes of a book."""

from __future__ import annotations

import argparse

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_book, add_group, add_year, positive, whole
from bmnn_desktop.cli.by_two import add_by_two, do_by_two, recovery_file, say_new_sheet
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import PRINTED
from bmnn_desktop.services.close_volume import close_volume, look_at_loose_ends
from bmnn_desktop.services.open_volume import list_volumes, open_volume
from bmnn_desktop.services.reopen_volume import reopen_volume


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "volume", "quyển sổ")
    opening = group.add_parser("open", help="mở sổ năm mới từ số đã cho, hoặc quyển tiếp theo")
    _add_volume(opening, default=1)
    opening.add_argument(
        "--first-no", type=whole, metavar="SỐ", help="mở từ số; quyển tiếp theo thì số chạy tiếp"
    )
    opening.add_argument("--paper-ref", default="", metavar="GHI", help="quyển giấy đang dùng")
    opening.set_defaults(run=_open)
    closing = group.add_parser("close", help="khóa sổ một quyển")
    _add_volume(closing)
    closing.add_argument(
        "--discrepancy", default="", metavar="CHỮ", help="khóa sổ có sai lệch: ghi rõ sai lệch"
    )
    closing.set_defaults(run=_close)
    again = group.add_parser("reopen", help="mở lại quyển đã khóa, có xác nhận của người thứ hai")
    _add_volume(again)
    again.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do, bắt buộc")
    add_by_two(again)
    again.set_defaults(run=_reopen)
    show = group.add_parser("list", help="liệt kê các quyển và chỗ còn thiếu của quyển đang mở")
    add_book(show, PRINTED)
    show.set_defaults(run=_list)


def _add_volume(command: Parser, *, default: int | None = None) -> None:
    add_book(command, PRINTED)
    add_year(command, "năm của sổ", required=True)
    command.add_argument(
        "--volume",
        type=positive,
        required=default is None,
        default=default,
        metavar="QUYỂN",
        help="quyển số mấy",
    )


def _open(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        volume = office.write(
            open_volume,
            arguments.book,
            year=arguments.year,
            number=arguments.volume,
            first_no=arguments.first_no,
            paper_reference=arguments.paper_ref,
        ).result()
    return _told(terminal, volume, f"Đã mở {_name(volume)}, từ số {show_number(volume.first_no)}.")


def _close(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        volume = office.write(
            close_volume,
            arguments.book,
            year=arguments.year,
            number=arguments.volume,
            discrepancy=arguments.discrepancy,
        ).result()
    return _told(terminal, volume, f"Đã khóa {_name(volume)}.")


def _reopen(terminal: Terminal, arguments: argparse.Namespace) -> int:
    done = do_by_two(
        terminal,
        arguments,
        lambda office, second: office.write(
            reopen_volume,
            arguments.book,
            year=arguments.year,
            number=arguments.volume,
            reason=arguments.reason,
            second=second,
        ),
    )
    volume = done.volume
    terminal.document(_shown(volume) | {"recovery": recovery_file(arguments, done)})
    if volume.is_closed:
        terminal.say(f"Đã đề nghị mở lại {_name(volume)}; chờ xác nhận.")
    else:
        terminal.say(f"Đã mở lại {_name(volume)}.")
    say_new_sheet(terminal, arguments, done)
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = [
            (
                volume,
                None
                if volume.is_closed
                else office.read(
                    look_at_loose_ends, volume.book, volume.year, volume.number
                ).result(),
            )
            for volume in office.read(list_volumes, arguments.book).result()
        ]
    terminal.document(
        {
            "volumes": [
                _shown(volume) | {"lacks": None if lacks is None else lacks.words}
                for volume, lacks in found
            ]
        }
    )
    for volume, lacks in found:
        terminal.say(
            "\t".join(
                (
                    str(volume.year),
                    show_number(volume.number),
                    f"từ số {volume.first_no}",
                    "đang mở" if lacks is not None else f"khóa đến số {volume.last_no or '–'}",
                    volume.discrepancy if lacks is None else lacks.words,
                )
            )
        )
    return 0


def _told(terminal: Terminal, volume: Volume, words: str) -> int:
    terminal.document(_shown(volume))
    terminal.say(words)
    return 0


def _name(volume: Volume) -> str:
    return f"quyển {show_number(volume.number)} năm {volume.year}"


def _shown(volume: Volume) -> dict[str, object]:
    return {
        "book": volume.book,
        "year": volume.year,
        "number": volume.number,
        "first_no": volume.first_no,
        "opened_on": volume.opened_on.isoformat(),
        "paper_reference": volume.paper_reference,
        "closed_on": None if volume.closed_on is None else volume.closed_on.isoformat(),
        "last_no": volume.last_no,
        "discrepancy": volume.discrepancy,
    }
