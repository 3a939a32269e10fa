"""Every book is whole: fields, form, columns that its lines can fill, a golden sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from bmnn_desktop import resources
from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.domain.copy_order import CopyForm, CopyMedium, CopyOrder, MadeCopy
from bmnn_desktop.domain.document import Annulment, Document
from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers import DERIVED, PRINTED, REGISTERS, book, printed_book
from bmnn_desktop.registers.copying import COPYING
from bmnn_desktop.registers.form_file import load_form
from bmnn_desktop.registers.statistics import statistics_form
from bmnn_desktop.registers.transfer import TRANSFER
from tests.house.tree import ROOT

EVERY_BOOK = pytest.mark.parametrize("kept", REGISTERS, ids=lambda kept: kept.key)
EVERY_PRINTED = pytest.mark.parametrize("kept", PRINTED, ids=lambda kept: kept.key)
EVERY_DERIVED = pytest.mark.parametrize("kept", DERIVED, ids=lambda kept: kept.key)
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
    pages=4,
    annexes=1,
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
        values = [getattr(kept, name) for kept in PRINTED]
        assert len(set(values)) == len(values), name
        assert all(values), name
    for kept in REGISTERS:
        assert book(kept.key) is kept
    for printed in PRINTED:
        assert printed_book(printed.key) is printed
    for derived in DERIVED:  # nothing is typed into it
        with pytest.raises(BookUnknown):
            book(derived.key)
    for find in (book, printed_book):
        with pytest.raises(BookUnknown):
            find("no such book")


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


@EVERY_PRINTED
def test_a_books_form_loads_and_is_its_own(kept: Book | DerivedBook) -> None:
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


def handover_texts() -> Mapping[str, str]:
    line = Handover(
        id=1,
        volume_id=3,
        year=2026,
        seq_no=4,
        document=LINE,
        recipient_id=1,
        receiver="Công an xã Mẫu",
        copies=1,
        handed_on=date(2026, 3, 6),
    )
    return TRANSFER.texts(line)


def copying_texts() -> Mapping[str, str]:
    day = date(2026, 3, 6)
    order = CopyOrder(
        id=1,
        document=LINE,
        requested_on=day,
        requester="Lê Văn Thí",
        purpose="",
        form=CopyForm.TRICH_SAO,
        medium=CopyMedium.ELECTRONIC,
        extract="Mục II",
        wanted=1,
        permitted=1,
        permitter="Nguyễn Văn Mẫu",
        permitter_post="Chủ tịch",
        delegation="",
        basis="Điều 11",
        permitted_on=day,
        refused_on=None,
        refusal="",
        volume_id=3,
        year=2026,
        seq_no=4,
        made_on=day,
        entered_on=day,
        made_by="Trần Thị Thử",
        made_at="",
        made=1,
        spare=0,
        spoiled=0,
        destroyed_on=None,
        destroyed_by="",
        note="",
        copies=(MadeCopy(1, "Công an xã Mẫu"),),
    )
    texts = COPYING.texts(order)
    assert texts["form"] == "Trích sao: Mục II (Giấy → điện tử)"
    return texts


LISTED = {  # texts of a line, and what is left to the pen
    "transfer": (handover_texts, {"receipt", "returned"}),
    "copying": (copying_texts, {"receipt"}),
}


@EVERY_DERIVED
def test_every_column_of_a_derived_book_is_filled_or_left_to_the_pen(kept: DerivedBook) -> None:
    form = load_form(resources.path(f"forms/{kept.form}.toml"))
    make, left = LISTED[kept.key]
    texts = make()
    assert {column.field for column in form.columns} == set(texts)
    assert {field for field, text in texts.items() if not text} == left


@EVERY_PRINTED
def test_receivers_sign_in_one_column(kept: Book | DerivedBook) -> None:
    form = load_form(resources.path(f"forms/{kept.form}.toml"))
    assert [column.field for column in form.columns if column.sign] == [kept.sign_field]


@EVERY_PRINTED
def test_a_book_has_a_golden_sheet(kept: Book | DerivedBook) -> None:
    assert (GOLDEN / f"{kept.key}.txt").stat().st_size > 0
    assert list(GOLDEN.glob(f"{kept.key}-*.png"))


def test_every_form_belongs_to_a_book_or_a_paper() -> None:
    forms = {path.stem for path in resources.path("forms").glob("*.toml")}
    assert forms == {kept.form for kept in PRINTED}
    papers = {path.stem for path in resources.path("forms/papers").glob("*.toml")}
    assert papers == {statistics_form().id}
