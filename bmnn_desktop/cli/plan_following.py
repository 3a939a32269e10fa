"""`plan change|note|ask-reports|receive|holiday`: what is done about kept plans."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, day, positive, whole
from bmnn_desktop.cli.event_input import add_fields, told
from bmnn_desktop.cli.plan_json import task_json
from bmnn_desktop.cli.plan_lists import task_line
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.holiday import Holiday
from bmnn_desktop.domain.task import KeptTask, TaskSort
from bmnn_desktop.domain.task_note import NOTE_FIELDS, NewNote
from bmnn_desktop.services.ask_reports import ask_reports
from bmnn_desktop.services.change_task import change_as_it_stands, change_task
from bmnn_desktop.services.note_task import note_task
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.receive_report import receive_report
from bmnn_desktop.services.save_holiday import save_holiday


def add_to(acts: Commands) -> None:
    """Add the commands of this file."""
    change = acts.add_parser("change", help="sửa nhiệm vụ; điều không ghi thì giữ nguyên")
    change.add_argument("task", type=positive, metavar="MÃ", help="mã nhiệm vụ")
    change.add_argument(
        "--sort", type=TaskSort, choices=list(TaskSort), metavar="LOẠI", help="ours, urged, know"
    )
    change.add_argument("--target-on", type=day, metavar="NGÀY", help="hạn tự đặt")
    change.add_argument("--event-on", type=day, metavar="NGÀY", help="ngày xảy ra sự kiện")
    change.add_argument("--decider", metavar="CHỮ", help="cấp quyết định")
    change.add_argument(
        "--unit",
        dest="units",
        action="append",
        metavar="TÊN",
        help="đơn vị phải làm, ghi nhiều lần",
    )
    change.add_argument("--estimate", metavar="SỐ", help="dự toán, đồng")
    change.add_argument("--after", type=positive, metavar="MÃ", help="làm sau nhiệm vụ này")
    change.add_argument("--same-as", type=positive, metavar="MÃ", help="trùng với nhiệm vụ này")
    change.add_argument(
        "--dropped", action=argparse.BooleanOptionalAction, help="thôi theo dõi, hoặc theo dõi lại"
    )
    change.set_defaults(run=_change)
    note = acts.add_parser("note", help="ghi tiến độ, vướng mắc, kết quả, tài liệu kiểm chứng")
    note.add_argument("task", type=positive, metavar="MÃ", help="mã nhiệm vụ")
    add_fields(note, NOTE_FIELDS)
    note.set_defaults(run=_note)
    ask = acts.add_parser("ask-reports", help="lập lịch báo cáo của đơn vị")
    ask.add_argument("plan", type=positive, metavar="MÃ", help="mã kế hoạch")
    ask.add_argument(
        "--unit", dest="units", action="append", default=[], metavar="TÊN", help="ghi nhiều lần"
    )
    ask.add_argument("--year", type=whole, required=True, metavar="NĂM", help="năm báo cáo")
    ask.add_argument("--due-on", type=day, metavar="NGÀY", help="hạn nhận, nếu khác kỳ đã đặt")
    ask.add_argument("--via", default="", metavar="NƠI", help="gửi qua")
    ask.set_defaults(run=_ask)
    came = acts.add_parser("receive", help="ghi nhận báo cáo của một đơn vị")
    came.add_argument("report", type=positive, metavar="MÃ", help="mã trong lịch báo cáo")
    came.add_argument("--on", type=day, metavar="NGÀY", help="ngày nhận; không ghi: hôm nay")
    came.add_argument("--reference", default="", metavar="SỐ", help="số báo cáo")
    came.set_defaults(run=_receive)
    off = acts.add_parser("holiday", help="ghi ngày nghỉ, ngày làm bù")
    off.add_argument("day", type=day, metavar="NGÀY", help="ngày nào")
    off.add_argument("--name", required=True, metavar="CHỮ", help="tên ngày")
    off.add_argument("--worked", action="store_true", help="ngày làm việc")
    off.add_argument("--citation", default="", metavar="CHỮ", help="căn cứ")
    off.set_defaults(run=_holiday)


def _change(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        stands = office.read(change_as_it_stands, arguments.task).result()
        given = {
            name: value
            for name in stands.__dataclass_fields__
            if (value := getattr(arguments, name)) is not None
        }
        if "units" in given:
            given["units"] = tuple(given["units"])
        values = {name: getattr(stands, name) for name in stands.__dataclass_fields__} | given
        task = office.write(change_task, arguments.task, type(stands)(**values)).result()
        _say(terminal, office, task)
    return 0


def _note(terminal: Terminal, arguments: argparse.Namespace) -> int:
    note = NewNote(**told(arguments, NOTE_FIELDS))
    with terminal.office() as office:
        _say(terminal, office, office.write(note_task, arguments.task, note).result())
    return 0


def _say(terminal: Terminal, office: Office, task: KeptTask) -> None:
    on = office.day.today()
    terminal.document(task_json(task, on))
    terminal.say(task_line(task, on))


def _ask(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.write(
            ask_reports,
            arguments.plan,
            units=arguments.units,
            year=arguments.year,
            due_on=arguments.due_on,
            via=arguments.via,
        ).result()
    terminal.document({"reports": [one.id for one in found]})
    terminal.say(f"Lịch báo cáo năm {arguments.year}: {len(found)} đơn vị.")
    return 0


def _receive(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.write(
            receive_report, arguments.report, on_day=arguments.on, reference=arguments.reference
        ).result()
        state = found.state(office.day.today())
    terminal.document({"report": found.id, "state": state.value})
    terminal.say(f"{found.unit}: {state.label.lower()}.")
    return 0


def _holiday(terminal: Terminal, arguments: argparse.Namespace) -> int:
    entered = Holiday(arguments.day, arguments.name, not arguments.worked, arguments.citation)
    with terminal.office() as office:
        found = office.write(save_holiday, entered).result()
    terminal.document({"holidays": len(found)})
    terminal.say(f"Đã ghi; bảng có {len(found)} ngày.")
    return 0
