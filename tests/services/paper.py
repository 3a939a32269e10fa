"""What stands on paper, as the tests ask for it, and short ways to print and answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer, SheetLine
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_sheets import SheetSummary, list_sheets
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.store import sheets, volumes

INCOMING = NewDocument(
    arrival_date=date(2026, 3, 5),
    issuer="Sở Thí Dụ",
    doc_number="12/SM-VP",
    doc_date=date(2026, 3, 2),
    doc_type="Công văn",
    subject="Phối hợp diễn tập giả định",
    level=Level.MAT,
    receiving_unit="Phòng Thí Dụ",
    finding=Finding.COMPLETE,
)


def receive(office: Office, **changed: object) -> Registered:
    """Register the sample incoming document with some fields changed."""
    new = replace(INCOMING, **changed)  # type: ignore[arg-type]
    return office.write(add_document, "incoming", new).result()


@dataclass
class Desktop:
    """Prints into new files of one folder."""

    office: Office
    folder: Path
    _names: count[int] = field(default_factory=count)

    def out(self) -> Path:
        """Return a file that is not there yet."""
        return self.folder / f"in-{next(self._names)}.pdf"

    def go_on(
        self, book: str = "outgoing", *, year: int = 2026, answer: Answer | None = Answer.GOOD
    ) -> Printed:
        """Print new lines and answer."""
        printed = self.office.write(print_new_lines, book, year=year, out=self.out()).result()
        if answer is not None:
            self.answer(printed, answer)
        return printed

    def answer(
        self,
        printed: Printed,
        answer: Answer = Answer.GOOD,
        *,
        spoiled: tuple[int, ...] = (),
        missing_from: int | None = None,
        reason: str = "kẹt giấy",
    ) -> None:
        """Answer a print."""
        self.office.write(
            answer_print,
            printed.run_id,
            answer,
            spoiled=spoiled,
            missing_from=missing_from,
            reason=reason if answer is Answer.SPOILED else "",
        ).result()

    def sheets(self, book: str = "outgoing", *, year: int = 2026) -> tuple[SheetSummary, ...]:
        """Return the sheets on paper."""
        return self.office.read(list_sheets, book, year=year).result().sheets

    def states(self, book: str = "outgoing", *, year: int = 2026) -> dict[int, str]:
        """Return the states of the sheets on paper by their numbers."""
        return {each.sheet.number: each.sheet.state.value for each in self.sheets(book, year=year)}

    def lines(
        self, sheet: int, book: str = "outgoing", *, year: int = 2026, all_of_them: bool = False
    ) -> tuple[SheetLine, ...]:
        """Return the lines on a sheet that count."""

        def read(desk: Desk) -> tuple[SheetLine, ...]:
            volume = volumes.find(desk.rows, book, year)
            found = sheets.by_number(desk.rows, volume.id, sheet)
            assert found is not None
            lines = sheets.lines_of(desk.rows, found.id)
            return tuple(line for line in lines if line.in_use or all_of_them)

        return self.office.read(read).result()

    def numbers(self, sheet: int, book: str = "outgoing", *, year: int = 2026) -> list[str]:
        """Return column 1 of what is printed on a sheet."""
        return [line.cells[0] for line in self.lines(sheet, book, year=year)]
