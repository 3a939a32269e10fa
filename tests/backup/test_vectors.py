"""Every vector gives what it says it must; the folder is what its script writes."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from bmnn_desktop.backup.container import open_sealed
from bmnn_desktop.backup.inspect import inspect
from bmnn_desktop.errors import BackupDamaged, BackupKeyWrong, BackupNewer, KnownError
from tests.vectors import make_backup_vectors

FILES = sorted(make_backup_vectors.FOLDER.iterdir())
EXPECTED: dict[str, type[KnownError]] = {
    "damaged": BackupDamaged,
    "key wrong": BackupKeyWrong,
    "newer": BackupNewer,
}


def read(file: Path) -> tuple[dict[str, str], bytes]:
    head, data = file.read_bytes().split(b"\n\n", 1)
    return dict(line.split(": ", 1) for line in head.decode("ascii").split("\n")), data


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_opening_gives_what_the_vector_expects(file: Path) -> None:
    head, data = read(file)
    if head["expect"] == "success":
        manifest = open_sealed(io.BytesIO(data), head["identity"], None)
        assert hashlib.sha256(manifest.to_bytes()).hexdigest() == head["manifest"]
        return
    with pytest.raises(EXPECTED[head["expect"]]) as refusal:
        open_sealed(io.BytesIO(data), head["identity"], None)
    assert type(refusal.value) is EXPECTED[head["expect"]]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_inspecting_gives_what_the_vector_expects(file: Path, tmp_path: Path) -> None:
    head, data = read(file)
    (tmp_path / "backup.age").write_bytes(data)
    if head["inspect"] == "success":
        found = inspect(tmp_path / "backup.age")
        assert (found.size, found.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        return
    with pytest.raises(BackupDamaged):
        inspect(tmp_path / "backup.age")


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_age_program_agrees_about_its_own_layer(file: Path, tmp_path: Path) -> None:
    head, data = read(file)
    (tmp_path / "identity.txt").write_text(head["identity"])
    opened = subprocess.run(
        ["age", "-d", "-i", "identity.txt"],
        cwd=tmp_path,
        input=data,
        capture_output=True,
        check=False,
    )
    # What age takes and we do not: the text form, a long header, nothing inside, and a bad
    # stanza after the one that opens the file.
    ours_alone = {"armoured", "header_too_large", "empty_payload", "short_share"}
    wrong = (
        file.stem.startswith(("age_", "key_wrong"))
        and file.stem.removeprefix("age_") not in ours_alone
    )
    assert (opened.returncode != 0) == wrong, opened.stderr.decode()


def test_the_folder_is_what_its_script_writes(tmp_path: Path) -> None:
    count = make_backup_vectors.write(tmp_path)
    assert count == len(FILES) >= 80
    for file in FILES:
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name
