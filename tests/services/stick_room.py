"""A real vault beside a USB port of the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import NewMedium, Purpose, Withdrawal
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    KnownError,
)
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.enrol_medium import EnrolledMedium, enrol_medium
from bmnn_desktop.services.list_media import (
    Listed,
    list_media,
)
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.withdraw_medium import withdraw_medium
from tests.media.plugged import FakePort, stick
from tests.services.offices import FOUNDING, FakeClock, add, cheap_wiring, entries

LABEL = NewMedium(Purpose.BACKUP, "01/USB", Level.TOI_MAT, "Phạm Giữ Đĩa", "Két số 1")
SERIAL = "4C530001230509117"


@dataclass
class Room:
    """A real vault with one document, and the port beside it."""

    office: Office
    port: FakePort
    home: Path
    sheet: RecoverySheet
    clock: FakeClock

    def plug(self, name: str = "usb", serial: str = SERIAL, **changed: object) -> Path:
        root = self.home / name
        root.mkdir(exist_ok=True)
        self.port.put(stick(root, serial, **changed))
        return root

    def enrol(self, root: Path, **changed: object) -> EnrolledMedium:
        new = replace(LABEL, **changed)  # type: ignore[arg-type]
        made = self.office.write(
            enrol_medium, root, new, second=RecoverySheetHolder(self.sheet.key)
        ).result()
        self.sheet = made.sheet or self.sheet
        return made

    def back_up(self, root: Path) -> int:
        return self.office.write(create_backup, root).result().number

    def withdraw(self, number: str = "01/USB", why: Withdrawal = Withdrawal.LOST) -> None:
        settled = self.office.write(
            withdraw_medium,
            number,
            why,
            reason="kiểm kê",
            second=RecoverySheetHolder(self.sheet.key),
        ).result()
        self.sheet = settled.sheet or self.sheet

    def listed(self, number: str = "01/USB") -> Listed:
        found = self.office.read(list_media).result()
        return next(one for one in found if one.inventory_no == number)


@contextmanager
def open_room(tmp_path: Path) -> Iterator[Room]:
    port = FakePort()
    clock = FakeClock()
    wiring = replace(cheap_wiring(clock), usb=port)
    founded = wiring.gate(tmp_path / "vault").found(replace(FOUNDING, training=False))
    add(founded.office)
    made = Room(founded.office, port, tmp_path, founded.recovery, clock)
    yield made
    made.office.close()


def refused(
    room: Room, error: type[KnownError], act: Callable[[], object], *roots: Path
) -> KnownError:
    """Run `act`, which must fail, and look that neither journal nor stick has changed."""
    before = entries(room.office), [file_bytes(root) for root in roots]
    with pytest.raises(error) as failure:
        act()
    assert type(failure.value) is error
    assert (entries(room.office), [file_bytes(root) for root in roots]) == before
    return failure.value


def file_bytes(root: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(root.iterdir()) if one.is_file()}
