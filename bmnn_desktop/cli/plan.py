"""`plan`: read a plan from above, review and accept it, follow its duties."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from bmnn_desktop.cli import plan_following, plan_lists
from bmnn_desktop.cli.arguments import Commands, add_group, positive
from bmnn_desktop.cli.plan_json import draft_json, plain
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.plan import PlanTask
from bmnn_desktop.domain.task import DraftPlan, DraftTask, Sure
from bmnn_desktop.services.accept_plan import accept_plan, count_sorts
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.parse_plan import parse_plan
from bmnn_desktop.services.plan_template import (
    draft_from_plan,
    draft_from_template,
    list_templates,
)
from bmnn_desktop.services.review_plan import review_plan


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    acts = add_group(commands, "plan", "kế hoạch: đọc, duyệt, nhận, theo dõi nhiệm vụ")
    command = acts.add_parser("parse", help="đọc tệp kế hoạch và liệt kê nhiệm vụ")
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp .txt, .docx hoặc PDF có chữ")
    # also behind the command, where one types it first
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="in JSON")
    command.set_defaults(run=_parse)
    bring = acts.add_parser("import", help="đọc, xếp loại cho đơn vị ta; --accept thì nhận")
    bring.add_argument("file", type=Path, metavar="TỆP", help="tệp .txt, .docx hoặc PDF có chữ")
    bring.add_argument(
        "--our-name",
        action="append",
        default=[],
        metavar="TÊN",
        help="kế hoạch gọi đơn vị ta là gì; ghi nhiều lần nếu nhiều tên",
    )
    bring.set_defaults(run=_import)
    begin = acts.add_parser("from-template", help="kế hoạch theo mẫu")
    begin.add_argument("template", metavar="MẪU", help="tên mẫu, xem plan templates")
    begin.set_defaults(run=_from_template)
    own = acts.add_parser("from-plan", help="kế hoạch của ta từ kế hoạch đã nhận")
    own.add_argument("plan", type=positive, metavar="MÃ", help="kế hoạch đã nhận")
    own.set_defaults(run=_from_plan)
    for made in (begin, own):
        made.add_argument("--year", type=positive, required=True, metavar="NĂM", help="năm nào")
    for accepting in (bring, begin, own):
        accepting.add_argument("--accept", action="store_true", help="nhận ngay, không chỉ xem")
        accepting.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help="in JSON"
        )
    templates = acts.add_parser("templates", help="các mẫu kế hoạch")
    templates.set_defaults(run=_templates)
    plan_lists.add_to(acts)
    plan_following.add_to(acts)


def _parse(terminal: Terminal, arguments: argparse.Namespace) -> int:
    plan = parse_plan(arguments.file)
    terminal.document({name: plain(value) for name, value in dataclasses.asdict(plan).items()})
    heading = plan.plan
    terminal.say(f"{heading.type or 'Văn bản'}: {heading.title or '(chưa rõ tên)'}")
    terminal.say(f"Cơ quan ban hành: {heading.issuer or '(không ghi)'}")
    for task in plan.tasks:
        terminal.say(_line(task))
    terminal.say(f"{len(plan.tasks)} nhiệm vụ, {len(plan.reporting_duties)} chế độ báo cáo.")
    return 0


def _line(task: PlanTask) -> str:
    who = "; ".join(task.lead or task.requested) or "chưa ghi đơn vị"
    return f"{task.ref}\t{who}\t{task.timing_text or 'chưa ghi thời hạn'}\t{task.summary}"


def _import(terminal: Terminal, arguments: argparse.Namespace) -> int:
    plan = parse_plan(arguments.file)
    with terminal.office() as office:
        draft = office.read(review_plan, plan, tuple(arguments.our_name)).result()
        return _show_or_accept(terminal, office, draft, accept=arguments.accept)


def _from_template(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        draft = office.read(draft_from_template, arguments.template, arguments.year).result()
        return _show_or_accept(terminal, office, draft, accept=arguments.accept)


def _from_plan(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        draft = office.read(draft_from_plan, arguments.plan, arguments.year).result()
        return _show_or_accept(terminal, office, draft, accept=arguments.accept)


def _show_or_accept(terminal: Terminal, office: Office, draft: DraftPlan, *, accept: bool) -> int:
    row = office.write(accept_plan, draft).result() if accept else None
    terminal.document(draft_json(draft, row))
    terminal.say(f"Đơn vị ta là: {'; '.join(draft.own_names)}")
    for task in draft.tasks:
        terminal.say(_draft_line(task))
    counts = count_sorts(draft)
    terminal.say(", ".join(f"{count} {sort.label.lower()}" for sort, count in counts.items()) + ".")
    if row is None:
        terminal.say("Chưa ghi gì; thêm --accept để nhận kế hoạch.")
    else:
        terminal.say(f"Đã nhận kế hoạch, mã {row}.")
    return 0


def _draft_line(task: DraftTask) -> str:
    who = "; ".join(task.lead or task.requested) or "chưa ghi đơn vị"
    marks = [] if task.doubt is Sure.HIGH else [task.doubt.label]
    marks += [] if task.same_as is None else [f"trùng việc mã {task.same_as}"]
    marks += [f"dòng {task.line}"] if task.line else []
    when = task.timing_text or "chưa ghi thời hạn"
    return "\t".join((task.ref, task.sort.label, who, when, task.summary, ", ".join(marks)))


def _templates(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_templates).result()
    terminal.document({"templates": [dataclasses.asdict(one) for one in found]})
    for one in found:
        terminal.say(f"{one.key}\t{one.title} ({one.tasks} việc; {one.citation})")
    return 0
