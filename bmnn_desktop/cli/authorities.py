"""`copy authorities`, `copy authority`: who may permit copying, up to which level, by what."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.level import Level
from bmnn_desktop.services.authorities import list_authorities, save_authority


def add_to(group: Commands) -> None:
    """Add the commands of this file to `copy …`."""
    known = group.add_parser("authorities", help="ai được cho phép, đến độ mật nào, căn cứ gì")
    known.add_argument("--level", type=_level, metavar="ĐỘ_MẬT", help="chỉ độ mật này")
    known.set_defaults(run=_authorities)
    save = group.add_parser("authority", help="ghi chức vụ có thẩm quyền của đơn vị")
    save.add_argument("post", metavar="CHỨC_VỤ", help="tên chức vụ")
    save.add_argument("--level", type=_level, required=True, metavar="ĐỘ_MẬT", help="cao nhất")
    save.add_argument("--citation", required=True, metavar="CĂN_CỨ", help="văn bản, điều")
    save.add_argument("--drop", action="store_true", help="thôi dùng")
    save.set_defaults(run=_save_authority)


def _level(text: str) -> Level:
    found = Level.parse(text)
    if found is None:
        raise argparse.ArgumentTypeError("phải là Tuyệt mật, Tối mật hoặc Mật")
    return found


def _authorities(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        known = office.read(list_authorities).result()
    found = known.posts if arguments.level is None else known.for_level(arguments.level)
    terminal.document(
        {
            "authorities": [
                {
                    "post": each.post,
                    "level": each.level.value,
                    "citation": each.citation,
                    "status": each.status.value,
                }
                for each in found
            ]
        }
    )
    for each in found:
        terminal.say(f"{each.level.label}\t{each.post}\t{each.citation}\t{each.status.label}")
    return 0


def _save_authority(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            save_authority,
            arguments.post,
            arguments.level,
            arguments.citation,
            in_use=not arguments.drop,
        ).result()
    terminal.document({"post": arguments.post, "entry": entry})
    terminal.say("Đã thôi dùng chức vụ này." if arguments.drop else "Đã ghi chức vụ này.")
    return 0
