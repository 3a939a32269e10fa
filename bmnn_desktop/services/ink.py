"""Ký nhận: a receiver's signature in ink, as it stands on paper, moves the copies it is for."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Origin, Standing, Step
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.domain.sheet import SignPlace
from bmnn_desktop.errors import FieldsWrong, FieldWrong
from bmnn_desktop.services.copy_steps import Leaves, take_step
from bmnn_desktop.store import copies
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.receivers import Signed


def sign_for(act: Act, place: SignPlace, on: date, today: date, *, sheet: int) -> None:
    """Record the signature in a place of a sheet.

    Raises FieldsWrong for a day before the hand-over.
    """
    _receipt(act, Signed(place.document_id, place.recipient_id, place.handover_id), on, sheet)
    for copy in _signed_for(act, place):
        if copy.standing is Standing.STORE:  # signed in the register's own line: handed over there
            step = Step.GIVE if copy.origin is Origin.RECEIVED else Step.SEND
            handed = take_step(act, (copy,), step, on, Leaves(holder=place.receiver), today=today)
            take_step(act, handed, Step.SIGN, on, today=today)
        elif copy.standing in Step.SIGN.begins_at:
            take_step(act, (copy,), Step.SIGN, on, today=today)


def sign_line(act: Act, line: Handover, on: date, today: date) -> None:
    """Record that a line of the transfer log was signed for apart from its sheet, on a slip.

    Raises StepImpossible for a copy that is frozen, FieldsWrong for a day before the hand-over.
    """
    if on < line.handed_on:
        why = f"trước ngày giao {short_date(line.handed_on)}."
        raise FieldsWrong((FieldWrong(field="on", label="Ngày ký", why=why),))
    _receipt(act, Signed(line.document.id, line.recipient_id, line.id), on, None)
    done = Step.UNSIGN.begins_at  # signed for already, in the register's own line
    some = [
        copy
        for copy in copies.of_handover(act.rows, line.id)
        if copy.standing not in done and not copy.standing.is_final
    ]
    take_step(act, some, Step.SIGN, on, today=today)


def unsign(act: Act, place: SignPlace, today: date) -> None:
    """Take a mark back that was set by mistake: the receiver has still to sign."""
    found = act.rows.all(
        "SELECT id FROM receipt WHERE document_id = ? AND recipient_id IS ? AND handover_id IS ?"
        " AND in_use = 1",
        (place.document_id, place.recipient_id, place.handover_id),
    )
    for row in found:
        act.update("receipt", row[0], in_use=0)
    for copy in _signed_for(act, place):
        if copy.standing in Step.UNSIGN.begins_at:
            take_step(act, (copy,), Step.UNSIGN, today, today=today)


def _receipt(act: Act, what: Signed, on: date, sheet: int | None) -> None:
    act.insert(
        "receipt",
        document_id=what.document,
        recipient_id=what.recipient,
        handover_id=what.handover,
        sheet_id=sheet,
        signed_on=on.isoformat(),
        in_use=1,
    )


def _signed_for(act: Act, place: SignPlace) -> tuple[CopyPlace, ...]:
    """Return the copies that a place on paper is about."""
    if place.handover_id is not None:
        return copies.of_handover(act.rows, place.handover_id)
    return copies.for_recipient(act.rows, place.document_id, place.recipient_id)
