"""The test page of a printer: marks at known distances from the edges, and what to do with them."""

from __future__ import annotations

from typing import BinaryIO

from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.paper import HEIGHT, WIDTH
from bmnn_desktop.printing.pdf_file import PdfFile

EDGE_MM = 20  # from a mark to each of its two edges
_TICKS_MM = 10  # of a mark, to either side
_RULER_MM = 100
_TITLE = "Trang thử máy in"
_SIZE = 12.5
_LEADING = 18.5
_SMALL = 8.0
_WIDTH = 190 * MM


def write_test_page(out: BinaryIO, offset_mm: tuple[float, float]) -> None:
    """Write the page, moved by the offset that it is to check."""
    right, down = offset_mm
    pdf = PdfFile(_TITLE, WIDTH, HEIGHT, (), (right * MM, -down * MM))
    ink = Ink()
    with ink.artifact():
        _marks(ink)
        _ruler(ink, pdf, WIDTH / 2 - _RULER_MM / 2 * MM, 60 * MM)
    with ink.marked(pdf.tags.element("P")):
        _text(ink, pdf, right, down)
    pdf.page(ink.code(), ink.marks)
    pdf.finish(out)


def _marks(ink: Ink) -> None:
    for x in (EDGE_MM * MM, WIDTH - EDGE_MM * MM):
        for y in (EDGE_MM * MM, HEIGHT - EDGE_MM * MM):
            _mark(ink, x, y)


def _text(ink: Ink, pdf: PdfFile, right: float, down: float) -> None:
    middle = WIDTH / 2
    ink.centred(pdf.bold, 18, middle, HEIGHT - 52 * MM, _TITLE.upper())
    y = HEIGHT - 66 * MM
    for sentence in _sentences(right, down):
        for line in pdf.regular.wrap(sentence, _WIDTH * 1000 / _SIZE, _SIZE):
            ink.text(pdf.regular, _SIZE, middle - _WIDTH / 2, y, line)
            y -= _LEADING
        y -= 5


def _sentences(right: float, down: float) -> tuple[str, ...]:
    return (
        (
            f"1. Ở dấu góc trên bên trái, đo từ mép trái tờ giấy đến vạch đứng và từ mép trên đến "
            f"vạch ngang: cả hai phải đúng {EDGE_MM} mm."
        ),
        (
            f"2. Nếu lệch, tính: sang phải = {EDGE_MM} − số đo đến vạch đứng; xuống dưới = "
            f"{EDGE_MM} − số đo đến vạch ngang (ví dụ đo được 21,5 mm thì ghi −1,5)."
        ),
        (
            f"3. Trang này in với độ lệch đang đặt: sang phải {_shown(right)} mm, xuống dưới "
            f"{_shown(down)} mm. Hãy cộng thêm số vừa tính, nhập vào, rồi in lại trang này."
        ),
        (
            f"4. Thước dưới đây phải dài đúng {_RULER_MM} mm; nếu không, máy in đang co giãn "
            "trang: hãy chọn in đúng kích thước thật (100 %)."
        ),
    )


def _shown(millimetres: float) -> str:
    return f"{millimetres:.1f}".replace(".", ",").replace("-", "−")


def _mark(ink: Ink, x: float, y: float) -> None:
    reach = _TICKS_MM * MM
    ink.line(x - reach, y, x + reach, y, 0.4)
    ink.line(x, y - reach, x, y + reach, 0.4)
    for step in (*range(-_TICKS_MM, 0), *range(1, _TICKS_MM + 1)):
        half = (1.6 if step % 5 == 0 else 0.8) * MM
        ink.line(x + step * MM, y - half, x + step * MM, y + half, 0.3)
        ink.line(x - half, y + step * MM, x + half, y + step * MM, 0.3)


def _ruler(ink: Ink, pdf: PdfFile, x: float, y: float) -> None:
    ink.line(x, y, x + _RULER_MM * MM, y, 0.4)
    for step in range(_RULER_MM + 1):
        long = 4.0 if step % 10 == 0 else 3.0 if step % 5 == 0 else 2.0
        ink.line(x + step * MM, y, x + step * MM, y + long * MM, 0.3)
        if step % 10 == 0:
            ink.centred(pdf.regular, _SMALL, x + step * MM, y - 9, str(step))
