"""`backup …`: create, inspect, verify, identity, restore."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from bmnn_desktop.cli.arguments import Commands, add_group, positive
from bmnn_desktop.cli.terminal import Terminal, recovery_sheet
from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.services.backup_files import recognise_backup
from bmnn_desktop.services.backup_openers import openers_words
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.prove_backup import prove_backup
from bmnn_desktop.services.recheck_backup import recheck_backup
from bmnn_desktop.services.session import Role


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "backup", "sao lưu và khôi phục")
    create = group.add_parser("create", help="ghi một bản sao lưu và đọc lại để kiểm tra")
    create.add_argument(
        "--medium", type=Path, required=True, metavar="NƠI", help="nơi gắn USB sao lưu"
    )
    create.set_defaults(run=_create)
    again = group.add_parser("recheck", help="đọc lại một bản sao lưu cũ trên USB đang cắm")
    again.add_argument(
        "--medium", type=Path, required=True, metavar="NƠI", help="nơi gắn USB sao lưu"
    )
    again.add_argument(
        "--number",
        type=positive,
        metavar="SỐ",
        help="bản số mấy; bỏ trống: bản lâu nhất chưa đọc lại",
    )
    again.set_defaults(run=_recheck)
    inspecting = group.add_parser("inspect", help="xem tệp sao lưu là gì, không cần khóa")
    inspecting.set_defaults(run=_inspect)
    verifying = group.add_parser(
        "verify",
        help="kiểm tra tệp sao lưu; kiểm tra cả nội dung khi có phiếu khóa khôi phục, "
        "hoặc khi người xác nhận mở kho sổ",
    )
    verifying.set_defaults(run=_verify)
    restoring = group.add_parser("restore", help="khôi phục vào thư mục mới, với mật khẩu mới")
    restoring.set_defaults(run=_restore)
    for command in (inspecting, verifying, restoring):
        command.add_argument("file", type=Path, metavar="TỆP", help="tệp sao lưu")
    restoring.add_argument(
        "--into", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục mới của kho sổ"
    )
    identity = group.add_parser("identity", help="in khóa để chương trình age mở được bản sao lưu")
    identity.set_defaults(run=_identity)
    for command, needed in ((verifying, False), (restoring, True), (identity, True)):
        command.add_argument(
            "--recovery-file",
            type=Path,
            required=needed,
            metavar="TỆP",
            help="tệp phiếu khóa khôi phục",
        )


def _create(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        done = office.write(create_backup, arguments.medium, terminal.progress).result()
    terminal.document(
        {
            "file": str(done.path),
            "sha256": done.sha256,
            "number": done.number,
            "size": done.size,
            "verified_at": stamp(done.verified_at),
            "opened_by": list(done.opened_by),
        }
    )
    terminal.say(f"Đã ghi và kiểm tra bản sao lưu số {done.number}: {done.path}")
    terminal.say(f"Mở được: {openers_words(done.opened_by)}.")
    terminal.say("Bây giờ có thể rút USB.")
    return 0


def _recheck(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.write(
            recheck_backup, arguments.medium, arguments.number, terminal.progress
        ).result()
    when = stamp(found.checked_at)
    terminal.document({"ok": True, "number": found.number, "checked_at": when})
    terminal.say(f"Bản sao lưu số {found.number} vẫn đúng từng byte, đọc lại lúc {when}.")
    return 0


def _inspect(terminal: Terminal, arguments: argparse.Namespace) -> int:
    found = terminal.wiring.backup_files().inspect(arguments.file)
    terminal.document(asdict(found))
    terminal.say(
        f"Tệp age {found.age_version}, niêm phong cho {found.recipients} khóa (kể cả khóa dùng "
        f"một lần khi ghi), {found.size} byte, SHA-256 {found.sha256}. Chưa kiểm tra nội dung."
    )
    return 0


def _verify(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if arguments.recovery_file is None:
        with terminal.office() as office:
            if Role.CONFIRMER not in office.session.roles:
                return _recognise(terminal, office, arguments.file)
            manifest = office.write(prove_backup, arguments.file, terminal.progress).result()
    else:
        sheet = recovery_sheet(arguments.recovery_file)
        manifest = terminal.wiring.backup_files().verify(arguments.file, sheet, terminal.progress)
    terminal.document({"ok": True, "manifest": asdict(manifest)})
    terminal.say(
        f"Bản sao lưu số {manifest.number} nguyên vẹn, đến mục {manifest.head_seq} của nhật ký."
    )
    return 0


def _recognise(terminal: Terminal, office: Office, file: Path) -> int:
    """Say which backup a file is, for whoever has no key that opens it."""
    known = office.read(recognise_backup, file).result()
    when = stamp(known.verified_at)
    terminal.document(
        {
            "ok": True,
            "number": known.number,
            "verified_at": when,
            "opened_by": list(known.opened_by),
        }
    )
    terminal.say(f"Đúng từng byte với bản sao lưu số {known.number}, đã kiểm tra lúc {when}.")
    terminal.say(f"Mở được: {openers_words(known.opened_by)}.")
    return 0


def _identity(terminal: Terminal, arguments: argparse.Namespace) -> int:
    identity = terminal.wiring.backup_files().identity(recovery_sheet(arguments.recovery_file))
    terminal.document({"identity": identity})
    terminal.say(identity)
    return 0


def _restore(terminal: Terminal, arguments: argparse.Namespace) -> int:
    sheet = recovery_sheet(arguments.recovery_file)
    done = terminal.wiring.backup_files().restore(
        arguments.file,
        arguments.into,
        sheet,
        login=terminal.user,
        passphrase=terminal.passphrase(),
        progress=terminal.progress,
    )
    terminal.document({**asdict(done), "into": str(arguments.into)})
    terminal.say(f"Đã khôi phục vào {arguments.into}, đến mục {done.head_seq} của nhật ký.")
    terminal.say("Hãy đối chiếu với mã trên tờ sổ in sau cùng để biết có thiếu mục nào không.")
    return 0
