"""In tốt, tờ hỏng, không ra tờ nào: what became of a print; only then do its lines count.

A sheet that came out spoiled stays in the book with its number, its lines go to the next one. A
sheet that never came out leaves its number for the next print, and its lines no place.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bmnn_desktop.domain.sheet import Answer, RunKind, SheetLine, SheetState
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import AnswerContradicts, PrintRunUnknown, ReasonMissing, SheetNotInRun
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.sign_places import settle_signed
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import print_runs, sheets
from bmnn_desktop.store.act import Act

_COPIES = (RunKind.BOOK, RunKind.REPRINT)  # they draw sheets that are on paper once more


def answer_print(
    desk: WritingDesk,
    run_id: int,
    answer: Answer,
    *,
    spoiled: Iterable[int] = (),
    missing_from: int | None = None,
    reason: str = "",
) -> int:
    """Record what came out and return the entry.

    Of a spoiled print, `spoiled` numbers the bad sheets (none: all of them) and `missing_from` is
    the first that never came out; the others are good. Raises PrintRunUnknown when the run does
    not wait for an answer, ReasonMissing, SheetNotInRun, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    why = tidy(reason)
    if answer is Answer.SPOILED and not why:
        raise ReasonMissing
    if answer is not Answer.SPOILED and (spoiled or missing_from is not None):
        raise AnswerContradicts
    check_length("reason", "Lý do", why)
    with desk.journal.write("book.print.answer", reason=why or None) as act:
        kind = print_runs.kind_if_waiting(act.rows, run_id)
        if kind is None:
            raise PrintRunUnknown
        fates = _fates(act, run_id, answer, tuple(spoiled), missing_from)
        if Answer.SPOILED in fates.values():
            act.action = "book.print.spoiled"
        came_to = next((each for each in Answer if each in fates.values()), answer)
        act.update("print_run", run_id, state=came_to.value)
        _Answering(act, run_id, kind, why, desk.today()).settle(fates)
    return act.seq


def take_out_of_use(act: Act, lines: Iterable[SheetLine]) -> None:
    """Take lines off the books' paper, with all their parts; they will be printed again."""
    sources = dict.fromkeys(line.source for line in lines)
    for source in sources:
        for line in sheets.lines_of_source(act.rows, source):
            if line.in_use:
                act.update("sheet_line", line.id, in_use=0)


def _fates(
    act: Act, run_id: int, answer: Answer, spoiled: tuple[int, ...], missing_from: int | None
) -> dict[int, Answer]:
    """Return what became of each page of the run, by the id of its row."""
    pages = print_runs.sheets_of(act.rows, run_id)
    numbers = {page.number for page in pages}
    for number in (*spoiled, *(() if missing_from is None else (missing_from,))):
        if number not in numbers:
            raise SheetNotInRun(number=number)
    fates = {}
    is_missing = answer is Answer.NOTHING
    for page in pages:
        is_missing = is_missing or page.number == missing_from
        fates[page.id] = answer
        if is_missing:
            fates[page.id] = Answer.NOTHING
        elif answer is Answer.SPOILED and (spoiled or missing_from is not None):
            fates[page.id] = Answer.SPOILED if page.number in spoiled else Answer.GOOD
    return fates


class _Answering:
    """Gives each sheet of a run its state."""

    def __init__(self, act: Act, run: int, kind: RunKind, reason: str, today: date) -> None:
        self._act = act
        self._kind = kind
        self._reason = reason
        self._today = today
        self._run = run
        self._placed: dict[int, list[SheetLine]] = {}
        for line in sheets.lines_of_run(act.rows, run):
            self._placed.setdefault(line.sheet_id, []).append(line)
        self._last_new = 0  # the highest number that came out on new paper

    def settle(self, fates: dict[int, Answer]) -> None:
        """Settle every page."""
        pages = print_runs.sheets_of(self._act.rows, self._run)
        for page in pages:
            if page.sheet_id is not None:
                self._settle_page(page.id, page.sheet_id, fates[page.id])
        if self._last_new and self._kind is not RunKind.BLANK:
            self._fill_before(self._last_new)

    def _settle_page(self, page: int, sheet: int, fate: Answer) -> None:
        state = SheetState(self._act.read("sheet", sheet)["state"])
        is_new = state is SheetState.PLANNED
        is_copy = not is_new and self._kind in _COPIES
        placed = self._placed.get(sheet, [])
        if fate is Answer.NOTHING or (fate is Answer.SPOILED and is_copy):
            # Nothing of it stands on the sheet in the binder: lines and code have no place there.
            self._act.update("printed_sheet", page, slot=0)
            take_out_of_use(self._act, placed)
            for line in placed:
                self._act.update("sheet_line", line.id, top=None, height=None)
            return
        if is_new:
            self._last_new = max(self._last_new, int(self._act.read("sheet", sheet)["number"] or 0))
        if fate is Answer.SPOILED:
            spoil(self._act, sheet, self._reason, self._today)
        elif is_new:
            self._give(sheet, SheetState.OPEN)
        elif self._kind is RunKind.CROSSING:
            self._give(sheet, SheetState.FULL)
            settle_signed(self._act, sheet, self._today)

    def _fill_before(self, number: int) -> None:
        """Close the sheets before the last one: lines go on there."""
        volume = int(
            self._act.rows.value("SELECT volume_id FROM print_run WHERE id = ?", (self._run,))
        )
        for sheet in sheets.of_volume(self._act.rows, volume):
            is_before = sheet.number < number and not sheet.is_blank
            if is_before and sheet.state is SheetState.OPEN:
                self._give(sheet.id, SheetState.FULL)
                settle_signed(self._act, sheet.id, self._today)

    def _give(self, sheet: int, state: SheetState) -> None:
        self._act.update("sheet", sheet, state=state.value, state_on=self._today.isoformat())


def spoil(act: Act, sheet: int, reason: str, today: date) -> None:
    """Make a sheet a spoiled one; whatever stands on it will be printed on another."""
    lines = [line for line in sheets.lines_of(act.rows, sheet) if line.in_use]
    take_out_of_use(act, lines)
    act.update(
        "sheet",
        sheet,
        state=SheetState.SPOILED.value,
        state_on=today.isoformat(),
        spoil_reason=reason,
    )
