"""What to show a second person before the service that he signs for: so that no save waits for him.

`show_proposal` or `show_acts` on the writer's thread, a moment; `second.look_at` what it returned
on a thread of the window's, where he reads and types; then `answer_proposal` or `confirm_acts` with
the same `second`, a moment again.
"""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store.asked import Asked
from bmnn_desktop.store.entry import Kind


def show_proposal(
    desk: WritingDesk, second: SecondPerson, seq: int, *, approve: bool, reason: str = ""
) -> Asked:
    """Return what `second` has to see of the proposal; raises like `answer_proposal`."""
    why = None if approve else needed_reason(reason)
    kind = Kind.APPROVE if approve else Kind.REJECT
    return desk.journal.ask(kind, (seq,), second.signer(desk.rows), why)


def show_acts(desk: WritingDesk, second: SecondPerson, seqs: Sequence[int]) -> Asked:
    """Return what `second` has to see of the acts; raises like `confirm_acts`."""
    return desk.journal.ask(Kind.CONFIRM, sorted(set(seqs)), second.signer(desk.rows))
