"""Chứng nhận mở sổ, khóa sổ: what a volume holds, for the head to sign and seal."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.sheet import RunKind, SheetState
from bmnn_desktop.printing.papers.closing_certificate import ClosingCertificate, SpoiledSheet
from bmnn_desktop.printing.papers.opening_certificate import OpeningCertificate
from bmnn_desktop.printing.papers.signature import KEEPER
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.find_sheet import volume_of
from bmnn_desktop.services.paper_facts import keeper
from bmnn_desktop.services.print_paper import print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.store import loose_ends, sheets, volumes


def print_opening_certificate(
    desk: WritingDesk, book: str, *, year: int, out: Path, volume: int | None = None
) -> Printed:
    """Print the certificate of opening; the number of sheets is known at closing.

    Raises BookUnknown, VolumeMissing and those of `print_paper`.
    """
    kept = volume_of(desk.rows, book, year, volume)
    paper = OpeningCertificate(
        book_title=printed_book(book).title,
        year=kept.year,
        volume_no=kept.number,
        opened_on=kept.opened_on,
        first_no=kept.first_no,
        sheets=None,
        keeper=keeper(desk, KEEPER),
        head=None,
        continues=kept.paper_reference,
    )
    return print_paper(desk, paper, RunKind.OPENING, out=out, volume=kept.id)


def print_closing_certificate(
    desk: WritingDesk, book: str, *, year: int, out: Path, volume: int | None = None
) -> Printed:
    """Print the certificate of closing, with the figures as they stand in the vault.

    Raises BookUnknown, VolumeMissing and those of `print_paper`.
    """
    kept = volume_of(desk.rows, book, year, volume)
    paper = closing_figures(desk, book, year=year, volume=volume)
    return print_paper(desk, paper, RunKind.CLOSING, out=out, volume=kept.id)


def closing_figures(
    desk: Desk, book: str, *, year: int, volume: int | None = None
) -> ClosingCertificate:
    """Return what the certificate of closing states; raise BookUnknown, VolumeMissing."""
    kept = volume_of(desk.rows, book, year, volume)
    found = [each for each in sheets.of_volume(desk.rows, kept.id) if each.is_on_paper]
    used = {line.sheet_id for line in sheets.lines_of_sheets(desk.rows, [s.id for s in found])}
    still_open = len(unsigned_places(desk, kept.id))
    missing = f"còn {still_open} chỗ chưa ký nhận" if still_open else ""
    return ClosingCertificate(
        book_title=printed_book(book).title,
        year=kept.year,
        volume_no=kept.number,
        closed_on=kept.closed_on,
        first_no=kept.first_no,
        last_no=volumes.last_in(desk.rows, kept),
        sheets=len(found),
        keeper=keeper(desk, KEEPER),
        head=None,
        struck=volumes.struck_numbers(desk.rows, kept.id),
        vacant=tuple(
            number
            for first, last in loose_ends.vacant(desk.rows, kept)
            for number in range(first, last + 1)
        ),
        spoiled=tuple(
            SpoiledSheet(each.number, each.spoil_reason)
            for each in found
            if each.state is SheetState.SPOILED
        ),
        unused_blanks=tuple(
            each.number
            for each in found
            if each.is_blank and each.id not in used and each.state is not SheetState.SPOILED
        ),
        corrections=volumes.count_corrections(desk.rows, kept.id),
        discrepancies="; ".join(part for part in (kept.discrepancy, missing) if part),
    )
