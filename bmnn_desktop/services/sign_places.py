"""Where receivers sign on a sheet, and who has signed: what was printed with a line to sign on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.sheet import Sheet, SheetLine, SheetState, SignPlace
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.printing.lines import SIGNED
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.volume_form import form_of
from bmnn_desktop.store import receivers, sheets, volumes
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.receivers import Receiver, Signed
from bmnn_desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class UnsignedPlace:
    """An open place and the sheet it is on, for the lists of what is to be done."""

    book: str
    year: int
    volume_no: int
    sheet_no: int
    place: SignPlace
    days: int  # it has been waiting


def unsigned_places(desk: Desk, volume: int | None = None) -> tuple[UnsignedPlace, ...]:
    """Return every place where somebody has still to sign, of one volume or of all."""
    found: list[UnsignedPlace] = []
    by_volume: dict[int, list[Sheet]] = {}
    for sheet in sheets.to_sign(desk.rows, volume):
        by_volume.setdefault(sheet.volume_id, []).append(sheet)
    for row, of_volume in by_volume.items():
        kept = volumes.by_id(desk.rows, row)
        numbers = {sheet.id: sheet.number for sheet in of_volume}
        found += [
            UnsignedPlace(
                book=kept.book,
                year=kept.year,
                volume_no=kept.number,
                sheet_no=numbers[place.sheet_id],
                place=place,
                days=(desk.today() - place.since).days,
            )
            for place in places_of(desk.rows, kept, of_volume)
            if place.signed_on is None
        ]
    return tuple(found)


def places_of(rows: Rows, volume: Volume, on: Sequence[Sheet]) -> tuple[SignPlace, ...]:
    """Return the places to sign on some sheets of one volume, in the order of their lines."""
    lines = sheets.lines_of_sheets(rows, [sheet.id for sheet in on])
    return _Reader(rows, volume, lines).places()


def settle_signed(act: Act, sheet: int, today: date) -> SheetState:
    """Make a full sheet, or one of a closed volume, a signed one when nothing on it is open.

    A sheet that nobody signs (its receivers sign in the transfer log) is left as it is.
    """
    row = act.read("sheet", sheet)
    state = SheetState(row["state"])
    volume = volumes.by_id(act.rows, int(row["volume_id"] or 0))
    is_done = state is SheetState.FULL or (state is SheetState.OPEN and volume.is_closed)
    found = sheets.by_number(act.rows, volume.id, int(row["number"] or 0))
    if not is_done or found is None:
        return state
    places = places_of(act.rows, volume, (found,))
    if not places or any(place.signed_on is None for place in places):
        return state
    act.update("sheet", sheet, state=SheetState.SIGNED.value, state_on=today.isoformat())
    return SheetState.SIGNED


class _Reader:
    """Reads the places out of lines as they were printed."""

    def __init__(self, rows: Rows, volume: Volume, lines: Sequence[SheetLine]) -> None:
        self._rows = rows
        self._lines = lines
        sign_field = printed_book(volume.book).sign_field
        fields = [column.field for column in form_of(rows, volume).columns]
        self._column = fields.index(sign_field)
        corrections = [line.correction_id for line in lines if line.correction_id]
        handovers = [line.handover_id for line in lines if line.handover_id]
        self._corrected = receivers.documents_of(rows, corrections)
        self._handed = receivers.of_handovers(rows, handovers)
        documents = sorted(
            {document for line in lines if (document := self._document(line)) is not None}
        )
        self._receivers = receivers.of_documents(rows, documents)
        of_lines = {each.document_id for each in self._handed.values()}
        self._signed = receivers.signed(rows, sorted(of_lines.union(documents)))

    def places(self) -> tuple[SignPlace, ...]:
        """Return the places."""
        return tuple(place for line in self._lines for place in self._of_line(line))

    def _document(self, line: SheetLine) -> int | None:
        """Return the document of a register's own line; None for a line of another book."""
        if line.correction_id is not None:
            return self._corrected[line.correction_id]
        return line.document_id

    def _of_line(self, line: SheetLine) -> list[SignPlace]:
        if line.handover_id is not None:
            receiver = self._handed[line.handover_id]
            is_cited = bool(line.cells) and SIGNED in line.cells[self._column]
            is_signed_here = line.part == 1 and not is_cited and not receiver.is_annulled
            return [self._place(line, receiver, "")] if is_signed_here else []
        document = self._document(line)
        if document is None:
            return []  # a line of the copying log: its copies are signed for in the transfer log
        found = [each for each in self._receivers.get(document, ()) if not each.is_annulled]
        if line.cells:
            named = self._named(line)
            found = [each for each in found if each.name in named]
        elif line.part > 1:
            found = []
        return [
            self._place(line, each, f".{each.position}" if each.position else "") for each in found
        ]

    def _place(self, line: SheetLine, receiver: Receiver, tail: str) -> SignPlace:
        signed = Signed(receiver.document_id, receiver.recipient_id, line.handover_id)
        return SignPlace(
            key=f"{line.seq_no}{tail}",
            sheet_id=line.sheet_id,
            seq_no=line.seq_no,
            receiver=receiver.name,
            document_id=receiver.document_id,
            recipient_id=receiver.recipient_id,
            handover_id=line.handover_id,
            since=line.put_on,
            signed_on=self._signed.get(signed),
        )

    def _named(self, line: SheetLine) -> set[str]:
        """Return the names in the line that have something to sign on.

        A name cut at the foot of a sheet is signed where it ends.
        """
        items = line.cells[self._column].split("\n")
        if line.part > 1:
            before = next(
                each
                for each in sheets.lines_of_source(self._rows, line.source)
                if each.in_use and each.part == line.part - 1
            )
            start, marker, citation = (
                before.cells[self._column].rpartition("\n")[2].partition(SIGNED)
            )
            if marker and not citation and start:
                items[0] = f"{start} {items[0]}"
        return {item for item in items if SIGNED not in item}
