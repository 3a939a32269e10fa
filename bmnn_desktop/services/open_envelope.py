"""Mở bì: finish a line whose envelope only the person it names could open."""

from __future__ import annotations

from dataclasses import replace

from bmnn_desktop.domain.correction import CorrectionKind
from bmnn_desktop.domain.custody import Standing, Step
from bmnn_desktop.domain.document import Copy, Document, NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import EnvelopeOpened, FieldsWrong, FieldWrong
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.services.add_document import Registered, arrival_no_of, registered
from bmnn_desktop.services.copies_of_line import put_copies
from bmnn_desktop.services.copy_steps import Leaves, take_step
from bmnn_desktop.services.correct_document import line_to_change, write_correction
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import checked, columns_of, comparison_columns
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import copies as copies_of
from bmnn_desktop.store.act import Act

_INSIDE = "Có trong bì"
_NOT_REGISTERED = "Người có tên mở bì và giữ, không đăng ký nội dung"


def open_envelope(
    desk: WritingDesk, *, year: int, seq_no: int, new: NewDocument, opened_by: str
) -> Registered:
    """Fill in the line with what was inside; one printed already goes on in a line of its own.

    Raises DocumentMissing, DocumentAnnulled, PrintUnanswered, EnvelopeOpened, FieldsWrong,
    VolumeClosed, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    person = _named(opened_by)
    document = checked(INCOMING, replace(new, envelope=EnvelopeKind.OPENED))
    with desk.journal.write("envelope.open") as act:
        line = _sealed_line(act, year, seq_no)
        before = INCOMING.texts(line)
        _open(desk, act, line, person)
        columns = columns_of(INCOMING, document)
        columns["arrival_no"] = arrival_no_of(act.rows, document, year, seq_no)
        act.update("document", line.id, **columns)
        found = act.rows.value("SELECT id FROM comparison WHERE document_id = ?", (line.id,))
        act.update("comparison", int(found), **comparison_columns(document))
        copies = _put_inside(desk, act, line.id, document)
        if line.printed:
            changed = tuple(name for name in before if name not in ("seq_no", "note"))
            write_correction(
                desk, act, line, CorrectionKind.COMPLETE, fields=changed, words=_opened(person)
            )
        stored = act.read("document", line.id)
    return registered(stored, copies, act.seq)


def _put_inside(desk: WritingDesk, act: Act, row: int, document: NewDocument) -> tuple[Copy, ...]:
    """Give the copies that were inside their numbers: they are where the envelope is."""
    (envelope,) = copies_of.of_document(act.rows, row)
    count = document.received
    put_copies(act, INCOMING, row, max(count, 1), [])
    if envelope.standing is Standing.HELD:
        others = copies_of.of_document(act.rows, row)[1:]
        leaves = Leaves(holder=envelope.holder, handover=envelope.handover_id, remark=_INSIDE)
        for step in (Step.GIVE, Step.SIGN):
            others = take_step(act, others, step, desk.today(), leaves, today=desk.today())
    return tuple(Copy(no, document.receiving_unit, False) for no in range(1, count + 1))


def keep_content_closed(desk: WritingDesk, *, year: int, seq_no: int, opened_by: str) -> int:
    """Record that the person opened the envelope and keeps what was inside out of the book.

    Returns the entry; raises as `open_envelope`.
    """
    desk.session.require(Role.KEEPER)
    person = _named(opened_by)
    with desk.journal.write("envelope.keep_closed") as act:
        line = _sealed_line(act, year, seq_no)
        _open(desk, act, line, person)
        note = ". ".join(part for part in (line.note, _NOT_REGISTERED) if part)
        act.update("document", line.id, note=note)
        if line.printed:
            write_correction(
                desk, act, line, CorrectionKind.COMPLETE, fields=("note",), words=_NOT_REGISTERED
            )
    return act.seq


def _named(opened_by: str) -> str:
    person = tidy(opened_by)
    if not person:
        wrong = FieldWrong(field="opened_by", label="Người mở bì", why="chưa ghi.")
        raise FieldsWrong((wrong,))
    check_length("opened_by", "Người mở bì", person)
    return person


def _sealed_line(act: Act, year: int, seq_no: int) -> Document:
    line = line_to_change(act.rows, INCOMING.key, year, seq_no)
    if not line.is_sealed:
        raise EnvelopeOpened(seq_no=seq_no)
    return line


def _open(desk: WritingDesk, act: Act, line: Document, person: str) -> None:
    if line.envelope is not None:
        today = desk.today().isoformat()
        act.update("envelope", line.envelope.id, opened_on=today, opened_by=person)
        # Whoever opened it has it, be his signature still to be marked on the sheet.
        handed = [
            copy
            for copy in copies_of.of_document(act.rows, line.id)
            if copy.standing is Standing.HANDED
        ]
        leaves = Leaves(remark=_opened(person))
        take_step(act, handed, Step.SIGN, desk.today(), leaves, today=desk.today())


def _opened(person: str) -> str:
    return f"Đã mở bì: {person}"
