"""A vault of five busy years: incoming and outgoing, sheets that are signed, a few that are not.

Written straight into the tables, not through the journal: it is for reading only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import search
from tests.services.offices import FakeClock, found

YEARS = range(2022, 2027)
_INCOMING = 0.7  # of all documents
_RECIPIENTS = 25
_ON_A_SHEET = 15
_UNPRINTED, _UNSIGNED, _SEALED, _WAITING = 4, 60, 5, 60  # the newest ones of 2026


def busy(place: Path, size: int, clock: FakeClock) -> Office:
    """Found a vault of `size` documents, a province's office in the proportions."""
    office, _sheet = found(place, clock, year=YEARS[0])
    office.write(_fill, size).result()
    return office


def _fill(desk: WritingDesk, size: int) -> None:
    connection = desk.writing.connection
    connection.set_authorizer(None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    scribe = _Scribe(connection)
    for year in YEARS:
        for book, share in (("incoming", _INCOMING), ("outgoing", 1 - _INCOMING)):
            scribe.write_year(book, year, int(size / len(YEARS) * share))
    search.rebuild(connection)
    connection.execute("COMMIT")


@dataclass
class _Scribe:
    """Gives every row the next id of its table."""

    connection: sqlcipher.Connection
    _last: dict[str, int] = field(default_factory=dict)

    def write_year(self, book: str, year: int, count: int) -> None:
        """Write a book's year; all but 2026 are closed."""
        is_now = year == YEARS[-1]
        if year == YEARS[0]:
            volume = {"outgoing": 1, "incoming": 2}[book]
            self._last["volume"] = 2
            self._update("volume", volume, closed_on=f"{year + 1}-01-05", closed_by=1)
        else:
            volume = self._add(
                "volume", book=book, year=year, number=1, first_no=1, opened_on=f"{year}-01-02",
                paper_reference="", closed_on=None if is_now else f"{year + 1}-01-05",
                closed_by=None if is_now else 1,
            )  # fmt: skip
        sheet = run = 0
        for seq_no in range(1, count + 1):
            left = count - seq_no if is_now else count
            document, receivers = self._document(
                book, year, volume, seq_no=seq_no, count=count, left=left
            )
            if left < _UNPRINTED:
                continue
            is_signed = left >= _UNSIGNED
            if seq_no % _ON_A_SHEET == 1:
                run = self._add(
                    "print_run", volume_id=volume, kind="new_lines", reprint_no=0, state="good",
                    printed_at=f"{year}-12-01T01:00:00.000Z",
                )  # fmt: skip
                sheet = self._add(
                    "sheet", volume_id=volume, number=seq_no // _ON_A_SHEET + 1, is_blank=0,
                    state="signed" if is_signed else "full", state_on=f"{year}-12-01",
                    spoil_reason="",
                )  # fmt: skip
            self._add(
                "sheet_line", sheet_id=sheet, position=seq_no % _ON_A_SHEET + 1, part=1,
                document_id=document, print_run_id=run, top=0, height=1000, cells="[]", struck=0,
                in_use=1,
            )  # fmt: skip
            for receiver in receivers if is_signed else ():
                self._add(
                    "receipt", document_id=document, recipient_id=receiver, sheet_id=sheet,
                    signed_on=f"{year}-12-02", in_use=1,
                )  # fmt: skip

    def _document(
        self, book: str, year: int, volume: int, *, seq_no: int, count: int, left: int
    ) -> tuple[int, Iterator[int | None]]:
        day = (date(year, 1, 2) + timedelta(days=300 * seq_no // count)).isoformat()
        shared: dict[str, object] = {
            "volume_id": volume, "book": book, "year": year, "seq_no": seq_no, "registered_on": day,
            "entry_kind": "on_time", "paper_reference": "", "doc_number": f"{seq_no}/KH-UBND",
            "doc_date": day, "doc_type": "Kế hoạch", "subject": f"Diễn tập giả định số {seq_no}",
            "level": "MAT", "signer": "Nguyễn Văn Mẫu", "holding_unit": "Văn phòng",
            "copies_issued": 1, "drafter": "", "basis": "", "note": "",
        }  # fmt: skip
        if book == "outgoing":
            document = self._add("document", **shared, issuer="", receiving_unit="")
            recipients = [
                self._add(
                    "recipient", document_id=document, position=place, name=f"UBND xã Mẫu {place}",
                    in_use=1,
                )
                for place in range(1, _RECIPIENTS + 1)
            ]  # fmt: skip
            return document, iter(recipients)
        sealed = left < _SEALED
        envelope = self._add(
            "envelope", arrived_on=day, sender="Công an tỉnh Giả Định", cover_number="12",
            addressee_only=int(sealed), addressee="Chủ tịch" if sealed else "", urgency="",
            condition="whole", opened_on=None if sealed else day, opened_by="",
        )  # fmt: skip
        document = self._add(
            "document", **shared, issuer="Công an tỉnh Giả Định", receiving_unit="Văn phòng",
            envelope_id=envelope, arrival_date=day, arrival_no=seq_no,
        )  # fmt: skip
        self._add(
            "comparison", document_id=document, compared_on=day, finding="complete", remark="",
            awaiting=int(left == _SEALED), settlement="",
        )  # fmt: skip
        self._add(
            "direction", document_id=document, given_on=day, leader="Chủ tịch", in_use=1,
            assignee="Nguyễn Văn A", due_on=day, words="Xử lý theo quy định",
            done_on=None if left < _WAITING else day,
        )  # fmt: skip
        return document, iter([None])

    def _add(self, table: str, **columns: object) -> int:
        row = self._last[table] = self._last.get(table, 0) + 1
        marks = ",".join("?" * (len(columns) + 1))
        self.connection.execute(
            f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES ({marks})",
            (row, *columns.values()),
        )
        return row

    def _update(self, table: str, row: int, **columns: object) -> None:
        sets = ", ".join(f"{name} = ?" for name in columns)
        self.connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*columns.values(), row))
