"""Sheets, ink and papers by command line."""

from __future__ import annotations

import json
from itertools import count

from tests.cli.terminal import Shell, lines

INCOMING = {
    "arrival_date": "2026-03-05",
    "issuer": "Sở Mẫu",
    "doc_number": "12/SM-VP",
    "doc_date": "2026-03-02",
    "doc_type": "Công văn",
    "subject": "Nội dung ví dụ",
    "level": "Mật",
    "receiving_unit": "Phòng Ví Dụ",
    "finding": "short",
    "copies_announced": 2,
    "copies_issued": 1,
    "remark": "thiếu bản số 02",
}
_FILES = count()
OUTGOING = ("outgoing", "--year", 2026)


def out(shell: Shell) -> tuple[str, str]:
    return "--out", str(shell.home / f"in-{next(_FILES)}.pdf")


def test_a_sheet_is_filled_spoiled_and_signed(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}, {}))
    first = shell.json("sheet", "print", *OUTGOING, *out(shell))
    assert (first["sheets"], first["lines"], first["answered"]) == ([1], 2, False)
    waiting = shell.json("sheet", "waiting")["waiting"]
    assert [(each["run"], each["kind"], each["sheets"]) for each in waiting] == [
        (first["run"], "new_lines", [1])
    ]
    refused = shell("sheet", "print", *OUTGOING, *out(shell))
    assert (refused.code, refused.err[:4]) == (1, "K521")
    assert shell("sheet", "answer", first["run"], "spoiled").err.startswith("K406")
    shell.json("sheet", "answer", first["run"], "spoiled", "--sheet", 1, "--reason", "kẹt giấy")
    again = shell.json("sheet", "print", *OUTGOING, *out(shell), "--good")
    assert (again["sheets"], again["answered"]) == ([2], True)
    listed = shell.json("sheet", "list", *OUTGOING)
    assert [(each["number"], each["state"], each["reason"]) for each in listed["sheets"]] == [
        (1, "spoiled", "kẹt giấy"),
        (2, "open", ""),
    ]
    assert (listed["pending"], listed["open_places"]) == (0, 4)
    unsigned = shell.json("sheet", "unsigned")["unsigned"]
    assert [each["place"] for each in unsigned] == ["1.1", "1.2", "2.1", "2.2"]
    done = shell.json("sheet", "signed", *OUTGOING, 2, "--except", "1.2", "--on", "05/03/2026")
    assert (done["signed"], done["open_places"]) == (3, 1)
    shell.json("sheet", "take-back", *OUTGOING, 2, "2.1", "--reason", "nhầm dòng")
    assert shell.json("sheet", "list", *OUTGOING)["open_places"] == 2
    shell.json("sheet", "reprint", *OUTGOING, 2, *out(shell), "--good")
    shell.json("sheet", "spoil", *OUTGOING, 2, "--reason", "rách")
    assert "hỏng (rách)" in shell("sheet", "list", *OUTGOING).out


def test_a_blank_sheet_is_written_on_by_hand(shell: Shell) -> None:
    blank = shell.json("sheet", "blank", *OUTGOING, "--count", 2, *out(shell), "--good")
    assert blank["sheets"] == [1, 2]
    where = ("document", "add", "outgoing", "--number", 4, "--sheet")
    assert shell(*where, 3, stdin=lines({})).err.startswith("K524")
    (added,) = shell.json(*where, 1, stdin=lines({}))["added"]
    assert added["seq_no"] == 4
    assert shell("sheet", "print", *OUTGOING, *out(shell)).err.startswith("K520")
    listed = shell.json("sheet", "list", *OUTGOING)["sheets"]
    assert [(each["blank"], each["lines"]) for each in listed] == [(True, 1), (True, 0)]


def test_a_receipt_sheet_is_printed_for_the_day(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    assert shell("sheet", "receipt", *out(shell)).err.startswith("K531")
    shell.json("sheet", "signing", *OUTGOING, "receipt-sheet")
    listed = shell.json("sheet", "prepare", "--list")["waiting"]
    assert [each["copies"] for each in listed] == [1, 1]
    one = listed[0]["receiver"]
    assert shell.json("sheet", "prepare", "--to", one)["prepared"] == 1
    assert [each["receiver"] for each in shell.json("sheet", "prepare", "--list")["waiting"]] == [
        listed[1]["receiver"]
    ]
    assert shell.json("sheet", "prepare")["prepared"] == 1
    printed = shell.json("sheet", "receipt", *out(shell), "--good")
    assert (printed["sheets"], printed["lines"]) == ([1], 2)
    printed = shell.json("book", "print", "transfer", "--year", 2026, *out(shell))
    assert (printed["sheets"], printed["lines"]) == (1, 2)
    done = shell.json("sheet", "signed", "transfer", "--year", 2026, 1)
    assert done["signed"] == 2


def test_a_printer_is_set_right(shell: Shell) -> None:
    assert shell.json("sheet", "offset") == {
        "printer": "default",
        "right_mm": 0.0,
        "down_mm": 0.0,
    }
    shell.json("sheet", "offset", "--right", "1.5", "--down", "-0.25")
    said = shell("sheet", "offset").out
    assert said == "Dịch sang phải 1,5 mm, xuống dưới -0,25 mm.\n"
    assert shell("sheet", "offset", "--right", "21").err.startswith("K530")
    shell.json("sheet", "test-page", *out(shell))


def test_papers_are_printed(shell: Shell) -> None:
    shell("document", "add", "incoming", stdin=json.dumps(INCOMING, ensure_ascii=False) + "\n")
    for name, pages in (("minutes", 2), ("letter", 1), ("slip", 1)):
        printed = shell.json("paper", name, "--year", 2026, 1, *out(shell))
        assert printed["pages"] == pages
        assert shell.json("verify", "--anchor", printed["code"])["verdict"] == "pass"
    for name in ("opening", "closing"):
        assert shell.json("paper", name, "incoming", "--year", 2026, *out(shell))["pages"] == 1
    assert shell.json("sheet", "waiting")["waiting"] == []
    slip = shell.json("paper", "slip", "--year", 2026, 1, "--to", "Chủ tịch", *out(shell))
    assert slip["entry"] > 0


def test_a_sheet_is_crossed_out(shell: Shell) -> None:
    assert shell("sheet", "cross", *OUTGOING, *out(shell)).err.startswith("K527")
    shell("document", "add", "outgoing", stdin=lines({}))
    shell.json("sheet", "print", *OUTGOING, *out(shell), "--good")
    shell.json("sheet", "cross", *OUTGOING, *out(shell), "--good")
    assert [each["state"] for each in shell.json("sheet", "list", *OUTGOING)["sheets"]] == ["full"]
