"""The sheets of one invented volume: filled run by run, signed, bound.

The rows are those the printing of sheets writes; the places of the lines are plausible, no page
is laid out.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.store import documents
from bmnn_desktop.store.act import Act

_ROOM = 39_000  # hundredths of a point below the column heads
_HEIGHTS = {"incoming": 2_600, "outgoing": 3_900, "transfer": 2_600}
_WAITING = {
    "document_id": "SELECT id FROM document AS s WHERE volume_id = ?",
    "correction_id": "SELECT id FROM correction AS s WHERE volume_id = ?",
    # The transfer log grows large: what is above the last one printed is new.
    "handover_id": "SELECT id FROM handover AS s WHERE volume_id = ?"
    " AND id > (SELECT coalesce(max(handover_id), 0) FROM sheet_line)",
}
_NOT_ON_PAPER = " AND NOT EXISTS (SELECT 1 FROM sheet_line WHERE {} = s.id) ORDER BY id"
_TO_SIGN = """
    SELECT d.id, r.id, s.id FROM sheet AS s JOIN sheet_line AS l ON l.sheet_id = s.id
    LEFT JOIN handover AS h ON h.id = l.handover_id
    JOIN document AS d ON d.id = coalesce(h.document_id, l.document_id)
    LEFT JOIN recipient AS r ON r.document_id = d.id AND r.in_use = 1
      AND r.id = coalesce(h.recipient_id, r.id)
    WHERE s.volume_id = ? AND s.state = 'full' AND d.annulled_on IS NULL ORDER BY l.id"""


@dataclass(slots=True)
class _Sheet:
    row: int
    number: int
    used: int = 0
    lines: int = 0
    slots: int = 0


class Paper:
    """One volume's sheets; `signs`: receivers sign in its lines."""

    def __init__(
        self, desk: WritingDesk, chance: random.Random, book: str, volume: int, *, signs: bool
    ) -> None:
        self._desk = desk
        self._chance = chance
        self._book = book
        self._volume = volume
        self._signs = signs
        self._sheet: _Sheet | None = None

    def print_page(self, kind: str) -> None:
        """Print a certificate of its own, opening or closing, and find it good."""
        with self._desk.journal.write(f"print.{kind}") as act:
            run = self._run(act, kind)
            self._printed(act, run, None, number=1, lines=0, slot=0)
        self._answer(run)

    def print_new_lines(self) -> None:
        """In tiếp: put every new line on paper and find the sheets good."""
        waiting = [
            (column, row[0])
            for column, sql in _WAITING.items()
            for row in self._desk.rows.all(sql + _NOT_ON_PAPER.format(column), (self._volume,))
        ]
        if not waiting:
            return
        with self._desk.journal.write("print.new_lines") as act:
            run = self._run(act, "new_lines")
            touched: dict[int, tuple[_Sheet, int]] = {}
            for column, row in waiting:
                sheet = self._room_for_a_line(act)
                self._line(act, run, sheet, column, row)
                touched[sheet.row] = (sheet, touched.get(sheet.row, (sheet, 0))[1] + 1)
            for sheet, lines in touched.values():
                number, slot = sheet.number, sheet.slots
                self._printed(act, run, sheet.row, number=number, lines=lines, slot=slot)
                sheet.slots += 1
        self._answer(run)

    def sign(self, *, one_by_one: bool) -> None:
        """Note the receivers' signatures on the sheets that are full."""
        receipts = self._desk.rows.all(_TO_SIGN, (self._volume,)) if self._signs else []
        groups = [[receipt] for receipt in receipts] if one_by_one else [receipts]
        for group in groups:
            if not group:
                continue
            with self._desk.journal.write("receipt.note") as act:
                for document, recipient, sheet in group:
                    act.insert(
                        "receipt",
                        document_id=document,
                        recipient_id=recipient,
                        sheet_id=sheet,
                        signed_on=self._today,
                        in_use=1,
                    )
        full = self._desk.rows.all(
            "SELECT id FROM sheet WHERE volume_id = ? AND state = 'full'", (self._volume,)
        )
        if full:
            with self._desk.journal.write("sheet.sign") as act:
                for (sheet,) in full:
                    act.update("sheet", sheet, state="signed", state_on=self._today)

    def close(self, last_no: int | None) -> None:
        """Fill up, sign and close the volume."""
        if self._sheet is not None:
            with self._desk.journal.write("sheet.close") as act:
                act.update("sheet", self._sheet.row, state="full", state_on=self._today)
            self._sheet = None
            self.sign(one_by_one=False)
        self.print_page("closing")
        with self._desk.journal.write("volume.close") as act:
            act.update(
                "volume",
                self._volume,
                closed_on=self._today,
                closed_by=self._desk.session.person,
                last_no=last_no,
            )

    @property
    def _today(self) -> str:
        return self._desk.today().isoformat()

    def _room_for_a_line(self, act: Act) -> _Sheet:
        sheet = self._sheet
        if sheet is not None and sheet.used + _HEIGHTS[self._book] <= _ROOM:
            return sheet
        if sheet is not None:
            act.update("sheet", sheet.row, state="full", state_on=self._today)
        number = 1 if sheet is None else sheet.number + 1
        row = act.insert(
            "sheet",
            volume_id=self._volume,
            number=number,
            is_blank=0,
            state="open",
            state_on=self._today,
            spoil_reason="",
        )
        self._sheet = _Sheet(row, number)
        return self._sheet

    def _line(self, act: Act, run: int, sheet: _Sheet, column: str, row: int) -> None:
        height = _HEIGHTS[self._book]
        sheet.lines += 1
        places = dict.fromkeys(("document_id", "correction_id", "handover_id"))
        act.insert(
            "sheet_line",
            sheet_id=sheet.row,
            position=sheet.lines,
            **(places | {column: row}),
            part=1,
            print_run_id=run,
            top=sheet.used,
            height=height,
            cells=json.dumps(self._cells(act, column, row), ensure_ascii=False),
            struck=0,
            in_use=1,
        )
        sheet.used += height

    def _cells(self, act: Act, column: str, row: int) -> list[str]:
        if column == "document_id":
            document = documents.by_id(act.rows, row)
            return [] if document is None else list(find_book(self._book).texts(document).values())
        table = column.removesuffix("_id")
        return [str(act.read(table, row).get("receiver") or act.read(table, row).get("words"))]

    def _run(self, act: Act, kind: str) -> int:
        return act.insert(
            "print_run",
            volume_id=self._volume,
            document_id=None,
            kind=kind,
            printed_at=stamp(self._desk.clock.now()),
            reprint_no=0,
            state="asked",
        )

    def _printed(
        self, act: Act, run: int, sheet: int | None, *, number: int, lines: int, slot: int
    ) -> None:
        act.insert(
            "printed_sheet",
            print_run_id=run,
            sheet_id=sheet,
            number=number,
            line_count=lines,
            slot=slot,
            digest=self._chance.randbytes(32).hex(),
        )

    def _answer(self, run: int) -> None:
        with self._desk.journal.write("print.answer") as act:
            act.update("print_run", run, state="good")
