"""Invented vaults to break: cheap keys, a handful of documents, the command line at hand."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import cli, paths
from bmnn_desktop.domain.clock import SystemClock
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header, opening
from bmnn_desktop.store.attempts import adopt_counters
from bmnn_desktop.store.connection import open_database
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import Kdf, SigningKey, recovery_seed
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.vault import Vault, Writing
from bmnn_desktop.wiring import Wiring

LOGIN = "lan"
PASSPHRASE = "mot hai ba bon nam sau"
CHEAP = Kdf(64, 1, 1)
BOOK = "outgoing"
YEAR = 2026
REPO = Path(__file__).resolve().parent.parent.parent


def founding(**changed: Any) -> Founding:  # noqa: ANN401
    """Return the founding of an invented commune's training vault."""
    fields: dict[str, Any] = {
        "training": True,
        "org": "Ủy ban nhân dân xã Mẫu Sơn",
        "parent_org": "Ủy ban nhân dân tỉnh Mẫu",
        "place": "Mẫu Sơn",
        "symbol": "UBND",
        "login": LOGIN,
        "name": "Trần Thị Lan",
        "passphrase": PASSPHRASE,
        "year": YEAR,
    }
    return Founding(**{**fields, **changed})


def document(number: int, **changed: Any) -> NewDocument:  # noqa: ANN401
    """Return an invented document."""
    level = (Level.MAT, Level.TOI_MAT, Level.TUYET_MAT)[number % 3]
    fields: dict[str, Any] = {
        "doc_number": f"{number:02}/KH-UBND",
        "doc_date": date(YEAR, 1 + number % 12, 1 + number % 28),
        "doc_type": ("Kế hoạch", "Báo cáo", "Công văn")[number % 3],
        "subject": f"Nội dung tập huấn số {number}" if level.allows_subject else "",
        "level": level,
        "signer": "Nguyễn Văn Mẫu",
        "recipients": ("Công an xã Mẫu", "Đảng ủy xã Mẫu")[: 1 + number % 2],
        "holding_unit": "Văn phòng",
    }
    return NewDocument(**{**fields, **changed})


def json_line(number: int) -> str:
    """Return the same document as the command line reads it."""
    new = document(number)
    assert new.doc_date is not None
    assert new.level is not None
    return json.dumps(
        {
            "doc_number": new.doc_number,
            "doc_date": new.doc_date.isoformat(),
            "doc_type": new.doc_type,
            "subject": new.subject,
            "level": new.level.label,
            "signer": new.signer,
            "recipients": list(new.recipients),
            "holding_unit": new.holding_unit,
        }
    )


@dataclass(frozen=True)
class Sample:
    """A closed vault and what a thief of everything would know of it."""

    place: Path
    key: str
    recovery: RecoverySheet
    confirmer: Signer | None = None  # the second person

    @property
    def database(self) -> Path:
        """Return the encrypted file."""
        return self.place / paths.REGISTER

    @contextlib.contextmanager
    def sql(self) -> Iterator[sqlcipher.Connection]:
        """Give an SQL tool with the right key, and nothing in its way."""
        connection = open_database(self.database, self.key)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA recursive_triggers = OFF")
        try:
            yield connection
        finally:
            connection.close()

    def signer(self) -> Signer:
        """Return the keeper's signing key."""
        _root, seed, slot = header.read(self.place).header.unlock(LOGIN, PASSPHRASE)
        return Signer(slot.signer, SigningKey(seed))

    def recovery_signer(self) -> Signer:
        """Return the recovery sheet's signing key."""
        return Signer(2, SigningKey(recovery_seed(self.recovery.key)))

    def second_signer(self) -> Signer:
        """Return the confirming person's signing key."""
        if self.confirmer is None:
            raise LookupError("a vault of one person")
        return self.confirmer

    def open(self, schema: Schema | None = None) -> Vault:
        """Unlock the vault below the services."""
        return opening.open_vault(
            self.place, LOGIN, PASSPHRASE, schema=schema or Schema(), clock=SystemClock()
        )

    def store(self) -> bytes:
        """Return the vault's identity."""
        return header.read(self.place).header.store

    def copy(self, place: Path) -> Sample:
        """Copy the vault to `place`, replacing what is there."""
        shutil.rmtree(place, ignore_errors=True)
        copy_vault(self.place, place)
        return replace(self, place=place)

    def add(self, numbers: range) -> None:
        """Register more documents."""
        office = Wiring(kdf=CHEAP).gate(self.place).unlock(LOGIN, PASSPHRASE)
        try:
            for number in numbers:
                office.write(add_document, BOOK, document(number)).result()
        finally:
            office.close()

    def head_code(self) -> str:
        """Return the code that a sheet printed now would carry."""
        office = Wiring(kdf=CHEAP).gate(self.place).unlock(LOGIN, PASSPHRASE)
        try:
            head = office.write(verify_vault).result().head
        finally:
            office.close()
        if head is None:
            raise ValueError("a damaged vault has no head")
        return head.code


def copy_vault(place: Path, into: Path) -> Path:
    """Copy a vault as if it had always been there: a mere copy waits and is told."""
    shutil.copytree(place, into)
    adopt_counters(into)
    return into


def admit_second(sample: Sample) -> Signer:
    """Admit a confirming person, approved by the recovery sheet; return the new key."""
    key = SigningKey(os.urandom(32))

    def admit(writing: Writing) -> int:
        with writing.journal.propose("person.admit", reason="người xác nhận đầu tiên") as act:
            person = act.insert("person", login="hung", name="Lê Văn Hùng", roles="confirmer")
            row = act.insert("signer", person_id=person, public_key=key.public, retired=0)
        writing.journal.approve(act.seq, sample.recovery_signer())
        return row

    vault = sample.open()
    try:
        return Signer(vault.write(admit).result(), key)
    finally:
        vault.close()


def build(place: Path, documents: int) -> Sample:
    """Found a vault with two people, some documents, a correction and an annulment."""
    founded = Wiring(kdf=CHEAP).gate(place).found(founding())
    key = founded.office.training_database_key()
    founded.office.close()
    sample = Sample(place, key, founded.recovery)
    if documents:
        sample = replace(sample, confirmer=admit_second(sample))
        _fill(sample, documents)
    return sample


def _fill(sample: Sample, documents: int) -> None:
    sample.add(range(1, documents + 1))
    office = Wiring(kdf=CHEAP).gate(sample.place).unlock(LOGIN, PASSPHRASE)
    try:
        office.write(
            correct_document,
            BOOK,
            year=YEAR,
            seq_no=1,
            new=document(1, note="bản chính"),
            reason="ghi thiếu",
        ).result()
        office.write(
            annul_document, BOOK, year=YEAR, seq_no=documents, reason="đăng ký hai lần"
        ).result()
    finally:
        office.close()


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Return the JSON document."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def words(place: Path, *command: str) -> list[str]:
    """Return the arguments of a command on the vault at `place`."""
    secret = place.parent / f"{place.name}.passphrase"
    if not secret.exists():
        secret.touch(mode=0o600)
        secret.write_text(PASSPHRASE, encoding="utf-8")
    return ["--vault", str(place), "--user", LOGIN, "--passphrase-file", str(secret), *command]


def run_here(place: Path, *command: str, typed: str = "") -> Ran:
    """Run the command line in this process."""
    out, err, stdin = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = cli.main(words(place, *command))
    finally:
        sys.stdin = stdin
    return Ran(code, out.getvalue(), err.getvalue())


def run_apart(place: Path, *command: str, typed: str = "") -> Ran:
    """Run the command line as a program of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bmnn_desktop", *words(place, *command)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        check=False,
        timeout=120,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def environment() -> dict[str, str]:
    """Return the environment of a program under test."""
    return {
        **os.environ,
        "PYTHONPATH": str(REPO),
        "PYTHONDONTWRITEBYTECODE": "1",  # or the number of its system calls would vary
        "LC_ALL": "C.UTF-8",
    }


def numbers_in(place: Path) -> list[int]:
    """Return the numbers that stand in the book."""
    listed = run_here(place, "--json", "document", "list", BOOK, "--limit", "100000")
    if listed.code:
        raise ValueError(listed.err)
    return sorted(line["seq_no"] for line in listed.json["documents"])


def small_room() -> Path | None:
    """Return a file system in memory, where a thousand vaults cost no disk; None without one."""
    shm = Path("/dev/shm")  # noqa: S108 (each test makes its own directory in it)
    return shm if shm.is_dir() and os.access(shm, os.W_OK) else None
