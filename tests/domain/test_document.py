"""Copies are numbered things, the file copy last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.document import deal_copies

NAMES = st.lists(st.text(min_size=1), max_size=12, unique=True).map(tuple)


@given(NAMES, st.text(min_size=1), st.integers(0, 5))
def test_copies_are_dealt_without_gap_and_the_file_copies_come_last(
    recipients: tuple[str, ...], unit: str, spare: int
) -> None:
    copies = deal_copies(recipients, unit, len(recipients) + spare)
    assert [copy.copy_no for copy in copies] == list(range(1, len(recipients) + spare + 1))
    assert tuple(copy.holder for copy in copies if not copy.is_file_copy) == recipients
    kept = [copy for copy in copies if copy.is_file_copy]
    assert [copy.holder for copy in kept] == [unit] * spare
    assert kept == list(copies[len(recipients) :])
