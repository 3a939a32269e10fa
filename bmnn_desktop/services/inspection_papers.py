"""Papers of an inspection: phiếu chốt số liệu, phiếu bốc ngẫu nhiên; looked at, then printed.

Their print is one entry of the journal with the digest of the text; nobody has to answer for it.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import ClearFileRefused, NotAllowed
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers import preview_paper, print_paper
from bmnn_desktop.printing.papers.composition import Paper, PaperPrinted
from bmnn_desktop.printing.papers.inspection_sheet import (
    Counted,
    InspectionSheet,
    QuickPair,
    Seen,
)
from bmnn_desktop.printing.papers.sample_sheet import Drawn, SampleSheet
from bmnn_desktop.printing.raster import PagePictures
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.draw_sample import MOST, draw_sample
from bmnn_desktop.services.guest import open_to_guests
from bmnn_desktop.services.inspection import find_inspection, show_looks
from bmnn_desktop.services.inspection_figures import BookFigures, inspection_figures
from bmnn_desktop.services.new_file import new_file
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import letterhead_of
from bmnn_desktop.services.print_run import Printed, code_of
from bmnn_desktop.services.quick_signatures import QuickSignature, quick_signatures
from bmnn_desktop.services.session import Role

_UNASKED = 0  # the number of a run that waits for no answer


def preview_inspection_sheet(desk: Desk, inspection: int | None = None) -> Preview:
    """Return the pages of phiếu chốt số liệu; the caller closes them. Raises InspectionMissing."""
    return _preview(desk, inspection_sheet(desk, inspection))


def preview_sample_sheet(
    desk: Desk, book: str, *, year: int, seed: int, count: int = MOST
) -> Preview:
    """Return the pages of phiếu bốc ngẫu nhiên; the caller closes them. Raises BookUnknown."""
    return _preview(desk, sample_sheet(desk, book, year=year, seed=seed, count=count))


@open_to_guests
def print_inspection_sheet(
    desk: WritingDesk, inspection: int | None = None, *, out: Path
) -> Printed:
    """Print phiếu chốt số liệu into the new file `out` (training vaults only).

    Raises InspectionMissing, NotAllowed, ClearFileRefused, OutputExists, OutputFailed.
    """
    return _print(desk, inspection_sheet(desk, inspection), out)


@open_to_guests
def print_sample_sheet(
    desk: WritingDesk, book: str, *, year: int, seed: int, out: Path, count: int = MOST
) -> Printed:
    """Print phiếu bốc ngẫu nhiên into the new file `out` (training vaults only).

    Raises BookUnknown, NotAllowed, ClearFileRefused, OutputExists, OutputFailed.
    """
    return _print(desk, sample_sheet(desk, book, year=year, seed=seed, count=count), out)


def inspection_sheet(desk: Desk, inspection: int | None = None) -> InspectionSheet:
    """Return the figures as they stand now; None: of the session under way, else of the newest.

    Raises InspectionMissing.
    """
    found = find_inspection(desk, inspection)
    figures = inspection_figures(desk)
    return InspectionSheet(
        inspector=found.inspector,
        body=found.body,
        decision=found.decision_words,
        opened_by=found.opened_by,
        begun=_moment(found.opened_at),
        ended=_moment(found.closed_at or desk.clock.now()),
        counted=tuple(_counted(each) for each in figures.books),
        elsewhere=figures.elsewhere,
        seen=tuple(Seen(each.look.what, _moment(each.at)) for each in show_looks(desk, found.id)),
        quick=tuple(_quick_pair(each) for each in quick_signatures(desk)),
        entries=figures.entries,
        day=desk.today(),
    )


def sample_sheet(desk: Desk, book: str, *, year: int, seed: int, count: int = MOST) -> SampleSheet:
    """Return the lines drawn by a seed, to be ticked; raise BookUnknown."""
    sample = draw_sample(desk, book, year=year, seed=seed, count=count)
    inspection = desk.session.guest.inspection
    return SampleSheet(
        book_title=find_book(book).title,
        year=year,
        seed=seed,
        drawn=tuple(
            Drawn(
                show_number(line.seq_no),
                line.doc_number,
                line.level_label,
                "" if line.pages is None else show_number(line.pages),
                "Đã gạch bỏ" if line.is_annulled else "",
            )
            for line in sample.lines
        ),
        inspector="" if inspection is None else inspection.inspector,
        keeper=desk.session.name,
        day=desk.today(),
    )


def _preview(desk: Desk, paper: Paper) -> Preview:
    out = io.BytesIO()
    laid = preview_paper(paper, letterhead_of(desk), out, training=desk.training)
    names = tuple(f"Trang {number}" for number in range(1, laid.pages + 1))
    return Preview(PagePictures(out.getvalue()), names)


def _print(desk: WritingDesk, paper: Paper, out: Path) -> Printed:
    if not {Role.KEEPER, Role.CONFIRMER} & desk.session.roles:
        raise NotAllowed
    if not desk.training:
        raise ClearFileRefused
    done: list[Printed] = []

    def commit(laid: PaperPrinted) -> Foot:
        with desk.journal.write("inspection.print") as act:
            act.detail |= {"paper": laid.kind, "pages": laid.pages, "digest": laid.digest}
        done.append(Printed(_UNASKED, act.seq, code_of(act), laid.pages, 0))
        return Foot(done[0].code, act.seq, desk.today(), 0)

    with new_file(out) as file:
        print_paper(paper, letterhead_of(desk), file, commit, training=desk.training)
    return done[0]


def _counted(each: BookFigures) -> Counted:
    numbers = "chưa có"
    if each.last_no is not None:
        numbers = f"{show_number(each.first_no)}–{show_number(each.last_no)}"
    return Counted(
        each.short_title,
        each.year,
        numbers,
        each.lines,
        each.annulled,
        each.late,
        each.spoiled,
        each.unsigned,
        each.unconfirmed,
    )


def _quick_pair(each: QuickSignature) -> QuickPair:
    seconds = f"{each.seconds:.1f}".replace(".", ",")
    return QuickPair(each.seq, each.words, each.first, each.second, _moment(each.at), seconds)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M, %d/%m/%Y}"
