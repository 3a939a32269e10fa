"""`vault …`: found a vault, give it new keys."""

from __future__ import annotations

import argparse
import errno
import os
from io import FileIO
from pathlib import Path

from bmnn_desktop.cli.arguments import Commands, add_group, add_year, whole
from bmnn_desktop.cli.terminal import Terminal, recovery_sheet
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.errors import OutputFailed, RecoveryFileExists
from bmnn_desktop.services.begin_generation import begin_generation
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.second_person import RecoverySheetHolder

_ROOM = 1024  # bytes, more than a recovery sheet takes


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "vault", "kho sổ")
    create = group.add_parser("create", help="lập kho sổ mới")
    create.add_argument("directory", type=Path, metavar="THƯ_MỤC", help="thư mục mới")
    create.add_argument("--training", action="store_true", help="kho tập huấn, số liệu giả")
    create.add_argument("--org", required=True, metavar="TÊN", help="tên cơ quan, tổ chức")
    create.add_argument("--parent-org", default="", metavar="TÊN", help="cơ quan chủ quản cấp trên")
    create.add_argument("--place", required=True, metavar="TÊN", help="địa danh")
    create.add_argument("--symbol", default="", metavar="KÝ_HIỆU", help="ký hiệu viết tắt cơ quan")
    create.add_argument("--login", required=True, metavar="TÊN", help="tên đăng nhập người giữ sổ")
    create.add_argument("--name", required=True, metavar="TÊN", help="họ và tên người giữ sổ")
    add_year(create, "năm mở sổ")
    create.add_argument("--first-no", type=whole, default=1, metavar="SỐ", help="mở sổ đi từ số")
    create.add_argument(
        "--paper-ref", default="", metavar="GHI", help="sổ đi: quyển giấy đang dùng"
    )
    create.add_argument(
        "--incoming-first-no", type=whole, default=1, metavar="SỐ", help="mở sổ đến từ số"
    )
    create.add_argument(
        "--incoming-paper-ref", default="", metavar="GHI", help="sổ đến: quyển giấy đang dùng"
    )
    create.add_argument("--small-kdf", action="store_true", help="máy yếu: dùng ít bộ nhớ hơn")
    create.add_argument(
        "--recovery-out",
        type=Path,
        required=True,
        metavar="TỆP",
        help="nơi ghi phiếu khóa khôi phục; tệp phải chưa có",
    )
    create.set_defaults(run=_create)
    renew = group.add_parser("new-generation", help="đổi toàn bộ khóa của kho sổ")
    renew.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do, bắt buộc")
    renew.add_argument(
        "--second-recovery-file",
        type=Path,
        required=True,
        metavar="TỆP",
        help="tệp phiếu khóa khôi phục, ký thay người thứ hai",
    )
    renew.set_defaults(run=_new_generation)


def _create(terminal: Terminal, arguments: argparse.Namespace) -> int:
    passphrase = terminal.passphrase()
    today = civil_date(terminal.wiring.clock.now())
    founding = Founding(
        training=arguments.training,
        org=arguments.org,
        parent_org=arguments.parent_org,
        place=arguments.place,
        symbol=arguments.symbol,
        login=arguments.login,
        name=arguments.name,
        passphrase=passphrase,
        year=arguments.year or today.year,
        first_no=arguments.first_no,
        paper_reference=arguments.paper_ref,
        incoming_first_no=arguments.incoming_first_no,
        incoming_paper_reference=arguments.incoming_paper_ref,
        small_kdf=arguments.small_kdf,
    )
    # The file and its room on the disk come first: a vault whose recovery sheet cannot be written
    # must not come to be.
    descriptor = _new_file(arguments.recovery_out)
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            _write(file, bytes(_ROOM))
            founded = terminal.wiring.gate(arguments.directory).found(founding)
            founded.office.close()
            _write(file, founded.recovery.text().encode())
    except BaseException:
        arguments.recovery_out.unlink(missing_ok=True)
        raise
    terminal.say(f"Đã lập kho sổ tại {arguments.directory}.")
    terminal.say(f"Phiếu khóa khôi phục: {arguments.recovery_out}. Hãy chép ra giấy và niêm phong.")
    terminal.document(
        {
            "vault": str(arguments.directory),
            "store": founded.recovery.store.hex(),
            "recovery": str(arguments.recovery_out),
        }
    )
    return 0


def _new_generation(terminal: Terminal, arguments: argparse.Namespace) -> int:
    sheet = recovery_sheet(arguments.second_recovery_file)
    with terminal.office() as office:
        begun = office.write(
            begin_generation,
            reason=arguments.reason,
            second=RecoverySheetHolder(sheet.key),
            progress=terminal.progress,
        ).result()
    # Only now: closing the vault put the new register in its place.
    terminal.say(f"Đã đổi toàn bộ khóa của kho sổ, thế hệ {begun.generation}. Mật khẩu như cũ.")
    if begun.dropped:
        terminal.say(f"Đã bỏ đường vào cũ của: {', '.join(begun.dropped)}.")
    terminal.document({"generation": begun.generation, "dropped": list(begun.dropped)})
    return 0


def _new_file(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o600)
    except FileExistsError:
        raise RecoveryFileExists from None
    except OSError as error:
        raise OutputFailed from error


def _write(file: FileIO, content: bytes) -> None:
    """Make `content` the whole file, on the disk."""
    try:
        file.seek(0)
        if file.write(content) != len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        file.truncate()
        os.fsync(file.fileno())
    except OSError as error:
        raise OutputFailed from error
