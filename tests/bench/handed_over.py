"""What the years of work left in the safe goes from hand to hand: as the services write it.

Many documents in one entry, where in life each hand-over is one: what is measured reads rows.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.services.copy_steps import Leaves, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.hand_out import Terms, hand_out
from bmnn_desktop.services.handover_lines import HandoverLines, settle_lines
from bmnn_desktop.services.ink import sign_line
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import copies, handovers
from bmnn_desktop.store.act import Act
from tests.bench import invented

_BATCH = 250  # documents of an entry
_PEOPLE = 200  # receivers of the body, as in a province's office
_SIGNED, _DUE, _RETURNED = 0.97, 0.05, 0.6
_OUTSIDE = "outgoing"
_DOCUMENTS = """
    SELECT id, book, year, registered_on FROM document
    WHERE annulled_on IS NULL AND id > ? ORDER BY id LIMIT ?"""


def hand_over(office: Office) -> None:
    """Hand every copy over that is for somebody, get it signed for, take many back."""
    office.write(_Counter().work).result()


class _Counter:
    """The same vault gives the same chains."""

    def __init__(self) -> None:
        self._chance = random.Random(5)
        units = invented.UNITS
        self._people = [f"{units[n % len(units)]}, người thứ {n}" for n in range(_PEOPLE)]

    def work(self, desk: WritingDesk) -> None:
        connection = desk.writing.connection
        connection.set_authorizer(None)
        connection.execute("PRAGMA synchronous = OFF")
        for batch in self._batches(desk):
            with desk.journal.write("custody.give") as act:
                for document, book, _year, day in batch:
                    self._document(act, document, book, date.fromisoformat(day), desk.today())
        connection.execute("PRAGMA synchronous = EXTRA")

    def _batches(self, desk: WritingDesk) -> Iterator[Sequence[tuple[int, str, int, str]]]:
        last = 0
        while found := desk.rows.all(_DOCUMENTS, (last, _BATCH)):
            yield [tuple(row) for row in found]
            last = found[-1]["id"]

    def _document(self, act: Act, document: int, book: str, day: date, today: date) -> None:
        # The logs of older years are closed.
        day = max(day, date(today.year, 1, 5))
        lines = HandoverLines(act, day, today)
        for copy in copies.of_document(act.rows, document):
            receiver = self._receiver(act, copy, book)
            if receiver:
                self._copy(act, lines, copy, receiver, (book, day, today))

    def _receiver(self, act: Act, copy: CopyPlace, book: str) -> str:
        if book != _OUTSIDE:
            return self._chance.choice(self._people)
        found: str | None = act.rows.value(
            "SELECT r.name FROM copy AS c JOIN recipient AS r ON r.id = c.recipient_id"
            " WHERE c.id = ?",
            (copy.id,),
        )
        return found or ""

    def _copy(
        self,
        act: Act,
        lines: HandoverLines,
        copy: CopyPlace,
        receiver: str,
        when: tuple[str, date, date],
    ) -> None:
        book, day, today = when
        chance = self._chance.random
        due = day + timedelta(days=15) if book != _OUTSIDE and chance() < _DUE else None
        step = Step.SEND if book == _OUTSIDE else Step.GIVE
        hand_out(act, lines, (copy,), step, Terms(receiver, day, due), today=today)
        now = copies.by_ids(act.rows, [copy.id])[copy.id]
        if chance() >= _SIGNED or now.handover_id is None:
            return
        (line,) = handovers.of_ids(act.rows, (now.handover_id,))
        sign_line(act, line, day, today)
        if book != _OUTSIDE and chance() < _RETURNED:
            held = tuple(copies.by_ids(act.rows, [copy.id]).values())
            take_step(act, held, Step.RETURN, day, Leaves(), today=today)
            settle_lines(act, held, day)
