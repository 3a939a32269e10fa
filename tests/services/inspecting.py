"""An inspector in the office, and short ways to see what is recorded of him."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.inspection import NewInspection
from bmnn_desktop.services.inspection import find_inspection, show_looks
from bmnn_desktop.services.office import Office
from tests.services.offices import PASSPHRASE, FakeClock, cheap_wiring

NEW = NewInspection("Đỗ Văn Kiểm", "Công an tỉnh Giả Định", "15/QĐ-CAT", date(2026, 3, 2))


def looks(office: Office) -> list[tuple[str, str]]:
    """Return kind and words of what is recorded in the newest session."""
    number = office.read(find_inspection, None).result().id
    recorded = office.read(show_looks, number).result()
    return [(each.look.kind.value, each.look.what) for each in recorded]


def again(office: Office, clock: FakeClock, *, is_command: bool = False) -> Office:
    """Unlock anew, as the next process does."""
    place = office.place
    return cheap_wiring(clock).gate(place).unlock("giu-so", PASSPHRASE, is_command=is_command)


def killed(office: Office) -> None:
    """End a process in the middle: nothing is written, the lock is freed by the system."""
    office._vault.close()
    office.session.guest.leave()  # this process knows nothing any more
