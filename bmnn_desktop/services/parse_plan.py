"""Đọc văn bản kế hoạch: a file of any readable kind into a proposed plan; nothing is stored."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.plan import Plan
from bmnn_desktop.errors import PlanFileUnreadable, PlanHasNoText, PlanKindUnknown, PlanTooLarge
from bmnn_desktop.plans.docx_source import docx_source
from bmnn_desktop.plans.parse import parse
from bmnn_desktop.plans.source import LONGEST_TEXT, Source
from bmnn_desktop.plans.text_source import text_source
from bmnn_desktop.printing.pdf_text import pdf_text

_LARGEST_FILE = 20_000_000  # bytes of a .docx or PDF, pictures and all
_LARGEST_TEXT = 3 * LONGEST_TEXT  # bytes: three for most Vietnamese letters
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def parse_plan(path: Path) -> Plan:
    """Read a plan from a .txt, .docx or PDF file.

    Raises PlanFileUnreadable, PlanKindUnknown, PlanTooLarge, PlanFileDamaged, PlanHasNoText,
    NotAPlan.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise PlanFileUnreadable from error
    return parse(_source(data))


def _source(data: bytes) -> Source:
    """Tell the kind of a file by its first bytes, never by its name."""
    if len(data) > _LARGEST_FILE:
        raise PlanTooLarge
    if data.startswith(_ZIP):
        return docx_source(data)
    if _PDF in data[:1024]:
        return text_source(pdf_text(data, LONGEST_TEXT))
    if not data.strip():
        raise PlanHasNoText
    return text_source(_decoded(data))


def _decoded(data: bytes) -> str:
    if len(data) > _LARGEST_TEXT:
        raise PlanTooLarge
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise PlanKindUnknown from error
    if "\0" in text:
        raise PlanKindUnknown
    return text
