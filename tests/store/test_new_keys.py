"""A new key and a power cut: whatever moment it comes, the right people get in, nobody else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.errors import DiskFull, KeyRevoked, KnownError, WrongPassphrase
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header
from bmnn_desktop.store.attempts import adopt_counters
from bmnn_desktop.store.vault import Vault
from tests.faults.vaults import copy_vault
from tests.services.offices import PASSPHRASE, cheap_wiring, found
from tests.services.signing import InPerson

HEAD = NewPerson("truong", "Lê Văn Giả", frozenset({Role.CONFIRMER}), "cau cua truong phong")
DEPUTY = replace(HEAD, login="pho", passphrase="cau cua pho chu tich")
NEW = NewPerson("moi", "Đỗ Thị Mới", frozenset({Role.KEEPER}), "cau cua nguoi moi")
MOMENTS = 6  # at least: two halves of the header and a commit
FRESH = "cau moi thay cau quen"


class PowerCut(BaseException):
    """The process is gone; nothing after it runs."""


class Place:
    """A vault of founder, head and deputy, and the sheet in the envelope."""

    def __init__(self, place: Path, sheet: bytes) -> None:
        self.place = place
        self.sheet = sheet

    def copy(self, to: Path) -> Place:
        copy_vault(self.place, to)
        return Place(to, self.sheet)

    @property
    def gate(self) -> Gate:
        adopt_counters(self.place)
        return cheap_wiring().gate(self.place)

    def open(self) -> Office:
        return self.gate.unlock("giu-so", PASSPHRASE)

    @property
    def head(self) -> InPerson:
        return InPerson(self.place, HEAD.login, HEAD.passphrase)

    def answers(self, login: str, passphrase: str) -> type[KnownError] | None:
        """Return how somebody is refused who is the first to come, on a copy; None: let in."""
        shutil.rmtree(self.place.with_name("apart"), ignore_errors=True)
        apart = self.copy(self.place.with_name("apart"))
        try:
            office = apart.gate.unlock(login, passphrase)
        except KnownError as error:
            return type(error)
        office.close()
        return None

    def lets_in(self, login: str, passphrase: str) -> bool:
        try:
            office = self.gate.unlock(login, passphrase)
        except KnownError:
            return False
        try:
            assert office.write(verify_vault).result().verdict == "unknown"
            self.check_slots(office)
        finally:
            office.close()
        return True

    def recovers(self, key: bytes) -> bool:
        """Tell whether a sheet opens the vault, on a copy of it."""
        apart = Place(self.place.with_name("apart"), key)
        shutil.rmtree(apart.place, ignore_errors=True)
        copy_vault(self.place, apart.place)
        try:
            apart.gate.recover(key, "giu-so", FRESH)
        except KnownError:
            return False
        return True

    def check_slots(self, office: Office) -> None:
        slots = [slot.signer for slot in header.read(self.place).header.slots]
        active = office.read(
            lambda desk: [row[0] for row in desk.rows.all("SELECT id FROM signer WHERE retired=0")]
        ).result()
        assert sorted(slots) == sorted(active)


ACTS: dict[str, Callable[[Place, Office], Any]] = {
    "admit": lambda at, office: office.write(admit_person, NEW, second=at.head),
    "rekey": lambda at, office: office.write(rekey_person, "pho", FRESH, second=at.head),
    "revoke": lambda _at, office: office.write(revoke_person, "pho", reason="nghỉ hưu"),
    "renew": lambda at, office: office.write(renew_recovery, second=at.head),
    "passphrase": lambda _at, office: office.write(change_passphrase, PASSPHRASE, FRESH),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = tmp_path_factory.mktemp("keys") / "vault"
    office, sheet = found(place)
    paper = RecoverySheetHolder(sheet.key)
    settled = office.write(admit_person, HEAD, second=paper).result()
    head = InPerson(place, HEAD.login, HEAD.passphrase)
    office.write(admit_person, DEPUTY, second=head).result()
    office.close()
    assert settled.sheet is not None
    return Place(place, settled.sheet.key)


class Switch:
    """Cuts the power at a counted moment, or fills the disk.

    A moment stands before and after each half of the header and before and after each commit.
    """

    def __init__(self) -> None:
        self.moments = 0
        self._at: int | None = None  # None: not counting
        self.is_off = False
        self.is_full = False
        real_write, real_commit = header.write_durably, Vault.commit

        def write(path: Path, data: bytes, **mode: int) -> None:
            is_header = path.name in paths.HEADERS
            self._moment(counts=is_header)
            real_write(path, data, **mode)
            self._moment(counts=is_header)

        def commit(vault: Vault, connection: sqlcipher.Connection) -> None:
            self._moment()
            if self.is_full:
                raise DiskFull
            real_commit(vault, connection)
            self._moment()

        self.write, self.commit = write, commit

    def run(self, act: Callable[[], object], cut_at: int = 0) -> int:
        """Do it until that moment, then cut the power; return how many moments there were."""
        self.moments, self._at, self.is_off = 0, cut_at, False
        try:
            if cut_at:
                with pytest.raises(PowerCut):
                    act()
            else:
                act()
        finally:
            self._at, self.is_off = None, False
        return self.moments

    def _moment(self, *, counts: bool = True) -> None:
        if self._at is None or not counts:
            return
        self.moments += 1
        self.is_off |= self.moments == self._at
        if self.is_off:
            raise PowerCut


@pytest.fixture
def switch(monkeypatch: pytest.MonkeyPatch) -> Switch:
    """Give a switch that every vault opened from now on hangs on."""
    made = Switch()
    monkeypatch.setattr(header, "write_durably", made.write)
    monkeypatch.setattr(Vault, "commit", made.commit)
    return made


@pytest.mark.parametrize("name", ACTS)
def test_a_power_cut_at_any_moment_of_a_new_key(
    built: Place, tmp_path: Path, switch: Switch, name: str
) -> None:
    def run(at: Place, step: int) -> int:
        office = at.open()
        try:
            return switch.run(lambda: ACTS[name](at, office).result(), step)
        finally:
            office.close()

    count = run(built.copy(tmp_path / "count"), 0)
    assert count >= MOMENTS
    decided = []
    for step in range(1, count + 1):
        at = built.copy(tmp_path / f"at {step}")
        run(at, step)
        decided.append(judge(at, name))
    # Nothing is done before the commit, everything after it.
    assert decided == sorted(decided)
    assert set(decided) == {True, False}


def judge(at: Place, name: str) -> bool:
    """Check who gets in; return whether the act took place."""
    first = {phrase: at.answers("pho", phrase) for phrase in (DEPUTY.passphrase, FRESH)}
    assert at.lets_in(HEAD.login, HEAD.passphrase)
    done = {
        "admit": lambda: at.lets_in(NEW.login, NEW.passphrase),
        "rekey": lambda: at.lets_in("pho", FRESH),
        "revoke": lambda: not at.lets_in("pho", DEPUTY.passphrase),
        "renew": lambda: not at.recovers(at.sheet),
        "passphrase": lambda: at.lets_in("giu-so", FRESH),
    }[name]()
    assert at.lets_in("giu-so", PASSPHRASE) is not (done and name == "passphrase")
    assert at.lets_in("pho", DEPUTY.passphrase) is not (done and name in {"rekey", "revoke"})
    assert at.recovers(at.sheet) is not (done and name == "renew")
    # Whoever it is about may be the first to come: the other passphrase is just a wrong one.
    old, new = (None, WrongPassphrase) if name != "rekey" or not done else (WrongPassphrase, None)
    if name == "revoke" and done:
        assert first[DEPUTY.passphrase] in {KeyRevoked, WrongPassphrase}
    else:
        assert first == {DEPUTY.passphrase: old, FRESH: new}
    return done


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_fails_takes_its_slot_back(
    built: Place, tmp_path: Path, switch: Switch, name: str
) -> None:
    """A full disk at the commit, and the session goes on."""
    at = built.copy(tmp_path / "vault")
    office = at.open()
    slots = header.read(at.place).header.slots
    switch.is_full = True
    with pytest.raises(DiskFull):
        ACTS[name](at, office).result()
    switch.is_full = False
    assert header.read(at.place).header.slots == slots
    at.check_slots(office)
    ACTS[name](at, office).result()
    at.check_slots(office)
    office.close()
    assert judge(at, name)


def test_recovering_is_cut_anywhere(built: Place, tmp_path: Path, switch: Switch) -> None:
    """The sheet in the envelope or the new passphrase: one of them always opens the vault."""

    def run(at: Place, step: int) -> int:
        def recover() -> None:
            at.gate.recover(at.sheet, "giu-so", FRESH)

        return switch.run(recover, step)

    count = run(built.copy(tmp_path / "count"), 0)
    decided = []
    for step in range(1, count + 1):
        at = built.copy(tmp_path / f"at {step}")
        run(at, step)
        decided.append(at.lets_in("giu-so", FRESH))
        assert at.lets_in(HEAD.login, HEAD.passphrase)
        assert at.lets_in("giu-so", PASSPHRASE) is not decided[-1]
        assert at.recovers(at.sheet) is not decided[-1]
    assert decided == sorted(decided)
    assert set(decided) == {True, False}
