"""Đề nghị sao, chụp: who asks for how many copies, in which form, and what for."""

from __future__ import annotations

from bmnn_desktop.domain.copy_order import CopyForm, NewRequest
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong, FieldWrong
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.registers.checking import MOST_COPIES
from bmnn_desktop.services.copy_steps import check_day
from bmnn_desktop.services.copying_rules import check_texts, line_to_copy
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.store.act import Act


def request_copying(
    desk: WritingDesk, book: str, *, year: int, seq_no: int, new: NewRequest
) -> int:
    """Enter a request and return the order.

    Raises DocumentMissing, DocumentAnnulled, CopyLevelUnknown, CopyingForbidden,
    NothingToCopyFrom, FieldsWrong, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    with desk.journal.write("copy.request") as act:
        return insert_request(desk, act, line_to_copy(act.rows, kept.key, year, seq_no), new)


def insert_request(desk: WritingDesk, act: Act, line: Document, new: NewRequest) -> int:
    """Write what is asked for; raise FieldsWrong."""
    on = new.requested_on or desk.today()
    check_day(on, desk.today(), "requested_on", "Ngày đề nghị")
    texts = {
        "requester": ("Người đề nghị", tidy(new.requester)),
        "purpose": ("Mục đích", tidy(new.purpose)),
        "extract": ("Phần trích", tidy(new.extract)),
        "note": ("Ghi chú", tidy(new.note)),
    }
    is_extract = new.form is CopyForm.TRICH_SAO
    check_texts(texts, frozenset({"requester", *(("extract",) if is_extract else ())}))
    _check_count(new.wanted)
    columns = {field: text for field, (_label, text) in texts.items()}
    return act.insert(
        "copy_order",
        volume_id=None,
        year=None,
        seq_no=None,
        document_id=line.id,
        requested_on=on.isoformat(),
        form=new.form.value,
        medium=new.medium.value,
        wanted=new.wanted,
        permitted=None,
        permitter="",
        permitter_post="",
        delegation="",
        basis="",
        permitted_on=None,
        refused_on=None,
        refusal="",
        made_on=None,
        entered_on=None,
        made_by="",
        made_at="",
        made=None,
        spare=0,
        spoiled=0,
        destroyed_on=None,
        destroyed_by="",
        **columns,
    )


def _check_count(wanted: int) -> None:
    if not 1 <= wanted <= MOST_COPIES:
        why = f"phải từ 1 đến {MOST_COPIES}."
        raise FieldsWrong((FieldWrong(field="wanted", label="Số bản đề nghị", why=why),))
