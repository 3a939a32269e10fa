"""What a correction of a register's line does to its copies and to who has signed for them."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.custody import Step
from bmnn_desktop.services.birth_of_copy import insert_copy, origin_of
from bmnn_desktop.services.copy_steps import Leaves, require_in_store, take_step
from bmnn_desktop.services.handover_lines import settle_lines
from bmnn_desktop.store import copies
from bmnn_desktop.store.act import Act

_UNDOING = "Đính chính nơi nhận: ký nhận trước không tính nữa"


def take_signatures_back(act: Act, document: int, recipient: int | None, today: date) -> None:
    """Let a signature count no more: another receiver takes the place of who signed.

    What the wrong receiver was said to have is here again. Whoever signed for a copy that was made
    of the document has it still.
    """
    found = act.rows.all(
        "SELECT r.id FROM receipt AS r WHERE r.document_id = ? AND r.recipient_id IS ?"
        " AND r.in_use = 1 AND NOT EXISTS (SELECT 1 FROM custody AS k JOIN copy AS c"
        " ON c.id = k.copy_id WHERE k.handover_id = r.handover_id AND c.origin = 'made')",
        (document, recipient),
    )
    for row in found:
        act.update("receipt", row[0], in_use=0)
    for copy in copies.for_recipient(act.rows, document, recipient):
        for undone in (Step.REFUSE, Step.RETURN):
            if copy.standing in undone.begins_at:
                take_step(act, (copy,), undone, today, Leaves(remark=_UNDOING), today=today)
                settle_lines(act, (copy,), today, undone)


def put_copies(act: Act, book: Book, document: int, count: int, recipients: list[int]) -> None:
    """Let a document have the copies 1 to `count`, the first ones for `recipients`.

    Raises CopiesOut for one that would go while it is not kept here.
    """
    origin = origin_of(book)
    rows = [
        row[0]
        for row in act.rows.all(
            "SELECT id FROM copy WHERE document_id = ? AND origin = ? ORDER BY copy_no",
            (document, origin.value),
        )
    ]
    gone = copies.by_ids(act.rows, rows[count:])
    require_in_store(act.rows, tuple(gone.values()))
    for copy_no in range(1, max(count, len(rows)) + 1):
        recipient = recipients[copy_no - 1] if copy_no <= len(recipients) else None
        in_use = int(copy_no <= count)
        if copy_no <= len(rows):
            act.update("copy", rows[copy_no - 1], recipient_id=recipient, in_use=in_use)
        else:
            insert_copy(act, document, origin, copy_no, recipient_id=recipient)
