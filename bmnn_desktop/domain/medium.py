"""USB sao lưu, USB nhập: what is plugged in, what was enrolled, and which place is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import (
    MediumNetwork,
    MediumNotRemovable,
    MediumReadOnly,
    MediumSerialMissing,
    MediumSystem,
)

USB = "usb"
_LEAST_SERIAL = 4  # a shorter one, or one of a single character, names no single device


class Purpose(Enum):
    """What a stick may be used for; the value is what the vault stores."""

    BACKUP = "backup"
    INWARD = "inward"  # read only: plans and old books come in by it

    @property
    def label(self) -> str:
        """Return the name people use."""
        return "USB sao lưu" if self is Purpose.BACKUP else "USB nhập"


class Withdrawal(Enum):
    """Why a stick is used no more; the value is what the vault stores."""

    LOST = "lost"
    DAMAGED = "damaged"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        """Return the reason as screen and paper say it."""
        return _WITHDRAWALS[self]


_WITHDRAWALS = {
    Withdrawal.LOST: "bị mất",
    Withdrawal.DAMAGED: "bị hỏng",
    Withdrawal.RETIRED: "thôi dùng",
}


@dataclass(frozen=True, slots=True)
class Plugged:
    """A mounted file system and the device under it; everything here can be forged but by us."""

    root: Path  # where it is mounted
    serial: str
    model: str  # vendor and model
    volume: str  # the file system's own identifier
    bus: str
    size: int  # of the device, bytes
    is_removable: bool
    is_read_only: bool
    is_network: bool
    is_system: bool  # on a disk from which this computer runs

    @property
    def is_stick(self) -> bool:
        """Tell whether it is plugged in from outside, for lists: a system disk is no choice."""
        return not self.is_system and not self.is_network and self._is_from_outside

    def check_place(self, *, writes: bool = True) -> None:
        """Raise why no medium can be here: MediumNetwork, MediumSystem, MediumNotRemovable,
        MediumSerialMissing, and where something is written MediumReadOnly.
        """  # noqa: D205
        if self.is_network:
            raise MediumNetwork
        if self.is_system:
            raise MediumSystem
        if not self._is_from_outside:
            raise MediumNotRemovable
        if len(self.serial) < _LEAST_SERIAL or len(set(self.serial)) == 1:
            raise MediumSerialMissing
        if writes and self.is_read_only:
            raise MediumReadOnly

    @property
    def _is_from_outside(self) -> bool:
        # USB disks call themselves fixed, card readers sit on other buses: either is enough.
        return self.is_removable or self.bus == USB


@dataclass(frozen=True, slots=True)
class NewMedium:
    """What is written on the label and in the list when a stick is enrolled."""

    purpose: Purpose
    inventory_no: str
    level: Level
    custodian: str
    place: str  # where it is kept


@dataclass(frozen=True, slots=True)
class Medium:
    """An enrolled stick: a carrier in the books."""

    id: int
    purpose: Purpose
    inventory_no: str
    level: Level
    custodian: str
    place: str
    serial: str
    model: str
    size: int
    token: str
    counter: int
    enrolled_on: date
    withdrawn_on: date | None
    withdrawal: Withdrawal | None

    @property
    def name(self) -> str:
        """Return "USB sao lưu số 01/USB"."""
        return f"{self.purpose.label} số {self.inventory_no}"


def same_serial(one: str, other: str) -> bool:
    """Compare serials as devices tell them: case and blanks differ between systems."""
    return "".join(one.split()).lower() == "".join(other.split()).lower()
