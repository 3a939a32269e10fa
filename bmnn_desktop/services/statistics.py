"""Thống kê bí mật nhà nước: a working year's items in order of time and level, and the totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bmnn_desktop.domain.balance import Balance
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.signature import KEEPER
from bmnn_desktop.printing.papers.statistics import LevelTotals, Statistics
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.registers.line_texts import title_of
from bmnn_desktop.registers.outgoing import OUTGOING
from bmnn_desktop.registers.statistics import statistics_form
from bmnn_desktop.registers.stock import STOCK
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.paper_facts import keeper
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.store import balances, documents, handovers, volumes
from bmnn_desktop.store.balances import Scope

_ORDER = {level: place for place, level in enumerate(Level)}
_SOURCES = {INCOMING.key: "Đến", OUTGOING.key: "Đi", STOCK.key: "Có sẵn"}


def preview_statistics(desk: Desk, *, year: int) -> Preview:
    """Return the pages of the statistics of a year up to today; the caller closes them."""
    return preview_paper(desk, statistics_paper(desk, year))


def print_statistics(desk: WritingDesk, *, year: int, out: Path) -> Printed:
    """Print them for signature (training vaults only); raises those of `print_paper`."""
    return print_paper(desk, statistics_paper(desk, year), RunKind.STATISTICS, out=out)


def statistics_paper(desk: Desk, year: int) -> Paper:
    """Return the statistics of the documents registered in a year."""
    form = statistics_form()
    lines = sorted(_lines(desk, year), key=_place)
    counted = balances.by_document(desk.rows, Scope(year=year))
    rows = []
    for number, line in enumerate(lines, 1):
        texts = _texts(number, line, counted.get(line.id, Balance()))
        rows.append(tuple(texts[column.field] for column in form.columns))
    return Statistics(
        form=form,
        year=year,
        rows=tuple(rows),
        totals=_totals(desk, year, lines),
        keeper=keeper(desk, KEEPER),
        day=desk.today(),
    )


def _lines(desk: Desk, year: int) -> Iterable[Document]:
    """Yield what was registered in the year and not struck."""
    for book in REGISTERS:
        for volume in volumes.of_book(desk.rows, book.key):
            if volume.year == year:
                found = documents.of_volume(desk.rows, volume.id)
                yield from (line for line in found if line.annulment is None)


def _place(line: Document) -> tuple[object, ...]:
    level = len(_ORDER) if line.level is None else _ORDER[line.level]
    return (line.registered_on, level, line.book, line.seq_no)


def _texts(number: int, line: Document, balance: Balance) -> Mapping[str, str]:
    day = short_date(line.doc_date) if line.doc_date else ""
    return {
        "row": str(number),
        "registered_on": short_date(line.registered_on),
        "line": f"{_SOURCES[line.book]}: {show_number(line.seq_no)}/{line.year}",
        "doc_number": "\n".join(filter(None, (line.doc_number, day))),
        "subject": "Bì còn nguyên" if line.is_sealed else title_of(line),
        "level": line.level_label,
        "born": str(balance.born),
        "held": str(balance.held),
        "note": "\n".join(_notes(balance)),
    }


def _notes(balance: Balance) -> Iterable[str]:
    for words, count in (
        ("nơi khác giữ", balance.out),
        ("đã trả", balance.returned),
        ("nộp lưu trữ", balance.archived),
        ("tiêu hủy", balance.destroyed),
        ("thiếu khi nhận", balance.missing_at_receipt),
        ("mất", balance.lost),
        ("chưa tìm thấy", balance.difference),
    ):
        if count:
            yield f"{count} bản {words}"


def _totals(desk: Desk, year: int, lines: Iterable[Document]) -> tuple[LevelTotals, ...]:
    counted = balances.by_level(desk.rows, Scope(year=year))
    handed = handovers.copies_by_level(desk.rows, year)
    registered: dict[tuple[str, Level | None], int] = {}
    for line in lines:
        key = (line.book, line.level)
        registered[key] = registered.get(key, 0) + 1
    levels: list[Level | None] = [*Level, *((None,) if None in counted else ())]
    every = []
    for level in levels:
        one = counted.get(level, Balance())
        every.append(
            (
                *(registered.get((key, level), 0) for key in _SOURCES),
                *(one.made, handed.get(level, 0), one.destroyed, one.archived + one.returned),
                *(one.difference + one.lost + one.missing_at_receipt, one.held),
            )
        )
    titles = ["Bì chưa mở" if level is None else level.label for level in levels]
    every.append(tuple(map(sum, zip(*every, strict=True))))
    return tuple(LevelTotals(*pair) for pair in zip([*titles, "Cộng"], every, strict=True))
