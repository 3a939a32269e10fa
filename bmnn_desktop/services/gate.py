"""The locked door: founding a vault and unlocking one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.backup import identity
from bmnn_desktop.domain import passphrase as passphrases
from bmnn_desktop.domain.clock import Clock, civil_date
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    AttemptsTampered,
    FieldsWrong,
    FieldWrong,
    LoginInvalid,
    PassphraseTooShort,
    TooManyAttempts,
)
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.session import Role, write_roles
from bmnn_desktop.store import header, keys, opening
from bmnn_desktop.store.attempts import Attempts, Boot, this_boot
from bmnn_desktop.store.journal import Act
from bmnn_desktop.store.schema import Schema

_LOGIN = re.compile(r"[a-z][a-z0-9.-]{1,31}")


@dataclass(frozen=True, slots=True)
class Founding:
    """What the founding act records; the year is the books' first, not the clock's."""

    training: bool
    org: str
    parent_org: str
    place: str
    symbol: str
    login: str
    name: str
    passphrase: str
    year: int
    first_no: int = 1  # of the outgoing register
    paper_reference: str = ""
    incoming_first_no: int = 1
    incoming_paper_reference: str = ""
    small_kdf: bool = False


@dataclass(frozen=True, slots=True)
class Founded:
    """The new vault, open, and its recovery sheet, shown this once."""

    office: Office
    recovery: RecoverySheet


class Gate:
    """The door of the vault at one place. `kdf` is for tests; the product has two costs."""

    def __init__(
        self,
        place: Path,
        *,
        schema: Schema,
        clock: Clock,
        kdf: keys.Kdf | None = None,
        boot: Callable[[], Boot] = this_boot,
    ) -> None:
        self.place = place
        self._schema = schema
        self._clock = clock
        self._kdf = kdf
        self._boot = boot

    def exists(self) -> bool:
        """Tell whether there is a vault, sound or not."""
        return self.place.is_dir() and any(self.place.iterdir())

    def is_training(self) -> bool:
        """Tell whether the vault is for training, from its header."""
        return header.read(self.place).header.training

    def logins(self) -> tuple[str, ...]:
        """Return who can unlock, from the header."""
        slots = header.read(self.place).header.slots
        return tuple(slot.login for slot in slots if slot.is_passphrase)

    def refusal(self) -> TooManyAttempts | AttemptsTampered | None:
        """Return why the next attempt is still refused and how long, None when it is free."""
        is_expected = header.read(self.place).header.counted
        return Attempts(self.place, self._boot, is_expected=is_expected).refusal()

    def copy_training(self, into: Path) -> None:
        """Copy this training vault for a rehearsal; raise NotAllowed for a real one."""
        opening.copy_training(self.place, into)

    def unlock(self, login: str, passphrase: str, *, is_command: bool = False) -> Office:
        """Open the vault; blocks for the key derivation.

        `is_command`: for one command, which carries on a guest session opened by command.

        Raises the errors of `store.opening.open_vault`.
        """
        vault = opening.open_vault(
            self.place,
            login,
            passphrase,
            schema=self._schema,
            clock=self._clock,
            boot=self._boot,
        )
        try:
            return Office(vault, self._clock, is_command=is_command)
        except BaseException:
            vault.close()
            raise

    def found(self, founding: Founding) -> Founded:
        """Found the vault and open it; blocks for two key derivations.

        Raises VaultExists, LoginInvalid, PassphraseTooShort, FieldsWrong, PlaceReadOnly, DiskFull.
        """
        check_founding(founding)
        roles = write_roles(frozenset({Role.KEEPER, Role.ADMINISTRATOR}))
        normal = keys.SMALL_KDF if founding.small_kdf else keys.NORMAL_KDF
        recovery = keys.new_secret()
        founded = opening.found(
            self.place,
            opening.Keeper(founding.login, tidy(founding.name), roles, founding.passphrase),
            lambda act: self._fill(act, founding, recovery),
            recovery=recovery,
            training=founding.training,
            kdf=self._kdf or normal,
            schema=self._schema,
            clock=self._clock,
        )
        sheet = RecoverySheet(recovery, founded.store, founded.fingerprint)
        return Founded(self.unlock(founding.login, founding.passphrase), sheet)

    def _fill(self, act: Act, founding: Founding, recovery: bytes) -> None:
        today = civil_date(self._clock.now()).isoformat()
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
        act.insert(
            "backup_recipient",
            name="Phiếu khóa khôi phục",
            recipient=identity.recipient_text(recovery),
            retired=0,
        )


def check_founding(founding: Founding) -> None:
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
    check_login(founding.login)
    check_passphrase(founding.passphrase)


def check_login(login: str) -> None:
    """Raise LoginInvalid."""
    if not _LOGIN.fullmatch(login):
        raise LoginInvalid


def check_passphrase(passphrase: str) -> None:
    """Raise PassphraseTooShort."""
    if len(passphrase) < passphrases.LEAST:
        raise PassphraseTooShort(least=passphrases.LEAST)
