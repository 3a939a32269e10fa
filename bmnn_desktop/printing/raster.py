"""Pages as pictures, in memory: what the preview shows and what goes to the printer."""

from __future__ import annotations

import threading
from dataclasses import dataclass

PDFIUM = threading.Lock()  # PDFium is one per process and not made for several threads
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: four bytes each, blue, green, red, unused (255), rows from the top.

    That is QImage.Format_RGB32 on a little-endian machine; row y begins at y * stride.
    """

    width: int
    height: int
    stride: int
    data: bytes


class PagePictures:
    """The pages of one PDF; safe to use from any thread, one page at a time."""

    def __init__(self, pdf: bytes) -> None:
        # a tenth of a second to import: at the first preview, not at the program's start
        import pypdfium2  # noqa: PLC0415

        self._pixels = pypdfium2.raw.FPDFBitmap_BGRx
        with PDFIUM:
            self._document = pypdfium2.PdfDocument(pdf)
            self._count = len(self._document)

    @property
    def page_count(self) -> int:
        """Return how many pages there are."""
        return self._count

    def picture(self, page: int, dpi: float) -> Picture:
        """Return the picture of a page, counted from 0."""
        with PDFIUM:
            shown = self._document[page]
            try:
                bitmap = shown.render(
                    scale=dpi / _POINTS_PER_INCH,
                    force_bitmap_format=self._pixels,
                )
                return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                shown.close()

    def close(self) -> None:
        """Forget the document."""
        with PDFIUM:
            self._document.close()
