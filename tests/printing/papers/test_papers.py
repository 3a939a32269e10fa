"""What each paper says, and to whom; and what must never stand on it."""

from __future__ import annotations

import dataclasses
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.closing_certificate import SpoiledSheet
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.findings import Findings
from bmnn_desktop.printing.papers.submission_slip import IncomingItem
from tests.printing.papers.invented import (
    CLOSING,
    COVER,
    EMPTY_MINUTES,
    LETTER,
    LETTERHEAD,
    MINUTES,
    OPENING,
    PAPERS,
    SLIP,
    TOP_SECRET_SLIP,
)
from tests.printing.papers.reading import printed, runs
from tests.printing.reading import squeezed, texts


def _text(paper: Paper) -> str:
    return " ".join(" ".join(texts(printed(paper)[0])).split())


def _has(paper: Paper, *sentences: str) -> None:
    seen = squeezed("".join(texts(printed(paper)[0])))
    for sentence in sentences:
        assert squeezed(sentence) in seen, sentence


# ── minutes ───────────────────────────────────────────────────────────────────────────────────────


def test_minutes_tell_when_who_what_and_how_it_was_handled() -> None:
    _has(
        MINUTES,
        "Vào hồi 08 giờ 05 phút, ngày 05 tháng 3 năm 2026, tại trụ sở Ủy ban nhân dân xã Phú Cường",
        "1. Nơi gửi: Văn phòng Ủy ban nhân dân tỉnh Bình Nguyên",
        "2. Số, ký hiệu ghi trên bì: 115/KH-UBND, 116/BC-UBND",
        "3. Ký hiệu độ mật trên bì: C (Mật)",
        "4. Dấu “Chỉ người có tên mới được bóc bì”: không",
        "5. Số đến: 37, ngày 05 tháng 3 năm 2026",
        "Kết luận: thiếu so với bì, phiếu gửi; bì có dấu hiệu bị bóc, tráo.",
        "nhận thiếu, chờ bổ sung",
        "Biên bản kết thúc vào hồi 08 giờ 40 phút cùng ngày, được lập thành 02 bản",
        "mỗi bên giữ 01 bản",
    )
    text = _text(MINUTES)
    for cell in ("02 bản", "01 bản (bản số 04)", "12 trang, 02 phụ lục", "Mép bì bị bong 03 cm"):
        assert cell in text
    for title in ("NGƯỜI GIAO", "NGƯỜI NHẬN", "TM. ỦY BAN NHÂN DÂN"):
        assert title in text


def test_an_envelope_for_one_person_names_him() -> None:
    named = dataclasses.replace(COVER, addressee="ông Trần Đức Ngữ", letter=Level.TUYET_MAT)
    _has(
        dataclasses.replace(MINUTES, cover=named),
        "4. Dấu “Chỉ người có tên mới được bóc bì”: có, tên ông Trần Đức Ngữ",
        "3. Ký hiệu độ mật trên bì: A (Tuyệt mật)",
    )


def test_empty_minutes_are_a_form_for_the_pen() -> None:
    _has(
        EMPTY_MINUTES,
        "Vào hồi …… giờ …… phút, ngày …… tháng …… năm ………",
        "1. Người giao: Chức vụ, đơn vị:",
        "1. Nơi gửi: 2. Số, ký hiệu ghi trên bì:",
        "Bì và niêm phong",
    )
    assert "LÃNH ĐẠO" not in _text(EMPTY_MINUTES)


# ── letter ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("findings", "regarding", "asked"),
    [
        (
            {Finding.SHORT},
            "V/v nhận tài liệu chưa đủ so với bì, phiếu gửi",
            "kiểm tra lại, gửi bổ sung phần còn thiếu và trả lời",
        ),
        (
            {Finding.SURPLUS},
            "V/v nhận tài liệu không đúng so với bì, phiếu gửi",
            "kiểm tra lại, cho biết cách xử lý tài liệu gửi thừa, gửi nhầm và trả lời",
        ),
        (
            {Finding.SHORT, Finding.WRONG},
            "V/v nhận tài liệu chưa đủ, không đúng so với bì, phiếu gửi",
            "gửi bổ sung phần còn thiếu, cho biết cách xử lý",
        ),
        (
            {Finding.DAMAGED},
            "V/v nhận bì không còn nguyên vẹn",
            "xác nhận tình trạng của bì và niêm phong khi gửi và trả lời",
        ),
        (set(), "V/v kiểm tra, đối chiếu tài liệu khi nhận", "kiểm tra lại và trả lời"),
    ],
)
def test_the_letter_asks_for_what_the_findings_call_for(
    findings: set[Finding], regarding: str, asked: str
) -> None:
    ordered = tuple(each for each in Finding if each in findings)
    _has(dataclasses.replace(LETTER, findings=Findings((), ordered)), regarding, asked)


def test_the_letter_names_envelope_minutes_and_day_of_reply() -> None:
    _has(
        LETTER,
        "Ngày 05 tháng 3 năm 2026, Ủy ban nhân dân xã Phú Cường nhận được bì",
        "trên bì ghi số, ký hiệu: 115/KH-UBND, 116/BC-UBND; ký hiệu độ mật: C;",
        "Biên bản số 05/BB-UBND ngày 05 tháng 3 năm 2026.",
        "chậm nhất ngày 20 tháng 3 năm 2026.",
        "Kính gửi: Văn phòng Ủy ban nhân dân tỉnh Bình Nguyên.",
    )


# ── slip ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_slip_shows_the_document_and_has_room_for_the_leader() -> None:
    _has(
        SLIP,
        "Kính trình: Chủ tịch Ủy ban nhân dân xã Phú Cường.",
        "Kế hoạch triển khai công tác phối hợp giữ gìn trật tự",
    )
    text = _text(SLIP)
    for word in ("37", "05/03/2026", "115/KH-UBND", "02/03/2026", "Mật", "Thời hạn"):
        assert word in text
    assert len(texts(printed(SLIP)[0])) == 1


def test_a_top_secret_slip_has_no_subject_and_says_so() -> None:
    text = _text(TOP_SECRET_SLIP)
    assert "Tên loại (không ghi" in text
    assert "trích yếu)" in text
    assert "Tên loại, trích yếu" not in text
    assert "Báo cáo" in text
    assert "30/11/2026" in text


@pytest.mark.parametrize("level", [Level.TUYET_MAT, None])
def test_no_slip_can_be_made_with_a_subject_that_must_not_be_written(level: Level | None) -> None:
    with pytest.raises(ValueError, match="subject"):
        IncomingItem("1", date(2026, 3, 5), "Công an tỉnh", level=level, subject="về việc X")


def test_only_the_slip_knows_a_subject() -> None:
    fields = {
        field.name
        for paper in PAPERS.values()
        for field in dataclasses.fields(paper)  # type: ignore[arg-type]
    }
    assert "subject" not in fields


# ── certificates ──────────────────────────────────────────────────────────────────────────────────


def test_the_opening_certificate_leaves_the_count_of_sheets_to_the_pen() -> None:
    _has(
        OPENING,
        "SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐI – Quyển số 01 – Năm 2026",
        "mở sổ này ngày 02 tháng 3 năm 2026, đăng ký từ số 13.",
        "Sổ này tiếp theo sổ giấy đã dùng đến số 12.",
        "Sổ này có ……… tờ, đánh số từ tờ số 01 đến tờ số ………, đóng dấu giáp lai.",
    )
    _has(
        dataclasses.replace(OPENING, sheets=8), "Sổ này có 08 tờ, đánh số từ tờ số 01 đến tờ số 08"
    )


def test_the_closing_certificate_accounts_for_every_number_and_sheet() -> None:
    _has(
        CLOSING,
        "khóa sổ này ngày 31 tháng 12 năm 2026",
        "Từ số 13 đến số 320, cộng 308 số",
        "06 số: 17, 34, 51–53, 119",
        "26 tờ, từ tờ số 01 đến tờ số 26",
        "02 tờ: tờ số 05 (kẹt giấy); tờ số 19 (in lệch cột, đã in lại ở tờ số 20)",
        "02 tờ: 25–26",
        "đóng dấu giáp lai",
        "chưa tìm thấy, có biên bản kèm theo",
    )
    assert len(texts(printed(CLOSING)[0])) == 1


def test_an_empty_volume_is_closed_without_numbers() -> None:
    bare = dataclasses.replace(
        CLOSING, last_no=None, struck=(), spoiled=(), unused_blanks=(), corrections=0
    )
    assert "Chưa đăng ký số nào" in _text(bare)
    assert _text(bare).count("Không ") >= 4


def test_a_closing_with_very_many_spoiled_sheets_loses_none() -> None:
    spoiled = tuple(SpoiledSheet(number, f"lý do thứ {number}") for number in range(1, 300))
    pdf, known = printed(dataclasses.replace(CLOSING, spoiled=spoiled))
    assert known.pages > 3
    right = [run.text for page in runs(pdf) for run in page if run.left > 500 and run.base > 70]
    seen = squeezed("".join(right))
    assert "299tờ:tờsố01" in seen
    assert all(squeezed(f"({sheet.reason})") in seen for sheet in spoiled)


# ── any text ──────────────────────────────────────────────────────────────────────────────────────


def test_control_characters_marks_and_emoji_are_printed_readably() -> None:
    said = "Thiếu\x07 bản\u202e số\u200b 05 \U0001f600 " + unicodedata.normalize("NFD", "Đỗ Ửng")
    told = dataclasses.replace(MINUTES, handling=f"{said}\nĐoạn hai.")
    text = _text(told)
    assert "Thiếu bản số 05 □ Đỗ Ửng" in text
    assert "Đoạn hai." in text
    assert unicodedata.is_normalized("NFC", text)


@settings(max_examples=60, deadline=None)
@given(said=st.text(max_size=120))
def test_any_text_whatever_is_printed_and_read_back_composed(said: str) -> None:
    told = dataclasses.replace(MINUTES, handling=said, venue=said)
    body = dataclasses.replace(LETTERHEAD, org=said or "x", place=said)
    text = " ".join(texts(printed(told, letterhead=body)[0]))
    assert "Biên bản kết thúc vào hồi 08 giờ 40 phút" in " ".join(text.split())
    assert not [each for each in text if unicodedata.category(each) == "Cc" and each not in "\r\n"]
