"""`year …`: how far the change of the year is, and the steps that ink does."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, add_group, add_year
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.services.year_change import Step, look_at_year_change, mark_step


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "year", "chuyển năm")
    show = group.add_parser("show", help="các bước chuyển năm đã xong đến đâu")
    add_year(show, "năm mới; không ghi: năm đang chuyển sang")
    show.set_defaults(run=_show)
    mark = group.add_parser("mark", help="đánh dấu một bước làm bằng tay là đã xong")
    add_year(mark, "năm mới", required=True)
    steps = tuple(step.value for step in Step if step.by_hand)
    mark.add_argument("step", choices=steps, metavar="BƯỚC", help=f"một trong: {', '.join(steps)}")
    mark.add_argument("--undo", action="store_true", help="bỏ đánh dấu")
    mark.set_defaults(run=_mark)


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        change = office.read(look_at_year_change, arguments.year).result()
    terminal.document(
        {
            "year": change.year,
            "steps": [
                {
                    "step": tick.step.value,
                    "done": tick.is_done,
                    "lacks": list(tick.lacks),
                    "marked_on": None if tick.marked_on is None else tick.marked_on.isoformat(),
                }
                for tick in change.ticks
            ],
        }
    )
    terminal.say(f"Chuyển năm {change.year - 1} → {change.year}: {change.done} bước đã xong.")
    for tick in change.ticks:
        sign = "xong" if tick.is_done else "chưa"
        terminal.say("\t".join((sign, tick.step.value, "; ".join(tick.lacks))))
    return 0


def _mark(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(
            mark_step, arguments.year, Step(arguments.step), is_done=not arguments.undo
        ).result()
    terminal.document({"year": arguments.year, "step": arguments.step, "entry": entry})
    terminal.say("Đã bỏ đánh dấu." if arguments.undo else "Đã đánh dấu là xong.")
    return 0
