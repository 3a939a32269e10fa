"""Đối chiếu: somebody has seen the paper; what was there before counts as seen from then on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.services.copy_steps import Leaves, chosen, take_step
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role


def see_copies(
    desk: WritingDesk,
    copies: Sequence[int],
    *,
    on: date | None = None,
    pages: int | None = None,
    annexes: int | None = None,
    remark: str = "",
) -> int:
    """Record that the copies were compared with the books, and return the entry.

    Raises NoCopyChosen, CopyMissing, StepImpossible, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    leaves = Leaves(pages=pages, annexes=annexes, remark=remark)
    with desk.journal.write("stock.see") as act:
        some = chosen(act.rows, copies)
        take_step(act, some, Step.SEE, on or desk.today(), leaves, today=desk.today())
    return act.seq


def count_unseen(desk: Desk) -> int:
    """Return how many copies from before nobody has compared yet."""
    return int(
        desk.rows.value(
            "SELECT count(*) FROM copy AS c JOIN document AS d ON d.id = c.document_id"
            " WHERE c.origin = 'stock' AND c.seen_on IS NULL AND c.in_use = 1"
            " AND d.annulled_on IS NULL"
        )
    )
