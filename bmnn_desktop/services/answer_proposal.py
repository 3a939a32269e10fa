"""Approve or reject what another person proposed."""

from __future__ import annotations

from bmnn_desktop.errors import ProposalStale
from bmnn_desktop.services.act_of_two import Settled, answer
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.services.waiting_keys import lacks_key
from bmnn_desktop.store.asked import EntrySigner, tell
from bmnn_desktop.store.entry import Entry, Kind


def answer_proposal(
    desk: WritingDesk,
    seq: int,
    *,
    approve: bool,
    reason: str = "",
    second: SecondPerson | None = None,
) -> Settled:
    """Answer the proposal `seq`; a recovery sheet that signs is replaced in the same act.

    `second` signs; None: whoever is logged in. Only a rejection takes a reason, and needs one.
    Raises ReasonMissing, ProposalClosed, ProposalStale (a stale one may be rejected), SelfApproval,
    NotConfirmer and what `second` raises; then nothing is changed.
    """
    why = "" if approve else needed_reason(reason)

    def sign(signer: EntrySigner) -> Entry:
        if not approve:
            return desk.journal.reject(seq, signer, reason=why)
        if _waits_for_a_key(desk, seq):
            raise ProposalStale
        return desk.journal.approve(seq, signer)

    return answer(desk, second, sign)


def _waits_for_a_key(desk: WritingDesk, seq: int) -> bool:
    """Tell whether the proposal brings a key that is not in the header any more."""
    told = tell(desk.rows, seq)
    return told.entry.kind == Kind.PROPOSE.value and lacks_key(desk.place, told)
