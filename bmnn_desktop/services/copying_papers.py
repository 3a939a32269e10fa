"""The papers about one copying order: asked for before; stamps and record afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bmnn_desktop.domain.copy_order import CopyForm, CopyOrder, OrderState
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import CopyLevelUnknown, CopyOrderSettled, PaperNotDue
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.copied_item import CopiedItem
from bmnn_desktop.printing.papers.copy_record import CopyRecord
from bmnn_desktop.printing.papers.copy_request import CopyRequestSlip
from bmnn_desktop.printing.papers.copy_stamp import CopyStampSheet
from bmnn_desktop.printing.papers.signature import Capacity, Signer
from bmnn_desktop.registers.copying import COPYING
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.list_copy_orders import show_copy_order
from bmnn_desktop.services.paper_facts import keeper
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed

TITLES = {
    "request": "Phiếu đề nghị sao, chụp",
    "stamp": "Phiếu thông tin đóng dấu bản sao",
    "record": "Văn bản trích sao, ghi nhận việc chụp",
}


def preview_copying_paper(desk: Desk, kind: str, *, order: int) -> Preview:
    """Return the pages of the paper "request", "stamp" or "record"; the caller closes them.

    Raises CopyOrderMissing, CopyOrderSettled for facts of copies that are not made, PaperNotDue for
    the record of a whole copy.
    """
    _run, of = _PAPERS[kind]
    return preview_paper(desk, of(desk, show_copy_order(desk, order)))


def print_copying_paper(desk: WritingDesk, kind: str, *, order: int, out: Path) -> Printed:
    """Print the paper (training vaults only); raises as its preview and as `print_paper`."""
    run, of = _PAPERS[kind]
    found = show_copy_order(desk, order)
    return print_paper(desk, of(desk, found), run, out=out, document=found.document.id)


def _request_of(_desk: Desk, order: CopyOrder) -> CopyRequestSlip:
    return CopyRequestSlip(
        item=_item(order.document),
        requester=order.requester,
        requested_on=order.requested_on,
        form=order.form.label,
        medium=order.medium.label,
        wanted=order.wanted,
        purpose=order.purpose,
        extract=order.extract,
        permitted=order.permitted,
        permitter=order.permitter,
        post=order.permitter_post,
        delegation=order.delegation,
        basis=order.basis,
        permitted_on=order.permitted_on,
    )


def _stamp_of(desk: Desk, order: CopyOrder) -> CopyStampSheet:
    return CopyStampSheet(
        item=_item(order.document),
        log_line=_log_line(order),
        form=f"{order.form.label}, {order.medium.label.lower()}",
        made_on=_made_on(order),
        copies=_copies(order),
        permitter=order.permitter,
        post=order.permitter_post,
        basis=order.basis,
        writer=keeper(desk, "Người lập phiếu"),
        day=desk.today(),
    )


def _record_of(_desk: Desk, order: CopyOrder) -> CopyRecord:
    made_on = _made_on(order)
    if order.form not in (CopyForm.TRICH_SAO, CopyForm.CHUP):
        raise PaperNotDue(
            paper="văn bản trích sao, ghi nhận việc chụp", why="đây là bản sao cả tài liệu"
        )
    return CopyRecord(
        is_extract=order.form is CopyForm.TRICH_SAO,
        item=_item(order.document),
        log_line=_log_line(order),
        made_on=made_on,
        made_by=order.made_by,
        made_at=order.made_at,
        extract=order.extract,
        copies=_copies(order),
        permitter=Signer(Capacity(order.permitter_post), order.permitter),
        basis=order.basis,
    )


def _made_on(order: CopyOrder) -> date:
    if order.state is not OrderState.MADE or order.made_on is None:
        line = words_of(order.document)
        raise CopyOrderSettled(order=order.id, line=line, state=order.state.label.lower())
    return order.made_on


def _log_line(order: CopyOrder) -> str:
    return f"số {show_number(order.seq_no or 0)} {COPYING.short_title} năm {order.year}"


def _copies(order: CopyOrder) -> tuple[tuple[int, str], ...]:
    return tuple((copy.copy_no, copy.meant_for or "Lưu") for copy in order.copies)


def _item(document: Document) -> CopiedItem:
    if document.level is None:
        raise CopyLevelUnknown(line=words_of(document))
    return CopiedItem(
        line=words_of(document),
        number=document.doc_number,
        day=document.doc_date,
        doc_type=document.doc_type,
        level=document.level,
        subject=document.subject,
    )


_PAPERS: Mapping[str, tuple[RunKind, Callable[[Desk, CopyOrder], Paper]]] = {
    "request": (RunKind.COPY_REQUEST, _request_of),
    "stamp": (RunKind.COPY_STAMP, _stamp_of),
    "record": (RunKind.COPY_RECORD, _record_of),
}
