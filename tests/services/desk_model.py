"""What the machine of random days types, and how it reads the tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from hypothesis import strategies as st

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_run import Printed
from tests.services.offices import DOCUMENT
from tests.services.paper import INCOMING

YEAR = 2026
LINES = """
    SELECT l.id, l.sheet_id, l.document_id, l.correction_id, l.part, l.top, l.height, l.cells,
           l.in_use, l.print_run_id, s.volume_id, s.number, s.state AS sheet_state, r.state, r.kind
    FROM sheet_line AS l JOIN sheet AS s ON s.id = l.sheet_id
    LEFT JOIN print_run AS r ON r.id = l.print_run_id ORDER BY l.id"""


class Volume(NamedTuple):
    book: str
    number: int


class DeskReader:
    """Reads the tables themselves."""

    office: Office
    volumes: list[Volume]
    numbers: dict[str, list[int]]
    asked: dict[Volume, Printed]

    def _number(self, data: st.DataObject) -> tuple[str, int]:
        dealt = [(book, number) for book, numbers in self.numbers.items() for number in numbers]
        return data.draw(st.sampled_from(dealt))

    def _signatures(self, book: str, number: int) -> list[tuple[Any, ...]]:
        """Return what receivers signed for a line."""
        return self._rows(
            "SELECT r.id FROM receipt AS r JOIN document AS d ON d.id = r.document_id"
            " WHERE r.in_use = 1 AND d.book = ? AND d.seq_no = ?",
            (book, number),
        )

    def _free(self) -> list[Volume]:
        """Return the volumes whose last print is answered."""
        return [volume for volume in self.volumes if volume not in self.asked]

    def _begun(self) -> list[Volume]:
        """Return those of them that have lines."""
        found = self._rows(
            "SELECT DISTINCT v.book, v.number FROM document AS d JOIN volume AS v"
            " ON v.id = d.volume_id"
        )
        return [volume for volume in self._free() if volume in found]

    def _due(self) -> list[Volume]:
        """Return those of them that have lines which stand nowhere."""
        found = self._rows(
            "SELECT DISTINCT v.book, v.number FROM document AS d JOIN volume AS v"
            " ON v.id = d.volume_id WHERE d.id NOT IN (SELECT document_id FROM sheet_line"
            " WHERE in_use = 1 AND document_id IS NOT NULL)"
        )
        return [volume for volume in self._free() if volume in found]

    def _crossable(self) -> list[Volume]:
        """Return those that have a printed sheet with room."""
        found = self._sheets("is_blank = 0 AND state = 'open'")
        return sorted({each[0] for each in found if each[0] not in self.asked})

    def _good(self) -> list[tuple[Volume, int]]:
        """Return the good sheets of those volumes."""
        found = self._sheets("state IN ('open', 'full', 'signed')")
        return [each for each in found if each[0] not in self.asked]

    def _blank(self) -> list[tuple[Volume, int]]:
        """Return the blank sheets that may be written on."""
        return self._sheets("is_blank = 1 AND state = 'open' AND v.closed_on IS NULL")

    def _lines(self) -> list[Any]:
        return self.office.read(lambda desk: desk.rows.all(LINES)).result()

    def _sheets(self, where: str) -> list[tuple[Volume, int]]:
        found = self._rows(
            "SELECT v.book, v.number, s.number FROM sheet AS s JOIN volume AS v"
            f" ON v.id = s.volume_id WHERE {where} ORDER BY v.id, s.number"
        )
        return [(Volume(row[0], row[1]), row[2]) for row in found]

    def _rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        def read(desk: Desk) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in desk.rows.all(sql, values)]

        return self.office.read(read).result()


def hurry(desk: WritingDesk) -> None:
    """Let the disk wait: these vaults live for a moment, in memory."""
    desk.writing.connection.set_authorizer(None)
    desk.writing.connection.execute("PRAGMA synchronous = OFF")


def new_document(book: str, subject: str) -> NewDocument:
    return replace(DOCUMENT if book == "outgoing" else INCOMING, subject=subject)
