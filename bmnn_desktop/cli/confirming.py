"""`journal pending|unconfirmed|approve|reject|confirm`: what waits for a second person."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, positive
from bmnn_desktop.cli.by_two import add_by_two, do_by_two, recovery_file, say_new_sheet
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.clock import VIETNAM, stamp
from bmnn_desktop.services.act_words import ActInWords
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.list_pending import list_pending
from bmnn_desktop.services.list_unconfirmed import list_unconfirmed


def add_confirming(group: Commands) -> None:
    """Add the commands of this file to `journal`."""
    pending = group.add_parser("pending", help="liệt kê đề nghị chờ người thứ hai xác nhận")
    pending.set_defaults(run=_pending)
    unconfirmed = group.add_parser("unconfirmed", help="liệt kê việc đã làm còn chờ xác nhận")
    unconfirmed.set_defaults(run=_unconfirmed)
    for name, meaning, is_approval in (
        ("approve", "xác nhận một đề nghị", True),
        ("reject", "không đồng ý một đề nghị", False),
    ):
        answer = group.add_parser(name, help=meaning)
        answer.add_argument("seq", type=positive, metavar="SỐ", help="số mục trong nhật ký")
        if not is_approval:
            answer.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do, bắt buộc")
        add_by_two(answer)
        answer.set_defaults(run=_answer, approve=is_approval, reason="")
    confirm = group.add_parser("confirm", help="xác nhận việc đã làm, nhiều việc một lần")
    which = confirm.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "seqs", type=positive, nargs="*", default=[], metavar="SỐ", help="số mục trong nhật ký"
    )
    which.add_argument("--all", action="store_true", help="mọi việc còn chờ xác nhận")
    add_by_two(confirm)
    confirm.set_defaults(run=_confirm)


def _pending(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_pending).result()
    terminal.document(
        {"pending": [_shown(one.act) | {"stale": one.is_stale, "own": one.is_own} for one in found]}
    )
    for one in found:
        stale = "\tđã lỗi thời" if one.is_stale else ""
        terminal.say(_line(one.act) + stale)
        for label, old, new in one.act.changes:
            terminal.say(f"\t{label}: {old} → {new}")
    return 0


def _unconfirmed(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_unconfirmed).result()
    terminal.document(
        {"unconfirmed": [_shown(one.act) | {"days": one.days, "red": one.is_red} for one in found]}
    )
    for one in found:
        late = ", quá hạn xác nhận" if one.is_red else ""
        terminal.say(f"{_line(one.act)}\t{one.days} ngày{late}")
    return 0


def _answer(terminal: Terminal, arguments: argparse.Namespace) -> int:
    settled = do_by_two(
        terminal,
        arguments,
        lambda office, second: office.write(
            answer_proposal,
            arguments.seq,
            approve=arguments.approve,
            reason=arguments.reason,
            second=second,
        ),
    )
    terminal.document(
        {
            "proposal": arguments.seq,
            "approved": arguments.approve,
            "entry": settled.entry,
            "recovery": recovery_file(arguments, settled),
        }
    )
    done = "Đã xác nhận" if arguments.approve else "Đã ghi không đồng ý"
    terminal.say(f"{done} đề nghị ở mục {arguments.seq}.")
    say_new_sheet(terminal, arguments, settled)
    return 0


def _confirm(terminal: Terminal, arguments: argparse.Namespace) -> int:
    seqs = sorted(set(arguments.seqs))
    if arguments.all:
        with terminal.office() as office:
            seqs = [one.act.seq for one in office.read(list_unconfirmed).result()]
    if not seqs:
        terminal.document({"confirmed": [], "entry": None, "recovery": None})
        terminal.say("Không có việc chờ xác nhận.")
        return 0
    settled = do_by_two(
        terminal,
        arguments,
        lambda office, second: office.write(confirm_acts, seqs, second=second),
    )
    terminal.document(
        {
            "confirmed": seqs,
            "entry": settled.entry,
            "recovery": recovery_file(arguments, settled),
        }
    )
    terminal.say(f"Đã xác nhận {len(seqs)} việc.")
    say_new_sheet(terminal, arguments, settled)
    return 0


def _line(act: ActInWords) -> str:
    at = f"{act.at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
    return "\t".join((str(act.seq), at, act.name, act.sentence))


def _shown(act: ActInWords) -> dict[str, object]:
    return {
        "seq": act.seq,
        "action": act.action,
        "words": act.sentence,
        "name": act.name,
        "at": stamp(act.at),
        "reason": act.reason,
        "changes": [{"label": label, "old": old, "new": new} for label, old, new in act.changes],
    }
