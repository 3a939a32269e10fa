"""What stands around the text: frame, page number, training band, watermark, source, foot."""

from __future__ import annotations

import math

from bmnn_desktop.printing.frame import fitted
from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.page import Page
from bmnn_desktop.printing.papers.text_line import Style
from bmnn_desktop.printing.pdf_file import PdfFile
from bmnn_desktop.printing.qr import draw_qr

_PAGE_NUMBER = 13.0  # NĐ 30/2020: 13 to 14, in the middle of the upper margin
_PAGE_NUMBER_UP = 2.4 * MM  # over the text
_BAND = (0.98, 0.75, 0.18)
_BAND_HEIGHT = 6.0 * MM
_BAND_TOP = 4.0 * MM
_MARK_SIZE = 37.0
_QR_SIDE = 14 * MM
_QR_BOTTOM = 4.6 * MM
_FOOT_LINE = 13.4 * MM
_SMALL_LINE = 8.6 * MM
_CODE = 12.0
_SMALL = 9.0
_SOURCE = 7.8
_ENTRY_ROOM = 47 * MM  # QR square and the number of the entry, right of the source
_GAP = 6.0


def draw_margin(pdf: PdfFile, page: Page, composition: Composition, *, training: bool) -> bytes:
    """Return what all pages share: frame, training band, the source of the form."""
    ink = Ink()
    left, right = page.left - page.frame, page.right + page.frame
    if page.frame:
        bottom = page.bottom - page.frame
        height = page.top + page.frame - bottom
        ink.box(left, bottom, right - left, height, 1.6)
        ink.box(left + 3, bottom + 3, right - left - 6, height - 6, 0.5)
    if training:
        y = page.height - _BAND_TOP - _BAND_HEIGHT
        ink.fill(left, y, right - left, _BAND_HEIGHT, _BAND)
        ink.centred(pdf.bold, 12, (left + right) / 2, y + 4.7, "KHO TẬP HUẤN – SỐ LIỆU GIẢ")
    source = f"Mẫu: {composition.citation} – {composition.status.label}."
    room = right - _ENTRY_ROOM - left
    ink.text(pdf.regular, _SOURCE, left, _SMALL_LINE, fitted(pdf.regular, source, _SOURCE, room))
    return ink.code()


def draw_mark(pdf: PdfFile, page: Page) -> bytes:
    """Return the watermark of a preview, drawn under everything else."""
    ink = Ink()
    slope = math.atan2(page.height, page.width)
    cos, sin = math.cos(slope), math.sin(slope)
    ink.add("q 0.87 g")
    ink.add(
        f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {page.width / 2:.2f} {page.height / 2:.2f} cm"
    )
    ink.centred(pdf.bold, _MARK_SIZE, 0, -_MARK_SIZE / 3, "BẢN XEM TRƯỚC – KHÔNG DÙNG ĐỂ KÝ")
    ink.add("Q")
    return ink.code()


def draw_foot(pdf: PdfFile, page: Page, foot: Foot) -> bytes:
    """Return the foot: the anchor code, its QR square, the number of the journal entry."""
    ink = Ink()
    right = page.right + page.frame
    draw_qr(ink, foot.code, right - _QR_SIDE, _QR_BOTTOM, _QR_SIDE)
    end = right - _QR_SIDE - _GAP
    x = ink.right(pdf.bold, _CODE, end, _FOOT_LINE, foot.code) - _GAP
    ink.right(pdf.regular, _SMALL, x, _FOOT_LINE, "Mã đối chiếu:")
    if foot.reprint:
        again = f"In lại lần {foot.reprint}"
        ink.text(pdf.bold_italic, _CODE, page.left - page.frame, _FOOT_LINE, again)
    ink.right(pdf.regular, _SMALL, end, _SMALL_LINE, f"Mục nhật ký số {foot.entry}")
    return ink.code()


def page_number(ink: Ink, pdf: PdfFile, page: Page, number: int) -> None:
    """Draw the page number; the first page shows none."""
    if number > 1:
        style = Style(pdf.regular, _PAGE_NUMBER, _PAGE_NUMBER)
        middle = (page.left + page.right) / 2
        y = page.top + page.frame + _PAGE_NUMBER_UP
        ink.centred(style.face, style.size, middle, y, str(number))
