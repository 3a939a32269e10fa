"""Confirm, in one batch, acts that took effect at once: what the closing sheet lists."""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.errors import ProposalClosed
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson, SessionHolder, present
from bmnn_desktop.store import confirmations


def confirm_acts(
    desk: WritingDesk, seqs: Sequence[int], *, second: SecondPerson | None = None
) -> int:
    """Confirm the acts `seqs` and return the number of the one entry that does.

    `second` signs; None: whoever is logged in. All or nothing.
    Raises ProposalClosed for an act that does not wait, SelfApproval for an own one, NotConfirmer
    and what `second` raises; then nothing is changed.
    """
    chosen = sorted(set(seqs))
    with present(second or SessionHolder(desk.vault.signer), desk.rows) as signer:
        if not chosen or not confirmations.are_unconfirmed(desk.rows, chosen):
            raise ProposalClosed
        return desk.journal.confirm(chosen, signer).seq
