"""`journal …`: every entry, one entry with old and new values, the closing sheet."""

from __future__ import annotations

import argparse

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_group, add_out, add_year, day, positive
from bmnn_desktop.cli.confirming import add_confirming
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.action import ACTIONS
from bmnn_desktop.domain.clock import VIETNAM, stamp
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.closing_sheet import print_closing_sheet
from bmnn_desktop.services.list_entries import EntryLine, EntryQuery, list_entries, list_signatories
from bmnn_desktop.services.show_entry import EntryCard, show_entry

_NOBODY = 0  # no person has this id


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "journal", "nhật ký thao tác, việc chờ xác nhận, tờ chốt sổ")
    listing: Parser = group.add_parser("list", help="các mục, mới nhất trước")
    listing.add_argument("--person", metavar="TÊN", help="tên đăng nhập của người ký")
    listing.add_argument(
        "--action",
        choices=tuple(action.key for action in ACTIONS),
        metavar="VIỆC",
        help="chỉ một loại việc, ví dụ document.add",
    )
    listing.add_argument(
        "--book", choices=tuple(book.key for book in REGISTERS), metavar="SỔ", help="với --number"
    )
    add_year(listing, "năm của số thứ tự")
    listing.add_argument("--number", type=positive, metavar="SỐ", help="số thứ tự trong sổ")
    _add_period(listing)
    listing.add_argument(
        "--limit", type=positive, default=50, metavar="SỐ", help="nhiều nhất mấy mục"
    )
    listing.set_defaults(run=_list, usage_error=listing.error)
    show: Parser = group.add_parser("show", help="một mục: ai, lúc nào, giá trị cũ và mới")
    show.add_argument("seq", type=positive, metavar="MỤC", help="số của mục")
    show.set_defaults(run=_show)
    add_confirming(group)
    sheet: Parser = group.add_parser("closing-sheet", help="in tờ chốt sổ")
    _add_period(sheet)
    add_out(sheet)
    sheet.set_defaults(run=_closing_sheet)


def _add_period(command: Parser) -> None:
    for name, meaning in (("from", "từ ngày"), ("to", "đến ngày")):
        command.add_argument(
            f"--{name}", dest=f"{name}_day", type=day, metavar="NGÀY", help=f"{meaning}, đủ năm"
        )


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if (arguments.book is None) != (arguments.number is None):
        arguments.usage_error("--book và --number đi cùng nhau")
    with terminal.office() as office:
        person = None
        if arguments.person is not None:
            people = office.read(list_signatories).result()
            ids = (one.id for one in people if one.login == arguments.person)
            person = next(ids, _NOBODY)
        query = EntryQuery(
            person=person,
            action=arguments.action,
            book=arguments.book or "",
            year=arguments.year,
            number=arguments.number,
            first=arguments.from_day,
            last=arguments.to_day,
        )
        page = office.read(list_entries, query, limit=arguments.limit).result()
    terminal.document({"entries": [_line(row) for row in page.rows], "more": page.more})
    for row in page.rows:
        terminal.say("\t".join((str(row.seq), _when(row), row.name, row.words, row.reason)))
    return 0


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        card = office.read(show_entry, arguments.seq).result()
    terminal.document(_card(card))
    line = card.line
    terminal.say(f"Mục {line.seq} · {_when(line)} · {line.name} · {card.kind_label}")
    terminal.say(line.words)
    if line.reason:
        terminal.say(f"Lý do: {line.reason}")
    for change in card.changes:
        terminal.say(f"{change.title}{' (mới)' if change.is_new else ''}")
        for value in change.values:
            terminal.say(f"\t{value.label}\t{value.old}\t{value.new}")
    if card.rows_left:
        terminal.say(f"Còn {card.rows_left} dòng không kê.")
    for title, lines in (("Trả lời cho", card.answers), ("Được trả lời ở", card.answered_by)):
        for other in lines:
            terminal.say(f"{title} mục {other.seq}: {other.words}")
    return 0


def _closing_sheet(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return print_at_once(
        terminal,
        print_closing_sheet,
        out=arguments.out,
        first=arguments.from_day,
        last=arguments.to_day,
    )


def _when(line: EntryLine) -> str:
    return f"{line.time.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def _line(line: EntryLine) -> dict[str, object]:
    return {
        "seq": line.seq,
        "time": stamp(line.time),
        "name": line.name,
        "kind": line.kind,
        "action": line.action,
        "words": line.words,
        "reason": line.reason or None,
    }


def _card(card: EntryCard) -> dict[str, object]:
    return {
        **_line(card.line),
        "sentence": card.sentence,
        "changes": [
            {
                "title": change.title,
                "new": change.is_new,
                "values": [
                    {"label": value.label, "old": value.old, "new": value.new}
                    for value in change.values
                ],
            }
            for change in card.changes
        ],
        "rows_left": card.rows_left,
        "answers": [_line(line) for line in card.answers],
        "answered_by": [_line(line) for line in card.answered_by],
    }
