"""Copies leave for good: back to the body that issued them, or into the archive.

Whoever takes them signs in the transfer log like any receiver (Luật 117/2025/QH15, Điều 13).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Origin, Step
from bmnn_desktop.domain.document import Document
from bmnn_desktop.errors import NotReceived
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.services.copy_steps import check_day, chosen, line_of
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.hand_out import HandedOut, Terms, hand_out
from bmnn_desktop.services.handover_lines import HandoverLines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_text
from bmnn_desktop.store import documents


def give_back_copies(
    desk: WritingDesk,
    copies: Sequence[int],
    *,
    receiver: str = "",
    on: date | None = None,
    remark: str = "",
) -> HandedOut:
    """Give received copies back to whom issued them (`receiver`: who takes them, else the issuer).

    Raises NotReceived, NoCopyChosen, CopyMissing, DocumentAnnulled, StepImpossible, FieldsWrong,
    VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    day, today = on or desk.today(), desk.today()
    check_day(day, today)
    with desk.journal.write("custody.give_back") as act:
        some = chosen(act.rows, copies)
        about = documents.by_ids(act.rows, sorted({copy.document_id for copy in some}))
        by_taker: dict[str, list[CopyPlace]] = {}
        for copy in some:
            if not _came(copy, about[copy.document_id]):
                raise NotReceived(copy=copy.number, line=line_of(act.rows, copy))
            taker = receiver or about[copy.document_id].issuer
            by_taker.setdefault(taker, []).append(copy)
        lines = HandoverLines(act, day, today)
        numbers: tuple[int, ...] = ()
        for taker, group in by_taker.items():
            terms = Terms(taker, day, remark=remark).checked()
            numbers += hand_out(act, lines, group, Step.GIVE_BACK, terms, today=today)
    return HandedOut(act.seq, day.year, numbers)


def archive_copies(
    desk: WritingDesk,
    copies: Sequence[int],
    *,
    archive: str,
    on: date | None = None,
    remark: str = "",
) -> HandedOut:
    """Hand copies over to an archive. Raises as `give_back_copies`, but for NotReceived."""
    desk.session.require(Role.KEEPER)
    day, today = on or desk.today(), desk.today()
    check_day(day, today)
    name = needed_text("archive", "Nơi lưu trữ", archive)
    terms = Terms(name, day, remark=remark).checked()
    with desk.journal.write("custody.archive") as act:
        some = chosen(act.rows, copies)
        lines = HandoverLines(act, day, today)
        numbers = hand_out(act, lines, some, Step.ARCHIVE, terms, today=today)
    return HandedOut(act.seq, day.year, numbers)


def _came(copy: CopyPlace, line: Document) -> bool:
    """Tell whether a copy came from another body; of one from stock its register tells it."""
    if copy.origin is Origin.STOCK:
        return line.book == INCOMING.key
    return copy.origin is Origin.RECEIVED
