"""`custody …`: copies go from hand to hand, are signed for, come back, are asked back."""

from __future__ import annotations

import argparse

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli import custody_lists, custody_papers
from bmnn_desktop.cli.arguments import Commands, add_group, add_year, day, positive, whole
from bmnn_desktop.cli.copy_json import COPIES, COUNTED, PARCELS, read_copies, read_parcels
from bmnn_desktop.cli.copy_names import add_copies, copy_ids
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dispatch import NewDispatch, ParcelOutcome
from bmnn_desktop.services.answer_parcel import answer_parcel
from bmnn_desktop.services.give_copies import give_copies, pass_everything_on
from bmnn_desktop.services.hand_out import HandedOut
from bmnn_desktop.services.let_go import archive_copies, give_back_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.place_copies import place_copies
from bmnn_desktop.services.recall_copies import recall_copies, remind_holders
from bmnn_desktop.services.refuse_lines import refuse_lines
from bmnn_desktop.services.return_copies import Counted, return_copies
from bmnn_desktop.services.see_copies import count_unseen, see_copies
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.sign_lines import sign_lines


def add_to(commands: Commands) -> None:
    """Add the commands of this file, the lists and the papers."""
    group = add_group(commands, "custody", "giao – nhận từng bản: ai giữ, trả, thu hồi")
    give = group.add_parser("give", help="giao bản cho người của cơ quan", epilog=COPIES)
    give.add_argument("--due", type=day, metavar="NGÀY", help="tài liệu thu hồi: hạn trả")
    give.add_argument("--occasion", default="", metavar="CUỘC_HỌP", help="thu lại trong ngày")
    give.set_defaults(run=_give)
    back = group.add_parser("give-back", help="trả bản đến cho nơi ban hành", epilog=COPIES)
    back.set_defaults(run=_give_back)
    archive = group.add_parser("archive", help="nộp lưu trữ", epilog=COPIES)
    archive.set_defaults(run=_archive)
    for command, is_needed in ((give, True), (back, False), (archive, True)):
        _add_batch(command)
        command.add_argument(
            "--to", required=is_needed, default="", metavar="TÊN", help="người, nơi nhận"
        )
    passing = group.add_parser("pass-on", help="chuyển mọi bản một người đang giữ cho người khác")
    passing.add_argument("--from", dest="holder", required=True, metavar="TÊN", help="người giao")
    passing.add_argument("--to", required=True, metavar="TÊN", help="người nhận")
    _add_told(passing)
    passing.set_defaults(run=_pass_on)
    _add_sending(group)
    _add_lines(group)
    returned = group.add_parser("return", help="ghi trả lại, ký trả", epilog=COUNTED)
    _add_batch(returned)
    returned.add_argument("--place", default="", metavar="NƠI", help="nơi để")
    returned.add_argument("--pages", type=whole, metavar="SỐ", help="số trang đếm được mỗi bản")
    returned.add_argument("--annexes", type=whole, metavar="SỐ", help="số phụ lục đếm được")
    returned.set_defaults(run=_return)
    place = group.add_parser("place", help="đổi nơi để", epilog=COPIES)
    _add_batch(place)
    place.add_argument("--place", required=True, metavar="NƠI", help="nơi để")
    place.set_defaults(run=_place)
    recall = group.add_parser("recall", help="yêu cầu thu hồi: đặt hạn trả", epilog=COPIES)
    _add_batch(recall, remark=False)
    recall.add_argument("--due", type=day, required=True, metavar="NGÀY", help="hạn trả")
    recall.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do, căn cứ")
    recall.set_defaults(run=_recall)
    remind = group.add_parser("remind", help="ghi đã nhắc trả", epilog=COPIES)
    _add_batch(remind)
    remind.set_defaults(run=_remind)
    see = group.add_parser("see", help="ghi đã đối chiếu với bản giấy", epilog=COPIES)
    _add_batch(see)
    see.set_defaults(run=_see)
    custody_lists.add_to(group)
    custody_papers.add_to(group)


def _add_sending(group: Commands) -> None:
    send = group.add_parser("send", help="gửi bì cho nơi khác, lập bảng kê", epilog=PARCELS)
    send.add_argument("--channel", required=True, metavar="CÁCH_GỬI", help="ví dụ: bưu chính")
    send.add_argument("--carrier", required=True, metavar="TÊN", help="người vận chuyển")
    send.add_argument("--protection", default="", metavar="CHỮ", help="biện pháp bảo vệ")
    _add_day(send)
    send.set_defaults(run=_send)
    receipt = group.add_parser("receipt", help="ghi kết quả phiếu gửi của một bì")
    add_year(receipt, "bảng kê của năm này", required=True)
    receipt.add_argument("--dispatch", type=positive, required=True, metavar="SỐ", help="bảng kê")
    receipt.add_argument("--parcel", type=positive, required=True, metavar="SỐ", help="bì số")
    receipt.add_argument(
        "outcome",
        choices=tuple(each.value for each in ParcelOutcome),
        metavar="KẾT_QUẢ",
        help="signed (đã ký gửi lại), refused (không nhận bì), never (không quay lại)",
    )
    receipt.add_argument("--by", default="", metavar="TÊN", help="người ký nhận")
    receipt.add_argument("--reason", default="", metavar="LÝ_DO", help="khi không có chữ ký")
    receipt.add_argument("--came-back", action="store_true", help="bì đã quay về")
    _add_day(receipt)
    receipt.set_defaults(run=_receipt)


def _add_lines(group: Commands) -> None:
    sign = group.add_parser("sign", help="ghi đã ký nhận các dòng Sổ chuyển giao, không theo tờ")
    sign.set_defaults(run=_sign)
    refuse = group.add_parser("refuse", help="ghi không nhận các dòng Sổ chuyển giao")
    refuse.add_argument("--reason", required=True, metavar="LÝ_DO", help="vì sao")
    refuse.set_defaults(run=_refuse)
    for command in (sign, refuse):
        add_year(command, "Sổ chuyển giao của năm này", required=True)
        command.add_argument("lines", type=positive, nargs="+", metavar="DÒNG", help="dòng số")
        _add_day(command)


def _add_batch(command: Parser, *, remark: bool = True) -> None:
    add_copies(command, required=False)
    if remark:
        _add_told(command)
    else:
        _add_day(command)


def _add_told(command: Parser) -> None:
    command.add_argument("--remark", default="", metavar="CHỮ", help="ghi chú")
    _add_day(command)


def _add_day(command: Parser) -> None:
    command.add_argument("--on", type=day, metavar="NGÀY", help="ngày làm; không ghi: hôm nay")


def _counted(
    terminal: Terminal, office: Office, arguments: argparse.Namespace
) -> dict[int, Counted]:
    """Return the copies that are named, by the arguments or in the input."""
    if arguments.book is None:
        return read_copies(terminal, office)
    counted = Counted(getattr(arguments, "pages", None), getattr(arguments, "annexes", None))
    return dict.fromkeys(copy_ids(office, arguments), counted)


def _give(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        done = office.write(
            give_copies,
            tuple(_counted(terminal, office, arguments)),
            receiver=arguments.to,
            on=arguments.on,
            due_on=arguments.due,
            occasion=arguments.occasion,
            remark=arguments.remark,
        ).result()
    return _told(terminal, done, "Đã giao")


def _give_back(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        done = office.write(
            give_back_copies,
            tuple(_counted(terminal, office, arguments)),
            receiver=arguments.to,
            on=arguments.on,
            remark=arguments.remark,
        ).result()
    return _told(terminal, done, "Đã ghi trả nơi ban hành")


def _archive(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        done = office.write(
            archive_copies,
            tuple(_counted(terminal, office, arguments)),
            archive=arguments.to,
            on=arguments.on,
            remark=arguments.remark,
        ).result()
    return _told(terminal, done, "Đã ghi nộp lưu trữ")


def _pass_on(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        done = office.write(
            pass_everything_on,
            holder=arguments.holder,
            receiver=arguments.to,
            on=arguments.on,
            remark=arguments.remark,
        ).result()
    return _told(terminal, done, "Đã chuyển người giữ")


def _told(terminal: Terminal, done: HandedOut, words: str) -> int:
    terminal.document({"entry": done.entry, "year": done.year, "lines": list(done.lines)})
    numbers = ", ".join(map(str, done.lines))
    terminal.say(f"{words}; Sổ chuyển giao năm {done.year}, dòng số {numbers}, chờ ký nhận.")
    return 0


def _send(terminal: Terminal, arguments: argparse.Namespace) -> int:
    channel = Channel.parse(arguments.channel)
    with terminal.office() as office:
        new = NewDispatch(
            channel, arguments.carrier, read_parcels(terminal, office), arguments.protection
        )
        sent = office.write(send_copies, new, on=arguments.on).result()
    terminal.document(
        {
            "entry": sent.entry,
            "year": sent.year,
            "dispatch": sent.number,
            "parcels": [
                {"parcel": place, "lines": list(lines)} for place, lines in enumerate(sent.lines, 1)
            ],
        }
    )
    terminal.say(f"Đã lập bảng kê số {sent.number} năm {sent.year}, {len(sent.lines)} bì.")
    return 0


def _receipt(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            answer_parcel,
            ParcelOutcome(arguments.outcome),
            year=arguments.year,
            dispatch=arguments.dispatch,
            parcel=arguments.parcel,
            on=arguments.on,
            received_by=arguments.by,
            reason=arguments.reason,
            came_back=arguments.came_back,
        ).result()
    terminal.document({"entry": entry, "outcome": arguments.outcome})
    terminal.say(f"Bì số {arguments.parcel}: {ParcelOutcome(arguments.outcome).label.lower()}.")
    return 0


def _sign(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            sign_lines, year=arguments.year, numbers=arguments.lines, on=arguments.on
        ).result()
    return _entered(terminal, entry, f"Đã ghi ký nhận {len(arguments.lines)} dòng.")


def _refuse(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            refuse_lines,
            year=arguments.year,
            numbers=arguments.lines,
            reason=arguments.reason,
            on=arguments.on,
        ).result()
    return _entered(terminal, entry, f"Đã ghi không nhận {len(arguments.lines)} dòng.")


def _return(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        counted = _counted(terminal, office, arguments)
        done = office.write(
            return_copies,
            tuple(counted),
            on=arguments.on,
            place=arguments.place,
            counted=counted,
            remark=arguments.remark,
        ).result()
    terminal.document({"entry": done.entry, "differences": list(done.differences)})
    terminal.say(f"Đã ghi trả lại {len(counted)} bản.")
    for difference in done.differences:
        terminal.say(f"{difference}.")
    return 0


def _place(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        some = tuple(_counted(terminal, office, arguments))
        entry = office.write(
            place_copies, some, place=arguments.place, on=arguments.on, remark=arguments.remark
        ).result()
    return _entered(terminal, entry, f"Đã ghi nơi để của {len(some)} bản.")


def _recall(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        some = tuple(_counted(terminal, office, arguments))
        entry = office.write(
            recall_copies, some, due_on=arguments.due, reason=arguments.reason, on=arguments.on
        ).result()
    return _entered(terminal, entry, f"Đã ghi yêu cầu thu hồi {len(some)} bản.")


def _remind(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        some = tuple(_counted(terminal, office, arguments))
        entry = office.write(
            remind_holders, some, on=arguments.on, remark=arguments.remark
        ).result()
    return _entered(terminal, entry, f"Đã ghi nhắc trả {len(some)} bản.")


def _see(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        some = tuple(_counted(terminal, office, arguments))
        entry = office.write(see_copies, some, on=arguments.on, remark=arguments.remark).result()
        unseen = office.read(count_unseen).result()
    terminal.document({"entry": entry, "unseen": unseen})
    terminal.say(f"Đã ghi đối chiếu {len(some)} bản; có sẵn từ trước còn {unseen} bản chưa.")
    return 0


def _entered(terminal: Terminal, entry: int, words: str) -> int:
    terminal.document({"entry": entry})
    terminal.say(words)
    return 0
