"""Form definitions: the shipped one is the law's, and a wrong one is refused with its place."""

from __future__ import annotations

import io
import os
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bmnn_desktop import resources
from bmnn_desktop.domain.form import Form, Status
from bmnn_desktop.errors import FormFileWrong, KnownError
from bmnn_desktop.printing import books
from bmnn_desktop.printing.lines import Cover, Line
from bmnn_desktop.registers.form_file import load_form, parse_form
from bmnn_desktop.registers.samples import sample_rows

COVER = Cover(
    parent_org="", org="UBND xã Mẫu", place="Mẫu", book_title="SỔ THỬ", year=2026, volume_no=1,
    opened_on=date(2026, 3, 5), closed_on=None, first_no=1, last_no=None, training=True,
)  # fmt: skip
_SHIPPED = resources.path("forms/outgoing-2026.toml")


def place_of(refused: KnownError) -> str:
    """Return the place without the number of its line."""
    where = str(refused.facts["where"])
    return where.partition(", ")[2] if where.startswith("dòng") else where


def _row(form: Form) -> Line:
    row = sample_rows(form.book)[0]
    return Line(1, tuple(row[column.field] for column in form.columns))


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
        ("binding_mm = 30", "binding_mm = 31", "columns 10: width_mm"),
        ("binding_mm = 30", "binding_mm = nan", "binding_mm"),
        ("width_mm = 56.5", "width_mm = 56", "columns 10: width_mm"),
        ("width_mm = 56.5", "width_mm = true", "columns 4: width_mm"),
        ("width_mm = 56.5", "width_mm = 1e999", "columns 4: width_mm"),
        ("width_mm = 11", "width_mm = 4", "columns 9: width_mm"),
        ('align = "left"', 'align = "middle"', "columns 2: align"),
        ('align = "left"', 'align = "left"\ncolour = "red"', "columns 2: colour"),
        ("sign = true", 'sign = "yes"', "columns 7: sign"),
        ("sign = true", "sign = 1", "columns 7: sign"),
        ("number = 3", "number = 2", "columns 3: number"),
        ("number = 3", "number = 2.5", "columns 3: number"),
        ('field = "note"', 'field = "level"', "columns 10: field"),
        ('field = "note"', 'field = "doc_date"', "columns 10: field"),
        ('field = "note"', 'field = "arrival_no"', "columns 10: field"),  # of another book
        ('field = "note"', 'field = "__class__"', "columns 10: field"),
        ('title = "Độ mật"', 'title = "Ghi chú"', "columns 10: title"),
        ('title = "Độ mật"', 'title = "Độ \\u202emật"', "columns 5: title"),
        ('title = "Độ mật"', 'title = "Độ mật 😀"', "columns 5: title"),
        ('title = "Độ mật"', 'title = "Độ\\nmật"', "columns 5: title"),
        ('title = "Độ mật"', f'title = "{"dài " * 40}"', "columns 5: title"),
        ('title = "Độ mật"', f'title = "{"dài " * 90}"', "columns 5: title"),
        ("sign = true", "sign = false", "columns 7: field"),
        ('field = "level"', 'field = "level"\nsign = true', "columns 5: sign"),
        ('id = "outgoing-2026"', 'id = "../../etc/passwd"', "id"),
        ('book = "outgoing"', 'book = "secret"', "book"),
        ("effective_from = 2026-03-01", "effective_from = 0001-01-01", "effective_from"),
        ("{volume_no}", "{volume}", "cover_fields 6: line"),
        ("{volume_no}", "{volume_no.x}", "cover_fields 6: line"),
        ("{volume_no}", "{volume_no", "cover_fields 6: line"),
        ("[[cover_fields]]", "[cover_fields]", ""),
        ('book = "outgoing"', f"book = {'[' * 5000}", ""),
        ('book = "outgoing"', f"book = {'9' * 5000}", ""),
        ('book = "outgoing"', 'book = """\noutgoing"""', ""),
        ('book = "outgoing"', 'book = "outgoing"\nbook = "outgoing"', "book"),
        ('book = "outgoing"', 'book = "outgoing"\na.b.c.d = 1', "a"),
        ('book = "outgoing"', 'book = "outgoing"\x00', ""),
    ],
)
def test_a_wrong_form_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    with pytest.raises(FormFileWrong) as refused:
        load_form(_changed(tmp_path, old, new))
    assert refused.value.facts["file"] == "mẫu.toml"
    assert place_of(refused.value) == where
    assert str(tmp_path) not in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('status = "reported"', 'status = "sure"', 7),
        ('status = "reported"', "status = sure", 7),
        ('status = "reported"', 'colour = "red"\nstatus = "reported"', 7),
        ('align = "justify"', 'align = "middle"', 40),
        ("[[columns]]\nnumber = 4\n", "[[columns]]\n", 36),  # where its table begins
    ],
)
def test_the_line_that_is_wrong_is_named(tmp_path: Path, old: str, new: str, line: int) -> None:
    with pytest.raises(FormFileWrong, match=f"sai ở dòng {line}[,:]"):
        load_form(_changed(tmp_path, old, new))


def test_a_huge_file_and_what_is_no_file_are_refused_at_once(tmp_path: Path) -> None:
    huge, pipe = tmp_path / "lớn.toml", tmp_path / "ống.toml"
    with huge.open("wb") as file:
        file.truncate(100 << 20)
    os.mkfifo(pipe)
    for path, why in ((huge, "lớn hơn 64 KiB"), (pipe, "không đọc được"), (tmp_path, "không đọc")):
        with pytest.raises(FormFileWrong, match=why):
            load_form(path)


_TEXT = _SHIPPED.read_text("utf-8")


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(_TEXT)),
    st.integers(0, 40),
    st.one_of(st.text(max_size=20), st.sampled_from(_TEXT.splitlines(keepends=True))),
)
def test_a_changed_form_is_read_or_refused_with_a_sentence(at: int, cut: int, put: str) -> None:
    changed = _TEXT[:at] + put + _TEXT[at + cut :]
    try:
        form = parse_form("mẫu.toml", changed)
    except FormFileWrong as refused:
        where = str(refused.facts["where"])
    else:
        where = ""
    assert where in {"", "tệp"} or where.startswith("dòng ")
    if not where:  # whatever is read can be printed
        assert abs(sum(one.width_mm for one in form.columns) - form.printable_mm) < 0.1
        sheets = books.preview_sheets(
            form, COVER, out=io.BytesIO(), numbers=count(1), lines=(_row(form),)
        )
        assert [len(sheet.lines) for sheet in sheets] == [1]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"= =", b"columns = [1]"])
def test_what_is_no_form_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mẫu.toml"
    path.write_bytes(content)
    with pytest.raises(FormFileWrong):
        load_form(path)
    with pytest.raises(FormFileWrong):
        load_form(tmp_path / "none.toml")
