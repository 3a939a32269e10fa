"""argparse in Vietnamese, for both front ends."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

# What argparse says itself, longest fragment first.
_PHRASES = (
    ("the following arguments are required: ", "thiếu: "),
    ("show this help message and exit", "hiện phần hướng dẫn này"),
    ("unrecognized arguments: ", "không hiểu: "),
    ("ignored explicit argument ", "không nhận giá trị "),
    ("expected one argument", "cần một giá trị"),
    ("positional arguments:", "tham số:"),
    ("invalid choice: ", "không có "),
    (" (choose from ", " (có: "),
    ("options:", "tùy chọn:"),
    ("usage: ", "cách dùng: "),
    ("invalid ", "giá trị không đúng, "),
    ("argument ", "tham số "),
)


class Parser(argparse.ArgumentParser):
    """A parser whose own words are Vietnamese."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        settings.setdefault("allow_abbrev", False)
        super().__init__(**settings)

    def format_help(self) -> str:
        """Return the help in Vietnamese."""
        return _translated(super().format_help())

    def format_usage(self) -> str:
        """Return the usage line in Vietnamese."""
        return _translated(super().format_usage())

    def error(self, message: str) -> NoReturn:
        """Leave with 2 and one Vietnamese sentence."""
        self.exit(2, f"{self.format_usage()}Sai cách gọi lệnh: {_translated(message)}\n")


def _translated(text: str) -> str:
    for english, vietnamese in _PHRASES:
        text = text.replace(english, vietnamese)
    return text
