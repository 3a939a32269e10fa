"""Lines of the transfer log: one for what one receiver gets of one document at one time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.domain.numbering import next_number
from bmnn_desktop.registers.transfer import TRANSFER
from bmnn_desktop.services.unopened_volume import newest_volume
from bmnn_desktop.store import handovers
from bmnn_desktop.store.act import Act


class HandoverLines:
    """Deals the next lines of the log of a day's year, whose volume opens by itself."""

    def __init__(self, act: Act, on: date, today: date) -> None:
        self._act = act
        self._on = on
        self._volume = newest_volume(act, TRANSFER.key, on.year, today)
        last = handovers.last_number(act.rows, self._volume.year)
        self._next = next_number(self._volume.first_no, last)

    def deal(
        self,
        document: int,
        receiver: str,
        copies: int,
        *,
        recipient: int | None = None,
        due_on: date | None = None,
        occasion: str = "",
        parcel: int | None = None,
    ) -> int:
        """Write a line and return its row."""
        row = self._act.insert(
            "handover",
            volume_id=self._volume.id,
            year=self._volume.year,
            seq_no=self._next,
            document_id=document,
            recipient_id=recipient,
            receiver=receiver,
            copies=copies,
            handed_on=self._on.isoformat(),
            due_on=None if due_on is None else due_on.isoformat(),
            occasion=occasion,
            parcel_id=parcel,
            ended_on=None,
            ending="",
        )
        self._next += 1
        return row


def settle_lines(act: Act, before: Iterable[CopyPlace], on: date, step: Step = Step.RETURN) -> None:
    """End the lines of which nothing is out any more; `before`: the copies as they were."""
    lines = {copy.handover_id for copy in before if copy.handover_id is not None}
    for line in sorted(lines):
        out = act.rows.value("SELECT count(*) FROM copy WHERE handover_id = ?", (line,))
        if not out and act.read("handover", line)["ended_on"] is None:
            ending = "refused" if step is Step.REFUSE else "returned"
            act.update("handover", line, ended_on=on.isoformat(), ending=ending)
