"""A folder plays a medium, and is refused where it could do harm."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from bmnn_desktop.backup.medium import Medium
from bmnn_desktop.errors import MediumFull, MediumRefused
from bmnn_desktop.media.folder import FolderMedium
from bmnn_desktop.media.rename import rename_new
from tests.backup.tmpfs import make_read_only, tmpfs


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    place = tmp_path / "home" / "vault"
    place.mkdir(parents=True)
    return place


@pytest.fixture
def medium(tmp_path: Path, vault: Path) -> Medium:
    root = tmp_path / "medium"
    root.mkdir()
    return FolderMedium(root, vault)


def test_a_folder_beside_the_vault_is_taken(vault: Path) -> None:
    beside = vault.parent / "medium"
    beside.mkdir()
    assert FolderMedium(beside, vault).name == "medium"


def test_what_is_no_folder_is_refused(tmp_path: Path, vault: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "none", Path("/dev/null")):
        with pytest.raises(MediumRefused, match="không phải là một thư mục"):
            FolderMedium(place, vault)


def test_a_link_to_a_folder_is_refused(tmp_path: Path, vault: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(MediumRefused, match="liên kết"):
        FolderMedium(tmp_path / "link", vault)


def test_the_vault_and_what_holds_it_or_lies_in_it_is_refused(tmp_path: Path, vault: Path) -> None:
    inside = vault / "inside"
    inside.mkdir()
    around = tmp_path / "around"
    around.symlink_to(vault.parent)
    roundabout = [vault / ".." / "vault", around / "vault"]
    for place in (vault, vault.parent, tmp_path, inside, *roundabout):
        with pytest.raises(MediumRefused, match="kho sổ"):
            FolderMedium(place, vault)


def test_a_read_only_folder_is_refused(tmp_path: Path, vault: Path) -> None:
    with tmpfs(tmp_path / "small", 65_536) as place:
        make_read_only(place)
        with pytest.raises(MediumRefused, match="chỉ cho đọc"):
            FolderMedium(place, vault)


def test_room_is_looked_at(tmp_path: Path, vault: Path) -> None:
    with tmpfs(tmp_path / "small", 65_536) as place:
        medium = FolderMedium(place, vault)
        medium.check_room(60_000)
        with pytest.raises(MediumFull):
            medium.check_room(70_000)


def test_a_new_file_is_private_and_must_be_new(medium: Medium) -> None:
    with medium.open_new("a.part") as out:
        out.write(b"1")
    assert stat.S_IMODE((medium.root / "a.part").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        medium.open_new("a.part")


def test_no_link_is_followed(medium: Medium, tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"keep")
    (medium.root / "link").symlink_to(tmp_path / "target")
    (medium.root / "dangling").symlink_to(tmp_path / "none")
    with pytest.raises(FileExistsError):
        medium.open_new("link")
    with pytest.raises(FileExistsError):
        medium.open_new("dangling")
    with pytest.raises(OSError, match="symbolic"):
        medium.open_read("link")
    medium.discard("link")
    assert (tmp_path / "target").read_bytes() == b"keep"


@pytest.mark.parametrize("name", ["../a", "a/b", "/a", "", ".", ".."])
def test_a_name_with_a_folder_is_a_bug(medium: Medium, name: str) -> None:
    with pytest.raises(ValueError, match="without a folder"):
        medium.open_new(name)


def test_finishing_renames(medium: Medium) -> None:
    (medium.root / "a.part").write_bytes(b"new")
    medium.finish("a.part", "a")
    assert [file.name for file in medium.root.iterdir()] == ["a"]


@pytest.mark.parametrize("known", [True, False], ids=["renameat2", "plain"])
def test_no_rename_overwrites(medium: Medium, known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not known:  # a file system that does not know the flag
        monkeypatch.setattr("bmnn_desktop.media.rename._renameat2", lambda *_: 22)
    (medium.root / "a.part").write_bytes(b"new")
    (medium.root / "a").write_bytes(b"old")
    (medium.root / "dangling").symlink_to("none")
    for name in ("a", "dangling"):
        with pytest.raises(FileExistsError):
            medium.finish("a.part", name)
    assert (medium.root / "a").read_bytes() == b"old"
    assert (medium.root / "a.part").read_bytes() == b"new"
    rename_new(medium.root / "a.part", medium.root / "b")
    assert (medium.root / "b").read_bytes() == b"new"


def test_a_name_that_cannot_be_made_durable_is_taken_back(
    medium: Medium, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(5, "fsync fails")

    (medium.root / "a.part").write_bytes(b"new")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="fsync fails"):
        medium.finish("a.part", "a")
    assert list(medium.root.iterdir()) == []
