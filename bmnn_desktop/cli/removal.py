"""`removal …`: out of the place of storage and back."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, add_group, add_out, day, positive
from bmnn_desktop.cli.event_input import (
    add_counted,
    add_fields,
    add_some,
    counted,
    place_json,
    say_bases,
    some,
    told,
)
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.removal import REMOVAL_BASES, REMOVAL_FIELDS, NewRemoval
from bmnn_desktop.services.bring_back import bring_back
from bmnn_desktop.services.list_removals import list_removals
from bmnn_desktop.services.print_event import print_event_paper
from bmnn_desktop.services.take_out import take_out


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "removal", "mang ra khỏi nơi lưu giữ, mang về")
    take = group.add_parser("take", help="mang bản ra khỏi nơi lưu giữ")
    add_some(take)
    add_fields(take, REMOVAL_FIELDS)
    take.set_defaults(run=_take)
    back = group.add_parser("bring-back", help="mang về, đếm trang, phụ lục")
    back.add_argument("removal", type=positive, metavar="MÃ", help="mã của lần mang ra")
    add_counted(back)
    back.add_argument("--on", type=day, metavar="NGÀY", help="ngày mang về, không ghi là hôm nay")
    back.add_argument("--place", default="", metavar="NƠI", help="nơi để")
    back.add_argument("--remark", default="", metavar="CHỮ", help="sai lệch khi đếm")
    back.set_defaults(run=_bring_back)
    show = group.add_parser("list", help="những gì đang ở ngoài, quá hạn trước")
    show.add_argument("--all", action="store_true", help="cả những lần đã mang về")
    show.set_defaults(run=_list)
    rules = group.add_parser("rules", help="quy định, mức đã xác nhận")
    rules.set_defaults(run=_rules)
    for name, words in (
        ("request", "in đề nghị mang ra nước ngoài"),
        ("return", "in biên bản bàn giao lại"),
    ):
        paper = group.add_parser(name, help=words)
        paper.add_argument("removal", type=positive, metavar="MÃ", help="mã của lần mang ra")
        add_out(paper)
        paper.set_defaults(run=_print, paper=f"removal-{name}")


def _take(terminal: Terminal, arguments: argparse.Namespace) -> int:
    new = NewRemoval(**told(arguments, REMOVAL_FIELDS))
    with terminal.office() as office:
        copies = some(terminal, office, arguments)
        row = office.write(take_out, copies, new).result()
    terminal.document({"removal": row, "copies": len(copies)})
    terminal.say(f"Đã ghi mang ra {len(copies)} bản, mã {row}.")
    return 0


def _bring_back(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        done = office.write(
            bring_back,
            arguments.removal,
            counted(terminal, office, arguments),
            on=arguments.on,
            place=arguments.place,
            remark=arguments.remark,
        ).result()
    terminal.document(
        {
            "removal": arguments.removal,
            "entry": done.entry,
            "still_out": done.still_out,
            "days_late": done.days_late,
        }
    )
    late = f", chậm {done.days_late} ngày" if done.days_late else ""
    left = f"còn {done.still_out} bản ở ngoài" if done.still_out else "đã mang về hết"
    terminal.say(f"Đã ghi mang về{late}; {left}.")
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_removals, is_open_only=not arguments.all).result()
        today = office.day.today()
    terminal.document(
        {
            "removals": [
                {
                    "removal": one.id,
                    "kind": one.kind.value,
                    "taker": one.taker,
                    "purpose": one.purpose,
                    "taken_on": one.taken_on.isoformat(),
                    "due_on": one.due_on.isoformat(),
                    "returned_on": one.returned_on and one.returned_on.isoformat(),
                    "days_late": one.days_late(today),
                    "still_out": [place_json(copy) for copy in one.still_out],
                }
                for one in found
            ]
        }
    )
    for one in found:
        late = one.days_late(today)
        state = f"quá hạn {late} ngày" if late else f"hạn {short_date(one.due_on)}"
        out = f"còn {len(one.still_out)}/{len(one.taken)} bản ở ngoài"
        terminal.say(f"{one.id}\t{one.kind.label}\t{one.taker}\t{out}\t{state}")
    return 0


def _rules(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    terminal.document({"rules": [basis.line for basis in REMOVAL_BASES]})
    say_bases(terminal, REMOVAL_BASES)
    return 0


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return print_at_once(
        terminal, print_event_paper, arguments.paper, arguments.removal, out=arguments.out
    )
