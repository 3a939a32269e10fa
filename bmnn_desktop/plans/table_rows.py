"""Tables of duties: which column says what, and their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bmnn_desktop.plans.label import Label
from bmnn_desktop.plans.source import Table

_COLUMNS = (
    ("number", re.compile(r"(?:S\.?\s?T\.?\s?T|T\.?T|Số\s+TT|Số thứ tự)\.?$", re.IGNORECASE)),
    (Label.COORDINATE, re.compile(r"phối hợp", re.IGNORECASE)),
    (
        Label.LEAD,
        re.compile(
            r"chủ trì|phụ trách|đơn vị thực hiện|cơ quan thực hiện|"
            r"người thực hiện|bộ phận thực hiện|trách nhiệm|"
            r"đơn vị$|phân công|(?:đơn vị|cơ quan|bộ phận).{0,30}thực hiện",
            re.IGNORECASE,
        ),
    ),
    (Label.DONE_BY, re.compile(r"hoàn thành|thời hạn|hạn chót|hạn$", re.IGNORECASE)),
    (Label.DURING, re.compile(r"thời gian|tiến độ|thời điểm|tháng thực hiện", re.IGNORECASE)),
    (Label.DELIVERABLE, re.compile(r"sản phẩm|kết quả|đầu ra", re.IGNORECASE)),
    (
        Label.CONTENT,
        re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|tên việc|đầu việc", re.IGNORECASE),
    ),
)
_HEADER_ROWS = 4
_SECTION = re.compile(r"[IVX]{1,5}|[A-HĐ]")
_COLUMN_NUMBERS = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One duty of a table: its reference within the table, section and cells by label."""

    ref: str
    section: str | None
    cells: dict[Label, str]


def table_rows(table: Table) -> list[Row] | None:
    """Return the duties of a table, or None when it lists none."""
    for index, row in enumerate(table.rows[:_HEADER_ROWS]):
        columns = _columns(row)
        if (
            Label.CONTENT in columns.values()
            and columns.keys()
            and ({Label.LEAD, Label.DONE_BY, Label.DURING} & set(columns.values()))
        ):
            return list(_rows(table.rows[index + 1 :], columns))
    return None


def _columns(row: tuple[str, ...]) -> dict[int, Label | str]:
    found: dict[int, Label | str] = {}
    for index, cell in enumerate(row):
        for label, pattern in _COLUMNS:
            if pattern.search(" ".join(cell.split())) and label not in found.values():
                found[index] = label
                break
    return found


def _rows(rows: tuple[tuple[str, ...], ...], columns: dict[int, Label | str]) -> Iterator[Row]:
    section = section_ref = None
    count = 0
    for row in rows:
        cells = {
            label: " ".join(row[index].split())
            for index, label in columns.items()
            if isinstance(label, Label) and index < len(row)
        }
        number = next(
            (
                row[index].strip(" .)")
                for index, label in columns.items()
                if label == "number" and index < len(row)
            ),
            "",
        )
        content = cells.get(Label.CONTENT, "")
        filled = [cell for cell in row if cell.strip()]
        if not content or all(_COLUMN_NUMBERS.fullmatch(cell.strip()) for cell in filled):
            continue
        others = [
            text for label, text in cells.items() if label is not Label.CONTENT and text != content
        ]
        if _SECTION.fullmatch(number) and not any(others):
            section, section_ref = content, number
            continue
        count += 1
        own = number or f"{count}"
        yield Row(f"{section_ref}.{own}" if section_ref else own, section, cells)
