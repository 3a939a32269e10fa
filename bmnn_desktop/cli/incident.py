"""`incident …`: copies that nobody finds, what is done about it, and how it ends."""

from __future__ import annotations

import argparse

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_group, add_out, positive
from bmnn_desktop.cli.copy_names import copy_id, copy_no
from bmnn_desktop.cli.event_input import add_fields, add_some, place_json, say_bases, some, told
from bmnn_desktop.cli.paper import print_at_once
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.incident import (
    CLOSING_FIELDS,
    INCIDENT_BASES,
    INCIDENT_FIELDS,
    STEP_FIELDS,
    Closing,
    Incident,
    IncidentKind,
    NewIncident,
    NewStep,
)
from bmnn_desktop.errors import BatchLineWrong
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.duty_phone import duty_phone, set_duty_phone
from bmnn_desktop.services.list_incidents import last_seen, list_incidents, show_incident
from bmnn_desktop.services.note_incident_step import note_incident_step
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import add_copies, open_incident
from bmnn_desktop.services.print_event import print_event_paper
from bmnn_desktop.services.report_addressee import report_addressee, set_report_addressee

_NOTICE = "incident-notice"


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "incident", "chưa tìm thấy, vụ việc lộ, mất")
    begin = group.add_parser("open", help="báo chưa tìm thấy: khóa các bản, mở vụ việc")
    add_some(begin)
    add_fields(begin, INCIDENT_FIELDS)
    begin.add_argument("--leaked", action="store_true", help="nghi lộ, bản vẫn còn")
    begin.set_defaults(run=_open)
    seen = group.add_parser("last-seen", help="sổ biết gì về lần thấy cuối")
    add_some(seen)
    seen.set_defaults(run=_last_seen)
    add = group.add_parser("add", help="thêm bản vào vụ việc")
    add_some(add)
    add.set_defaults(run=_add)
    note = group.add_parser("note", help="ghi biện pháp, thông báo, báo cáo đã làm")
    add_fields(note, STEP_FIELDS)
    note.set_defaults(run=_note)
    close = group.add_parser("close", help="kết thúc vụ việc")
    add_fields(close, CLOSING_FIELDS)
    close.add_argument(
        "--lost",
        action="append",
        default=[],
        metavar="SỔ:NĂM:SỐ:BẢN",
        help="bản xác định đã mất, ví dụ outgoing:2026:12:3; các bản khác là tìm thấy",
    )
    close.set_defaults(run=_close)
    show = group.add_parser("show", help="một vụ việc")
    show.set_defaults(run=_show)
    every = group.add_parser("list", help="các vụ việc đang mở")
    every.add_argument("--all", action="store_true", help="cả vụ việc đã kết thúc")
    every.set_defaults(run=_list)
    rules = group.add_parser("rules", help="quy định, mức đã xác nhận")
    rules.set_defaults(run=_rules)
    whom = group.add_parser("addressee", help="báo cáo đột xuất gửi ai")
    whom.add_argument("whom", nargs="?", metavar="NƠI", help="ghi nơi nhận mới")
    whom.set_defaults(run=_addressee)
    call = group.add_parser("phone", help="chưa tìm thấy thì gọi ai, số nào")
    call.add_argument("words", nargs="?", metavar="AI_SỐ", help="ghi người, số mới")
    call.set_defaults(run=_phone)
    for command in (add, note, close, show):
        _add_case(command)
    for name, words in (
        ("incident-report", "in báo cáo đột xuất"),
        (_NOTICE, "in thông báo cho nơi ban hành"),
        ("search-minutes", "in biên bản xác minh, tìm kiếm"),
    ):
        paper = group.add_parser(name.removeprefix("incident-"), help=words)
        _add_case(paper)
        add_out(paper)
        if name == _NOTICE:
            paper.add_argument(
                "--issuer",
                type=positive,
                default=1,
                metavar="THỨ_TỰ",
                help="cho nơi ban hành thứ mấy, khi có nhiều nơi",
            )
        paper.set_defaults(run=_print, paper=name)


def _add_case(command: Parser) -> None:
    command.add_argument("case", type=_case, metavar="SỐ/NĂM", help="vụ việc nào, ví dụ 1/2026")


def _case(text: str) -> tuple[int, int]:
    """Read "1/2026" as year and number."""
    number, slash, year = text.partition("/")
    if not slash:
        raise argparse.ArgumentTypeError("phải là số và năm của vụ việc, ví dụ 1/2026")
    return positive(year), positive(number)


def _open(terminal: Terminal, arguments: argparse.Namespace) -> int:
    kind = IncidentKind.LEAKED if arguments.leaked else IncidentKind.MISSING
    with terminal.office() as office:
        copies = some(terminal, office, arguments)
        values = told(arguments, INCIDENT_FIELDS)
        values["last_seen"] = values["last_seen"] or office.read(last_seen, copies).result()
        found = office.write(open_incident, copies, NewIncident(kind=kind, **values)).result()
    _say(terminal, found)
    return 0


def _last_seen(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        words = office.read(last_seen, some(terminal, office, arguments)).result()
    terminal.document({"last_seen": words})
    terminal.say(words)
    return 0


def _add(terminal: Terminal, arguments: argparse.Namespace) -> int:
    year, number = arguments.case
    with terminal.office() as office:
        copies = some(terminal, office, arguments)
        found = office.write(add_copies, year, number, copies).result()
    _say(terminal, found)
    return 0


def _note(terminal: Terminal, arguments: argparse.Namespace) -> int:
    year, number = arguments.case
    step = NewStep(**told(arguments, STEP_FIELDS))
    with terminal.office() as office:
        found = office.write(note_incident_step, year, number, step).result()
    _say(terminal, found)
    return 0


def _close(terminal: Terminal, arguments: argparse.Namespace) -> int:
    year, number = arguments.case
    with terminal.office() as office:
        lost = tuple(_copy(office, name, place) for place, name in enumerate(arguments.lost, 1))
        closing = Closing(**told(arguments, CLOSING_FIELDS), lost=lost)
        found = office.write(close_incident, year, number, closing).result()
    _say(terminal, found)
    return 0


def _copy(office: Office, name: str, place: int) -> int:
    parts = name.split(":")
    try:
        book, year, number, copy = parts
        return copy_id(office, book, positive(year), positive(number), copy_no(copy))
    except (ValueError, argparse.ArgumentTypeError) as error:
        raise BatchLineWrong(line=place, why="--lost phải là SỔ:NĂM:SỐ:BẢN") from error


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(show_incident, *arguments.case).result()
    _say(terminal, found)
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_incidents, is_open_only=not arguments.all).result()
    terminal.document({"incidents": [_as_json(one) for one in found]})
    for one in found:
        terminal.say(_line(one))
    return 0


def _rules(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    terminal.document({"rules": [basis.line for basis in INCIDENT_BASES]})
    say_bases(terminal, INCIDENT_BASES)
    return 0


def _addressee(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        if arguments.whom is not None:
            office.write(set_report_addressee, arguments.whom).result()
        whom = office.read(report_addressee).result()
    terminal.document({"addressee": whom})
    terminal.say(f"Báo cáo đột xuất gửi: {whom or 'chưa ghi'}.")
    return 0


def _phone(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        if arguments.words is not None:
            office.write(set_duty_phone, arguments.words).result()
        words = office.read(duty_phone).result()
    terminal.document({"phone": words})
    terminal.say(f"Khi chưa tìm thấy, gọi: {words or 'chưa ghi'}.")
    return 0


def _print(terminal: Terminal, arguments: argparse.Namespace) -> int:
    which = (*arguments.case, *((arguments.issuer,) if arguments.paper == _NOTICE else ()))
    return print_at_once(terminal, print_event_paper, arguments.paper, *which, out=arguments.out)


def _say(terminal: Terminal, incident: Incident) -> None:
    terminal.document(_as_json(incident))
    terminal.say(_line(incident))
    for step in incident.steps:
        when = "chưa làm" if step.done_on is None else short_date(step.done_on)
        terminal.say("\t".join(part for part in (step.kind.label, when, step.words) if part))


def _line(incident: Incident) -> str:
    return (
        f"{incident.title}\t{incident.kind.label}\t{incident.discovered_at} ngày "
        f"{short_date(incident.discovered_on)}\t{len(incident.copies)} bản\t"
        f"{incident.outcome.label}"
    )


def _as_json(incident: Incident) -> dict[str, object]:
    return {
        "year": incident.year,
        "number": incident.number,
        "kind": incident.kind.value,
        "discovered_on": incident.discovered_on.isoformat(),
        "discovered_at": incident.discovered_at,
        "discoverer": incident.discoverer,
        "last_seen": incident.last_seen,
        "outcome": incident.outcome.value,
        "closed_on": incident.closed_on and incident.closed_on.isoformat(),
        "copies": [place_json(copy) for copy in incident.copies],
        "steps": [
            {
                "kind": step.kind.value,
                "words": step.words,
                "whom": step.whom,
                "due_on": step.due_on and step.due_on.isoformat(),
                "done_on": step.done_on and step.done_on.isoformat(),
            }
            for step in incident.steps
        ],
    }
