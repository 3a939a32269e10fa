"""What was done to the attempt counter is told and journalled once the vault is open."""

from __future__ import annotations

from bmnn_desktop.errors import KnownError
from bmnn_desktop.store import settings
from bmnn_desktop.store.attempts import Attempts, Record, Tampering
from bmnn_desktop.store.vault import Writing

ACTION = "attempts.tampered"
_MARK = "attempts.mark"
_WHAT = {
    Tampering.MISSING: "đã bị xóa",
    Tampering.DAMAGED: "đã bị hỏng hoặc bị sửa",
    Tampering.FOREIGN: "không phải tệp chương trình ghi sau cùng (đã bị đặt lại, hoặc cả kho sổ "
    "được chép từ nơi khác)",
    Tampering.OLDER: "là tệp của một lần mở trước, đã bị đặt lại",
}


def settle(writing: Writing, attempts: Attempts, found: Record) -> tuple[str, ...]:
    """Compare the mark `found` with the vault's, give both a new one; return what is to be told.

    The file forgets the tampering after the entry: a program killed between tells it again.
    A disk too full for the entry or the mark does not keep anybody from reading.
    """
    known = settings.find(writing.rows, _MARK)
    kind = found.tampering
    if kind is Tampering.NONE and known not in (None, found.mark, found.before):
        kind = Tampering.OLDER
    try:
        if kind is not Tampering.NONE:
            with writing.journal.write(ACTION) as act:
                act.detail["what"] = kind.value
        mark = attempts.settle(found, known or "")
        with writing.local() as connection:
            settings.put(connection, _MARK, mark)
    except KnownError:
        pass
    return (_sentence(kind),) if kind in _WHAT else ()


def _sentence(kind: Tampering) -> str:
    return (
        f"Tệp đếm số lần nhập sai mật khẩu {_WHAT[kind]}. Có thể có người đã thử mở kho sổ; "
        "việc này được ghi vào nhật ký."
    )
