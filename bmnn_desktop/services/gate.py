"""The locked door: founding a vault and unlocking one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.errors import AttemptsTampered, TooManyAttempts
from bmnn_desktop.store import header
from bmnn_desktop.store.attempts import Attempts, Boot, this_boot
from bmnn_desktop.store.schema import Schema

if TYPE_CHECKING:
    from bmnn_desktop.domain.recovery_sheet import RecoverySheet
    from bmnn_desktop.media.port import UsbPort
    from bmnn_desktop.services.new_person import NewPerson
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.store.keys import Kdf
    from bmnn_desktop.store.upgrade import Upgrade


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
    duty_phone: str = ""  # whom to call when a copy is not found
    confirmer: NewPerson | None = None  # whose key stands in the first entry beside the keeper's


@dataclass(frozen=True, slots=True)
class Founded:
    """The new vault, open, and its recovery sheet, shown this once."""

    office: Office
    recovery: RecoverySheet


class Gate:
    """The door of the vault at one place. `kdf` is for tests; the product has two costs.

    What lies behind the door is loaded when it is wanted, or by `prepare`: the window that asks for
    the passphrase does not wait for it.
    """

    def __init__(
        self,
        place: Path,
        *,
        schema: Schema,
        clock: Clock,
        kdf: Kdf | None = None,
        boot: Callable[[], Boot] = this_boot,
        usb: UsbPort,
    ) -> None:
        self.place = place
        self._schema = schema
        self._clock = clock
        self._kdf = kdf
        self._boot = boot
        self._usb = usb

    def prepare(self) -> None:
        """Load on a thread of its own what unlocking needs; returns at once."""

        def load() -> None:
            from bmnn_desktop.services import office  # noqa: F401, PLC0415
            from bmnn_desktop.store import opening  # noqa: F401, PLC0415

        threading.Thread(target=load, name="behind the door", daemon=True).start()

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
        from bmnn_desktop.store import opening  # noqa: PLC0415

        opening.copy_training(self.place, into)

    def unlock(self, login: str, passphrase: str, *, is_command: bool = False) -> Office:
        """Open the vault; blocks for the key derivation.

        `is_command`: for one command, which carries on a guest session opened by command.

        Raises the errors of `store.opening.open_vault`.
        """
        from bmnn_desktop.services.office import Office  # noqa: PLC0415
        from bmnn_desktop.store import opening  # noqa: PLC0415

        vault = opening.open_vault(
            self.place,
            login,
            passphrase,
            schema=self._schema,
            clock=self._clock,
            boot=self._boot,
            before_upgrade=self._before_upgrade,
        )
        try:
            return Office(vault, self._clock, self._usb, is_command=is_command)
        except BaseException:
            vault.close()
            raise

    def found(self, founding: Founding) -> Founded:
        """Found the vault and open it for the keeper; blocks for the key derivations.

        Raises VaultExists, FieldsWrong, PlaceReadOnly, DiskFull, LoginTaken, PassphraseShared and
        what `NewPerson.check` raises.
        """
        from bmnn_desktop.services.duty_phone import set_duty_phone  # noqa: PLC0415
        from bmnn_desktop.services.found_vault import found_vault  # noqa: PLC0415

        sheet = found_vault(
            self.place, founding, schema=self._schema, clock=self._clock, kdf=self._kdf
        )
        office = self.unlock(founding.login, founding.passphrase)
        if founding.duty_phone.strip():
            office.write(set_duty_phone, founding.duty_phone).result()
        return Founded(office, sheet)

    def recover(self, recovery: bytes, login: str, passphrase: str) -> RecoverySheet:
        """Open the vault by its recovery key and give a person in it a new key and passphrase.

        Returns the new sheet, shown this once. Blocks for the key derivation. Raises
        PassphraseTooShort, UserUnknown, PersonRevoked and the errors of
        `store.opening.open_by_recovery`; then nothing is changed.
        """
        from bmnn_desktop.services.finish import finish  # noqa: PLC0415
        from bmnn_desktop.services.new_person import check_passphrase  # noqa: PLC0415
        from bmnn_desktop.services.recover_person import recover_person  # noqa: PLC0415
        from bmnn_desktop.store import opening  # noqa: PLC0415

        check_passphrase(passphrase)
        vault = opening.open_by_recovery(
            self.place,
            recovery,
            schema=self._schema,
            clock=self._clock,
            boot=self._boot,
            before_upgrade=self._before_upgrade,
        )
        try:
            work = vault.write(lambda writing: recover_person(writing, vault, login, passphrase))
            return finish(work)
        finally:
            vault.close()

    def _before_upgrade(self, upgrade: Upgrade) -> str:
        from bmnn_desktop.services.copy_before_upgrade import (  # noqa: PLC0415
            copy_before_upgrade,
        )

        return copy_before_upgrade(upgrade, self._clock)
