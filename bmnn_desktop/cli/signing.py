"""`sheet signed|unsigned|take-back|signing|receipt`: who has signed, and on which paper."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import (
    Commands,
    add_book,
    add_volume,
    add_year,
    day,
    positive,
)
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.holding import WaitingHandover
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.mark_signed import mark_signed, take_back_mark
from bmnn_desktop.services.prepare_handovers import prepare_handovers, waiting_handovers
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.sign_places import UnsignedPlace, unsigned_places

_SIGNING = {"in-line": Signing.IN_LINE, "receipt-sheet": Signing.RECEIPT_SHEET}


def add_signing(group: Commands) -> None:
    """Add the commands of this file to `sheet`."""
    signed = group.add_parser("signed", help="đánh dấu một tờ đã ký đủ, trừ những chỗ kể ra")
    add_volume(signed)
    signed.add_argument("sheet", type=positive, metavar="TỜ", help="tờ số mấy")
    signed.add_argument(
        "--except",
        dest="except_places",
        action="append",
        default=[],
        metavar="CHỖ",
        help="chỗ chưa ký: số thứ tự, hoặc số.nơi nhận (12.3)",
    )
    signed.add_argument("--on", type=day, metavar="NGÀY", help="ngày ký")
    signed.set_defaults(run=_signed)
    back = group.add_parser("take-back", help="bỏ dấu đã ký ghi nhầm")
    add_volume(back)
    back.add_argument("sheet", type=positive, metavar="TỜ", help="tờ số mấy")
    back.add_argument("place", metavar="CHỖ", help="số thứ tự, hoặc số.nơi nhận (12.3)")
    back.add_argument("--reason", required=True, metavar="LÝ_DO", help="ghi vào nhật ký")
    back.set_defaults(run=_take_back)
    unsigned = group.add_parser("unsigned", help="các chỗ chưa ký, với số ngày")
    unsigned.set_defaults(run=_unsigned)
    choose = group.add_parser("signing", help="chọn nơi ký nhận của một sổ")
    add_book(choose)
    add_year(choose, "sổ của năm này", required=True)
    choose.add_argument(
        "mode",
        choices=tuple(_SIGNING),
        metavar="NƠI_KÝ",
        help="in-line (trên dòng sổ), receipt-sheet (trên tờ ký nhận)",
    )
    choose.set_defaults(run=_signing)
    prepare = group.add_parser("prepare", help="ghi các dòng giao – nhận của ngày, chưa in")
    prepare.add_argument("--on", type=day, metavar="NGÀY", help="ngày giao")
    prepare.add_argument(
        "--to", action="append", metavar="NƠI_NHẬN", help="chỉ cho những nơi nhận này"
    )
    prepare.add_argument("--list", action="store_true", help="chỉ liệt kê, chưa ghi")
    prepare.set_defaults(run=_prepare)


def _signed(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        done = office.write(
            mark_signed,
            arguments.book,
            year=arguments.year,
            volume=arguments.volume,
            sheet=arguments.sheet,
            except_places=tuple(arguments.except_places),
            on=arguments.on,
        ).result()
    terminal.document(
        {
            "sheet": arguments.sheet,
            "signed": done.signed,
            "open_places": done.open,
            "state": done.state.value,
            "entry": done.entry,
        }
    )
    left = f"; còn {done.open} chỗ chưa ký" if done.open else ""
    terminal.say(f"Tờ số {arguments.sheet}: đã ghi {done.signed} chỗ ký{left}.")
    return 0


def _take_back(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            take_back_mark,
            arguments.book,
            year=arguments.year,
            volume=arguments.volume,
            sheet=arguments.sheet,
            place=arguments.place,
            reason=arguments.reason,
        ).result()
    terminal.document({"sheet": arguments.sheet, "place": arguments.place, "entry": entry})
    terminal.say(f"Đã bỏ dấu ký ở chỗ {arguments.place}, tờ số {arguments.sheet}.")
    return 0


def _unsigned(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(unsigned_places).result()
    terminal.document({"unsigned": [_as_json(each) for each in found]})
    for each in found:
        place = each.place
        terminal.say(
            f"{printed_book(each.book).short_title} {each.year}\ttờ {each.sheet_no}\t"
            f"{place.key}\t{place.receiver}\t{each.days} ngày"
        )
    return 0


def _as_json(each: UnsignedPlace) -> dict[str, object]:
    return {
        "book": each.book,
        "year": each.year,
        "volume": each.volume_no,
        "sheet": each.sheet_no,
        "place": each.place.key,
        "receiver": each.place.receiver,
        "since": each.place.since.isoformat(),
        "days": each.days,
    }


def _signing(terminal: Terminal, arguments: argparse.Namespace) -> int:
    signing = _SIGNING[arguments.mode]
    with terminal.office() as office:
        office.write(set_signing, arguments.book, year=arguments.year, signing=signing).result()
    terminal.document({"book": arguments.book, "year": arguments.year, "signing": signing.value})
    terminal.say(f"Từ nay ký nhận {signing.label}.")
    return 0


def _waiting_json(each: WaitingHandover) -> dict[str, object]:
    return {
        "book": each.about.book,
        "year": each.about.year,
        "number": each.about.seq_no,
        "receiver": each.receiver,
        "outside": each.is_outside,
        "copies": len(each.copies),
    }


def _prepare(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        waiting = office.read(waiting_handovers).result()
        if arguments.to is not None:
            waiting = tuple(each for each in waiting if each.receiver in arguments.to)
        if arguments.list:
            terminal.document({"waiting": [_waiting_json(each) for each in waiting]})
            for each in waiting:
                terminal.say(
                    f"{each.about.book}:{each.about.year}:{each.about.seq_no}\t"
                    f"{len(each.copies)} bản\t{each.way}\t{each.receiver}"
                )
            return 0
        only = None if arguments.to is None else {row for each in waiting for row in each.copies}
        count = office.write(prepare_handovers, arguments.on, only=only).result()
    terminal.document({"prepared": count})
    terminal.say(f"Đã ghi {count} dòng giao – nhận.")
    return 0
