"""`removal`, `provision`, `incident` by command: the same acts, JSON in and out, exit codes."""

from __future__ import annotations

import json

import pytest

from bmnn_desktop.services.office import Office
from tests.cli.terminal import Shell, lines
from tests.services.events import let_permit
from tests.services.offices import PASSPHRASE, cheap_wiring

COPY = ("--book", "outgoing", "--year", 2026, "--number", 1, "--copy")


@pytest.fixture
def shell(shell: Shell) -> Shell:
    assert shell("document", "add", "outgoing", stdin=lines({}, {})).code == 0
    return shell


def test_a_journey_of_copies_of_two_documents(shell: Shell) -> None:
    batch = "".join(
        json.dumps({"book": "outgoing", "year": 2026, "number": number, "copy": "1"}) + "\n"
        for number in (1, 2)
    )
    took = shell.json(
        *("removal", "take", "--kind", "country", "--taker", "Trần Công Tác"),
        *("--purpose", "Họp giả định", "--due-on", "2026-03-07"),
        stdin=batch,
    )
    assert took == {"removal": 1, "copies": 2}
    done = shell.json("removal", "bring-back", 1, *COPY, 1, "--pages", 12)
    assert (done["still_out"], done["days_late"]) == (1, 0)
    (listed,) = shell.json("removal", "list")["removals"]
    assert [copy["standing"] for copy in listed["still_out"]] == ["taken_out"]
    line = json.loads(batch.splitlines()[1]) | {"pages": 7, "annexes": 0}
    assert shell.json("removal", "bring-back", 1, stdin=json.dumps(line))["still_out"] == 0
    assert shell.json("removal", "list")["removals"] == []
    out = shell.home / "back.pdf"
    assert shell("removal", "return", 1, "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")
    refused = shell("removal", "request", 1, "--out", shell.home / "no.pdf")
    assert (refused.code, refused.err[:4]) == (1, "K873")


def test_what_is_wrong_is_refused_with_its_code(shell: Shell) -> None:
    answer = shell("removal", "take", "--kind", "abroad", *COPY, 1, "--taker", "Lê Đi Xa")
    assert answer.code == 1
    for words in ("Nhiệm vụ", "Biện pháp bảo vệ", "khoản 2 Điều 14"):
        assert words in answer.err
    assert shell("removal", "take", "--kind", "moon", *COPY, 1).code == 2
    assert shell("removal", "take", *COPY, "x").code == 2
    assert shell("incident", "show", "1").code == 2
    missing = shell("incident", "show", "1/2026")
    assert (missing.code, missing.err[:4]) == (1, "K870")
    wrong = shell("incident", "open", stdin='{"book": "outgoing"}\n')
    assert wrong.code == 1
    assert (wrong.err[:4], "; chưa ghi gì." in wrong.err) == ("K856", True)
    rules = shell("removal", "rules").out
    assert "đã xác nhận" in rules
    assert "chưa đối chiếu" in rules
    assert "chưa xác nhận theo luật hiện hành" in shell("incident", "rules").out
    assert "Điều 16" in shell("provision", "rules").out


def test_a_case_from_its_report_to_its_end(shell: Shell) -> None:
    assert shell.json("incident", "phone") == {"phone": ""}
    assert shell.json("incident", "phone", "Công an xã Mẫu") == {"phone": "Công an xã Mẫu"}
    assert shell.json("incident", "addressee", "Công an tỉnh Giả Định") == {
        "addressee": "Công an tỉnh Giả Định"
    }
    assert "Bản số 02" in shell.json("incident", "last-seen", *COPY, 1)["last_seen"]
    opened = shell.json(
        *("incident", "open", *COPY, 1, "--discovered-at", "14:30", "--discoverer", "Trần Thử")
    )
    assert opened["copies"][0]["standing"] == "not_found"
    assert "Bản số 02" in opened["last_seen"]  # what the books know, where nobody says more
    assert opened["steps"][0]["whom"] == "Công an tỉnh Giả Định"
    must = shell.json("today")["must"]
    assert ("incident_step", "hạn hôm nay") in [(one["kind"], one["state"]) for one in must]
    added = shell.json("incident", "add", "1/2026", *COPY, 2)
    assert len(added["copies"]) == 2
    noted = shell.json("incident", "note", "1/2026", "--kind", "report", "--words", "Số 9/BC")
    assert noted["steps"][0]["done_on"] == "2026-03-05"
    for paper in ("report", "search-minutes"):
        out = shell.home / f"{paper}.pdf"
        assert shell("incident", paper, "1/2026", "--out", out).code == 0
        assert out.exists()
    closing = ("incident", "close", "1/2026", "--outcome", "lost", "--conclusion", "Số 3/KL")
    assert shell(*closing, "--lost", "outgoing:2026:1").code == 1
    closed = shell.json(*closing, "--lost", "outgoing:2026:1:1", "--place", "Tủ số 1")
    assert [copy["standing"] for copy in closed["copies"]] == ["lost", "store"]
    assert shell.json("incident", "list")["incidents"] == []
    assert len(shell.json("incident", "list", "--all")["incidents"]) == 1
    assert shell("incident", "note", "1/2026", "--kind", "measure", "--words", "x").code == 1


def test_a_request_is_decided_and_given(shell: Shell) -> None:
    office: Office = cheap_wiring(shell.clock).gate(shell.vault).unlock("giu-so", PASSPHRASE)
    let_permit(office, "Chủ tịch UBND xã", "TOI_MAT")
    office.close()
    request = (
        *("provision", "request", *COPY[:-1], "--kind", "body", "--asker", "Sở Thí Dụ"),
        *("--representative", "Phạm Đại Diện", "--request", "45/ĐN"),
        *("--what", "Kế hoạch", "--purpose", "Phối hợp", "--commitment"),
    )
    foreign = shell(*request, "--is-foreign")
    assert (foreign.code, foreign.err[:4]) == (1, "K875")
    assert shell.json(*request) == {"provision": 1}
    decide = ("provision", "decide", 1, "--granted", "--decider", "Nguyễn Văn Mẫu")
    refused = shell(*decide, "--decider-post", "Nhân viên")
    assert (refused.code, refused.err[:4]) == (1, "K876")
    assert shell(*decide, "--decider-post", "Chủ tịch UBND xã").code == 0
    assert shell.json("provision", "give", 1, *COPY, 1)["copies"] == 1
    (listed,) = shell.json("provision", "list", "--all")["provisions"]
    assert listed["given"] == "Bản số 01"
    out = shell.home / "form.pdf"
    assert shell("provision", "form", 1, "--out", out).code == 0
    assert shell.json("provision", "list")["provisions"] == []
