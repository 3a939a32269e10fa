"""Phiếu gửi: what came of an envelope: its tear-off came back signed, or it was not accepted."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.dispatch import Parcel, ParcelOutcome
from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import DispatchMissing, ParcelMissing, ParcelSettled
from bmnn_desktop.services.copy_steps import check_day
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.open_lines import state_of
from bmnn_desktop.services.refuse_lines import refuse_all
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.sign_lines import sign_all
from bmnn_desktop.services.typed_text import check_length, needed_reason
from bmnn_desktop.store import dispatches, handovers
from bmnn_desktop.store.rows import Rows


def answer_parcel(
    desk: WritingDesk,
    outcome: ParcelOutcome,
    *,
    year: int,
    dispatch: int,
    parcel: int,
    on: date | None = None,
    received_by: str = "",
    reason: str = "",
    came_back: bool = False,
) -> int:
    """Record what came of an envelope and return the entry.

    Signed: all its lines are. Refused: all its copies are here again. A slip that never came back
    leaves the copies where they are, still awaited, unless the envelope itself `came_back`; a slip
    that comes later still answers it. All but a signed slip need a reason.

    Raises DispatchMissing, ParcelMissing, ParcelSettled, ReasonMissing, StepImpossible,
    FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    day, today = on or desk.today(), desk.today()
    check_day(day, today)
    check_length("received_by", "Người nhận", received_by)
    is_signed = outcome is ParcelOutcome.SIGNED
    why = None if is_signed else needed_reason(reason)
    with desk.journal.write("custody.sign" if is_signed else "custody.refuse", reason=why) as act:
        found = find_parcel(act.rows, year, dispatch, parcel)
        waiting = _waiting(act.rows, found)
        if not waiting:
            raise ParcelSettled(number=parcel, dispatch=dispatch, year=year)
        if why is None:
            sign_all(act, waiting, day, today)
        elif outcome is ParcelOutcome.REFUSED or came_back:
            refuse_all(act, waiting, day, why, today)
        act.update(
            "parcel",
            found.id,
            received_on=day.isoformat() if is_signed else None,
            received_by=tidy(received_by) if is_signed else "",
            outcome=outcome.value,
        )
    return act.seq


def find_parcel(rows: Rows, year: int, dispatch: int, parcel: int) -> Parcel:
    """Return an envelope; raise DispatchMissing, ParcelMissing."""
    known = dispatches.find(rows, year, dispatch)
    if known is None:
        raise DispatchMissing(number=dispatch, year=year)
    found = next((each for each in known.parcels if each.number == parcel), None)
    if found is None:
        raise ParcelMissing(number=parcel, dispatch=dispatch, year=year)
    return found


def _waiting(rows: Rows, parcel: Parcel) -> tuple[Handover, ...]:
    """Return the lines of an envelope that nobody has answered for yet."""
    lines = dispatches.lines_of(rows, parcel.id)
    return tuple(line for line in handovers.of_ids(rows, lines) if not state_of(rows, line))
