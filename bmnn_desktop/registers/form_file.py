"""Read a form definition from its TOML file: strictly, for a wrong form prints a wrong book."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import NoReturn, TypeVar

from bmnn_desktop.domain.form import LONG_SIDE_MM, Column, CoverField, Form, Status
from bmnn_desktop.errors import FormFileWrong

_Value = TypeVar("_Value", str, int)

_ALIGNMENTS = frozenset({"left", "center", "right", "justify"})
_COVER_NAMES = frozenset(
    {"parent_org", "org", "year", "opened_on", "closed_on", "first_no", "last_no", "volume_no"}
)
_NARROWEST_MM = 10.0  # below it even a three-digit number stands one digit a line
_BINDING_MM = (30.0, 35.0)
_ROUNDING_MM = 0.05


def load_form(path: Path) -> Form:
    """Return the form in `path`; raise FormFileWrong with the place and the reason."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        _wrong(path.name, "tệp", "không đọc được")
    except UnicodeDecodeError:
        _wrong(path.name, "tệp", "không phải chữ Unicode (UTF-8)")
    except tomllib.TOMLDecodeError:
        _wrong(path.name, "tệp", "không đúng cách viết TOML")
    return _form(_Table(path.name, "", content))


def _form(table: _Table) -> Form:
    form = Form(
        id=table.text("id"),
        book=table.text("book"),
        title=table.text("title"),
        citation=table.text("citation"),
        status=_status(table),
        effective_from=table.day("effective_from"),
        orientation=table.text("orientation"),
        binding_mm=table.number("binding_mm"),
        columns=tuple(_column(each) for each in table.tables("columns")),
        cover_fields=tuple(_cover_field(each) for each in table.tables("cover_fields")),
    )
    table.nothing_else()
    _check(form, table)
    return form


def _column(table: _Table) -> Column:
    column = Column(
        number=table.whole("number"),
        title=table.text("title"),
        width_mm=table.number("width_mm"),
        align=table.text("align"),
        field=table.text("field"),
        filled=table.text("filled"),
        sign=table.flag("sign"),
    )
    table.nothing_else()
    if column.align not in _ALIGNMENTS:
        table.wrong("align", "chỉ nhận left, center, right hoặc justify")
    if column.width_mm < _NARROWEST_MM:
        table.wrong("width_mm", f"cột hẹp hơn {_NARROWEST_MM:g} mm")
    return column


def _cover_field(table: _Table) -> CoverField:
    field = CoverField(
        number=table.whole("number"), meaning=table.text("meaning"), line=table.text("line")
    )
    table.nothing_else()
    try:
        parts = list(Formatter().parse(field.line))
    except ValueError:
        table.wrong("line", "dấu ngoặc { } không đủ đôi")
    for _, name, spec, conversion in parts:
        if name is not None and (name not in _COVER_NAMES or spec or conversion):
            table.wrong("line", f"không có mục bìa tên “{name}”")
    return field


def _status(table: _Table) -> Status:
    try:
        return Status(table.text("status"))
    except ValueError:
        table.wrong("status", "chỉ nhận confirmed, reported hoặc default")


def _check(form: Form, table: _Table) -> None:
    if form.orientation != "landscape":
        table.wrong("orientation", "chỉ nhận landscape")
    least, most = _BINDING_MM
    if not least <= form.binding_mm <= most:
        table.wrong("binding_mm", f"lề đóng sổ phải từ {least:g} đến {most:g} mm")
    for name, numbers in (
        ("columns", [column.number for column in form.columns]),
        ("cover_fields", [field.number for field in form.cover_fields]),
    ):
        if numbers != list(range(1, len(numbers) + 1)):
            table.wrong(name, "số của các mục phải là 1, 2, 3… không trùng, không thiếu")
    fields = [column.field for column in form.columns]
    if len(set(fields)) < len(fields):
        table.wrong("columns", "hai cột cùng lấy một mục")
    total = sum(column.width_mm for column in form.columns)
    if abs(total - form.printable_mm) > _ROUNDING_MM:
        table.wrong(
            "columns",
            f"tổng bề rộng {total:g} mm, phải bằng {form.printable_mm:g} mm của khổ giấy",
        )


class _Table:
    """One table of the file that remembers which keys were asked for."""

    def __init__(self, file: str, where: str, content: dict[str, object]) -> None:
        self._file = file
        self._where = where
        self._content = content
        self._known: set[str] = set()

    def text(self, key: str) -> str:
        found = self._typed(key, str, "phải là một chuỗi chữ")
        if not found.strip():
            self.wrong(key, "để trống")
        return found

    def whole(self, key: str) -> int:
        return self._typed(key, int, "phải là một số nguyên")

    def number(self, key: str) -> float:
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
        found = self._value(key)
        if not isinstance(found, date) or isinstance(found, datetime):
            self.wrong(key, "phải là một ngày, ví dụ 2026-03-01")
        return found

    def tables(self, key: str) -> list[_Table]:
        found = self._value(key)
        if not isinstance(found, list) or not found:
            self.wrong(key, "phải là một danh sách các mục")
        tables = []
        for number, each in enumerate(found, 1):
            if not isinstance(each, dict):
                self.wrong(key, "phải là một danh sách các mục")
            tables.append(_Table(self._file, f"{key} {number}: ", each))
        return tables

    def nothing_else(self) -> None:
        for key in self._content:
            if key not in self._known:
                self.wrong(key, "mục lạ")

    def wrong(self, key: str, why: str) -> NoReturn:
        _wrong(self._file, f"{self._where}{key}", why)

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


def _wrong(file: str, where: str, why: str) -> NoReturn:
    raise FormFileWrong(file=file, where=where, why=why)
