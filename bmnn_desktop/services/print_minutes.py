"""Biên bản kiểm tra bì, tài liệu: what was wrong with what came, signed by both sides."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.printing.papers.receipt_minutes import Person, ReceiptMinutes
from bmnn_desktop.printing.papers.signature import Capacity, Signer
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.paper_facts import cover_of, findings_of, incoming_document, keeper
from bmnn_desktop.services.print_paper import print_paper
from bmnn_desktop.services.print_run import Printed


def minutes_of(desk: Desk, document: Document) -> ReceiptMinutes:
    """Return the minutes about an incoming document; raise NothingWrong."""
    return ReceiptMinutes(
        cover=cover_of(document),
        findings=findings_of(document),
        present=(Person("Người giao"), Person("Người nhận", desk.session.name)),
        giver=Signer(Capacity("Người giao")),
        receiver=keeper(desk, "Người nhận"),
        head=None,
        day=None if document.comparison is None else document.comparison.compared_on,
    )


def print_minutes(desk: WritingDesk, *, year: int, seq_no: int, out: Path) -> Printed:
    """Print the minutes about an incoming document (training vaults only).

    Raises DocumentMissing, NothingWrong and those of `print_paper`.
    """
    document = incoming_document(desk, year, seq_no)
    paper = minutes_of(desk, document)
    return print_paper(desk, paper, RunKind.MINUTES, out=out, document=document.id)
