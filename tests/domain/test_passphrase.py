"""Passphrases that no Vietnamese input method changes."""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise

import pytest

from bmnn_desktop.domain import passphrase
from bmnn_desktop.domain.passphrase import NEUTRAL, generate, has_marks

VOWELS = "aeiouy"


def telex(syllable: str) -> str:
    """Type a syllable with a simple Telex, marks anywhere in it; doubled keys and w included."""
    letters = ""
    for key in syllable:
        if key in "sfrxjz" and any(letter in VOWELS for letter in letters):
            letters += "̣"  # a tone lands on some vowel
        elif key == "w" and (not letters or any(letter in "aou" for letter in letters)):
            letters += "̛"
        elif key in "aeod" and key in letters:
            letters += "̂"
        else:
            letters += key
    return letters


def vni(syllable: str) -> str:
    """Type a syllable with a simple VNI: any digit after a letter makes a mark."""
    return re.sub(r"(?<=[a-z])\d", "̣", syllable)


def test_the_simulated_input_methods_do_change_words() -> None:
    assert telex("tieengs") != "tieengs"
    assert telex("dduwowng") != "dduwowng"
    assert telex("data") != "data"
    assert vni("tie6ng1") != "tie6ng1"


@pytest.mark.parametrize("method", [telex, vni])
def test_no_syllable_is_changed(method: object) -> None:
    assert callable(method)
    assert [syllable for syllable in NEUTRAL if method(syllable) != syllable] == []


def test_no_syllable_has_a_key_of_telex() -> None:
    letters = set("".join(NEUTRAL))
    assert letters <= set("abcdefghijklmnopqrstuvwxyz")
    assert not letters & set("sfrxjzw")
    for syllable in NEUTRAL:
        vowels = [letter for letter in syllable if letter in VOWELS]
        assert len(set(vowels)) == len(vowels), syllable
        assert syllable.count("d") < 2
        assert all(one != two for one, two in pairwise(syllable))


def test_the_list_is_long_enough() -> None:
    assert len(set(NEUTRAL)) == len(NEUTRAL)
    assert passphrase.SYLLABLES * math.log2(len(NEUTRAL)) >= 69


def test_a_generated_passphrase_is_syllables_of_the_list() -> None:
    made = {generate() for _ in range(200)}
    assert len(made) == 200
    for phrase in made:
        assert len(phrase.split(" ")) == passphrase.SYLLABLES
        assert set(phrase.split(" ")) <= set(NEUTRAL)
        assert len(phrase) >= passphrase.LEAST
        assert not has_marks(phrase)


@pytest.mark.parametrize(
    "typed", ["mật khẩu", "đ", "Đ", "e\u0301", unicodedata.normalize("NFD", "ế")]
)
def test_marks_of_an_input_method_are_noticed(typed: str) -> None:
    assert has_marks(typed)


@pytest.mark.parametrize("typed", ["", "khong dau", "S3cret-!"])
def test_plain_letters_are_no_marks(typed: str) -> None:
    assert not has_marks(typed)
