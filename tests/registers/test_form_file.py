"""Form definitions: the shipped one is the law's, and a wrong one is refused with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop import resources
from bmnn_desktop.domain.form import Status
from bmnn_desktop.errors import FormFileWrong
from bmnn_desktop.registers.form_file import load_form

_SHIPPED = resources.path("forms/outgoing-2026.toml")


def _changed(tmp_path: Path, old: str, new: str) -> Path:
    text = _SHIPPED.read_text("utf-8")
    assert old in text
    path = tmp_path / "mẫu.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_the_outgoing_form_has_the_ten_columns_of_the_appendix() -> None:
    form = load_form(_SHIPPED)
    assert form.id == "outgoing-2026"
    assert form.effective_from == date(2026, 3, 1)
    assert [(column.number, column.title) for column in form.columns] == [
        (1, "Số thứ tự"),
        (2, "Số, ký hiệu tài liệu, vật chứa BMNN"),
        (3, "Ngày tháng xác định tài liệu, vật chứa BMNN"),
        (4, "Tên loại và trích yếu nội dung tài liệu, vật chứa BMNN"),
        (5, "Độ mật"),
        (6, "Người ký tài liệu, vật chứa BMNN"),
        (7, "Nơi nhận và ký nhận"),
        (8, "Đơn vị lưu"),
        (9, "Số lượng"),
        (10, "Ghi chú"),
    ]
    assert [field.number for field in form.cover_fields] == [1, 2, 3, 4, 5, 6]


def test_the_incoming_form_has_the_ten_columns_of_the_appendix() -> None:
    form = load_form(resources.path("forms/incoming-2026.toml"))
    assert (form.id, form.book, form.status) == ("incoming-2026", "incoming", Status.REPORTED)
    assert [(column.title, column.field) for column in form.columns] == [
        ("Số thứ tự", "seq_no"),
        ("Ngày đến", "arrival_date"),
        ("Số đến", "arrival_no"),
        ("Cơ quan, tổ chức ban hành tài liệu, vật chứa BMNN", "issuer"),
        ("Số, ký hiệu", "doc_number"),
        ("Ngày tháng", "doc_date"),
        ("Tên loại và trích yếu nội dung", "subject"),
        ("Độ mật", "level"),
        ("Đơn vị và ký nhận", "receiving_unit"),
        ("Ghi chú", "note"),
    ]
    assert form.cover_fields == load_form(_SHIPPED).cover_fields


def test_the_transfer_form_is_a_proposal_and_says_so() -> None:
    form = load_form(resources.path("forms/transfer-2026.toml"))
    assert (form.id, form.book, form.status) == ("transfer-2026", "transfer", Status.DEFAULT)
    assert "Đề xuất của phần mềm" in form.citation
    assert "chưa tìm thấy các cột chính thức" in form.citation
    assert [(column.title, column.field) for column in form.columns] == [
        ("Số thứ tự", "seq_no"),
        ("Ngày chuyển", "handed_on"),
        ("Số, ký hiệu", "doc_number"),
        ("Tên loại và trích yếu", "subject"),
        ("Độ mật", "level"),
        ("Số lượng (bản/bì)", "copies"),
        ("Nơi nhận / người nhận", "receiver"),
        ("Ký nhận", "receipt"),
        ("Hoàn trả", "returned"),
        ("Ghi chú", "note"),
    ]


def test_the_copying_form_is_a_proposal_and_says_so() -> None:
    form = load_form(resources.path("forms/copying-2026.toml"))
    assert (form.id, form.book, form.status) == ("copying-2026", "copying", Status.DEFAULT)
    assert "Đề xuất của phần mềm" in form.citation
    assert [column.title for column in form.columns] == [
        "Số thứ tự",
        "Ngày, tháng sao, chụp",
        "Số, ký hiệu, ngày tháng tài liệu",
        "Tên loại và trích yếu",
        "Độ mật",
        "Hình thức",
        "Số lượng bản",
        "Số bản (từ … đến …)",
        "Nơi nhận bản sao, chụp",
        "Người cho phép",
        "Người thực hiện",
        "Bản dư thừa, bản hỏng đã tiêu hủy",
        "Ký nhận",
        "Ghi chú",
    ]


@pytest.mark.parametrize(
    ("book", "field"),
    [
        ("outgoing", "recipients"),
        ("incoming", "receiving_unit"),
        ("transfer", "receipt"),
        ("copying", "receipt"),
    ],
)
def test_receivers_sign_in_one_column(book: str, field: str) -> None:
    form = load_form(resources.path(f"forms/{book}-2026.toml"))
    assert [column.field for column in form.columns if column.sign] == [field]


@pytest.mark.parametrize("book", ["outgoing", "incoming", "transfer"])
def test_only_the_wide_column_is_justified(book: str) -> None:
    columns = load_form(resources.path(f"forms/{book}-2026.toml")).columns
    justified = [column for column in columns if column.align == "justify"]
    assert justified == [max(columns, key=lambda column: column.width_mm)]


def test_a_form_read_in_one_program_only_says_so() -> None:
    assert load_form(_SHIPPED).status is Status.REPORTED
    assert Status.REPORTED.label == "theo nguồn khác, chưa đối chiếu"
    assert {status.label for status in Status} >= {"đã xác nhận", "mẫu tạm, chưa xác nhận"}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('book = "outgoing"', "", "book"),
        ('book = "outgoing"', 'book = " "', "book"),
        ('book = "outgoing"', "book = 7", "book"),
        ('book = "outgoing"', 'book = "outgoing"\nlogo = "x"', "logo"),
        ('status = "reported"', 'status = "sure"', "status"),
        ("effective_from = 2026-03-01", 'effective_from = "2026"', "effective_from"),
        ("effective_from = 2026-03-01", "effective_from = 2026-03-01T00:00:00", "effective_from"),
        ('orientation = "landscape"', 'orientation = "portrait"', "orientation"),
        ("binding_mm = 30", "binding_mm = 12", "binding_mm"),
        ("binding_mm = 30", "binding_mm = 31", "columns"),
        ("binding_mm = 30", "binding_mm = nan", "binding_mm"),
        ("width_mm = 56.5", "width_mm = 56", "columns"),
        ("width_mm = 56.5", "width_mm = true", "columns 4: width_mm"),
        ("width_mm = 56.5", "width_mm = 1e999", "columns 4: width_mm"),
        ("width_mm = 11", "width_mm = 4", "columns 9: width_mm"),
        ('align = "left"', 'align = "middle"', "columns 2: align"),
        ('align = "left"', 'align = "left"\ncolour = "red"', "columns 2: colour"),
        ("sign = true", 'sign = "yes"', "columns 7: sign"),
        ("sign = true", "sign = 1", "columns 7: sign"),
        ("number = 3", "number = 2", "columns"),
        ("number = 3", "number = 2.5", "columns 3: number"),
        ('field = "note"', 'field = "level"', "columns"),
        ("{volume_no}", "{volume}", "cover_fields 6: line"),
        ("{volume_no}", "{volume_no.x}", "cover_fields 6: line"),
        ("{volume_no}", "{volume_no", "cover_fields 6: line"),
        ("[[cover_fields]]", "[cover_fields]", "tệp"),
    ],
)
def test_a_wrong_form_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    with pytest.raises(FormFileWrong) as refused:
        load_form(_changed(tmp_path, old, new))
    assert refused.value.facts["file"] == "mẫu.toml"
    assert refused.value.facts["where"] == where
    assert str(tmp_path) not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"= =", b"columns = [1]"])
def test_what_is_no_form_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mẫu.toml"
    path.write_bytes(content)
    with pytest.raises(FormFileWrong):
        load_form(path)
    with pytest.raises(FormFileWrong):
        load_form(tmp_path / "none.toml")
