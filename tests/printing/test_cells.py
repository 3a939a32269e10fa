"""Cells of columns: where receivers sign, what is signed elsewhere, where tall texts are cut."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from bmnn_desktop.printing.cells import LEADING, ColumnSetter
from bmnn_desktop.printing.lines import SIGNED, Line, printed_text
from bmnn_desktop.printing.pdf_file import PdfFile
from tests.printing.invented import form, outgoing
from tests.printing.reading import pieces, printed, squeezed

_AT = f"{SIGNED}ký tại TKN 5/2026, dòng 3"


def _setter(field: str, book: str = "outgoing") -> ColumnSetter:
    pdf = PdfFile("Sổ", 842, 595, ())
    column = next(column for column in form(book).columns if column.field == field)
    return ColumnSetter(column, pdf.regular, pdf.italic)


@pytest.mark.parametrize(
    ("book", "field"),
    [("outgoing", "recipients"), ("incoming", "receiving_unit"), ("transfer", "receipt")],
)
def test_every_item_of_a_signed_column_has_a_line_for_a_hand(book: str, field: str) -> None:
    setter = _setter(field, book)
    assert len(setter.cell("Văn phòng\nCông an xã", struck=False).dots) == 2
    assert len(setter.cell("", struck=False).dots) == 1
    assert len(setter.cell("\n", struck=False).dots) == 2
    assert not setter.cell("Văn phòng\nCông an xã", struck=True).dots
    assert not setter.cell("", struck=True).lines


@pytest.mark.parametrize("field", ["subject", "note", "signer"])
def test_other_columns_have_none(field: str) -> None:
    assert not _setter(field).cell("Văn phòng\nCông an xã", struck=False).dots
    assert not _setter(field).cell("", struck=False).lines


def test_a_hand_has_room_above_every_line_it_signs_on() -> None:
    setter = _setter("recipients")
    for text in ("", "\n", "Văn phòng\nCông an xã\nĐảng ủy xã", f"Văn phòng{_AT}\nĐảng ủy xã"):
        cell = setter.cell(text, struck=False)
        depths = [depth for _, depth in cell.dots]
        for above, below in itertools.pairwise(depths):
            assert below - above >= 18
        assert depths[0] >= (LEADING if cell.dots[0][0] == 0 else 0)


def test_an_item_signed_elsewhere_says_where_and_has_no_line() -> None:
    setter = _setter("recipients")
    assert len(setter.cell(f"Văn phòng{_AT}\nCông an xã", struck=False).dots) == 1
    assert not setter.cell(f"Văn phòng{_AT}", struck=False).dots
    assert not setter.cell(SIGNED, struck=False).lines
    pdf, _ = printed([Line(1, ("01", *[""] * 5, f"Văn phòng{_AT}", "", "02", ""))])
    found = [piece.text for piece in pieces(pdf, 1) if 515 < piece.left < 530 and piece.top < 473]
    assert found == ["Văn phòng", "ký tại TKN 5/2026, dòng 3"]


def test_the_mark_of_what_is_signed_elsewhere_survives_cleaning() -> None:
    assert printed_text(f"Văn  phòng {_AT}\x07\nĐảng ủy") == f"Văn phòng{_AT}\nĐảng ủy"


def test_a_cut_stands_between_items_where_it_can() -> None:
    setter = _setter("recipients")
    text = "\n".join(f"Đơn vị số {number}" for number in range(30))
    head, rest = setter.cut(text, 180, struck=False)
    assert f"{head}\n{rest}" == text
    assert setter.cell(head, struck=False).depth <= 180
    longer = "\n".join(text.split("\n")[: head.count("\n") + 2])
    assert setter.cell(longer, struck=False).depth > 180


def test_an_item_cut_within_is_signed_once_at_its_end() -> None:
    setter = _setter("recipients")
    name = "Ủy ban nhân dân xã Phú Đông Thượng " * 40
    head, rest = setter.cut(name.strip(), 180, struck=False)
    assert not setter.cell(head, struck=False).dots
    assert len(setter.cell(rest, struck=False).dots) == 1
    assert squeezed(head + rest).replace(SIGNED, "") == squeezed(name)
    head, rest = setter.cut(f"Văn phòng{SIGNED}{name}", 180, struck=False)
    assert not setter.cell(head, struck=False).dots + setter.cell(rest, struck=False).dots
    assert head.startswith(f"Văn phòng{SIGNED}Ủy ban")
    assert rest.startswith(SIGNED)


def test_what_is_whole_on_the_first_sheet_is_not_signed_again_on_the_next() -> None:
    head, rest = _setter("recipients").cut("Văn phòng", 180, struck=False)
    assert (head, rest) == ("Văn phòng", SIGNED)
    assert _setter("signer").cut("Trần Đức Ngữ", 180, struck=False) == ("Trần Đức Ngữ", "")


@pytest.mark.parametrize("lines", range(3, 12))
def test_a_cut_is_between_words_unless_one_is_wider_than_the_column(lines: int) -> None:
    setter = _setter("subject")
    depth = (lines - 1) * LEADING
    text = " ".join(f"nghiêng-{number} tài liệu" for number in range(60))
    head, rest = setter.cut(text, depth, struck=False)
    assert f"{head} {rest}" == text
    assert setter.cell(head, struck=False).depth == pytest.approx(depth)
    head, rest = setter.cut("x" * 900, depth, struck=False)
    assert len(head + rest) == 900
    assert setter.cell(head, struck=False).depth == pytest.approx(depth)


def test_a_subject_of_ten_thousand_letters_is_whole_on_paper() -> None:
    subject = " ".join(f"mục-{number} đ\u0309o\u0302\u0323c 😀\x00" for number in range(700))
    assert len(subject) > 10_000
    pdf, sheets = printed([Line(1, ("01", "", "", subject, *[""] * 6))])
    assert len(sheets) > 2
    shown = squeezed(
        "".join(
            piece.text
            for page in range(1, len(sheets) + 1)
            for piece in pieces(pdf, page)
            if 245 < piece.left < 405 and piece.bottom > 77 and piece.top < 473
        )
    )
    assert shown == squeezed(printed_text(subject).replace("😀", "□"))


def test_sign_is_off_unless_the_form_says_so() -> None:
    column = dataclasses.replace(outgoing().columns[6], sign=False)
    pdf = PdfFile("Sổ", 842, 595, ())
    assert not ColumnSetter(column, pdf.regular, pdf.italic).cell("Văn phòng", struck=False).dots
