"""Attacks on the search index, the schema and the bytes of the file."""

from __future__ import annotations

import os
from collections.abc import Callable

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store.schema import Schema
from tests.faults.tamper import TABLES, Target, attack, by_sql, other_than, put

PAGE = 4096

Edit = Callable[[Target, bytearray], bytearray]  # what it makes of the bytes of the file

# ── search index ─────────────────────────────────────────────────────────────────────────────────


@by_sql("search text edited")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = target.pick(sql, "SELECT id FROM search_document")[0]
    sql.execute("UPDATE search_document SET folded = folded || ' x' WHERE id = ?", (row,))


@by_sql("search text deleted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = target.pick(sql, "SELECT id FROM search_document")[0]
    sql.execute("DELETE FROM search_document WHERE id = ?", (row,))


@by_sql("search text inserted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = target.dice.randint(500, 900)
    sql.execute("INSERT INTO search_document VALUES (?, 'khong co')", (row,))


@by_sql("search index forgets a document")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = target.pick(sql, "SELECT id, folded FROM search_document")
    sql.execute(
        "INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', ?, ?)",
        tuple(row),
    )


@by_sql("search text and index edited together")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row, text = target.pick(sql, "SELECT id, folded FROM search_document")
    sql.execute(
        "INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', ?, ?)",
        (row, text),
    )
    sql.execute("UPDATE search_document SET folded = 'khac' WHERE id = ?", (row,))
    sql.execute("INSERT INTO search_index (rowid, folded) VALUES (?, 'khac')", (row,))


@by_sql("search index data edited")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = target.pick(sql, "SELECT id, block FROM search_index_data WHERE length(block) > 8")
    put(sql, "search_index_data", f"id = {row[0]}", "block", other_than(row[1], target.dice))


@by_sql("search index data deleted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = target.pick(sql, "SELECT id FROM search_index_data")[0]
    sql.execute("DELETE FROM search_index_data WHERE id = ?", (row,))


# ── schema ───────────────────────────────────────────────────────────────────────────────────────


def _by_ddl(name: str, *statements: str) -> None:
    @attack(name)
    def _run(target: Target) -> None:
        with target.sample.sql() as sql:
            sql.execute(target.dice.choice(statements))


_by_ddl(
    "trigger dropped",
    *(f"DROP TRIGGER {table}_{what}" for table in ("entry", "change") for what in
      ("in_order", "kept", "unchanged")),
)  # fmt: skip
_by_ddl(
    "trigger added",
    *(
        f"CREATE TRIGGER more AFTER {when} BEGIN SELECT 1; END"
        for when in ("INSERT ON document", "UPDATE ON document", "INSERT ON entry")
    ),
)
_by_ddl("view added", *(f"CREATE VIEW more AS SELECT * FROM {table}" for table in TABLES))
_by_ddl(
    "table added",
    "CREATE TABLE more (id INTEGER PRIMARY KEY)",
    "CREATE VIRTUAL TABLE more USING fts5 (a)",
    "CREATE TABLE more AS SELECT * FROM document",
)
_by_ddl("index added", *(f"CREATE INDEX more ON {table} (id)" for table in TABLES))
_by_ddl("index dropped", "DROP INDEX change_by_row", "DROP INDEX document_by_volume")
_by_ddl("column added", *(f"ALTER TABLE {table} ADD COLUMN more TEXT" for table in TABLES))
_by_ddl("table dropped", *(f"DROP TABLE {table}" for table in (*TABLES, "entry", "change")))
_OTHER_VERSIONS = (-1, 0, 1, Schema().version - 1, Schema().version + 1, 99, 2**31 - 1)
_by_ddl("version changed", *(f"PRAGMA user_version = {v}" for v in _OTHER_VERSIONS))


@attack("schema text rewritten")
def _(target: Target) -> None:
    with target.sample.sql() as sql:
        sql.execute("PRAGMA writable_schema = ON")
        old, new = target.dice.choice(
            (("RAISE(ABORT", "RAISE(IGNORE"), ("<> 'TUYET_MAT'", "<> 'KHAC'"))
        )
        sql.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?)", (old, new))


@attack("index emptied under its old text")
def _(target: Target) -> None:
    # A search by this index would miss every line: only SQLite's own check compares the two.
    name = target.dice.choice(("document_by_volume", "change_by_row"))
    query = f"SELECT sql FROM sqlite_schema WHERE name = '{name}'"
    with target.sample.sql() as sql:
        text = sql.execute(query).fetchone()[0]
        _rewrite(sql, name, f"{text} WHERE 0")
    with target.sample.sql() as sql:
        sql.execute(f"REINDEX {name}")
        _rewrite(sql, name, text)


def _rewrite(sql: sqlcipher.Connection, name: str, text: str) -> None:
    sql.execute("PRAGMA writable_schema = ON")
    sql.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, name))


# ── pages ────────────────────────────────────────────────────────────────────────────────────────


def _by_bytes(name: str) -> Callable[[Edit], Edit]:
    def keep(change: Edit) -> Edit:
        @attack(name)
        def _run(target: Target) -> None:
            path = target.sample.database
            path.write_bytes(change(target, bytearray(path.read_bytes())))

        return change

    return keep


def _page(data: bytes | bytearray, number: int) -> bytes:
    return bytes(data[number * PAGE : number * PAGE + PAGE])


@_by_bytes("old page replayed")
def _(target: Target, data: bytearray) -> bytearray:
    changed = [
        number
        for number in range(len(target.older) // PAGE)
        if _page(target.older, number) != _page(data, number)
    ]
    number = target.dice.choice(changed)
    data[number * PAGE : number * PAGE + PAGE] = _page(target.older, number)
    return data


@_by_bytes("pages cut")
def _(target: Target, data: bytearray) -> bytearray:
    return data[: -PAGE * target.dice.randint(1, len(data) // PAGE - 1)]


@_by_bytes("file cut inside a page")
def _(target: Target, data: bytearray) -> bytearray:
    return data[: target.dice.randrange(1, len(data))]


@_by_bytes("file emptied")
def _(_target: Target, _data: bytearray) -> bytearray:
    return bytearray()


@_by_bytes("pages appended")
def _(target: Target, data: bytearray) -> bytearray:
    more = target.dice.choice((bytes(PAGE), os.urandom(PAGE), _page(data, 3)))
    return data + more * target.dice.randint(1, 3)


@_by_bytes("older file, the younger pages left behind it")
def _(target: Target, data: bytearray) -> bytearray:
    # Every page is genuine and in its place; only the length of the file is wrong.
    left = target.dice.randint(1, (len(data) - len(target.older)) // PAGE)
    return bytearray(target.older) + data[len(target.older) : len(target.older) + left * PAGE]


@_by_bytes("bytes appended")
def _(target: Target, data: bytearray) -> bytearray:
    return data + os.urandom(target.dice.randint(1, PAGE - 1))


@_by_bytes("page zeroed")
def _(target: Target, data: bytearray) -> bytearray:
    number = target.dice.randrange(len(data) // PAGE)
    data[number * PAGE : number * PAGE + PAGE] = bytes(PAGE)
    return data


@_by_bytes("pages swapped")
def _(target: Target, data: bytearray) -> bytearray:
    one, other = target.dice.sample(range(len(data) // PAGE), 2)
    first, second = _page(data, one), _page(data, other)
    data[one * PAGE : one * PAGE + PAGE] = second
    data[other * PAGE : other * PAGE + PAGE] = first
    return data


@_by_bytes("page copied over another")
def _(target: Target, data: bytearray) -> bytearray:
    one, other = target.dice.sample(range(len(data) // PAGE), 2)
    data[other * PAGE : other * PAGE + PAGE] = _page(data, one)
    return data


@_by_bytes("bit flipped")
def _(target: Target, data: bytearray) -> bytearray:
    data[target.dice.randrange(len(data))] ^= 1 << target.dice.randrange(8)
    return data


@attack("bit flipped in a page without use")
def _(target: Target) -> None:
    with target.sample.sql() as sql:
        sql.execute("CREATE TABLE more (a)")
        sql.execute("INSERT INTO more VALUES (zeroblob(100000))")
        sql.execute("DROP TABLE more")
    data = bytearray(target.sample.database.read_bytes())
    data[-target.dice.randint(1, 10 * PAGE)] ^= 1 << target.dice.randrange(8)
    target.sample.database.write_bytes(data)
