"""Confirm, in one batch, acts that took effect at once: what the closing sheet lists."""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.errors import ProposalClosed
from bmnn_desktop.services.act_of_two import Settled, answer
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.store import confirmations
from bmnn_desktop.store.asked import EntrySigner
from bmnn_desktop.store.entry import Entry


def confirm_acts(
    desk: WritingDesk, seqs: Sequence[int], *, second: SecondPerson | None = None
) -> Settled:
    """Confirm the acts `seqs` in one entry; a recovery sheet that signs is replaced as well.

    `second` signs; None: whoever is logged in. All or nothing, a new sheet too.
    Raises ProposalClosed for an act that does not wait, SelfApproval for an own one, NotConfirmer
    and what `second` raises; then nothing is changed.
    """
    chosen = sorted(set(seqs))

    def sign(signer: EntrySigner) -> Entry:
        if not chosen or not confirmations.are_unconfirmed(desk.rows, chosen):
            raise ProposalClosed
        return desk.journal.confirm(chosen, signer)

    return answer(desk, second, sign)
