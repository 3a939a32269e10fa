"""`today`, `find`, `day …`: what the first screen says, lines of both books, which day it is."""

from __future__ import annotations

import argparse

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_group, day, positive
from bmnn_desktop.cli.document_json import written_document
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.clock import look_at_clock, state_day
from bmnn_desktop.services.duties import Duty
from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.today import MOST_DUTIES, Today, look_at_today
from bmnn_desktop.services.today_words import (
    NOTHING_DUE,
    date_words,
    duty_words,
    more_words,
    stated_words,
    truth_words,
)


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    today: Parser = commands.add_parser("today", help="hôm nay: các sổ đến đâu, việc phải làm")
    today.add_argument(
        "--limit", type=positive, default=MOST_DUTIES, metavar="SỐ", help="nhiều nhất mấy việc"
    )
    today.set_defaults(run=_today)
    find: Parser = commands.add_parser("find", help="tìm trong cả hai sổ, gõ không dấu cũng được")
    find.add_argument(
        "text", metavar="CHỮ", help="chữ cần tìm; số đứng một mình thì tìm số ấy trước"
    )
    find.add_argument(
        "--limit", type=positive, default=50, metavar="SỐ", help="nhiều nhất mấy dòng"
    )
    find.set_defaults(run=_find)
    group = add_group(commands, "day", "ngày ghi sổ khi đồng hồ của máy sai")
    show = group.add_parser("show", help="máy báo ngày nào, đang ghi sổ theo ngày nào")
    show.set_defaults(run=_show_day)
    state = group.add_parser("state", help="ghi hôm nay là ngày nào")
    state.add_argument("day", type=day, metavar="NGÀY", help="ngày đủ năm: 05/03/2026")
    state.add_argument("--sure", action="store_true", help="đúng là ngày này, dù khác xa")
    state.set_defaults(run=_state)


def _today(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        today = office.read(look_at_today, arguments.limit).result()
    terminal.document(_shown(today))
    terminal.say(date_words(today))
    if words := stated_words(today):
        terminal.say(words)
    terminal.say(truth_words(today))
    duties = today.duties
    for duty in duties.must:
        terminal.say("\t".join(duty_words(duty, today.date)))
    if duties.must_count > len(duties.must):
        terminal.say(more_words(duties.must_count - len(duties.must)))
    if not duties.must:
        terminal.say(NOTHING_DUE)
    return 0


def _find(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(find_documents, arguments.text, arguments.limit).result()
    rows = [{"book": line.book, **written_document(line, find_book(line.book))} for line in found]
    terminal.document({"documents": rows})
    for line in found:
        terminal.say(
            "\t".join(
                (
                    find_book(line.book).short_title,
                    str(line.year),
                    show_number(line.seq_no),
                    line.doc_number,
                    line.level_label,
                    line.issuer or "; ".join(line.recipients),
                )
            )
        )
    return 0


def _show_day(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        doubt = office.read(look_at_clock).result()
        clock_on, today = office.day.clock_day(), office.day.today()
    terminal.document(
        {
            "clock_on": clock_on.isoformat(),
            "day": None if doubt else today.isoformat(),
            "last_on": doubt.last_on.isoformat() if doubt else None,
        }
    )
    terminal.say(f"Máy báo ngày {short_date(clock_on)}.")
    terminal.say(
        f"Chưa biết hôm nay là ngày nào; lần ghi sổ gần nhất: ngày {short_date(doubt.last_on)}."
        if doubt
        else f"Đang ghi sổ theo ngày {short_date(today)}."
    )
    return 0


def _state(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(state_day, arguments.day, sure=arguments.sure).result()
    terminal.document({"day": arguments.day.isoformat(), "entry": entry})
    terminal.say(f"Ghi sổ theo ngày {short_date(arguments.day)}.")
    return 0


def _shown(today: Today) -> dict[str, object]:
    return {
        "date": today.date.isoformat(),
        "doubtful": today.is_doubtful,
        "truth": truth_words(today),
        "books": [
            {
                "book": line.book,
                "year": line.year,
                "volume": line.volume_no,
                "closed": line.is_closed,
                "last_no": line.last_no,
                "unprinted": line.unprinted,
                "sheet": line.sheet_no,
            }
            for line in today.books
        ],
        "unprinted": today.unprinted,
        "unsigned": today.unsigned,
        "spare_sheets": today.spare_sheets,
        "last_backup": None if today.last_backup is None else stamp(today.last_backup),
        "must": [_duty(duty, today) for duty in today.duties.must],
        "must_count": today.duties.must_count,
        "soon": [_duty(duty, today) for duty in today.duties.soon],
        "to_know": [_duty(duty, today) for duty in today.duties.to_know],
    }


def _duty(duty: Duty, today: Today) -> dict[str, object]:
    what, state = duty_words(duty, today.date)
    return {
        "kind": duty.kind.value,
        "book": duty.book or None,
        "year": duty.year or None,
        "number": duty.number or None,
        "day": None if duty.day is None else duty.day.isoformat(),
        "who": duty.who or None,
        "words": what,
        "state": state,
    }
