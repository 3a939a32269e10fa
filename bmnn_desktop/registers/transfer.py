"""Sổ chuyển giao bí mật nhà nước: derived from the registers, printed as tờ ký nhận.

No official column list was found for either regime (LAW.md 2.7): the form is a proposal and says
so on paper and screen.
"""

from __future__ import annotations

from bmnn_desktop.domain.book import BookOf
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.registers.line_texts import title_of

_SOURCES = {"incoming": "Sổ đến", "outgoing": "Sổ đi", "stock": "Có sẵn"}


def _texts(line: Handover) -> dict[str, str]:
    document = line.document
    source = f"{_SOURCES[document.book]}: {show_number(document.seq_no)}/{document.year}"
    return {
        "seq_no": show_number(line.seq_no),
        "handed_on": short_date(line.handed_on),
        "doc_number": document.doc_number,
        "subject": "Bì còn nguyên" if document.is_sealed else title_of(document),
        "level": document.level_label,
        "copies": show_number(line.copies),
        "receiver": _below(line.receiver, line.parcel),
        "receipt": "",  # for the pen
        "returned": _returned(line),
        "note": _below(source, line.occasion),
    }


def _returned(line: Handover) -> str:
    """Return until when it is to be back and when it was; the signature is for the pen."""
    due = f"Hạn trả {short_date(line.due_on)}" if line.due_on else ""
    is_back = line.ended_on is not None and line.ending == "returned"
    back = f"Trả {short_date(line.ended_on)}" if is_back and line.ended_on else ""
    return _below(due, back)


def _below(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


TRANSFER = BookOf(
    key="transfer",
    title="SỔ CHUYỂN GIAO BÍ MẬT NHÀ NƯỚC",
    short_title="Sổ chuyển giao",
    form="transfer-2026",
    texts=_texts,
    sign_field="receipt",
    table="handover",
    day="handed_on",
)
