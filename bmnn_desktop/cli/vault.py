"""`vault create|recover|new-generation`: found a vault, open one again, give it new keys."""

from __future__ import annotations

import argparse
from concurrent.futures import Future
from pathlib import Path

from bmnn_desktop.cli.arguments import Commands, add_group, add_year, whole
from bmnn_desktop.cli.by_two import (
    add_by_two,
    add_recovery_out,
    do_by_two,
    recovery_file,
    say_new_sheet,
    say_sheet,
)
from bmnn_desktop.cli.people import add_new_passphrase
from bmnn_desktop.cli.recovery_out import recovery_out
from bmnn_desktop.cli.second import present_second
from bmnn_desktop.cli.secret_file import read_secret
from bmnn_desktop.cli.terminal import Terminal, recovery_sheet
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.errors import SheetUncertain
from bmnn_desktop.services.begin_generation import GenerationBegun, begin_generation
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.session import Role


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
    create.add_argument(
        "--duty-phone", default="", metavar="AI", help="gọi ai khi chưa tìm thấy tài liệu"
    )
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
    renew = group.add_parser("new-generation", help="đổi toàn bộ khóa của kho sổ")
    renew.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do, bắt buộc")
    add_by_two(renew)
    renew.set_defaults(run=_new_generation)
    for option, metavar, meaning in (
        ("login", "TÊN", "tên đăng nhập người xác nhận, cùng lập kho sổ"),
        ("name", "TÊN", "họ và tên người xác nhận"),
        ("post", "CHỨC_VỤ", "chức vụ người xác nhận"),
    ):
        create.add_argument(f"--confirmer-{option}", metavar=metavar, help=meaning)
    create.add_argument(
        "--confirmer-passphrase-file",
        type=Path,
        metavar="TỆP",
        help="tệp mật khẩu người xác nhận, chỉ người đó đọc được",
    )
    create.set_defaults(run=_create, command=create)
    recover = group.add_parser(
        "recover", help="mở lại kho sổ bằng phiếu khóa khôi phục khi không ai còn mở được"
    )
    recover.add_argument("login", metavar="TÊN", help="tên đăng nhập người được cấp lại mật khẩu")
    recover.add_argument(
        "--recovery-file", type=Path, required=True, metavar="TỆP", help="tệp phiếu khóa khôi phục"
    )
    add_new_passphrase(recover)
    add_recovery_out(recover, required=True)
    recover.set_defaults(run=_recover)


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
        duty_phone=arguments.duty_phone,
        confirmer=_confirmer(arguments),
    )
    # The file and its room on the disk come first: a vault whose recovery sheet cannot be written
    # must not come to be.
    with recovery_out(arguments.recovery_out) as file:
        founded = terminal.wiring.gate(arguments.directory).found(founding)
        founded.office.close()
        file.write(founded.recovery)
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
    def begin(office: Office, second: SecondPerson | None) -> Future[GenerationBegun]:
        return office.write(
            begin_generation,
            reason=arguments.reason,
            second=present_second(second),
            progress=terminal.progress,
        )

    begun = do_by_two(terminal, arguments, begin)
    if not begun.is_certain:
        raise SheetUncertain(where=str(arguments.recovery_out))
    # Only now: closing the vault put the new register in its place.
    terminal.say(f"Đã đổi toàn bộ khóa của kho sổ, thế hệ {begun.generation}. Mật khẩu như cũ.")
    if begun.dropped:
        terminal.say(f"Đã bỏ đường vào cũ của: {', '.join(begun.dropped)}.")
    say_new_sheet(terminal, arguments, begun)
    terminal.document(
        {
            "generation": begun.generation,
            "dropped": list(begun.dropped),
            "recovery_file": recovery_file(arguments, begun),
        }
    )
    return 0


def _confirmer(arguments: argparse.Namespace) -> NewPerson | None:
    login, name, secret = (
        getattr(arguments, f"confirmer_{option}") for option in ("login", "name", "passphrase_file")
    )
    if login is None and name is None and secret is None:
        return None
    if login is None or name is None or secret is None:
        arguments.command.error(
            "cần đủ --confirmer-login, --confirmer-name, --confirmer-passphrase-file"
        )
    return NewPerson(
        login,
        name,
        frozenset({Role.CONFIRMER}),
        read_secret(secret),
        arguments.confirmer_post or "",
    )


def _recover(terminal: Terminal, arguments: argparse.Namespace) -> int:
    sheet = recovery_sheet(arguments.recovery_file)
    passphrase = read_secret(arguments.new_passphrase_file)
    gate = terminal.wiring.gate(terminal.place)
    with recovery_out(arguments.recovery_out) as file:
        file.write(gate.recover(sheet.key, arguments.login, passphrase))
    terminal.document({"login": arguments.login, "recovery": str(arguments.recovery_out)})
    terminal.say(f"Đã mở lại kho sổ và cấp mật khẩu mới cho {arguments.login}.")
    say_sheet(terminal, arguments.recovery_out)
    return 0
