"""What has to stand before an act about copies is possible: some handed out, some gone, orders.

All of it about lines of their own, numbers 8 and 9 of the outgoing register of 2026.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.domain.copy_order import NewRequest as NewCopying
from bmnn_desktop.domain.copy_order import Permission
from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.incident import NewIncident
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.provision import AskerKind, Decision, NewRequest
from bmnn_desktop.domain.removal import NewRemoval, RemovalKind
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.decide_provision import decide_provision
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.permit_copying import permit_copying
from bmnn_desktop.services.request_copying import request_copying
from bmnn_desktop.services.request_provision import request_provision
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.take_out import take_out
from bmnn_desktop.store import copies, documents
from tests.services.offices import DOCUMENT

OUT, MISSED, MAIL_NO = 8, 9, 3  # lines: copies on their way; one is missing; received, in store
HOLDER = "Trần Văn Giữ"
CHAIRMAN = "Chủ tịch Ủy ban nhân dân cấp xã"
EARLIER = date(2026, 3, 4)  # the day before the clock's
COPYING = NewCopying(requester="Lê Văn Thí", wanted=2, purpose="Họp", requested_on=EARLIER)
PERMISSION = Permission(permitter="Nguyễn Văn Mẫu", post=CHAIRMAN, permitted_on=EARLIER)
PERMITTED_TODAY = replace(PERMISSION, permitted_on=None)
REMOVAL = NewRemoval(RemovalKind.COUNTRY, "Trần Công Tác", "Họp giao ban", date(2026, 3, 7))
REQUEST = NewRequest(
    AskerKind.BODY, "Sở Thí Dụ", "7/CV-STD", "Cả văn bản", "Phối hợp",
    representative="Lê Văn Thí", commitment=True,
)  # fmt: skip
GRANTED = Decision(granted=True, decider="Nguyễn Văn Mẫu", decider_post=CHAIRMAN)
CASE = NewIncident(discovered_at="08:30", discoverer="Trần Thị Thử")


STOCKED = NewDocument(
    issuer="Sở Thí Dụ",
    doc_number="4/BC",
    doc_date=date(2019, 5, 2),
    doc_type="Báo cáo",
    subject="Nội dung giả định",
    level=Level.MAT,
    copies_issued=1,
    holding_unit="Tủ số 1",
)


@dataclass(frozen=True)
class Custody:
    """The rows that acts about copies begin at."""

    held: int  # a copy somebody signed for; line 1 of the transfer log
    taken_out: int
    missing: int
    in_store: int  # received, and here
    removal: int
    asked: int  # a copying order
    permitted: int
    requested: int  # a provision
    granted: int


def stand(office: Office) -> Custody:
    """Bring copies, orders and cases to where every act about them is possible."""
    for number in (OUT, MISSED):
        new = replace(DOCUMENT, doc_number=f"{number:02}/KH-UBND")
        office.write(add_document, "outgoing", new).result()
    held, handed, out = _copies(office, "outgoing", OUT)
    (missing, *_) = _copies(office, "outgoing", MISSED)
    # Copy 2 is handed as line 2 of the transfer log and waits for its signature.
    for copy in (held, handed):
        office.write(give_copies, (copy.id,), receiver=HOLDER, on=EARLIER).result()
    office.write(sign_lines, year=2026, numbers=(1,), on=EARLIER).result()
    removal = office.write(take_out, (out.id,), REMOVAL).result()
    office.write(open_incident, (missing.id,), CASE).result()
    asked, permitted = (
        office.write(request_copying, "outgoing", year=2026, seq_no=OUT, new=COPYING).result()
        for _order in range(2)
    )
    office.write(permit_copying, permitted, PERMISSION).result()
    requested, granted = (
        office.write(request_provision, "outgoing", year=2026, seq_no=OUT, new=REQUEST).result()
        for _request in range(2)
    )
    office.write(decide_provision, granted, GRANTED).result()
    in_store = _copies(office, "incoming", MAIL_NO)[0].id
    return Custody(
        held.id, out.id, missing.id, in_store, removal, asked, permitted, requested, granted
    )


def _copies(office: Office, book: str, number: int) -> tuple[CopyPlace, ...]:
    def find(desk: Desk) -> tuple[CopyPlace, ...]:
        line = documents.by_number(desk.rows, book, 2026, number)
        assert line is not None
        return copies.of_document(desk.rows, line.id)

    return office.read(find).result()
