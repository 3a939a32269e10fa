"""Gửi đi: copies to other bodies, in envelopes that one carrier takes with one signature."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.dispatch import NewDispatch
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import NoCopyChosen
from bmnn_desktop.services.copy_steps import check_day, chosen
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.hand_out import Terms, hand_out
from bmnn_desktop.services.handover_lines import HandoverLines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length, needed_text
from bmnn_desktop.store import dispatches


@dataclass(frozen=True, slots=True)
class Sent:
    """What sending came to: the list's number in the year, and the lines of the transfer log."""

    entry: int
    year: int
    number: int
    lines: tuple[tuple[int, ...], ...]  # of each envelope


def send_copies(desk: WritingDesk, new: NewDispatch, *, on: date | None = None) -> Sent:
    """Record a list of envelopes; each copy waits for its receipt from then on.

    Raises NoCopyChosen (for an envelope of nothing too), CopyMissing, DocumentAnnulled,
    StepImpossible, FieldsWrong, VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    day = on or today
    check_day(day, today)
    carrier = needed_text("carrier", "Người vận chuyển", new.carrier)
    check_length("protection", "Biện pháp bảo vệ", new.protection)
    if not new.parcels:
        raise NoCopyChosen
    with desk.journal.write("custody.send") as act:
        lines = HandoverLines(act, day, today)
        number = dispatches.last_number(act.rows, day.year) + 1
        dispatch = act.insert(
            "dispatch",
            year=day.year,
            number=number,
            sent_on=day.isoformat(),
            channel=new.channel.value,
            carrier=carrier,
            protection=tidy(new.protection),
        )
        dealt = []
        for place, each in enumerate(new.parcels, 1):
            check_length("addressee", "Chỉ người có tên mới được bóc bì", each.addressee)
            terms = Terms(each.receiver, day, each.due_on).checked()
            parcel = act.insert(
                "parcel",
                dispatch_id=dispatch,
                number=place,
                receiver=terms.receiver,
                addressee=tidy(each.addressee),
                received_on=None,
                received_by="",
                outcome="",
            )
            # Read now: a copy that is in an envelope before this one stands in the way.
            some = chosen(act.rows, each.copies)
            terms = replace(terms, parcel=parcel)
            dealt.append(hand_out(act, lines, some, Step.SEND, terms, today=today))
    return Sent(act.seq, day.year, number, tuple(dealt))
