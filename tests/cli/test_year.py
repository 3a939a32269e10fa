"""The commands of today, of finding, of the volumes, of the year and of the day."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from tests.cli.terminal import Answer, Shell, lines

SECRET = "nội dung không được hiện"
MAIL = {
    "doc_number": "17/CV-CA",
    "doc_date": "02/03/2026",
    "doc_type": "Công văn",
    "subject": SECRET,
    "level": "Tối mật",
    "arrival_date": "04/03/2026",
    "issuer": "Công an tỉnh Giả Định",
    "receiving_unit": "Văn phòng",
    "finding": "Đủ",
}


def receive(shell: Shell) -> None:
    answer = shell("document", "add", "incoming", stdin=json.dumps(MAIL) + "\n")
    assert answer.code == 0, answer.err


def refused(answer: Answer, code: str) -> None:
    assert answer.code == 1, answer
    assert answer.err.startswith(f"{code} "), answer.err


def test_today_says_the_line_of_truth_and_what_is_to_be_done(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}, {}))
    receive(shell)
    shell(
        *("incoming", "direct", "--year", 2026, "--number", 1, "--leader", "Chủ tịch"),
        *("--assignee", "Nguyễn Văn A", "--due", "01/03/2026"),
    )
    told = shell("today").out.splitlines()
    assert told[0] == "Thứ Năm, ngày 05 tháng 3 năm 2026"
    assert told[1] == (
        "Sổ đến 2026, quyển 01: đến số 01 · Sổ đi 2026, quyển 01: đến số 02 · 3 dòng chưa in · "
        "hôm nay chưa có mã trên giấy · chưa có bản sao lưu nào được kiểm tra"
    )
    assert told[2] == (
        "Sổ đến 2026 số 01 (Tối mật, Công an tỉnh Giả Định): Nguyễn Văn A xử lý\tquá hạn 4 ngày"
    )
    found = shell.json("today", "--limit", 1)
    assert [duty["kind"] for duty in found["must"]] == ["direction"]
    assert found["must_count"] == 2
    assert (found["unprinted"], found["unsigned"], found["doubtful"]) == (3, 0, False)
    assert [(book["book"], book["last_no"]) for book in found["books"]] == [
        ("incoming", 1),
        ("outgoing", 2),
    ]
    assert SECRET not in json.dumps(found, ensure_ascii=False)


def test_nothing_to_do_is_said(shell: Shell) -> None:
    assert shell("today").out.splitlines()[-1] == "Hôm nay không có việc quá hạn."


def test_find_looks_through_both_books(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({"recipients": ["Công an xã Mẫu"]}))
    receive(shell)
    found = shell.json("find", "cong an")["documents"]
    assert [(line["book"], line["seq_no"]) for line in found] == [("incoming", 1), ("outgoing", 1)]
    assert (
        shell("find", "17/cv").out == "Sổ đến\t2026\t01\t17/CV-CA\tTối mật\tCông an tỉnh Giả Định\n"
    )
    assert shell("find", "qqq").out == ""


def test_a_volume_is_closed_with_words_and_reopened_by_the_recovery_sheet(
    shell: Shell, tmp_path: Path
) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    one = ("outgoing", "--year", 2026, "--volume", 1)
    answer = shell("volume", "close", *one)
    refused(answer, "K435")
    assert "còn 1 dòng chưa in" in answer.err
    closed = shell.json("volume", "close", *one, "--discrepancy", "in sau")
    assert (closed["closed_on"], closed["last_no"]) == ("2026-03-05", 1)
    refused(shell("document", "add", "outgoing", stdin=lines({})), "K431")

    again = ("volume", "reopen", *one)
    out = ("--recovery-out", tmp_path / "new.txt")
    (tmp_path / "other").mkdir()
    other = Shell(tmp_path / "other", shell._capsys, shell._patch)
    other.found()
    refused(shell(*again, "--reason", "sót", "--recovery-file", other.recovery, *out), "K438")
    refused(shell(*again, "--recovery-file", shell.recovery, *out), "K406")
    refused(shell(*again, "--reason", "sót", "--recovery-file", tmp_path / "none", *out), "K211")
    assert shell(*again, "--reason", "sót", "--recovery-file", shell.recovery).code == 2
    assert not (tmp_path / "new.txt").exists()
    sheet = ("--recovery-file", shell.recovery, *out)
    opened = shell.json(*again, "--reason", "Sót hai dòng", *sheet)
    assert (opened["closed_on"], opened["recovery"]) == (None, str(tmp_path / "new.txt"))
    new = RecoverySheet.parse((tmp_path / "new.txt").read_text(encoding="utf-8"))
    assert new.key != RecoverySheet.parse(shell.recovery.read_text(encoding="utf-8")).key
    assert shell("document", "add", "outgoing", stdin=lines({})).out.startswith("02\t")
    assert shell.json("verify")["verdict"] == "unknown"


def test_the_next_volume_runs_on(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}, {}))
    refused(shell("volume", "open", "outgoing", "--year", 2026, "--volume", 3), "K436")
    opened = shell.json("volume", "open", "outgoing", "--year", 2026, "--volume", 2)
    assert (opened["number"], opened["first_no"]) == (2, 3)
    listed = shell.json("volume", "list", "outgoing")["volumes"]
    assert [(one["number"], one["lacks"]) for one in listed] == [(2, ""), (1, "2 dòng chưa in")]


def test_the_steps_of_the_year_are_shown_and_marked(shell: Shell) -> None:
    shell.clock.moment = datetime(2027, 1, 2, 1, tzinfo=UTC)
    change = shell.json("year", "show")
    assert change["year"] == 2027
    assert [(step["step"], step["done"]) for step in change["steps"]] == [
        ("open", False),
        ("print", True),
        ("sign", True),
        ("cross", False),
        ("close", False),
        ("closing_certificate", False),
        ("opening_certificate", False),
        ("backup", False),
    ]
    shell("year", "mark", "cross", "--year", 2027)
    change = shell.json("year", "show", "--year", 2027)
    assert change["steps"][3] == {
        "step": "cross",
        "done": True,
        "lacks": [
            "Sổ đi 2026, quyển 01 chưa gạch chéo phần trống",
            "Sổ đến 2026, quyển 01 chưa gạch chéo phần trống",
        ][::-1],
        "marked_on": "2027-01-02",
    }
    shell("year", "mark", "cross", "--year", 2027, "--undo")
    assert not shell.json("year", "show")["steps"][3]["done"]
    assert shell("year", "mark", "print", "--year", 2027).code == 2


def test_a_clock_that_says_2010_stops_registering_until_the_day_is_stated(shell: Shell) -> None:
    shell.clock.moment = datetime(2010, 1, 1, 0, 10, tzinfo=UTC)
    refused(shell("document", "add", "outgoing", stdin=lines({})), "K441")
    shown = shell.json("day", "show")
    assert shown == {"clock_on": "2010-01-01", "day": None, "last_on": "2026-03-05"}
    assert shell.json("today")["doubtful"] is True
    refused(shell("day", "state", "05/03/2062"), "K442")
    assert shell("day", "state", "06/03").code == 2
    shell("day", "state", "06/03/2026")
    # Each command unlocks anew: what was stated holds as long as the clock goes on with it.
    shell("document", "add", "outgoing", stdin=lines({"doc_date": "5/3"}))
    (line,) = shell.json("document", "list", "outgoing")["documents"]
    assert (line["registered_on"], line["doc_date"]) == ("2026-03-06", "2026-03-05")
    assert "Máy báo ngày 01/01/2010" in shell("today").out
    shell.clock.moment = datetime(2010, 1, 1, 0, 1, tzinfo=UTC)  # the battery is dead
    refused(shell("document", "add", "outgoing", stdin=lines({})), "K441")
