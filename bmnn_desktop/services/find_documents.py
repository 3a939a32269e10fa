"""Tìm: over both books at once, by any word of a line, without diacritics."""

from __future__ import annotations

from bmnn_desktop.domain.document import Document
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import documents


def find_documents(desk: Desk, text: str, limit: int = 50) -> tuple[Document, ...]:
    """Return at most `limit` lines with every word of `text`, those entered last first.

    A number alone finds the lines of that số thứ tự or số đến before all others.
    """
    return documents.anywhere(desk.rows, text, limit)
