"""What a form looks like: cover and a sheet of invented rows, with the watermark of a preview."""

from __future__ import annotations

import io
from itertools import count
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing import books
from bmnn_desktop.printing.lines import Cover, Line
from bmnn_desktop.printing.raster import PagePictures
from bmnn_desktop.registers.samples import sample_rows
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.new_file import new_file
from bmnn_desktop.services.preview_book import Preview

_STRUCK = 2  # the second row shows what is struck through


def preview_form(_desk: Desk, form: Form) -> Preview:
    """Return the pages; the caller closes them."""
    out = io.BytesIO()
    sheets = _draw(form, out)
    return Preview(PagePictures(out.getvalue()), ("Bìa", *(f"Tờ {one}" for one in sheets)))


def write_form_preview(form: Form, out: Path) -> int:
    """Write the pages into the new file `out`, nothing of a vault in them; return their count.

    Raises OutputExists, OutputFailed.
    """
    with new_file(out) as file:
        return 1 + len(_draw(form, file))


def _draw(form: Form, out: BinaryIO) -> list[int]:
    fields = [column.field for column in form.columns]
    day = form.effective_from
    lines = (
        Line(number, tuple(row[field] for field in fields), struck=number == _STRUCK)
        for number, row in enumerate(sample_rows(form.book), 1)
    )
    cover = Cover(
        parent_org="CƠ QUAN CẤP TRÊN (THÍ DỤ)",
        org="CƠ QUAN, TỔ CHỨC (THÍ DỤ)",
        place="…",
        book_title=form.title,
        year=day.year,
        volume_no=1,
        opened_on=day,
        closed_on=None,
        first_no=1,
        last_no=None,
        training=False,
    )
    laid = books.preview_sheets(form, cover, out=out, numbers=count(1), lines=lines)
    return [sheet.number for sheet in laid]
