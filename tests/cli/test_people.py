"""The commands about people and keys."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.terminal import Answer, Shell, write_secret

HEAD = "cau cua truong phong"


def secret(shell: Shell, text: str = HEAD) -> Path:
    return write_secret(shell.home / f"{text[:7]}.txt", text)


def admit(shell: Shell, *options: object) -> Answer:
    """Admit a confirming person with the recovery sheet."""
    return shell(
        *("--json", "person", "admit", "--login", "truong", "--name", "Lê Văn Giả"),
        *("--post", "Chủ tịch", "--role", "confirmer", "--new-passphrase-file", secret(shell)),
        *options,
    )


def with_sheet(shell: Shell, out: str = "new.txt") -> list[object]:
    return ["--recovery-file", shell.recovery, "--recovery-out", shell.home / out]


def test_one_becomes_two_and_the_sheet_is_another(shell: Shell) -> None:
    answer = admit(shell, *with_sheet(shell))
    assert (answer.code, answer.err) == (0, "")
    new = shell.home / "new.txt"
    assert answer.json["recovery"] == str(new)
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert new.read_text("utf-8").startswith("PHIẾU KHÓA KHÔI PHỤC")
    assert "\0" not in new.read_text("utf-8")
    assert new.read_bytes() != shell.recovery.read_bytes()
    people = shell.json("person", "list")["people"]
    assert [(one["login"], one["roles"], one["post"]) for one in people] == [
        ("giu-so", ["administrator", "keeper"], ""),
        ("truong", ["confirmer"], "Chủ tịch"),
    ]
    told = shell("--user", "giu-so", "person", "list").out.splitlines()[1]
    assert told == "truong\tLê Văn Giả\tChủ tịch\tNgười xác nhận\tmở được kho sổ"


def test_nothing_is_changed_where_the_new_sheet_has_no_room(shell: Shell) -> None:
    (shell.home / "new.txt").write_text("có rồi")
    answer = admit(shell, *with_sheet(shell))
    assert (answer.code, answer.err[:4]) == (1, "K210")
    assert (shell.home / "new.txt").read_text() == "có rồi"
    answer = admit(shell, *with_sheet(shell, "không có/new.txt"))
    assert answer.code == 1
    assert len(shell.json("person", "list")["people"]) == 1
    assert admit(shell, *with_sheet(shell, "other.txt")).code == 0


def test_a_refused_act_leaves_no_file(shell: Shell) -> None:
    assert admit(shell, *with_sheet(shell)).code == 0
    answer = admit(shell, *with_sheet(shell, "second.txt"))
    assert (answer.code, answer.err[:4]) == (1, "K231")
    assert not (shell.home / "second.txt").exists()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ([], 1, "K454"),
        (["--recovery-file", "sheet"], 2, "--recovery-out"),
    ],
)
def test_two_must_sign(shell: Shell, options: list[str], code: int, said: str) -> None:
    known = [str(shell.recovery) if word == "sheet" else word for word in options]
    answer = admit(shell, *known)
    assert answer.code == code
    assert said in answer.err


def test_an_open_passphrase_file_is_refused(shell: Shell) -> None:
    secret(shell).chmod(0o644)
    answer = admit(shell, *with_sheet(shell))
    assert (answer.code, answer.err[:4]) == (1, "K204")


def test_the_own_passphrase(shell: Shell) -> None:
    new = secret(shell, "mot cau hoan toan moi")
    assert shell("person", "passphrase", "--new-passphrase-file", new).code == 0
    assert shell("person", "list").err.startswith("K201")
    shell.passphrase = new
    assert shell("person", "list").code == 0


def test_whoever_forgot_and_whoever_leaves(shell: Shell) -> None:
    assert admit(shell, *with_sheet(shell)).code == 0
    new = secret(shell, "mot cau hoan toan moi")
    words = ["vault", "recover", "giu-so", "--recovery-file", shell.home / "new.txt"]
    words += ["--new-passphrase-file", new, "--recovery-out", shell.home / "third.txt"]
    answer = shell.run("--vault", shell.vault, *words)
    assert (answer.code, answer.err) == (0, "")
    assert "Phiếu cũ" in answer.out
    shell.passphrase = new
    assert shell("person", "revoke", "truong").err.startswith("K40")
    assert shell("person", "revoke", "truong", "--reason", "nghỉ hưu").code == 0
    shell.recovery = shell.home / "third.txt"
    release = shell("person", "release", "truong", *with_sheet(shell, "fourth.txt"))
    assert (release.code, release.err) == (0, "")
    shell.recovery = shell.home / "fourth.txt"
    renew = shell("recovery", "renew", *with_sheet(shell, "fifth.txt"))
    assert (renew.code, renew.err) == (0, "")
    change = ["person", "change", "giu-so", "--post", "Văn thư"]
    assert shell(*change, *with_sheet(shell, "sixth.txt")).err.startswith("K438")
    shell.recovery = shell.home / "fifth.txt"
    assert shell(*change, *with_sheet(shell, "sixth.txt")).code == 0
    assert shell.json("verify")["verdict"] == "unknown"


def test_a_vault_founded_by_two(bare: Shell) -> None:
    answer = bare.found("--confirmer-login", "truong")
    assert answer.code == 2
    answer = bare.found(
        *("--confirmer-login", "truong", "--confirmer-name", "Lê Văn Giả"),
        *("--confirmer-post", "Chủ tịch", "--confirmer-passphrase-file", secret(bare)),
    )
    assert (answer.code, answer.err) == (0, "")
    people = bare.json("--user", "giu-so", "person", "list")["people"]
    assert [(one["login"], one["post"]) for one in people] == [
        ("giu-so", ""),
        ("truong", "Chủ tịch"),
    ]
    rekey = bare("person", "rekey", "truong", "--new-passphrase-file", secret(bare, HEAD + " x"))
    assert rekey.err.startswith("K454")
