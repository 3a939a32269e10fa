"""The commands of copying orders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Shell, lines

POST = "Chủ tịch Ủy ban nhân dân cấp xã"
LINE = ("outgoing", "--year", 2026, "--number", 1)
JOB = {
    "book": "outgoing",
    "year": 2026,
    "number": 1,
    "requester": "Lê Văn Thí",
    "wanted": 2,
    "form": "Sao lục",
    "permitter": "Nguyễn Văn Mẫu",
    "post": POST,
    "made": 2,
    "recipients": ["Công an xã Mẫu"],
    "made_by": "Trần Thị Thử",
    "made_on": "04/03/2026",
}


@pytest.fixture
def office(shell: Shell) -> Shell:
    shell("document", "add", "outgoing", stdin=lines({}))
    return shell


def test_an_order_from_the_request_to_the_book(office: Shell, tmp_path: Path) -> None:
    asked = office.json("copy", "request", *LINE, "--by", "Lê Văn Thí", "--copies", 3)
    assert asked == {"order": 1}
    assert office("copy", "list").out.split("\t")[5:] == ["Chờ cho phép", "3 bản\n"]
    told = office("copy", "permit", 1, "--by", "Nguyễn Văn Mẫu", "--post", POST, "--copies", 2)
    assert told.out == ("Đã ghi cho phép 2 bản. Căn cứ thẩm quyền: Điều 11 Luật 117/2025/QH15.\n")
    made = office(
        *("copy", "make", 1, "--copies", 2, "--by", "Trần Thị Thử"),
        *("--to", "Công an xã Mẫu", "--spoiled", 1, "--destroyed-by", "Trần Thị Thử"),
    )
    assert made.out == "Số 01 Sổ sao, chụp năm 2026: bản sao số 01–02, mã 1.\n"
    shown = office("copy", "show", 1).out
    assert "Tiêu hủy ngay\t0 bản dư, 1 bản hỏng, Trần Thị Thử\n" in shown
    assert "Bản sao số 02\tlưu\n" in shown
    assert "Diễn tập" not in shown  # never the subject
    for kind in ("request", "stamp"):
        out = tmp_path / f"{kind}.pdf"
        assert office.json("copy", "print", kind, 1, "--out", out)["pages"] == 1
        assert out.read_bytes().startswith(b"%PDF")
    book = office.json(
        "book", "print", "copying", "--year", 2026, "--out", tmp_path / "copying.pdf"
    )
    assert book["lines"] == 1
    assert office.json("copy", "list", "--year", 2026)["orders"][0]["copies"] == [
        {"number": 1, "to": "Công an xã Mẫu", "signs_at": ""},
        {"number": 2, "to": "", "signs_at": ""},
    ]


def test_jobs_done_already_are_entered_from_json(office: Shell) -> None:
    more = {**JOB, "made_on": "05/03/2026", "recipients": []}
    stdin = "".join(json.dumps(job, ensure_ascii=False) + "\n" for job in (JOB, more))
    entered = office.json("copy", "enter", stdin=stdin)["entered"]
    assert [(one["log_no"], one["first_copy"], one["last_copy"]) for one in entered] == [
        (1, 1, 2),
        (2, 3, 4),
    ]
    orders = office.json("copy", "of", *LINE)["orders"]
    assert [(one["form"], one["late"], one["made_on"]) for one in orders] == [
        ("sao_luc", True, "2026-03-04"),
        ("sao_luc", False, "2026-03-05"),
    ]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"made": None}, "K410"),
        ({"surprise": 1}, "K410"),
        ({"form": "vẽ"}, "K410"),
        ({"made_by": ""}, "K410"),
        ({"post": "Chuyên viên"}, "K862"),
        ({"made": 3}, "K864"),
        ({"recipients": ["A", "B", "C"]}, "K867"),
        ({"number": 9}, "K403"),
    ],
)
def test_a_wrong_job_is_refused_and_nothing_is_written(
    office: Shell, changed: dict[str, object], code: str
) -> None:
    answer = office("copy", "enter", stdin=json.dumps({**JOB, **changed}) + "\n")
    assert (answer.code, answer.err.split()[0]) == (1, code)
    assert office.json("copy", "of", *LINE)["orders"] == []


def test_a_refusal_is_written_with_its_reason(office: Shell) -> None:
    office("copy", "request", *LINE, "--by", "Lê Văn Thí", "--copies", 3)
    words = ("--by", "Nguyễn Văn Mẫu", "--post", POST, "--reason", "Không cần thiết")
    assert office("copy", "refuse", 1, *words).code == 0
    answer = office("copy", "make", 1, "--copies", 1, "--by", "A")
    assert (answer.code, answer.err.split()[0]) == (1, "K861")
    assert "Không cho phép\tKhông cần thiết; Nguyễn Văn Mẫu" in office("copy", "show", 1).out


def test_who_may_permit_is_told_with_its_status(office: Shell) -> None:
    told = office("copy", "authorities", "--level", "Tuyệt mật").out.splitlines()
    assert told
    assert all(line.endswith("theo luật cũ, chưa xác nhận") for line in told)
    post = ("Chỉ huy trưởng Giả Định", "--level", "A", "--citation", "Văn bản giả định")
    assert office("copy", "authority", *post).code == 0
    told = office("copy", "authorities", "--level", "Tuyệt mật").out.splitlines()
    assert told[-1].endswith("Văn bản giả định\tdo đơn vị tự ghi")
    assert office("copy", "authority", *post, "--drop").code == 0
    assert len(office("copy", "authorities", "--level", "A").out.splitlines()) == len(told) - 1


@pytest.mark.parametrize(
    "words",
    [
        ("request", *LINE, "--by", "A"),
        ("request", *LINE, "--by", "A", "--copies", 1, "--form", "vẽ"),
        ("authorities", "--level", "kín"),
        ("print", "seal", 1, "--out", "x.pdf"),
    ],
)
def test_usage_errors_exit_with_2(office: Shell, words: tuple[object, ...]) -> None:
    assert office("copy", *words).code == 2
