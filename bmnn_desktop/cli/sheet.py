"""`sheet …`: print new lines, blank and single sheets, and say what came out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_group, add_out, add_volume, day, positive
from bmnn_desktop.cli.signing import add_signing
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.sheet import Answer, WaitingRun
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services import printer_offset
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.cross_sheet import cross_sheet
from bmnn_desktop.services.list_sheets import SheetSummary, list_sheets, waiting_prints
from bmnn_desktop.services.print_blank_sheets import print_blank_sheets
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.print_receipt_sheet import print_receipt_sheet
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.print_test_page import print_test_page
from bmnn_desktop.services.printer_offset import PrinterOffset, read_offset, set_offset
from bmnn_desktop.services.reprint_sheet import reprint_sheet
from bmnn_desktop.services.spoil_sheet import spoil_sheet

_HUNDREDTHS = 100


def add_to(commands: Commands) -> None:
    """Add the commands of this file and those of signing."""
    group = add_group(commands, "sheet", "tờ sổ: in tiếp, trả lời, ký nhận")
    show = group.add_parser("list", help="các tờ của một quyển")
    add_volume(show)
    show.set_defaults(run=_list)
    printing = group.add_parser("print", help="in tiếp các dòng mới")
    crossing = group.add_parser("cross", help="gạch chéo phần trống của tờ đang dùng")
    blank = group.add_parser("blank", help="in tờ dự phòng có số tờ")
    again = group.add_parser("reprint", help="in lại một tờ, có đánh dấu")
    for command, service in (
        (printing, print_new_lines),
        (crossing, cross_sheet),
        (blank, print_blank_sheets),
        (again, reprint_sheet),
    ):
        add_volume(command)
        add_printing(command, service)
    receipt = group.add_parser("receipt", help="in tờ ký nhận của ngày")
    add_printing(receipt, print_receipt_sheet)
    receipt.add_argument("--on", dest="day", type=day, metavar="NGÀY", help="ngày giao")
    blank.add_argument("--count", type=positive, default=1, metavar="SỐ", help="bao nhiêu tờ")
    spoil = group.add_parser("spoil", help="ghi một tờ bị hỏng sau khi in")
    add_volume(spoil)
    spoil.add_argument("--reason", required=True, metavar="LÝ_DO", help="ghi vào nhật ký")
    spoil.set_defaults(run=_spoil)
    for command in (again, spoil):
        command.add_argument("sheet", type=positive, metavar="TỜ", help="tờ số mấy")
    waiting = group.add_parser("waiting", help="các lần in chưa trả lời")
    waiting.set_defaults(run=_waiting)
    answer = group.add_parser("answer", help="trả lời một lần in")
    answer.add_argument("run_id", type=positive, metavar="LẦN_IN", help="mã của lần in")
    answer.add_argument(
        "answer",
        choices=tuple(each.value for each in Answer),
        metavar="TRẢ_LỜI",
        help="good (in tốt), spoiled (tờ hỏng), nothing (không ra tờ nào)",
    )
    answer.add_argument(
        "--sheet", type=positive, action="append", default=[], metavar="TỜ", help="tờ bị hỏng"
    )
    answer.add_argument("--missing-from", type=positive, metavar="TỜ", help="từ tờ này không ra")
    answer.add_argument("--reason", default="", metavar="LÝ_DO", help="vì sao hỏng")
    answer.set_defaults(run=_answer)
    offset = group.add_parser("offset", help="độ lệch của máy in, tính bằng mm")
    for name, words in (("--right", "sang phải"), ("--down", "xuống dưới")):
        offset.add_argument(name, type=float, metavar="MM", help=f"dịch {words}")
    offset.set_defaults(run=_offset)
    test = group.add_parser("test-page", help="in trang thử để đo độ lệch")
    add_out(test)
    test.set_defaults(run=_test_page)
    for command in (offset, test):
        _add_printer(command)
    add_signing(group)


def add_printing(command: Parser, service: Callable[..., Printed]) -> None:
    """Add what every printing command takes."""
    add_out(command)
    _add_printer(command)
    command.add_argument("--good", action="store_true", help="trả lời ngay: in tốt")
    command.set_defaults(run=_print, service=service)


def _add_printer(command: Parser) -> None:
    command.add_argument(
        "--printer", default=printer_offset.DEFAULT, metavar="TÊN", help="máy in nào"
    )


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(
            list_sheets, arguments.book, year=arguments.year, volume=arguments.volume
        ).result()
    terminal.document(
        {
            "book": found.volume.book,
            "year": found.volume.year,
            "volume": found.volume.number,
            "signing": found.volume.signing.value,
            "pending": found.pending,
            "open_places": found.open_places,
            "sheets": [_shown(each) for each in found.sheets],
        }
    )
    for each in found.sheets:
        numbers = "–" if each.first_no is None else f"số {each.first_no}–{each.last_no}"
        state = each.sheet.state.label
        reason = f" ({each.sheet.spoil_reason})" if each.sheet.spoil_reason else ""
        terminal.say(
            f"tờ {each.sheet.number}\t{numbers}\t{each.lines} dòng\t{state}{reason}\t"
            f"còn {each.open_places} chỗ chưa ký"
        )
    terminal.say(f"Chưa in: {found.pending} dòng.")
    return 0


def _shown(summary: SheetSummary) -> dict[str, object]:
    sheet = summary.sheet
    return {
        "number": sheet.number,
        "state": sheet.state.value,
        "blank": sheet.is_blank,
        "lines": summary.lines,
        "first_no": summary.first_no,
        "last_no": summary.last_no,
        "places": summary.places,
        "open_places": summary.open_places,
        "reason": sheet.spoil_reason,
    }


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    facts: dict[str, Any] = {"printer": arguments.printer, "out": arguments.out}
    for name in ("book", "year", "volume", "sheet", "count", "day"):
        if name in arguments:
            facts[name] = getattr(arguments, name)
    book = facts.pop("book", None)
    with terminal.office() as office:
        printed = office.write(arguments.service, *([book] if book else []), **facts).result()
        if arguments.good:
            office.write(answer_print, printed.run_id, Answer.GOOD).result()
    terminal.document(
        {
            "run": printed.run_id,
            "code": printed.code,
            "entry": printed.entry,
            "sheets": list(printed.numbers),
            "lines": printed.lines,
            "out": str(arguments.out),
            "answered": arguments.good,
        }
    )
    numbers = ", ".join(map(str, printed.numbers))
    terminal.say(f"Đã in {printed.lines} dòng, tờ số {numbers}.")
    terminal.say(f"Mã đối chiếu: {printed.code}")
    if not arguments.good:
        terminal.say(f"Lần in mã {printed.run_id} chờ trả lời: tờ in có tốt không?")
    return 0


def _spoil(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            spoil_sheet,
            arguments.book,
            year=arguments.year,
            volume=arguments.volume,
            sheet=arguments.sheet,
            reason=arguments.reason,
        ).result()
    terminal.document({"sheet": arguments.sheet, "entry": entry})
    terminal.say(f"Đã ghi tờ số {arguments.sheet} là tờ hỏng; các dòng của tờ in sang tờ sau.")
    return 0


def _waiting(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(waiting_prints).result()
    terminal.document({"waiting": [_as_json(run) for run in found]})
    for run in found:
        terminal.say(f"{run.id}\t{_title(run)}\t{run.kind.label}\ttờ {_numbers(run)}")
    return 0


def _as_json(run: WaitingRun) -> dict[str, object]:
    return {
        "run": run.id,
        "kind": run.kind.value,
        "book": run.book,
        "year": run.year,
        "volume": run.volume_no,
        "seq_no": run.seq_no,
        "printed_at": run.printed_at.isoformat(),
        "sheets": list(run.sheets),
    }


def _title(run: WaitingRun) -> str:
    return f"{printed_book(run.book).short_title} {run.year}" if run.book else "–"


def _numbers(run: WaitingRun) -> str:
    return ", ".join(map(str, run.sheets)) or "–"


def _answer(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            answer_print,
            arguments.run_id,
            Answer(arguments.answer),
            spoiled=arguments.sheet,
            missing_from=arguments.missing_from,
            reason=arguments.reason,
        ).result()
    terminal.document({"run": arguments.run_id, "answer": arguments.answer, "entry": entry})
    terminal.say("Đã ghi câu trả lời.")
    return 0


def _offset(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        known = office.read(read_offset, arguments.printer).result()
        wanted = PrinterOffset(
            known.right if arguments.right is None else round(arguments.right * _HUNDREDTHS),
            known.down if arguments.down is None else round(arguments.down * _HUNDREDTHS),
        )
        if wanted != known:
            office.write(set_offset, wanted, arguments.printer).result()
    right, down = wanted.right / _HUNDREDTHS, wanted.down / _HUNDREDTHS
    terminal.document({"printer": arguments.printer, "right_mm": right, "down_mm": down})
    terminal.say(f"Dịch sang phải {_mm(right)}, xuống dưới {_mm(down)}.")
    return 0


def _test_page(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        office.write(print_test_page, out=arguments.out, printer=arguments.printer).result()
    terminal.document({"out": str(arguments.out)})
    terminal.say("Đã in trang thử.")
    return 0


def _mm(length: float) -> str:
    return f"{length:g} mm".replace(".", ",")
