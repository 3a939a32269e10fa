"""The papers about one incoming document, by kind: looked at before they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bmnn_desktop.domain.document import Document
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.paper_facts import incoming_document
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_direction_slip import print_direction_slip, slip_of
from bmnn_desktop.services.print_letter import letter_of, print_letter
from bmnn_desktop.services.print_minutes import minutes_of, print_minutes
from bmnn_desktop.services.print_paper import preview_paper
from bmnn_desktop.services.print_run import Printed


class Printing(Protocol):
    """The service that prints a paper."""

    def __call__(self, desk: WritingDesk, *, year: int, seq_no: int, out: Path) -> Printed:
        """Print into the new file `out`."""
        ...


@dataclass(frozen=True, slots=True)
class IncomingPaper:
    """A kind of paper: its title, its content from the vault, the service that prints it."""

    title: str
    of: Callable[[Desk, Document], Paper]
    print: Printing


PAPERS = {
    "minutes": IncomingPaper("Biên bản kiểm tra bì, tài liệu", minutes_of, print_minutes),
    "letter": IncomingPaper("Thông báo cho nơi gửi", letter_of, print_letter),
    "direction": IncomingPaper("Phiếu trình văn bản đến", slip_of, print_direction_slip),
}


def preview_incoming_paper(desk: Desk, kind: str, *, year: int, seq_no: int) -> Preview:
    """Return the pages of a paper; the caller closes them. Raises DocumentMissing, NothingWrong."""
    paper = PAPERS[kind].of(desk, incoming_document(desk, year, seq_no))
    return preview_paper(desk, paper)
