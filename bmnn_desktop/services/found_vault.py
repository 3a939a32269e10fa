"""Lập kho sổ: founding a vault."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.clock import Clock, civil_date
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong, FieldWrong, LoginTaken, PassphraseShared, RolesMissing
from bmnn_desktop.services.duty_phone import check_duty_phone
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.new_person import NewPerson, check_login, check_passphrase
from bmnn_desktop.services.recovery import put_recipient
from bmnn_desktop.services.session import Role, write_roles
from bmnn_desktop.store import keys
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.founding import Keeper
from bmnn_desktop.store.founding import found as found_at
from bmnn_desktop.store.schema import Schema


def found_vault(
    place: Path, founding: Founding, *, schema: Schema, clock: Clock, kdf: keys.Kdf | None
) -> RecoverySheet:
    """Found the vault at `place` and return its recovery sheet; blocks for the key derivations.

    Raises what `Gate.found` raises, and then nothing is written.
    """
    _check_founding(founding)
    roles = write_roles(frozenset({Role.KEEPER, Role.ADMINISTRATOR}))
    normal = keys.SMALL_KDF if founding.small_kdf else keys.NORMAL_KDF
    recovery = keys.new_secret()
    today = civil_date(clock.now()).isoformat()
    founded = found_at(
        place,
        Keeper(founding.login, tidy(founding.name), roles, founding.passphrase),
        lambda act: _fill(act, founding, recovery, today),
        recovery=recovery,
        training=founding.training,
        kdf=kdf or normal,
        schema=schema,
        clock=clock,
        beside=_beside(founding.confirmer),
    )
    return RecoverySheet(recovery, founded.store, founded.fingerprint)


def _fill(act: Act, founding: Founding, recovery: bytes, today: str) -> None:
    act.insert(
        "organisation",
        effective_from=today,
        name=tidy(founding.org),
        parent_name=tidy(founding.parent_org),
        place=tidy(founding.place),
        symbol=tidy(founding.symbol),
    )
    for book, first_no, reference in (
        ("outgoing", founding.first_no, founding.paper_reference),
        ("incoming", founding.incoming_first_no, founding.incoming_paper_reference),
    ):
        act.insert(
            "volume",
            book=book,
            year=founding.year,
            number=1,
            first_no=first_no,
            opened_on=today,
            paper_reference=tidy(reference),
        )
    put_recipient(act, recovery)


def _beside(confirmer: NewPerson | None) -> Keeper | None:
    if confirmer is None:
        return None
    return Keeper(
        confirmer.login,
        tidy(confirmer.name),
        write_roles(confirmer.roles),
        confirmer.passphrase,
        tidy(confirmer.post),
    )


def _check_founding(founding: Founding) -> None:
    """Raise what is wrong with a founding before anything is written."""
    wrong = tuple(
        FieldWrong(field=name, label=label, why="chưa ghi.")
        for name, label, value in (
            ("org", "Tên cơ quan, tổ chức", founding.org),
            ("place", "Địa danh", founding.place),
            ("name", "Họ và tên", founding.name),
        )
        if not tidy(value)
    )
    if not 1945 <= founding.year <= 2199:  # noqa: PLR2004
        wrong += (FieldWrong(field="year", label="Năm", why="phải từ 1945 đến 2199."),)
    for name, label, number in (
        ("first_no", "Số đầu tiên của sổ đi", founding.first_no),
        ("incoming_first_no", "Số đầu tiên của sổ đến", founding.incoming_first_no),
    ):
        if not 1 <= number <= 99999:  # noqa: PLR2004
            wrong += (FieldWrong(field=name, label=label, why="phải từ 1 đến 99999."),)
    if wrong:
        raise FieldsWrong(wrong)
    check_duty_phone(founding.duty_phone)
    check_login(founding.login)
    check_passphrase(founding.passphrase)
    confirmer = founding.confirmer
    if confirmer is not None:
        confirmer.check()
        if Role.CONFIRMER not in confirmer.roles:
            raise RolesMissing
        if confirmer.login == founding.login:
            raise LoginTaken(login=confirmer.login)
        if confirmer.passphrase == founding.passphrase:
            raise PassphraseShared
