"""Every book is whole: fields, form, columns that its lines can fill, a golden sheet."""

from __future__ import annotations

from datetime import date

import pytest

from bmnn_desktop import resources
from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.document import Annulment, Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers import REGISTERS, book
from bmnn_desktop.registers.form_file import load_form
from tests.house.tree import ROOT

EVERY_BOOK = pytest.mark.parametrize("kept", REGISTERS, ids=lambda kept: kept.key)
GOLDEN = ROOT / "tests" / "golden"

LINE = Document(
    id=1,
    book="outgoing",
    year=2026,
    volume_no=1,
    seq_no=7,
    registered_on=date(2026, 3, 5),
    doc_number="07/KH-UBND",
    doc_date=date(2026, 3, 4),
    doc_type="Kế hoạch",
    subject="Nội dung giả định",
    level=Level.MAT,
    signer="Nguyễn Văn Mẫu",
    recipients=("Công an xã Mẫu", "Đảng ủy xã Mẫu"),
    channels=(None, None),
    holding_unit="Văn phòng",
    copies_issued=3,
    note="Gấp",
    arrival_date=date(2026, 3, 5),
    arrival_no=9,
    issuer="Sở Thí Dụ",
    receiving_unit="Phòng Thí Dụ",
    annulment=Annulment("Ghi trùng", date(2026, 3, 6), "Trần Thị Thử"),
    printed=True,
)


def test_books_have_keys_and_titles_of_their_own() -> None:
    assert REGISTERS
    for name in ("key", "title", "short_title", "form"):
        values = [getattr(kept, name) for kept in REGISTERS]
        assert len(set(values)) == len(values), name
        assert all(values), name
    for kept in REGISTERS:
        assert book(kept.key) is kept
    with pytest.raises(BookUnknown):
        book("no such book")


@EVERY_BOOK
def test_a_book_has_fields_with_labels(kept: Book) -> None:
    assert kept.fields
    names = [field.name for field in kept.fields]
    assert len(set(names)) == len(names)
    assert all(field.label for field in kept.fields)
    official = [field.column or 0 for field in kept.official]
    assert official == sorted(official)


@EVERY_BOOK
def test_an_empty_entry_is_refused_field_by_field(kept: Book) -> None:
    wrong = {error.field for error in kept.check({})}
    assert wrong == {field.name for field in kept.fields if field.required}


@EVERY_BOOK
def test_a_books_form_loads_and_is_its_own(kept: Book) -> None:
    form = load_form(resources.path(f"forms/{kept.form}.toml"))
    assert (form.id, form.book) == (kept.form, kept.key)
    assert form.citation
    assert form.effective_from <= date(2026, 12, 31)


@EVERY_BOOK
def test_every_column_is_filled_by_the_book(kept: Book) -> None:
    form = load_form(resources.path(f"forms/{kept.form}.toml"))
    texts = kept.texts(LINE)
    assert {column.field for column in form.columns} == set(texts)
    assert all(texts.values())
    columns = {column.number for column in form.columns}
    assert {field.column for field in kept.official} <= columns


@EVERY_BOOK
def test_a_book_has_a_golden_sheet(kept: Book) -> None:
    assert (GOLDEN / f"{kept.key}.txt").stat().st_size > 0
    assert list(GOLDEN.glob(f"{kept.key}-*.png"))


def test_every_form_belongs_to_a_book() -> None:
    forms = {path.stem for path in resources.path("forms").glob("*.toml")}
    assert forms == {kept.form for kept in REGISTERS}
