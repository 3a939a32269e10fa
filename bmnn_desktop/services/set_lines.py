"""What a line says on paper: the cells of documents, corrections and hand-overs as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.domain.copy_order import CopyOrder
from bmnn_desktop.domain.correction import Correction, CorrectionKind
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.volume import Signing, Volume
from bmnn_desktop.printing.lines import SIGNED, Line
from bmnn_desktop.registers.copying import COPYING
from bmnn_desktop.registers.stock import STOCK
from bmnn_desktop.registers.transfer import TRANSFER
from bmnn_desktop.services.pending_lines import Source
from bmnn_desktop.store import copy_orders, corrections, documents, handovers, line_notes, sheets
from bmnn_desktop.store.line_notes import LeftBehind
from bmnn_desktop.store.receivers import Signed
from bmnn_desktop.store.rows import Rows

_BATCH = 500
_PEN = "……"
_MADE = {
    CorrectionKind.CORRECT: "Đính chính",
    CorrectionKind.ANNUL: "Gạch bỏ số",
    CorrectionKind.COMPLETE: "Ghi tiếp",
}


class LineSetter:
    """Sets the lines of one volume."""

    def __init__(self, rows: Rows, book: Book | DerivedBook, volume: Volume, form: Form) -> None:
        self._rows = rows
        self._book = book
        self._volume = volume
        self._fields = [column.field for column in form.columns]

    def lines(self, sources: Sequence[Source]) -> Iterator[Line]:
        """Yield a line for each source, read a batch at a time."""
        printed_now = frozenset(sources)
        waiting = iter(sources)
        while batch := list(islice(waiting, _BATCH)):
            found: dict[Source, Line] = {}
            for table, set_batch in (
                ("document", self._documents),
                ("correction", self._corrections),
                ("handover", self._handovers),
                ("copy_order", self._copy_orders),
            ):
                ids = [source.row for source in batch if source.table == table]
                if ids:
                    before = line_notes.left_behind(self._rows, table, ids)
                    for row, (line, texts) in set_batch(ids, printed_now).items():
                        texts["note"] = _joined(texts["note"], _again(before.get(row)))
                        cells = tuple([texts[field] for field in self._fields])
                        found[Source(table, row)] = Line(line.seq_no, cells, line.struck)
            yield from (found[source] for source in batch)

    # ── documents ────────────────────────────────────────────────────────────────────────────

    def _documents(
        self, ids: Sequence[int], _now: frozenset[Source]
    ) -> dict[int, tuple[Line, dict[str, str]]]:
        signed = line_notes.signed_on_spoiled(self._rows, self._book.key, ids)
        named = line_notes.recipients(self._rows, ids)
        set_lines = {}
        for row, document in documents.by_ids(self._rows, ids).items():
            texts = self._texts(document)
            if document.book != STOCK.key:  # whoever compares signs there, not a receiver
                texts[self._book.sign_field] = self._sign_cell(document, named[row], signed)
            line = Line(document.seq_no, (), document.is_annulled)
            set_lines[row] = (line, texts)
        return set_lines

    def _texts(self, document: Document) -> dict[str, str]:
        if isinstance(self._book, DerivedBook):
            raise TypeError(self._book.key)
        return dict(self._book.texts(document))

    def _sign_cell(
        self,
        document: Document,
        named: tuple[tuple[int, str], ...],
        signed: dict[Signed, int],
        known: frozenset[str] = frozenset(),
    ) -> str:
        """Return the receivers, each with a place to sign unless another line has it (`known`)."""
        receivers: tuple[tuple[int | None, str], ...] = named
        if document.book == "incoming":
            receivers = ((None, document.receiving_unit),) if document.receiving_unit else ()
        items = []
        for recipient, name in receivers:
            cited = "" if name in known else self._citation(document, (recipient, name), signed)
            items.append(name if cited is None else f"{name}{SIGNED}{cited}")
        return "\n".join(items)

    def _citation(
        self,
        document: Document,
        receiver: tuple[int | None, str],
        signed: dict[Signed, int],
    ) -> str | None:
        """Return where the receiver signs if not here, None for a place to sign in this line."""
        sheet = signed.get(Signed(document.id, receiver[0], None))
        if sheet is not None:
            return f"đã ký, tờ số {sheet}"
        if self._volume.signing is Signing.IN_LINE or document.is_annulled:
            return None
        place = handovers.on_paper(self._rows, document.id).get(receiver)
        if place is None:
            return f"TKN {_PEN}, dòng {_PEN}"
        volume = f" quyển {show_number(place.volume_no)}" if place.volume_no > 1 else ""
        return f"TKN {place.sheet}/{place.year}{volume}, dòng {place.position}"

    # ── corrections ──────────────────────────────────────────────────────────────────────────

    def _corrections(
        self, ids: Sequence[int], now: frozenset[Source]
    ) -> dict[int, tuple[Line, dict[str, str]]]:
        set_lines = {}
        found = corrections.by_ids(self._rows, ids)
        about = documents.by_ids(self._rows, [each.document_id for each in found.values()])
        for row, correction in found.items():
            document = about[correction.document_id]
            line = Line(document.seq_no, (), struck=False)
            set_lines[row] = (line, self._correction(correction, document, now))
        return set_lines

    def _correction(
        self, correction: Correction, document: Document, now: frozenset[Source]
    ) -> dict[str, str]:
        current = self._texts(document)
        said = self._said(correction)
        texts = {field: current[field] if field in said else "" for field in self._fields}
        year = "" if document.year == self._volume.year else f"/{document.year}"
        texts["seq_no"] = f"{correction.kind.label} {show_number(document.seq_no)}{year}"
        made = f"{_MADE[correction.kind]} ngày {short_date(correction.made_on)}"
        note = f"{made}: {correction.words} ({correction.made_by})"
        texts["note"] = _joined(document.note if "note" in said else "", note)
        texts[self._book.sign_field] = SIGNED
        if self._book.sign_field in said:
            known = self._placed_receivers(document, correction, now)
            named = line_notes.recipients(self._rows, [document.id])[document.id]
            signed = line_notes.signed_on_spoiled(self._rows, self._book.key, [document.id])
            texts[self._book.sign_field] = self._sign_cell(document, named, signed, known)
        return texts

    def _said(self, correction: Correction) -> set[str]:
        """Return the columns whose text this line gives: the last to correct one tells it."""
        if correction.kind is CorrectionKind.ANNUL:
            return set()
        later = {
            field
            for other in corrections.of_document(self._rows, correction.document_id)
            if other.id > correction.id and other.kind is not CorrectionKind.ANNUL
            for field in other.fields
        }
        return set(correction.fields) - later - {"seq_no"}

    def _placed_receivers(
        self, document: Document, correction: Correction, now: frozenset[Source]
    ) -> frozenset[str]:
        """Return who has a place to sign in an earlier line about the document."""
        if Source("document", document.id) in now:
            return frozenset((*document.recipients, document.receiving_unit))
        earlier = [
            Source("correction", each.id)
            for each in corrections.of_document(self._rows, document.id)
            if each.id < correction.id
        ]
        place = self._fields.index(self._book.sign_field)
        return frozenset(
            item
            for source in (Source("document", document.id), *earlier)
            for line in sheets.lines_of_source(self._rows, source)
            if line.in_use and line.cells
            for item in line.cells[place].split("\n")
            if SIGNED not in item
        )

    # ── hand-overs ───────────────────────────────────────────────────────────────────────────

    def _handovers(
        self, ids: Sequence[int], _now: frozenset[Source]
    ) -> dict[int, tuple[Line, dict[str, str]]]:
        set_lines = {}
        found = handovers.of_ids(self._rows, ids)
        signed = line_notes.signed_on_spoiled(
            self._rows, self._book.key, [each.document.id for each in found]
        )
        for handover in found:
            texts = dict(TRANSFER.texts(handover))
            mark = Signed(handover.document.id, handover.recipient_id, handover.id)
            sheet = signed.get(mark)
            if sheet is not None:
                texts[self._book.sign_field] = f"{SIGNED}đã ký, tờ số {sheet}"
            elif handover.signed_apart is not None:
                day = short_date(handover.signed_apart)
                texts[self._book.sign_field] = f"{SIGNED}đã ký ngày {day}"
            elif handover.ending == "refused":
                texts[self._book.sign_field] = f"{SIGNED}không nhận"
            line = Line(handover.seq_no, (), handover.document.is_annulled)
            set_lines[handover.id] = (line, texts)
        return set_lines

    # ── copying orders ───────────────────────────────────────────────────────────────────────

    def _copy_orders(
        self, ids: Sequence[int], _now: frozenset[Source]
    ) -> dict[int, tuple[Line, dict[str, str]]]:
        set_lines = {}
        for order in copy_orders.of_ids(self._rows, ids):
            texts = dict(COPYING.texts(order))
            texts[self._book.sign_field] = _signed_elsewhere(order)
            set_lines[order.id] = (Line(order.seq_no or 0, (), struck=False), texts)
        return set_lines


def _signed_elsewhere(order: CopyOrder) -> str:
    """Return where in the transfer log each receiver signs; nobody signs in the copying log."""
    places: dict[str, str] = {}
    for copy in order.copies:
        if copy.meant_for:
            places.setdefault(copy.meant_for, copy.signed_at or f"TKN {_PEN}, dòng {_PEN}")
    return "\n".join(f"{SIGNED}{place}" for place in places.values()) or SIGNED


def _again(before: LeftBehind | None) -> str:
    """Return the mark of a line that stood on paper before."""
    if before is None:
        return ""
    if before.is_spoiled:
        return f"In lại, thay tờ số {before.sheet} hỏng"
    return f"In lại, thay dòng ở tờ số {before.sheet}"


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
