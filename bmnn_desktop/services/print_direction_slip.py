"""Phiếu trình văn bản đến: the leader writes who deals with it, and by when."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.printing.papers.signature import LEADER
from bmnn_desktop.printing.papers.submission_slip import IncomingItem, SubmissionSlip
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.paper_facts import amount_of, incoming_document, keeper
from bmnn_desktop.services.print_paper import print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.store import directions


def slip_of(desk: Desk, document: Document, addressee: str = LEADER) -> SubmissionSlip:
    """Return the slip for an incoming document."""
    given = directions.of_document(desk.rows, document.id)
    last = given[-1] if given else None
    return SubmissionSlip(
        item=IncomingItem(
            arrival_no="" if document.arrival_no is None else show_number(document.arrival_no),
            arrived_on=document.arrival_date or document.registered_on,
            issuer=document.issuer,
            number=document.doc_number,
            day=document.doc_date,
            doc_type="Bì còn nguyên" if document.is_sealed else document.doc_type,
            level=document.level,
            subject=document.subject,
            amount=amount_of(document),
        ),
        addressee=addressee,
        submitter=keeper(desk, "Người trình"),
        leader=None,
        day=desk.today(),
        direction="" if last is None else last.words,
        assignee="" if last is None else last.assignee,
        due=None if last is None else last.due_on,
    )


def print_direction_slip(
    desk: WritingDesk, *, year: int, seq_no: int, out: Path, addressee: str = LEADER
) -> Printed:
    """Print the slip for an incoming document (training vaults only).

    What the leader has directed already is printed, else it is for the pen. Raises DocumentMissing
    and those of `print_paper`.
    """
    document = incoming_document(desk, year, seq_no)
    paper = slip_of(desk, document, addressee)
    return print_paper(desk, paper, RunKind.DIRECTION, out=out, document=document.id)
