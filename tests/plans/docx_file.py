"""Makes .docx files: paragraphs, numbered lists and tables, enough for Word to open them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
NUMBERING = (
    f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText "
    "w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText "
    "w:val='%1.%2.'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText "
    "w:val='%3)'/></w:lvl>"
    "<w:lvl w:ilvl='3'><w:start w:val='1'/><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/></w:lvl>"
    "</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
)


@dataclass(frozen=True)
class Item:
    """A paragraph; `level` puts it into the numbered list."""

    text: str
    level: int | None = None


Rows = Sequence[Sequence[str]]
Block = Item | Rows


def docx(blocks: Sequence[Block], *, document: bytes | None = None) -> bytes:
    """Return the file; `document` replaces word/document.xml."""
    body = "".join(_item(block) if isinstance(block, Item) else _table(block) for block in blocks)
    xml = document or f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", TYPES)
        container.writestr("_rels/.rels", RELATIONS)
        container.writestr("word/document.xml", xml)
        container.writestr("word/numbering.xml", NUMBERING)
    return out.getvalue()


def _item(item: Item) -> str:
    listed = (
        f"<w:pPr><w:numPr><w:ilvl w:val='{item.level}'/><w:numId w:val='7'/></w:numPr></w:pPr>"
        if item.level is not None
        else ""
    )
    half = len(item.text) // 2  # Word cuts its runs anywhere
    runs = "".join(
        f"<w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"
        for text in (item.text[:half], item.text[half:])
    )
    return f"<w:p>{listed}{runs}</w:p>"


def _table(rows: Rows) -> str:
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>"
            + "".join(
                "<w:tc>" + "".join(_item(Item(line)) for line in cell.split("\n")) + "</w:tc>"
                for cell in row
            )
            + "</w:tr>"
            for row in rows
        )
        + "</w:tbl>"
    )
