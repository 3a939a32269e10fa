"""Copies as JSON lines: which ones a batch is about, and what was counted in each."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from bmnn_desktop.cli.copy_names import CopyNo, copy_id, copy_no
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.dates import parse_date
from bmnn_desktop.domain.dispatch import NewParcel
from bmnn_desktop.errors import BatchLineWrong
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.return_copies import Counted

COPIES = """\
Không ghi --book: đọc các bản từ đầu vào, mỗi dòng một đối tượng JSON:
  {"book": "outgoing", "year": 2026, "number": 12, "copy": "3"}
Cả lô được ghi một lần hoặc không ghi gì. "copy": "3" là bản số 03, "S1" là bản sao số 01.
"""
COUNTED = f"""\
{COPIES}Mỗi dòng có thể thêm số đã đếm: "pages": 10, "annexes": 2, "remark": "…".
"""
PARCELS = """\
Mỗi dòng nhập là một bì:
  {"receiver": "Sở Mẫu", "addressee": "", "due_on": "2026-04-01",
   "copies": [{"book": "outgoing", "year": 2026, "number": 12, "copy": "1"}]}
"addressee" là tên người khi bì có dấu “Chỉ người có tên mới được bóc bì”, "due_on" là hạn trả của
tài liệu thu hồi; hai mục này có thể bỏ. Cả bảng kê được ghi một lần hoặc không ghi gì.
"""
_NAMED = {"book": str, "year": int, "number": int, "copy": str}
_COUNTED = {"pages": int, "annexes": int, "remark": str}
_PARCEL = {"receiver": str, "addressee": str, "due_on": str, "copies": list}


def read_copies(terminal: Terminal, office: Office) -> dict[int, Counted]:
    """Read the copies of the input, each with what was counted in it.

    Raises BatchLineWrong, DocumentMissing, CopyMissing.
    """
    found = {}
    for number, line in terminal.lines():
        typed = _object(line, number, {**_NAMED, **_COUNTED})
        found[_copy(office, typed, number)] = Counted(
            typed.get("pages"), typed.get("annexes"), typed.get("remark", "")
        )
    return found


def read_parcels(terminal: Terminal, office: Office) -> tuple[NewParcel, ...]:
    """Read the envelopes of the input; raises as `read_copies`."""
    found = []
    for number, line in terminal.lines():
        typed = _object(line, number, _PARCEL)
        copies = [_checked(each, number, _NAMED) for each in typed.get("copies", [])]
        found.append(
            NewParcel(
                typed.get("receiver", ""),
                tuple(_copy(office, each, number) for each in copies),
                typed.get("addressee", ""),
                _day(typed.get("due_on", ""), number),
            )
        )
    return tuple(found)


def _object(line: str, number: int, known: Mapping[str, type]) -> dict[str, Any]:
    try:
        typed = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BatchLineWrong(line=number, why="không phải JSON") from error
    return _checked(typed, number, known)


def _checked(typed: object, number: int, known: Mapping[str, type]) -> dict[str, Any]:
    if not isinstance(typed, dict):
        raise BatchLineWrong(line=number, why="không phải một đối tượng JSON")
    if typed.keys() - known.keys():
        raise BatchLineWrong(line=number, why=f"có mục lạ, chỉ nhận {', '.join(known)}")
    for name, value in typed.items():
        if type(value) is not known[name]:
            raise BatchLineWrong(line=number, why=f"mục {name} không đúng kiểu")
    return typed


def _copy(office: Office, typed: Mapping[str, Any], number: int) -> int:
    if missing := [name for name in _NAMED if name not in typed]:
        raise BatchLineWrong(line=number, why=f"thiếu mục {', '.join(missing)}")
    if typed["book"] not in {book.key for book in REGISTERS}:
        raise BatchLineWrong(line=number, why="không có sổ tên này")
    return copy_id(
        office, typed["book"], typed["year"], typed["number"], _copy_no(typed["copy"], number)
    )


def _copy_no(text: str, number: int) -> CopyNo:
    try:
        return copy_no(text)
    except argparse.ArgumentTypeError as error:
        raise BatchLineWrong(line=number, why=f"mục copy {error}") from error


def _day(text: str, number: int) -> date | None:
    day = parse_date(text, year=0)
    if day is None and text.strip():
        raise BatchLineWrong(line=number, why="mục due_on không phải một ngày đủ năm")
    return day
