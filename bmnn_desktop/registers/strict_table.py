"""Data files of the law, in TOML, read strictly: a wrong one would mislead for years.

One item stands on one line, so that whatever is wrong has the number of its line.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, TypeVar

from bmnn_desktop.domain.form import LONG_SIDE_MM
from bmnn_desktop.errors import KnownError

_Value = TypeVar("_Value", str, int)

LARGEST = 64 * 1024  # bytes; the largest file that is shipped has 4 KiB
_LONGEST = 300  # characters of one text
_HEAD = re.compile(r"(\[\[?)\s*([A-Za-z0-9_-]+)\s*\]\]?\s*(?:#.*)?")  # that is TOML is known
_AT_LINE = re.compile(r"at line (\d+)")
_PUNCTUATION = frozenset("–—‘’“”…•−×")
_NOT_TOML = "không đúng cách viết TOML, mỗi mục phải viết trọn trên một dòng"


def read_table(path: Path, error: type[KnownError]) -> StrictTable:
    """Return the content of `path`; raise `error` with the place and the reason."""
    return parse_table(path.name, read_text(path, error), error)


def read_text(path: Path, error: type[KnownError]) -> str:
    """Return what stands in `path`, which is a small file of text; raise `error`."""
    try:
        if not path.is_file():  # a pipe would be waited for, a device never ends
            raise OSError
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError):
        raise error(file=path.name, where="tệp", why="không đọc được") from None
    if len(content) > LARGEST:
        raise error(file=path.name, where="tệp", why=f"lớn hơn {LARGEST // 1024} KiB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as found:
        line = content.count(b"\n", 0, found.start) + 1
        why = "không phải chữ Unicode (UTF-8)"
        raise error(file=path.name, where=f"dòng {line}", why=why) from None


def parse_table(file: str, text: str, error: type[KnownError]) -> StrictTable:
    """Return the content of a text; `file` names it in what is raised."""
    lines = _lines(file, text, error)
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as found:  # also a number of five thousand digits
        at = _AT_LINE.search(str(found))
        where = f"dòng {at[1]}" if at else "tệp"
        raise error(file=file, where=where, why=_NOT_TOML) from None
    return StrictTable(file, "", content, error, lines)


def _lines(file: str, text: str, error: type[KnownError]) -> dict[str, int]:
    """Return on which line each item stands, by its place: "columns 4: width_mm"."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    where = ""
    for number, line in enumerate(text.split("\n"), 1):
        try:
            found = tomllib.loads(line)
        except (ValueError, RecursionError):
            raise error(file=file, where=f"dòng {number}", why=_NOT_TOML) from None
        head = _HEAD.fullmatch(line.strip())
        if head is not None:
            name = head[2]
            counts[name] = counts.get(name, 0) + 1
            where = f"{name} {counts[name]}: " if head[1] == "[[" else f"{name}: "
            lines.setdefault(name, number)
            lines[where] = number
            continue
        for key in found:
            if where + key in lines:
                raise error(file=file, where=f"dòng {number}, {where}{key}", why="ghi hai lần")
            lines.setdefault("", number)
            lines[where + key] = number
    return lines


class StrictTable:
    """One table of a file that remembers which keys were asked for, and on which line each is."""

    def __init__(
        self,
        file: str,
        where: str,
        content: dict[str, object],
        error: type[KnownError],
        lines: Mapping[str, int],
    ) -> None:
        self._error = error  # takes file, where and why
        self._file = file
        self._where = where
        self._content = content
        self._lines = lines
        self._known: set[str] = set()

    def text(self, key: str, longest: int = _LONGEST) -> str:
        """Return words that the font of the books has; blank and long ones are wrong."""
        found = self._typed(key, str, "phải là một chuỗi chữ")
        if not found.strip():
            self.wrong(key, "để trống")
        if len(found) > longest:
            self.wrong(key, f"dài quá {longest} ký tự")
        strange = next((letter for letter in found if not _is_printed(letter)), None)
        if strange is not None:
            self.wrong(key, f"có ký tự không in được (U+{ord(strange):04X})")
        if not unicodedata.is_normalized("NFC", found):
            self.wrong(key, "dấu tiếng Việt viết rời (cần Unicode dựng sẵn)")
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
            where = f"{key} {number}: "
            tables.append(StrictTable(self._file, where, each, self._error, self._lines))
        return tables

    def nothing_else(self) -> None:
        """Refuse what nobody asked for."""
        for key in self._content:
            if key not in self._known:
                self.wrong(key, "mục lạ")

    def wrong(self, key: str, why: str) -> NoReturn:
        """Raise the file's error with the line, the place and the reason.

        What is missing is told with the line that its table begins on.
        """
        place = self._where + key
        line = self._lines.get(place, self._lines.get(self._where))
        where = place if line is None else f"dòng {line}, {place}"
        raise self._error(file=self._file, where=where, why=why)

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


def _is_printed(letter: str) -> bool:
    """Tell whether a letter is one of Latin script or its punctuation, drawn and left to right."""
    code = ord(letter)
    is_latin = 0x20 <= code < 0x7F or 0xA1 <= code < 0x250 or 0x1EA0 <= code <= 0x1EF9  # noqa: PLR2004
    return (is_latin and letter.isprintable()) or letter in _PUNCTUATION
