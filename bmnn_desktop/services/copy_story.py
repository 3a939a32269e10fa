"""Who holds a copy right now, and how it got there; all copies of a document at one look."""

from __future__ import annotations

from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.holding import CopyStory, Holding
from bmnn_desktop.errors import CopyMissing, DocumentMissing
from bmnn_desktop.services.copy_steps import copy_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import copies, documents, holdings


def copy_chain(desk: Desk, copy: int) -> CopyStory:
    """Return a copy with every step it took and the lines it went out with; raise CopyMissing."""
    found = holdings.of_copies(desk.rows, (copy,))
    if not found:
        raise CopyMissing(copy="bản này", line="tài liệu này")
    return CopyStory(
        found[0], copies.chain(desk.rows, copy), holdings.lines_of_copy(desk.rows, copy)
    )


def document_custody(desk: Desk, document_id: int) -> tuple[Holding, ...]:
    """Return every copy of a document and where it is; raise DocumentMissing."""
    if documents.by_id(desk.rows, document_id) is None:
        raise DocumentMissing(seq_no="này", year="này")
    return holdings.of_document(desk.rows, document_id)


def custody_of_line(desk: Desk, book: str, *, year: int, seq_no: int) -> tuple[Holding, ...]:
    """Return every copy of the document of a line; raise DocumentMissing."""
    return holdings.of_document(desk.rows, _line(desk, book, year, seq_no).id)


def find_copy(
    desk: Desk, book: str, *, year: int, seq_no: int, origin: Origin | None, copy_no: int
) -> int:
    """Return a copy by the number of its document and its own.

    `origin` None: the document's own copy of that number, issued, received or there before the
    first day. Raises DocumentMissing, CopyMissing.
    """
    line = _line(desk, book, year, seq_no)
    if origin is not None:
        return copy_of(desk.rows, line, origin, copy_no).id
    own = [
        copy
        for copy in copies.of_document(desk.rows, line.id)
        if copy.origin is not Origin.MADE and copy.copy_no == copy_no
    ]
    if own:
        return own[0].id
    return copy_of(desk.rows, line, Origin.ISSUED, copy_no).id  # says that there is none


def _line(desk: Desk, book: str, year: int, seq_no: int) -> Document:
    line = documents.by_number(desk.rows, book, year, seq_no)
    if line is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    return line
