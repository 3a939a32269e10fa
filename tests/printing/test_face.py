"""Words in a column: where lines may break, and what any text whatever turns into."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bmnn_desktop.printing.face import Face
from bmnn_desktop.printing.lines import Line, printed_text
from bmnn_desktop.printing.pdf_file import PdfFile
from tests.printing.invented import COVER
from tests.printing.reading import pieces, printed, squeezed, texts


@pytest.fixture(scope="module")
def face() -> Face:
    return PdfFile("Sổ", 842, 595, ()).regular


def _broken(face: Face, text: str, room: float) -> list[str]:
    return [_plain(line.shown) for line in face.wrap(text, room, 10)]


def _plain(shown: str) -> str:
    assert shown.startswith("(")
    return shown.removeprefix("(").removesuffix(") Tj")


def test_long_tokens_break_after_slash_and_hyphen(face: Face) -> None:
    token = "1204/PA-SKHDT"
    whole, head, tail = (face.text(each, 10).width for each in (token, "1204/PA-", "SKHDT"))
    assert _broken(face, token, whole) == [token]
    assert _broken(face, token, whole - 1) == ["1204/PA-", "SKHDT"]
    assert tail < head
    assert _broken(face, token, head - 1) == ["1204/", "PA-", "SKHDT"]


def test_a_token_that_fits_the_column_is_never_broken(face: Face) -> None:
    room = face.text("1204/PA-SKHDT", 10).width
    assert _broken(face, "So 1204/PA-SKHDT", room) == ["So", "1204/PA-SKHDT"]


def test_a_word_wider_than_the_column_fills_its_lines(face: Face) -> None:
    lines = _broken(face, "x" * 40, 5000)  # an x is half as wide as it is high
    assert lines == ["x" * 10] * 4


@given(
    words=st.lists(st.text("abcđêộ-/", min_size=1, max_size=30), max_size=20),
    room=st.floats(1100, 20_000),
)
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(
    words: list[str], room: float
) -> None:
    face = PdfFile("Sổ", 842, 595, ()).regular
    lines = face.wrap(" ".join(words), room, 10)
    assert all(line.width <= room + 1e-6 for line in lines)
    alone = face.text("".join(words), 10)
    shown = sum(line.width - 250 * line.gaps for line in lines)
    assert shown == pytest.approx(alone.width)


def test_decomposed_text_is_printed_composed() -> None:
    vietnamese = "Kế hoạch bảo vệ bí mật nhà nước; Ưng Ọc Ẫm Ợp ỵ Ỷ đĐ ỗỖ ặẶ"
    apart = unicodedata.normalize("NFD", vietnamese)
    pdf, _ = printed([Line(1, ("01", "", "", apart, *[""] * 6))])
    text = texts(pdf)[1]
    assert squeezed(vietnamese) in squeezed(text)
    assert unicodedata.is_normalized("NFC", text)


def test_every_vietnamese_letter_comes_back_from_the_paper() -> None:
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = [
        unicodedata.normalize("NFC", vowel + mark)
        for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for mark in marks
    ]
    word = "".join(letters) + "đĐ"
    pdf, _ = printed([Line(1, ("01", "", "", word, *[""] * 6))])
    assert squeezed(word) in squeezed(texts(pdf)[1])


def test_what_the_font_lacks_is_shown_as_a_box() -> None:
    pdf, _ = printed([Line(1, ("01", "", "", "trước 中文 😀 sau", *[""] * 6))])
    assert "trước □□ □ sau" in texts(pdf)[1]


def test_text_beyond_the_first_subset_of_the_font_is_whole() -> None:
    greek = "αβγδεζηθικλμνξοπρστυφχψω ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
    russian = "абвгдежзийклмнопрстуфхцчшщъыьэюя АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    latin = "".join(map(chr, range(0x100, 0x17F)))
    pdf, _ = printed([Line(1, ("01", "", "", f"{greek} {russian} {latin} (a\\b)", *[""] * 6))])
    shown = squeezed(texts(pdf)[1])
    for each in (greek, russian, "(a\\b)"):
        assert squeezed(each) in shown


def test_control_characters_become_spaces() -> None:
    assert printed_text("a\x00b\tc\u202ed") == "a b cd"
    assert printed_text("một\r\nhai") == "một\nhai"
    assert printed_text("e\u200d\u0301") == "é"  # composed once the joiner between is gone


@given(st.text(max_size=60))
def test_cleaning_text_twice_is_cleaning_it_once(text: str) -> None:
    once = printed_text(text)
    assert printed_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


@settings(max_examples=60)
@given(cells=st.lists(st.text(max_size=80), min_size=10, max_size=10), struck=st.booleans())
def test_any_text_prints_inside_the_margins(cells: list[str], struck: bool) -> None:
    pdf, _ = printed([Line(1, tuple(cells), struck)], cover=COVER)
    for page in range(1, len(texts(pdf))):
        for piece in pieces(pdf, page):
            assert piece.left > 80
            assert piece.right < 803
            assert piece.bottom > 12
