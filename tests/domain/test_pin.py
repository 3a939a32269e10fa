"""A PIN that is tried first is refused."""

from __future__ import annotations

import pytest

from bmnn_desktop.domain import pin
from bmnn_desktop.errors import PinUnfit


@pytest.mark.parametrize("good", ["270619", "112233", "1234560", "13579135", "00000001"])
def test_six_to_eight_digits_are_a_pin(good: str) -> None:
    pin.check(good)


@pytest.mark.parametrize(
    "bad",
    ["", "12345", "270 619", "270619190", "27061a", "٢٧٠٦١٩", "2706１9", "000000", "77777777",
     "123456", "12345678", "345678", "890123", "654321", "987654"],
)  # fmt: skip
def test_short_long_even_or_in_a_row_is_none(bad: str) -> None:
    with pytest.raises(PinUnfit):
        pin.check(bad)
