"""Vietnamese text: one form to store, one form to search."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bmnn_desktop.domain.text import fold, tidy

ANY = st.text(alphabet=st.characters(exclude_categories=()))  # surrogates too
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VOWELS = [
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in TONES
]
VIETNAMESE = st.text(alphabet=st.sampled_from([*VOWELS, *"bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX"]))


@given(ANY)
@example("e\u200d\u0301")  # what stands between must not keep letter and mark apart
@example("\ud800 a")
def test_tidy_text_is_composed_single_spaced_and_visible(text: str) -> None:
    kept = tidy(text)
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == " ".join(kept.split())
    assert not {unicodedata.category(c) for c in kept} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    kept.encode("utf-8")


@given(ANY)
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(VIETNAMESE)
def test_composed_and_decomposed_letters_are_one_text(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert tidy(apart) == tidy(text) == text
    assert fold(apart) == fold(text)


@given(VIETNAMESE)
def test_folding_leaves_plain_small_letters(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower()
    assert len(folded) == len(text)


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_knows_the_letter_no_mark_is_taken_from() -> None:
    assert fold("Đường ĐẾN Đắk Lắk") == "duong den dak lak"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  hai\t\tdòng\r\nmột ", "hai dòng một"),
        ("Mật\u202egnort iôđ", "Mậtgnort iôđ"),
        ("a\u200bb\ufeffc", "abc"),
        ("a\x00b\x1bc", "a b c"),
        ("a\ud800", "a\ufffd"),
        ("\u2028", ""),
    ],
)
def test_what_cannot_be_seen_is_not_stored(typed: str, kept: str) -> None:
    assert tidy(typed) == kept
