"""The PDF file: pages kept compressed until the last one is known, then written out in one go.

Nothing reaches `out` before `finish`, because the foot of every page holds a code that exists
only after all pages are laid out. Page objects are plain bytes: a book of 100,000 lines takes
about as much memory as its finished file.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFDocument,
    PDFIndirectObject,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFTrailer,
)
from reportlab.pdfbase.ttfonts import TTFont

from bmnn_desktop import resources
from bmnn_desktop.printing.face import Face

_LEVEL = 6  # of compression
_PROGRAM = "BMNN Desktop"
_HEAD = b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n"


class PdfFile:
    """A document of equal pages in one family of fonts, with drawings that pages share by name.

    `shift` moves all that is drawn, in points to the right and up: printers feed differently.
    """

    def __init__(
        self,
        title: str,
        width: float,
        height: float,
        drawings: Sequence[str],
        shift: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 4), lang="vi")
        information = self._document.info
        information.title = title
        information.producer = information.creator = information.author = _PROGRAM
        information.subject = ""
        self._box = f"[0 0 {width:.2f} {height:.2f}]"
        self._shift = "1 0 0 1 {:.2f} {:.2f} cm\n".format(*shift).encode() if any(shift) else b""
        self._pages: list[str] = []
        self._drawings = {name: _Ready() for name in drawings}
        self.regular = self._face("Regular")
        self.bold = self._face("Bold")
        self.italic = self._face("Italic")
        self._resources = self._shared_resources()

    @cached_property
    def bold_italic(self) -> Face:
        """Return the style that few books need."""
        return self._face("BoldItalic")

    def page(self, code: bytes, *, first: bool = False) -> None:
        """Add a page; `first` puts it before all others."""
        contents = self._add(_stream("", self._shift + code))
        page = self._add(
            f"<< /Type /Page /Parent {self._pages_tree} /MediaBox {self._box} "
            f"/Resources {self._resources} /Contents {contents} >>\n".encode()
        )
        self._pages.insert(0 if first else len(self._pages), page)

    def draw(self, name: str, code: bytes) -> None:
        """Define the drawing that pages show by "/name Do"; before or after they do."""
        self._drawings[name].code = _stream(
            f"/Type /XObject /Subtype /Form /BBox {self._box} "
            f"/Resources << /Font {self._number(BasicFonts)} >> ",
            code,
        )

    def finish(self, out: BinaryIO) -> None:
        """Write the file into `out`; every drawing must be defined by now."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        document.info.invariant = 1
        document.info.digest(document.signature)
        document.Catalog.Outlines = None
        document.Reference(document.Catalog)
        document.Reference(document.info)
        self._tree.code = (
            f"<< /Type /Pages /Count {len(self._pages)} /Kids [{' '.join(self._pages)}] >>\n"
        ).encode()
        self._write(out)

    def _write(self, out: BinaryIO) -> None:
        # as PDFDocument.format, which would hold the whole file in memory twice
        document = self._document
        out.write(_HEAD)
        offset = len(_HEAD)
        names: list[str] = []
        while (name := document.numberToId.get(len(names) + 1)) is not None:
            code = PDFIndirectObject(name, document.idToObject[name]).format(document)
            document.idToOffset[name] = offset
            out.write(code)
            offset += len(code)
            names.append(name)
        table = PDFCrossReferenceTable()
        table.addsection(0, names)
        out.write(table.format(document))
        trailer = PDFTrailer(
            startxref=offset,
            Size=len(names) + 1,
            Root=document.Reference(document.Catalog),
            Info=document.Reference(document.info),
            ID=document.ID(),
        )
        out.write(trailer.format(document))

    def _face(self, style: str) -> Face:
        # a font object of our own per document: its reading position is shared state, and a
        # preview may be drawn on one thread while a book is printed on another
        file = resources.path(f"fonts/LiberationSerif-{style}.ttf")
        return Face(TTFont(f"LiberationSerif-{style}", str(file)), self._document)

    def _shared_resources(self) -> str:
        self._tree = _Ready()
        self._pages_tree = self._named(self._tree, "PagesTree")
        self._document.Catalog.Pages = PDFObjectReference("PagesTree")
        shown = {name: PDFObjectReference(f"Drawing.{name}") for name in self._drawings}
        for name, drawing in self._drawings.items():
            self._named(drawing, f"Drawing.{name}")
        resources_table = PDFDictionary(
            {"Font": PDFObjectReference(BasicFonts), "XObject": PDFDictionary(shown)}
        )
        return self._named(resources_table, "PageResources")

    def _add(self, code: bytes) -> str:
        ready = _Ready()
        ready.code = code
        return self._named(ready, f"N{self._document.objectcounter}")

    def _named(self, thing: PDFObject, name: str) -> str:
        self._document.Reference(thing, name)
        return self._number(name)

    def _number(self, name: str) -> str:
        number, version = self._document.idToObjectNumberAndVersion[name]
        return f"{number} {version} R"


class _Ready(PDFObject):  # type: ignore[misc]
    """An object that is already bytes."""

    __slots__ = ("__InternalName__", "code")

    def format(self, _document: PDFDocument) -> bytes:
        """Return the bytes, as ReportLab asks for them."""
        code: bytes = self.code
        return code


def _stream(keys: str, code: bytes) -> bytes:
    packed = zlib.compress(code, _LEVEL)
    head = f"<< {keys}/Filter {PDFName('FlateDecode')} /Length {len(packed)} >>\nstream\n"
    return head.encode() + packed + b"\nendstream\n"
