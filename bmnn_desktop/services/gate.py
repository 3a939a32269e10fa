"""The locked door: founding a vault and unlocking one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.clock import Clock, civil_date
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    AttemptsTampered,
    FieldsWrong,
    FieldWrong,
    LoginTaken,
    PassphraseShared,
    RolesMissing,
    TooManyAttempts,
)
from bmnn_desktop.services.finish import finish
from bmnn_desktop.services.new_person import NewPerson, check_login, check_passphrase
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.recover_person import recover_person
from bmnn_desktop.services.recovery import put_recipient
from bmnn_desktop.services.session import Role, write_roles
from bmnn_desktop.store import header, keys, opening
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.attempts import Attempts, Boot, this_boot
from bmnn_desktop.store.founding import Keeper
from bmnn_desktop.store.founding import found as found_at
from bmnn_desktop.store.schema import Schema


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
    confirmer: NewPerson | None = None  # whose key stands in the first entry beside the keeper's


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
        return tuple(dict.fromkeys(slot.login for slot in slots if slot.is_passphrase))

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
        """Found the vault and open it for the keeper; blocks for the key derivations.

        Raises VaultExists, FieldsWrong, PlaceReadOnly, DiskFull, LoginTaken, PassphraseShared and
        what `NewPerson.check` raises.
        """
        check_founding(founding)
        roles = write_roles(frozenset({Role.KEEPER, Role.ADMINISTRATOR}))
        normal = keys.SMALL_KDF if founding.small_kdf else keys.NORMAL_KDF
        recovery = keys.new_secret()
        founded = found_at(
            self.place,
            Keeper(founding.login, tidy(founding.name), roles, founding.passphrase),
            lambda act: self._fill(act, founding, recovery),
            recovery=recovery,
            training=founding.training,
            kdf=self._kdf or normal,
            schema=self._schema,
            clock=self._clock,
            beside=_beside(founding.confirmer),
        )
        sheet = RecoverySheet(recovery, founded.store, founded.fingerprint)
        return Founded(self.unlock(founding.login, founding.passphrase), sheet)

    def recover(self, recovery: bytes, login: str, passphrase: str) -> RecoverySheet:
        """Open the vault by its recovery key and give a person in it a new key and passphrase.

        Returns the new sheet, shown this once. Blocks for the key derivation. Raises
        PassphraseTooShort, UserUnknown, PersonRevoked and the errors of
        `store.opening.open_by_recovery`; then nothing is changed.
        """
        check_passphrase(passphrase)
        vault = opening.open_by_recovery(
            self.place, recovery, schema=self._schema, clock=self._clock, boot=self._boot
        )
        try:
            work = vault.write(lambda writing: recover_person(writing, vault, login, passphrase))
            return finish(work)
        finally:
            vault.close()

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
    confirmer = founding.confirmer
    if confirmer is not None:
        confirmer.check()
        if Role.CONFIRMER not in confirmer.roles:
            raise RolesMissing
        if confirmer.login == founding.login:
            raise LoginTaken(login=confirmer.login)
        if confirmer.passphrase == founding.passphrase:
            raise PassphraseShared
