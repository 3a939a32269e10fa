"""Phiếu khóa khôi phục: typed back from paper or refused where it is wrong."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.crockford import ALPHABET
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import RecoverySheetWrong

SHEETS = st.builds(
    RecoverySheet,
    key=st.binary(min_size=32, max_size=32),
    store=st.binary(min_size=16, max_size=16),
    fingerprint=st.binary(min_size=32, max_size=32),
)


def sheet(seed: int) -> RecoverySheet:
    """Return an invented sheet, the same in every run."""
    chance = random.Random(seed)
    return RecoverySheet(chance.randbytes(32), chance.randbytes(16), chance.randbytes(32))


@given(SHEETS)
def test_a_sheet_is_read_back(mine: RecoverySheet) -> None:
    assert RecoverySheet.parse(mine.text()) == mine
    assert len(mine.groups) == 8
    assert {len(group) for group in mine.groups} == {8}


@given(SHEETS)
def test_a_sheet_typed_from_paper_is_read_all_the_same(mine: RecoverySheet) -> None:
    typed = mine.text().replace(": ", ":")
    for group in mine.groups:
        typed = typed.replace(group, group.lower().replace("0", "o").replace("1", "l"))
    assert RecoverySheet.parse(typed) == mine
    assert RecoverySheet.parse(mine.text().replace("\n", "\r\n")) == mine
    assert RecoverySheet.parse(unicodedata.normalize("NFD", mine.text())) == mine


@pytest.mark.parametrize("seed", range(3))
def test_every_wrong_character_is_named_with_its_group(seed: int) -> None:
    mine = sheet(seed)
    text = mine.text()
    for number, group in enumerate(mine.groups, 1):
        start = text.index(group)
        for place, right in enumerate(group, start):
            for wrong in ALPHABET.replace(right, "") + "U!ß":
                with pytest.raises(RecoverySheetWrong) as caught:
                    RecoverySheet.parse(text[:place] + wrong + text[place + 1 :])
                assert caught.value.facts["where"] == f"dòng “Khóa”, nhóm {number}"


@pytest.mark.parametrize("seed", range(3))
def test_every_swap_of_neighbours_is_named_with_its_group(seed: int) -> None:
    mine = sheet(seed)
    text = mine.text()
    for number, group in enumerate(mine.groups, 1):
        for place in range(7):
            one, other = group[place], group[place + 1]
            if one == other:
                continue
            swapped = group[:place] + other + one + group[place + 2 :]
            with pytest.raises(RecoverySheetWrong) as caught:
                RecoverySheet.parse(text.replace(group, swapped))
            assert caught.value.facts["where"] == f"dòng “Khóa”, nhóm {number}"


def test_groups_in_the_wrong_order_are_refused() -> None:
    mine = sheet(7)
    one, two = mine.groups[2:4]
    with pytest.raises(RecoverySheetWrong, match="nhóm 3"):
        RecoverySheet.parse(mine.text().replace(f"{one} {two}", f"{two} {one}"))


@given(SHEETS, st.integers(1, 4))
def test_a_sheet_without_one_of_its_lines_is_refused(mine: RecoverySheet, line: int) -> None:
    lines = mine.text().splitlines()
    del lines[line]
    with pytest.raises(RecoverySheetWrong, match="dòng"):
        RecoverySheet.parse("\n".join(lines))


@given(st.text() | st.builds("Khóa: {}\nKho sổ: {}".format, st.text(), st.text()))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    with pytest.raises(RecoverySheetWrong):
        RecoverySheet.parse(text)


def test_the_text_never_shows_in_what_is_said_of_it() -> None:
    mine = sheet(3)
    with pytest.raises(RecoverySheetWrong) as caught:
        RecoverySheet.parse(mine.text().replace(mine.groups[0], "0" * 8))
    assert all(group not in str(caught.value) for group in mine.groups)
