"""Characters that survive being read aloud and copied by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain import crockford


@given(st.data(), st.integers(1, 40))
def test_a_number_is_read_back_in_exactly_its_length(data: st.DataObject, length: int) -> None:
    number = data.draw(st.integers(0, 32**length - 1))
    text = crockford.encode(number, length)
    assert len(text) == length
    assert crockford.decode(text) == number
    assert crockford.decode(text.lower()) == number


@given(st.text(alphabet=crockford.ALPHABET, min_size=1, max_size=30))
def test_text_is_written_back_as_it_was(text: str) -> None:
    number = crockford.decode(text)
    assert number is not None
    assert crockford.encode(number, len(text)) == text


def test_look_alikes_are_read_as_what_they_look_like() -> None:
    assert crockford.decode("OoIiLl") == crockford.decode("001111")


@given(st.characters())
def test_a_character_that_is_none_of_ours_is_refused(character: str) -> None:
    ours = set(crockford.ALPHABET + crockford.ALPHABET.lower() + "OoIiLl")
    assert (crockford.decode("0" + character) is not None) == (character in ours)


@pytest.mark.parametrize("character", ["ß", "ı", "ſ", "ﬁ", "U", "u", "-", "٣"])
def test_letters_that_only_become_ours_in_capitals_are_refused(character: str) -> None:
    assert crockford.decode(character) is None


@pytest.mark.parametrize(("number", "length"), [(-1, 3), (32**3, 3)])
def test_a_number_that_does_not_fit_is_a_bug(number: int, length: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        crockford.encode(number, length)


@given(st.text(alphabet=crockford.ALPHABET, min_size=1), st.data())
def test_grouping_is_ignored(text: str, data: st.DataObject) -> None:
    marks = st.sampled_from(["", " ", "-", "–", "—", "‑", "\u00a0", "\t", "\n", " - "])
    grouped = "".join(character + data.draw(marks) for character in text)
    assert crockford.strip(grouped) == text
