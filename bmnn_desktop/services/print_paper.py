"""Papers about one incoming document or one volume: entered, printed, answered like sheets."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers import preview_paper as draw_preview
from bmnn_desktop.printing.papers import print_paper as write_paper
from bmnn_desktop.printing.papers.composition import Paper, PaperPrinted
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.raster import PagePictures
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_run import Printed, code_of, insert_run, may_print, print_to
from bmnn_desktop.store import people


def print_paper(
    desk: WritingDesk,
    paper: Paper,
    kind: RunKind,
    *,
    out: Path,
    volume: int | None = None,
    document: int | None = None,
    detail: Mapping[str, object] | None = None,
) -> Printed:
    """Print a paper into the new file `out` (training vaults only); its entry tells `detail`.

    Raises ClearFileRefused, OutputExists, OutputFailed, NotAllowed.
    """
    may_print(desk, None)

    def enter(laid: PaperPrinted) -> tuple[Printed, int]:
        with desk.journal.write("paper.print") as act:
            act.detail.update(detail or {})
            row = insert_run(desk, act, kind, volume=volume, document=document)
            for number in range(1, laid.pages + 1):
                act.insert(
                    "printed_sheet",
                    print_run_id=row,
                    sheet_id=None,
                    number=number,
                    line_count=0,
                    slot=0,
                    digest=laid.digest,
                )
        return Printed(row, act.seq, code_of(act), laid.pages, 0), 0

    def draw(file: BinaryIO, commit: Callable[[PaperPrinted], Foot]) -> None:
        write_paper(paper, letterhead_of(desk), file, commit, training=desk.training)

    return print_to(desk, out, draw, enter)


def preview_paper(desk: Desk, paper: Paper) -> Preview:
    """Return the pages of a paper; the caller closes them."""
    out = io.BytesIO()
    laid = draw_preview(paper, letterhead_of(desk), out, training=desk.training)
    names = tuple(f"Trang {number}" for number in range(1, laid.pages + 1))
    return Preview(PagePictures(out.getvalue()), names)


def letterhead_of(desk: Desk) -> Letterhead:
    """Return whose paper it is, under the name the body has today."""
    organisation = people.organisation(desk.rows, desk.today())
    return Letterhead(
        parent_org=organisation.parent_name,
        org=organisation.name,
        place=organisation.place,
        symbol=organisation.symbol,
    )
