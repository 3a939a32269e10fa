"""Preview a book: the exact pages with a watermark, in memory, without a code."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import count

from bmnn_desktop.printing import books
from bmnn_desktop.printing.raster import PagePictures
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services import book_lines
from bmnn_desktop.services.desk import Desk


def preview_book(
    desk: Desk,
    book: str,
    *,
    year: int,
    volume: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> PagePictures:
    """Return the pages as pictures; the caller closes them. Raises VolumeMissing."""
    kept = find_book(book)
    found = book_lines.volume_of(desk, kept, year, volume)
    form = book_lines.form_of(kept)
    out = io.BytesIO()
    books.preview_sheets(
        form,
        book_lines.cover_of(desk, kept, found),
        out=out,
        numbers=count(1),
        lines=book_lines.lines_of(desk, kept, found, form),
        progress=progress,
    )
    return PagePictures(out.getvalue())
