"""`plan`: read a plan from above."""

from __future__ import annotations

import argparse
import dataclasses
from datetime import date
from pathlib import Path

from bmnn_desktop.cli.arguments import Commands, add_group
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.plan import Plan, PlanTask
from bmnn_desktop.services.parse_plan import parse_plan


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    acts = add_group(commands, "plan", "kế hoạch của cấp trên")
    command = acts.add_parser("parse", help="đọc tệp kế hoạch và liệt kê nhiệm vụ")
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp .txt, .docx hoặc PDF có chữ")
    # also behind the command, where one types it first
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="in JSON")
    command.set_defaults(run=_parse)


def _parse(terminal: Terminal, arguments: argparse.Namespace) -> int:
    plan = parse_plan(arguments.file)
    terminal.document(_document(plan))
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


def _document(plan: Plan) -> dict[str, object]:
    return {name: _plain(value) for name, value in dataclasses.asdict(plan).items()}


def _plain(value: object) -> object:
    """Return a value as JSON knows it: dates as text, tuples as lists."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
