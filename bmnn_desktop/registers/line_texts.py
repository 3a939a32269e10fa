"""What the printed lines of every book say alike."""

from __future__ import annotations

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document


def title_of(document: Document) -> str:
    """Return type and subject, as one column shows them."""
    return ". ".join(part for part in (document.doc_type, document.subject) if part)


def with_remarks(document: Document) -> str:
    """Return the note with what the line itself must tell: late, from paper, struck."""
    parts = [document.note]
    if document.entry_kind.label:
        day = short_date(document.registered_on)
        source = f": {document.paper_reference}" if document.paper_reference else ""
        parts.append(f"{document.entry_kind.label} ngày {day}{source}")
    if document.annulment is not None:
        struck = document.annulment
        parts.append(f"Gạch bỏ ngày {short_date(struck.on)}: {struck.reason} ({struck.by})")
    return "\n".join(part for part in parts if part)
