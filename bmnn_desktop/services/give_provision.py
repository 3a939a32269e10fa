"""Cung cấp, chuyển giao: copies leave for whoever asked, or information is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.domain.provision import GIVEN_FIELDS, ProvisionOutcome
from bmnn_desktop.errors import CopyMissing
from bmnn_desktop.services.copy_steps import Leaves, chosen, line_of, take_step
from bmnn_desktop.services.decide_provision import waiting_provision
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.handover_lines import HandoverLines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.told_fields import Told


@dataclass(frozen=True, slots=True)
class Given:
    """What was given beside copies, and when; `given_on` None: today."""

    given: str = ""
    given_on: date | None = None


def give_provision(
    desk: WritingDesk, provision: int, given: Given, *, copies: Sequence[int] = ()
) -> int:
    """Give what was granted and return the entry; copies get a line of the transfer log.

    Raises EventMissing, ProvisionSettled, CopyMissing (of another document too),
    DocumentAnnulled, StepImpossible, VolumeClosed, FieldsWrong, DayUnknown, NotAllowed; then
    nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(GIVEN_FIELDS)
    given = told.tidied(given)
    day = given.given_on or today
    told.not_to_come("given_on", day, today)
    if not copies:
        told.need(given, ("given",), "không giao bản nào thì phải ghi đã cung cấp thông tin gì.")
    with desk.journal.write("provision.give") as act:
        found = waiting_provision(act.rows, provision, ProvisionOutcome.GRANTED)
        if found.decided_on is not None:
            told.not_before("given_on", day, found.decided_on, "ngày quyết định")
        told.refuse()
        some = chosen(act.rows, copies) if copies else ()
        for copy in some:
            if copy.document_id != found.document_id:
                raise CopyMissing(
                    copy=f"{copy.number.lower()} của {line_of(act.rows, copy)}",
                    line="tài liệu được đề nghị",
                )
        if some:
            lines = HandoverLines(act, day, today)
            line = lines.deal(found.document_id, found.asker, len(some))
            leaves = Leaves(holder=found.asker, handover=line, provision=found.id)
            take_step(act, some, Step.SEND, day, leaves, today=today)
        words = "; ".join(part for part in (_numbers(some), given.given) if part)
        act.update("provision", found.id, given_on=day.isoformat(), given=words)
    return act.seq


def _numbers(some: Sequence[CopyPlace]) -> str:
    return ", ".join(copy.number for copy in some)
