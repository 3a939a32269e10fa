"""Random days at the desk: no number twice, none lost, no printed line ever moves.

What is checked is read from the tables themselves, not through the services under test.
"""

from __future__ import annotations

import contextlib
import itertools
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.errors import (
    BookEmpty,
    CopiesOut,
    DocumentAnnulled,
    DocumentPrinted,
    NoSheetToCross,
    NothingToPrint,
    PrintRunWaiting,
    PrintUnanswered,
    SheetEmpty,
    VolumeClosed,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.cross_sheet import cross_sheet
from bmnn_desktop.services.mark_signed import mark_signed
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.print_blank_sheets import print_blank_sheets
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.reprint_sheet import reprint_sheet
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.verify_vault import verify_vault
from tests.faults.vaults import copy_vault, small_room
from tests.services.desk_model import YEAR, DeskReader, Volume, hurry, new_document
from tests.services.offices import FOUNDING, PASSPHRASE, FakeClock, cheap_wiring, found

BOOKS = st.sampled_from(("outgoing", "incoming"))
ANSWERS = st.sampled_from((*[Answer.GOOD] * 4, Answer.SPOILED, Answer.NOTHING, None))
# A line, a third of a sheet, and more than a sheet.
SUBJECTS = st.sampled_from(("Diễn tập giả định", "Địa bàn giả định số một. " * 18, "Mục. " * 390))
Service = Callable[..., Printed]


class SheetsMachine(DeskReader, RuleBasedStateMachine):
    """A desk with two books, a printer that jams, and coffee."""

    template: Path  # set by the test, copied by each run
    steps = 0  # of all runs

    def __init__(self) -> None:
        super().__init__()
        self.room = Path(tempfile.mkdtemp(prefix="bmnn-", dir=small_room()))
        copy_vault(self.template, self.room / "vault")
        self.clock = FakeClock()
        self.office = self._unlock()
        self.files = itertools.count()
        self.volumes = [Volume("outgoing", 1), Volume("incoming", 1)]
        self.numbers: dict[str, list[int]] = {"outgoing": [], "incoming": []}
        self.asked: dict[Volume, Printed] = {}
        self.seen: dict[int, tuple[Any, ...]] = {}  # places of lines in use, by their ids
        self.changes = itertools.count(1)

    def _unlock(self) -> Office:
        office = (
            cheap_wiring(self.clock).gate(self.room / "vault").unlock(FOUNDING.login, PASSPHRASE)
        )
        office.write(hurry).result()
        return office

    # ── what a clerk does ────────────────────────────────────────────────────────────────────

    @rule(book=BOOKS, subjects=st.lists(SUBJECTS, min_size=1, max_size=4))
    def register(self, book: str, subjects: list[str]) -> None:
        for subject in subjects:
            done = self.office.write(add_document, book, new_document(book, subject)).result()
            assert done.seq_no == max(self.numbers[book], default=0) + 1
            self.numbers[book].append(done.seq_no)

    @precondition(lambda self: any(self.numbers.values()))
    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        """Correct a line if it is not printed yet, amend it if it is."""
        book, number = self._number(data)
        new = new_document(book, f"Nội dung sửa lần {next(self.changes)}")
        with contextlib.suppress(PrintUnanswered, DocumentAnnulled):
            facts: dict[str, Any] = {"year": YEAR, "seq_no": number, "new": new, "reason": "sai"}
            try:
                self.office.write(correct_document, book, **facts).result()
            except DocumentPrinted:
                self.office.write(amend_document, book, **facts).result()

    @precondition(lambda self: any(self.numbers.values()))
    @rule(data=st.data())
    def annul(self, data: st.DataObject) -> None:
        """Strike a line; not once somebody signed for it, for nobody here gives a copy back."""
        book, number = self._number(data)
        facts: dict[str, Any] = {"year": YEAR, "seq_no": number, "reason": "ghi trùng"}
        is_signed = bool(self._signatures(book, number))
        with contextlib.suppress(PrintUnanswered, DocumentAnnulled):
            try:
                self.office.write(annul_document, book, **facts).result()
            except CopiesOut:
                assert is_signed
            else:
                assert not is_signed

    @precondition(lambda self: self._blank())
    @rule(data=st.data(), ahead=st.integers(1, 3))
    def write_on_a_blank_sheet(self, data: st.DataObject, ahead: int) -> None:
        volume, sheet = data.draw(st.sampled_from(self._blank()))
        number = max(self.numbers[volume.book], default=0) + ahead
        back = BackEntry(number, sheet=sheet)
        done = self.office.write(
            add_document, volume.book, new_document(volume.book, "Viết tay"), back=back
        ).result()
        assert done.seq_no == number
        self.numbers[volume.book].append(number)

    @precondition(lambda self: len(self.volumes) < 5)
    @rule(book=BOOKS)
    def close_and_open_the_next_volume(self, book: str) -> None:
        current = next(v for v in reversed(self.volumes) if v.book == book)
        if current in self.asked:
            return
        facts: dict[str, Any] = {"year": YEAR, "number": current.number, "discrepancy": "thử"}
        self.office.write(close_volume, book, **facts).result()
        self.office.write(open_volume, book, year=YEAR, number=current.number + 1).result()
        self.volumes.append(Volume(book, current.number + 1))

    @rule(days=st.integers(1, 5))
    def let_days_pass(self, days: int) -> None:
        self.clock.moment += timedelta(days=days)

    @rule()
    def restart(self) -> None:
        self.office.close()
        self.office = self._unlock()

    # ── the printer ──────────────────────────────────────────────────────────────────────────

    @precondition(lambda self: self._free())
    @rule(data=st.data(), answer=ANSWERS)
    def go_on(self, data: st.DataObject, answer: Answer | None) -> None:
        volume = data.draw(st.sampled_from(self._due() or self._free()))
        before = len(self._lines())
        printed = self._print(volume, print_new_lines, NothingToPrint)
        if printed is not None:
            begun = [line for line in self._lines()[before:] if line["part"] == 1]
            assert len(begun) == printed.lines > 0
        self._answer(volume, data, answer)

    @precondition(lambda self: self._begun())
    @rule(data=st.data(), answer=ANSWERS)
    def print_the_whole_volume(self, data: st.DataObject, answer: Answer | None) -> None:
        volume = data.draw(st.sampled_from(self._begun()))
        self._print(volume, print_book, BookEmpty, cover=1)
        self._answer(volume, data, answer)

    @precondition(lambda self: self._free())
    @rule(data=st.data(), answer=ANSWERS, count=st.integers(1, 2))
    def print_blank(self, data: st.DataObject, answer: Answer | None, count: int) -> None:
        volume = data.draw(st.sampled_from(self._free()))
        printed = self._print(volume, print_blank_sheets, VolumeClosed, count=count)
        newest = max(one.number for one in self.volumes if one.book == volume.book)
        assert (printed is None) == (volume.number < newest)  # the older ones are closed
        self._answer(volume, data, answer)

    @precondition(lambda self: self._crossable())
    @rule(data=st.data(), answer=ANSWERS)
    def cross(self, data: st.DataObject, answer: Answer | None) -> None:
        volume = data.draw(st.sampled_from(self._crossable()))
        self._print(volume, cross_sheet, NoSheetToCross)
        self._answer(volume, data, answer)

    @precondition(lambda self: self._good())
    @rule(data=st.data(), answer=ANSWERS)
    def reprint(self, data: st.DataObject, answer: Answer | None) -> None:
        volume, sheet = data.draw(st.sampled_from(self._good()))
        self._print(volume, reprint_sheet, SheetEmpty, sheet=sheet)
        self._answer(volume, data, answer)

    @precondition(lambda self: self.asked)
    @rule(data=st.data(), answer=st.sampled_from(Answer))
    def answer_late(self, data: st.DataObject, answer: Answer) -> None:
        self._answer(data.draw(st.sampled_from(sorted(self.asked))), data, answer)

    @precondition(lambda self: self.asked)
    @rule(data=st.data(), service=st.sampled_from((print_new_lines, print_book, cross_sheet)))
    def print_before_answering(self, data: st.DataObject, service: Service) -> None:
        volume = data.draw(st.sampled_from(sorted(self.asked)))
        out = self.room / "refused.pdf"
        with pytest.raises(PrintRunWaiting):
            self.office.write(
                service, volume.book, year=YEAR, volume=volume.number, out=out
            ).result()
        assert not out.exists()

    @precondition(lambda self: self._good())
    @rule(data=st.data())
    def spoil(self, data: st.DataObject) -> None:
        volume, sheet = data.draw(st.sampled_from(self._good()))
        self.office.write(
            spoil_sheet,
            volume.book,
            year=YEAR,
            volume=volume.number,
            sheet=sheet,
            reason="đổ cà phê",
        ).result()

    @precondition(lambda self: self._good())
    @rule(data=st.data())
    def sign(self, data: st.DataObject) -> None:
        volume, sheet = data.draw(st.sampled_from(self._good()))
        done = self.office.write(
            mark_signed, volume.book, year=YEAR, volume=volume.number, sheet=sheet
        ).result()
        assert done.open == 0

    def _answer(self, volume: Volume, data: st.DataObject, answer: Answer | None) -> None:
        """Answer the print of a volume, unless it is left for later."""
        printed = self.asked.get(volume)
        if printed is None or answer is None:
            return
        del self.asked[volume]
        spoiled: list[int] = []
        missing = None
        if answer is Answer.SPOILED:
            spoiled = data.draw(st.lists(st.sampled_from(printed.numbers), unique=True))
            missing = data.draw(st.none() | st.sampled_from(printed.numbers))
        self.office.write(
            answer_print,
            printed.run_id,
            answer,
            spoiled=spoiled,
            missing_from=missing,
            reason="kẹt giấy" if answer is Answer.SPOILED else "",
        ).result()

    def _print(
        self,
        volume: Volume,
        service: Service,
        *refusals: type[Exception],
        cover: int = 0,
        **facts: object,
    ) -> Printed | None:
        out = self.room / f"in-{next(self.files)}.pdf"
        try:
            printed: Printed = self.office.write(
                service, volume.book, year=YEAR, volume=volume.number, out=out, **facts
            ).result()
        except refusals:
            assert not out.exists()
            return None
        with pypdfium2.PdfDocument(out) as pdf:
            assert len(pdf) == printed.sheets + cover
        self.asked[volume] = printed
        return printed

    # ── what must hold ───────────────────────────────────────────────────────────────────────

    @invariant()
    def no_number_is_dealt_twice_and_none_is_lost(self) -> None:
        SheetsMachine.steps += 1
        for book, numbers in self.numbers.items():
            assert self._rows(
                "SELECT seq_no FROM document WHERE book = ? AND year = ? ORDER BY seq_no",
                (book, YEAR),
            ) == [(number,) for number in sorted(numbers)]

    @invariant()
    def a_line_stands_in_one_place_and_never_moves(self) -> None:
        placed: dict[tuple[Any, Any], list[Any]] = {}
        seen = {}
        for line in self._lines():
            if not line["in_use"]:
                continue
            place = (line["sheet_id"], line["top"], line["height"], line["cells"])
            assert self.seen.get(line["id"], place) == place
            seen[line["id"]] = place
            placed.setdefault((line["document_id"], line["correction_id"]), []).append(line)
            is_waiting = line["state"] == "asked"
            assert line["sheet_state"] != "spoiled"
            assert is_waiting or line["sheet_state"] != "planned"
        self.seen = seen
        for parts in placed.values():
            assert [part["part"] for part in parts] == list(range(1, len(parts) + 1))
            assert len({part["print_run_id"] for part in parts}) == 1

    @invariant()
    def no_line_stands_over_another(self) -> None:
        on_sheet: dict[int, list[tuple[int, int]]] = {}
        for line in self._lines():
            if line["top"] is not None:
                on_sheet.setdefault(line["sheet_id"], []).append((line["top"], line["height"]))
        for places in on_sheet.values():
            for (top, height), (below, _height) in itertools.pairwise(sorted(places)):
                assert top + height <= below

    @invariant()
    def sheets_on_paper_are_numbered_without_a_gap(self) -> None:
        for volume in self.volumes:
            numbers = [
                number for found, number in self._sheets("state <> 'planned'") if found == volume
            ]
            assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def codes_share_no_place_in_a_foot(self) -> None:
        found = self._rows(
            "SELECT p.sheet_id, p.slot FROM printed_sheet AS p JOIN print_run AS r"
            " ON r.id = p.print_run_id WHERE p.slot > 0"
            " AND r.kind IN ('new_lines', 'blank', 'crossing') AND r.state <> 'nothing'"
        )
        assert len(found) == len(set(found))

    def teardown(self) -> None:
        """Print all that is left: every line has its one place, and the vault is sound."""
        try:
            for asked in self.asked.values():
                self.office.write(answer_print, asked.run_id, Answer.GOOD).result()
            self.asked.clear()
            for volume in self.volumes:
                printed = self._print(volume, print_new_lines, NothingToPrint)
                if printed is not None:
                    self.office.write(answer_print, printed.run_id, Answer.GOOD).result()
            self.a_line_stands_in_one_place_and_never_moves()
            lost = self._rows(
                "SELECT 'document', id FROM document WHERE id NOT IN (SELECT document_id"
                " FROM sheet_line WHERE in_use = 1 AND document_id IS NOT NULL) UNION ALL"
                " SELECT 'correction', id FROM correction WHERE id NOT IN (SELECT correction_id"
                " FROM sheet_line WHERE in_use = 1 AND correction_id IS NOT NULL)"
            )
            assert lost == []
            verdict = self.office.write(verify_vault).result()
            assert verdict.verdict == "unknown", verdict.what
        finally:
            self.office.close()
            shutil.rmtree(self.room)


@pytest.mark.slow
def test_random_days_at_the_desk(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault")
    office.close()
    SheetsMachine.template = tmp_path / "vault"
    machine = SheetsMachine.TestCase
    machine.settings = settings(
        max_examples=20,
        stateful_step_count=60,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    while SheetsMachine.steps < 2000:
        machine().runTest()
