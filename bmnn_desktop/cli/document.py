"""`document …`: register, list, correct before and after printing, annul, move."""

from __future__ import annotations

import argparse

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_book, add_group, add_year, positive
from bmnn_desktop.cli.document_json import read_document, written_document
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import BatchLineWrong, FieldsWrong, InputLineWrong
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.move_document import move_document
from bmnn_desktop.services.office import Office

INPUT = """\
Mỗi dòng nhập là một đối tượng JSON. Sổ đi, ví dụ:
  {"doc_number": "05/KH-UBND", "doc_date": "2026-11-16", "doc_type": "Kế hoạch",
   "subject": "Nội dung ví dụ", "level": "Mật", "signer": "Nguyễn Văn Mẫu",
   "recipients": ["Công an xã Mẫu", "Sở Mẫu @bưu chính"], "holding_unit": "Văn phòng",
   "copies_issued": 3, "channel": "liaison", "drafter": "Trần Thị Ví Dụ",
   "copying_allowed": false, "note": ""}
Sổ đến, ví dụ:
  {"arrival_date": "2026-11-16", "issuer": "Sở Mẫu", "doc_number": "12/SM-VP",
   "doc_date": "2026-11-12", "doc_type": "Công văn", "subject": "Nội dung ví dụ",
   "level": "Mật", "receiving_unit": "Phòng Ví Dụ", "finding": "complete"}
Bì chỉ người có tên mới được bóc, còn nguyên: thêm "envelope": "sealed", "addressee": "Chủ tịch"
và bỏ những mục chưa biết. Độ Tuyệt mật không ghi "subject".
"""


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "document", "tài liệu trong sổ")
    add = group.add_parser("add", help="đăng ký, đọc JSON từ đầu vào", epilog=INPUT)
    add_book(add)
    add_year(add, "đăng ký vào sổ năm này")
    add.add_argument("--number", type=positive, metavar="SỐ", help="nhập bù dưới số của sổ giấy")
    add.add_argument("--paper-ref", default="", metavar="GHI", help="nhập bù: tờ, dòng của sổ giấy")
    add.add_argument(
        "--sheet", type=positive, metavar="TỜ", help="nhập bù: đã viết tay trên tờ dự phòng này"
    )
    add.set_defaults(run=_add)
    show = group.add_parser("list", help="liệt kê, tìm không cần dấu; mới nhất trước")
    add_book(show)
    add_year(show, "chỉ sổ năm này")
    show.add_argument("--search", default="", metavar="CHỮ", help="tìm các chữ này")
    show.add_argument("--limit", type=positive, default=100, metavar="SỐ", help="nhiều nhất")
    show.set_defaults(run=_list)
    correct = group.add_parser("correct", help="sửa trước khi in, đọc một JSON", epilog=INPUT)
    correct.set_defaults(run=_correct, service=correct_document, done="Đã sửa")
    amend = group.add_parser("amend", help="đính chính dòng đã in, đọc một JSON", epilog=INPUT)
    amend.set_defaults(run=_correct, service=amend_document, done="Đã đính chính")
    annul = group.add_parser("annul", help="gạch bỏ số, số được giữ lại")
    annul.set_defaults(run=_annul)
    move = group.add_parser(
        "move", help="ghi nhầm sổ: gạch bỏ và đăng ký sang sổ kia, đọc một JSON", epilog=INPUT
    )
    move.set_defaults(run=_move)
    for command in (correct, amend, annul, move):
        add_book(command)
        add_line(command)
        command.add_argument("--reason", required=True, metavar="LÝ_DO", help="ghi vào nhật ký")
    move.add_argument(
        "--into",
        required=True,
        choices=tuple(book.key for book in REGISTERS),
        metavar="SỔ",
        help="sổ đúng",
    )


def add_line(command: Parser) -> None:
    """Add the arguments that name one line of a book."""
    add_year(command, "sổ của năm này", required=True)
    command.add_argument(
        "--number", type=positive, required=True, metavar="SỐ", help="số thứ tự trong sổ"
    )


def current_year(office: Office) -> int:
    """Return the year of dates typed without one."""
    return office.day.today().year


def as_json(done: Registered) -> dict[str, object]:
    """Return what was dealt as JSON."""
    return {
        "book": done.book,
        "year": done.year,
        "seq_no": done.seq_no,
        "arrival_no": done.arrival_no,
        "doc_number": done.doc_number,
        "copies": len(done.copies),
        "entry": done.entry,
    }


def _add(terminal: Terminal, arguments: argparse.Namespace) -> int:
    book = find_book(arguments.book)
    number = arguments.number
    back = None if number is None else BackEntry(number, arguments.paper_ref, arguments.sheet)
    added: list[dict[str, object]] = []
    with terminal.office() as office:
        try:
            for at, line in terminal.lines():
                if not line.strip():
                    continue
                new = read_document(line, at, book, current_year(office))
                try:
                    done = office.write(
                        add_document, book.key, new, year=arguments.year, back=back
                    ).result()
                except FieldsWrong as error:
                    raise InputLineWrong(line=at, why=str(error).rstrip(".")) from error
                added.append(as_json(done))
                terminal.say(f"{show_number(done.seq_no)}\t{done.year}\t{done.doc_number}")
        except BatchLineWrong as error:  # here each line is written by itself
            raise InputLineWrong(**error.facts) from error
        finally:
            terminal.document({"added": added})
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    book = find_book(arguments.book)
    with terminal.office() as office:
        page = office.read(
            list_documents,
            book.key,
            year=arguments.year,
            search=arguments.search,
            limit=arguments.limit,
        ).result()
    rows = [written_document(row, book) for row in page.rows]
    terminal.document({"documents": rows, "more": page.more})
    for row in page.rows:
        terminal.say("\t".join(_cells(row)))
    return 0


def _correct(terminal: Terminal, arguments: argparse.Namespace) -> int:
    book = find_book(arguments.book)
    text = "".join(line for _number, line in terminal.lines())
    with terminal.office() as office:
        new = read_document(text, 1, book, current_year(office))
        done = office.write(
            arguments.service,
            book.key,
            year=arguments.year,
            seq_no=arguments.number,
            new=new,
            reason=arguments.reason,
        ).result()
    terminal.document(as_json(done))
    terminal.say(f"{arguments.done} số thứ tự {show_number(done.seq_no)} năm {done.year}.")
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


def _move(terminal: Terminal, arguments: argparse.Namespace) -> int:
    into = find_book(arguments.into)
    text = "".join(line for _number, line in terminal.lines())
    with terminal.office() as office:
        new = read_document(text, 1, into, current_year(office))
        done = office.write(
            move_document,
            arguments.book,
            year=arguments.year,
            seq_no=arguments.number,
            into=into.key,
            new=new,
            reason=arguments.reason,
        ).result()
    terminal.document(as_json(done))
    terminal.say(
        f"Đã gạch bỏ số thứ tự {show_number(arguments.number)} và đăng ký lại vào "
        f"{into.short_title.lower()} năm {done.year}, số {show_number(done.seq_no)}."
    )
    return 0


def _cells(row: Document) -> tuple[str, ...]:
    state = "gạch bỏ" if row.is_annulled else ("đã in" if row.printed else "")
    return (
        show_number(row.seq_no),
        str(row.year),
        row.doc_number,
        "" if row.doc_date is None else short_date(row.doc_date),
        row.level_label,
        f"{row.doc_type}: {row.subject}" if row.subject else row.doc_type,
        "; ".join(row.recipients) or f"{row.issuer} → {row.receiving_unit}",
        state,
    )
