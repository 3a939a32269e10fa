"""What stands on every sheet around the rows: running title, column heads, marks, source."""

from __future__ import annotations

import math

from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.face import Face, Text
from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.lines import Cover
from bmnn_desktop.printing.paper import (
    HEIGHT,
    SMALL_LINE,
    SPARE_LINE,
    TITLE_LINE,
    TOP,
    WIDTH,
    Paper,
)
from bmnn_desktop.printing.pdf_file import PdfFile

_RUNNING = 10.5
_LABEL = 12.0
_NOTE = 10.5
_HEAD = 9.6
_HEAD_LEADING = 11.2
_HEAD_PAD = 1.2
_HEAD_AIR = 4.0
_NUMBERS = 9.5
_NUMBER_ROW = 14.0
_SMALL = 7.8
_GAP = 12.0
_BAND = (0.98, 0.75, 0.18)
_BAND_HEIGHT = 5.6 * MM
_BAND_TEXT = "KHO TẬP HUẤN – SỐ LIỆU GIẢ"
_MARK = "BẢN XEM TRƯỚC – KHÔNG DÙNG ĐỂ KÝ"
_MARK_SIZE = 37.0
_ELLIPSIS = "…"


def volume_name(cover: Cover) -> str:
    """Return "Quyển 01/2026"."""
    return f"Quyển {show_number(cover.volume_no)}/{cover.year}"


def draw_margin(pdf: PdfFile, paper: Paper, form: Form, cover: Cover, legend: str) -> bytes:
    """Return what cover and sheets share: training band, source of the form, legend of the foot."""
    ink = Ink()
    end = ink.right(pdf.bold, _SMALL, paper.right, SMALL_LINE, legend) - _GAP
    source = f"Mẫu: {form.citation} – {form.status.label}."
    text = fitted(pdf.regular, source, _SMALL, end - paper.left)
    ink.text(pdf.regular, _SMALL, paper.left, SMALL_LINE, text)
    if cover.training:
        y = HEIGHT - 4.4 * MM - _BAND_HEIGHT
        ink.fill(paper.left, y, paper.right - paper.left, _BAND_HEIGHT, _BAND)
        ink.centred(pdf.bold, 12, (paper.left + paper.right) / 2, y + 4.0, _BAND_TEXT)
    return ink.code()


def draw_label(ink: Ink, pdf: PdfFile, paper: Paper, label: str) -> None:
    """Draw "Quyển 01/2026 – Tờ số 7" where one who leafs through the binder sees it."""
    ink.right(pdf.bold, _LABEL, paper.right, TITLE_LINE, label)


def draw_note(ink: Ink, pdf: PdfFile, paper: Paper, note: str) -> None:
    """Draw what is to be known of a sheet that no run continues, where later slots would be."""
    ink.right(pdf.bold, _NOTE, paper.right, SPARE_LINE, note)


def draw_mark(pdf: PdfFile) -> bytes:
    """Return the watermark of a preview, drawn under everything else."""
    ink = Ink()
    slope = math.atan2(HEIGHT, WIDTH)
    cos, sin = math.cos(slope), math.sin(slope)
    ink.add("q 0.87 g")
    ink.add(f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {WIDTH / 2:.2f} {HEIGHT / 2:.2f} cm")
    ink.centred(pdf.bold, _MARK_SIZE, 0, -_MARK_SIZE / 3, _MARK)
    ink.add("Q")
    return ink.code()


def draw_heads(pdf: PdfFile, paper: Paper, form: Form, cover: Cover) -> tuple[bytes, float]:
    """Return the running title with the two rows of column heads, and where the rows begin."""
    ink = Ink()
    _running_title(ink, pdf, paper, form, cover)
    wrapped = []
    for place, column in enumerate(form.columns):
        room = paper.edges[place + 1] - paper.edges[place] - 2 * _HEAD_PAD
        wrapped.append(pdf.bold.wrap(column.title, room * 1000 / _HEAD, _HEAD))
    most = max(len(lines) for lines in wrapped)
    height = most * _HEAD_LEADING + 2 * _HEAD_AIR
    numbers = TOP - height
    bottom = numbers - _NUMBER_ROW
    for place, (column, lines) in enumerate(zip(form.columns, wrapped, strict=True)):
        middle = (paper.edges[place] + paper.edges[place + 1]) / 2
        y = TOP - (height - len(lines) * _HEAD_LEADING) / 2 - _HEAD * 0.86
        for line in lines:
            ink.centred(pdf.bold, _HEAD, middle, y, line)
            y -= _HEAD_LEADING
        ink.centred(pdf.italic, _NUMBERS, middle, bottom + 4, f"({column.number})")
    ink.line(paper.left, TOP, paper.right, TOP, 0.9)
    ink.line(paper.left, numbers, paper.right, numbers)
    ink.line(paper.left, bottom, paper.right, bottom, 0.9)
    for edge in paper.edges:
        ink.line(edge, TOP, edge, bottom)
    return ink.code(), bottom


def fitted(face: Face, text: str, size: float, room: float) -> Text:
    """Return `text`, cut with an ellipsis if it is wider than `room` points."""
    line = face.text(text, size)
    words = text.split()
    while line.width * size / 1000 > room and words:
        if len(words) > 1:
            words.pop()
        else:
            words[0] = words[0][: len(words[0]) * 3 // 4]
        line = face.text(" ".join(words) + _ELLIPSIS, size)
        if words == [""]:
            break
    return line


def _running_title(ink: Ink, pdf: PdfFile, paper: Paper, form: Form, cover: Cover) -> None:
    y = TITLE_LINE
    middle = (paper.left + paper.right) / 2
    title = f"{form.title} – NĂM {cover.year}"
    half = ink.centred(pdf.bold, _RUNNING, middle, y, title) / 2
    room = middle - half - paper.left - _GAP
    ink.text(pdf.regular, _RUNNING, paper.left, y, fitted(pdf.regular, cover.org, _RUNNING, room))
