"""`vault new-generation`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import DiskFull
from bmnn_desktop.store import generation
from tests.cli.terminal import Shell, lines


def test_new_keys_by_the_command_line(shell: Shell, tmp_path: Path) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    command = ("vault", "new-generation", "--recovery-file")
    lost = ("--recovery-out", tmp_path / "lost.txt")
    refused = shell(*command, shell.recovery, *lost)
    assert (refused.code, refused.err[:4]) == (1, "K406")
    refused = shell(*command, tmp_path / "none", "--reason", "hằng năm", *lost)
    assert (refused.code, refused.err[:4]) == (1, "K211")
    assert not (tmp_path / "lost.txt").exists()
    alone = shell("vault", "new-generation", "--reason", "hằng năm")
    assert (alone.code, alone.err[:4]) == (1, "K454")

    asked = (*command, shell.recovery, "--reason")
    no_room = shell(*asked, "hằng năm")
    assert (no_room.code, "--recovery-out" in no_room.err) == (2, True)

    newer, newest = tmp_path / "newer.txt", tmp_path / "newest.txt"
    answer = shell(*asked, "hằng năm", "--recovery-out", newer)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Đã đổi toàn bộ khóa của kho sổ, thế hệ 2. Mật khẩu như cũ.\n")
    assert f"Phiếu khóa khôi phục mới: {newer}." in answer.out
    used = shell(*asked, "hằng năm", "--recovery-out", newest)
    assert (used.code, used.err[:4], newest.exists()) == (1, "K438", False)
    found = shell.json(*command, newer, "--reason", "nghi lộ khóa", "--recovery-out", newest)
    assert found == {"generation": 3, "dropped": [], "recovery_file": str(newest)}
    assert shell.json("verify")["verdict"] == "unknown"
    assert shell("document", "add", "outgoing", stdin=lines({})).out.startswith("02\t")


def test_a_switch_cut_short_keeps_the_file_of_the_new_sheet(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object) -> None:
        raise DiskFull

    out = tmp_path / "newer.txt"
    command = ("vault", "new-generation", "--reason", "hằng năm", "--recovery-out", out)
    monkeypatch.setattr(generation, "switch", fails)
    broken = shell(*command, "--recovery-file", shell.recovery)
    assert (broken.code, broken.err[:4]) == (1, "K245")
    assert RecoverySheet.parse(out.read_text(encoding="utf-8"))
    monkeypatch.undo()
    out.unlink()
    assert shell(*command, "--recovery-file", shell.recovery).code == 0
