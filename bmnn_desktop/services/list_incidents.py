"""Vụ việc: those under way, or all; and what the books know of copies that nobody finds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Origin
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.incident import Incident
from bmnn_desktop.errors import EventMissing
from bmnn_desktop.registers.checking import LONGEST
from bmnn_desktop.services.copy_steps import chosen, line_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import copies, incidents

_SIGNED = """
    SELECT s.signed_on, t.number AS sheet_no, r.seq_no AS log_no, r.year AS log_year,
           (SELECT l.position FROM sheet_line AS l WHERE l.sheet_id = s.sheet_id AND l.in_use = 1
            AND coalesce(l.handover_id = s.handover_id, l.document_id = s.document_id)
            LIMIT 1) AS place_no
    FROM receipt AS s LEFT JOIN sheet AS t ON t.id = s.sheet_id
    LEFT JOIN handover AS r ON r.id = s.handover_id
    WHERE s.in_use = 1 AND s.document_id = ?
      AND (s.handover_id IN (SELECT handover_id FROM custody WHERE copy_id = ?)
           OR (s.handover_id IS NULL AND (? OR s.recipient_id IN (
                SELECT recipient_id FROM copy WHERE id = ?))))
    ORDER BY s.signed_on DESC, s.id DESC LIMIT 1"""


def list_incidents(desk: Desk, *, is_open_only: bool = True) -> tuple[Incident, ...]:
    """Return the cases, those under way first, the newest at the top."""
    return incidents.listed(desk.rows, is_open_only=is_open_only)


def show_incident(desk: Desk, year: int, number: int) -> Incident:
    """Return a case; raise EventMissing."""
    found = incidents.find(desk.rows, year, number)
    if found is None:
        raise EventMissing(event=f"vụ việc số {number} năm {year}")
    return found


def last_seen(desk: Desk, some: Sequence[int]) -> str:
    """Return what the books know: last holder, last signature, sheet and line, the other copies.

    Raises NoCopyChosen, CopyMissing, DocumentAnnulled.
    """
    asked = chosen(desk.rows, some)
    parts = [_seen(desk, copy) for copy in asked]
    for document in dict.fromkeys(copy.document_id for copy in asked):
        others = [one for one in copies.of_document(desk.rows, document) if one not in asked]
        if others:
            where = "; ".join(f"{one.number}: {one.words}" for one in others)
            parts.append(f"Các bản khác của {line_of(desk.rows, others[0])}: {where}.")
    return " ".join(parts)[:LONGEST]


def _seen(desk: Desk, copy: CopyPlace) -> str:
    since = "" if copy.since is None else f", từ {short_date(copy.since)}"
    words = f"{copy.number} của {line_of(desk.rows, copy)}: {copy.words}{since}"
    is_received = copy.origin is Origin.RECEIVED
    signed = desk.rows.one(_SIGNED, (copy.document_id, copy.id, is_received, copy.id))
    if signed is None:
        return f"{words}; chưa có chữ ký nhận nào."
    places = [f"ký nhận lần cuối {short_date(date.fromisoformat(signed['signed_on']))}"]
    if signed["sheet_no"] is not None:
        at = "" if signed["place_no"] is None else f", dòng thứ {signed['place_no']} trên tờ"
        places.append(f"tờ số {signed['sheet_no']}{at}")
    if signed["log_no"] is not None:
        places.append(f"dòng số {signed['log_no']} Sổ chuyển giao năm {signed['log_year']}")
    return f"{words}; {', '.join(places)}."
