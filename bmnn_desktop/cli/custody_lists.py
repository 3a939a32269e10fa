"""`custody …`, the lists: who holds what, what is overdue, whose receipt is awaited."""

from __future__ import annotations

import argparse
from datetime import date

from bmnn_desktop.cli.arguments import Commands, add_year, positive, whole
from bmnn_desktop.cli.copy_names import add_document, copy_id, copy_no
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.custody import CustodyLine, Origin
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.holding import About, CopyStory, HandedOn, Holding
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.copy_story import copy_chain, custody_of_line
from bmnn_desktop.services.holdings import holdings_of, list_holders, overdue_copies
from bmnn_desktop.services.list_dispatches import list_dispatches
from bmnn_desktop.services.waiting_receipts import (
    read_receipt_days,
    set_receipt_days,
    waiting_receipts,
)

_LIMIT = 500


def add_to(group: Commands) -> None:
    """Add the commands of this file."""
    held = group.add_parser("holdings", help="tài liệu một người, một nơi đang giữ")
    held.add_argument("holder", metavar="TÊN", help="người, nơi giữ")
    held.set_defaults(run=_holdings)
    holders = group.add_parser("holders", help="ai đang giữ bao nhiêu bản")
    holders.add_argument("--outside", action="store_true", help="các cơ quan, tổ chức khác")
    holders.set_defaults(run=_holders)
    overdue = group.add_parser("overdue", help="các bản quá hạn trả, lâu nhất trước")
    overdue.set_defaults(run=_overdue)
    waiting = group.add_parser("waiting", help="các dòng giao, gửi chưa có ký nhận")
    waiting.add_argument("--days", type=whole, metavar="SỐ", help="đã chờ từ bao nhiêu ngày")
    waiting.set_defaults(run=_waiting)
    for command in (held, holders, overdue, waiting):
        command.add_argument(
            "--limit", type=positive, default=_LIMIT, metavar="SỐ", help="nhiều nhất"
        )
    sent = group.add_parser("dispatches", help="các bảng kê bì của một năm, mới nhất trước")
    add_year(sent, "năm nào; không ghi: năm nay")
    sent.set_defaults(run=_dispatches)
    days = group.add_parser("receipt-days", help="sau bao nhiêu ngày thì nhắc phiếu chưa quay lại")
    days.add_argument("days", type=positive, nargs="?", metavar="SỐ", help="đặt lại số ngày")
    days.set_defaults(run=_days)
    show = group.add_parser("show", help="các bản của một tài liệu, hoặc đường đi của một bản")
    add_document(show)
    show.add_argument("--copy", type=copy_no, metavar="BẢN", help="3: bản số 03; S1: bản sao số 01")
    show.set_defaults(run=_show)


def _holdings(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        page = office.read(holdings_of, arguments.holder, limit=arguments.limit).result()
        today = office.day.today()
    return _listed(terminal, page.rows, today, more=page.more)


def _overdue(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        page = office.read(overdue_copies, limit=arguments.limit).result()
        today = office.day.today()
    return _listed(terminal, page.rows, today, more=page.more)


def _listed(terminal: Terminal, rows: tuple[Holding, ...], today: date, *, more: bool) -> int:
    terminal.document({"copies": [_held(each, today) for each in rows], "more": more})
    for each in rows:
        terminal.say("\t".join(_cells(each, today)))
    return 0


def _holders(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        page = office.read(list_holders, outside=arguments.outside, limit=arguments.limit).result()
    terminal.document(
        {
            "holders": [
                {
                    "holder": each.name,
                    "copies": each.copies,
                    "waiting": each.waiting,
                    "overdue": each.overdue,
                }
                for each in page.rows
            ],
            "more": page.more,
        }
    )
    for each in page.rows:
        terminal.say(
            f"{each.name}\t{each.copies} bản\t{each.waiting} chờ ký nhận\t{each.overdue} quá hạn"
        )
    return 0


def _waiting(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        page = office.read(waiting_receipts, days=arguments.days, limit=arguments.limit).result()
        known = office.read(read_receipt_days).result()
        today = office.day.today()
    terminal.document(
        {
            "waiting": [
                {
                    **_handed(each.handed),
                    "document": _about(each.about),
                    "copies": each.copies,
                    "outside": each.is_outside,
                    "days": each.days(today),
                }
                for each in page.rows
            ],
            "more": page.more,
            "since_days": known.days if arguments.days is None else arguments.days,
            "source": known.source if arguments.days is None else "",
        }
    )
    for each in page.rows:
        where = f"\t{each.handed.parcel}" if each.handed.parcel else ""
        terminal.say(
            f"{_line(each.handed)}\t{each.handed.receiver}\t{_document(each.about)}\t"
            f"{each.copies} bản\t{each.days(today)} ngày{where}"
        )
    if arguments.days is None:
        terminal.say(f"Đã chờ từ {known.days} ngày trở lên ({known.source}).")
    return 0


def _dispatches(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_dispatches, year=arguments.year).result()
    terminal.document(
        {
            "dispatches": [
                {
                    "year": each.year,
                    "dispatch": each.number,
                    "sent_on": each.sent_on.isoformat(),
                    "channel": each.channel.value,
                    "carrier": each.carrier,
                    "protection": each.protection,
                    "parcels": [
                        {
                            "parcel": parcel.number,
                            "receiver": parcel.receiver,
                            "addressee": parcel.addressee,
                            "received_on": _iso(parcel.received_on),
                            "received_by": parcel.received_by,
                            "outcome": parcel.outcome.value if parcel.outcome else None,
                        }
                        for parcel in each.parcels
                    ],
                }
                for each in found
            ]
        }
    )
    for each in found:
        terminal.say(
            f"Bảng kê số {each.number}\t{short_date(each.sent_on)}\t{each.channel.label}\t"
            f"{each.carrier}"
        )
        for parcel in each.parcels:
            state = parcel.outcome.label.lower() if parcel.outcome else "chờ phiếu gửi"
            terminal.say(f"  bì số {parcel.number}\t{parcel.receiver}\t{state}")
    return 0


def _days(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        if arguments.days is not None:
            office.write(set_receipt_days, arguments.days).result()
        known = office.read(read_receipt_days).result()
    terminal.document({"days": known.days, "proposed": known.is_proposed, "source": known.source})
    terminal.say(f"{known.days} ngày ({known.source}).")
    return 0


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    named = (arguments.book, arguments.year, arguments.number)
    with terminal.office() as office:
        today = office.day.today()
        if arguments.copy is None:
            found = office.read(
                custody_of_line, arguments.book, year=arguments.year, seq_no=arguments.number
            ).result()
            return _listed(terminal, found, today, more=False)
        story = office.read(copy_chain, copy_id(office, *named, arguments.copy)).result()
    return _told(terminal, story, today)


def _told(terminal: Terminal, story: CopyStory, today: date) -> int:
    terminal.document(
        {
            "copy": _held(story.now, today),
            "chain": [_step(each) for each in story.chain],
            "lines": [_handed(each) for each in story.lines],
            "outstanding": [each.number for each in story.outstanding],
        }
    )
    terminal.say("\t".join(_cells(story.now, today)))
    for each in story.chain:
        line = "" if each.handover_no is None else f", dòng {each.handover_no} Sổ chuyển giao"
        who = f": {each.holder}" if each.holder else ""
        place = f", {each.place}" if each.place else ""
        remark = f" ({each.remark})" if each.remark else ""
        terminal.say(f"{short_date(each.on)}\t{each.step.label}{who}{place}{line}{remark}")
    for handed in story.outstanding:
        terminal.say(f"Chờ ký nhận: {_line(handed)}, {handed.receiver}")
    return 0


def _held(each: Holding, today: date) -> dict[str, object]:
    copy = each.copy
    return {
        "document": _about(each.about),
        "copy": f"S{copy.copy_no}" if copy.origin is Origin.MADE else str(copy.copy_no),
        "origin": copy.origin.value,
        "standing": copy.standing.value,
        "holder": copy.holder,
        "place": copy.place,
        "since": _iso(copy.since),
        "due_on": _iso(copy.due_on),
        "days_late": each.days_late(today),
        "signed_on": _iso(each.signed_on),
        "reminders": each.reminders,
        "line": None if each.handed is None else _handed(each.handed),
    }


def _about(about: About) -> dict[str, object]:
    return {
        "book": about.book,
        "year": about.year,
        "number": about.seq_no,
        "doc_number": about.doc_number,
        "level": None if about.level is None else about.level.value,
    }


def _handed(line: HandedOn) -> dict[str, object]:
    return {
        "year": line.year,
        "line": line.number,
        "receiver": line.receiver,
        "handed_on": line.on.isoformat(),
        "due_on": _iso(line.due_on),
        "occasion": line.occasion,
        "parcel": line.parcel,
        "signed_on": _iso(line.signed_on),
        "sheet": line.signed_sheet,
        "ended_on": _iso(line.ended_on),
        "ending": line.ending,
    }


def _step(each: CustodyLine) -> dict[str, object]:
    return {
        "step": each.step.value,
        "on": each.on.isoformat(),
        "standing": each.standing.value,
        "holder": each.holder,
        "place": each.place,
        "due_on": _iso(each.due_on),
        "line": each.handover_no,
        "pages": each.pages,
        "annexes": each.annexes,
        "remark": each.remark,
    }


def _cells(each: Holding, today: date) -> tuple[str, ...]:
    late = each.days_late(today)
    due = "" if each.copy.due_on is None else f"hạn trả {short_date(each.copy.due_on)}"
    return (
        _document(each.about),
        each.copy.number,
        each.copy.words,
        "" if each.handed is None else _line(each.handed),
        f"{due}, quá {late} ngày" if late else due,
        f"đã nhắc {each.reminders} lần" if each.reminders else "",
    )


def _document(about: About) -> str:
    book = printed_book(about.book).short_title
    return f"{book} {about.year} số {show_number(about.seq_no)}"


def _line(handed: HandedOn) -> str:
    return f"dòng {handed.number} Sổ chuyển giao {handed.year}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
