"""Độ mật as it is typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.level import Level

SPELLINGS = {
    Level.TUYET_MAT: ["Tuyệt mật", "tuyet mat", "TUYỆT MẬT", "TUYET_MAT", "A", "a", " Tuyệt mật "],
    Level.TOI_MAT: ["Tối mật", "toi mat", "TỐI MẬT", "TOI_MAT", "B", "b"],
    Level.MAT: ["Mật", "mat", "MẬT", "MAT", "C", "c"],
}


@pytest.mark.parametrize(
    ("level", "typed"), [(level, typed) for level, list_ in SPELLINGS.items() for typed in list_]
)
def test_every_spelling_is_read(level: Level, typed: str) -> None:
    assert Level.parse(typed) is level
    assert Level.parse(unicodedata.normalize("NFD", typed)) is level


@pytest.mark.parametrize("level", Level)
def test_what_the_books_and_the_vault_write_is_read_back(level: Level) -> None:
    assert Level.parse(level.label) is level
    assert Level.parse(level.value) is level
    assert Level.parse(level.cover_code) is level


@pytest.mark.parametrize("typed", ["", "D", "mật mật", "thường", "không", "1", "tm"])
def test_anything_else_is_no_level(typed: str) -> None:
    assert Level.parse(typed) is None


@given(st.text())
def test_any_text_is_a_level_or_nothing(typed: str) -> None:
    assert Level.parse(typed) in (None, *Level)


def test_only_tuyet_mat_has_no_subject() -> None:
    assert [level for level in Level if not level.allows_subject] == [Level.TUYET_MAT]
