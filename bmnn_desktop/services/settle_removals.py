"""A removal ends with the last of its copies, however that one came to an end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bmnn_desktop.store import removals
from bmnn_desktop.store.act import Act


def settle_removals(act: Act, copies: Iterable[int], on: date) -> None:
    """End the removals that these copies went out with and of which nothing is out any more."""
    for removal in removals.open_with(act.rows, copies):
        if not removals.still_out(act.rows, removal):
            act.update("removal", removal, returned_on=on.isoformat())
