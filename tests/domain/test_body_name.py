"""One body under several spellings, and groups that hold it."""

from __future__ import annotations

import pytest

from bmnn_desktop.domain.body_name import covers, is_group, same_name
from bmnn_desktop.domain.money import read_amount, show_amount

OWN = "UBND xã Mẫu"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND xã Mẫu", "Ủy ban nhân dân xã Mẫu"),
        ("Uỷ ban Nhân dân xã Mẫu", "ubnd xã mẫu"),
        ("CA tỉnh", "Công an tỉnh"),
        ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("CBCCVC", "Cán bộ, công chức, viên chức"),
    ],
)
def test_aliases_are_one_body(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(
    "name",
    ["UBND cấp xã", "UBND các xã, phường", "các cơ quan, đơn vị", "Các sở, ban, ngành, địa phương"],
)
def test_a_group_holds_a_commune(name: str) -> None:
    assert is_group(name)
    assert covers(name, OWN)


@pytest.mark.parametrize("name", ["Công an tỉnh", "UBND xã Khác", "Sở Tài chính", "các Sở", ""])
def test_others_do_not(name: str) -> None:
    assert not covers(name, OWN)


def test_a_department_is_among_its_kind() -> None:
    assert covers("các sở", "Sở Nội vụ")
    assert covers("Các trường", "Trường Tiểu học Mẫu")


def test_amounts_as_they_are_typed() -> None:
    assert read_amount("12.500.000") == read_amount("12500000 đồng") == 12_500_000
    assert read_amount("  ") is None
    assert show_amount(12_500_000) == "12.500.000 đồng"
    for wrong in ("12,5 triệu", "-1", "1.2"):
        with pytest.raises(ValueError, match=wrong):
            read_amount(wrong)
