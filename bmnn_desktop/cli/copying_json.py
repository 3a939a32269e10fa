"""Copying orders as JSON: a whole job as input, orders and what was dealt as output."""

from __future__ import annotations

from typing import Any

from bmnn_desktop.cli.document_json import read_fields
from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.copy_order import CopyOrder, Making, NewRequest, Permission
from bmnn_desktop.errors import BatchLineWrong
from bmnn_desktop.registers import REGISTERS, copying_fields
from bmnn_desktop.services.make_copies import Made

INPUT = """\
Mỗi dòng nhập là một đối tượng JSON, ví dụ:
  {"book": "incoming", "year": 2026, "number": 37, "requester": "Nguyễn Văn Mẫu", "wanted": 2,
   "form": "Sao y bản chính", "permitter": "Trần Thị Ví Dụ",
   "post": "Chủ tịch Ủy ban nhân dân cấp xã", "permitted_on": "2026-11-16",
   "made": 2, "recipients": ["Công an xã Mẫu", "Văn phòng"], "made_by": "Lê Văn Thí",
   "made_on": "2026-11-16", "spoiled": 1, "destroyed_by": "Lê Văn Thí"}
Bỏ "permitted": đúng số bản đề nghị; bỏ ngày: ngày của bước sau, hoặc hôm nay.
"""
_LINE = (
    Field(
        "book",
        "Sổ",
        None,
        FieldKind.CHOICE,
        choices=tuple((book.key, book.key) for book in REGISTERS),
    ),
    Field("year", "Năm", None, FieldKind.COUNT),
    Field("number", "Số thứ tự", None, FieldKind.COUNT),
)
_NEEDED = ("book", "year", "number", "wanted", "made")
_STEPS = (
    ("new", NewRequest, copying_fields.REQUEST, "requester"),
    ("given", Permission, copying_fields.PERMISSION, "permitter post"),
    ("made", Making, copying_fields.MAKING, "made_by"),
)


def read_job(line: str, number: int, year: int) -> dict[str, Any]:
    """Read one job as `enter_copying` takes it; raise BatchLineWrong."""
    fields = (*_LINE, *(field for _key, _kind, some, _texts in _STEPS for field in some))
    values = read_fields(line, number, fields, year)
    missing = [
        field.label for field in fields if field.name in _NEEDED and not values.get(field.name)
    ]
    if missing:
        raise BatchLineWrong(line=number, why=f"chưa ghi {', '.join(missing)}")
    job: dict[str, Any] = {
        "book": values["book"],
        "year": values["year"],
        "seq_no": values["number"],
    }
    for key, kind, some, texts in _STEPS:
        named = {field.name for field in some}
        given = {name: value for name, value in values.items() if name in named}
        job[key] = kind(**{**dict.fromkeys(texts.split(), ""), **given})
    return job


def written_order(order: CopyOrder) -> dict[str, object]:
    """Return an order as JSON; nothing of what the document is about."""
    return {
        "order": order.id,
        "state": order.state.value,
        "book": order.document.book,
        "year": order.document.year,
        "seq_no": order.document.seq_no,
        "form": order.form.value,
        "medium": order.medium.value,
        "requester": order.requester,
        "requested_on": order.requested_on.isoformat(),
        "purpose": order.purpose,
        "extract": order.extract,
        "wanted": order.wanted,
        "permitted": order.permitted,
        "permitter": order.permitter,
        "post": order.permitter_post,
        "delegation": order.delegation,
        "basis": order.basis,
        "permitted_on": None if order.permitted_on is None else order.permitted_on.isoformat(),
        "refused_on": None if order.refused_on is None else order.refused_on.isoformat(),
        "refusal": order.refusal,
        "log_year": order.year,
        "log_no": order.seq_no,
        "made_on": None if order.made_on is None else order.made_on.isoformat(),
        "entered_on": None if order.entered_on is None else order.entered_on.isoformat(),
        "late": order.is_late,
        "permission_late": order.is_permission_late,
        "made_by": order.made_by,
        "made_at": order.made_at,
        "copies": [
            {"number": copy.copy_no, "to": copy.meant_for, "signs_at": copy.signed_at}
            for copy in order.copies
        ],
        "spare": order.spare,
        "spoiled": order.spoiled,
        "destroyed_on": None if order.destroyed_on is None else order.destroyed_on.isoformat(),
        "destroyed_by": order.destroyed_by,
        "note": order.note,
    }


def written_made(done: Made) -> dict[str, object]:
    """Return what was dealt as JSON."""
    return {
        "order": done.order,
        "log_year": done.year,
        "log_no": done.seq_no,
        "first_copy": done.first_copy,
        "last_copy": done.last_copy,
        "entry": done.entry,
    }
