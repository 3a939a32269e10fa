"""`media …`: the unit's sticks, enrolled and withdrawn by two; one file from an inward stick."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path

from bmnn_desktop.cli.arguments import Commands, add_group, positive
from bmnn_desktop.cli.by_two import add_by_two, do_by_two, recovery_file, say_new_sheet
from bmnn_desktop.cli.second import present_second
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import NewMedium, Purpose, Withdrawal
from bmnn_desktop.domain.rotation import Profile
from bmnn_desktop.services.backup_reminder import read_backup_days, set_backup_days
from bmnn_desktop.services.enrol_medium import enrol_medium
from bmnn_desktop.services.list_media import (
    Listed,
    list_media,
    look_at_port,
    set_backup_profile,
)
from bmnn_desktop.services.read_inward import read_inward
from bmnn_desktop.services.withdraw_medium import withdraw_medium


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "media", "USB sao lưu, USB nhập: danh mục, duyệt, thôi dùng")
    listed = group.add_parser("list", help="danh mục USB, và USB nào đang cắm")
    listed.set_defaults(run=_list)
    enrol = group.add_parser("enrol", help="duyệt USB đang cắm; hai người ký")
    enrol.add_argument("place", type=Path, metavar="NƠI", help="nơi gắn USB")
    enrol.add_argument("--number", required=True, metavar="SỐ", help="số ghi trên nhãn USB")
    enrol.add_argument(
        "--level", type=_level, required=True, metavar="ĐỘ_MẬT", help="độ mật của USB"
    )
    enrol.add_argument("--custodian", required=True, metavar="NGƯỜI", help="người giữ USB")
    enrol.add_argument("--keeping", required=True, metavar="NƠI", help="nơi cất giữ USB")
    enrol.add_argument("--inward", action="store_true", help="là USB nhập, chỉ để đọc vào")
    add_by_two(enrol)
    enrol.set_defaults(run=_enrol)
    withdraw = group.add_parser("withdraw", help="thôi dùng một USB; hai người ký")
    withdraw.add_argument("number", metavar="SỐ", help="số ghi trên nhãn USB")
    withdraw.add_argument(
        "--why",
        choices=[one.value for one in Withdrawal],
        metavar="VÌ_SAO",
        required=True,
        help="lost (mất), damaged (hỏng), retired (thôi dùng)",
    )
    withdraw.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do")
    add_by_two(withdraw)
    withdraw.set_defaults(run=_withdraw)
    read = group.add_parser("read", help="đọc một tệp từ USB nhập, ghi mã SHA-256 vào nhật ký")
    read.add_argument("file", type=Path, metavar="TỆP", help="tệp trên USB nhập")
    read.set_defaults(run=_read)
    keep = group.add_parser("keep", help="chọn cách giữ các bản sao lưu cũ; không tự xóa bản nào")
    keep.add_argument(
        "profile",
        choices=[one.value for one in Profile],
        metavar="CÁCH",
        help="keep_all (giữ tất cả), rotate (7 ngày, 4 tuần, 12 tháng)",
    )
    keep.set_defaults(run=_keep)
    remind = group.add_parser("remind", help="sau bao nhiêu ngày thì nhắc sao lưu; trống: xem")
    for name, words in (
        ("remind", "nhắc"),
        ("red", "nhắc bằng màu đỏ"),
        ("first", "đưa lên đầu việc phải làm"),
        ("recheck", "nhắc đọc lại bản sao lưu cũ"),
    ):
        remind.add_argument(f"--{name}", type=positive, metavar="NGÀY", help=f"ngày {words}")
    remind.set_defaults(run=_remind)


def _level(text: str) -> Level:
    level = Level.parse(text)
    if level is None:
        raise argparse.ArgumentTypeError(f"không biết độ mật {text!r}")
    return level


def _list(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        listed = office.read(list_media).result()
        plugged = office.read(look_at_port).result()
    terminal.document(
        {
            "media": [_written(one) for one in listed],
            "plugged": [
                {
                    "root": str(one.root),
                    "model": one.model,
                    "serial": one.serial,
                    "number": one.known or None,
                }
                for one in plugged
            ],
        }
    )
    for one in listed:
        terminal.say(
            f"{one.name}, độ {one.level.label}, {one.custodian} giữ, {one.place}: {one.state}; "
            f"{one.backups} bản sao lưu"
        )
        if one.may_go:
            terminal.say(f"  không cần giữ nữa: bản số {', '.join(map(str, one.may_go))}")
    if not listed:
        terminal.say("Chưa duyệt USB nào.")
    for stick in plugged:
        terminal.say(f"Đang cắm: {stick.root} ({stick.model}, sê-ri {stick.serial}): {stick.words}")
    return 0


def _written(one: Listed) -> dict[str, object]:
    return {
        "number": one.inventory_no,
        "purpose": one.purpose.value,
        "level": one.level.label,
        "custodian": one.custodian,
        "place": one.place,
        "serial": one.serial,
        "model": one.model,
        "enrolled_on": one.enrolled_on.isoformat(),
        "withdrawn_on": _day(one.withdrawn_on),
        "withdrawal": None if one.withdrawal is None else one.withdrawal.value,
        "backups": one.backups,
        "last_backup": _moment(one.last_backup),
        "last_check": _moment(one.last_check),
        "is_next": one.is_next,
        "may_go": list(one.may_go),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else stamp(moment)


def _enrol(terminal: Terminal, arguments: argparse.Namespace) -> int:
    new = NewMedium(
        Purpose.INWARD if arguments.inward else Purpose.BACKUP,
        arguments.number,
        arguments.level,
        arguments.custodian,
        arguments.keeping,
    )
    made = do_by_two(
        terminal,
        arguments,
        lambda office, second: office.write(
            enrol_medium, arguments.place, new, second=present_second(second)
        ),
    )
    terminal.document(
        {
            "number": made.inventory_no,
            "serial": made.serial,
            "root": str(made.root),
            "recovery": recovery_file(arguments, made),
        }
    )
    terminal.say(f"Đã duyệt {new.purpose.label} số {made.inventory_no}, sê-ri {made.serial}.")
    say_new_sheet(terminal, arguments, made)
    return 0


def _withdraw(terminal: Terminal, arguments: argparse.Namespace) -> int:
    settled = do_by_two(
        terminal,
        arguments,
        lambda office, second: office.write(
            withdraw_medium,
            arguments.number,
            Withdrawal(arguments.why),
            reason=arguments.reason,
            second=present_second(second),
        ),
    )
    terminal.document({"number": arguments.number, "recovery": recovery_file(arguments, settled)})
    terminal.say(f"Đã ghi thôi dùng USB số {arguments.number}.")
    say_new_sheet(terminal, arguments, settled)
    return 0


def _read(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        read = office.write(read_inward, arguments.file).result()
    terminal.document({"kind": read.kind, "sha256": read.sha256, "size": read.size})
    terminal.say(f"Đã đọc {read.size} byte, SHA-256 {read.sha256}; đã ghi nhật ký.")
    return 0


def _remind(terminal: Terminal, arguments: argparse.Namespace) -> int:
    asked = {
        name: getattr(arguments, name)
        for name in ("remind", "red", "first", "recheck")
        if getattr(arguments, name) is not None
    }
    with terminal.office() as office:
        days = office.read(read_backup_days).result()
        if asked:
            days = office.write(set_backup_days, replace(days, **asked)).result()
    terminal.document({**asdict(days), "is_proposed": days.is_proposed})
    terminal.say(f"{days.words}.")
    return 0


def _keep(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        profile = office.write(set_backup_profile, Profile(arguments.profile)).result()
    terminal.document({"profile": profile.value})
    terminal.say(f"{profile.label}.")
    return 0
