"""Read a form definition from its TOML file: strictly, for a wrong form prints a wrong book."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

from bmnn_desktop.domain.form import Column, CoverField, Form, Status
from bmnn_desktop.errors import FormFileWrong
from bmnn_desktop.registers.strict_table import StrictTable, read_table

_ALIGNMENTS = frozenset({"left", "center", "right", "justify"})
_COVER_NAMES = frozenset(
    {"parent_org", "org", "year", "opened_on", "closed_on", "first_no", "last_no", "volume_no"}
)
_NARROWEST_MM = 10.0  # below it even a three-digit number stands one digit a line
_BINDING_MM = (30.0, 35.0)
_ROUNDING_MM = 0.05


def load_form(path: Path) -> Form:
    """Return the form in `path`; raise FormFileWrong with the place and the reason."""
    return _form(read_table(path, FormFileWrong))


def _form(table: StrictTable) -> Form:
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


def _column(table: StrictTable) -> Column:
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


def _cover_field(table: StrictTable) -> CoverField:
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


def _status(table: StrictTable) -> Status:
    try:
        return Status(table.text("status"))
    except ValueError:
        table.wrong("status", "chỉ nhận confirmed, reported hoặc default")


def _check(form: Form, table: StrictTable) -> None:
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
