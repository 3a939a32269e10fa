"""The text layer of a PDF from outside."""

from __future__ import annotations

from bmnn_desktop.errors import PlanFileDamaged, PlanTooLarge
from bmnn_desktop.printing.raster import PDFIUM

_MOST_PAGES = 600


def pdf_text(pdf: bytes, longest: int) -> str:
    """Return the text of all pages, a blank line between pages.

    Raises PlanFileDamaged, and PlanTooLarge beyond `longest` characters.
    """
    # a tenth of a second to import: when a PDF is read, not at the program's start
    import pypdfium2  # noqa: PLC0415

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise PlanFileDamaged from error
        try:
            if len(document) > _MOST_PAGES:
                raise PlanTooLarge
            pages: list[str] = []
            length = 0
            for number in range(len(document)):
                page = document[number]
                layer = page.get_textpage()
                pages.append(layer.get_text_bounded())
                layer.close()
                page.close()
                length += len(pages[-1])
                if length > longest:
                    raise PlanTooLarge
        except pypdfium2.PdfiumError as error:
            raise PlanFileDamaged from error
        finally:
            document.close()
    return "\n\n".join(pages)
