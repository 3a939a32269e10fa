"""Written is said only of a file that the medium gave back whole; else the medium is as it was."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from bmnn_desktop.backup.container import open_sealed, seal, sealed_size
from bmnn_desktop.backup.medium import Medium
from bmnn_desktop.backup.write import Written, file_name, one_time_identity, write_backup
from bmnn_desktop.errors import (
    BackupFailed,
    Cancelled,
    DiskFailing,
    KnownError,
    MediumFull,
    MediumRefused,
)
from bmnn_desktop.media.folder import FolderMedium
from tests.backup.sample import (
    DATABASE_KEY,
    IDENTITY,
    RECIPIENT,
    SIGNER,
    image,
    manifest_for,
    nothing,
    sealed,
)
from tests.backup.tmpfs import make_read_only, tmpfs

NAME = "bmnn-0a0a0a0a-000002.age"
OLDER = "bmnn-0a0a0a0a-000001.age"
Do = Callable[[int, int], None]


def folder(tmp_path: Path) -> Path:
    root = tmp_path / "medium"
    root.mkdir()
    return with_older(root)


def with_older(root: Path) -> Path:
    (root / OLDER).write_bytes(sealed(b"older" + bytes(507)))
    return root


def run(
    medium: Medium,
    pages: int = 300,
    progress: Do = nothing,
    check: Callable[[BinaryIO], None] | None = None,
) -> Written:
    """Write a backup of some pages as a service does."""
    identity, once = one_time_identity()
    data = image(pages)
    manifest = manifest_for(data)

    def seal_into(out: BinaryIO) -> None:
        parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
        seal(manifest, SIGNER.sign, parts, [RECIPIENT, once], out, progress=nothing)

    def read(source: BinaryIO) -> None:
        assert open_sealed(source, identity, None) == manifest

    estimate = sealed_size(manifest, 2)
    return write_backup(
        medium, NAME, seal_into, check or read, estimate=estimate, progress=progress
    )


def refused(root: Path, error: type[BaseException], act: Callable[[], object]) -> None:
    """Run `act`, which must fail, and look that the medium is as it was before."""
    before = {file.name: file.read_bytes() for file in root.iterdir()}
    with pytest.raises(error) as failure:
        act()
    assert type(failure.value) is error
    assert {file.name: file.read_bytes() for file in root.iterdir()} == before


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return folder(tmp_path)


@pytest.fixture
def medium(root: Path, tmp_path: Path) -> FolderMedium:
    return FolderMedium(root, tmp_path / "vault")


@pytest.mark.parametrize("pages", [1, 300, 40_000])
def test_a_written_backup_lies_whole_on_the_medium(medium: FolderMedium, pages: int) -> None:
    written = run(medium, pages)
    data = written.path.read_bytes()
    assert written.path == medium.root / NAME
    assert (written.size, written.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert open_sealed(io.BytesIO(data), IDENTITY, None).pages == pages
    assert written.path.stat().st_mode & 0o777 == 0o600
    assert sorted(file.name for file in medium.root.iterdir()) == [OLDER, NAME]


def test_the_name_has_the_store_and_the_number() -> None:
    assert file_name("0a" * 16, 2) == NAME


def test_the_same_name_is_never_written_twice(root: Path, medium: FolderMedium) -> None:
    run(medium)
    untouched = Untouched(root, root.parent / "vault")
    refused(root, MediumRefused, lambda: run(untouched))


def test_what_a_power_cut_left_is_replaced(root: Path, medium: FolderMedium) -> None:
    (root / f"{NAME}.part").write_bytes(b"half")
    run(medium)
    assert not (root / f"{NAME}.part").exists()


def test_a_link_planted_as_the_part_is_not_followed(
    root: Path, medium: FolderMedium, tmp_path: Path
) -> None:
    (tmp_path / "target").write_bytes(b"keep")
    (root / f"{NAME}.part").symlink_to(tmp_path / "target")
    run(medium)
    assert (tmp_path / "target").read_bytes() == b"keep"


# ── media that lie ────────────────────────────────────────────────────────────────────────────


class Lying(FolderMedium):
    """A medium that gives back something else than it was given."""

    def __init__(self, root: Path, vault: Path, lie: Callable[[bytes], bytes]) -> None:
        super().__init__(root, vault)
        self._lie = lie

    def open_read(self, name: str) -> BinaryIO:
        return io.BytesIO(self._lie((self.root / name).read_bytes()))


LIES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "loses the last byte": lambda data: data[:-1],
    "loses the last sector": lambda data: data[:-512],
    "loses a whole chunk": lambda data: data[:-65_552],
    "zeros at the end": lambda data: data[:-4096] + bytes(4096),
    "zeros in the middle": lambda data: data[:70_000] + bytes(4096) + data[74_096:],
    "wraps round": lambda data: data[:65_536] + data[: len(data) - 65_536],
    "one bit": lambda data: data[:1000] + bytes([data[1000] ^ 4]) + data[1001:],
    "one byte more": lambda data: data + b"\0",
    "an older backup": lambda _: sealed(image(300)),
    "sectors exchanged": lambda data: data[:512] + data[1024:1536] + data[512:1024] + data[1536:],
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lying_medium_never_has_a_backup(
    lie: Callable[[bytes], bytes], root: Path, tmp_path: Path
) -> None:
    refused(root, BackupFailed, lambda: run(Lying(root, tmp_path / "vault", lie)))


def test_an_honest_medium_of_the_same_kind_has_one(root: Path, tmp_path: Path) -> None:
    run(Lying(root, tmp_path / "vault", lambda data: data))
    assert (root / NAME).exists()


@pytest.mark.parametrize("much", [0, 10, 100_000])
def test_a_check_that_does_not_read_to_the_end_proves_nothing(
    much: int, root: Path, medium: FolderMedium
) -> None:
    def check(source: BinaryIO) -> None:
        source.read(much)

    refused(root, BackupFailed, lambda: run(medium, check=check))


def test_even_a_careless_check_does_not_let_a_shorter_file_pass(root: Path, tmp_path: Path) -> None:
    def check(source: BinaryIO) -> None:
        while source.read(65_536):
            pass

    medium = Lying(root, tmp_path / "vault", LIES["loses the last byte"])
    refused(root, BackupFailed, lambda: run(medium, check=check))


class Untouched(FolderMedium):
    """A medium on which no file may be made."""

    def open_new(self, name: str) -> BinaryIO:
        raise AssertionError(name)


# ── media that fail ───────────────────────────────────────────────────────────────────────────


class Failing(FolderMedium):
    """A medium whose n-th file operation meets an error."""

    def __init__(self, root: Path, vault: Path, act: str, code: int) -> None:
        super().__init__(root, vault)
        self._act, self._error = act, OSError(code, os.strerror(code))

    def open_new(self, name: str) -> BinaryIO:
        self._fail("open_new")
        return super().open_new(name)

    def open_read(self, name: str) -> BinaryIO:
        self._fail("open_read")
        return super().open_read(name)

    def finish(self, part: str, name: str) -> None:
        self._fail("finish")
        super().finish(part, name)

    def _fail(self, act: str) -> None:
        if self._act == act:
            raise self._error


@pytest.mark.parametrize("act", ["open_new", "open_read", "finish"])
@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.ENOSPC, MediumFull),
        (errno.EDQUOT, MediumFull),
        (errno.EROFS, MediumRefused),
        (errno.EFBIG, MediumRefused),
        (errno.ENODEV, MediumRefused),
        (errno.EIO, BackupFailed),
    ],
)
def test_each_error_of_the_medium_has_its_sentence(
    act: str, code: int, error: type[KnownError], root: Path, tmp_path: Path
) -> None:
    refused(root, error, lambda: run(Failing(root, tmp_path / "vault", act, code)))


@pytest.mark.parametrize("nth", range(1, 4))
def test_a_failing_fsync_is_never_tried_again(
    nth: int, root: Path, medium: FolderMedium, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of 9 MiB takes one or two on the way, one at its end and one of the folder."""
    calls, real = 0, os.fsync

    def fsync(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise OSError(errno.EIO, "fsync")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    refused(root, BackupFailed, lambda: run(medium, 18_000))
    assert calls == nth


def test_a_medium_that_vanished_is_named(root: Path, medium: FolderMedium) -> None:
    shutil.rmtree(root)
    with pytest.raises((MediumRefused, FileNotFoundError)):
        run(medium)


def test_a_medium_too_small_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with tmpfs(tmp_path / "small", 100_000) as place:
        medium = Untouched(with_older(place), tmp_path / "vault")
        refused(place, MediumFull, lambda: run(medium))


@pytest.mark.parametrize("room", [8_192, 65_536, 135_168, 151_552])
def test_a_medium_that_fills_up_on_the_way_is_left_as_it_was(room: int, tmp_path: Path) -> None:
    class Boasting(FolderMedium):
        def check_room(self, size: int) -> None:
            pass

    with tmpfs(tmp_path / "small", room) as place:
        medium = Boasting(with_older(place), tmp_path / "vault")
        refused(place, MediumFull, lambda: run(medium))


def test_a_medium_that_turns_read_only_is_left_as_it_was(tmp_path: Path) -> None:
    with tmpfs(tmp_path / "small", 1 << 20) as place:
        medium = FolderMedium(with_older(place), tmp_path / "vault")
        make_read_only(place)
        refused(place, MediumRefused, lambda: run(medium))


# ── stopping, bugs, kills ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_stopping_at_any_time_leaves_nothing(
    share: float, root: Path, medium: FolderMedium
) -> None:
    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Cancelled

    refused(root, Cancelled, lambda: run(medium, 9_000, progress=stop))


def test_progress_goes_up_to_the_whole(medium: FolderMedium) -> None:
    seen: list[float] = []
    run(medium, 9_000, progress=lambda done, total: seen.append(done / total))
    assert seen == sorted(seen)
    assert seen[-1] == 1
    assert len(seen) > 10


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_bug_in_the_check_passes_and_leaves_nothing(
    error: type[BaseException], root: Path, medium: FolderMedium
) -> None:
    def check(source: BinaryIO) -> None:
        source.read(10)
        raise error

    refused(root, error, lambda: run(medium, check=check))


def test_no_room_where_the_check_unpacks_is_not_the_mediums_fault(
    root: Path, medium: FolderMedium
) -> None:
    def check(source: BinaryIO) -> None:
        source.read(10)
        raise OSError(errno.ENOSPC, "no room in the vault's folder")

    refused(root, DiskFailing, lambda: run(medium, check=check))


def test_one_time_identities_differ() -> None:
    assert len({part for _ in range(10) for part in one_time_identity()}) == 20


CHILD = """
import sys
from pathlib import Path
from bmnn_desktop.media.folder import FolderMedium
from tests.backup.test_write import run
run(FolderMedium(Path(sys.argv[1]), Path(sys.argv[2])), 3000)
"""
NEEDS_STRACE = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing")


def traced(root: Path, vault: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run one backup in a child under strace."""
    command = ["strace", "-f", "-y", *options, sys.executable, "-c", CHILD, str(root), str(vault)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@NEEDS_STRACE
def test_the_order_of_calls_is_the_promise(root: Path, tmp_path: Path) -> None:
    calls = "trace=openat,write,writev,fsync,fadvise64,close,read,rename,renameat2"
    seen = traced(root, tmp_path / "vault", "-e", calls)
    assert seen.returncode == 0, seen.stderr
    lines = [line for line in seen.stderr.splitlines() if str(root) in line]
    names = [line.split("(")[0].split()[-1] for line in lines]
    kept = [name for name, last in zip(names, ["", *names], strict=False) if name != last]
    assert "O_EXCL|O_NOFOLLOW" in lines[0]
    assert kept == [
        *["openat", "writev", "fsync", "fadvise64", "close"],
        *["openat", "fadvise64", "read", "close"],
        *["renameat2", "openat", "fsync", "close"],
    ]


@NEEDS_STRACE
@pytest.mark.parametrize("call", ["writev", "fsync", "fadvise64", "renameat2"])
def test_a_kill_leaves_no_backup_that_does_not_open(call: str, root: Path, tmp_path: Path) -> None:
    older = (root / OLDER).read_bytes()
    for nth in (1, 2):
        when = f"inject={call}:signal=SIGKILL:when={nth}"
        ended = traced(root, tmp_path / "vault", "-P", str(root / f"{NAME}.part"), "-e", when)
        assert ended.returncode == -signal.SIGKILL or nth > 1, ended.stderr
        assert (root / OLDER).read_bytes() == older
        if (root / NAME).exists():
            open_sealed(io.BytesIO((root / NAME).read_bytes()), IDENTITY, None)
            (root / NAME).unlink()
    run(FolderMedium(root, tmp_path / "vault"))
