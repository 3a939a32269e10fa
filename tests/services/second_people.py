"""A vault of two people: the keeper at the desk, a confirming person with secrets of his own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.enrol_stick import enrol_stick
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.signed_apart import Command, SecretFiles, SignedApart, sign_command
from bmnn_desktop.store import keys
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import Kdf, SigningKey
from tests.services.offices import FakeClock, add, cheap_wiring, found, print_out
from tests.services.signing import ChosenHere

CHIEF = "hung"
CHIEF_PASSPHRASE = "hai ba bon nam sau bay"
PIN = "270619"
CHEAP = Kdf(64, 1, 1)


@dataclass
class TwoPeople:
    """The keeper's open office, and what the confirming person has."""

    office: Office
    sheet: RecoverySheet
    home: Path
    clock: FakeClock
    chief: Signer

    @property
    def stick_dir(self) -> Path:
        """Return the directory of the chief's stick."""
        return self.home / "usb"

    def secret(self, name: str, text: str) -> Path:
        """Write a secret only its owner can read."""
        path = self.home / name
        path.touch(mode=0o600)
        path.write_text(text + "\n", encoding="utf-8")
        return path

    def passphrase_files(self, text: str = CHIEF_PASSPHRASE) -> SecretFiles:
        """Return the chief's passphrase, right or not, as files."""
        return SecretFiles((self.secret("chief.txt", text),))

    def stick_files(self, pin: str = PIN) -> SecretFiles:
        """Return the chief's stick with a PIN as files."""
        return SecretFiles((self.stick_dir, self.secret("pin.txt", pin)))

    def apart(
        self,
        files: SecretFiles | None = None,
        *,
        login: str = CHIEF,
        command: Command = sign_command,
        patience: float = 60,
    ) -> SignedApart:
        """Return the chief, who signs in a process of his own."""
        files = files or self.passphrase_files()
        place = self.office.place
        return SignedApart(place, login, files, command=command, patience=patience)

    def enrol(self, pin: str = PIN) -> int:
        """Give the chief a stick and return the row of its key."""
        self.stick_dir.mkdir(exist_ok=True)
        return self.office.write(
            enrol_stick, CHIEF, place=self.stick_dir, maker=ChosenHere(pin), second=self.apart()
        ).result().signer  # fmt: skip

    def propose(self, symbol: str = "UBND-VP") -> int:
        """Propose that the body be called otherwise; return the entry's number."""

        def work(desk: WritingDesk) -> int:
            with desk.journal.propose("person.change", reason="đổi ký hiệu") as act:
                act.update("organisation", 1, symbol=symbol)
            return act.seq

        return self.office.write(work).result()

    def symbol(self) -> str:
        """Return what the body is called."""
        sql = "SELECT symbol FROM organisation"
        return self.office.read(lambda desk: str(desk.rows.value(sql))).result()

    def strike_printed(self) -> int:
        """Register, print and strike a number; return the entry that waits for confirmation."""
        line = add(self.office)
        print_out(self.office, self.home / f"so-{line.seq_no}.pdf")
        return self.office.write(
            annul_document, "outgoing", year=2026, seq_no=line.seq_no, reason="đăng ký hai lần"
        ).result()  # fmt: skip

    def entries(self) -> int:
        """Return the number of the last entry."""
        return self.office.read(
            lambda desk: int(desk.rows.value("SELECT max(seq) FROM entry"))
        ).result()


def admit(
    office: Office, sheet: RecoverySheet, login: str, passphrase: str, roles: str = "confirmer"
) -> Signer:
    """Admit a person with a passphrase, approved by the recovery sheet; return the new key."""
    seed = os.urandom(32)
    key = SigningKey(seed)

    def work(desk: WritingDesk) -> Signer:
        with desk.journal.propose("person.admit") as act:
            person = act.insert("person", login=login, name=f"Lê Văn {login}", roles=roles)
            row = act.insert("signer", person_id=person, public_key=key.public, retired=0)
        desk.writing.change_header(
            lambda head, root: head.with_passphrase(
                login, row, passphrase, CHEAP, root=root, seed=seed
            )
        )
        desk.journal.approve(act.seq, RecoverySheetHolder(sheet.key).signer(desk.rows))
        return Signer(row, key)

    return office.write(work).result()


def two_people(home: Path, clock: FakeClock) -> TwoPeople:
    """Found a vault and admit the confirming person."""
    office, sheet = found(home / "vault", clock)
    chief = admit(office, sheet, CHIEF, CHIEF_PASSPHRASE)
    return TwoPeople(office, sheet, home, clock, chief)


def unlock_as(home: Path, clock: FakeClock, login: str, passphrase: str) -> Office:
    """Open the vault as another person."""
    return cheap_wiring(clock).gate(home / "vault").unlock(login, passphrase)


def stick_key(place: Path, signer: int, secret: bytes, pin: str = PIN) -> tuple[bytes, bytes]:
    """Return slot key and seed behind a stick: what no other process may ever hold."""
    from bmnn_desktop.store import header  # noqa: PLC0415

    head = header.read(place).header
    seed, slot = head.unlock_stick(CHIEF, signer, pin, secret)
    assert slot.kdf is not None
    return keys.stick_key(pin, slot.salt, slot.kdf, secret), seed
