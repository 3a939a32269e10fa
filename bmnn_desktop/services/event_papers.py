"""What the papers about removals, provisions and incidents are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.incident import Incident, IncidentKind, IncidentStepKind
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.provision import AskerKind, Provision, ProvisionOutcome
from bmnn_desktop.domain.removal import Removal, RemovalKind
from bmnn_desktop.domain.text import inside
from bmnn_desktop.errors import PaperNotDue
from bmnn_desktop.printing.papers.incident_facts import IncidentFacts
from bmnn_desktop.printing.papers.incident_notice import IncidentNotice
from bmnn_desktop.printing.papers.incident_report import IncidentReport
from bmnn_desktop.printing.papers.provision_refusal import ProvisionRefusal
from bmnn_desktop.printing.papers.provision_request import ProvisionRequest
from bmnn_desktop.printing.papers.removal_request import RemovalRequest
from bmnn_desktop.printing.papers.removal_return import RemovalReturn
from bmnn_desktop.printing.papers.search_minutes import SearchMinutes
from bmnn_desktop.printing.papers.secret_items import SecretItem
from bmnn_desktop.printing.papers.signature import Capacity, Signer
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.duty_phone import duty_phone
from bmnn_desktop.services.paper_facts import keeper
from bmnn_desktop.services.report_addressee import report_addressee
from bmnn_desktop.store import documents, removals


def removal_request_of(desk: Desk, removal: Removal) -> RemovalRequest:
    """Return the request to take copies abroad; raise PaperNotDue within the country."""
    if removal.kind is not RemovalKind.ABROAD:
        raise PaperNotDue(paper="đề nghị mang ra nước ngoài", why="lần này mang đi trong nước")
    return RemovalRequest(
        taker=removal.taker,
        post=removal.post,
        unit=removal.unit,
        items=items_of(desk, removal.taken),
        purpose=removal.purpose,
        first=removal.taken_on,
        last=removal.due_on,
        destination=removal.destination,
        protection=removal.protection,
        permitter=removal.permitter,
        permitter_post=removal.permitter_post,
    )


def removal_return_of(desk: Desk, removal: Removal) -> RemovalReturn:
    """Return the record of what came back; raise PaperNotDue while nothing has."""
    returns = removals.returns(desk.rows, removal.id)
    back = tuple(copy for copy in removal.taken if copy.id in returns)
    if not back:
        raise PaperNotDue(paper="biên bản bàn giao lại", why="chưa có bản nào mang về")
    day = max(one.on for one in returns.values())
    remarks = dict.fromkeys(one.remark for one in returns.values() if one.remark)
    return RemovalReturn(
        taker=removal.taker,
        keeper=keeper(desk, "Người nhận lại"),
        is_abroad=removal.kind is RemovalKind.ABROAD,
        purpose=removal.purpose.rstrip("."),
        taken_on=removal.taken_on,
        due_on=removal.due_on,
        day=day,
        days_late=max(0, (day - removal.due_on).days),
        back=tuple(
            replace(item, counted=_counted(returns[copy.id]))
            for item, copy in zip(items_of(desk, back), back, strict=True)
        ),
        out=items_of(desk, removal.still_out),
        remarks="; ".join(remarks),
    )


def provision_request_of(_desk: Desk, provision: Provision) -> ProvisionRequest:
    """Return the request as a form for whoever asks to sign."""
    return ProvisionRequest(
        is_body=provision.kind is AskerKind.BODY,
        asker=provision.asker,
        representative=provision.representative,
        identity=provision.identity,
        number=provision.request,
        what=provision.what,
        purpose=provision.purpose,
        has_commitment=provision.commitment,
        day=provision.requested_on,
    )


def provision_refusal_of(_desk: Desk, provision: Provision) -> ProvisionRefusal:
    """Return the written refusal; raise PaperNotDue for what was not refused."""
    if provision.outcome is not ProvisionOutcome.REFUSED or provision.decided_on is None:
        state = inside(provision.state)
        raise PaperNotDue(paper="văn bản từ chối", why=f"đề nghị này {state}")
    return ProvisionRefusal(
        asker=provision.asker,
        request=provision.request,
        requested_on=provision.requested_on,
        what=provision.what,
        reasons=provision.reasons,
        decider=Signer(Capacity(provision.decider_post), provision.decider),
        decided_on=provision.decided_on,
    )


def incident_report_of(desk: Desk, incident: Incident) -> IncidentReport:
    """Return the ad hoc report."""
    waiting = [step.whom for step in incident.steps if step.kind is IncidentStepKind.REPORT]
    addressee = next(filter(None, waiting), "") or report_addressee(desk)
    facts = _facts(desk, incident, incident.copies)
    return IncidentReport(facts, addressee, desk.today(), duty_phone(desk))


def issuers_of(lines: Mapping[int, Document], incident: Incident) -> tuple[str, ...]:
    """Return whose documents are concerned, each other body once; `lines`: documents by row."""
    names = (lines[copy.document_id].issuer for copy in incident.copies)
    return tuple(dict.fromkeys(filter(None, names)))


def incident_notice_of(desk: Desk, incident: Incident, place: int = 1) -> IncidentNotice:
    """Return the letter to the issuer at a place among several: none reads of another's papers.

    Raises PaperNotDue for own documents, and when there are not so many issuers.
    """
    lines = documents.by_ids(desk.rows, sorted({copy.document_id for copy in incident.copies}))
    issuers = issuers_of(lines, incident)
    if not 1 <= place <= len(issuers):
        raise PaperNotDue(
            paper="thông báo cho nơi ban hành",
            why=f"vụ việc này chỉ có {len(issuers)} nơi ban hành"
            if issuers
            else "các bản này không do nơi khác ban hành",
        )
    issuer = issuers[place - 1]
    some = tuple(copy for copy in incident.copies if lines[copy.document_id].issuer == issuer)
    return IncidentNotice(_facts(desk, incident, some), issuer, desk.today())


def search_minutes_of(desk: Desk, incident: Incident) -> SearchMinutes:
    """Return the minutes of the search."""
    facts = _facts(desk, incident, incident.copies)
    return SearchMinutes(facts, keeper(desk, "Người lập biên bản"), desk.today())


def items_of(desk: Desk, some: Iterable[CopyPlace]) -> tuple[SecretItem, ...]:
    """Return copies as papers list them; a subject only where the level allows it."""
    items = []
    for copy in some:
        line = documents.by_id(desk.rows, copy.document_id)
        if line is None:
            continue
        shows = line.level is not None and line.level.allows_subject
        items.append(
            SecretItem(
                number=line.doc_number,
                day=line.doc_date,
                doc_type="Bì còn nguyên" if line.is_sealed else line.doc_type,
                subject=line.subject if shows else "",
                level=line.level,
                copy=copy.number,
            )
        )
    return tuple(items)


def _facts(desk: Desk, incident: Incident, some: tuple[CopyPlace, ...]) -> IncidentFacts:
    done = [
        f"{short_date(step.done_on)}: {step.words.rstrip('.')}"
        for step in incident.steps
        if step.done_on is not None and step.kind is IncidentStepKind.MEASURE
    ]
    return IncidentFacts(
        is_leak=incident.kind is IncidentKind.LEAKED,
        discovered_at=incident.discovered_at,
        discovered_on=incident.discovered_on,
        discoverer=incident.discoverer,
        items=items_of(desk, some),
        last_seen=incident.last_seen,
        persons=incident.persons,
        circumstances=incident.circumstances,
        measures=tuple(done),
        conclusion="" if incident.closed_on is None else incident.conclusion,
    )


def _counted(back: removals.Return) -> str:
    parts = (
        "" if back.pages is None else f"{show_number(back.pages)} trang",
        "" if back.annexes is None else f"{show_number(back.annexes)} phụ lục",
    )
    return ", ".join(filter(None, parts))
