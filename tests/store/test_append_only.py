"""The database itself keeps the journal, even for a tool with the right key, by its triggers."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store.connection import open_database
from tests.faults.vaults import Sample, run_here

ENTRY = "seq, generation, time, signer, kind, action, detail, reason, reason_salt, reason_digest,"
ENTRY += "previous, hash, signature"
CHANGE = "seq, n, table_name, row, payload, text, salt, payload_digest, text_digest, replaces"


def columns_of(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


REFUSED = (
    "DELETE FROM entry",
    "DELETE FROM change",
    "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)",
    "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 2",
    "REPLACE INTO entry SELECT * FROM entry WHERE seq = 1",
    "INSERT OR IGNORE INTO entry SELECT * FROM entry WHERE seq = 2",
    "INSERT OR REPLACE INTO change SELECT * FROM change WHERE seq = (SELECT max(seq) FROM change)",
    "UPDATE OR REPLACE entry SET seq = seq - 1 WHERE seq = 3",
    "UPDATE OR REPLACE change SET n = 1 WHERE seq = 1 AND n = 2",
    "UPDATE OR IGNORE entry SET action = 'x'",
    (
        "INSERT INTO entry SELECT * FROM entry WHERE seq = 2"
        " ON CONFLICT (seq) DO UPDATE SET action = 'x'"
    ),
    (
        "INSERT INTO change SELECT * FROM change WHERE seq = (SELECT max(seq) FROM change)"
        " ON CONFLICT (seq, n) DO UPDATE SET payload = 'x'"
    ),
    "UPDATE entry SET reason = 'x' WHERE seq = 2",
    "UPDATE entry SET reason_salt = x'00' WHERE seq = 2",
    "UPDATE change SET text = '{}' WHERE text IS NOT NULL",
    "UPDATE change SET salt = x'00' WHERE text IS NOT NULL",
    *(
        f"UPDATE entry SET {name} = {name} || 'x', reason = NULL, reason_salt = NULL"
        for name in columns_of(ENTRY)
        if name not in ("reason", "reason_salt", "reason_digest", "seq", "generation", "signer")
    ),
    *(
        f"UPDATE entry SET {name} = {name} + 1, reason = NULL, reason_salt = NULL"
        for name in ("seq", "generation", "signer")
    ),
    "UPDATE entry SET reason_digest = x'00', reason = NULL, reason_salt = NULL",
    *(
        f"UPDATE change SET {name} = {name} || 'x', text = NULL, salt = NULL"
        for name in ("table_name", "payload", "payload_digest")
    ),
    *(
        f"UPDATE change SET {name} = {name} + 1, text = NULL, salt = NULL"
        for name in ("seq", "n", "row")
    ),
    "UPDATE change SET text_digest = x'00', text = NULL, salt = NULL",
    "UPDATE change SET replaces = x'00', text = NULL, salt = NULL",
)


@pytest.mark.parametrize("statement", REFUSED)
def test_the_journal_is_append_only(sample: Sample, statement: str) -> None:
    connection = open_database(sample.database, sample.key)
    before = connection.execute("SELECT * FROM entry, change").fetchall()
    try:
        with pytest.raises(sqlcipher.DatabaseError):
            connection.execute(statement)
        assert connection.execute("SELECT * FROM entry, change").fetchall() == before
    finally:
        connection.close()


@pytest.mark.parametrize("seq", [-1, 0, 1, 5, 900])
def test_entries_come_in_order(sample: Sample, seq: int) -> None:
    connection = open_database(sample.database, sample.key)
    try:
        with pytest.raises(sqlcipher.DatabaseError, match=r"out of order|UNIQUE"):
            connection.execute(
                f"INSERT INTO entry SELECT {seq}, {ENTRY.split(',', 1)[1]} FROM entry WHERE seq = 2"
            )
    finally:
        connection.close()


@pytest.mark.parametrize(("seq", "n"), [(1, 90), (3, 1), (900, 1), (0, 1)])
def test_changes_come_in_order_and_to_the_last_entry_only(sample: Sample, seq: int, n: int) -> None:
    connection = open_database(sample.database, sample.key)
    try:
        with pytest.raises(sqlcipher.DatabaseError, match=r"out of order|UNIQUE"):
            connection.execute(
                f"INSERT INTO change SELECT {seq}, {n}, {CHANGE.split(',', 2)[2]}"
                " FROM change WHERE seq = 1 AND n = 1"
            )
    finally:
        connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET reason = NULL, reason_salt = NULL WHERE reason IS NOT NULL",
        "UPDATE change SET text = NULL, salt = NULL WHERE table_name = 'volume'",
    ],
)
def test_a_scrub_is_the_one_update_and_keeps_the_chain(sample: Sample, statement: str) -> None:
    connection = open_database(sample.database, sample.key)
    assert connection.execute(statement).rowcount > 0
    connection.close()
    ran = run_here(sample.place, "--json", "verify")
    if "entry" in statement:
        assert ran.json["verdict"] == "unknown"
    else:
        # The chain holds; what is missed is the text itself, at the replay of the row.
        assert "áp dụng" in ran.json["what"]


def test_text_without_its_salt_breaks_the_entry(sample: Sample) -> None:
    connection = open_database(sample.database, sample.key)
    connection.execute("UPDATE entry SET reason = NULL WHERE reason IS NULL AND seq = 1")
    with pytest.raises(sqlcipher.DatabaseError):
        connection.execute("UPDATE entry SET reason = NULL WHERE reason IS NOT NULL")
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET subject = 'lộ' WHERE level = 'TUYET_MAT'",
        "UPDATE document SET level = 'TUYET_MAT' WHERE subject <> ''",
        "UPDATE document SET seq_no = 1 WHERE seq_no = 2",
        "UPDATE document SET seq_no = 0 WHERE seq_no = 2",
        "UPDATE document SET annulled_on = '2026-01-01' WHERE seq_no = 2",
        "UPDATE document SET volume_id = 99",
        "UPDATE document SET copies_issued = 'x'",
        "UPDATE copy SET copy_no = 1",
        "UPDATE volume SET number = 1, year = 1900",
    ],
)
def test_the_tables_refuse_what_must_not_be(sample: Sample, statement: str) -> None:
    connection = open_database(sample.database, sample.key)
    try:
        with pytest.raises(sqlcipher.IntegrityError):
            connection.execute(statement)
    finally:
        connection.close()
