"""Cân đối bản: per document, level and year, and the sheet that says what does not close."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.balance import Balance
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import DocumentMissing
from bmnn_desktop.printing.papers.balance_sheet import BalanceLine, BalanceSheet
from bmnn_desktop.printing.papers.signature import KEEPER
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.find_sheet import volume_of
from bmnn_desktop.services.paper_facts import keeper
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.store import balances, copies, documents
from bmnn_desktop.store.balances import Scope


@dataclass(frozen=True, slots=True)
class OutOfBalance:
    """A document whose copies cannot all be accounted for, and where the missing ones were."""

    document: Document
    balance: Balance
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balances:
    """The balance of what was asked for, by level (None: closed envelopes) and by year."""

    total: Balance
    by_level: tuple[tuple[Level | None, Balance], ...]
    by_year: tuple[tuple[int, Balance], ...]
    out: tuple[OutOfBalance, ...]


def read_balance(
    desk: Desk, book: str | None = None, *, year: int | None = None, volume: int | None = None
) -> Balances:
    """Return the balance of all books, one book, a year of it or a volume (by its number).

    Raises BookUnknown, VolumeMissing.
    """
    key = None if book is None else find_book(book).key
    row = None
    if volume is not None and book is not None and year is not None:
        row = volume_of(desk.rows, book, year, volume).id
    return _balances(desk, Scope(key, year, row))


def document_balance(desk: Desk, document: int) -> Balance:
    """Return the balance of one document; raise DocumentMissing."""
    if documents.by_id(desk.rows, document) is None:
        raise DocumentMissing(seq_no="này", year="này")
    return balances.of(desk.rows, Scope(document=document))


def preview_balance_sheet(desk: Desk, book: str, *, year: int, volume: int) -> Preview:
    """Return the pages of the sheet; the caller closes them. Raises BookUnknown, VolumeMissing."""
    return preview_paper(desk, balance_sheet(desk, book, year=year, volume=volume))


def print_balance_sheet(
    desk: WritingDesk, book: str, *, year: int, volume: int, out: Path
) -> Printed:
    """Print the balance of a volume for keeper and head to sign.

    Raises BookUnknown, VolumeMissing and those of `print_paper`.
    """
    kept = volume_of(desk.rows, book, year, volume)
    paper = balance_sheet(desk, book, year=year, volume=volume)
    return print_paper(desk, paper, RunKind.BALANCE, out=out, volume=kept.id)


def balance_sheet(desk: Desk, book: str, *, year: int, volume: int) -> BalanceSheet:
    """Return what the sheet says; raise BookUnknown, VolumeMissing."""
    kept = volume_of(desk.rows, book, year, volume)
    found = read_balance(desk, book, year=year, volume=volume)
    levels = [
        BalanceLine("Bì chưa mở" if level is None else level.label, balance)
        for level, balance in found.by_level
    ]
    return BalanceSheet(
        title=f"{find_book(book).short_title} {year}, quyển {show_number(kept.number)}",
        day=desk.today(),
        lines=(*levels, BalanceLine("Cộng", found.total)),
        out=tuple(
            (words_of(each.document), str(each.balance.difference), "\n".join(each.where))
            for each in found.out
        ),
        keeper=keeper(desk, KEEPER),
        head=None,
    )


def _balances(desk: Desk, scope: Scope) -> Balances:
    found = balances.by_level(desk.rows, scope)
    total = sum(found.values(), Balance())
    levels = [level for level in (*Level, None) if level in found]
    return Balances(
        total=total,
        by_level=tuple((level, found[level]) for level in levels),
        by_year=tuple(sorted(balances.by_year(desk.rows, scope).items())),
        out=_out(desk, scope) if total.difference else (),
    )


def _out(desk: Desk, scope: Scope) -> tuple[OutOfBalance, ...]:
    """Return the documents that do not close, in the order they were registered."""
    wrong = {
        row: balance
        for row, balance in balances.by_document(desk.rows, scope).items()
        if balance.difference
    }
    found = []
    for row in sorted(wrong):
        document = documents.by_id(desk.rows, row)
        if document is not None:
            where = tuple(
                f"{copy.number}: {copy.words}"
                for copy in copies.of_document(desk.rows, row)
                if copy.is_unaccounted
            )
            found.append(OutOfBalance(document, wrong[row], where))
    return tuple(found)
