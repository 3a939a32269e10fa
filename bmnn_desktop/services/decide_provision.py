"""Quyết định cung cấp, chuyển giao: granted, or refused with its reasons."""

from __future__ import annotations

from bmnn_desktop.domain.provision import DECISION_FIELDS, Decision, Provision, ProvisionOutcome
from bmnn_desktop.errors import EventMissing, ProvisionSettled
from bmnn_desktop.services.deciders import require_decider
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.told_fields import Told
from bmnn_desktop.store import documents, provisions
from bmnn_desktop.store.rows import Rows


def decide_provision(desk: WritingDesk, provision: int, decision: Decision) -> int:
    """Record what was decided about a request and return the entry.

    Raises EventMissing, ProvisionSettled, DeciderWithoutAuthority, FieldsWrong (a refusal without
    reasons, a grant without the commitment, a wrong day), DayUnknown, NotAllowed; then nothing is
    stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(DECISION_FIELDS)
    decision = told.tidied(decision)
    day = decision.decided_on or today
    told.not_to_come("decided_on", day, today)
    if not decision.granted:
        told.need(decision, ("reasons",), "từ chối phải nêu rõ lý do bằng văn bản.")
    with desk.journal.write("provision.decide") as act:
        found = waiting_provision(act.rows, provision, ProvisionOutcome.OPEN)
        told.not_before("decided_on", day, found.requested_on, "ngày đề nghị")
        if decision.granted and not found.commitment:
            told.wrong("granted", "đề nghị chưa có cam kết bảo vệ bí mật nhà nước (Điều 15).")
        told.refuse()
        line = documents.by_id(act.rows, found.document_id)
        level = None if line is None else line.level
        require_decider(act.rows, decision.decider_post, level)
        outcome = ProvisionOutcome.GRANTED if decision.granted else ProvisionOutcome.REFUSED
        act.update(
            "provision",
            found.id,
            decider=decision.decider,
            decider_post=decision.decider_post,
            decided_on=day.isoformat(),
            outcome=outcome.value,
            reasons="" if decision.granted else decision.reasons,
        )
    return act.seq


def waiting_provision(rows: Rows, provision: int, outcome: ProvisionOutcome) -> Provision:
    """Return a request that stands so far; raise EventMissing, ProvisionSettled."""
    found = provisions.by_id(rows, provision)
    if found is None:
        raise EventMissing(event=f"đề nghị cung cấp, chuyển giao mã {provision}")
    if found.outcome is not outcome or not found.is_open:
        raise ProvisionSettled(number=provision, state=found.state.lower())
    return found
