"""What was done to the files beside the database is told and journalled once the vault is open."""

from __future__ import annotations

from bmnn_desktop import paths
from bmnn_desktop.errors import KnownError
from bmnn_desktop.store import header, settings
from bmnn_desktop.store.attempts import Attempts, Record, Tampering, tampered
from bmnn_desktop.store.vault import Writing

_TAMPERED = "attempts.tampered"
_REVIVED = "header.revived"
_MARK = "attempts.mark"
_SIGNING_MARK = "attempts.sign.mark"
_WHAT = {
    Tampering.MISSING: "đã bị xóa",
    Tampering.DAMAGED: "đã bị hỏng hoặc bị sửa",
    Tampering.FOREIGN: "không phải tệp chương trình ghi sau cùng (đã bị đặt lại, hoặc cả kho sổ "
    "được chép từ nơi khác)",
    Tampering.OLDER: "là tệp của một lần mở trước, đã bị đặt lại",
}
_DOOR_SENTENCE = (
    "Tệp đếm số lần nhập sai mật khẩu {what}. Có thể có người đã thử mở kho sổ; "
    "việc này được ghi vào nhật ký."
)
_SIGNING_SENTENCE = (
    "Tệp đếm số lần nhập sai khi người thứ hai xác nhận {what}. Có thể có người đã thử mật khẩu "
    "hoặc mã PIN của người thứ hai; việc này được ghi vào nhật ký."
)
_REVIVED_SENTENCE = (
    "Hai tệp khóa (keys.a, keys.b) cũ hơn lần ghi sau cùng: mật khẩu đã đổi có thể dùng lại được. "
    "Hãy đổi mật khẩu và báo người phụ trách; việc này được ghi vào nhật ký."
)


def settle(
    writing: Writing, attempts: Attempts, found: Record, sequence: int, signing: Attempts
) -> tuple[str, ...]:
    """Compare both counters' marks and the header's `sequence` with the vault's; say what to tell.

    All are kept anew. A counter forgets its tampering after the entry: a program killed between
    tells it again. A disk too full for all this does not keep anybody from reading. `signing`
    counts the second person's secrets; whoever opens the door does not shorten its wait.
    """
    signing_told, signing_mark = _settle_signing(writing, signing)
    mark, newest = settings.find(writing.rows, _MARK), settings.find(writing.rows, header.SEQUENCE)
    kind = _kind_of(found, mark)
    is_revived = newest is not None and sequence < int(newest)
    try:
        if kind is not Tampering.NONE:
            with writing.journal.write(_TAMPERED) as act:
                act.detail["what"] = kind.value
        if is_revived:
            with writing.journal.write(_REVIVED) as act:
                act.detail |= {"sequence": sequence, "newest": int(newest or 0)}
        made = attempts.settle(found, mark or "")
        with writing.local() as connection:
            settings.put(connection, _MARK, made)
            settings.put(connection, header.SEQUENCE, str(sequence))
            if signing_mark:
                settings.put(connection, _SIGNING_MARK, signing_mark)
    except KnownError:
        pass
    told: tuple[str, ...] = ()
    if kind is not Tampering.NONE:
        told += (_DOOR_SENTENCE.format(what=_WHAT[kind]),)
    if is_revived:
        told += (_REVIVED_SENTENCE,)
    return told + signing_told


def _settle_signing(writing: Writing, signing: Attempts) -> tuple[tuple[str, ...], str]:
    """Journal that the second signature's counter was tampered with.

    Returns what to tell and the new mark for the vault, "" where that could not be done now.
    """
    known = settings.find(writing.rows, _SIGNING_MARK)
    try:
        found = signing.look()
        kind = _kind_of(found, known)
        if kind is Tampering.NONE:
            return (), signing.settle(found, known or "")
        with writing.journal.write(_TAMPERED) as act:
            act.detail |= {"what": kind.value, "file": paths.SIGN_ATTEMPTS}
        if kind is Tampering.OLDER:  # it was believed until now: its wait begins
            found = tampered(kind, found)
        mark = signing.settle(found, known or "")
    except KnownError:  # the next opening tells it
        return (), ""
    return (_SIGNING_SENTENCE.format(what=_WHAT[kind]),), mark


def _kind_of(found: Record, known: str | None) -> Tampering:
    """Return what was done to a counter, of which the vault knows the mark or not yet."""
    if found.tampering is Tampering.NONE and known not in (None, found.mark, found.before):
        return Tampering.OLDER
    return found.tampering
