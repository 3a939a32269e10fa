"""Invented incoming mail, and ink on invented sheets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office

SECRET = "nội dung không được hiện"
MAIL = NewDocument(
    doc_number="17/CV-CA",
    doc_date=date(2026, 3, 2),
    doc_type="Công văn",
    subject=SECRET,
    level=Level.TOI_MAT,
    signer="Trần Văn Ví Dụ",
    arrival_date=date(2026, 3, 4),
    issuer="Công an tỉnh Giả Định",
    receiving_unit="Văn phòng",
    copies_announced=1,
    finding=Finding.COMPLETE,
)
SEALED = replace(
    MAIL,
    doc_date=None,
    doc_type="",
    subject="",
    level=None,
    signer="",
    envelope=EnvelopeKind.SEALED,
    addressee="Chủ tịch UBND xã Mẫu",
)


def receive(
    office: Office, mail: NewDocument = MAIL, *, year: int | None = None, **changed: object
) -> Registered:
    """Register incoming mail with some fields changed."""
    new = replace(mail, **changed)  # type: ignore[arg-type]
    return office.write(add_document, "incoming", new, year=year).result()


def put_on_paper(office: Office, *documents: int, state: str = "full", good: bool = True) -> int:
    """Put lines on a sheet of their own by a print that was answered; return the sheet."""

    def print_them(desk: WritingDesk) -> int:
        with desk.journal.write("test.print") as act:
            volume = int(act.read("document", documents[0])["volume_id"] or 0)
            run = act.insert(
                "print_run",
                volume_id=volume,
                document_id=None,
                kind="new_lines",
                printed_at="2026-03-05T01:00:00.000Z",
                reprint_no=0,
                state="good" if good else "asked",
            )
            number = act.rows.value("SELECT count(*) + 1 FROM sheet WHERE volume_id = ?", (volume,))
            sheet = act.insert(
                "sheet",
                volume_id=volume,
                number=number,
                is_blank=0,
                state=state,
                state_on="2026-03-05",
                spoil_reason="",
            )
            for position, document in enumerate(documents, 1):
                act.insert(
                    "sheet_line",
                    sheet_id=sheet,
                    position=position,
                    document_id=document,
                    correction_id=None,
                    handover_id=None,
                    part=1,
                    print_run_id=run,
                    top=None,
                    height=None,
                    cells="[]",
                    struck=0,
                    in_use=1,
                )
        return sheet

    return office.write(print_them).result()


def sign(office: Office, document: int, sheet: int) -> None:
    """Let every receiver of a line sign in ink."""

    def receipts(desk: WritingDesk) -> None:
        with desk.journal.write("test.sign") as act:
            found = act.rows.all("SELECT id FROM recipient WHERE document_id = ?", (document,))
            for recipient in [row[0] for row in found] or [None]:
                act.insert(
                    "receipt",
                    document_id=document,
                    recipient_id=recipient,
                    sheet_id=sheet,
                    signed_on="2026-03-05",
                    in_use=1,
                )

    office.write(receipts).result()


def blank_sheet(office: Office, volume: int) -> None:
    """Have a blank numbered sheet printed beforehand."""

    def draw(desk: WritingDesk) -> None:
        with desk.journal.write("test.blank") as act:
            number = act.rows.value("SELECT count(*) + 1 FROM sheet WHERE volume_id = ?", (volume,))
            act.insert(
                "sheet",
                volume_id=volume,
                number=number,
                is_blank=1,
                state="open",
                state_on="2026-03-05",
                spoil_reason="",
            )

    office.write(draw).result()
