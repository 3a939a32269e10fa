"""A vault of an earlier release is copied, sealed and read back before it is migrated."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import BackupFailed, UpgradeNotBackedUp
from bmnn_desktop.media.folder import FolderMedium
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store.schema import Schema
from tests.services.offices import cheap_wiring, found
from tests.vaults.test_old_vaults import PLACES

KEPT = PLACES[0]
ABOUT: dict[str, Any] = json.loads((KEPT / "about.json").read_text(encoding="utf-8"))
PASSPHRASE = (KEPT / "passphrase.txt").read_text(encoding="utf-8").strip()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a copy of a vault of the first schema; nothing may touch the kept one."""
    shutil.copytree(KEPT / "vault", tmp_path / "vault")
    return tmp_path / "vault"


def opened(place: Path) -> Office:
    return cheap_wiring().gate(place).unlock(ABOUT["login"], PASSPHRASE)


def copies(place: Path) -> list[Path]:
    return sorted(place.with_name("vault-truoc-nang-cap").iterdir())


def test_the_copy_holds_the_vault_as_it_was_and_a_restore_accepts_it(
    place: Path, tmp_path: Path
) -> None:
    office = opened(place)
    told = office.notices
    office.close()
    assert [notice for notice in told if "không thay cho sao lưu ra USB" in notice]
    (copy,) = copies(place)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    sheet = RecoverySheet.parse((KEPT / "recovery.txt").read_text(encoding="utf-8"))
    files = cheap_wiring().backup_files()
    manifest = files.verify(copy, sheet, lambda _done: None)
    assert (manifest.schema, Schema().version) == (1, len(PLACES))
    files.restore(
        copy,
        tmp_path / "again",
        sheet,
        login=ABOUT["login"],
        passphrase=PASSPHRASE,
        progress=lambda _done: None,
    )
    again = opened(tmp_path / "again")
    rows = again.read(list_documents, "outgoing").result().rows
    assert [row.seq_no for row in reversed(rows)] == ABOUT["numbers"]
    assert again.write(verify_vault, ABOUT["anchor"]).result().ok is True
    again.close()


def test_it_is_no_backup_in_the_books(place: Path) -> None:
    office = opened(place)
    count = office.write(lambda desk: desk.rows.value("SELECT count(*) FROM backup")).result()
    office.close()
    assert count == 0


def test_a_vault_of_this_release_is_not_copied(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault")
    office.close()
    assert not (tmp_path / "vault-truoc-nang-cap").exists()


def test_one_copy_is_kept_and_a_killed_programs_pieces_go(place: Path, tmp_path: Path) -> None:
    shutil.copytree(place, tmp_path / "kept")
    opened(place).close()
    (first,) = copies(place)
    first.with_name(first.name + ".part").write_bytes(b"half")
    shutil.rmtree(place)
    shutil.copytree(tmp_path / "kept", place)  # as if killed before the migration
    opened(place).close()
    (second,) = copies(place)
    assert second != first


def _full(_medium: FolderMedium, _name: str) -> object:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _lying(_medium: FolderMedium, _name: str) -> object:
    raise BackupFailed


@pytest.mark.parametrize(
    ("method", "fault", "why"),
    [("open_new", _full, "không đủ chỗ"), ("open_read", _lying, "đọc lại không đúng")],
)
def test_without_a_copy_nothing_is_migrated(
    place: Path, monkeypatch: pytest.MonkeyPatch, method: str, fault: object, why: str
) -> None:
    before = (place / "register.db").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(FolderMedium, method, fault)
        with pytest.raises(UpgradeNotBackedUp, match=why):
            opened(place)
    assert (place / "register.db").read_bytes() == before
    assert copies(place) == []
    opened(place).close()  # the cause is gone, and so is the refusal
    assert len(copies(place)) == 1


def test_a_place_that_cannot_be_written_is_named(place: Path) -> None:
    place.with_name("vault-truoc-nang-cap").write_bytes(b"a file where the folder should be")
    before = (place / "register.db").read_bytes()
    with pytest.raises(UpgradeNotBackedUp, match="không ghi được"):
        opened(place)
    assert (place / "register.db").read_bytes() == before
