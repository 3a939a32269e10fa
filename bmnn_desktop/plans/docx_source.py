"""A .docx into lines and tables: word/document.xml and nothing else of the container."""

from __future__ import annotations

import io
import unicodedata
import zipfile
import zlib

from bmnn_desktop.errors import PlanFileDamaged, PlanHasNoText, PlanTooLarge
from bmnn_desktop.plans.list_numbers import ListNumbers
from bmnn_desktop.plans.source import LONGEST_TEXT, Line, Source, Table
from bmnn_desktop.plans.text_source import tidy_cell, tidy_line
from bmnn_desktop.plans.xml_reader import Element, read_xml

_DOCUMENT = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_LARGEST_PART = 24_000_000  # bytes unpacked; two hundred pages have about 4,000,000
_BLOCKS = {"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag", "w:hyperlink", "w:moveTo"}
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": " ", "w:noBreakHyphen": "-"}


def docx_source(data: bytes) -> Source:
    """Return the lines and tables of a .docx.

    Raises PlanFileDamaged, PlanTooLarge, PlanHasNoText.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = set(container.namelist())
            if _DOCUMENT not in names:
                raise PlanFileDamaged
            document = read_xml(_part(container, _DOCUMENT))
            numbering = read_xml(_part(container, _NUMBERING)) if _NUMBERING in names else None
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise PlanFileDamaged from error
    body = document.child("w:body")
    if body is None:
        raise PlanFileDamaged
    source = _Reader(ListNumbers(numbering)).read(body)
    if not source:
        raise PlanHasNoText
    return source


def _part(container: zipfile.ZipFile, name: str) -> bytes:
    with container.open(name) as part:  # never trust the size the directory tells
        data = part.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise PlanTooLarge
    return data


class _Reader:
    """Walks the body once; paragraphs are numbered as lines."""

    def __init__(self, numbers: ListNumbers) -> None:
        self._numbers = numbers
        self._count = 0
        self._length = 0

    def read(self, body: Element) -> Source:
        items: list[Line | Table] = []
        gap = True
        for block in _unwrapped(body):
            if block.tag == "w:tbl":
                self._count += 1
                rows = self._rows(block)
                if rows:
                    items.append(Table(self._count, rows))
                continue
            for text in self._paragraph(block):
                self._count += 1
                if not text:
                    gap = True
                    continue
                items.append(Line(self._count, text, gap=gap, whole=True))
                gap = False
        return tuple(items)

    def _paragraph(self, paragraph: Element) -> list[str]:
        pieces: list[str] = []
        _gather(paragraph, pieces)
        raw = unicodedata.normalize("NFC", "".join(pieces))
        self._length += len(raw)
        if self._length > LONGEST_TEXT:
            raise PlanTooLarge
        lines = [tidy_line(line) for line in raw.split("\n")]
        properties = paragraph.child("w:pPr")
        listed = properties.child("w:numPr") if properties is not None else None
        if listed is not None and any(lines):
            level = listed.value("w:ilvl") or "0"
            number = self._numbers.next(
                listed.value("w:numId") or "", int(level) if level.isdecimal() else 0
            )
            lines[0] = f"{number} {lines[0]}".strip()
        return lines

    def _rows(self, table: Element) -> tuple[tuple[str, ...], ...]:
        rows: list[tuple[str, ...]] = []
        for row in _unwrapped(table, "w:tr"):
            cells: list[str] = []
            for cell in _unwrapped(row, "w:tc"):
                properties = cell.child("w:tcPr")
                merge = properties.child("w:vMerge") if properties is not None else None
                goes_on = merge is not None and merge.attributes.get("w:val") != "restart"
                column = len(cells)
                if goes_on and rows and column < len(rows[-1]):
                    cells.append(rows[-1][column])
                else:
                    cells.append(self._cell(cell))
                span = (properties.value("w:gridSpan") if properties is not None else None) or "1"
                if span.isdecimal():
                    cells.extend([""] * (min(int(span), 20) - 1))
            rows.append(tuple(cells))
        return tuple(rows)

    def _cell(self, cell: Element) -> str:
        lines: list[str] = []
        for block in _unwrapped(cell):
            if block.tag == "w:tbl":
                lines.extend(text for row in self._rows(block) for text in row)
            else:
                lines.extend(self._paragraph(block))
        return "\n".join(tidy_cell(line) for line in lines if line)


def _unwrapped(parent: Element, *wanted: str) -> list[Element]:
    """Return the blocks below a parent, with wrappers such as content controls opened."""
    tags = set(wanted) or {"w:p", "w:tbl"}
    found: list[Element] = []
    for child in parent.children:
        if child.tag in tags:
            found.append(child)
        elif child.tag in _BLOCKS:
            found.extend(_unwrapped(child, *wanted))
    return found


def _gather(element: Element, pieces: list[str]) -> None:
    for child in element.children:
        if child.tag == "w:t":
            pieces.append(child.text)
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif child.tag == "w:r" or child.tag in _BLOCKS:
            _gather(child, pieces)
