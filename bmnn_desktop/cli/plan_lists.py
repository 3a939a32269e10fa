"""`plan list|tasks|show|reports|holidays …` and the papers printed of them."""

from __future__ import annotations

import argparse
import dataclasses
from datetime import date

from bmnn_desktop.cli.arguments import Commands, add_out, day, positive
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.plan_json import card_json, plain, task_json
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.holiday import FIXED_BASIS
from bmnn_desktop.domain.task import KeptTask, TaskSort
from bmnn_desktop.domain.unit_report import WINDOW_BASIS
from bmnn_desktop.services.list_tasks import list_plans, list_tasks, show_task
from bmnn_desktop.services.plan_papers import PLAN_PAPERS
from bmnn_desktop.services.print_plan import print_plan_paper
from bmnn_desktop.services.receive_report import list_reports
from bmnn_desktop.services.report_window import read_report_window, set_report_window
from bmnn_desktop.services.save_holiday import list_holidays


def add_to(acts: Commands) -> None:
    """Add the commands of this file."""
    acts.add_parser("list", help="các kế hoạch đã nhận").set_defaults(run=_plans)
    some = acts.add_parser("tasks", help="nhiệm vụ phải theo dõi, việc đến hạn trước đứng trên")
    some.add_argument("--overdue", action="store_true", help="chỉ việc quá hạn")
    some.add_argument("--all", action="store_true", help="cả việc để biết, việc đã xong")
    some.add_argument("--plan", type=positive, metavar="MÃ", help="của một kế hoạch")
    some.add_argument(
        "--sort", choices=[one.value for one in TaskSort], metavar="LOẠI", help="ours, urged, know"
    )
    some.add_argument(
        "--on", type=day, metavar="NGÀY", help="tính đến ngày này; không ghi: hôm nay"
    )
    some.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="in JSON")
    some.set_defaults(run=_tasks)
    show = acts.add_parser("show", help="một nhiệm vụ")
    show.add_argument("task", type=positive, metavar="MÃ", help="mã nhiệm vụ")
    show.set_defaults(run=_show)
    reports = acts.add_parser("reports", help="lịch báo cáo của đơn vị")
    reports.add_argument("--plan", type=positive, metavar="MÃ", help="của một kế hoạch")
    reports.add_argument("--year", type=positive, metavar="NĂM", help="của một năm")
    reports.add_argument("--on", type=day, metavar="NGÀY", help="tính đến ngày này")
    reports.set_defaults(run=_reports)
    window = acts.add_parser("window", help="kỳ số liệu và hạn của báo cáo năm")
    for name, words in (("first", "số liệu từ ngày"), ("last", "đến ngày"), ("due", "hạn gửi")):
        window.add_argument(f"--{name}", type=day, metavar="NGÀY", help=words)
    window.set_defaults(run=_window)
    acts.add_parser("holidays", help="ngày nghỉ, ngày làm bù đã ghi").set_defaults(run=_holidays)
    for name, paper in PLAN_PAPERS.items():
        command = acts.add_parser(f"print-{name}", help=f"in {paper.kind.label}")
        command.add_argument(
            "which",
            type=positive,
            nargs="*",
            metavar="SỐ",
            help=paper.which,
        )
        command.add_argument("--on", type=day, metavar="NGÀY", help="tính đến ngày này")
        add_out(command)
        command.set_defaults(run=_print, paper=name)


def _plans(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_plans).result()
    terminal.document({"plans": [plain(dataclasses.asdict(one)) for one in found]})
    for one in found:
        late = f", {one.overdue} quá hạn" if one.overdue else ""
        terminal.say(f"{one.id}\t{one.name}: {one.title}; còn {one.open}/{one.tasks} việc{late}")
    return 0


def _tasks(terminal: Terminal, arguments: argparse.Namespace) -> int:
    sort = None if arguments.sort is None else TaskSort(arguments.sort)
    with terminal.office() as office:
        on = arguments.on or office.day.today()
        found = office.read(
            list_tasks,
            plan=arguments.plan,
            sort=sort,
            overdue=arguments.overdue,
            on=on,
            every=arguments.all,
        ).result()
    terminal.document({"on": on.isoformat(), "tasks": [task_json(one, on) for one in found]})
    for one in found:
        terminal.say(task_line(one, on))
    terminal.say(f"{len(found)} nhiệm vụ.")
    return 0


def task_line(task: KeptTask, on: date) -> str:
    """Return a duty on one line."""
    who = "; ".join(task.lead or task.requested) or "chưa ghi đơn vị"
    return "\t".join(
        (str(task.id), task.ref, task.sort.label, task.standing(on), who, task.summary)
    )


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        on = office.day.today()
        card = office.read(show_task, arguments.task).result()
    terminal.document(card_json(card, on))
    terminal.say(task_line(card.task, on))
    terminal.say(f"Cách tính hạn: {card.rule}")
    for part in card.parts:
        done = "" if part.done_on is None else f", xong ngày {short_date(part.done_on)}"
        terminal.say(f"{part.role.label}: {part.name}{done}")
    for note in card.notes:
        said = "; ".join(filter(None, (note.words, note.whom, note.reference)))
        terminal.say(f"{short_date(note.on_day)} {note.kind.label}: {said}")
    return 0


def _reports(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        on = arguments.on or office.day.today()
        found = office.read(list_reports, arguments.plan, arguments.year).result()
    terminal.document(
        {
            "on": on.isoformat(),
            "reports": [
                {**dict(plain(dataclasses.asdict(one)).items()), "state": one.state(on).value}  # type: ignore[attr-defined]
                for one in found
            ],
        }
    )
    for one in found:
        due = f"hạn {short_date(one.due_on)}"
        terminal.say(f"{one.id}\t{one.unit}\t{one.year}\t{due}\t{one.state(on).label}")
    return 0


def _window(terminal: Terminal, arguments: argparse.Namespace) -> int:
    days = (arguments.first, arguments.last, arguments.due)
    with terminal.office() as office:
        if all(days):
            window = office.write(set_report_window, *days).result()
        else:
            window = office.read(read_report_window).result()
    words = {name: f"{at[1]:02d}/{at[0]:02d}" for name, at in dataclasses.asdict(window).items()}
    terminal.document(words)
    terminal.say(f"Số liệu từ {words['begins']} đến {words['ends']}; gửi chậm nhất {words['due']}.")
    terminal.say(WINDOW_BASIS.line)
    return 0


def _holidays(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_holidays).result()
    terminal.document({"holidays": [plain(dataclasses.asdict(one)) for one in found]})
    terminal.say(FIXED_BASIS.line)
    for one in found:
        what = "nghỉ" if one.is_off else "làm việc"
        terminal.say(f"{short_date(one.day)}\t{what}\t{one.name}\t{one.citation}")
    return 0


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return print_at_once(
        terminal,
        print_plan_paper,
        arguments.paper,
        *arguments.which,
        out=arguments.out,
        on=arguments.on,
    )
