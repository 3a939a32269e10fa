"""The commands one by one: what they print, what they refuse, what they leave."""

from __future__ import annotations

import json
import re
import shutil
import stat
from pathlib import Path

import pytest

from bmnn_desktop.cli import document as document_commands
from tests.backup.tmpfs import tmpfs
from tests.cli.terminal import Answer, Shell, lines, write_secret
from tests.faults.vaults import copy_vault


def refusal(answer: Answer, code: str, *, exit_code: int = 1) -> str:
    """Check that the answer is one Vietnamese sentence with its code, and return it."""
    assert answer.code == exit_code, answer
    first, _newline, rest = answer.err.partition("\n")
    assert rest == ""
    assert first.startswith(f"{code} "), first
    assert re.search("[À-ỹ]", first)
    assert first.endswith(".")
    return first


# ── founding ─────────────────────────────────────────────────────────────────────────────────


def test_a_vault_is_founded_with_its_recovery_sheet(bare: Shell) -> None:
    answer = bare.found()
    assert (answer.code, answer.err) == (0, "")
    assert stat.S_IMODE(bare.recovery.stat().st_mode) == 0o600
    assert bare.recovery.read_text(encoding="utf-8").startswith("PHIẾU KHÓA KHÔI PHỤC")
    assert "\0" not in bare.recovery.read_text(encoding="utf-8")
    assert {path.name for path in bare.vault.iterdir()} >= {"register.db", "keys.a", "keys.b"}


def test_founding_twice_is_refused(shell: Shell) -> None:
    sheet = shell.recovery.read_bytes()
    refusal(shell.found(), "K210")
    shell.recovery = shell.home / "other.txt"
    refusal(shell.found(), "K102")
    assert not shell.recovery.exists()
    assert (shell.home / "recovery.txt").read_bytes() == sheet


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--login", "Giữ Sổ"], "K206"),
        (["--login", "a\nb"], "K206"),
        (["--org", " "], "K402"),
        (["--year", "1900"], "K402"),
        (["--first-no", "0"], "K402"),
    ],
)
def test_a_wrong_founding_leaves_nothing(bare: Shell, options: list[str], code: str) -> None:
    refusal(bare.found(*options), code)
    assert sorted(path.name for path in bare.home.iterdir()) == ["passphrase.txt"]


def test_a_short_passphrase_founds_nothing(bare: Shell) -> None:
    bare.passphrase.write_text("ngan", encoding="utf-8")
    refusal(bare.found(), "K203")
    assert not bare.vault.exists()


def test_no_room_for_the_recovery_sheet_means_no_vault(bare: Shell) -> None:
    with tmpfs(bare.home / "full", 4096) as place:
        with (place / "ballast").open("wb", buffering=0) as ballast:
            ballast.write(bytes(4096))
        bare.recovery = place / "recovery.txt"
        refusal(bare.found(), "K504")
        assert [path.name for path in place.iterdir()] == ["ballast"]
    assert not bare.vault.exists()


# ── who is there ─────────────────────────────────────────────────────────────────────────────


def test_a_passphrase_file_others_can_read_is_refused(shell: Shell) -> None:
    for mode in (0o640, 0o604, 0o620, 0o644):
        shell.passphrase.chmod(mode)
        refusal(shell("verify"), "K204")
    shell.passphrase.chmod(0o400)
    assert shell("verify").code == 0


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", bytes(5000)])
def test_a_file_that_is_no_passphrase_is_refused(shell: Shell, content: bytes) -> None:
    shell.passphrase.write_bytes(content)
    refusal(shell("verify"), "K205")
    shell.passphrase = shell.home
    shell.home.chmod(0o700)
    refusal(shell("verify"), "K205")
    shell.passphrase = shell.home / "none"
    refusal(shell("verify"), "K205")


def test_a_passphrase_file_of_notepad_is_read(shell: Shell) -> None:
    shell.passphrase.write_bytes(b"\xef\xbb\xbf" + shell.passphrase.read_bytes().strip() + b"\r\n")
    assert shell("verify").code == 0


def test_no_passphrase_file_is_refused(shell: Shell) -> None:
    refusal(shell.run("--vault", shell.vault, "verify"), "K207")


def test_a_wrong_passphrase_is_refused_without_a_word_more(shell: Shell) -> None:
    wrong = write_secret(shell.home / "wrong.txt", "mot cau sai hoan toan")
    sentence = refusal(
        shell.run("--vault", shell.vault, "--passphrase-file", wrong, "verify"), "K201"
    )
    assert "sai hoan" not in sentence
    other = shell.run(
        *("--vault", shell.vault, "--user", "nobody", "--passphrase-file", shell.passphrase),
        "verify",
    )
    assert refusal(other, "K201") == sentence


def test_the_user_may_be_left_out_in_a_training_vault_only(bare: Shell) -> None:
    bare.found(training=False)
    refusal(bare("verify"), "K207")
    assert bare("--user", "giu-so", "verify").code == 0


@pytest.mark.parametrize("command", ["verify", "document list outgoing", "volume list outgoing"])
def test_where_there_is_no_vault_nothing_comes_to_be(bare: Shell, command: str) -> None:
    refusal(bare(*command.split()), "K101")
    bare.vault.mkdir()
    assert bare(*command.split()).code in {1, 3}
    assert list(bare.vault.iterdir()) == []


# ── documents ────────────────────────────────────────────────────────────────────────────────


def test_documents_are_registered_from_json_lines(shell: Shell) -> None:
    answer = shell("document", "add", "outgoing", stdin=lines({}, {"doc_number": "06/BC"}))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "01\t2026\t05/KH-UBND\n02\t2026\t06/BC\n"
    found = shell.json("document", "list", "outgoing")
    assert [row["seq_no"] for row in found["documents"]] == [2, 1]
    assert found["more"] is False
    expected = {**json.loads(lines({})), "level": "TOI_MAT", "note": "", "annulled": None}
    expected |= {"year": 2026, "seq_no": 1, "registered_on": "2026-03-05", "copies_issued": 3}
    expected |= {"printed": False, "volume": 1, "entry_kind": "on_time", "channel": None}
    expected |= {"drafter": "", "basis": "", "copying_allowed": None}
    expected |= {"pages": None, "annexes": None}
    assert found["documents"][1] == expected


def test_a_wrong_line_is_named_and_earlier_ones_stay(shell: Shell) -> None:
    secret = "Nội dung không ai được thấy"
    bad = {
        "not json": b"{" + secret.encode(),
        "no object": b"[1, 2]",
        "unknown": lines({secret: 1}).encode(),
        "tuyet mat": lines({"level": "Tuyệt mật", "subject": secret}).encode(),
        "level": lines({"level": "mật vừa", "subject": secret}).encode(),
        "date": lines({"doc_date": "30/02"}).encode(),
        "type": lines({"signer": 5}).encode(),
        "recipients": lines({"recipients": "Công an"}).encode(),
        "copies": lines({"copies_issued": "3"}).encode(),
        "bool": lines({"copies_issued": True}).encode(),
        "not unicode": b'{"subject": "\xff"}',
        "deep": b"[" * 100_000,
        "long": b'"' + b"x" * (1 << 20) + b'"',
    }
    for number, (name, line) in enumerate(bad.items(), 1):
        stdin = lines({"doc_number": name}).encode() + b"\n" + line + b"\n" + lines({}).encode()
        answer = shell("document", "add", "outgoing", stdin=stdin)
        sentence = refusal(answer, "K410")
        assert "thứ 3 " in sentence, name
        assert secret not in sentence, name
        assert answer.out == f"{number:02d}\t2026\t{name}\n"
    added = shell.json("document", "list", "outgoing")["documents"]
    assert [row["doc_number"] for row in reversed(added)] == list(bad)


def test_json_tells_what_was_added_before_the_error(shell: Shell) -> None:
    answer = shell("--json", "document", "add", "outgoing", stdin=lines({}) + "{\n")
    refusal(answer, "K410")
    assert [each["seq_no"] for each in answer.json["added"]] == [1]


def test_tuyet_mat_without_subject_is_taken(shell: Shell) -> None:
    typed = {"level": "A", "subject": ""}
    assert shell("document", "add", "outgoing", stdin=lines(typed)).code == 0
    (row,) = shell.json("document", "list", "outgoing")["documents"]
    assert (row["level"], row["subject"]) == ("TUYET_MAT", "")


def test_a_date_without_year_is_of_the_clocks_year(shell: Shell) -> None:
    shell.clock.moment = shell.clock.moment.replace(year=2027)
    shell("document", "add", "outgoing", stdin=lines({"doc_date": "5/3"}))
    (row,) = shell.json("document", "list", "outgoing")["documents"]
    assert row["doc_date"] == "2027-03-05"


def test_a_mark_at_the_start_and_blank_lines_do_no_harm(shell: Shell) -> None:
    stdin = b"\xef\xbb\xbf" + lines({}).encode() + b"\r\n  \n"
    assert shell("document", "add", "outgoing", stdin=stdin).out.count("\n") == 1


def test_nothing_on_the_input_adds_nothing(shell: Shell) -> None:
    assert shell.json("document", "add", "outgoing") == {"added": []}


def test_listing_takes_a_year_a_search_and_a_limit(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines(*[{"doc_number": f"{n}/X"} for n in range(5)]))
    shell("volume", "open", "outgoing", "--year", 2027, "--first-no", 90)
    shell("document", "add", "outgoing", stdin=lines({"subject": "Đường biên"}))
    assert shell.json("document", "list", "outgoing", "--limit", 2)["more"] is True
    one = shell.json("document", "list", "outgoing", "--search", "duong bien")["documents"]
    assert [(row["year"], row["seq_no"]) for row in one] == [(2027, 90)]
    assert len(shell.json("document", "list", "outgoing", "--year", 2026)["documents"]) == 5
    text = shell("document", "list", "outgoing", "--search", "BIEN").out
    assert text.startswith("90\t2027\t05/KH-UBND\t05/03/2026\tTối mật\tKế hoạch: Đường biên\t")
    volumes = shell.json("volume", "list", "outgoing")["volumes"]
    assert [(volume["year"], volume["first_no"]) for volume in volumes] == [(2027, 90), (2026, 1)]
    assert shell("volume", "list", "outgoing").out.splitlines()[0] == (
        "2027\t01\ttừ số 90\tđang mở\t1 dòng chưa in"
    )
    refusal(shell("volume", "open", "outgoing", "--year", 2027), "K409")
    old = shell("document", "add", "outgoing", "--year", 2026, stdin=lines({}))
    assert old.out.startswith("06\t2026\t")


def test_a_line_is_corrected_and_struck(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}, {}))
    which = ("outgoing", "--year", 2026, "--number")
    pretty = json.dumps({**json.loads(lines({"signer": "Lê Văn Giả"}))}, indent=1)
    answer = shell("document", "correct", *which, 1, "--reason", "Nhầm người ký", stdin=pretty)
    assert (answer.code, answer.out) == (0, "Đã sửa số thứ tự 01 năm 2026.\n")
    assert shell("document", "annul", *which, 2, "--reason", "Ghi trùng").code == 0
    second, first = shell.json("document", "list", "outgoing")["documents"]
    assert (first["signer"], second["annulled"]) == ("Lê Văn Giả", "Ghi trùng")
    refusal(shell("document", "annul", *which, 2, "--reason", "x"), "K404")
    refusal(shell("document", "annul", *which, 3, "--reason", "x"), "K403")
    refusal(shell("document", "annul", *which, 1, "--reason", " "), "K406")
    refusal(shell("document", "correct", *which, 1, "--reason", "x", stdin=pretty), "K411")
    refusal(shell("document", "correct", *which, 1, "--reason", "x", stdin="{"), "K856")


def test_a_bug_says_where_and_nothing_of_what_was_typed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "Nội dung không ai được thấy"

    def stumble(*_arguments: object, **_named: object) -> None:
        raise RuntimeError(secret)

    monkeypatch.setattr(document_commands, "read_document", stumble)
    answer = shell("document", "add", "outgoing", stdin=lines({"subject": secret}))
    assert (answer.code, answer.out) == (1, "")
    assert re.fullmatch(r"B001 .*RuntimeError, tests\.cli\.test_chain:\d+.*\n", answer.err)
    assert secret not in answer.err


# ── print, backup, verify ────────────────────────────────────────────────────────────────────


def test_a_printed_sheet_proves_the_vault_later(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    which = ("book", "print", "outgoing", "--year", 2026, "--out")
    printed = shell.json(*which, shell.home / "so.pdf")
    assert (printed["lines"], printed["sheets"]) == (1, 1)
    assert (shell.home / "so.pdf").read_bytes().startswith(b"%PDF")
    assert shell.json("document", "list", "outgoing")["documents"][0]["printed"] is True
    refusal(shell(*which, shell.home / "so.pdf"), "K503")
    refusal(shell(*which, shell.home / "none" / "so.pdf"), "K504")
    correct = ("document", "correct", "outgoing", "--year", 2026, "--number", 1, "--reason", "x")
    refusal(shell(*correct, stdin=lines({"signer": "X"})), "K405")
    verdict = shell.json("verify", "--anchor", printed["code"])
    assert (verdict["ok"], verdict["verdict"], verdict["seq"]) == (True, "pass", None)
    assert shell.json("verify")["verdict"] == "unknown"
    assert shell.json("verify")["ok"] is None


def test_a_mistyped_code_is_refused_before_anything_is_opened(shell: Shell) -> None:
    code = shell.json("verify")["head"]
    wrong = ("0" if code[-1] != "0" else "1").join([code[:-1], ""])
    assert shell("verify", "--anchor", code.lower().replace("-", " ")).code == 0
    shutil.rmtree(shell.vault)
    refusal(shell("verify", "--anchor", wrong), "K506")


def test_an_older_vault_than_the_sheet_is_a_3(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    copy_vault(shell.vault, shell.home / "old")
    code = shell.json("book", "print", "outgoing", "--year", 2026, "--out", shell.home / "s.pdf")
    shell.vault = shell.home / "old"
    answer = shell("--json", "verify", "--anchor", code["code"])
    assert answer.code == 3
    assert (answer.json["ok"], answer.json["verdict"]) == (False, "fail")
    assert shell("verify").code == 0


def test_a_damaged_vault_is_a_3_from_every_command(shell: Shell) -> None:
    register = shell.vault / "register.db"
    data = bytearray(register.read_bytes())
    data[100] ^= 1
    register.write_bytes(data)
    for words in (
        ["document", "list", "outgoing"],
        ["document", "add", "outgoing"],
        ["volume", "list", "outgoing"],
        ["book", "print", "outgoing", "--year", 2026, "--out", shell.home / "so.pdf"],
        ["backup", "create", "--medium", shell.home],
        ["verify"],
    ):
        refusal(shell(*words), "K302", exit_code=3)
    answer = shell("--json", "verify")
    assert answer.json["ok"] is False
    (shell.vault / "keys.a").write_bytes(b"x")
    (shell.vault / "keys.b").write_bytes(b"x")
    refusal(shell("verify"), "K301", exit_code=3)


def test_a_mended_header_is_said_beside_the_answer(shell: Shell) -> None:
    (shell.vault / "keys.a").write_bytes(b"x")
    answer = shell("--json", "verify")
    assert answer.code == 0
    assert answer.json["verdict"] == "unknown"
    assert "keys.a" in answer.err
    assert shell("verify").err == ""


def test_a_backup_goes_round(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}, {"doc_number": "06/BC"}))
    code = shell.json("book", "print", "outgoing", "--year", 2026, "--out", shell.home / "s.pdf")
    medium = shell.home / "medium"
    medium.mkdir()
    made = shell.json("backup", "create", "--medium", medium)
    file = Path(made["file"])
    key = ("--recovery-file", shell.recovery)
    inspected = shell.run("--json", "backup", "inspect", file)
    assert (inspected.code, inspected.json["sha256"]) == (0, made["sha256"])
    assert shell.json("backup", "verify", file)["number"] == 1
    whole = shell.run("--json", "backup", "verify", file, *key)
    assert (whole.code, whole.json["manifest"]["number"]) == (0, 1)
    identity = shell.run("backup", "identity", *key)
    assert identity.out.startswith("AGE-SECRET-KEY-1")
    new = write_secret(shell.home / "new.txt", "mot cau khac han cau cu")
    into = shell.home / "anew"
    present = ("--user", "giu-so", "--passphrase-file", new)
    restored = shell.run(*present, "--json", "backup", "restore", file, "--into", into, *key)
    assert (restored.code, restored.json["generation"]) == (0, 2)
    anew = ("--vault", into, "--passphrase-file", new)
    assert shell.run(*anew, "verify", "--anchor", code["code"]).code == 0
    again = shell.run(*anew, "document", "add", "outgoing", stdin=lines({}))
    assert again.out.startswith("03\t2026\t")
    old = shell.run("--vault", into, "--passphrase-file", shell.passphrase, "verify")
    refusal(old, "K201")


def test_backups_that_are_not_what_they_should_be_are_refused(shell: Shell) -> None:
    medium = shell.home / "medium"
    medium.mkdir()
    file = Path(shell.json("backup", "create", "--medium", medium)["file"])
    bad = shell.home / "bad.age"
    data = bytearray(file.read_bytes())
    data[-5] ^= 1
    bad.write_bytes(data)
    key = ("--recovery-file", shell.recovery)
    restore = ("--passphrase-file", shell.passphrase, "backup", "restore")
    into = ("--into", shell.home / "anew")
    refusal(shell.run(*restore, bad, *into, *key), "K605", exit_code=3)
    refusal(shell.run("backup", "verify", bad, *key), "K605", exit_code=3)
    refusal(shell("backup", "verify", bad), "K608")
    refusal(shell.run("backup", "inspect", shell.passphrase), "K605", exit_code=3)
    refusal(shell.run("backup", "inspect", shell.home / "none"), "K604")
    refusal(shell.run(*restore, file, "--into", shell.vault, *key), "K102")
    refusal(shell.run("--user", "ai\nđó", *restore, file, *into, *key), "K214")
    wrong = shell.recovery.read_text(encoding="utf-8").splitlines()
    wrong[1], wrong[2] = wrong[1][:-1] + "!", wrong[2]
    shell.recovery.write_text("\n".join(wrong), encoding="utf-8")
    refusal(shell.run(*restore, file, *into, *key), "K211")
    refusal(shell.run("backup", "identity", "--recovery-file", shell.home / "none"), "K211")
    refusal(shell("backup", "create", "--medium", shell.home / "none"), "K610")
    assert not (shell.home / "anew").exists()


def test_a_real_vault_lets_nothing_out_in_clear(bare: Shell) -> None:
    bare.found(training=False)
    keeper = ("--user", "giu-so")
    bare(*keeper, "document", "add", "outgoing", stdin=lines({}))
    out = bare.home / "so.pdf"
    printing = ("book", "print", "outgoing", "--year", 2026, "--out", out)
    refusal(bare(*keeper, *printing), "K505")
    (bare.home / "medium").mkdir()
    assert bare(*keeper, "backup", "create", "--medium", bare.home / "medium").err[:3] == "K61"
    assert not out.exists()
    assert list((bare.home / "medium").iterdir()) == []
