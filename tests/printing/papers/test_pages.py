"""How parts fill pages: nothing lost, nothing cut that must stay whole, signatures never alone."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bmnn_desktop.printing.papers.parts import (
    Box,
    Boxes,
    Column,
    Fact,
    Facts,
    Paragraph,
    Part,
    PenLines,
    Section,
    Table,
)
from bmnn_desktop.printing.papers.signature import SEALED, Signature
from tests.printing.papers.invented import CHAIRMAN, CLOSING, LETTER, OPENING, Plain, plain
from tests.printing.papers.reading import MM, Run, printed, rules, runs
from tests.printing.reading import squeezed

_COLUMNS = (Column("TT", 1, "center"), Column("Nội dung", 4, "justify"), Column("Ghi chú", 3))
_WORDS = "Kiểm kê tài liệu tại văn phòng "


def _table(rows: int, words: int = 1) -> Table:
    return Table(
        _COLUMNS,
        tuple((f"{n}.", f"Dòng-{n} {_WORDS * words}".strip(), "") for n in range(rows)),
    )


def _body(page: list[Run]) -> list[Run]:
    return [run for run in page if 20 * MM <= run.base <= 277 * MM]


def _text(pages: list[list[Run]]) -> str:
    return squeezed("".join(run.text for page in pages for run in _body(page)))


@pytest.mark.parametrize("count", range(60))
def test_signatures_never_stand_alone_under_a_table(count: int) -> None:
    pages = runs(printed(plain(Paragraph("Mở đầu."), _table(count)))[0])
    *others, last = pages
    shown = [run.text for run in _body(last)]
    assert CHAIRMAN.name in shown
    assert not any("TM. ỦY BAN" in run.text for page in others for run in page)
    place = shown.index("TM. ỦY BAN NHÂN DÂN")
    assert place > 0
    if count:
        assert any(text.startswith(f"Dòng-{count - 1} ") for text in shown[:place])


@pytest.mark.parametrize("count", range(1, 120, 2))
def test_signatures_take_a_line_of_the_last_paragraph_along(count: int) -> None:
    pages = runs(printed(plain(Paragraph(_WORDS * 6 * count + "Hết.")))[0])
    texts = [run.text for run in _body(pages[-1])]
    place = texts.index("TM. ỦY BAN NHÂN DÂN")
    assert texts[place - 1].endswith("Hết.")
    if len(pages) > 1:
        assert place >= 2  # no single line at the top of a page


def test_heads_come_again_on_every_page_of_a_table() -> None:
    pages = runs(printed(plain(_table(90)))[0])
    assert len(pages) > 3
    for page in pages:
        assert sum(run.text == "Nội dung" for run in page) == 1
    numbers = [run.text for page in pages for run in page if run.text[:-1].isdecimal()]
    assert [text for text in numbers if text.endswith(".")] == [f"{n}." for n in range(90)]


def test_a_row_that_fits_a_page_is_never_cut() -> None:
    pages = runs(printed(plain(_table(40, words=12)))[0])
    for page in pages:
        for number in range(40):
            begins = any(run.text.startswith(f"Dòng-{number} ") for run in page)
            assert begins == any(run.text == f"{number}." for run in page)
    lines_of_a_row = squeezed(f"Dòng-7 {_WORDS * 12}")
    assert sum(lines_of_a_row in _text([page]) for page in pages) == 1


def test_a_row_taller_than_a_page_goes_on_inside_a_closed_frame() -> None:
    pdf, _ = printed(plain(_table(1, words=400)))
    pages = runs(pdf)
    assert len(pages) > 2
    assert squeezed(_WORDS * 400) in "".join(
        squeezed("".join(run.text for run in _body(page) if 115 < run.left < 380))
        .replace("Nộidung", "")
        .replace("THÔNGBÁO", "")
        for page in pages
    )
    lowest = min(run.base for run in _body(pages[1]))
    flat = [rule for rule in rules(pdf, 1) if rule.right - rule.left > 400]
    assert 2 < lowest - min(rule.top for rule in flat) < 12
    assert min(rule.bottom for rule in rules(pdf, 1)) >= 20 * MM - 1


def test_a_section_heading_stays_with_its_text() -> None:
    for count in range(20, 50):
        parts = (Paragraph("\n".join(["Một dòng."] * count)), Section("II. Kết quả"))
        pages = runs(printed(plain(*parts, Paragraph(_WORDS * 30)))[0])
        for page in pages:
            body = _body(page)
            assert not body[-1].text.startswith("II. Kết quả")


def test_many_recipients_flow_on_to_the_next_page() -> None:
    names = tuple(f"Ủy ban nhân dân xã Phú Đông số {number}" for number in range(90))
    letter = dataclasses.replace(LETTER, recipients=names)
    seen = _text(runs(printed(letter)[0]))
    for name in names[:-1]:
        assert squeezed(f"- {name};") in seen
    assert squeezed(f"- {names[-1]}.") in seen


def test_a_long_sender_flows_on_instead_of_off_the_page() -> None:
    names = tuple(f"Ủy ban nhân dân xã Phú Đông số {number}" for number in range(90))
    short = plain(Paragraph("Một câu."))
    paper = Plain(dataclasses.replace(short.composition, addressees=names))
    pages = runs(printed(paper)[0])
    seen = _text(pages)
    assert all(squeezed(f"- {name}") in seen for name in names)


def test_what_fits_a_framed_page_fills_it() -> None:
    for paper in (OPENING, CLOSING):
        (page,) = runs(printed(paper)[0])
        (name,) = [run for run in page if run.text == CHAIRMAN.name]
        assert 25 * MM < name.base < 48 * MM


def test_facts_that_are_not_known_are_dotted_for_the_pen() -> None:
    pdf, _ = printed(plain(Facts(((Fact("1. Người giao"), Fact("Chức vụ", "Giao liên")),))))
    label = next(run for run in runs(pdf)[0] if run.text == "1. Người giao:")
    dots = [
        rule
        for rule in rules(pdf, 0)
        if rule.left > label.right and abs(rule.bottom - label.base) < 3
    ]
    assert len(dots) == 1
    assert dots[0].right - dots[0].left > 60
    assert dots[0].right < next(run.left for run in runs(pdf)[0] if "Chức vụ" in run.text)


_PARTS = st.one_of(
    st.builds(Paragraph, st.integers(0, 60).map(lambda n: _WORDS * n + "Hết câu.")),
    st.builds(Section, st.just("Một đề mục")),
    st.builds(PenLines, st.integers(1, 5)),
    st.builds(_table, st.integers(0, 30), st.integers(1, 40)),
    st.integers(1, 200).map(lambda n: Boxes((Box("Ý kiến", _WORDS * n), Box("Thời hạn")))),
    st.integers(1, 9).map(
        lambda n: Facts(
            tuple((Fact(f"{each}. Nhãn", _WORDS * each), Fact("B")) for each in range(n))
        )
    ),
)


@settings(max_examples=40, deadline=None)
@given(parts=st.lists(_PARTS, min_size=1, max_size=6), places=st.integers(1, 5))
def test_any_parts_keep_margins_order_and_company(parts: list[Part], places: int) -> None:
    signatures = (Signature.of(CHAIRMAN, "", SEALED),) * places
    pages = runs(printed(plain(*parts, signatures=signatures))[0])
    for page in pages:
        assert _body(page)
        assert max(run.right for run in page) <= 195 * MM + 0.5
        assert min(run.left for run in page) >= 30 * MM - 0.5
        foot = [run for run in page if run.base < 20 * MM]
        assert {run.text.split(" ")[0] for run in foot} <= {
            "Mẫu:",
            "Mã",
            "Mục",
            "ABCDE-01234-56789-VWXYZ-J7KQ8",
        }
    for page in pages[:-1]:
        assert not any(run.text == CHAIRMAN.name for run in page)
    *_, last = pages
    first = next(n for n, run in enumerate(_body(last)) if run.text.startswith("TM."))
    assert first > 0 or isinstance(parts[-1], PenLines)
    seen = _text(pages)
    for part in parts:
        if isinstance(part, Paragraph):
            assert squeezed(part.text) in seen
