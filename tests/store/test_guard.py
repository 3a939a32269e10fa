"""The authorizer: what goes round the journal is refused, whoever asks."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store.vault import Reading, Vault, Writing

_REFUSAL = "not authorized|authorization denied|prohibited|may not be modified|within a transaction"

REFUSED = (
    "ATTACH DATABASE ':memory:' AS other",
    "ATTACH DATABASE 'file:/etc/hostname?mode=ro' AS other",
    "DETACH DATABASE main",
    "VACUUM",
    "VACUUM INTO '/dev/null'",
    "DROP TRIGGER entry_kept",
    "DROP TABLE document",
    "CREATE TABLE more (id INTEGER)",
    "CREATE TEMP TABLE more (id INTEGER)",
    "CREATE TRIGGER more AFTER INSERT ON document BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER more AFTER INSERT ON document BEGIN SELECT 1; END",
    "CREATE VIEW more AS SELECT 1",
    "CREATE INDEX more ON document (note)",
    "CREATE VIRTUAL TABLE more USING fts5 (a)",
    "ALTER TABLE document ADD COLUMN more TEXT",
    "ALTER TABLE document RENAME TO papers",
    "REINDEX",
    "ANALYZE",
    "PRAGMA writable_schema = ON",
    "PRAGMA key = 'x'",
    "PRAGMA rekey = 'x'",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA query_only = OFF",
    "PRAGMA ignore_check_constraints = ON",
    "PRAGMA user_version = 7",
    "PRAGMA cipher_page_size = 512",
    "PRAGMA secure_delete = OFF",
    "SELECT load_extension('/tmp/x.so')",
    "UPDATE sqlite_schema SET sql = ''",
    "INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 0, '')",
    "INSERT INTO person VALUES (90, 'x', 'x', 'keeper')",
    "INSERT OR REPLACE INTO person VALUES (1, 'x', 'x', 'keeper')",
    "UPDATE document SET note = 'x'",
    "DELETE FROM document",
    "DELETE FROM person",
    "INSERT INTO entry SELECT * FROM entry",
    "UPDATE entry SET reason = NULL, reason_salt = NULL",
    "DELETE FROM entry",
    "UPDATE change SET text = NULL, salt = NULL",
    "DELETE FROM change",
)
REFUSED_IN_AN_ACT = tuple(
    statement
    for statement in REFUSED
    if not statement.startswith(
        ("INSERT INTO person", "INSERT OR", "UPDATE document", "INSERT INTO entry")
    )
)


def refuses(connection: sqlcipher.Connection, statement: str) -> None:
    with pytest.raises(sqlcipher.DatabaseError, match=_REFUSAL):
        connection.execute(statement).fetchall()


@pytest.mark.parametrize("statement", REFUSED)
def test_the_writer_refuses(vault: Vault, statement: str) -> None:
    vault.write(lambda writing: refuses(writing.connection, statement)).result()


@pytest.mark.parametrize("statement", [*REFUSED, "DELETE FROM search_document"])
def test_the_reader_refuses(vault: Vault, statement: str) -> None:
    vault.read(lambda reading: refuses(reading.connection, statement)).result()


@pytest.mark.parametrize("statement", REFUSED_IN_AN_ACT)
def test_even_an_act_refuses(vault: Vault, statement: str) -> None:
    def act(writing: Writing) -> None:
        with writing.journal.write("test") as open_act:
            refuses(writing.connection, statement)
            open_act.insert("person", login="x", name="X", roles="keeper")

    vault.write(act).result()


def test_a_reader_cannot_begin_to_write_by_the_search_index(vault: Vault) -> None:
    def try_it(reading: Reading) -> None:
        with pytest.raises(sqlcipher.DatabaseError):
            reading.connection.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")

    vault.read(try_it).result()


def test_what_is_needed_is_allowed(vault: Vault) -> None:
    def look(reading: Reading) -> None:
        for statement in (
            "SELECT count(*) FROM document",
            "SELECT rowid FROM search_index WHERE search_index MATCH '\"noi\"*'",
            "PRAGMA user_version",
            "PRAGMA page_count",
        ):
            reading.connection.execute(statement).fetchall()

    vault.read(look).result()


def test_the_pragmas_are_the_safe_ones(vault: Vault) -> None:
    # Asked before the authorizer stands in the way, on a connection opened the same way.
    connection = vault._open()
    try:
        found = {
            name: str(connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in (
                *("journal_mode", "synchronous", "foreign_keys", "recursive_triggers"),
                *("trusted_schema", "secure_delete", "temp_store", "cell_size_check"),
            )
        }
    finally:
        connection.close()
    assert found == {
        "journal_mode": "delete",
        "synchronous": "3",
        "foreign_keys": "1",
        "recursive_triggers": "1",
        "trusted_schema": "0",
        "secure_delete": "1",
        "temp_store": "2",
        "cell_size_check": "1",
    }
