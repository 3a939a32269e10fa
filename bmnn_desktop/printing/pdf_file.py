"""The PDF file: pages kept compressed until the last one is known, then written out in one go.

Nothing reaches `out` before `finish`, because the foot of every page holds a code that exists
only after all pages are laid out. Page objects are plain bytes: a book of 100,000 lines takes
about as much memory as its finished file. The same pages give the same bytes, whenever and by
whomever they are printed: the file tells its title and language, and neither program nor time.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Sequence
from functools import cached_property
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFDictionary,
    PDFDocument,
    PDFIndirectObject,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfbase.ttfonts import TTFont

from bmnn_desktop import resources
from bmnn_desktop.printing.face import Face
from bmnn_desktop.printing.tags import Element, Tags

_LEVEL = 6  # of compression
_HEAD = b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n"
_STRUCTURE = "StructureTree"


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
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 4))
        self._title = title
        self.tags = Tags()
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

    def page(self, code: bytes, marks: Sequence[Element] = ()) -> None:
        """Add a page; `marks` are the elements that its marked pieces belong to, in order."""
        contents = self._add(_stream("", self._shift + code))
        page = self._add(
            f"<< /Type /Page /Parent {self._pages_tree} /MediaBox {self._box} "
            f"/Resources {self._resources} /Contents {contents} "
            f"/StructParents {self.tags.next_page} /Tabs /S >>\n".encode()
        )
        self.tags.add_page(page, marks)
        self._pages.append(page)

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
        self._tree.code = (
            f"<< /Type /Pages /Count {len(self._pages)} /Kids [{' '.join(self._pages)}] >>\n"
        ).encode()
        self._ready(
            "Catalog",
            f"<< /Type /Catalog /Pages {self._pages_tree} /Lang (vi) "
            "/MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> "
            f"/StructTreeRoot {self._number(_STRUCTURE)} >>",
        )
        title = PDFString(self._title).format(document).decode("latin-1")
        self._ready("Info", f"<< /Title {title} >>")
        self._write(out)

    def _write(self, out: BinaryIO) -> None:
        # as PDFDocument.format, which would hold the whole file in memory twice
        document = self._document
        sink = _Sink(out)
        structure, _version = document.idToObjectNumberAndVersion[_STRUCTURE]
        number = 1
        while (name := document.numberToId.get(number)) is not None:
            if number != structure:  # it knows its elements when their numbers are known: last
                sink.add(
                    number, PDFIndirectObject(name, document.idToObject[name]).format(document)
                )
            number += 1
        for count, body in enumerate(self.tags.objects(structure, number), number):
            sink.add_body(count, body)
        sink.add_body(structure, self.tags.tree_root(number))
        sink.close(self._number("Catalog"), self._number("Info"))

    def _face(self, style: str) -> Face:
        # a font object of our own per document: its reading position is shared state, and a
        # preview may be drawn on one thread while a book is printed on another
        file = resources.path(f"fonts/LiberationSerif-{style}.ttf")
        return Face(TTFont(f"LiberationSerif-{style}", str(file)), self._document)

    def _shared_resources(self) -> str:
        self._tree = _Ready()
        self._pages_tree = self._named(self._tree, "PagesTree")
        shown = {name: PDFObjectReference(f"Drawing.{name}") for name in self._drawings}
        for name, drawing in self._drawings.items():
            self._named(drawing, f"Drawing.{name}")
        self._named(_Ready(), _STRUCTURE)
        resources_table = PDFDictionary(
            {"Font": PDFObjectReference(BasicFonts), "XObject": PDFDictionary(shown)}
        )
        return self._named(resources_table, "PageResources")

    def _add(self, code: bytes) -> str:
        ready = _Ready()
        ready.code = code
        return self._named(ready, f"N{self._document.objectcounter}")

    def _ready(self, name: str, code: str) -> None:
        ready = _Ready()
        ready.code = f"{code}\n".encode("latin-1")
        self._named(ready, name)

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


class _Sink:
    """What is written so far: where each object stands, and a digest that names the file."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._offsets = array("q", [0])  # by the number of the object
        self._end = 0
        self._digest = hashlib.sha256()
        self._put(_HEAD)

    def add(self, number: int, code: bytes) -> None:
        """Write an object that has its frame already."""
        missing = number + 1 - len(self._offsets)
        if missing > 0:
            self._offsets.extend([0] * missing)
        self._offsets[number] = self._end
        self._put(code)

    def add_body(self, number: int, body: bytes) -> None:
        """Write an object around its body."""
        self.add(number, b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def close(self, catalog: str, information: str) -> None:
        """Write where everything stands."""
        start = self._end
        size = len(self._offsets)
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for offset in self._offsets[1:]:
            self._put(b"%010d 00000 n \n" % offset)
        name = self._digest.hexdigest()[:32]
        self._put(
            f"trailer\n<< /Size {size} /Root {catalog} /Info {information} "
            f"/ID [<{name}> <{name}>] >>\nstartxref\n{start}\n%%EOF\n".encode()
        )

    def _put(self, code: bytes) -> None:
        self._out.write(code)
        self._digest.update(code)
        self._end += len(code)


def _stream(keys: str, code: bytes) -> bytes:
    packed = zlib.compress(code, _LEVEL)
    head = f"<< {keys}/Filter {PDFName('FlateDecode')} /Length {len(packed)} >>\nstream\n"
    return head.encode() + packed + b"\nendstream\n"
