"""Sealing and opening, with our own code and with the age program alone."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pyrage
import pytest

import bmnn_desktop.backup
from bmnn_desktop.backup.container import open_sealed, seal, sealed_size
from bmnn_desktop.backup.identity import identity_text, recipient_text
from bmnn_desktop.backup.manifest import IMAGE, KEY
from bmnn_desktop.backup.payload import MAGIC, MOST_MANIFEST, Payload
from bmnn_desktop.errors import (
    BackupDamaged,
    BackupKeyWrong,
    BackupUnreadable,
    Cancelled,
    DiskFailing,
)
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

NEEDS_AGE = pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
SIZES = pytest.mark.parametrize("pages", [1, 127, 128, 129, 300])


class Breaking(io.BytesIO):
    """A file that fails after some bytes."""

    def __init__(self, data: bytes = b"", after: int = 0) -> None:
        super().__init__(data)
        self._after = after

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= self._after:
            raise OSError(5, "read fails")
        return super().read(min(size or -1, self._after - self.tell()))

    def write(self, data: object) -> int:
        if self.tell() >= self._after:
            raise OSError(28, "no room")
        return super().write(data)  # type: ignore[arg-type]


class Narrow(io.BytesIO):
    """A file with room for so many bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: object) -> int:
        taken = memoryview(data)[: self._room - self.tell()]  # type: ignore[arg-type]
        if not taken:
            raise OSError(28, "no room")
        return super().write(taken)


@SIZES
def test_what_was_sealed_comes_out_equal(pages: int) -> None:
    data = image(pages)
    sinks = {IMAGE: io.BytesIO(), KEY: io.BytesIO()}
    manifest = open_sealed(io.BytesIO(sealed(data)), IDENTITY, sinks.__getitem__)
    assert manifest == manifest_for(data)
    assert sinks[IMAGE].getvalue() == data
    assert sinks[KEY].getvalue() == DATABASE_KEY


def test_every_recipient_opens_it_and_nobody_else() -> None:
    keys = [os.urandom(32) for _ in range(3)]
    data = sealed(image(), *(recipient_text(key) for key in keys))
    for key in keys:
        open_sealed(io.BytesIO(data), identity_text(key), None)
    with pytest.raises(BackupKeyWrong):
        open_sealed(io.BytesIO(data), IDENTITY, None)


def test_a_text_that_is_no_identity_is_a_wrong_key() -> None:
    with pytest.raises(BackupKeyWrong):
        open_sealed(io.BytesIO(sealed(image())), IDENTITY[:-1], None)


@SIZES
def test_the_estimate_is_a_close_ceiling(pages: int) -> None:
    data = image(pages)
    room = sealed_size(manifest_for(data), 2) - len(sealed(data, RECIPIENT, RECIPIENT))
    assert 0 <= room < 4096


@NEEDS_AGE
@pytest.mark.skipif(shutil.which("basenc") is None, reason="coreutils before 8.31")
def test_the_lines_in_format_md_take_it_apart_without_us(tmp_path: Path) -> None:
    document = (Path(bmnn_desktop.backup.__file__).parent / "FORMAT.md").read_text("utf-8")
    script = "set -e\n" + "".join(re.findall(r"```sh\n(.*?)```", document, re.DOTALL))
    data = image(300)
    (tmp_path / "backup.age").write_bytes(sealed(data))
    (tmp_path / "identity.txt").write_text(IDENTITY)
    run = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    assert (tmp_path / "register.db").read_bytes() == data
    assert (tmp_path / "register.key").read_bytes() == DATABASE_KEY
    assert (tmp_path / "manifest.json").read_bytes() == manifest_for(data).to_bytes()
    assert b"Signature Verified Successfully" in run.stdout
    for part in manifest_for(data).parts:
        assert part.sha256.encode() in run.stdout


@NEEDS_AGE
def test_a_backup_sealed_by_the_age_program_opens_here(tmp_path: Path) -> None:
    data = image(300)
    ours = tmp_path / "ours"
    ours.write_bytes(sealed(data))
    (tmp_path / "identity.txt").write_text(IDENTITY)
    clear = subprocess.run(
        ["age", "-d", "-i", tmp_path / "identity.txt", ours], capture_output=True, check=True
    )
    theirs = subprocess.run(
        ["age", "-r", RECIPIENT], input=clear.stdout, capture_output=True, check=True
    )
    assert open_sealed(io.BytesIO(theirs.stdout), IDENTITY, None) == manifest_for(data)


def test_nothing_goes_to_a_sink_before_the_signature_is_checked() -> None:
    out = io.BytesIO()
    data = image()
    parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
    seal(manifest_for(data), lambda _: bytes(64), parts, [RECIPIENT], out, progress=nothing)

    def sink(name: str) -> io.BytesIO:
        raise AssertionError(name)

    with pytest.raises(BackupDamaged):
        open_sealed(io.BytesIO(out.getvalue()), IDENTITY, sink)


def test_sinks_that_take_little_at_a_time_get_everything() -> None:
    class Slow(io.BytesIO):
        def write(self, data: object) -> int:
            return super().write(memoryview(data)[:100])  # type: ignore[arg-type]

    data, slow = image(300), {IMAGE: Slow(), KEY: Slow()}
    out = Slow()
    parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
    seal(manifest_for(data), SIGNER.sign, parts, [RECIPIENT], out, progress=nothing)
    open_sealed(io.BytesIO(out.getvalue()), IDENTITY, slow.__getitem__)
    assert slow[IMAGE].getvalue() == data


def test_a_part_shorter_or_longer_than_its_manifest_is_a_bug() -> None:
    data = image()
    for wrong in (data[:-1], data + b"x"):
        parts = [io.BytesIO(wrong), io.BytesIO(DATABASE_KEY)]
        with pytest.raises(ValueError, match=IMAGE):
            seal(
                manifest_for(data), SIGNER.sign, parts, [RECIPIENT], io.BytesIO(), progress=nothing
            )


def test_a_manifest_that_could_not_be_read_back_is_never_sealed() -> None:
    data = image()
    wrong = replace(manifest_for(data), created="hôm nay")
    parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
    with pytest.raises(BackupDamaged):
        seal(wrong, SIGNER.sign, parts, [RECIPIENT], io.BytesIO(), progress=nothing)


@pytest.mark.parametrize("after", [0, 1000])
def test_whose_fault_a_failing_file_is_can_be_told(after: int) -> None:
    data = image()
    good = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
    bad = [Breaking(data, after), io.BytesIO(DATABASE_KEY)]
    manifest = manifest_for(data)
    with pytest.raises(DiskFailing):
        seal(manifest, SIGNER.sign, bad, [RECIPIENT], io.BytesIO(), progress=nothing)
    out = Breaking()
    with pytest.raises(OSError, match="no room") as error:
        seal(manifest, SIGNER.sign, good, [RECIPIENT], out, progress=nothing)
    assert error.value.errno == 28
    with pytest.raises(BackupUnreadable):
        open_sealed(Breaking(sealed(data), after), IDENTITY, None)
    with pytest.raises(OSError, match="no room"):
        open_sealed(io.BytesIO(sealed(data)), IDENTITY, lambda _: Breaking())


@pytest.mark.parametrize("room", [0, 100, 66_000, 70_000, 131_000, 131_500])
def test_no_room_is_never_missed_however_late_it_comes(room: int) -> None:
    data = image(257)  # two age chunks and a little: the age library buffers that little
    assert room < len(sealed(data))
    parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
    out = Narrow(room)
    with pytest.raises(OSError, match="no room"):
        seal(manifest_for(data), SIGNER.sign, parts, [RECIPIENT], out, progress=nothing)


@pytest.mark.parametrize("room", [0, 511, 131_000, 131_583])
def test_no_room_for_what_is_unpacked_is_never_missed(room: int) -> None:
    data = image(257)
    with pytest.raises(OSError, match="no room"):
        open_sealed(io.BytesIO(sealed(data)), IDENTITY, lambda _: Narrow(room))


def test_a_refusal_the_age_library_swallows_is_still_one(monkeypatch: pytest.MonkeyPatch) -> None:
    real = pyrage.decrypt_io

    class Deaf:
        def __init__(self, sink: BinaryIO) -> None:
            self._sink = sink

        def write(self, data: bytes) -> int:
            with suppress(OSError):
                self._sink.write(data)
            return len(data)

        def flush(self) -> None:
            pass

    monkeypatch.setattr(pyrage, "decrypt_io", lambda a, b, keys: real(a, Deaf(b), keys))
    with pytest.raises(OSError, match="no room"):
        open_sealed(io.BytesIO(sealed(image())), IDENTITY, lambda _: Narrow(0))


def test_a_manifest_above_the_ceiling_is_refused_before_it_is_gathered() -> None:
    with pytest.raises(BackupDamaged):
        Payload(None).take(MAGIC + (MOST_MANIFEST + 1).to_bytes(4, "big"))


def test_stopping_comes_through_the_age_library_as_itself() -> None:
    def stop(done: int, total: int) -> None:
        assert 0 < done <= total
        raise Cancelled

    data = image()
    parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]
    with pytest.raises(Cancelled):
        seal(manifest_for(data), SIGNER.sign, parts, [RECIPIENT], io.BytesIO(), progress=stop)


def test_progress_grows_to_the_whole() -> None:
    data = image(5000)
    seen: list[tuple[int, int]] = []
    parts = [io.BytesIO(data), io.BytesIO(DATABASE_KEY)]

    def note(done: int, total: int) -> None:
        seen.append((done, total))

    seal(manifest_for(data), SIGNER.sign, parts, [RECIPIENT], io.BytesIO(), progress=note)
    assert seen == sorted(seen)
    assert seen[-1] == (len(data) + len(DATABASE_KEY),) * 2
    assert len(seen) > 2
