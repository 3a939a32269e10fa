"""The papers about removals, provisions and incidents, by name: looked at, then printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.event_papers import (
    incident_notice_of,
    incident_report_of,
    provision_refusal_of,
    provision_request_of,
    removal_request_of,
    removal_return_of,
    search_minutes_of,
)
from bmnn_desktop.services.list_incidents import show_incident
from bmnn_desktop.services.list_provisions import show_provision
from bmnn_desktop.services.list_removals import show_removal
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed


@dataclass(frozen=True, slots=True)
class EventPaper:
    """A kind of paper: its title, what it is about, its content."""

    title: str
    kind: RunKind
    find: Callable[..., Any]
    of: Callable[..., Paper]
    named_by: int = 1  # how many numbers name what it is about; others go to `of`

    def paper(self, desk: Desk, which: tuple[int, ...]) -> Paper:
        """Return its content; raise EventMissing, PaperNotDue."""
        found = self.find(desk, *which[: self.named_by])
        return self.of(desk, found, *which[self.named_by :])


EVENT_PAPERS = {
    "removal-request": EventPaper(
        "Đề nghị mang ra nước ngoài", RunKind.REMOVAL_REQUEST, show_removal, removal_request_of
    ),
    "removal-return": EventPaper(
        "Biên bản bàn giao lại", RunKind.REMOVAL_RETURN, show_removal, removal_return_of
    ),
    "provision-request": EventPaper(
        "Đề nghị cung cấp, chuyển giao",
        RunKind.PROVISION_REQUEST,
        show_provision,
        provision_request_of,
    ),
    "provision-refusal": EventPaper(
        "Văn bản từ chối cung cấp, chuyển giao",
        RunKind.PROVISION_REFUSAL,
        show_provision,
        provision_refusal_of,
    ),
    "incident-report": EventPaper(
        "Báo cáo đột xuất", RunKind.INCIDENT_REPORT, show_incident, incident_report_of, 2
    ),
    "incident-notice": EventPaper(
        "Thông báo cho nơi ban hành", RunKind.INCIDENT_NOTICE, show_incident, incident_notice_of, 2
    ),
    "search-minutes": EventPaper(
        "Biên bản xác minh, tìm kiếm", RunKind.SEARCH_MINUTES, show_incident, search_minutes_of, 2
    ),
}


def preview_event_paper(desk: Desk, paper: str, *which: int) -> Preview:
    """Return the pages of a paper; the caller closes them.

    `which` is a row, of an incident year and number; of its notice also which of several issuers
    (1 the first). Raises EventMissing, PaperNotDue.
    """
    return preview_paper(desk, EVENT_PAPERS[paper].paper(desk, which))


def print_event_paper(desk: WritingDesk, paper: str, *which: int, out: Path) -> Printed:
    """Print a paper into the new file `out` (training vaults only).

    Raises EventMissing, PaperNotDue and those of `print_paper`.
    """
    one = EVENT_PAPERS[paper]
    return print_paper(desk, one.paper(desk, which), one.kind, out=out)
