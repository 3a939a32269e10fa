"""Presentation by Nghị định 30/2020/NĐ-CP, Phụ lục I (LAW 3.1–3.3), measured on the page."""

from __future__ import annotations

import dataclasses
from datetime import date
from itertools import pairwise

import pytest

from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer
from tests.printing.papers.invented import (
    CHAIRMAN,
    CLOSING,
    LETTER,
    LETTERHEAD,
    MINUTES,
    PAPERS,
    SLIP,
    plain,
)
from tests.printing.papers.reading import MM, Run, find, printed, rules, runs

_REGULAR = "LiberationSerif"
_BOLD = "LiberationSerif-Bold"
_ITALIC = "LiberationSerif-Italic"
_BOLD_ITALIC = "LiberationSerif-BoldItalic"
_WORDS = "Ủy ban nhân dân xã triển khai kiểm kê, đối chiếu tài liệu đang giữ tại các phòng, ban; "


@pytest.fixture(scope="module")
def letter() -> bytes:
    return printed(LETTER)[0]


@pytest.fixture(scope="module")
def minutes() -> bytes:
    return printed(MINUTES)[0]


def _middle(run: Run) -> float:
    return (run.left + run.right) / 2


# ── the page ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", PAPERS)
def test_text_keeps_the_margins(name: str) -> None:
    pages = runs(printed(PAPERS[name])[0])
    landscape = name in {"opening", "closing", "statistics", "statistics-empty"}
    width, height = (297 * MM, 210 * MM) if landscape else (210 * MM, 297 * MM)
    for page in pages:
        body = [run for run in page if 20 * MM <= run.base <= height - 20 * MM]
        assert body
        assert min(run.left for run in body) >= 30 * MM - 0.1
        assert max(run.right for run in body) <= width - 15 * MM + 0.1
        outside = [run.text for run in page if run not in body]
        assert not [text for text in outside if not text.isdecimal() and not _is_foot(text)]


def _is_foot(text: str) -> bool:
    return text.startswith(("Mẫu:", "Mã đối chiếu:", "Mục nhật ký số", "ABCDE-"))


def test_the_text_fills_its_width_between_left_and_right_margin() -> None:
    page = runs(printed(plain(Paragraph(_WORDS * 9)))[0])[0]
    lines = [run for run in page if (run.font, run.size) == (_REGULAR, 13)]
    for line in lines[:-1]:
        assert line.right == pytest.approx(195 * MM, abs=0.8)
    assert {round(line.left - 30 * MM) for line in lines[1:]} == {0}
    assert lines[0].left - 30 * MM == pytest.approx(10 * MM, abs=0.1)


@pytest.mark.parametrize("letter", ["ư", "Ợ"])
def test_a_horn_at_the_end_of_a_line_keeps_the_margin(letter: str) -> None:
    """The fewer letters and the wider the gaps, the less hides how far a horn reaches."""
    words = (Paragraph(" ".join([letter * length] * 20)) for length in range(3, 40))
    pages = runs(printed(plain(*words))[0])
    rights = [run.right for page in pages for run in page]
    assert 195 * MM - 0.8 < max(rights) < 195 * MM + 0.01


def test_the_number_stands_in_the_middle_of_the_upper_margin_from_page_two_on() -> None:
    pages = runs(printed(plain(Paragraph(_WORDS * 150)))[0])
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        above = [run for run in page if run.base > 277 * MM]
        if number == 1:
            assert not above
            continue
        (only,) = above
        assert only.text == str(number)
        assert (only.font, only.size) == (_REGULAR, 13)
        assert _middle(only) == pytest.approx((30 + 195) / 2 * MM, abs=0.2)


def test_paragraphs_stand_six_points_apart_and_lines_at_most_one_and_a_half() -> None:
    page = runs(printed(plain(Paragraph(_WORDS * 3), Paragraph(_WORDS * 3)))[0])[0]
    bases = [run.base for run in page if (run.font, run.size) == (_REGULAR, 13)]
    steps = {round(above - below, 1) for above, below in pairwise(bases)}
    assert steps == {17.0, 23.0}
    single = 13 * 1.149  # of Liberation Serif
    assert single <= 17.0 <= 1.5 * single


# ── boxes 1 to 5 ──────────────────────────────────────────────────────────────────────────────────


def test_country_and_motto_stand_in_their_sizes_and_the_line_is_as_long_as_the_motto(
    letter: bytes,
) -> None:
    page = runs(letter)[0]
    country = find(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = find(page, "Độc lập - Tự do - Hạnh phúc")
    assert (country.font, country.size) == (_BOLD, 12)
    assert (motto.font, motto.size) == (_BOLD, 13)
    assert _middle(country) == pytest.approx(_middle(motto), abs=0.3)
    (line,) = [
        rule for rule in rules(letter, 0) if 0 < motto.base - rule.top < 8 and rule.left > 300
    ]
    assert line.left == pytest.approx(motto.left, abs=1.2)
    assert line.right == pytest.approx(motto.right, abs=1.2)


def test_the_issuing_body_has_a_line_of_a_third_to_a_half(letter: bytes) -> None:
    page = runs(letter)[0]
    parent = [find(page, "TỈNH BÌNH NGUYÊN")]
    own = find(page, "XÃ PHÚ CƯỜNG")
    assert {(run.font, run.size) for run in parent} == {(_REGULAR, 12)}
    assert (own.font, own.size) == (_BOLD, 12)
    (line,) = [rule for rule in rules(letter, 0) if rule.right < 300 and rule.bottom > 700]
    share = (line.right - line.left) / (own.right - own.left)
    assert 1 / 3 <= share <= 1 / 2
    assert (line.left + line.right) / 2 == pytest.approx(_middle(own), abs=0.5)
    assert line.top < own.base


def test_number_and_date_share_a_line_and_the_regarding_stands_six_points_below(
    letter: bytes,
) -> None:
    page = runs(letter)[0]
    number, symbol = find(page, "Số:"), find(page, "/UBND")
    assert symbol.left - number.right > 10 * MM  # room for the number
    day = find(page, "Phú Cường, ngày 06 tháng 3 năm 2026")
    assert (number.font, number.size) == (_REGULAR, 13)
    assert (day.font, day.size) == (_ITALIC, 13)
    assert number.base == day.base == symbol.base
    about = find(page, "V/v nhận tài liệu chưa đủ")
    assert (about.font, about.size) == (_REGULAR, 12)
    assert number.base - about.base == pytest.approx(15.5 + 6, abs=0.5)
    assert about.right < 300


def test_a_number_that_is_known_is_printed_whole(minutes: bytes) -> None:
    assert find(runs(minutes)[0], "Số: 05/BB-UBND").size == 13


def test_title_and_subject_are_bold_with_a_line_of_a_third_to_a_half(minutes: bytes) -> None:
    page = runs(minutes)[0]
    title, subject = find(page, "BIÊN BẢN"), find(page, "Kiểm tra bì, tài liệu khi nhận")
    for run in (title, subject):
        assert (run.font, run.size) == (_BOLD, 14)
        assert _middle(run) == pytest.approx(112.5 * MM, abs=0.5)
    (line,) = [rule for rule in rules(minutes, 0) if 0 < subject.base - rule.top < 8]
    assert 1 / 3 <= (line.right - line.left) / (subject.right - subject.left) <= 1 / 2


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 3), "ngày 03 tháng 3 năm 2026"),
        (date(2026, 9, 10), "ngày 10 tháng 9 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
        (None, "ngày …… tháng …… năm ………"),
    ],
)
def test_days_under_ten_and_the_first_two_months_get_a_zero(day: date | None, shown: str) -> None:
    page = runs(printed(dataclasses.replace(LETTER, day=day))[0])[0]
    assert find(page, "Phú Cường, ngày").text == f"Phú Cường, {shown}"


def test_without_a_place_the_date_begins_the_line() -> None:
    assert Letterhead("", "", "", "").dated(date(2026, 3, 3)) == "Ngày 03 tháng 3 năm 2026"


def test_long_names_break_between_syllables_into_even_lines() -> None:
    body = Letterhead(
        "Ủy ban nhân dân tỉnh Bình Nguyên Thượng",
        "Văn phòng điều phối Chương trình phát triển nông thôn mới vùng trung du",
        "Thành phố Bình Nguyên Thượng",
        "VPĐP",
    )
    page = runs(printed(MINUTES, letterhead=body)[0])[0]
    left = [run for run in page if run.size == 12 and run.base > 640 and run.right < 300]
    own = [run for run in left if run.font == _BOLD]
    assert " ".join(run.text for run in own) == body.org.upper()
    assert len(own) > 2
    widths = [run.right - run.left for run in own]
    assert min(widths) > 0.6 * max(widths)
    assert all(run.right < 300 for run in own)


# ── boxes 7 and 9 ─────────────────────────────────────────────────────────────────────────────────


def test_the_letter_names_its_receivers_and_its_signer_in_their_boxes(letter: bytes) -> None:
    page = runs(letter)[0]
    label = find(page, "Nơi nhận:")
    assert (label.font, label.size) == (_BOLD_ITALIC, 12)
    listed = [find(page, text) for text in ("- Như trên;", "- Lưu: VT, VP (02).")]
    assert {(run.font, run.size) for run in listed} == {(_REGULAR, 11)}
    signed = [
        find(page, text)
        for text in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Hoàng Phước Ửng")
    ]
    assert {(run.font, run.size) for run in signed} == {(_BOLD, 13)}
    assert {round(_middle(run)) for run in signed} == {422}
    assert abs(label.base - signed[0].base) < 1
    assert signed[-2].base - signed[-1].base > 22 * MM


@pytest.mark.parametrize(
    ("capacity", "lines"),
    [
        (Capacity("Chủ tịch"), ("CHỦ TỊCH",)),
        (
            Capacity("Phó Chủ tịch", on_behalf_of="Ủy ban nhân dân", deputy_of="Chủ tịch"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (Capacity("Giám đốc", acting=True), ("Q. GIÁM ĐỐC",)),
        (Capacity("Chánh Văn phòng", by_order_of="Chủ tịch"), ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (
            Capacity("Trưởng phòng", authorised_by="Giám đốc"),
            ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"),
        ),
    ],
)
def test_a_capacity_is_written_with_its_prefix(capacity: Capacity, lines: tuple[str, ...]) -> None:
    assert capacity.lines == lines


def test_three_places_stand_beside_each_other_and_a_fourth_below() -> None:
    places = tuple(
        Signature.of(Signer(Capacity(f"Bên {letter}"), f"Đỗ Mai {letter}"), "", SIGNED)
        for letter in "ABCD"
    )
    page = runs(printed(plain(Paragraph("Một câu."), signatures=places))[0])[0]
    first = [find(page, f"BÊN {letter}") for letter in "ABC"]
    assert len({run.base for run in first}) == 1
    assert [round(_middle(run)) for run in first] == [163, 319, 475]
    assert find(page, "BÊN D").base < find(page, "Đỗ Mai A").base


def test_a_place_takes_the_width_its_title_needs() -> None:
    found = [run for page in runs(printed(MINUTES)[0]) for run in page]
    assert find(found, "TM. ỦY BAN NHÂN DÂN")
    assert find(found, "(Ký, ghi rõ họ tên, đóng dấu)")


def test_the_address_is_centred_and_ends_with_a_full_stop(letter: bytes) -> None:
    page = runs(letter)[0]
    label, name = find(page, "Kính gửi:"), find(page, "Văn phòng Ủy ban nhân dân tỉnh")
    assert name.text.endswith("Nguyên.")
    assert label.base == name.base
    assert (label.left + name.right) / 2 == pytest.approx(112.5 * MM, abs=4)


def test_the_pages_of_a_book_are_landscape_in_a_frame() -> None:
    pdf, _ = printed(CLOSING)
    page = runs(pdf)[0]
    assert find(page, "CHỨNG NHẬN KHÓA SỔ").size == 14
    day, signer = find(page, "Phú Cường, ngày 31 tháng 12 năm 2026"), find(page, "CHỦ TỊCH")
    assert 0 < day.base - signer.base < 60
    assert day.font == _ITALIC
    assert find(page, CHAIRMAN.name).font == _BOLD


def test_an_empty_box_is_a_box_to_write_in() -> None:
    pdf, _ = printed(SLIP)
    title = find(runs(pdf)[0], "Ý kiến chỉ đạo")
    dots = [
        rule
        for rule in rules(pdf, 0)
        if rule.right - rule.left > 400 and rule.top - rule.bottom < 3 and rule.top < title.base
    ]
    assert len(dots) >= 4
    assert LETTERHEAD.org.upper() not in title.text
