"""Confirm, in one batch, acts that took effect at once: what the closing sheet lists."""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.errors import ProposalClosed
from bmnn_desktop.services.act_of_two import Settled, replace_used_sheet
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson, SessionHolder, present
from bmnn_desktop.store import confirmations


def confirm_acts(
    desk: WritingDesk, seqs: Sequence[int], *, second: SecondPerson | None = None
) -> Settled:
    """Confirm the acts `seqs` in one entry; a recovery sheet that signs is replaced right after.

    `second` signs; None: whoever is logged in. All or nothing.
    Raises ProposalClosed for an act that does not wait, SelfApproval for an own one, NotConfirmer
    and what `second` raises; then nothing is changed.
    """
    chosen = sorted(set(seqs))
    with present(second or SessionHolder(desk.vault.signer), desk.rows) as signer:
        if not chosen or not confirmations.are_unconfirmed(desk.rows, chosen):
            raise ProposalClosed
        entry = desk.journal.confirm(chosen, signer)
    return Settled(entry.seq, replace_used_sheet(desk, second))
