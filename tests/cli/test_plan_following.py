"""`plan import|tasks|…`: proposed, accepted and followed by command, JSON out, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Shell

PLAN = """ỦY BAN NHÂN DÂN
TỈNH GIẢ ĐỊNH
Số: 17/KH-UBND
Giả Định, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Giữ gìn tài liệu mật trên địa bàn tỉnh

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Giữ gìn tài liệu.
II. NỘI DUNG
1. Rà soát tủ đựng tài liệu ở trụ sở

Cơ quan thực hiện: UBND cấp xã.

Thời gian hoàn thành: trước ngày 10/3/2026.

2. Tổng hợp kết quả rà soát

Cơ quan thực hiện: Công an tỉnh.

Thời gian hoàn thành: quý II/2026.

III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính bố trí kinh phí hằng năm.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
"""


@pytest.fixture
def file(shell: Shell) -> Path:
    path = shell.home / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_plan_is_proposed_then_accepted_and_followed(shell: Shell, file: Path) -> None:
    proposed = shell.json("plan", "import", file)
    assert proposed["plan_id"] is None
    assert [(one["ref"], one["sort"]) for one in proposed["tasks"]][:2] == [
        ("II.1", "ours"),
        ("II.2", "know"),
    ]
    assert all(one["line"] > 0 for one in proposed["tasks"])
    assert shell.json("plan", "list") == {"plans": []}
    assert shell.json("plan", "import", file, "--accept")["plan_id"] == 1
    again = shell("plan", "import", file, "--accept")
    assert (again.code, again.err[:4]) == (1, "K808")
    for on, late in (("2026-03-09", []), ("2026-03-10", [("II.1", 1)])):
        found = shell.json("plan", "tasks", "--overdue", "--on", on)
        assert found["on"] == on
        assert [(one["ref"], one["days_late"]) for one in found["tasks"]] == late
    (first,) = shell.json("plan", "tasks")["tasks"]
    assert (first["ref"], first["due_on"]) == ("II.1", "2026-03-09")
    changed = shell.json("plan", "change", first["id"], "--target-on", "06/03/2026")
    assert changed["due_on"] == "2026-03-06"
    noted = shell.json("plan", "note", first["id"], "--kind", "result", "--words", "Đã rà soát")
    assert noted["state"] == "done"
    shown = shell.json("plan", "show", first["id"])
    assert [one["words"] for one in shown["notes"]] == ["Đã rà soát"]
    assert len(shell.json("plan", "tasks", "--all", "--plan", 1)["tasks"]) >= 3


def test_another_name_of_ours_sorts_differently(shell: Shell, file: Path) -> None:
    tasks = shell.json("plan", "import", file, "--our-name", "Công an tỉnh")["tasks"]
    assert [one["sort"] for one in tasks][:2] == ["know", "ours"]


def test_reports_window_days_and_papers(shell: Shell, file: Path) -> None:
    shell.json("plan", "import", file, "--accept")
    asked = shell.json("plan", "ask-reports", 1, "--unit", "Trạm A", "--year", 2026)
    assert asked == {"reports": [1]}
    (report,) = shell.json("plan", "reports", "--on", "2026-12-21")["reports"]
    assert (report["first"], report["last"]) == ("2025-12-15", "2026-12-14")
    assert (report["due_on"], report["state"]) == ("2026-12-20", "missing")
    assert shell.json("plan", "receive", 1)["state"] == "received"
    days = ("--first", "01/12/2025", "--last", "30/11/2026", "--due", "04/12/2026")
    assert shell.json("plan", "window", *days)["due"] == "04/12"
    assert shell.json("plan", "holiday", "05/02/2027", "--name", "Tết") == {"holidays": 1}
    assert shell.json("plan", "holidays")["holidays"][0]["is_off"] is True
    assert len(shell.json("plan", "templates")["templates"]) == 3
    out = shell.home / "bao-cao.pdf"
    assert shell.json("plan", "print-progress", 1, "--out", out)["pages"] >= 1
    assert out.read_bytes().startswith(b"%PDF")


def test_what_is_not_there_is_refused(shell: Shell) -> None:
    missing = shell("plan", "show", 9)
    assert (missing.code, missing.err[:4]) == (1, "K810")
    template = shell("plan", "from-template", "khac", "--year", 2026)
    assert (template.code, template.err[:4]) == (1, "K813")
    assert shell("plan", "print-progress", 9, "--out", shell.home / "x.pdf").err[:4] == "K809"
    assert shell("plan", "change", "x").code == 2
