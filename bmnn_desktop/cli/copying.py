"""`copy …`: the copying order, from the request to the numbered copies, and who may permit."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli import authorities
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
from bmnn_desktop.cli.copying_json import INPUT, read_job, written_made, written_order
from bmnn_desktop.cli.document import add_line, current_year
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.copy_order import (
    CopyForm,
    CopyMedium,
    CopyOrder,
    Making,
    NewRequest,
    Permission,
)
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import BatchLineWrong, FieldsWrong, InputLineWrong
from bmnn_desktop.services.copying_papers import print_copying_paper
from bmnn_desktop.services.list_copy_orders import (
    list_copy_orders,
    orders_of_document,
    show_copy_order,
)
from bmnn_desktop.services.make_copies import Made, enter_copying, make_copies
from bmnn_desktop.services.permit_copying import permit_copying, refuse_copying
from bmnn_desktop.services.request_copying import request_copying


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "copy", "sao, chụp: đề nghị, cho phép, làm, sổ sao, chụp")
    _add_request(group)
    _add_decisions(group)
    _add_make(group)
    enter = group.add_parser(
        "enter", help="ghi cả việc đã làm xong, mỗi dòng đầu vào một JSON", epilog=INPUT
    )
    enter.set_defaults(run=_enter)
    listed = group.add_parser("list", help="các việc đang chờ; có năm: Sổ sao, chụp của năm")
    add_year(listed, "Sổ sao, chụp năm này")
    listed.set_defaults(run=_list)
    of = group.add_parser("of", help="các việc sao, chụp của một tài liệu")
    add_book(of)
    add_line(of)
    of.set_defaults(run=_of)
    show = group.add_parser("show", help="một việc sao, chụp")
    show.set_defaults(run=_show)
    printing = group.add_parser("print", help="phiếu đề nghị, thông tin đóng dấu, trích sao, chụp")
    printing.add_argument(
        "kind",
        choices=("request", "stamp", "record"),
        metavar="PHIẾU",
        help="request (phiếu đề nghị), stamp (thông tin đóng dấu), record (trích sao, chụp)",
    )
    add_out(printing)
    printing.set_defaults(run=_print)
    for command in (show, printing):
        _add_order(command)
    authorities.add_to(group)


def _add_order(command: Parser) -> None:
    command.add_argument("order", type=positive, metavar="MÃ", help="mã của việc sao, chụp")


def _add_request(group: Commands) -> None:
    request = group.add_parser("request", help="ghi đề nghị sao, chụp")
    add_book(request)
    add_line(request)
    request.add_argument("--by", required=True, metavar="TÊN", help="người đề nghị")
    request.add_argument("--copies", type=positive, required=True, metavar="SỐ", help="số bản")
    request.add_argument(
        "--form",
        type=_form,
        default=CopyForm.SAO_Y,
        metavar="HÌNH_THỨC",
        help="sao y, sao lục, trích sao, chụp",
    )
    request.add_argument("--electronic", action="store_true", help="giấy → điện tử")
    request.add_argument("--extract", default="", metavar="PHẦN", help="trích sao phần nào")
    request.add_argument("--purpose", default="", metavar="CHỮ", help="mục đích")
    request.add_argument("--note", default="", metavar="CHỮ", help="ghi chú")
    request.add_argument("--on", type=day, metavar="NGÀY", help="ngày đề nghị")
    request.set_defaults(run=_request)


def _add_decisions(group: Commands) -> None:
    permit = group.add_parser("permit", help="ghi cho phép")
    permit.add_argument("--copies", type=positive, metavar="SỐ", help="số bản được phép")
    permit.set_defaults(run=_permit)
    refuse = group.add_parser("refuse", help="ghi không cho phép")
    refuse.add_argument("--reason", required=True, metavar="LÝ_DO", help="vì sao")
    refuse.set_defaults(run=_refuse)
    for command in (permit, refuse):
        _add_order(command)
        command.add_argument("--by", required=True, metavar="TÊN", help="người quyết định")
        command.add_argument("--post", required=True, metavar="CHỨC_VỤ", help="xem authorities")
        command.add_argument("--on", type=day, metavar="NGÀY", help="ngày quyết định")
        command.add_argument("--delegation", default="", metavar="VĂN_BẢN", help="ủy quyền")


def _add_make(group: Commands) -> None:
    make = group.add_parser("make", help="ghi đã sao, chụp; cấp số cho từng bản")
    _add_order(make)
    make.add_argument("--copies", type=positive, required=True, metavar="SỐ", help="số bản đã làm")
    make.add_argument("--by", required=True, metavar="TÊN", help="người thực hiện")
    make.add_argument(
        "--to", action="append", default=[], metavar="NƠI_NHẬN", help="một bản, theo thứ tự số"
    )
    make.add_argument("--at", default="", metavar="CHỮ", help="nơi, máy sao chụp")
    make.add_argument("--on", type=day, metavar="NGÀY", help="ngày sao, chụp")
    make.add_argument("--spare", type=whole, default=0, metavar="SỐ", help="bản dư thừa")
    make.add_argument("--spoiled", type=whole, default=0, metavar="SỐ", help="bản hỏng")
    make.add_argument("--destroyed-by", default="", metavar="TÊN", help="ai tiêu hủy bản dư, hỏng")
    make.add_argument("--destroyed-on", type=day, metavar="NGÀY", help="ngày tiêu hủy")
    make.set_defaults(run=_make)


def _form(text: str) -> CopyForm:
    found = CopyForm.parse(text)
    if found is None:
        raise argparse.ArgumentTypeError("chỉ nhận sao y bản chính, sao lục, trích sao, chụp")
    return found


def _request(terminal: Terminal, arguments: argparse.Namespace) -> int:
    new = NewRequest(
        requester=arguments.by,
        wanted=arguments.copies,
        form=arguments.form,
        medium=CopyMedium.ELECTRONIC if arguments.electronic else CopyMedium.PAPER,
        purpose=arguments.purpose,
        extract=arguments.extract,
        requested_on=arguments.on,
        note=arguments.note,
    )
    with terminal.office() as office:
        order = office.write(
            request_copying,
            arguments.book,
            year=arguments.year,
            seq_no=arguments.number,
            new=new,
        ).result()
    terminal.document({"order": order})
    terminal.say(f"Đã ghi đề nghị sao, chụp, mã {order}.")
    return 0


def _permit(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        office.write(permit_copying, arguments.order, _decision(arguments)).result()
        found = office.read(show_copy_order, arguments.order).result()
    terminal.document(written_order(found))
    terminal.say(f"Đã ghi cho phép {found.permitted} bản. Căn cứ thẩm quyền: {found.basis}.")
    return 0


def _refuse(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            refuse_copying, arguments.order, _decision(arguments), arguments.reason
        ).result()
    terminal.document({"order": arguments.order, "entry": entry})
    terminal.say(f"Đã ghi không cho phép việc sao, chụp mã {arguments.order}.")
    return 0


def _decision(arguments: argparse.Namespace) -> Permission:
    return Permission(
        permitter=arguments.by,
        post=arguments.post,
        permitted=getattr(arguments, "copies", None),
        permitted_on=arguments.on,
        delegation=arguments.delegation,
    )


def _make(terminal: Terminal, arguments: argparse.Namespace) -> int:
    making = Making(
        made=arguments.copies,
        made_by=arguments.by,
        recipients=tuple(arguments.to),
        made_on=arguments.on,
        made_at=arguments.at,
        spare=arguments.spare,
        spoiled=arguments.spoiled,
        destroyed_on=arguments.destroyed_on,
        destroyed_by=arguments.destroyed_by,
    )
    with terminal.office() as office:
        done = office.write(make_copies, arguments.order, making).result()
    terminal.document(written_made(done))
    terminal.say(_dealt(done))
    return 0


def _enter(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    entered: list[dict[str, object]] = []
    with terminal.office() as office:
        try:
            for at, line in terminal.lines():
                if not line.strip():
                    continue
                job: dict[str, Any] = read_job(line, at, current_year(office))
                try:
                    done = office.write(enter_copying, job.pop("book"), **job).result()
                except FieldsWrong as error:
                    raise InputLineWrong(line=at, why=str(error).rstrip(".")) from error
                entered.append(written_made(done))
                terminal.say(_dealt(done))
        except BatchLineWrong as error:  # here each line is written by itself
            raise InputLineWrong(**error.facts) from error
        finally:
            terminal.document({"entered": entered})
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_copy_orders, arguments.year).result()
    return _tell(terminal, found)


def _of(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(
            orders_of_document, arguments.book, year=arguments.year, seq_no=arguments.number
        ).result()
    return _tell(terminal, found)


def _tell(terminal: Terminal, orders: tuple[CopyOrder, ...]) -> int:
    terminal.document({"orders": [written_order(order) for order in orders]})
    for order in orders:
        number = "–" if order.seq_no is None else f"số {show_number(order.seq_no)}/{order.year}"
        terminal.say(
            f"{order.id}\t{number}\t{order.document.doc_number}\t{order.document.level_label}\t"
            f"{order.form.label}\t{order.state.label}\t{order.numbers or f'{order.wanted} bản'}"
        )
    return 0


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(show_copy_order, arguments.order).result()
    terminal.document(written_order(found))
    for label, text in _facts(found):
        if text:
            terminal.say(f"{label}\t{text}")
    return 0


def _facts(order: CopyOrder) -> tuple[tuple[str, str], ...]:
    """Return an order in words, step by step; nothing of what the document is about."""
    log = "" if order.seq_no is None else f"số {show_number(order.seq_no)} năm {order.year}"
    late = "" if not order.is_late else f", ghi sổ ngày {_day(order.entered_on)}"
    told = "" if not order.is_permission_late else f", ghi sổ ngày {_day(order.permission_told)}"
    waste = f"{order.spare} bản dư, {order.spoiled} bản hỏng" if order.destroyed_on else ""
    return (
        ("Tình trạng", order.state.label),
        ("Hình thức", f"{order.form.label}, {order.medium.label.lower()}"),
        ("Đề nghị", f"{order.wanted} bản, {order.requester}, ngày {_day(order.requested_on)}"),
        ("Mục đích", order.purpose),
        ("Phần trích", order.extract),
        ("Cho phép", f"{_decided(order.permitted_on, order, f'{order.permitted} bản, ')}{told}"),
        ("Căn cứ thẩm quyền", order.basis),
        ("Ủy quyền, phân công", order.delegation),
        ("Không cho phép", _decided(order.refused_on, order, f"{order.refusal}; ")),
        ("Sổ sao, chụp", log),
        ("Đã làm", f"ngày {_day(order.made_on)}, {order.made_by}{late}" if order.made_on else ""),
        ("Tiêu hủy ngay", f"{waste}, {order.destroyed_by}" if waste else ""),
        *(
            (f"Bản sao số {show_number(copy.copy_no)}", copy.meant_for or "lưu")
            for copy in order.copies
        ),
        ("Ghi chú", order.note),
    )


def _decided(on: date | None, order: CopyOrder, what: str) -> str:
    by = ", ".join(part for part in (order.permitter, order.permitter_post) if part)
    return f"{what}{by}, ngày {_day(on)}" if on else ""


def _day(on: date | None) -> str:
    return "" if on is None else short_date(on)


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return print_at_once(
        terminal, print_copying_paper, arguments.kind, out=arguments.out, order=arguments.order
    )


def _dealt(done: Made) -> str:
    return (
        f"Số {show_number(done.seq_no)} Sổ sao, chụp năm {done.year}: bản sao số "
        f"{show_number(done.first_copy)}–{show_number(done.last_copy)}, mã {done.order}."
    )
