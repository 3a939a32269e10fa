"""What papers tell of an incoming document, and who signs them."""

from __future__ import annotations

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import DocumentMissing, NothingWrong
from bmnn_desktop.printing.papers.cover_facts import CoverFacts
from bmnn_desktop.printing.papers.findings import Compared, Findings
from bmnn_desktop.printing.papers.signature import Capacity, Signer
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import documents

_CONDITIONS = {"whole": "còn nguyên", "torn": "rách, hỏng", "suspect": "nghi bị bóc, tráo"}


def incoming_document(desk: Desk, year: int, seq_no: int) -> Document:
    """Return a line of the incoming register; raise DocumentMissing."""
    found = documents.by_number(desk.rows, INCOMING.key, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    return found


def cover_of(document: Document) -> CoverFacts:
    """Return what stood on the envelope."""
    envelope = document.envelope
    return CoverFacts(
        sender=document.issuer if envelope is None else envelope.sender,
        numbers=document.doc_number if envelope is None else envelope.cover_number,
        letter=document.level,
        addressee="" if envelope is None else envelope.addressee,
        arrival_no="" if document.arrival_no is None else show_number(document.arrival_no),
        arrived_on=document.arrival_date,
    )


def findings_of(document: Document) -> Findings:
    """Return what the comparison found; raise NothingWrong when all was as announced."""
    comparison = document.comparison
    if comparison is None or comparison.finding is Finding.COMPLETE:
        raise NothingWrong(seq_no=document.seq_no)
    condition = "" if document.envelope is None else _CONDITIONS[document.envelope.condition]
    rows = [
        Compared("Số bản", _copies(document.copies_announced), _copies(document.copies_issued)),
        Compared("Số trang, phụ lục mỗi bản", "", _pages(document)),
        Compared("Bì và niêm phong", "", condition),
    ]
    return Findings(
        rows=tuple(row for row in rows if row.announced or row.found),
        kinds=(comparison.finding,),
        remarks=_sentence(comparison.remark),
    )


def amount_of(document: Document) -> str:
    """Return copies, pages and annexes in words; nothing where nothing is known."""
    return ", ".join(part for part in (_copies(document.copies_issued), _pages(document)) if part)


def pages_words(pages: int | None, annexes: int | None) -> str:
    """Return pages and annexes in words, what is known of them."""
    parts = (
        "" if pages is None else f"{show_number(pages)} trang",
        "" if annexes is None else f"{show_number(annexes)} phụ lục",
    )
    return ", ".join(part for part in parts if part)


def keeper(desk: Desk, post: str) -> Signer:
    """Return the person at the keyboard as a signer in the post a paper gives."""
    return Signer(Capacity(post), desk.session.name)


def _copies(count: int | None) -> str:
    return "" if count is None else f"{show_number(count)} bản"


def _pages(document: Document) -> str:
    return pages_words(document.pages, document.annexes)


def _sentence(words: str) -> str:
    """Return what the clerk noted as a sentence."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""
