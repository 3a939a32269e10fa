"""How long work still takes: nothing is guessed early, and what is said can be read."""

from __future__ import annotations

import pytest

from bmnn_desktop.domain.backup_days import BackupDays
from bmnn_desktop.domain.time_left import left_words, time_left


@pytest.mark.parametrize(
    ("elapsed", "share", "words"),
    [
        (1.0, 0.5, ""),
        (10.0, 0.01, ""),
        (10.0, 1.0, ""),
        (10.0, 0.5, "còn khoảng 10 giây"),
        (10.0, 0.9, "còn khoảng 5 giây"),
        (12.0, 0.25, "còn khoảng 40 giây"),
        (30.0, 0.25, "còn khoảng 2 phút"),
        (60.0, 0.5, "còn khoảng 1 phút"),
    ],
)
def test_the_time_left_is_told_when_it_can_be(elapsed: float, share: float, words: str) -> None:
    assert left_words(time_left(elapsed, share)) == words


def test_days_rise_and_tell_whose_they_are() -> None:
    assert BackupDays().words == (
        "Nhắc sau 7 ngày, đỏ sau 14 ngày, lên đầu sau 30 ngày, đọc lại bản cũ sau 90 ngày "
        "(mức đề xuất)"
    )
    assert "(đơn vị tự chọn)" in BackupDays(remind=3).words
    assert not BackupDays(remind=20).is_sane
    assert not BackupDays(first=400).is_sane
    assert not BackupDays(recheck=0).is_sane
