"""Copies go from hand to hand by command line."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.cli.terminal import Shell, lines
from tests.cli.test_sheets import INCOMING, out

WHO = "Nguyễn Văn Thí Dụ"
LINE = ("--book", "outgoing", "--year", 2026, "--number", 1)


def named(*copies: tuple[int, str], **more: object) -> str:
    """Return copies of outgoing lines as JSON lines."""
    return "".join(
        json.dumps({"book": "outgoing", "year": 2026, "number": line, "copy": copy, **more}) + "\n"
        for line, copy in copies
    )


def test_a_copy_goes_out_is_signed_for_and_comes_back(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({"pages": 10}))
    given = shell.json("custody", "give", *LINE, "--copy", 3, "--to", WHO, "--due", "12/03/2026")
    assert (given["year"], given["lines"]) == (2026, [1])
    again = shell("custody", "give", *LINE, "--copy", 3, "--to", "Trần Thị Ví Dụ")
    assert (again.code, again.err[:4]) == (1, "K821")
    assert "Vướng dòng số 1" in again.err
    shell.json("custody", "sign", "--year", 2026, 1)
    (copy,) = shell.json("custody", "holdings", WHO)["copies"]
    assert (copy["copy"], copy["standing"], copy["due_on"], copy["signed_on"]) == (
        "3",
        "held",
        "2026-03-12",
        "2026-03-05",
    )
    assert (copy["document"]["number"], copy["line"]["line"]) == (1, 1)
    shell.clock.moment += timedelta(days=9)
    assert [each["days_late"] for each in shell.json("custody", "overdue")["copies"]] == [2]
    shell.json("custody", "remind", *LINE, "--copy", 3, "--remark", "gọi điện")
    assert shell.json("custody", "holders")["holders"] == [
        {"holder": WHO, "copies": 1, "waiting": 0, "overdue": 1}
    ]
    said = shell("custody", "overdue").out
    assert "Bản số 03\tĐang giữ: Nguyễn Văn Thí Dụ" in said
    assert "hạn trả 12/03/2026, quá 2 ngày\tđã nhắc 1 lần" in said
    short = shell("custody", "return", *LINE, "--copy", 3, "--pages", 9)
    assert (short.code, short.err[:4]) == (1, "K851")
    back = shell.json(
        "custody", "return", *LINE, "--copy", 3, "--pages", 9, "--remark", "rách", "--place", "Tủ 2"
    )
    assert back["differences"] == [
        "Bản số 03 của số 01 sổ đi 2026: đếm được 9 trang, sổ ghi 10 trang"
    ]
    story = shell.json("custody", "show", *LINE, "--copy", 3)
    assert [each["step"] for each in story["chain"]] == ["give", "sign", "remind", "return"]
    assert (story["copy"]["place"], story["outstanding"]) == ("Tủ 2", [])
    assert story["lines"][0]["ending"] == "returned"
    assert (
        "Trả lại, ký trả, Tủ 2, dòng 1 Sổ chuyển giao"
        in shell("custody", "show", *LINE, "--copy", 3).out
    )
    every = shell.json("custody", "show", *LINE)["copies"]
    assert [each["standing"] for each in every] == ["store"] * 3


def test_a_batch_is_read_from_the_input_and_is_one_act(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}, {}))
    some = named((1, "1"), (2, "2"))
    wrong = shell("custody", "give", "--to", WHO, stdin=some + named((2, "9")))
    assert (wrong.code, wrong.err[:4]) == (1, "K820")
    assert shell.json("custody", "holders")["holders"] == []
    done = shell.json("custody", "give", "--to", WHO, "--occasion", "Họp giao ban", stdin=some)
    assert done["lines"] == [1, 2]
    shell.json("custody", "sign", "--year", 2026, 1, 2)
    passed = shell.json("custody", "pass-on", "--from", WHO, "--to", "Trần Thị Ví Dụ")
    assert passed["lines"] == [3, 4]
    shell.json("custody", "sign", "--year", 2026, 3, 4)
    shell.json("custody", "recall", "--due", "06/03/2026", "--reason", "thu hồi", stdin=some)
    counted = named((1, "1"), (2, "2"), pages=7, remark="đủ")
    assert shell.json("custody", "return", stdin=counted)["differences"] == []
    shell.json("custody", "place", "--place", "Tủ số 1", stdin=some)
    assert shell.json("custody", "archive", "--to", "Lưu trữ tỉnh", stdin=some)["lines"] == [5, 6]


def test_input_that_names_no_copy_is_refused_by_its_line(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    for wrong, why in (
        ("{", "không phải JSON"),
        ("[]", "không phải một đối tượng JSON"),
        ('{"book": "outgoing"}', "thiếu mục year, number, copy"),
        (named((1, "x")), "mục copy phải là một số nguyên"),
        (named((1, "1"), pages="7"), "mục pages không đúng kiểu"),
        (named((1, "1"), what=1), "có mục lạ"),
        (named((1, "1")).replace("outgoing", "transfer"), "không có sổ tên này"),
    ):
        answer = shell("custody", "give", "--to", WHO, stdin=wrong)
        assert (answer.code, answer.err[:4]) == (1, "K856"), answer.err
        assert why in answer.err
    assert shell("custody", "give", "--to", WHO).err.startswith("K823")
    assert shell("custody", "give", *LINE, "--copy", "S1", "--to", WHO).err.startswith("K820")
    assert shell("custody", "give", *LINE, "--copy", "Sx", "--to", WHO).code == 2


def test_envelopes_are_sent_and_their_slips_come_back(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    parcels = "".join(
        json.dumps(
            {
                "receiver": receiver,
                "copies": [{"book": "outgoing", "year": 2026, "number": 1, "copy": copy}],
            }
        )
        + "\n"
        for receiver, copy in (("Công an xã Mẫu", "1"), ("Sở Mẫu", "2"))
    )
    send = ("custody", "send", "--carrier", "Lê Văn Giao Liên", "--channel")
    assert shell(*send, "Zalo", stdin=parcels).code == 1
    sent = shell.json(*send, "bưu chính", stdin=parcels)
    assert (sent["dispatch"], sent["parcels"]) == (
        1,
        [{"parcel": 1, "lines": [1]}, {"parcel": 2, "lines": [2]}],
    )
    shell.clock.moment += timedelta(days=10)
    found = shell.json("custody", "waiting")
    assert [(each["line"], each["parcel"], each["days"]) for each in found["waiting"]] == [
        (1, "bì số 01, bảng kê số 01/2026", 10),
        (2, "bì số 02, bảng kê số 01/2026", 10),
    ]
    assert "đề xuất của chương trình" in found["source"]
    assert "đề xuất của chương trình" in shell("custody", "waiting").out
    assert shell.json("custody", "receipt-days", 30) == {
        "days": 30,
        "proposed": False,
        "source": "do đơn vị tự đặt, chưa thấy văn bản nào quy định số ngày",
    }
    assert shell.json("custody", "waiting")["waiting"] == []
    receipt = ("custody", "receipt", "--year", 2026, "--dispatch", 1, "--parcel")
    shell.json(*receipt, 1, "signed", "--by", "Nguyễn Văn Nhận")
    assert shell(*receipt, 2, "refused").err.startswith("K406")
    shell.json(*receipt, 2, "refused", "--reason", "sai nơi nhận")
    assert shell(*receipt, 2, "signed").err.startswith("K827")
    (listed,) = shell.json("custody", "dispatches")["dispatches"]
    assert (listed["channel"], listed["carrier"]) == ("post", "Lê Văn Giao Liên")
    assert [(each["outcome"], each["received_by"]) for each in listed["parcels"]] == [
        ("signed", "Nguyễn Văn Nhận"),
        ("refused", ""),
    ]
    assert "bì số 2\tSở Mẫu\tnơi nhận không nhận bì" in shell("custody", "dispatches").out
    assert shell.json("custody", "dispatches", "--year", 2025)["dispatches"] == []
    away = shell.json("custody", "holders", "--outside")["holders"]
    assert [(each["holder"], each["waiting"]) for each in away] == [("Công an xã Mẫu", 0)]


def test_papers_of_custody_are_printed(shell: Shell) -> None:
    shell("document", "add", "outgoing", stdin=lines({}))
    shell("document", "add", "incoming", stdin=json.dumps(INCOMING, ensure_ascii=False) + "\n")
    shell.json("custody", "give", *LINE, "--copy", 1, "--to", WHO, "--occasion", "Họp")
    parcel = {
        "receiver": "Sở Mẫu",
        "copies": [{"book": "outgoing", "year": 2026, "number": 1, "copy": "2"}],
    }
    shell.json(
        *("custody", "send", "--carrier", "Lê Văn Giao Liên", "--channel", "bưu"),
        stdin=json.dumps(parcel) + "\n",
    )
    dispatch = ("--year", 2026, "--dispatch", 1)
    for words in (
        ("holdings", WHO),
        ("reminder", WHO),
        ("parcels", *dispatch),
        ("slip", *dispatch, "--parcel", 1),
    ):
        printed = shell.json("custody", "print", *words, *out(shell))
        assert printed["pages"] == 1
        assert shell.json("verify", "--anchor", printed["code"])["verdict"] == "pass"
    assert shell.json("sheet", "waiting")["waiting"] == []
    for words, code in (
        (("holdings", "Không Ai"), "K853"),
        (("reminder", "Sở Mẫu"), "K855"),
        (("parcels", "--year", 2026, "--dispatch", 2), "K854"),
        (("slip", *dispatch, "--parcel", 2), "K826"),
    ):
        assert shell("custody", "print", *words, *out(shell)).err.startswith(code)


def test_what_came_is_given_back_and_a_line_is_refused(shell: Shell) -> None:
    shell("document", "add", "incoming", stdin=json.dumps(INCOMING, ensure_ascii=False) + "\n")
    mail = ("--book", "incoming", "--year", 2026, "--number", 1, "--copy", 1)
    shell.json("custody", "give", *mail, "--to", WHO)
    shell.json("custody", "refuse", "--year", 2026, 1, "--reason", "nhầm người")
    assert shell.json("custody", "give-back", *mail)["lines"] == [2]
    (copy,) = shell.json("custody", "show", *mail[:6])["copies"]
    assert (copy["standing"], copy["holder"]) == ("returned", "Sở Mẫu")


def test_what_lay_in_the_safe_is_entered_and_compared(shell: Shell) -> None:
    old = {
        "issuer": "Ủy ban nhân dân huyện Thí Dụ",
        "doc_number": "12/KH-UBND",
        "doc_date": "2019-05-06",
        "doc_type": "Kế hoạch",
        "subject": "Nội dung giả định năm cũ",
        "level": "C",
        "copies_issued": 2,
        "paper_reference": "Sổ đến 2019, số 37",
        "holding_unit": "Tủ số 2",
    }
    shell("document", "add", "stock", stdin=json.dumps(old, ensure_ascii=False) + "\n")
    balance = shell.json("balance", "show")["total"]
    assert (balance["stock"], balance["held"], balance["unseen"]) == (2, 2, 2)
    line = ("--book", "stock", "--year", 2026, "--number", 1)
    assert shell.json("custody", "see", *line, "--copy", 1)["unseen"] == 1
    story = shell.json("custody", "show", *line, "--copy", 1)
    assert [each["step"] for each in story["chain"]] == ["see"]
    assert story["copy"]["place"] == "Tủ số 2"
    gone = shell("custody", "see", *line, "--copy", 3)
    assert (gone.code, gone.err[:4]) == (1, "K820")
