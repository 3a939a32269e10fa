"""Read a form definition from its TOML file: strictly, for a wrong form prints a wrong book."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from bmnn_desktop.domain.form import Column, CoverField, Form, Status
from bmnn_desktop.errors import BookUnknown, FormFileWrong
from bmnn_desktop.registers import PRINTED, printed_book
from bmnn_desktop.registers.samples import fields_of
from bmnn_desktop.registers.strict_table import StrictTable, parse_table, read_text

_ALIGNMENTS = frozenset({"left", "center", "right", "justify"})
_COVER_NAMES = frozenset(
    {"parent_org", "org", "year", "opened_on", "closed_on", "first_no", "last_no", "volume_no"}
)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_LONGEST_NAME = 40
_LONGEST_TITLE = 70  # of the book: it stands in one line over every sheet
_LONGEST_LINE = 90  # of the cover
_MOST_COVER_FIELDS = 8
_YEARS = (1945, 2199)
_NARROWEST_MM = 10.0  # below it even a three-digit number stands one digit a line
_BINDING_MM = (30.0, 35.0)
_ROUNDING_MM = 0.05
_LETTER_MM = 2.1  # of a column's title, on average
_MOST_HEAD_LINES = 8  # so that the head of a sheet leaves its rows the room


@dataclass(frozen=True, slots=True)
class FormOf:
    """What a form is of: the fields its columns may show, and those they must."""

    key: str
    title: str
    known: frozenset[str]
    sign_field: str | None  # the column in which receivers sign
    needed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormPack:
    """A form with the text of its file, which is what is kept and what is compared."""

    form: Form
    content: str

    @property
    def sha256(self) -> str:
        """Return the digest of the text."""
        return hashlib.sha256(self.content.encode()).hexdigest()


def load_form(path: Path) -> Form:
    """Return the form in `path`; raise FormFileWrong with the line and the reason."""
    return read_pack(path).form


def load_paper_form(path: Path, paper: FormOf) -> Form:
    """Return the form of a paper that is no book; raise FormFileWrong."""
    table = parse_table(path.name, read_text(path, FormFileWrong), FormFileWrong)
    return _form(table, paper)


def read_pack(path: Path) -> FormPack:
    """Return the form in `path` with its text; raise FormFileWrong."""
    content = read_text(path, FormFileWrong)
    return FormPack(parse_form(path.name, content), content)


def parse_form(file: str, content: str) -> Form:
    """Return the form that `content` defines; `file` names it in FormFileWrong."""
    return _form(parse_table(file, content, FormFileWrong))


def _form(table: StrictTable, paper: FormOf | None = None) -> Form:
    columns, cover_fields = table.tables("columns"), table.tables("cover_fields")
    form = Form(
        id=table.text("id"),
        book=table.text("book"),
        title=table.text("title", _LONGEST_TITLE),
        citation=table.text("citation"),
        status=_status(table),
        effective_from=table.day("effective_from"),
        orientation=table.text("orientation"),
        binding_mm=table.number("binding_mm"),
        columns=tuple(_column(each) for each in columns),
        cover_fields=tuple(_cover_field(each) for each in cover_fields),
    )
    table.nothing_else()
    _check_head(form, table)
    if paper is not None and form.book != paper.key:
        table.wrong("book", f"chỉ nhận {paper.key}")
    _check_columns(form, table, columns, paper or _book(form, table))
    _check_cover(form, table, cover_fields)
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
    if math.ceil(len(column.title) * _LETTER_MM / column.width_mm) > _MOST_HEAD_LINES:
        table.wrong("title", "tên cột dài quá so với bề rộng của cột")
    return column


def _cover_field(table: StrictTable) -> CoverField:
    field = CoverField(
        number=table.whole("number"),
        meaning=table.text("meaning"),
        line=table.text("line", _LONGEST_LINE),
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


def _check_head(form: Form, table: StrictTable) -> None:
    if len(form.id) > _LONGEST_NAME or not _NAME.fullmatch(form.id):
        table.wrong("id", "chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ incoming-2027")
    first, last = _YEARS
    if not first <= form.effective_from.year <= last:
        table.wrong("effective_from", f"năm phải từ {first} đến {last}")
    if form.orientation != "landscape":
        table.wrong("orientation", "chỉ nhận landscape")
    least, most = _BINDING_MM
    if not least <= form.binding_mm <= most:
        table.wrong("binding_mm", f"lề đóng sổ phải từ {least:g} đến {most:g} mm")


def _book(form: Form, table: StrictTable) -> FormOf:
    try:
        book = printed_book(form.book)
    except BookUnknown:
        table.wrong("book", f"chỉ nhận {', '.join(book.key for book in PRINTED)}")
    return FormOf(
        book.key,
        book.short_title,
        known=frozenset(fields_of(book.key)),
        sign_field=book.sign_field,
        needed=("seq_no", book.sign_field, "note"),
    )


def _check_columns(
    form: Form, table: StrictTable, tables: Sequence[StrictTable], of: FormOf
) -> None:
    _check_numbers(tables, [column.number for column in form.columns])
    for column, each in zip(form.columns, tables, strict=True):
        if column.field not in of.known:
            names = ", ".join(sorted(of.known))
            each.wrong("field", f"{of.title} không có mục này; chỉ nhận {names}")
        if column.sign is not (column.field == of.sign_field):
            key = "sign" if column.sign else "field"
            each.wrong(key, f"người nhận ký ở cột “{of.sign_field}” và chỉ ở đó (sign = true)")
    _check_once(form.columns, tables, "field", lambda column: column.field)
    _check_once(form.columns, tables, "title", lambda column: column.title)
    for needed in of.needed:
        if needed not in {column.field for column in form.columns}:
            table.wrong("columns", f"thiếu cột lấy mục “{needed}”")
    total = sum(column.width_mm for column in form.columns)
    if abs(total - form.printable_mm) > _ROUNDING_MM:
        tables[-1].wrong(
            "width_mm",
            f"tổng bề rộng {total:g} mm, phải bằng {form.printable_mm:g} mm của khổ giấy",
        )


def _check_once(
    columns: Sequence[Column],
    tables: Sequence[StrictTable],
    key: str,
    value: Callable[[Column], str],
) -> None:
    seen: dict[str, int] = {}
    for column, table in zip(columns, tables, strict=True):
        first = seen.setdefault(value(column), column.number)
        if first != column.number:
            table.wrong(key, f"trùng với cột {first}")


def _check_numbers(tables: Sequence[StrictTable], numbers: Sequence[int]) -> None:
    for wanted, (number, table) in enumerate(zip(numbers, tables, strict=True), 1):
        if number != wanted:
            table.wrong(
                "number", f"phải là {wanted}: các mục đánh số 1, 2, 3… không trùng, không sót"
            )


def _check_cover(form: Form, table: StrictTable, tables: Sequence[StrictTable]) -> None:
    _check_numbers(tables, [field.number for field in form.cover_fields])
    if len(tables) > _MOST_COVER_FIELDS:
        table.wrong("cover_fields", f"nhiều quá {_MOST_COVER_FIELDS} mục")
