"""Sổ quản lý sao, chụp bí mật nhà nước: a line for every copying job that was done.

No official column list was found for either regime (LAW.md 2.7): the form is a proposal and says
so on paper and screen. Receivers sign in the transfer log; the last but one column says where.
"""

from __future__ import annotations

from bmnn_desktop.domain.book import BookOf
from bmnn_desktop.domain.copy_order import CopyMedium, CopyOrder
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.registers.line_texts import title_of

_SOURCES = {"incoming": "Sổ đến", "outgoing": "Sổ đi"}
_KEPT = "Lưu tại nơi lưu giữ"


def _texts(order: CopyOrder) -> dict[str, str]:
    document = order.document
    day = "" if document.doc_date is None else f", {short_date(document.doc_date)}"
    return {
        "seq_no": show_number(order.seq_no or 0),
        "made_on": "" if order.made_on is None else short_date(order.made_on),
        "doc_number": f"{document.doc_number}{day}",
        "subject": title_of(document),
        "level": document.level_label,
        "form": _form(order),
        "copies": show_number(order.made or 0),
        "numbers": order.numbers,
        "recipients": _recipients(order),
        "permitter": _permitter(order),
        "made_by": ", ".join(part for part in (order.made_by, order.made_at) if part),
        "destroyed": _destroyed(order),
        "receipt": "",  # where its receivers sign, as far as that is known when it is printed
        "note": _note(order),
    }


def _form(order: CopyOrder) -> str:
    words = order.form.label
    if order.extract:
        words += f": {order.extract}"
    return f"{words} ({order.medium.label})" if order.medium is CopyMedium.ELECTRONIC else words


def _recipients(order: CopyOrder) -> str:
    """Return each receiver once, with the numbers of his copies."""
    numbers: dict[str, list[int]] = {}
    for copy in order.copies:
        numbers.setdefault(copy.meant_for or _KEPT, []).append(copy.copy_no)
    return "\n".join(
        f"{name}: {', '.join(map(show_number, found))}" for name, found in numbers.items()
    )


def _permitter(order: CopyOrder) -> str:
    permitted = "" if order.permitted_on is None else f" ngày {short_date(order.permitted_on)}"
    words = f"{order.permitter}, {order.permitter_post}{permitted}"
    return f"{words}\nTheo {order.delegation}" if order.delegation else words


def _destroyed(order: CopyOrder) -> str:
    counts = ((order.spare, "bản dư"), (order.spoiled, "bản hỏng"))
    what = ", ".join(f"{show_number(count)} {words}" for count, words in counts if count)
    if not what or order.destroyed_on is None:
        return "Không có"
    return f"{what}: tiêu hủy ngày {short_date(order.destroyed_on)}, {order.destroyed_by}"


def _note(order: CopyOrder) -> str:
    document = order.document
    number = f"{_SOURCES[document.book]}: {show_number(document.seq_no)}/{document.year}"
    late = told = ""
    if order.is_late and order.entered_on is not None:
        late = f"Ghi sổ ngày {short_date(order.entered_on)}"
    if order.is_permission_late and order.permission_told is not None:
        told = f"Ghi việc cho phép ngày {short_date(order.permission_told)}"
    basis = f"Căn cứ: {order.basis}" if order.basis else ""
    return "\n".join(part for part in (number, told, late, basis, order.note) if part)


COPYING = BookOf(
    key="copying",
    title="SỔ QUẢN LÝ SAO, CHỤP BÍ MẬT NHÀ NƯỚC",
    short_title="Sổ sao, chụp",
    form="copying-2026",
    texts=_texts,
    sign_field="receipt",
    table="copy_order",
    day="made_on",
)
