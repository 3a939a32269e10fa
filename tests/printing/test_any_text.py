"""Whatever is typed or pasted is printed readably: no gap, no black box, no crash."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.printing.lines import Line
from tests.printing.papers.invented import plain
from tests.printing.papers.reading import printed as printed_paper
from tests.printing.papers.reading import runs
from tests.printing.reading import printed, squeezed, texts

from bmnn_desktop.printing.papers.parts import Column, Paragraph, Table  # isort: skip

_NASTY = (
    "\x00điều\x07 \x1bkhiển\x7f",
    unicodedata.normalize("NFD", "Hòa bình, ưỡn ẹo, Nguyễn Thị Thục Quyên"),
    "biểu tượng 😀👨‍👩‍👧 và 漢字 한글 عربى",
    "phải\u202esang trái\u202c, \u200bẩn\u200d, \ufeffđầu",
    "cột\tcột\r\ndòng\x0bdòng\x0cdòng\u2028dòng\u2029hết",
    "\ue000\U000f0000 riêng, \ud7ff cuối",
    "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307 chồng dấu",
    "rất-dài/" * 300,
    "không" * 400,
    "(ngoặc) \\ gạch ) chéo (",
)
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def _cells(text: str) -> Line:
    return Line(1, ("01", text, "02/3/2026", text, "Mật", text, text, text, "02", text))


def _shown(pdf: bytes) -> str:
    return squeezed("".join(texts(pdf)))


def _readable(text: str) -> str:
    """Return the letters of the text that the font surely has."""
    return "".join(
        each for each in tidy(text) if "0" <= each <= "z" or ("À" <= each <= "ỹ" and each.isalpha())
    )


@pytest.mark.parametrize("text", _NASTY)
def test_a_line_of_anything_is_printed_and_its_letters_are_read_back(text: str) -> None:
    pdf, sheets = printed([_cells(text)])
    assert sheets
    shown = _shown(pdf)
    vietnamese = {each for each in _readable(text) if each in "aăâbcdđeêghiklmnoôơpqrstuưvxy"}
    assert vietnamese <= set(shown)
    assert not {each for each in shown if unicodedata.category(each) in {"Cc", "Co", "Cn"}} - {
        "\ufffe",  # a hyphen at a line's end, as PDFium reads it
        "\x02",
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXT)
def test_books_print_any_text(text: str) -> None:
    pdf, sheets = printed([_cells(text)])
    assert [line.seq_no for sheet in sheets for line in sheet.lines if line.part == 1] == [1]
    assert pdf.endswith(b"%%EOF\n")
    assert "Tờ số 1" in texts(pdf)[1]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXT)
def test_papers_print_any_text_inside_their_margins(text: str) -> None:
    table = Table((Column("TT", 1), Column("Nội dung", 3)), ((text, text),))
    for page in runs(printed_paper(plain(Paragraph(text), table))[0]):
        assert max(run.right for run in page) <= 210 * 72 / 25.4 - 10


def test_a_subject_of_ten_thousand_letters_goes_on_sheet_after_sheet() -> None:
    words = " ".join(f"tiếng{number}" for number in range(1_200))
    pdf, sheets = printed(
        [_cells("07/KH"), Line(2, (*_cells("x").cells[:3], words, "Mật", *"abcde"))]
    )
    assert len(words) > 10_000
    assert len(sheets) > 1
    shown = _shown(pdf)
    assert all(f"tiếng{number}" in shown for number in range(1_200))
    assert "(tiếp)" in shown


def test_what_the_font_lacks_is_a_white_box_and_never_a_gap() -> None:
    pdf, _ = printed([_cells("trước漢sau")])
    assert "trước□sau" in _shown(pdf)
