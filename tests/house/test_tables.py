"""Every table of a vault is declared journalled, journal or local."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store import tables
from bmnn_desktop.store.schema import Schema


@pytest.fixture
def fresh() -> Iterator[sqlcipher.Connection]:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlcipher.Row
    schemas.create(connection, Schema(), Schema().version)
    yield connection
    connection.close()


def names(connection: sqlcipher.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {row[0] for row in found}


def columns(connection: sqlcipher.Connection, table: str) -> dict[str, sqlcipher.Row]:
    return {row["name"]: row for row in connection.execute(f"PRAGMA table_info({table})")}


def test_no_table_is_forgotten_and_none_is_invented(fresh: sqlcipher.Connection) -> None:
    journalled = {table.name for table in tables.JOURNALLED}
    declared = journalled | set(tables.JOURNAL) | set(tables.LOCAL)
    assert len(declared) == len(tables.JOURNALLED) + len(tables.JOURNAL) + len(tables.LOCAL)
    found = {name for name in names(fresh) if not name.startswith(tables.SHADOW_PREFIX)}
    assert found == declared


@pytest.mark.parametrize("table", tables.JOURNALLED, ids=lambda table: table.name)
def test_a_journalled_table_is_strict_and_has_an_id_of_its_own(
    fresh: sqlcipher.Connection, table: tables.Table
) -> None:
    found = columns(fresh, table.name)
    assert (found["id"]["type"], found["id"]["pk"]) == ("INTEGER", 1)
    assert [name for name, row in found.items() if row["pk"]] == ["id"]
    text = fresh.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)).fetchone()
    assert text[0].rstrip().endswith("STRICT")


@pytest.mark.parametrize("table", tables.JOURNALLED, ids=lambda table: table.name)
def test_free_text_names_real_columns(fresh: sqlcipher.Connection, table: tables.Table) -> None:
    found = columns(fresh, table.name)
    assert table.text <= set(found)
    assert all(found[name]["type"] == "TEXT" for name in table.text)
    # What a migration or a check looks rows up by must survive a scrub.
    assert not {name for name in table.text if name.endswith("_id") or found[name]["pk"]}


def test_journalled_tables_have_no_triggers(fresh: sqlcipher.Connection) -> None:
    found = fresh.execute("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    assert {row[0] for row in found} == set(tables.JOURNAL)


def test_every_index_serves_a_declared_table(fresh: sqlcipher.Connection) -> None:
    found = fresh.execute("SELECT tbl_name FROM sqlite_schema WHERE type = 'index'").fetchall()
    assert {row[0] for row in found} <= names(fresh)
