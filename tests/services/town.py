"""One vault and the people who come and go."""

from __future__ import annotations

from pathlib import Path

import pytest

from bmnn_desktop.errors import (
    KnownError,
)
from bmnn_desktop.services.act_of_two import Settled
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header
from bmnn_desktop.store.attempts import adopt_counters
from tests.services.offices import cheap_wiring, found
from tests.services.signing import InPerson

HEAD = NewPerson(
    "truong", "Lê Văn Giả", frozenset({Role.CONFIRMER}), "cau cua truong phong", "Chủ tịch"
)
NEXT = NewPerson("moi", "Đỗ Thị Mới", frozenset({Role.KEEPER}), "cau cua nguoi moi", "Văn thư")
FORGOTTEN = "cau moi thay cau quen"


class Town:
    """One vault and the people who come and go."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.office, self.sheet = found(place)

    def sign(self, new: NewPerson = HEAD) -> InPerson:
        """Return the confirming person in presence."""
        return InPerson(self.place, new.login, new.passphrase)

    @property
    def paper(self) -> RecoverySheetHolder:
        """Return whoever holds the recovery sheet."""
        return RecoverySheetHolder(self.sheet.key)

    def admit(self, new: NewPerson, second: SecondPerson) -> Settled:
        """Admit a person; a new sheet goes into the envelope."""
        return self.keep(self.office.write(admit_person, new, second=second).result())

    def keep(self, settled: Settled) -> Settled:
        """Put a new sheet into the envelope."""
        if settled.sheet is not None:
            self.sheet = settled.sheet
        return settled

    def enter(self, login: str, passphrase: str) -> Office:
        """Close the vault and open it as somebody."""
        self.office.close()
        self.office = cheap_wiring().gate(self.place).unlock(login, passphrase)
        return self.office

    def refuses(self, login: str, passphrase: str) -> type[KnownError]:
        """Close the vault and tell how somebody is refused."""
        self.office.close()
        adopt_counters(self.place)  # nothing is counted from test to test
        with pytest.raises(KnownError) as caught:
            cheap_wiring().gate(self.place).unlock(login, passphrase)
        return type(caught.value)

    def recover(self, login: str, passphrase: str = FORGOTTEN) -> None:
        """Open the vault with the sheet, for somebody."""
        self.office.close()
        gate = cheap_wiring().gate(self.place)
        self.sheet = gate.recover(self.sheet.key, login, passphrase)
        self.office = gate.unlock(login, passphrase)

    def member(self, login: str) -> Member:
        """Return what the list says of somebody."""
        listed = self.office.read(list_people).result()
        return next(one for one in listed if one.login == login)

    def is_sound(self) -> bool:
        """Verify the vault and that every slot belongs to a key that may sign, once."""
        slots = header.read(self.place).header.slots
        active = self.office.read(
            lambda desk: {row[0] for row in desk.rows.all("SELECT id FROM signer WHERE retired=0")}
        ).result()
        assert sorted(slot.signer for slot in slots) == sorted(active)
        return self.office.write(verify_vault).result().verdict == "unknown"
