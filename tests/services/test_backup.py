"""Sao lưu and khôi phục: sealed, read back, and restored only beside its own recovery sheet."""

from __future__ import annotations

import io
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from bmnn_desktop.backup import container
from bmnn_desktop.backup.identity import recipient_text
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    BackupDamaged,
    BackupForged,
    BackupKeyWrong,
    BackupUnknown,
    BackupUnreadable,
    Cancelled,
    KnownError,
    MediumNotRemovable,
    MediumSystem,
    PassphraseTooShort,
    UserUnknown,
    VaultExists,
    WrongPassphrase,
)
from bmnn_desktop.services import seal_backup as sealed
from bmnn_desktop.services.backup_files import BackupFiles, recognise_backup
from bmnn_desktop.services.create_backup import BackupDone, create_backup
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.seal_backup import Sealing
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import founding
from tests.services.offices import PASSPHRASE, add, cheap_wiring, entries, found, print_out

NEW_PASSPHRASE = "mot cau khac han cau cu"


@dataclass(frozen=True)
class Drill:
    """A vault with two documents, printed once, and its backup on a folder."""

    office: Office
    sheet: RecoverySheet
    medium: Path
    backup: BackupDone
    code: str


@pytest.fixture
def drill(tmp_path: Path) -> Iterator[Drill]:
    office, sheet = found(tmp_path / "vault")
    medium = tmp_path / "medium"
    medium.mkdir()
    add(office)
    add(office, doc_number="06/KH-UBND")
    code = print_out(office, tmp_path / "so.pdf").code
    yield Drill(office, sheet, medium, office.write(create_backup, medium).result(), code)
    office.close()


def files() -> BackupFiles:
    return cheap_wiring().backup_files()


def silent(_done: float) -> None:
    """Nobody watches."""


def restore(path: Path, into: Path, sheet: RecoverySheet, *, login: str | None = None) -> Office:
    """Restore and open what was restored."""
    files().restore(path, into, sheet, login=login, passphrase=NEW_PASSPHRASE, progress=silent)
    gate = cheap_wiring().gate(into)
    return gate.unlock(gate.logins()[0], NEW_PASSPHRASE)


def refused(
    drill: Drill, into: Path, error: type[KnownError], *, sheet: RecoverySheet | None = None
) -> None:
    """Try to restore and see it refused with nothing left behind."""
    before = sorted(into.parent.iterdir())
    with pytest.raises(error):
        restore(drill.backup.path, into, sheet or drill.sheet)
    assert sorted(into.parent.iterdir()) == before


def test_a_backup_is_recorded_and_recognised(drill: Drill) -> None:
    known = drill.office.read(recognise_backup, drill.backup.path).result()
    assert (known.number, known.sha256) == (1, drill.backup.sha256)
    assert drill.office.read(look_at_today).result().last_backup == drill.backup.verified_at
    assert files().inspect(drill.backup.path).sha256 == drill.backup.sha256
    assert files().inspect(drill.backup.path).recipients == 2
    second = drill.office.write(create_backup, drill.medium).result()
    assert second.number == 2
    assert drill.office.read(recognise_backup, drill.backup.path).result().number == 1


def test_a_changed_copy_is_not_recognised(drill: Drill, tmp_path: Path) -> None:
    copy = tmp_path / "copy.age"
    data = bytearray(drill.backup.path.read_bytes())
    data[-1] ^= 1
    copy.write_bytes(data)
    with pytest.raises(BackupUnknown):
        drill.office.read(recognise_backup, copy).result()
    with pytest.raises(BackupDamaged):
        files().verify(copy, drill.sheet, silent)


def test_the_sheet_verifies_a_backup_whole(drill: Drill) -> None:
    manifest = files().verify(drill.backup.path, drill.sheet, silent)
    assert (manifest.number, manifest.previous, manifest.generation) == (1, None, 1)
    second = drill.office.write(create_backup, drill.medium).result()
    assert files().verify(second.path, drill.sheet, silent).previous == drill.backup.sha256


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
def test_the_stock_age_program_opens_it(drill: Drill, tmp_path: Path) -> None:
    identity = tmp_path / "identity.txt"
    identity.write_text(files().identity(drill.sheet), encoding="utf-8")
    opened = subprocess.run(
        ["age", "-d", "-i", identity, drill.backup.path], capture_output=True, check=True
    ).stdout
    assert drill.sheet.store.hex().encode() in opened[:4096]
    assert b"SQLite format 3" not in opened


def test_the_snapshot_does_not_stay(drill: Drill) -> None:
    kept = {path.name for path in drill.office.place.iterdir()}
    assert kept <= {"register.db", "keys.a", "keys.b", "attempts", "attempts.sign", "lock"}
    assert [path.name for path in drill.medium.iterdir()] == [drill.backup.path.name]


def test_a_real_vault_takes_no_folder_for_a_medium(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault", training=False)
    try:
        (tmp_path / "medium").mkdir()
        before = entries(office)
        with pytest.raises((MediumSystem, MediumNotRemovable)):  # the temporary folder's own disk
            office.write(create_backup, tmp_path / "medium").result()
        assert list((tmp_path / "medium").iterdir()) == []
        assert entries(office) == before
    finally:
        office.close()


def test_a_backup_that_is_stopped_leaves_nothing(drill: Drill) -> None:
    def stop(step: str, _done: float) -> None:
        if "Đọc lại" in step:
            raise Cancelled

    before = entries(drill.office), sorted(drill.medium.iterdir())
    with pytest.raises(Cancelled):
        drill.office.write(create_backup, drill.medium, stop).result()
    assert (entries(drill.office), sorted(drill.medium.iterdir())) == before
    assert add(drill.office).seq_no == 3


def test_a_restored_vault_goes_on_where_the_backup_stood(drill: Drill, tmp_path: Path) -> None:
    add(drill.office, doc_number="07/KH-UBND")  # after the backup: lost
    restored = restore(drill.backup.path, tmp_path / "anew", drill.sheet)
    try:
        assert restored.training
        assert restored.notices == ()  # its attempt counter was made with it
        assert (restored.session.login, restored.org_name) == ("giu-so", "UBND xã Mẫu")
        verdict = restored.write(verify_vault, drill.code).result()
        assert (verdict.ok, verdict.verdict) == (True, "pass")
        rows = restored.read(list_documents, "outgoing").result().rows
        assert [(row.seq_no, row.doc_number, row.printed) for row in rows] == [
            (2, "06/KH-UBND", True),
            (1, "05/KH-UBND", True),
        ]
        assert restored.read(list_documents, "outgoing", search="gia dinh").result().rows == rows
        assert add(restored).seq_no == 3
        code = print_out(restored, tmp_path / "new.pdf").code
        for anchor in (code, drill.code):
            assert restored.write(verify_vault, anchor).result().ok is True
    finally:
        restored.close()
    # The old vault knows nothing of the new sheet, and says so.
    assert drill.office.write(verify_vault, code).result().ok is False


def test_the_old_passphrase_opens_nothing_restored(drill: Drill, tmp_path: Path) -> None:
    restore(drill.backup.path, tmp_path / "anew", drill.sheet, login="giu-so").close()
    with pytest.raises(WrongPassphrase):
        cheap_wiring().gate(tmp_path / "anew").unlock("giu-so", PASSPHRASE)


def test_a_restored_vault_is_backed_up_and_restored_again(drill: Drill, tmp_path: Path) -> None:
    second = restore(drill.backup.path, tmp_path / "second", drill.sheet)
    add(second, doc_number="07/KH-UBND")
    done = second.write(create_backup, drill.medium).result()
    second.close()
    third = restore(done.path, tmp_path / "third", drill.sheet)
    try:
        assert third.write(verify_vault, drill.code).result().ok is True
        assert [add(third).seq_no for _ in range(2)] == [4, 5]
    finally:
        third.close()


def test_the_sheet_of_another_vault_opens_nothing(drill: Drill, tmp_path: Path) -> None:
    other, foreign = found(tmp_path / "other")
    other.close()
    refused(drill, tmp_path / "anew", BackupKeyWrong, sheet=foreign)


@pytest.mark.parametrize("part", ["store", "fingerprint"])
def test_a_sheet_that_names_another_vault_is_refused(
    drill: Drill, tmp_path: Path, part: str
) -> None:
    wrong = replace(drill.sheet, **{part: secrets.token_bytes(len(getattr(drill.sheet, part)))})
    refused(drill, tmp_path / "anew", BackupForged, sheet=wrong)
    with pytest.raises(BackupForged):
        files().verify(drill.backup.path, wrong, silent)


def test_a_place_with_anything_in_it_is_refused(drill: Drill, tmp_path: Path) -> None:
    into = tmp_path / "anew"
    into.mkdir()
    (into / "note.txt").write_text("của ai đó", encoding="utf-8")
    refused(drill, into, VaultExists)
    assert [path.name for path in into.iterdir()] == ["note.txt"]
    (into / "note.txt").unlink()
    restore(drill.backup.path, into, drill.sheet).close()


def test_an_unknown_person_is_refused(drill: Drill, tmp_path: Path) -> None:
    with pytest.raises(UserUnknown, match="ai-do"):
        restore(drill.backup.path, tmp_path / "anew", drill.sheet, login="ai-do")
    assert not (tmp_path / "anew").exists()


def test_a_short_passphrase_and_a_missing_file_are_refused(drill: Drill, tmp_path: Path) -> None:
    def attempt(path: Path, passphrase: str) -> None:
        files().restore(
            path,
            tmp_path / "anew",
            drill.sheet,
            login=None,
            passphrase=passphrase,
            progress=silent,
        )

    with pytest.raises(PassphraseTooShort):
        attempt(drill.backup.path, "ngan")
    for path in (tmp_path / "none.age", tmp_path, Path("/dev/zero")):
        with pytest.raises(BackupUnreadable):
            attempt(path, NEW_PASSPHRASE)
    assert not (tmp_path / "anew").exists()


def test_a_restore_that_is_stopped_leaves_nothing(drill: Drill, tmp_path: Path) -> None:
    for number in range(100):
        add(drill.office, doc_number=f"{number}/X")
    done = drill.office.write(create_backup, drill.medium).result()

    def stop(_done: float) -> None:
        raise Cancelled

    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        files().restore(
            done.path,
            tmp_path / "anew",
            drill.sheet,
            login=None,
            passphrase=NEW_PASSPHRASE,
            progress=stop,
        )
    assert sorted(tmp_path.iterdir()) == before


# ── a backup made with nothing but the public recipient ──────────────────────────────────────


def seal_for(forger: Office, victim: RecoverySheet, **claims: object) -> bytes:
    """Seal the forger's own vault to the victim's public recipient, claiming what is wanted."""

    def work(desk: WritingDesk) -> bytes:
        out = io.BytesIO()
        with desk.writing.snapshot(silent) as snapshot, snapshot.path.open("rb") as image:
            key = io.BytesIO(snapshot.key.encode())
            sealing = Sealing(desk.vault.header, desk.vault.signer, 1, None, ())
            own = sealed._manifest(snapshot, sealing, desk.clock, image, key)
            image.seek(0)
            key.seek(0)
            container.seal(
                replace(own, **claims),  # type: ignore[arg-type]
                desk.vault.signer.key.sign,
                [image, key],
                [recipient_text(victim.key)],
                out,
                progress=lambda _done, _total: None,
            )
        return out.getvalue()

    return forger.write(work).result()


@pytest.mark.parametrize("claims", ["nothing", "store", "genesis", "store and genesis"])
@pytest.mark.parametrize("same_store", [False, True])
def test_a_backup_forged_with_the_public_recipient_is_refused(
    drill: Drill,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    claims: str,
    same_store: bool,
) -> None:
    if same_store:  # the forger founds his vault under the victim's store id
        stub = SimpleNamespace(
            token_bytes=lambda _length: drill.sheet.store, token_hex=secrets.token_hex
        )
        monkeypatch.setattr(founding, "secrets", stub)
    forger, _sheet = found(tmp_path / "forger", org="Kẻ giả mạo")
    add(forger, doc_number="66/GIẢ")
    truth = {"store": drill.sheet.store.hex(), "genesis": drill.sheet.fingerprint.hex()}
    claimed = {name: value for name, value in truth.items() if name in claims}
    path = tmp_path / "forged.age"
    path.write_bytes(seal_for(forger, drill.sheet, **claimed))
    forger.close()
    assert files().inspect(path).age_version == "v1"
    before = sorted(tmp_path.iterdir())
    for attempt in (
        lambda: restore(path, tmp_path / "anew", drill.sheet),
        lambda: files().verify(path, drill.sheet, silent),
    ):
        with pytest.raises((BackupForged, BackupDamaged)) as caught:
            attempt()
        assert caught.value.exit_code == 3
    if same_store:
        assert isinstance(caught.value, BackupForged)
    assert sorted(tmp_path.iterdir()) == before


def test_the_forger_of_these_tests_makes_backups_that_are_accepted(
    drill: Drill, tmp_path: Path
) -> None:
    path = tmp_path / "sealed.age"
    path.write_bytes(seal_for(drill.office, drill.sheet))
    restore(path, tmp_path / "anew", drill.sheet).close()
