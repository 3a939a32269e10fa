"""Thông báo cho nơi gửi: what was wrong with what came, and what the sender is asked to do."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.printing.papers.sender_letter import SenderLetter
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.paper_facts import cover_of, findings_of, incoming_document
from bmnn_desktop.services.print_paper import print_paper
from bmnn_desktop.services.print_run import Printed


def letter_of(_desk: Desk, document: Document) -> SenderLetter:
    """Return the letter about an incoming document; raise NothingWrong."""
    return SenderLetter(cover_of(document), findings_of(document), signer=None)


def print_letter(desk: WritingDesk, *, year: int, seq_no: int, out: Path) -> Printed:
    """Print the letter to the sender of an incoming document (training vaults only).

    Number and day are for the pen: the letter is registered as any other outgoing one. Raises
    DocumentMissing, NothingWrong and those of `print_paper`.
    """
    document = incoming_document(desk, year, seq_no)
    paper = letter_of(desk, document)
    return print_paper(desk, paper, RunKind.LETTER, out=out, document=document.id)
