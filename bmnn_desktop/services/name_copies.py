"""The copies that a line of names means: "đi 12.3, 12.4, đến 37"."""

from __future__ import annotations

from bmnn_desktop.domain.copy_name import CopyName, read_names
from bmnn_desktop.domain.custody import CopyPlace, Origin, Standing
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.holding import Holding
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import fold
from bmnn_desktop.errors import CopyMissing, CopyUnclear, CopyUnreadable, DocumentMissing
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import copies, documents, holdings, volumes


def name_copies(desk: Desk, text: str) -> tuple[Holding, ...]:
    """Return the copies that `text` names, each once, in the order of the books.

    Without a book sổ đến is meant, without a year the one of today, without a copy the only one
    that is in the place of storage. Raises CopyUnreadable, CopyUnclear, CopyMissing,
    DocumentMissing.
    """
    ids: list[int] = []
    for name in read_names(text):
        if isinstance(name, str):
            raise CopyUnreadable(text=name)
        ids += _ids(desk, name)
    return holdings.of_copies(desk.rows, tuple(dict.fromkeys(ids))) if ids else ()


def _ids(desk: Desk, name: CopyName) -> list[int]:
    line = _line(desk, name)
    there = copies.of_document(desk.rows, line.id)
    if not name.copies:
        return [_only(there, line).id]
    found = {copy.copy_no: copy for copy in there if _is_meant(copy, name.origin)}
    for number in name.copies:
        if number not in found:
            origin = name.origin or Origin.ISSUED
            raise CopyMissing(copy=origin.number(number).lower(), line=words_of(line))
    return [found[number].id for number in name.copies]


def _line(desk: Desk, name: CopyName) -> Document:
    book = next((each for each in REGISTERS if _is_called(each.short_title, name.book)), None)
    if book is None:
        raise CopyUnreadable(text=name.text)
    year = name.year or desk.today().year
    if not book.is_yearly:
        year = volumes.find(desk.rows, book.key, None).year
    line = documents.by_number(desk.rows, book.key, year, name.number)
    if line is None:
        raise DocumentMissing(seq_no=name.number, year=year)
    return line


def _is_called(title: str, typed: str) -> bool:
    """Tell whether a book is meant: "đi" is sổ đi; nothing typed is the first one, sổ đến."""
    return f" {fold(title)}".endswith(f" {fold(typed)}") if typed else True


def _only(there: tuple[CopyPlace, ...], line: Document) -> CopyPlace:
    kept = [copy for copy in there if copy.standing is Standing.STORE]
    if len(kept) == 1:
        return kept[0]
    if not kept and len(there) == 1:
        return there[0]  # the act itself says what stands in its way
    some = kept or there
    if not some:
        raise CopyMissing(copy="bản nào", line=words_of(line))
    words = words_of(line)
    raise CopyUnclear(
        line=f"{words[:1].upper()}{words[1:]}",
        count=len(kept),
        number=show_number(line.seq_no),
        copy=some[0].copy_no,
    )


def _is_meant(copy: CopyPlace, origin: Origin | None) -> bool:
    if origin is None:
        return copy.origin is not Origin.MADE
    return copy.origin is origin
