"""Every column of every journalled table is either named for the reader or hidden on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.column_labels import TABLES
from bmnn_desktop.services.column_words import labels_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import tables
from tests.house.hidden_columns import HIDDEN
from tests.services.offices import found


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the columns of the journalled tables of a new vault."""

    def read(desk: Desk) -> dict[str, set[str]]:
        return {
            table.name: {row[1] for row in desk.rows.all(f"PRAGMA table_info({table.name})")}
            for table in tables.JOURNALLED
        }

    place: Path = tmp_path_factory.mktemp("columns") / "vault"
    office, _sheet = found(place)
    try:
        return office.read(read).result()
    finally:
        office.close()


def shown(table: str, names: set[str]) -> set[str]:
    """Return the columns that are shown in any book."""
    rows = [{"book": book.key, **dict.fromkeys(names - {"book"})} for book in REGISTERS]
    return {name for row in rows for name in labels_of(table, row)}


@pytest.mark.parametrize("table", [table.name for table in tables.JOURNALLED])
def test_no_column_is_forgotten(table: str, columns: dict[str, set[str]]) -> None:
    assert TABLES[table]
    named, hidden = shown(table, columns[table]), HIDDEN.get(table, frozenset())
    assert not named & hidden
    assert named | hidden | {"id"} == columns[table]
