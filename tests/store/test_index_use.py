"""What is asked while somebody types or scrolls never looks at every line of the vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.propose_document import propose_document
from bmnn_desktop.store import documents
from bmnn_desktop.store.documents import Query
from bmnn_desktop.store.rows import Row, Rows
from tests.services.offices import add, found

_FEW = {"v", "volume", "f", "search_index"}  # volumes are few; the index is sought by its words


class Noting(Rows):
    """Notes which tables each statement goes through from end to end, and what it sorts."""

    def __init__(self, desk: WritingDesk) -> None:
        super().__init__(desk.writing.connection)
        self._connection.set_authorizer(None)
        self.scanned: list[str] = []

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        plan = super().all(f"EXPLAIN QUERY PLAN {sql}", parameters)
        words = [row[3].split() for row in plan]
        if "document" in sql and "LIMIT 1" in sql:  # sorting them all to return one
            self.scanned += [row[3] for row in plan if "TEMP B-TREE" in row[3]]
        self.scanned += [
            word[1]
            for word in words
            if word[0] == "SCAN" and not word[1].startswith("(") and word[1] not in _FEW
        ]
        return super().all(sql, parameters)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    place: Path = tmp_path_factory.mktemp("plans") / "vault"
    office, _sheet = found(place)
    for _ in range(9):
        add(office)
    yield office
    office.close()


def scanned(office: Office, ask: Callable[[Rows], Sequence[object]]) -> list[str]:
    """Return the tables that a question which finds something goes through."""

    def note(desk: WritingDesk) -> list[str]:
        rows = Noting(desk)
        assert ask(rows)
        return rows.scanned

    return office.write(note).result()


@pytest.mark.parametrize("year", [None, 2026])
@pytest.mark.parametrize("search", ["", "dien tap"])
@pytest.mark.parametrize("before", [None, 7])
def test_the_lines_of_a_book_are_sought_in_its_index(
    office: Office, year: int | None, search: str, before: int | None
) -> None:
    query = Query("outgoing", year, search, before)
    assert not scanned(office, lambda rows: documents.ids(rows, query, 100))


@pytest.mark.parametrize("typed", ["8", "dien tap"])
def test_a_line_of_any_book_is_found_by_word_or_number_in_an_index(
    office: Office, typed: str
) -> None:
    assert not scanned(office, lambda rows: documents.anywhere(rows, typed, 50))


def test_lines_are_read_by_their_ids(office: Office) -> None:
    assert not scanned(office, lambda rows: list(documents.by_ids(rows, (1, 2, 3))))


@pytest.mark.parametrize("book", ["outgoing", "incoming"])
def test_the_next_line_is_proposed_from_the_newest_one(office: Office, book: str) -> None:
    def note(desk: WritingDesk) -> list[str]:
        rows = Noting(desk)
        assert propose_document(replace(desk, rows=rows), book).year == 2026
        return [table for table in rows.scanned if table != "organisation"]

    assert not office.write(note).result()
