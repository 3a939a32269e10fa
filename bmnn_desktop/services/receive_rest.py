"""Nhận bổ sung: the rest of a document that came short; it closes the "nhận thiếu"."""

from __future__ import annotations

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong, FieldWrong, NothingAwaited
from bmnn_desktop.registers.checking import MOST_COPIES
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.services.copies_of_line import put_copies
from bmnn_desktop.services.correct_document import line_to_change
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length


def receive_rest(
    desk: WritingDesk, *, year: int, seq_no: int, copies: int, words: str, is_all: bool = True
) -> int:
    """Add `copies` that came later (0: pages or annexes only); `is_all` ends the waiting.

    Returns the entry; raises DocumentMissing, DocumentAnnulled, PrintUnanswered, NothingAwaited,
    FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    if not 0 <= copies <= MOST_COPIES:
        why = f"phải từ 0 đến {MOST_COPIES}."
        raise FieldsWrong((FieldWrong(field="copies", label="Số bản nhận thêm", why=why),))
    said = tidy(words)
    check_length("words", "Nhận thêm những gì", said)
    if not copies and not said:
        wrong = FieldWrong(field="words", label="Nhận thêm những gì", why="chưa ghi.")
        raise FieldsWrong((wrong,))
    with desk.journal.write("document.receive_rest") as act:
        line = line_to_change(act.rows, INCOMING.key, year, seq_no)
        if line.comparison is None or not line.comparison.awaiting:
            raise NothingAwaited(seq_no=seq_no)
        held = line.copies_issued or 0
        act.update("document", line.id, copies_issued=held + copies)
        put_copies(act, INCOMING, line.id, held + copies, [])
        found = act.rows.value("SELECT id FROM comparison WHERE document_id = ?", (line.id,))
        before = line.comparison.settlement
        settlement = "; ".join(part for part in (before, _told(copies, said)) if part)
        settled_on = desk.today().isoformat() if is_all else None
        act.update(
            "comparison",
            int(found),
            awaiting=int(not is_all),
            settled_on=settled_on,
            settlement=settlement,
        )
    return act.seq


def _told(copies: int, words: str) -> str:
    return ", ".join(part for part in (f"thêm {copies} bản" if copies else "", words) if part)
