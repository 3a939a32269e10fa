"""Data files of the law, in TOML, read strictly: a wrong one would mislead for years."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, TypeVar

from bmnn_desktop.domain.form import LONG_SIDE_MM
from bmnn_desktop.errors import KnownError

_Value = TypeVar("_Value", str, int)


def read_table(path: Path, error: type[KnownError]) -> StrictTable:
    """Return the content of `path`; raise `error` with the place and the reason."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise error(file=path.name, where="tệp", why="không đọc được") from None
    except UnicodeDecodeError:
        why = "không phải chữ Unicode (UTF-8)"
        raise error(file=path.name, where="tệp", why=why) from None
    except tomllib.TOMLDecodeError:
        raise error(file=path.name, where="tệp", why="không đúng cách viết TOML") from None
    return StrictTable(path.name, "", content, error)


class StrictTable:
    """One table of a file that remembers which keys were asked for."""

    def __init__(
        self, file: str, where: str, content: dict[str, object], error: type[KnownError]
    ) -> None:
        self._error = error  # takes file, where and why
        self._file = file
        self._where = where
        self._content = content
        self._known: set[str] = set()

    def text(self, key: str) -> str:
        """Return words; blank ones are wrong."""
        found = self._typed(key, str, "phải là một chuỗi chữ")
        if not found.strip():
            self.wrong(key, "để trống")
        return found

    def whole(self, key: str) -> int:
        """Return a whole number."""
        return self._typed(key, int, "phải là một số nguyên")

    def number(self, key: str) -> float:
        """Return a length."""
        found = self._value(key)
        if isinstance(found, bool) or not isinstance(found, int | float):
            self.wrong(key, "phải là một số")
        if not 0 < found < LONG_SIDE_MM:  # also refuses nan
            self.wrong(key, f"phải lớn hơn 0 và nhỏ hơn {LONG_SIDE_MM:g}")
        return float(found)

    def flag(self, key: str) -> bool:
        """Return a truth that may be left out: then it is false."""
        self._known.add(key)
        found = self._content.get(key, False)
        if not isinstance(found, bool):
            self.wrong(key, "chỉ nhận true hoặc false")
        return found

    def day(self, key: str) -> date:
        """Return a day."""
        found = self._value(key)
        if not isinstance(found, date) or isinstance(found, datetime):
            self.wrong(key, "phải là một ngày, ví dụ 2026-03-01")
        return found

    def tables(self, key: str) -> list[StrictTable]:
        """Return the tables of a list, which is not empty."""
        found = self._value(key)
        if not isinstance(found, list) or not found:
            self.wrong(key, "phải là một danh sách các mục")
        tables = []
        for number, each in enumerate(found, 1):
            if not isinstance(each, dict):
                self.wrong(key, "phải là một danh sách các mục")
            tables.append(StrictTable(self._file, f"{key} {number}: ", each, self._error))
        return tables

    def nothing_else(self) -> None:
        """Refuse what nobody asked for."""
        for key in self._content:
            if key not in self._known:
                self.wrong(key, "mục lạ")

    def wrong(self, key: str, why: str) -> NoReturn:
        """Raise the file's error with the place and the reason."""
        raise self._error(file=self._file, where=f"{self._where}{key}", why=why)

    def _typed(self, key: str, kind: type[_Value], why: str) -> _Value:
        found = self._value(key)
        if isinstance(found, bool) or not isinstance(found, kind):
            self.wrong(key, why)
        return found

    def _value(self, key: str) -> object:
        self._known.add(key)
        if key not in self._content:
            self.wrong(key, "thiếu mục này")
        return self._content[key]
