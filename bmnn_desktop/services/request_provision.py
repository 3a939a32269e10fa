"""Đề nghị cung cấp, chuyển giao: a written request about one document comes in."""

from __future__ import annotations

from bmnn_desktop.domain.provision import REQUEST_FIELDS, AskerKind, NewRequest, foreign_basis
from bmnn_desktop.errors import ForeignAsker
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.named_line import named_line
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.told_fields import Told


def request_provision(
    desk: WritingDesk, book: str, *, year: int, seq_no: int, new: NewRequest
) -> int:
    """Enter a request and return its row.

    Raises ForeignAsker (Điều 16 is not decided here), BookUnknown, DocumentMissing,
    DocumentAnnulled, FieldsWrong, DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(REQUEST_FIELDS)
    new = told.tidied(new)
    if new.kind is AskerKind.BODY:
        why = "cơ quan, tổ chức đề nghị phải có người đại diện (Điều 15)."
        told.need(new, ("representative",), why)
    if new.kind is AskerKind.PERSON:
        told.need(new, ("identity",), "cá nhân đề nghị phải ghi giấy tờ, địa chỉ, vị trí công tác.")
    day = new.requested_on or today
    told.not_to_come("requested_on", day, today)
    told.refuse()
    with desk.journal.write("provision.request") as act:
        line = named_line(act.rows, book, year, seq_no)
        if new.is_foreign:
            raise ForeignAsker(basis=foreign_basis(line.level).line)
        return act.insert(
            "provision",
            document_id=line.id,
            requested_on=day.isoformat(),
            request=new.request,
            asker_kind=None if new.kind is None else new.kind.value,
            asker=new.asker,
            representative=new.representative,
            identity=new.identity,
            what=new.what,
            purpose=new.purpose,
            commitment=int(new.commitment),
            decider="",
            decider_post="",
            decided_on=None,
            outcome="",
            reasons="",
            given_on=None,
            given="",
        )
