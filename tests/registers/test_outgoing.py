"""Sổ đăng ký bí mật nhà nước đi: what its columns show."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.level import Level
from bmnn_desktop.registers.outgoing import OUTGOING
from tests.house.test_books import LINE

FIELDS = {field.name: getattr(LINE.typed(), field.name) for field in OUTGOING.fields}


def test_the_ten_columns_of_the_form_are_filled() -> None:
    alive = replace(LINE, annulment=None)
    assert OUTGOING.texts(alive) == {
        "seq_no": "07",
        "doc_number": "07/KH-UBND",
        "doc_date": "04/03/2026",
        "subject": "Kế hoạch. Nội dung giả định",
        "level": "Mật",
        "signer": "Nguyễn Văn Mẫu",
        "recipients": "Công an xã Mẫu\nĐảng ủy xã Mẫu",
        "holding_unit": "Văn phòng",
        "copies_issued": "03",
        "note": "Gấp",
    }


def test_a_struck_line_says_why_when_and_by_whom() -> None:
    struck = "Gạch bỏ ngày 06/03/2026: Ghi trùng (Trần Thị Thử)"
    assert OUTGOING.texts(LINE)["note"] == f"Gấp\n{struck}"
    assert OUTGOING.texts(replace(LINE, note=""))["note"] == struck


def test_tuyet_mat_shows_its_type_alone() -> None:
    secret = replace(LINE, level=Level.TUYET_MAT, subject="")
    assert OUTGOING.texts(secret)["subject"] == "Kế hoạch"


def test_a_whole_entry_is_right() -> None:
    assert OUTGOING.check(FIELDS) == ()


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), st.none() | st.text() | st.integers()))
def test_whatever_is_typed_gets_an_answer_for_its_own_fields(typed: dict[str, object]) -> None:
    for error in OUTGOING.check({**FIELDS, **typed}):
        assert error.field in FIELDS
        assert error.why.endswith((".", ";"))
