"""In giấy tờ về kế hoạch: looked at, then printed, as of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.plan_papers import PLAN_PAPERS
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed


def preview_plan_paper(desk: Desk, paper: str, *which: int, on: date | None = None) -> Preview:
    """Return the pages of a paper; the caller closes them. Raises PlanMissing."""
    return preview_paper(desk, PLAN_PAPERS[paper].of(desk, which, on or desk.today()))


def print_plan_paper(
    desk: WritingDesk, paper: str, *which: int, out: Path, on: date | None = None
) -> Printed:
    """Print a paper into the new file `out` (training vaults only).

    Raises PlanMissing and those of `print_paper`.
    """
    one = PLAN_PAPERS[paper]
    return print_paper(desk, one.of(desk, which, on or desk.today()), one.kind, out=out)
