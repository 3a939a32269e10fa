"""Writes entries with the right keys that the product would refuse to write."""

from __future__ import annotations

from typing import Any

from bmnn_desktop.store.entry import Change
from bmnn_desktop.store.journal import Signer
from tests.faults import forging
from tests.faults.vaults import Sample


class Forger:
    """Writes entries with the right keys that the product would refuse to write."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.keeper = sample.signer()
        self.second = sample.second_signer()

    def write(self, signer: Signer, changes: list[Change] | None = None, **fields: Any) -> str:  # noqa: ANN401
        """Append an entry, apply nothing, return its hash."""
        with self.sample.sql() as sql, forging.unguarded(sql):
            made = forging.append(sql, self.sample.store(), signer, changes or [], **fields)
        return made.hash.hex()

    def propose(self, **fields: Any) -> str:  # noqa: ANN401
        """Append a sound proposal of nothing."""
        return self.write(self.keeper, kind="propose", action="test", **fields)

    def answer(self, signer: Signer, proposal: str, **fields: Any) -> str:  # noqa: ANN401
        """Append an answer."""
        detail = f'{{"proposal":"{proposal}"}}'
        return self.write(
            signer, **{"kind": "approve", "action": "test", "detail": detail, **fields}
        )
