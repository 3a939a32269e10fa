"""`incoming …`: what happens to incoming mail after it is registered."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, add_group, day, positive, whole
from bmnn_desktop.cli.document import INPUT, add_line, as_json, current_year
from bmnn_desktop.cli.document_json import read_document
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.services.give_direction import finish_direction, give_direction
from bmnn_desktop.services.open_envelope import keep_content_closed, open_envelope
from bmnn_desktop.services.receive_rest import receive_rest


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "incoming", "bì và tài liệu đến, sau khi đăng ký")
    opened = group.add_parser("open", help="mở bì: ghi nội dung, đọc một JSON", epilog=INPUT)
    opened.set_defaults(run=_open)
    closed = group.add_parser("keep-closed", help="mở bì, không đăng ký nội dung")
    closed.set_defaults(run=_keep_closed)
    for command in (opened, closed):
        add_line(command)
        command.add_argument("--by", required=True, metavar="TÊN", help="người mở bì")
    rest = group.add_parser("rest", help="nhận bổ sung phần còn thiếu")
    add_line(rest)
    rest.add_argument("--copies", type=whole, default=0, metavar="SỐ", help="số bản nhận thêm")
    rest.add_argument("--words", default="", metavar="CHỮ", help="nhận thêm những gì")
    rest.add_argument("--partial", action="store_true", help="vẫn còn thiếu, chờ tiếp")
    rest.set_defaults(run=_rest)
    direct = group.add_parser("direct", help="ghi ý kiến chỉ đạo")
    add_line(direct)
    direct.add_argument("--leader", required=True, metavar="TÊN", help="người chỉ đạo")
    direct.add_argument("--assignee", required=True, metavar="TÊN", help="người xử lý")
    direct.add_argument("--due", type=day, metavar="NGÀY", help="hạn xử lý")
    direct.add_argument("--words", default="", metavar="CHỮ", help="nội dung chỉ đạo")
    direct.set_defaults(run=_direct)
    done = group.add_parser("done", help="ghi đã xử lý xong một ý kiến chỉ đạo")
    done.add_argument("direction", type=positive, metavar="MÃ", help="mã của ý kiến chỉ đạo")
    done.set_defaults(run=_done)


def _open(terminal: Terminal, arguments: argparse.Namespace) -> int:
    text = "".join(line for _number, line in terminal.lines())
    with terminal.office() as office:
        new = read_document(text, 1, INCOMING, current_year(office))
        done = office.write(
            open_envelope,
            year=arguments.year,
            seq_no=arguments.number,
            new=new,
            opened_by=arguments.by,
        ).result()
    terminal.document(as_json(done))
    terminal.say(f"Đã ghi nội dung của số thứ tự {show_number(done.seq_no)} năm {done.year}.")
    return 0


def _keep_closed(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            keep_content_closed,
            year=arguments.year,
            seq_no=arguments.number,
            opened_by=arguments.by,
        ).result()
    terminal.document({"year": arguments.year, "seq_no": arguments.number, "entry": entry})
    terminal.say(f"Đã ghi mở bì của số thứ tự {show_number(arguments.number)}.")
    return 0


def _rest(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            receive_rest,
            year=arguments.year,
            seq_no=arguments.number,
            copies=arguments.copies,
            words=arguments.words,
            is_all=not arguments.partial,
        ).result()
    terminal.document({"year": arguments.year, "seq_no": arguments.number, "entry": entry})
    terminal.say(f"Đã ghi nhận bổ sung cho số thứ tự {show_number(arguments.number)}.")
    return 0


def _direct(terminal: Terminal, arguments: argparse.Namespace) -> int:
    new = NewDirection(arguments.leader, arguments.assignee, arguments.due, arguments.words)
    with terminal.office() as office:
        row = office.write(
            give_direction, year=arguments.year, seq_no=arguments.number, new=new
        ).result()
    terminal.document({"direction": row})
    terminal.say(f"Đã ghi ý kiến chỉ đạo, mã {row}.")
    return 0


def _done(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(finish_direction, arguments.direction).result()
    terminal.document({"direction": arguments.direction, "entry": entry})
    terminal.say(f"Đã ghi xử lý xong ý kiến chỉ đạo mã {arguments.direction}.")
    return 0
