"""`inspection …`: an inspector's guest session; `services.guest` says what it means."""

from __future__ import annotations

import argparse
from datetime import datetime

from bmnn_desktop.cli.arguments import (
    Commands,
    add_book,
    add_group,
    add_out,
    add_year,
    day,
    positive,
    whole,
)
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.inspection import Inspection, Looked, NewInspection
from bmnn_desktop.services.draw_sample import MOST, draw_sample, new_seed
from bmnn_desktop.services.inspection import (
    close_inspection,
    find_inspection,
    list_inspections,
    open_inspection,
    show_looks,
)
from bmnn_desktop.services.inspection_papers import print_inspection_sheet, print_sample_sheet
from bmnn_desktop.services.print_run import Printed


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "inspection", "phiên kiểm tra, chỉ xem")
    opening = group.add_parser("open", help="mở phiên; các lệnh sau chỉ xem đến khi kết thúc")
    for name, words in (
        ("--inspector", "họ và tên cán bộ kiểm tra"),
        ("--body", "cơ quan kiểm tra"),
        ("--decision", "số quyết định kiểm tra"),
    ):
        opening.add_argument(name, required=True, metavar="GHI", help=words)
    opening.add_argument("--decided-on", type=day, metavar="NGÀY", help="ngày quyết định")
    opening.set_defaults(run=_open)
    listing = group.add_parser("list", help="các phiên đã mở, mới nhất trước")
    listing.set_defaults(run=_list)
    looking = group.add_parser("look", help="những gì đã mở xem trong một phiên")
    _add_inspection(looking)
    looking.set_defaults(run=_look)
    closing = group.add_parser("close", help="kết thúc phiên đang mở")
    closing.set_defaults(run=_close)
    printing = group.add_parser("print", help="in phiếu chốt số liệu kiểm tra")
    _add_inspection(printing)
    add_out(printing)
    printing.set_defaults(run=_print)
    sample = group.add_parser("sample", help="bốc ngẫu nhiên các dòng của một sổ, in phiếu")
    add_book(sample)
    add_year(sample, "sổ của năm này", required=True)
    sample.add_argument("--seed", type=whole, metavar="SỐ", help="số gieo; bỏ trống: bốc số mới")
    sample.add_argument("--count", type=positive, default=MOST, metavar="SỐ", help="bao nhiêu dòng")
    add_out(sample)
    sample.set_defaults(run=_sample)


def _add_inspection(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "inspection",
        type=positive,
        nargs="?",
        metavar="PHIÊN",
        help="phiên số mấy; bỏ trống: phiên đang mở, không có thì phiên mới nhất",
    )


def _open(terminal: Terminal, arguments: argparse.Namespace) -> int:
    new = NewInspection(
        arguments.inspector, arguments.body, arguments.decision, arguments.decided_on
    )
    with terminal.office() as office:
        opened = office.write(open_inspection, new, by_command=True).result()
    terminal.document(_as_json(opened))
    terminal.say(f"Đã mở phiên kiểm tra số {opened.id}, chỉ xem đến khi kết thúc phiên.")
    return 0


def _list(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_inspections).result()
    terminal.document({"inspections": [_as_json(each) for each in found]})
    for each in found:
        ended = "đang mở" if each.closed_at is None else f"đến {_moment(each.closed_at)}"
        terminal.say(
            f"{each.id}\t{each.inspector}\t{each.decision_words}\t{_moment(each.opened_at)}\t{ended}"
        )
    return 0


def _look(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(find_inspection, arguments.inspection).result()
        looked = office.read(show_looks, found.id).result()
    terminal.document({"inspection": found.id, "looks": [_look_as_json(each) for each in looked]})
    for each in looked:
        terminal.say(f"{_moment(each.at)}\t{each.look.kind.label}\t{each.look.what}")
    return 0


def _close(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        closed = office.write(close_inspection).result()
    terminal.document(_as_json(closed))
    terminal.say(f"Đã kết thúc phiên kiểm tra số {closed.id}.")
    return 0


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        printed = office.write(
            print_inspection_sheet, arguments.inspection, out=arguments.out
        ).result()
    terminal.document(_print_as_json(printed, arguments))
    _say_printed(terminal, printed)
    return 0


def _sample(terminal: Terminal, arguments: argparse.Namespace) -> int:
    seed = new_seed() if arguments.seed is None else arguments.seed
    book, year, count = arguments.book, arguments.year, arguments.count
    with terminal.office() as office:
        sample = office.read(draw_sample, book, year=year, seed=seed, count=count).result()
        printed = office.write(
            print_sample_sheet, book, year=year, seed=seed, count=count, out=arguments.out
        ).result()
    numbers = [line.seq_no for line in sample.lines]
    terminal.document({"seed": seed, "numbers": numbers, **_print_as_json(printed, arguments)})
    terminal.say(f"Số gieo {seed}, các số thứ tự: {', '.join(map(str, numbers))}.")
    _say_printed(terminal, printed)
    return 0


def _print_as_json(printed: Printed, arguments: argparse.Namespace) -> dict[str, object]:
    return {
        "code": printed.code,
        "entry": printed.entry,
        "pages": printed.sheets,
        "out": str(arguments.out),
    }


def _say_printed(terminal: Terminal, printed: Printed) -> None:
    terminal.say(f"Đã in {printed.sheets} trang.")
    terminal.say(f"Mã đối chiếu: {printed.code}")


def _as_json(each: Inspection) -> dict[str, object]:
    return {
        "inspection": each.id,
        "inspector": each.inspector,
        "body": each.body,
        "decision": each.decision,
        "decided_on": None if each.decided_on is None else each.decided_on.isoformat(),
        "opened_by": each.opened_by,
        "opened_at": each.opened_at.isoformat(),
        "closed_at": None if each.closed_at is None else each.closed_at.isoformat(),
        "by_command": each.by_command,
    }


def _look_as_json(each: Looked) -> dict[str, object]:
    return {
        "kind": each.look.kind.value,
        "what": each.look.what,
        "row": each.look.row,
        "looked_at": each.at.isoformat(),
    }


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
