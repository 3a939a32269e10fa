"""`inspection …`: a guest session over several commands, and a clerk it never keeps out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.terminal import Shell, lines
from tests.printing.reading import texts
from tests.services.offices import PASSPHRASE, cheap_wiring

OPEN = (
    *("inspection", "open", "--inspector", "Đỗ Văn Kiểm", "--body", "Công an tỉnh Giả Định"),
    *("--decision", "15/QĐ-CAT", "--decided-on", "02/03/2026"),
)


def test_commands_only_look_until_the_session_is_closed(shell: Shell) -> None:
    shell.json("document", "add", "outgoing", stdin=lines({}, {}, {}))
    opened = shell.json(*OPEN)
    assert (opened["inspection"], opened["closed_at"]) == (1, None)
    assert opened["decided_on"] == "2026-03-02"
    shell.json("document", "list", "outgoing", "--search", "dien tap")
    for words in (
        ("document", "add", "outgoing"),
        ("document", "annul", "outgoing", "--year", 2026, "--number", 1, "--reason", "thử"),
        ("book", "print", "outgoing", "--year", 2026, "--out", shell.home / "so.pdf"),
        ("backup", "create", "--medium", shell.home),
        ("sheet", "test-page", "--out", shell.home / "thu.pdf"),
        OPEN,
    ):
        refused = shell(*words, stdin=lines({}))
        assert (refused.code, refused.err[:4]) == (1, "K221"), words
        assert "hãy kết thúc phiên kiểm tra" in refused.err
    assert not list(Path(shell.home).glob("*.pdf"))
    looks = shell.json("inspection", "look")["looks"]
    assert [(each["kind"], each["what"]) for each in looks] == [("register", "Sổ đi, có tìm")]
    assert shell.json("verify")["verdict"] == "unknown"
    out = shell.home / "phieu.pdf"
    printed = shell.json("inspection", "print", "--out", out)
    assert "Sổ đi, có tìm" in " ".join(texts(out.read_bytes()))
    assert shell.json("verify", "--anchor", printed["code"])["verdict"] == "pass"
    closed = shell.json("inspection", "close")
    assert closed["closed_at"] > closed["opened_at"]
    shell.json("document", "add", "outgoing", stdin=lines({}))
    assert shell.json("verify", "--anchor", printed["code"])["verdict"] == "pass"
    (only,) = shell.json("inspection", "list")["inspections"]
    assert only == closed
    assert shell("inspection", "close").err.startswith("K222")


def test_a_sample_is_drawn_and_printed(shell: Shell) -> None:
    shell.json("document", "add", "outgoing", stdin=lines({}, {}, {}))
    shell.json(*OPEN)
    out = shell.home / "mau.pdf"
    words = ("inspection", "sample", "outgoing", "--year", 2026, "--count", 2)
    drawn = shell.json(*words, "--seed", 7, "--out", out)
    assert (drawn["seed"], len(drawn["numbers"])) == (7, 2)
    assert "số gieo 7" in " ".join(" ".join(texts(out.read_bytes())).split())
    looks = shell.json("inspection", "look", 1)["looks"]
    assert [each["kind"] for each in looks] == ["register", "document", "document"]
    assert shell(*words, "--out", shell.home / "khac.pdf").code == 0


def test_what_people_read_says_the_same(shell: Shell) -> None:
    assert "chỉ xem đến khi kết thúc" in shell(*OPEN).out
    assert "đang mở" in shell("inspection", "list").out
    assert shell("inspection", "look").out == ""
    printed = shell("inspection", "print", "--out", shell.home / "phieu.pdf")
    assert "Mã đối chiếu: " in printed.out
    assert "Đã kết thúc" in shell("inspection", "close").out
    assert "đến " in shell("inspection", "list").out


def test_a_killed_window_locks_no_script_out(shell: Shell) -> None:
    from bmnn_desktop.domain.inspection import NewInspection  # noqa: PLC0415
    from bmnn_desktop.services.inspection import open_inspection  # noqa: PLC0415

    office = cheap_wiring(shell.clock).gate(shell.vault).unlock("giu-so", PASSPHRASE)
    office.write(open_inspection, NewInspection("Đỗ Văn Kiểm", "Công an", "15", None)).result()
    office._vault.close()  # what a kill leaves
    added = shell("--json", "document", "add", "outgoing", stdin=lines({}))
    assert added.code == 0
    assert "Phiên kiểm tra lần trước" in added.err
    assert len(json.loads(added.out)["added"]) == 1
    again = shell("--json", "document", "add", "outgoing", stdin=lines({}))
    assert (again.code, again.err) == (0, "")


def test_what_is_missing_is_said(shell: Shell) -> None:
    refused = shell(*OPEN[:2], "--inspector", " ", "--body", "Công an", "--decision", "15")
    assert refused.code == 1
    assert "Họ và tên cán bộ kiểm tra" in refused.err
    assert shell("inspection", "print", "--out", shell.home / "x.pdf").err.startswith("K222")
