"""Mã đối chiếu: what is typed from a sheet is the sheet's code or is refused."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.crockford import ALPHABET
from bmnn_desktop.errors import AnchorMistyped

ANCHORS = st.builds(
    Anchor.of, st.integers(0, 255), st.integers(0, 2**32 - 1), st.binary(min_size=32, max_size=32)
)


def many(count: int) -> list[Anchor]:
    """Return invented anchors, the same in every run."""
    chance = random.Random(23)
    return [
        Anchor.of(chance.randrange(256), chance.randrange(2**32), chance.randbytes(32))
        for _ in range(count)
    ]


def is_taken(typed: str) -> bool:
    try:
        Anchor.parse(typed)
    except AnchorMistyped:
        return False
    return True


@given(ANCHORS)
def test_a_code_is_read_back(anchor: Anchor) -> None:
    groups = anchor.code.split("-")
    assert [len(group) for group in groups] == [5] * 5
    assert Anchor.parse(anchor.code) == anchor


@given(ANCHORS)
def test_grouping_case_and_look_alikes_do_not_matter(anchor: Anchor) -> None:
    code = anchor.code
    bare = code.replace("-", "")
    spoken = bare.replace("0", "o").replace("1", "L")
    for typed in (
        bare,
        bare.lower(),
        code.replace("-", " "),
        f" {code}\n",
        spoken,
        f"{code[:9]} {code[9:]}",
        bare.replace("1", "I").replace("0", "O"),
    ):
        assert Anchor.parse(typed) == anchor, typed


@pytest.mark.parametrize("anchor", many(40), ids=lambda anchor: anchor.code[:5])
def test_every_wrong_character_is_refused(anchor: Anchor) -> None:
    bare = anchor.code.replace("-", "")
    for place, right in enumerate(bare):
        for wrong in ALPHABET.replace(right, ""):
            assert not is_taken(bare[:place] + wrong + bare[place + 1 :])


@pytest.mark.parametrize("anchor", many(40), ids=lambda anchor: anchor.code[:5])
def test_every_swap_of_neighbours_is_refused(anchor: Anchor) -> None:
    bare = anchor.code.replace("-", "")
    for place in range(24):
        one, other = bare[place], bare[place + 1]
        if one != other:
            assert not is_taken(bare[:place] + other + one + bare[place + 2 :])


@given(ANCHORS, st.data())
def test_a_character_too_few_or_too_many_is_refused(anchor: Anchor, data: st.DataObject) -> None:
    bare = anchor.code.replace("-", "")
    place = data.draw(st.integers(0, 24))
    extra = data.draw(st.sampled_from(ALPHABET))
    assert not is_taken(bare[:place] + bare[place + 1 :])
    assert not is_taken(bare[:place] + extra + bare[place:])


@given(st.text())
def test_no_text_makes_the_reader_stumble(typed: str) -> None:
    is_taken(typed)


@given(ANCHORS, st.sampled_from("ßﬁŉ"))
def test_a_letter_that_grows_in_capitals_is_refused(anchor: Anchor, letter: str) -> None:
    assert not is_taken(anchor.code[:-1] + letter)


@given(st.integers(0, 255), st.integers(0, 2**32 - 1), st.binary(), st.binary())
def test_an_anchor_matches_its_own_entry_only(gen: int, seq: int, one: bytes, two: bytes) -> None:
    mine, other = hashlib.sha256(one).digest(), hashlib.sha256(two).digest()
    anchor = Anchor.parse(Anchor.of(gen, seq, mine).code)
    assert (anchor.generation, anchor.seq) == (gen, seq)
    assert anchor.matches(mine)
    assert anchor.matches(other) == (one == two)
