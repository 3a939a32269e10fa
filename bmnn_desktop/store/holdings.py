"""Reading who holds what, what is to be back, and whose receipt is awaited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.dispatch import ParcelNo
from bmnn_desktop.domain.holding import About, HandedOn, Holder, Holding, WaitingReceipt
from bmnn_desktop.domain.level import Level
from bmnn_desktop.store.copies import place_of
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_day

# The very words of the partial indexes, or they are not used.
_OUT = "standing IN ('handed', 'held', 'taken_out', 'sent', 'away')"
_WAITS = "standing IN ('handed', 'sent')"
_BATCH = 500
_INSIDE = ("handed", "held", "taken_out")
_OUTSIDE = ("sent", "away")

_ABOUT = """
    d.id AS about_id, d.book, d.year AS about_year, d.seq_no AS about_no, d.doc_number, d.doc_date,
    d.doc_type, d.subject, d.level, d.issuer, d.pages AS about_pages, d.annexes AS about_annexes,
    EXISTS (SELECT 1 FROM envelope AS e
            WHERE e.id = d.envelope_id AND e.opened_on IS NULL) AS is_sealed"""
_LINE = """
    h.id AS line_id, h.year AS line_year, h.seq_no AS line_no, h.receiver AS line_receiver,
    h.handed_on, h.due_on AS line_due, h.occasion, h.ended_on, h.ending,
    p.number AS parcel_no, x.number AS dispatch_no, x.year AS dispatch_year"""
_OF_LINE = """
    LEFT JOIN parcel AS p ON p.id = h.parcel_id LEFT JOIN dispatch AS x ON x.id = p.dispatch_id"""
_SIGNED = """
    (SELECT r.id FROM receipt AS r WHERE r.handover_id = h.id AND r.in_use = 1
     ORDER BY r.id DESC LIMIT 1)"""
_HOLDING = f"""
    SELECT c.*, {_ABOUT}, {_LINE}, t.signed_on AS line_signed, s.number AS line_sheet,
      iif(c.handover_id IS NULL AND c.standing IN ('held', 'away'),
          (SELECT max(r.signed_on) FROM receipt AS r WHERE r.document_id = c.document_id
           AND r.recipient_id IS c.recipient_id AND r.handover_id IS NULL AND r.in_use = 1),
          t.signed_on) AS signed_on,
      (SELECT count(*) FROM custody AS u WHERE u.copy_id = c.id AND u.act = 'remind'
       AND u.handover_id IS c.handover_id) AS reminders
    FROM copy AS c JOIN document AS d ON d.id = c.document_id
    LEFT JOIN handover AS h ON h.id = c.handover_id{_OF_LINE}
    LEFT JOIN receipt AS t ON t.id = {_SIGNED}
    LEFT JOIN sheet AS s ON s.id = t.sheet_id"""  # noqa: S608 (own words)
OF_HOLDER = (
    f"{_HOLDING} WHERE c.holder = ?1 AND c.{_OUT} AND c.id > ?2 AND c.in_use = 1"
    " ORDER BY c.id LIMIT ?3"
)
OVERDUE = (
    f"{_HOLDING} WHERE c.due_on < ?1 AND (c.due_on, c.id) > (?2, ?3) AND c.{_OUT}"
    " ORDER BY c.due_on, c.id LIMIT ?4"
)
HOLDERS = f"""
    SELECT holder, count(*), sum(standing IN ('handed', 'sent')) FROM copy
    WHERE {_OUT} AND standing IN ({{}}) AND holder > ? GROUP BY holder ORDER BY holder LIMIT ?"""  # noqa: S608
LATE = """
    SELECT holder, count(*) FROM copy WHERE due_on < ? AND standing IN ({})
    GROUP BY holder"""
WAITING = f"""
    SELECT {_ABOUT}, {_LINE}, NULL AS line_signed, NULL AS line_sheet, q.copies, q.is_outside
    FROM (SELECT handover_id, count(*) AS copies, max(standing = 'sent') AS is_outside
          FROM copy WHERE {_WAITS} GROUP BY handover_id) AS q
    JOIN handover AS h ON h.id = q.handover_id JOIN document AS d ON d.id = h.document_id{_OF_LINE}
    WHERE h.handed_on <= ?1 AND (h.handed_on, h.id) > (?2, ?3) AND h.ended_on IS NULL
    ORDER BY h.handed_on, h.id LIMIT ?4"""  # noqa: S608
_LINES_OF_COPY = f"""
    SELECT {_LINE}, t.signed_on AS line_signed, s.number AS line_sheet FROM handover AS h{_OF_LINE}
    LEFT JOIN receipt AS t ON t.id = {_SIGNED} LEFT JOIN sheet AS s ON s.id = t.sheet_id
    WHERE h.id IN (SELECT handover_id FROM custody WHERE copy_id = ?) ORDER BY h.id"""  # noqa: S608


def abouts(rows: Rows, documents: Sequence[int]) -> dict[int, About]:
    """Return what lists say of documents, by their rows."""
    found: dict[int, About] = {}
    for start in range(0, len(documents), _BATCH):
        some = documents[start : start + _BATCH]
        sql = f"SELECT {_ABOUT} FROM document AS d WHERE d.id IN ({','.join('?' * len(some))})"  # noqa: S608
        found |= {row["about_id"]: _about(row) for row in rows.all(sql, some)}
    return found


def inside_ids(rows: Rows, holder: str) -> tuple[int, ...]:
    """Return the copies that somebody of this body has, signed for or not."""
    marks = ",".join("?" * len(_INSIDE))
    sql = f"SELECT id FROM copy WHERE {_OUT} AND standing IN ({marks}) AND holder = ? ORDER BY id"  # noqa: S608
    return tuple(row[0] for row in rows.all(sql, (*_INSIDE, holder)))


def of_holder(rows: Rows, holder: str, after: int, limit: int) -> tuple[Holding, ...]:
    """Return what somebody has, in the order in which it was registered, after a copy's id."""
    return tuple(map(_holding, rows.all(OF_HOLDER, (holder, after, limit))))


def overdue(rows: Rows, today: date, after: tuple[date, int], limit: int) -> tuple[Holding, ...]:
    """Return what was to be back before today, the longest overdue first, after a day and id."""
    values = (today.isoformat(), after[0].isoformat(), after[1], limit)
    return tuple(map(_holding, rows.all(OVERDUE, values)))


def of_document(rows: Rows, document: int) -> tuple[Holding, ...]:
    """Return all copies of a document, those made of it last."""
    sql = (
        f"{_HOLDING} WHERE c.document_id = ? AND c.in_use = 1 ORDER BY c.origin = 'made', c.copy_no"
    )
    return tuple(map(_holding, rows.all(sql, (document,))))


def of_copies(rows: Rows, ids: Sequence[int]) -> tuple[Holding, ...]:
    """Return these copies, in their order in the vault."""
    marks = ",".join("?" * len(ids))
    sql = f"{_HOLDING} WHERE c.id IN ({marks}) AND c.in_use = 1 ORDER BY c.id"
    return tuple(map(_holding, rows.all(sql, ids)))


def holders(
    rows: Rows, today: date, after: str, limit: int, *, outside: bool
) -> tuple[Holder, ...]:
    """Return who has how many copies, by name after a name: of this body, or other bodies."""
    some = _OUTSIDE if outside else _INSIDE
    marks = ",".join("?" * len(some))
    late: dict[str, int] = {
        row[0]: row[1] for row in rows.all(LATE.format(marks), (today.isoformat(), *some))
    }
    found = rows.all(HOLDERS.format(marks), (*some, after, limit))
    return tuple(Holder(row[0], row[1], row[2], late.get(row[0], 0)) for row in found)


def waiting_receipts(
    rows: Rows, until: date, after: tuple[date, int], limit: int
) -> tuple[WaitingReceipt, ...]:
    """Return lines handed out up to a day that nobody has signed for, the oldest first."""
    values = (until.isoformat(), after[0].isoformat(), after[1], limit)
    found = []
    for row in rows.all(WAITING, values):
        handed = _handed(row)
        if handed is not None:
            found.append(
                WaitingReceipt(handed, _about(row), row["copies"], bool(row["is_outside"]))
            )
    return tuple(found)


def lines_of_copy(rows: Rows, copy: int) -> tuple[HandedOn, ...]:
    """Return every line of the transfer log that a copy went out with, oldest first."""
    lines = map(_handed, rows.all(_LINES_OF_COPY, (copy,)))
    return tuple(line for line in lines if line is not None)


def _holding(row: Row) -> Holding:
    return Holding(
        copy=place_of(row),
        about=_about(row),
        handed=_handed(row),
        signed_on=read_day(row["signed_on"]),
        reminders=row["reminders"],
    )


def _about(row: Row) -> About:
    with as_damage():
        return About(
            id=row["about_id"],
            book=row["book"],
            year=row["about_year"],
            seq_no=row["about_no"],
            doc_number=row["doc_number"],
            doc_date=read_day(row["doc_date"]),
            doc_type=row["doc_type"],
            subject=row["subject"],
            level=None if row["level"] is None else Level(row["level"]),
            issuer=row["issuer"],
            pages=row["about_pages"],
            annexes=row["about_annexes"],
            is_sealed=bool(row["is_sealed"]),
        )


def _handed(row: Row) -> HandedOn | None:
    if row["line_id"] is None:
        return None
    parcel = None
    if row["parcel_no"] is not None:
        parcel = ParcelNo(row["dispatch_year"], row["dispatch_no"], row["parcel_no"])
    with as_damage():
        return HandedOn(
            id=row["line_id"],
            year=row["line_year"],
            number=row["line_no"],
            receiver=row["line_receiver"],
            on=date.fromisoformat(row["handed_on"]),
            due_on=read_day(row["line_due"]),
            occasion=row["occasion"],
            parcel_no=parcel,
            signed_on=read_day(row["line_signed"]),
            signed_sheet=row["line_sheet"],
            ended_on=read_day(row["ended_on"]),
            ending=row["ending"],
        )
