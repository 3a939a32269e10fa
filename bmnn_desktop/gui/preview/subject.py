"""What a preview window shows and prints: a volume, what is new in it, a paper of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.closing_sheet import preview_closing_sheet, print_closing_sheet
from bmnn_desktop.services.copying_papers import (
    TITLES,
    preview_copying_paper,
    print_copying_paper,
)
from bmnn_desktop.services.draw_sample import MOST
from bmnn_desktop.services.incoming_papers import PAPERS, preview_incoming_paper
from bmnn_desktop.services.inspection_papers import (
    preview_inspection_sheet,
    preview_sample_sheet,
    print_inspection_sheet,
    print_sample_sheet,
)
from bmnn_desktop.services.plan_papers import PLAN_PAPERS
from bmnn_desktop.services.preview_book import Preview, preview_book, preview_new_lines
from bmnn_desktop.services.preview_form import preview_form
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.print_event import (
    EVENT_PAPERS,
    preview_event_paper,
    print_event_paper,
)
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.print_plan import preview_plan_paper, print_plan_paper
from bmnn_desktop.services.print_run import Printed

if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Book, DerivedBook
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.domain.form import Form
    from bmnn_desktop.services.office import Office

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Subject:
    """`out` is the file that is proposed (training vaults).

    `is_once`: when it is printed and answered there is nothing left of it to print.
    """

    title: str
    preview: Callable[[Progress], Future[Preview]]
    print_to: Callable[[Path, Progress], Future[Printed]] | None  # None: only to be looked at
    opening: Callable[[], Future[Preview]] | None = None  # its first pages, at once
    out: str = ""
    is_once: bool = False
    is_upright: bool = False  # A4 on its short side, counted in pages
    is_for_guests: bool = False  # an inspector prints it; nobody answers for it


def sample_of_form(office: Office, form: Form) -> Subject:
    """Return what a form looks like, with invented rows."""
    return Subject(
        title=f"Biểu mẫu {form.id}",
        preview=lambda _progress: office.read(preview_form, form),
        print_to=None,
    )


def whole_volume(
    office: Office, book: Book | DerivedBook, year: int, volume: int | None = None
) -> Subject:
    """Return a volume from its cover to its last sheet."""
    key = book.key
    return Subject(
        title=f"{book.short_title} {year}",
        preview=lambda progress: office.read(
            preview_book, key, year=year, volume=volume, progress=progress
        ),
        opening=lambda: office.read(preview_book, key, year=year, volume=volume, opening=True),
        print_to=lambda out, progress: office.write(
            print_book, key, year=year, volume=volume, out=out, progress=progress
        ),
    )


def new_lines(
    office: Office, book: Book | DerivedBook, year: int, volume: int | None, out: Path
) -> Subject:
    """Return what is printed on from where the paper ends ("in tiếp")."""
    key = book.key
    return Subject(
        title=f"In tiếp {inside(book.short_title)} {year}",
        preview=lambda progress: office.read(
            preview_new_lines, key, year=year, volume=volume, progress=progress
        ),
        print_to=lambda to, progress: office.write(
            print_new_lines, key, year=year, volume=volume, out=to, progress=progress
        ),
        out=str(out),
        is_once=True,
    )


def incoming_paper(office: Office, kind: str, line: Document, out: Path) -> Subject:
    """Return minutes, letter or slip about an incoming document."""
    paper = PAPERS[kind]
    return Subject(
        title=f"{paper.title} – số đến {show_number(line.arrival_no or line.seq_no)}",
        preview=lambda _progress: office.read(
            preview_incoming_paper, kind, year=line.year, seq_no=line.seq_no
        ),
        print_to=lambda to, _progress: office.write(
            paper.print, year=line.year, seq_no=line.seq_no, out=to
        ),
        out=str(out),
        is_once=True,
        is_upright=True,
    )


def copying_paper(office: Office, kind: str, order: int, out: Path) -> Subject:
    """Return the slip of a copying order, or the facts for its stamps."""
    return Subject(
        title=f"{TITLES[kind]} – mã {order}",
        preview=lambda _progress: office.read(preview_copying_paper, kind, order=order),
        print_to=lambda to, _progress: office.write(print_copying_paper, kind, order=order, out=to),
        out=str(out),
        is_once=True,
        is_upright=True,
    )


def event_paper(office: Office, kind: str, which: tuple[int, ...], out: Path) -> Subject:
    """Return a paper about a removal, a provision or an incident."""
    return Subject(
        title=EVENT_PAPERS[kind].title,
        preview=lambda _progress: office.read(preview_event_paper, kind, *which),
        print_to=lambda to, _progress: office.write(print_event_paper, kind, *which, out=to),
        out=str(out),
        is_once=True,
        is_upright=True,
    )


def plan_paper(office: Office, kind: str, which: tuple[int, ...], out: Path) -> Subject:
    """Return a list of duties, a progress report, or who has reported."""
    return Subject(
        title=PLAN_PAPERS[kind].title,
        preview=lambda _progress: office.read(preview_plan_paper, kind, *which),
        print_to=lambda to, _progress: office.write(print_plan_paper, kind, *which, out=to),
        out=str(out),
        is_once=True,
        is_upright=True,
    )


def closing_sheet(office: Office, first: date, last: date, out: Path) -> Subject:
    """Return the closing sheet of a period."""
    return Subject(
        title=f"Tờ chốt sổ từ {short_date(first)} đến {short_date(last)}",
        preview=lambda _progress: office.read(preview_closing_sheet, first=first, last=last),
        print_to=lambda to, _progress: office.write(
            print_closing_sheet, first=first, last=last, out=to
        ),
        out=str(out),
        is_once=True,
        is_upright=True,
    )


def inspection_sheet(office: Office, out: Path) -> Subject:
    """Return phiếu chốt số liệu of the session under way."""
    return Subject(
        title="Phiếu chốt số liệu kiểm tra",
        preview=lambda _progress: office.read(preview_inspection_sheet),
        print_to=lambda to, _progress: office.write(print_inspection_sheet, out=to),
        out=str(out),
        is_upright=True,
        is_for_guests=True,
    )


def sample_sheet(office: Office, key: str, year: int, seed: int, out: Path) -> Subject:
    """Return the sheet of lines drawn by a seed."""
    return Subject(
        title=f"Bốc ngẫu nhiên {MOST} dòng – {find_book(key).short_title} {year}",
        preview=lambda _progress: office.read(preview_sample_sheet, key, year=year, seed=seed),
        print_to=lambda to, _progress: office.write(
            print_sample_sheet, key, year=year, seed=seed, out=to
        ),
        out=str(out),
        is_upright=True,
        is_for_guests=True,
    )
