"""`provision …`: requests to provide a secret, decided and given."""

from __future__ import annotations

import argparse

from bmnn_desktop.cli.arguments import Commands, add_group, add_out, positive
from bmnn_desktop.cli.copy_names import add_document
from bmnn_desktop.cli.event_input import add_fields, add_some, say_bases, some, told
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.provision import (
    DECISION_FIELDS,
    GIVEN_FIELDS,
    PROVISION_BASES,
    REQUEST_FIELDS,
    Decision,
    NewRequest,
)
from bmnn_desktop.services.decide_provision import decide_provision
from bmnn_desktop.services.give_provision import Given, give_provision
from bmnn_desktop.services.list_provisions import list_provisions
from bmnn_desktop.services.print_event import print_event_paper
from bmnn_desktop.services.request_provision import request_provision


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "provision", "cung cấp, chuyển giao (Điều 15)")
    ask = group.add_parser("request", help="ghi một đề nghị bằng văn bản")
    add_document(ask)
    add_fields(ask, REQUEST_FIELDS)
    ask.set_defaults(run=_request)
    decide = group.add_parser("decide", help="ghi quyết định: đồng ý hoặc từ chối")
    add_fields(decide, DECISION_FIELDS)
    decide.set_defaults(run=_decide)
    give = group.add_parser("give", help="cung cấp: giao bản, hoặc chỉ thông tin (--given)")
    add_some(give)
    add_fields(give, GIVEN_FIELDS)
    give.add_argument("--copies", action="store_true", help="các bản đọc từ đầu vào")
    give.set_defaults(run=_give)
    show = group.add_parser("list", help="các đề nghị chưa xong")
    show.add_argument("--all", action="store_true", help="cả những đề nghị đã xong")
    show.set_defaults(run=_list)
    rules = group.add_parser("rules", help="quy định, mức đã xác nhận")
    rules.set_defaults(run=_rules)
    form = group.add_parser("form", help="in văn bản đề nghị để bên đề nghị ký")
    refusal = group.add_parser("refusal", help="in văn bản từ chối")
    for command in (decide, give, form, refusal):
        command.add_argument("provision", type=positive, metavar="MÃ", help="mã của đề nghị")
    for command, paper in ((form, "provision-request"), (refusal, "provision-refusal")):
        add_out(command)
        command.set_defaults(run=_print, paper=paper)


def _request(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        row = office.write(
            request_provision,
            arguments.book,
            year=arguments.year,
            seq_no=arguments.number,
            new=NewRequest(**told(arguments, REQUEST_FIELDS)),
        ).result()
    terminal.document({"provision": row})
    terminal.say(f"Đã ghi đề nghị cung cấp, chuyển giao, mã {row}.")
    return 0


def _decide(terminal: Terminal, arguments: argparse.Namespace) -> int:
    decision = Decision(**told(arguments, DECISION_FIELDS))
    with terminal.office() as office:
        entry = office.write(decide_provision, arguments.provision, decision).result()
    terminal.document({"provision": arguments.provision, "entry": entry})
    said = "đồng ý" if decision.granted else "từ chối"
    terminal.say(f"Đã ghi quyết định {said} đề nghị mã {arguments.provision}.")
    return 0


def _give(terminal: Terminal, arguments: argparse.Namespace) -> int:
    given = Given(**told(arguments, GIVEN_FIELDS))
    has_copies = arguments.book is not None or arguments.copies
    with terminal.office() as office:
        copies = some(terminal, office, arguments) if has_copies else ()
        entry = office.write(give_provision, arguments.provision, given, copies=copies).result()
    terminal.document({"provision": arguments.provision, "entry": entry, "copies": len(copies)})
    what = f"{len(copies)} bản" if copies else "thông tin"
    terminal.say(f"Đã ghi cung cấp {what} theo đề nghị mã {arguments.provision}.")
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_provisions, is_open_only=not arguments.all).result()
    terminal.document(
        {
            "provisions": [
                {
                    "provision": one.id,
                    "document": one.document_id,
                    "requested_on": one.requested_on.isoformat(),
                    "request": one.request,
                    "kind": one.kind.value,
                    "asker": one.asker,
                    "outcome": one.outcome.value,
                    "state": one.state,
                    "given": one.given,
                }
                for one in found
            ]
        }
    )
    for one in found:
        terminal.say(f"{one.id}\t{one.request}\t{one.asker}\t{one.state}")
    return 0


def _rules(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    terminal.document({"rules": [basis.line for basis in PROVISION_BASES]})
    say_bases(terminal, PROVISION_BASES)
    return 0


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return print_at_once(
        terminal, print_event_paper, arguments.paper, arguments.provision, out=arguments.out
    )
