"""The foot of every sheet: the anchor code in readable groups, and the same as a QR square."""

from __future__ import annotations

from bmnn_desktop.printing.ink import Ink
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.paper import FOOT_LINE, QR_BOTTOM, QR_SIDE, SMALL_LINE, Paper
from bmnn_desktop.printing.pdf_file import PdfFile
from bmnn_desktop.printing.qr import draw_qr

_CODE = 12.0
_SMALL = 9.0
_REPRINT = 11.0
_GAP = 6.0


def draw_foot(pdf: PdfFile, paper: Paper, foot: Foot) -> bytes:
    """Return the drawing that every page of the run shows."""
    ink = Ink()
    draw_qr(ink, foot.code, paper.right - QR_SIDE, QR_BOTTOM, QR_SIDE)
    x = ink.right(pdf.bold, _CODE, paper.right - QR_SIDE - _GAP, FOOT_LINE, foot.code) - _GAP
    x = ink.right(pdf.regular, _SMALL, x, FOOT_LINE, "Mã đối chiếu:") - 3 * _GAP
    if foot.reprint:
        ink.right(pdf.bold_italic, _REPRINT, x, FOOT_LINE, f"In lại lần {foot.reprint}")
    entry = f"Mục nhật ký số {foot.entry}"
    ink.right(pdf.regular, _SMALL, paper.right - QR_SIDE - _GAP, SMALL_LINE, entry)
    return ink.code()
