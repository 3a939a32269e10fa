"""One print: lay out, enter it in the journal, put its code in the foot, write the file, ask.

The order is the point: no sheet leaves the program before its entry is committed, and lines count
as printed only once somebody has answered for the paper.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeVar

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.sheet import Answer, RunKind, SheetState
from bmnn_desktop.errors import ClearFileRefused, PrintRunWaiting
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.placed import PlacedLine, SheetPrinted
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.new_file import new_file
from bmnn_desktop.services.pending_lines import Source
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import print_runs, sheets
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.rows import Rows

Commit = Callable[[Sequence[SheetPrinted]], Foot]
Laid = TypeVar("Laid")  # what is known of the pages once they are laid out


@dataclass(frozen=True, slots=True)
class Printed:
    """A print that left the program and waits for its answer; `numbers` of its sheets."""

    run_id: int
    entry: int
    code: str
    sheets: int
    lines: int
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRun:
    """What a run of sheets is: its volume, its kind, and the sources of the lines it places."""

    volume: int
    kind: RunKind
    lines: tuple[Source, ...] = ()
    reprint: int = 0


def may_print(desk: WritingDesk, volume: int | None) -> None:
    """Check what every print needs; raise NotAllowed, ClearFileRefused, PrintRunWaiting."""
    desk.session.require(Role.KEEPER)
    if not desk.training:
        raise ClearFileRefused
    if volume is not None and has_waiting_sheets(desk.rows, volume):
        raise PrintRunWaiting


def has_waiting_sheets(rows: Rows, volume: int) -> bool:
    """Tell whether sheets of a volume came out that nobody has answered for."""
    return any(run.kind.is_of_sheets for run in print_runs.waiting(rows, volume))


def print_sheets_to(
    desk: WritingDesk, run: SheetRun, out: Path, draw: Callable[[BinaryIO, Commit], object]
) -> Printed:
    """Let `draw` print into the new file `out` and enter what it lays out.

    Raises OutputExists, OutputFailed, Cancelled. When the file fails after the entry is committed,
    it is removed and the run is answered: nothing came out.
    """
    return print_to(desk, out, draw, lambda sheets_: _enter(desk, run, sheets_))


def print_to(
    desk: WritingDesk,
    out: Path,
    draw: Callable[[BinaryIO, Callable[[Laid], Foot]], object],
    enter: Callable[[Laid], tuple[Printed, int]],
) -> Printed:
    """Let `draw` write into the new file `out`; `enter` journals the run before the bytes."""
    runs: list[Printed] = []

    def commit(laid: Laid) -> Foot:
        printed, reprint = enter(laid)
        runs.append(printed)
        return Foot(printed.code, printed.entry, desk.today(), reprint)

    try:
        with new_file(out) as file:
            draw(file, commit)
    except BaseException:
        for run in runs:  # entered, but no sheet left the program
            answer_print(desk, run.run_id, Answer.NOTHING)
        raise
    return runs[0]


def insert_run(
    desk: WritingDesk,
    act: Act,
    kind: RunKind,
    *,
    volume: int | None,
    document: int | None = None,
    reprint: int = 0,
) -> int:
    """Enter a run that waits for its answer."""
    return act.insert(
        "print_run",
        volume_id=volume,
        document_id=document,
        kind=kind.value,
        printed_at=stamp(desk.clock.now()),
        reprint_no=reprint,
        state="asked",
    )


def code_of(act: Act) -> str:
    """Return the anchor code of a written act."""
    entry = act.written
    return Anchor.of(entry.generation, entry.seq, entry.hash).code


def _enter(desk: WritingDesk, run: SheetRun, laid: Sequence[SheetPrinted]) -> tuple[Printed, int]:
    with desk.journal.write("book.print") as act:
        row = insert_run(desk, act, run.kind, volume=run.volume, reprint=run.reprint)
        entering = _Entering(act, row, run, desk.today())
        for sheet in laid:
            entering.enter(sheet)
    numbers = tuple(dict.fromkeys(sheet.number for sheet in laid))
    done = Printed(row, act.seq, code_of(act), len(laid), entering.begun, numbers)
    return done, run.reprint


class _Entering:
    """Enters the pages of one run in their order."""

    def __init__(self, act: Act, row: int, run: SheetRun, today: date) -> None:
        self._act = act
        self._row = row
        self._run = run
        self._today = today
        self._sources = iter(run.lines)
        self._source: Source | None = None
        self.begun = 0  # lines of which the first part is entered

    def enter(self, laid: SheetPrinted) -> None:
        """Enter one page with the lines placed on it."""
        sheet = self._sheet(laid.number)
        self._act.insert(
            "printed_sheet",
            print_run_id=self._row,
            sheet_id=sheet,
            number=laid.number,
            line_count=len(laid.kept) + len(laid.lines),
            slot=laid.slot,
            digest=laid.digest,
        )
        for line in laid.lines:
            if line.part == 1:
                self._source = next(self._sources)
                self.begun += 1
            self._line(sheet, line)

    def _sheet(self, number: int) -> int:
        """Return the sheet of that number, planned now if there is none."""
        is_blank = int(self._run.kind is RunKind.BLANK)
        known = sheets.by_number(self._act.rows, self._run.volume, number)
        if known is None:
            return self._act.insert(
                "sheet",
                volume_id=self._run.volume,
                number=number,
                is_blank=is_blank,
                state=SheetState.PLANNED.value,
                state_on=self._today.isoformat(),
                spoil_reason="",
            )
        if not known.is_on_paper and known.is_blank != bool(is_blank):
            self._act.update("sheet", known.id, is_blank=is_blank)
        return known.id

    def _line(self, sheet: int, line: PlacedLine) -> None:
        rows: dict[str, int | None] = dict.fromkeys(
            ("document", "correction", "handover", "copy_order")
        )
        if self._source is not None:
            rows[self._source.table] = self._source.row
        self._act.insert(
            "sheet_line",
            sheet_id=sheet,
            position=line.position,
            document_id=rows["document"],
            correction_id=rows["correction"],
            handover_id=rows["handover"],
            copy_order_id=rows["copy_order"],
            part=line.part,
            print_run_id=self._row,
            top=line.top,
            height=line.height,
            cells=json.dumps(line.cells, ensure_ascii=False, separators=(",", ":")),
            struck=int(line.struck),
            in_use=1,
        )
