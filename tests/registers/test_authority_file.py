"""Who may permit copying: the shipped file says what the sources say, a wrong one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bmnn_desktop import resources
from bmnn_desktop.domain.authority import Authorities, Authority, AuthorityStatus
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import LawFileWrong
from bmnn_desktop.registers.authority_file import load_authorities
from tests.registers.test_form_file import place_of

_SHIPPED = resources.path("law/copying_authority.toml")


def test_the_shipped_posts_are_those_of_the_sources() -> None:
    found = load_authorities(_SHIPPED)
    by_status = {
        status: [(each.level, each.post) for each in found if each.status is status]
        for status in AuthorityStatus
    }
    assert by_status[AuthorityStatus.CONFIRMED] == [
        (Level.TOI_MAT, "Bí thư Đảng ủy cấp xã"),
        (Level.TOI_MAT, "Chủ tịch Hội đồng nhân dân cấp xã"),
        (Level.TOI_MAT, "Chủ tịch Ủy ban nhân dân cấp xã"),
        (
            Level.MAT,
            "Người đứng đầu cơ quan chuyên trách tham mưu, giúp việc Đảng ủy cấp xã",
        ),
        (Level.MAT, "Trưởng ban Hội đồng nhân dân cấp xã"),
        (Level.MAT, "Trưởng phòng thuộc Ủy ban nhân dân cấp xã"),
    ]
    assert {level for level, _post in by_status[AuthorityStatus.OLD]} == {Level.TUYET_MAT}
    assert all(post.startswith("Phó ") for _level, post in by_status[AuthorityStatus.DRAFT])
    assert not by_status[AuthorityStatus.OWN]
    assert all(each.citation for each in found)


def test_only_a_confirmed_post_stands_without_its_status() -> None:
    for each in load_authorities(_SHIPPED):
        is_bare = each.basis == each.citation
        assert is_bare is (each.status is AuthorityStatus.CONFIRMED)
        assert ("chưa xác nhận" in each.basis) is each.status.is_unconfirmed


@pytest.mark.parametrize("level", Level)
def test_a_higher_right_covers_the_lower_levels(level: Level) -> None:
    one = Authority("Giám đốc Thí Dụ", level, "Văn bản", AuthorityStatus.OWN)
    covered = {Level.TUYET_MAT: 3, Level.TOI_MAT: 2, Level.MAT: 1}
    assert sum(one.covers(other) for other in Level) == covered[level]


def test_the_surest_basis_is_told() -> None:
    weak = Authority("Chủ tịch", Level.TUYET_MAT, "Luật cũ", AuthorityStatus.OLD)
    sure = Authority("Chủ tịch", Level.MAT, "Luật", AuthorityStatus.CONFIRMED)
    known = Authorities((weak, sure))
    assert known.may_permit(" CHU TICH ", Level.MAT) is sure
    assert known.may_permit("Chủ tịch", Level.TOI_MAT) is weak
    assert known.may_permit("Phó Chủ tịch", Level.MAT) is None


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('level = "TOI_MAT"', 'level = "KIN"', "posts 1: level"),
        ('status = "confirmed"', 'status = "own"', "posts 1: status"),
        ('citation = "Điều 11 Luật 117/2025/QH15"', 'citation = " "', "posts 1: citation"),
        ('post = "Bí thư Đảng ủy cấp xã"', "", "posts 1: post"),
        (
            'post = "Bí thư Đảng ủy cấp xã"',
            'post = "Chủ tịch Hội đồng nhân dân cấp xã"',
            "posts",
        ),
        ('status = "confirmed"', 'status = "confirmed"\nsure = true', "posts 1: sure"),
        ("[[posts]]", "[[post]]", "posts"),
        ("[[posts]]", "posts", ""),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    text = _SHIPPED.read_text("utf-8")
    assert old in text
    path = tmp_path / "quyền.toml"
    count = -1 if old == "[[posts]]" else 1
    path.write_text(text.replace(old, new, count), "utf-8")
    with pytest.raises(LawFileWrong) as refusal:
        load_authorities(path)
    assert place_of(refusal.value) == where


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawFileWrong, match="không đọc được"):
        load_authorities(tmp_path / "không có.toml")
