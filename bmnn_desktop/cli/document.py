"""`document …`: register, list, correct, annul."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bmnn_desktop.cli.arguments import Commands, add_book, add_group, add_year, positive
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.dates import parse_date, short_date
from bmnn_desktop.domain.document import Document, NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import FieldsWrong, FieldWrong, InputLineWrong
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.list_documents import list_documents

_INPUT = """\
Mỗi dòng nhập là một đối tượng JSON, ví dụ:
  {"doc_number": "05/KH-UBND", "doc_date": "2026-11-16", "doc_type": "Kế hoạch",
   "subject": "Nội dung ví dụ", "level": "Mật", "signer": "Nguyễn Văn Mẫu",
   "recipients": ["Công an xã Mẫu"], "holding_unit": "Văn phòng",
   "copies_issued": 2, "note": ""}
Độ Tuyệt mật không ghi "subject". Số bản và ghi chú không bắt buộc.
"""


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "document", "tài liệu trong sổ")
    add = group.add_parser("add", help="đăng ký, đọc JSON từ đầu vào", epilog=_INPUT)
    add_book(add)
    add_year(add, "đăng ký vào sổ năm này")
    add.set_defaults(run=_add)
    show = group.add_parser("list", help="liệt kê, tìm không cần dấu; mới nhất trước")
    add_book(show)
    add_year(show, "chỉ sổ năm này")
    show.add_argument("--search", default="", metavar="CHỮ", help="tìm các chữ này")
    show.add_argument("--limit", type=positive, default=100, metavar="SỐ", help="nhiều nhất")
    show.set_defaults(run=_list)
    correct = group.add_parser("correct", help="sửa trước khi in, đọc một JSON", epilog=_INPUT)
    annul = group.add_parser("annul", help="gạch bỏ số, số được giữ lại")
    for command in (correct, annul):
        add_book(command)
        add_year(command, "sổ của năm này", required=True)
        command.add_argument(
            "--number", type=positive, required=True, metavar="SỐ", help="số thứ tự trong sổ"
        )
        command.add_argument("--reason", required=True, metavar="LÝ_DO", help="ghi vào nhật ký")
    correct.set_defaults(run=_correct)
    annul.set_defaults(run=_annul)


def _add(terminal: Terminal, arguments: argparse.Namespace) -> int:
    book = find_book(arguments.book)
    added: list[dict[str, object]] = []
    with terminal.office() as office:
        try:
            for number, line in terminal.lines():
                if not line.strip():
                    continue
                new = _read(line, number, book, _year(terminal))
                try:
                    done = office.write(add_document, book.key, new, year=arguments.year).result()
                except FieldsWrong as error:
                    raise InputLineWrong(line=number, why=str(error).rstrip(".")) from error
                added.append(_registered(done))
                terminal.say(f"{show_number(done.seq_no)}\t{done.year}\t{done.doc_number}")
        finally:
            terminal.document({"added": added})
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        page = office.read(
            list_documents,
            arguments.book,
            year=arguments.year,
            search=arguments.search,
            limit=arguments.limit,
        ).result()
    terminal.document({"documents": [_line(row) for row in page.rows], "more": page.more})
    for row in page.rows:
        state = "gạch bỏ" if row.is_annulled else ("đã in" if row.printed else "")
        cells = (
            show_number(row.seq_no),
            str(row.year),
            row.doc_number,
            short_date(row.doc_date),
            row.level.label,
            f"{row.doc_type}: {row.subject}" if row.subject else row.doc_type,
            "; ".join(row.recipients),
            state,
        )
        terminal.say("\t".join(cells))
    return 0


def _correct(terminal: Terminal, arguments: argparse.Namespace) -> int:
    book = find_book(arguments.book)
    text = "".join(line for _number, line in terminal.lines())
    new = _read(text, 1, book, _year(terminal))
    with terminal.office() as office:
        done = office.write(
            correct_document,
            book.key,
            year=arguments.year,
            seq_no=arguments.number,
            new=new,
            reason=arguments.reason,
        ).result()
    terminal.document(_registered(done))
    terminal.say(f"Đã sửa số thứ tự {show_number(done.seq_no)} năm {done.year}.")
    return 0


def _annul(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            annul_document,
            arguments.book,
            year=arguments.year,
            seq_no=arguments.number,
            reason=arguments.reason,
        ).result()
    terminal.document({"year": arguments.year, "seq_no": arguments.number, "entry": entry})
    terminal.say(f"Đã gạch bỏ số thứ tự {show_number(arguments.number)}; số được giữ lại.")
    return 0


def _year(terminal: Terminal) -> int:
    """Return the year of dates typed without one."""
    return civil_date(terminal.wiring.clock.now()).year


def _read(line: str, number: int, book: Book, year: int) -> NewDocument:
    """Read one JSON object; raise InputLineWrong saying what is wrong, never quoting it."""
    try:
        typed = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputLineWrong(line=number, why="không phải JSON") from error
    if not isinstance(typed, dict):
        raise InputLineWrong(line=number, why="không phải một đối tượng JSON")
    if typed.keys() - {field.name for field in book.fields}:
        names = ", ".join(field.name for field in book.fields)
        raise InputLineWrong(line=number, why=f"có mục lạ, chỉ nhận {names}")
    try:
        return _new_document(typed, book, year)
    except FieldWrong as error:
        raise InputLineWrong(line=number, why=str(error).rstrip(".")) from error


def _new_document(typed: dict[str, Any], book: Book, year: int) -> NewDocument:
    def wrong(name: str, why: str) -> FieldWrong:
        return FieldWrong(field=name, label=book.field(name).label, why=why)

    def text(name: str) -> str:
        value = typed.get(name, "")
        if not isinstance(value, str):
            raise wrong(name, "không phải chữ.")
        return value

    recipients = typed.get("recipients", [])
    if not isinstance(recipients, list) or not all(isinstance(name, str) for name in recipients):
        raise wrong("recipients", "không phải danh sách tên.")
    copies = typed.get("copies_issued")
    if copies is not None and (not isinstance(copies, int) or isinstance(copies, bool)):
        raise wrong("copies_issued", "không phải số.")
    day = parse_date(text("doc_date"), year=year)
    if day is None:
        raise wrong("doc_date", "chưa ghi hoặc không phải ngày có thật.")
    level = Level.parse(text("level"))
    if level is None:
        raise wrong("level", "phải là Tuyệt mật, Tối mật hoặc Mật.")
    return NewDocument(
        doc_number=text("doc_number"),
        doc_date=day,
        doc_type=text("doc_type"),
        subject=text("subject"),
        level=level,
        signer=text("signer"),
        recipients=tuple(recipients),
        holding_unit=text("holding_unit"),
        note=text("note"),
        copies_issued=copies,
    )


def _registered(done: Registered) -> dict[str, object]:
    return {
        "year": done.year,
        "seq_no": done.seq_no,
        "doc_number": done.doc_number,
        "copies": len(done.copies),
        "entry": done.entry,
    }


def _line(row: Document) -> dict[str, object]:
    return {
        "year": row.year,
        "seq_no": row.seq_no,
        "registered_on": row.registered_on.isoformat(),
        "doc_number": row.doc_number,
        "doc_date": row.doc_date.isoformat(),
        "doc_type": row.doc_type,
        "subject": row.subject,
        "level": row.level.value,
        "signer": row.signer,
        "recipients": list(row.recipients),
        "holding_unit": row.holding_unit,
        "copies_issued": row.copies_issued,
        "note": row.note,
        "annulled": row.annulment.reason if row.annulment else None,
        "printed": row.printed,
    }
