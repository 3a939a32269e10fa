"""Giao: copies to somebody of this body, who signs in the transfer log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import NothingHeld
from bmnn_desktop.services.copy_steps import check_day, chosen
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.hand_out import HandedOut, Terms, hand_out
from bmnn_desktop.services.handover_lines import HandoverLines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_text
from bmnn_desktop.store import holdings


def give_copies(
    desk: WritingDesk,
    copies: Sequence[int],
    *,
    receiver: str,
    on: date | None = None,
    due_on: date | None = None,
    occasion: str = "",
    remark: str = "",
) -> HandedOut:
    """Give copies to a person or unit of this body, a line of the transfer log per document.

    What is handed out for a meeting (`occasion`) is to be back the same day unless `due_on` says
    otherwise. Raises NoCopyChosen, CopyMissing, DocumentAnnulled, AlreadyHolds, StepImpossible,
    FieldsWrong, VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    day = on or today
    check_day(day, today)
    occasion = tidy(occasion)
    due = day if occasion and due_on is None else due_on
    terms = Terms(receiver, day, due, occasion, remark=remark).checked()
    with desk.journal.write("custody.give") as act:
        some = chosen(act.rows, copies)
        lines = HandoverLines(act, day, today)
        numbers = hand_out(act, lines, some, Step.GIVE, terms, today=today)
    return HandedOut(act.seq, day.year, numbers)


def pass_everything_on(
    desk: WritingDesk, *, holder: str, receiver: str, on: date | None = None, remark: str = ""
) -> HandedOut:
    """Give all that one person holds to another, as when he leaves.

    What he has not signed for, or has taken out, stands in the way. Raises NothingHeld and those
    of `give_copies`.
    """
    leaver = needed_text("holder", "Người đang giữ", holder)
    ids = holdings.inside_ids(desk.rows, leaver)
    if not ids:
        raise NothingHeld(holder=leaver)
    return give_copies(desk, ids, receiver=receiver, on=on, remark=remark)
