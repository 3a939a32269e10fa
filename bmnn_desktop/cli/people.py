"""`person …` and `recovery renew`: who works with the vault, and their keys."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_group
from bmnn_desktop.cli.by_two import add_by_two, do_by_two, recovery_file, say_new_sheet
from bmnn_desktop.cli.second import present_second
from bmnn_desktop.cli.secret_file import read_secret
from bmnn_desktop.cli.sticks import add_stick
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.services.act_of_two import Settled
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.session import Role

Act = Callable[[Office, SecondPerson], Future[Settled]]


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "person", "người dùng kho sổ")
    add_stick(group)
    group.add_parser("list", help="liệt kê người dùng kho sổ").set_defaults(run=_list)
    admit = group.add_parser("admit", help="thêm người dùng kho sổ")
    admit.add_argument("--login", required=True, metavar="TÊN", help="tên đăng nhập")
    admit.add_argument("--name", required=True, metavar="TÊN", help="họ và tên")
    admit.add_argument("--post", default="", metavar="CHỨC_VỤ", help="chức vụ")
    _add_roles(admit, required=True)
    add_new_passphrase(admit)
    add_by_two(admit)
    admit.set_defaults(run=_admit)
    change = group.add_parser("change", help="đổi họ tên, chức vụ, vai trò")
    _add_login(change)
    change.add_argument("--name", metavar="TÊN", help="họ và tên mới")
    change.add_argument("--post", metavar="CHỨC_VỤ", help="chức vụ mới")
    _add_roles(change, required=False)
    add_by_two(change)
    change.set_defaults(run=_change)
    rekey = group.add_parser("rekey", help="cấp lại mật khẩu và khóa ký cho người khác")
    _add_login(rekey)
    add_new_passphrase(rekey)
    add_by_two(rekey)
    rekey.set_defaults(run=_rekey)
    revoke = group.add_parser("revoke", help="thu hồi quyền, có hiệu lực ngay")
    _add_login(revoke)
    revoke.add_argument("--reason", default="", metavar="LÝ_DO", help="lý do, bắt buộc")
    revoke.set_defaults(run=_revoke)
    release = group.add_parser("release", help="giải tỏa trách nhiệm giữ của người đã thu hồi")
    _add_login(release)
    add_by_two(release)
    release.set_defaults(run=_release)
    own = group.add_parser("passphrase", help="đổi mật khẩu của chính mình")
    add_new_passphrase(own)
    own.set_defaults(run=_passphrase)
    recovery = add_group(commands, "recovery", "phiếu khóa khôi phục")
    renew = recovery.add_parser("renew", help="cấp phiếu khóa khôi phục mới, phiếu cũ hết hiệu lực")
    add_by_two(renew)
    renew.set_defaults(run=_renew)


def add_new_passphrase(command: Parser) -> None:
    """Add the file of a new passphrase."""
    command.add_argument(
        "--new-passphrase-file",
        type=Path,
        required=True,
        metavar="TỆP",
        help="tệp mật khẩu mới, chỉ mình đọc được",
    )


def _add_login(command: Parser) -> None:
    command.add_argument("login", metavar="TÊN", help="tên đăng nhập người đó")


def _add_roles(command: Parser, *, required: bool) -> None:
    command.add_argument(
        "--role",
        dest="roles",
        action="append",
        required=required,
        choices=tuple(role.value for role in Role),
        metavar="VAI_TRÒ",
        help="; ".join(f"{role.value}: {role.label}" for role in Role),
    )


def _list(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_people).result()
    terminal.document({"people": [_shown(one) for one in found]})
    for one in found:
        roles = ", ".join(role.label for role in sorted(one.roles, key=lambda role: role.value))
        terminal.say(f"{one.login}\t{one.name}\t{one.post}\t{roles}\t{one.state}")
    return 0


def _admit(terminal: Terminal, arguments: argparse.Namespace) -> int:
    new = NewPerson(
        arguments.login,
        arguments.name,
        _roles(arguments),
        read_secret(arguments.new_passphrase_file),
        arguments.post,
    )
    return _by_two(
        terminal,
        arguments,
        lambda office, second: office.write(admit_person, new, second=second),
        f"Đã thêm {arguments.login}.",
    )


def _change(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return _by_two(
        terminal,
        arguments,
        lambda office, second: office.write(
            change_person,
            arguments.login,
            second=second,
            name=arguments.name,
            post=arguments.post,
            roles=None if arguments.roles is None else _roles(arguments),
        ),
        f"Đã đổi thông tin của {arguments.login}; vai trò mới có từ lần mở khóa sau.",
    )


def _rekey(terminal: Terminal, arguments: argparse.Namespace) -> int:
    passphrase = read_secret(arguments.new_passphrase_file)
    return _by_two(
        terminal,
        arguments,
        lambda office, second: office.write(
            rekey_person, arguments.login, passphrase, second=second
        ),
        f"Đã cấp lại mật khẩu và khóa ký cho {arguments.login}; mật khẩu cũ hết hiệu lực.",
    )


def _release(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return _by_two(
        terminal,
        arguments,
        lambda office, second: office.write(release_person, arguments.login, second=second),
        f"Đã giải tỏa trách nhiệm giữ của {arguments.login}.",
    )


def _renew(terminal: Terminal, arguments: argparse.Namespace) -> int:
    return _by_two(
        terminal,
        arguments,
        lambda office, second: office.write(renew_recovery, second=second),
        "Phiếu khóa khôi phục cũ hết hiệu lực.",
        renews=True,
    )


def _revoke(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        entry = office.write(revoke_person, arguments.login, reason=arguments.reason).result()
    terminal.document({"login": arguments.login, "entry": entry})
    terminal.say(f"Đã thu hồi quyền của {arguments.login}.")
    return 0


def _passphrase(terminal: Terminal, arguments: argparse.Namespace) -> int:
    old, new = terminal.passphrase(), read_secret(arguments.new_passphrase_file)
    with terminal.office() as office:
        entry = office.write(change_passphrase, old, new).result()
    terminal.document({"login": office.session.login, "entry": entry})
    terminal.say("Đã đổi mật khẩu; mật khẩu cũ hết hiệu lực.")
    return 0


def _by_two(
    terminal: Terminal,
    arguments: argparse.Namespace,
    act: Act,
    words: str,
    *,
    renews: bool = False,
) -> int:
    """Do what two sign, and say so."""
    settled = do_by_two(
        terminal,
        arguments,
        lambda office, second: act(office, present_second(second)),
        renews=renews,
    )
    terminal.document({"entry": settled.entry, "recovery": recovery_file(arguments, settled)})
    terminal.say(words)
    say_new_sheet(terminal, arguments, settled)
    return 0


def _roles(arguments: argparse.Namespace) -> frozenset[Role]:
    return frozenset(Role(name) for name in arguments.roles)


def _shown(one: Member) -> dict[str, object]:
    return {
        "login": one.login,
        "name": one.name,
        "post": one.post,
        "roles": sorted(role.value for role in one.roles),
        "revoked_on": None if one.revoked_on is None else one.revoked_on.isoformat(),
        "released_on": None if one.released_on is None else one.released_on.isoformat(),
        "opens": one.opens,
        "signs": one.signs,
    }
