"""Numbers of a book."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.numbering import next_number, propose_doc_number, show_number

NUMBERS = st.integers(1, 99_999)


@given(first=NUMBERS, count=st.integers(1, 50))
def test_a_series_opens_at_any_number_and_has_no_gap(first: int, count: int) -> None:
    dealt: list[int] = []
    for _ in range(count):
        dealt.append(next_number(first, dealt[-1] if dealt else None))
    assert dealt == list(range(first, first + count))


@given(first=NUMBERS, last=NUMBERS)
def test_a_number_is_never_dealt_twice(first: int, last: int) -> None:
    number = next_number(first, last)
    assert number > last
    assert number >= first


@given(NUMBERS)
def test_numbers_below_ten_have_a_leading_zero(number: int) -> None:
    shown = show_number(number)
    assert int(shown) == number
    assert len(shown) == max(2, len(str(number)))


def test_a_number_is_proposed_with_what_is_known_of_type_and_body() -> None:
    assert propose_doc_number(5, "QĐ", "UBND") == "05/QĐ-UBND"
    assert propose_doc_number(5, "", "UBND") == "05/UBND"
    assert propose_doc_number(12, "KH", "") == "12/KH"
    assert propose_doc_number(12, "", "") == "12"
