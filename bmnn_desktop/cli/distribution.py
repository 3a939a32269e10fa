"""`list …`: saved distribution lists."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, add_group
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.services.distribution_lists import (
    distribution_lists,
    drop_distribution_list,
    save_distribution_list,
)


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "list", "danh sách nơi nhận mẫu")
    save = group.add_parser("save", help="lưu danh sách, mỗi dòng đầu vào một nơi nhận")
    save.add_argument("name", metavar="TÊN", help="tên danh sách")
    save.add_argument("--channel", default="", metavar="CÁCH_GỬI", help="cách gửi chung")
    save.set_defaults(run=_save)
    show = group.add_parser("show", help="liệt kê các danh sách")
    show.set_defaults(run=_show)
    drop = group.add_parser("drop", help="thôi dùng một danh sách")
    drop.add_argument("name", metavar="TÊN", help="tên danh sách")
    drop.set_defaults(run=_drop)


def _save(terminal: Terminal, arguments: argparse.Namespace) -> int:
    channel = Channel.parse(arguments.channel) if arguments.channel else None
    members = tuple(line for _number, line in terminal.lines())
    with terminal.office() as office:
        office.write(save_distribution_list, arguments.name, members, channel).result()
    terminal.document({"list": arguments.name})
    terminal.say(f"Đã lưu danh sách “{arguments.name}”.")
    return 0


def _show(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(distribution_lists).result()
    terminal.document(
        {
            "lists": [
                {
                    "name": one.name,
                    "channel": one.channel.value if one.channel else None,
                    "members": list(one.members),
                }
                for one in found
            ]
        }
    )
    for one in found:
        terminal.say(f"{one.name}\t{'; '.join(one.members)}")
    return 0


def _drop(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(drop_distribution_list, arguments.name).result()
    terminal.document({"list": arguments.name, "entry": entry})
    terminal.say(f"Đã thôi dùng danh sách “{arguments.name}”.")
    return 0
