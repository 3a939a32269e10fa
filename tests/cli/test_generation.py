"""`vault new-generation`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import Shell, lines


def test_new_keys_by_the_command_line(shell: Shell, tmp_path: Path) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    command = ("vault", "new-generation", "--recovery-file")
    refused = shell(*command, shell.recovery)
    assert (refused.code, refused.err[:4]) == (1, "K406")
    refused = shell(*command, tmp_path / "none", "--reason", "hằng năm")
    assert (refused.code, refused.err[:4]) == (1, "K211")
    alone = shell("vault", "new-generation", "--reason", "hằng năm")
    assert (alone.code, alone.err[:4]) == (1, "K454")

    answer = shell(*command, shell.recovery, "--reason", "hằng năm")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Đã đổi toàn bộ khóa của kho sổ, thế hệ 2. Mật khẩu như cũ.\n"
    found = shell.json(*command, shell.recovery, "--reason", "nghi lộ khóa")
    assert found == {"generation": 3, "dropped": []}
    assert shell.json("verify")["verdict"] == "unknown"
    assert shell("document", "add", "outgoing", stdin=lines({})).out.startswith("02\t")
