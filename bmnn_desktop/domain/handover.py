"""Giao – nhận: one document handed to one receiver, a line of the transfer log to be signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.document import Document


@dataclass(frozen=True, slots=True)
class Handover:
    """A line of the transfer log; `recipient_id` None: the receiving unit of an incoming one."""

    id: int
    volume_id: int
    year: int
    seq_no: int
    document: Document
    recipient_id: int | None
    receiver: str
    copies: int
    handed_on: date
    due_on: date | None = None  # Tài liệu thu hồi: to be back
    occasion: str = ""  # a meeting it is handed out for
    parcel: str = ""  # "bì số 02, bảng kê số 05/2026"
    ended_on: date | None = None  # nothing of it is out any more
    ending: str = ""  # "returned", "refused"
    signed_apart: date | None = None  # not on a sheet of the log: on a slip
