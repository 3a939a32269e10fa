"""What can be said of a file without a key."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from bmnn_desktop.backup.identity import recipient_text
from bmnn_desktop.backup.inspect import Inspection, inspect
from bmnn_desktop.errors import BackupDamaged, BackupUnreadable
from tests.backup.sample import image, sealed


@pytest.mark.parametrize("count", [1, 2, 5])
def test_it_tells_version_recipients_size_and_hash(count: int, tmp_path: Path) -> None:
    data = sealed(image(), *(recipient_text(bytes([n]) * 32) for n in range(count)))
    file = tmp_path / "backup.age"
    file.write_bytes(data)
    assert inspect(file) == Inspection("v1", count, len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("data", [b"", b"age-encryption.org/v1\n", b"x" * 100_000])
def test_what_is_no_age_file_is_damaged(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "backup.age"
    file.write_bytes(data)
    with pytest.raises(BackupDamaged):
        inspect(file)


def test_a_last_chunk_shorter_than_its_tag_is_damaged(tmp_path: Path) -> None:
    data = sealed(image(300))
    start = data.index(b"\n", data.index(b"\n--- ") + 1) + 1 + 16
    file = tmp_path / "backup.age"
    for length, good in ((65_552, True), (65_552 + 1, False), (65_552 + 16, False)):
        file.write_bytes(data[: start + length])
        if good:
            inspect(file)
            continue
        with pytest.raises(BackupDamaged):
            inspect(file)


def test_an_endless_header_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "backup.age"
    with file.open("wb") as out:
        out.write(b"age-encryption.org/v1\n-> ")
        os.truncate(out.fileno(), 1 << 40)  # a terabyte that takes no room
    with pytest.raises(BackupDamaged):
        inspect(file)


def test_folders_pipes_and_missing_files_are_unreadable(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.age")
    for place in (tmp_path, tmp_path / "pipe.age", tmp_path / "none.age", Path("/dev/zero")):
        with pytest.raises(BackupUnreadable):
            inspect(place)
