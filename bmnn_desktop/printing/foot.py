"""The foot of a sheet: for each print run a slot with its anchor code, in letters and as QR."""

from __future__ import annotations

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.printing.ink import Ink
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.paper import QR_SIDE, TITLE_LINE, Paper
from bmnn_desktop.printing.pdf_file import PdfFile
from bmnn_desktop.printing.qr import draw_qr

_CODE = 7.5
_LINES = (16.8, 8.5, 0.2)  # baselines over the lower edge of the slot
_GAP = 4.2
_QUIET = 4 / 25 * QR_SIDE  # white around the square: four of its modules
_GROUPS = 3  # of the code on its first line
_REPRINT = 10.0
_REPRINT_UP = 11.5  # over the running title


def draw_entry(pdf: PdfFile, paper: Paper, foot: Foot) -> bytes:
    """Return what a run prints into the first slot; other slots show it moved there."""
    ink = Ink()
    x, y = paper.slot(1)
    draw_qr(ink, foot.code, x - _QUIET, y - _QUIET, QR_SIDE + 2 * _QUIET)
    room = paper.slot_width - QR_SIDE - 2 * _GAP
    groups = foot.code.split("-")
    entry = f"mục {foot.entry} · {short_date(foot.printed_on)}"
    texts = ("-".join(groups[:_GROUPS]), "-".join(groups[_GROUPS:]), entry)
    for up, text in zip(_LINES, texts, strict=True):
        # twenty-five W would be wider than any slot; a real code is far from it
        size = min(_CODE, room * 1000 / pdf.regular.text(text, _CODE).width)
        ink.text(pdf.regular, size, x + QR_SIDE + _GAP, y + up, text)
    return ink.code()


def draw_reprint(pdf: PdfFile, paper: Paper, foot: Foot) -> bytes:
    """Return "In lại lần n", or nothing for a first print."""
    ink = Ink()
    if foot.reprint:
        y = TITLE_LINE + _REPRINT_UP
        ink.right(pdf.bold_italic, _REPRINT, paper.right, y, f"In lại lần {foot.reprint}")
    return ink.code()


def show_in_slot(ink: Ink, name: str, paper: Paper, slot: int) -> None:
    """Show the drawing `name` of `draw_entry` in a slot."""
    x, y = paper.slot(slot)
    first_x, first_y = paper.slot(1)
    ink.show_moved(name, x - first_x, y - first_y)
