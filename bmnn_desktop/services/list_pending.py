"""List the proposals that wait for a second person's answer."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.services.act_words import ActInWords, in_words
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.waiting_keys import lacks_key
from bmnn_desktop.store import confirmations


@dataclass(frozen=True, slots=True)
class Pending:
    """A proposal; a stale one can only be rejected, and proposed anew."""

    act: ActInWords
    is_stale: bool
    is_own: bool  # whoever looks proposed it: another must answer


def list_pending(desk: Desk) -> tuple[Pending, ...]:
    """Return every proposal without an answer, oldest first.

    Old values are shown as far as the rows are still those that the proposal saw.
    """
    return tuple(
        Pending(
            in_words(told),
            confirmations.is_stale(desk.rows, told) or lacks_key(desk.place, told),
            told.entry.signer == desk.session.signer,
        )
        for told in confirmations.open_proposals(desk.rows)
    )
