"""Attacks on rows, entries and changes, with the right key and an SQL tool."""

from __future__ import annotations

import dataclasses
import os

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import canonical
from bmnn_desktop.store.entry import Entry, read_changes
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.rows import Rows
from tests.faults import forging
from tests.faults.tamper import TABLES, SqlAttack, Target, by_sql, other_than, put

_MANY = ("document", "recipient", "copy", "signer", "person")


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────


@by_sql("row edited")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    while True:
        table = target.dice.choice(TABLES)
        row = target.pick(sql, f"SELECT * FROM {table}")
        column = target.dice.choice([name for name in row.keys() if name != "id"])  # noqa: SIM118
        new = other_than(row[column], target.dice)
        try:
            put(sql, table, f"id = {row['id']}", column, new)
        except (sqlcipher.IntegrityError, sqlcipher.OperationalError):
            continue  # another unique value is needed, or another type
        return


@by_sql("row renumbered")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    table = target.dice.choice(TABLES)
    row = target.pick(sql, f"SELECT id FROM {table}")
    sql.execute(f"UPDATE {table} SET id = id + 1000 WHERE id = ?", (row[0],))


@by_sql("row deleted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    table = target.dice.choice(TABLES)
    row = target.pick(sql, f"SELECT id FROM {table}")
    sql.execute(f"DELETE FROM {table} WHERE id = ?", (row[0],))


@by_sql("row inserted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    document = target.pick(sql, "SELECT * FROM document")
    columns = {**dict(document), "id": 900, "seq_no": target.dice.randint(500, 900)}
    marks = ",".join("?" * len(columns))
    sql.execute(f"INSERT INTO document VALUES ({marks})", list(columns.values()))


@by_sql("rows swapped")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    table = target.dice.choice(_MANY)
    ids = [row[0] for row in sql.execute(f"SELECT id FROM {table}").fetchall()]
    one, other = target.dice.sample(ids, 2)
    for old, new in ((one, -1), (other, one), (-1, other)):
        sql.execute(f"UPDATE {table} SET id = ? WHERE id = ?", (new, old))


@by_sql("document backdated with its search text")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = target.pick(sql, "SELECT id FROM document")[0]
    put(sql, "document", f"id = {row}", "registered_on", "2025-12-31")


@by_sql("person given a role that does not exist")
def _(_target: Target, sql: sqlcipher.Connection) -> None:
    sql.execute("UPDATE person SET roles = 'director'")


@by_sql("date that is no day")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    column = target.dice.choice(("registered_on", "doc_date"))
    sql.execute(f"UPDATE document SET {column} = '2026-13-99'")


# ── entries ──────────────────────────────────────────────────────────────────────────────────────


def _edit_entry(column: str) -> SqlAttack:
    def attack(target: Target, sql: sqlcipher.Connection) -> None:
        where = f"{column} IS NOT NULL" if column.startswith("reason") else "1"
        row = target.pick(sql, f"SELECT seq, {column} FROM entry WHERE {where}")
        put(sql, "entry", f"seq = {row[0]}", column, other_than(row[1], target.dice))

    return attack


for _column in Entry.__slots__:
    if _column != "seq":
        by_sql(f"entry: {_column} edited")(_edit_entry(_column))


@by_sql("entry: kind replaced by a real one")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq = target.dice.randint(1, forging.head(sql))
    others = {"genesis", "act", "propose", "approve", "reject", "confirm", "migration"}
    kind = target.dice.choice(sorted(others - {forging.entry(sql, seq).kind}))
    put(sql, "entry", f"seq = {seq}", "kind", kind)


@by_sql("entry: reason edited, its digest made to fit")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq = target.pick(sql, "SELECT seq FROM entry WHERE reason IS NOT NULL")[0]
    old = forging.entry(sql, seq)
    salt = os.urandom(16)
    digest = canonical.text_digest("lý do khác", salt)
    forging.put_entry(
        sql,
        dataclasses.replace(old, reason="lý do khác", reason_salt=salt, reason_digest=digest),
    )


@by_sql("entry: time edited, hashes of the whole rest made to fit")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq = target.dice.randint(1, forging.head(sql))
    put(sql, "entry", f"seq = {seq}", "time", "2020-01-01T00:00:00.000Z")
    forging.remake(sql, target.sample.store(), seq)


@by_sql("entry: signer is another person")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq = target.dice.randint(1, forging.head(sql))
    old = forging.entry(sql, seq)
    other = target.dice.choice(sorted({1, 2, 3} - {old.signer}))
    put(sql, "entry", f"seq = {seq}", "signer", other)
    forging.remake(sql, target.sample.store(), seq)


@by_sql("entry: signed again with a strange key")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq = target.dice.randint(1, forging.head(sql))
    put(sql, "entry", f"seq = {seq}", "action", "document.add2")
    forging.remake(sql, target.sample.store(), seq, SigningKey(os.urandom(32)))


@by_sql("entry: another's past signed again with the own key")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    # Entry 3 is the recovery sheet's approval: the keeper cannot sign it.
    forging.remake(
        sql, target.sample.store(), target.dice.choice((1, 2, 3)), target.sample.signer().key
    )


@by_sql("entry: own one rewritten with its row and signed, the rest left")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    own = "SELECT c.seq, c.n FROM change AS c JOIN entry AS e ON e.seq = c.seq WHERE e.signer = 1"
    last = forging.head(sql)
    seq, n = target.pick(sql, f"{own} AND table_name = 'document' AND c.seq < {last}")
    forging.rewrite_row(sql, seq, n, {"doc_number": "99/KH-UBND"})
    key = target.sample.signer().key
    forging.remake(sql, target.sample.store(), seq, key, last=seq)


@by_sql("entry: detail nested without end")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    nested = '{"a":' + "[" * 9000 + "]" * 9000 + "}"
    put(sql, "entry", f"seq = {target.dice.randint(1, forging.head(sql))}", "detail", nested)


@by_sql("entry deleted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq = target.dice.randint(1, forging.head(sql))
    sql.execute("DELETE FROM change WHERE seq = ?", (seq,))
    sql.execute("DELETE FROM entry WHERE seq = ?", (seq,))


@by_sql("entry deleted, the rest renumbered and chained anew")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq = target.dice.randint(4, forging.head(sql) - 1)
    for table in ("change", "entry"):
        sql.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
        for later in range(seq + 1, forging.head(sql) + 2):
            sql.execute(f"UPDATE {table} SET seq = seq - 1 WHERE seq = ?", (later,))
    forging.remake(sql, target.sample.store(), seq)


@by_sql("entry inserted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    copied = forging.entry(sql, target.dice.randint(1, forging.head(sql)))
    place = target.dice.choice((-1, 0, forging.head(sql) + 1, forging.head(sql) + 5))
    forging.put_entry(sql, dataclasses.replace(copied, seq=place))


@by_sql("entry inserted behind the last, unsigned")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    last = forging.head(sql)
    forging.put_entry(sql, dataclasses.replace(forging.entry(sql, last), seq=last + 1))
    forging.remake(sql, target.sample.store(), last + 1)


@by_sql("entries swapped")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    one, other = target.dice.sample(range(1, forging.head(sql) + 1), 2)
    first, second = forging.entry(sql, one), forging.entry(sql, other)
    forging.put_entry(sql, dataclasses.replace(first, seq=other))
    forging.put_entry(sql, dataclasses.replace(second, seq=one))


@by_sql("entries swapped with their changes, chained anew")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    one, other = sorted(target.dice.sample(range(4, forging.head(sql) + 1), 2))
    first, second = forging.entry(sql, one), forging.entry(sql, other)
    rows = Rows(sql)
    ours, theirs = read_changes(rows, one), read_changes(rows, other)
    forging.put_entry(sql, dataclasses.replace(first, seq=other))
    forging.put_entry(sql, dataclasses.replace(second, seq=one))
    forging.put_changes(sql, one, theirs)
    forging.put_changes(sql, other, ours)
    forging.remake(sql, target.sample.store(), one)


@by_sql("last entries deleted, their rows left")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    first = forging.head(sql) - target.dice.randint(0, 3)
    sql.execute("DELETE FROM change WHERE seq >= ?", (first,))
    sql.execute("DELETE FROM entry WHERE seq >= ?", (first,))


# ── changes ──────────────────────────────────────────────────────────────────────────────────────


def _edit_change(column: str) -> SqlAttack:
    def attack(target: Target, sql: sqlcipher.Connection) -> None:
        where = f"{column} IS NOT NULL" if column in ("text", "salt", "text_digest") else "1"
        row = target.pick(sql, f"SELECT seq, n, {column} FROM change WHERE {where}")
        new = b"x" * 32 if column == "replaces" else other_than(row[2], target.dice)
        put(sql, "change", f"seq = {row[0]} AND n = {row[1]}", column, new)

    return attack


for _column in (
    *("table_name", "row", "payload", "text", "salt", "payload_digest", "text_digest", "replaces"),
):
    by_sql(f"change: {_column} edited")(_edit_change(_column))


@by_sql("change: renumbered")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq, n = target.pick(sql, "SELECT seq, n FROM change")
    new = target.dice.choice((0, -1, n + 100))
    sql.execute("UPDATE change SET n = ? WHERE seq = ? AND n = ?", (new, seq, n))


@by_sql("change and row rewritten, digests made to fit")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq, n = target.pick(sql, "SELECT seq, n FROM change WHERE table_name = 'document'")
    forging.rewrite_row(sql, seq, n, {"doc_number": "99/KH-UBND"})


@by_sql("change and row rewritten, digests and hashes made to fit")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq, n = target.pick(sql, "SELECT seq, n FROM change WHERE table_name = 'document'")
    forging.rewrite_row(sql, seq, n, {"doc_number": "99/KH-UBND"})
    forging.remake(sql, target.sample.store(), seq)


@by_sql("change: free text blanked but not its salt")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq, n = target.pick(sql, "SELECT seq, n FROM change WHERE text IS NOT NULL")
    column = target.dice.choice(("text", "salt"))
    put(sql, "change", f"seq = {seq} AND n = {n}", column, None)


@by_sql("change deleted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    seq, n = target.pick(sql, "SELECT seq, n FROM change")
    sql.execute("DELETE FROM change WHERE seq = ? AND n = ?", (seq, n))


@by_sql("change inserted")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    row = list(target.pick(sql, "SELECT * FROM change"))
    last = forging.head(sql)
    row[:2] = target.dice.choice(((-3, 1), (0, 1), (last, 90), (last + 1, 1), (row[0], 91)))
    sql.execute("INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?)", row)


@by_sql("changes swapped")
def _(target: Target, sql: sqlcipher.Connection) -> None:
    keys = [tuple(row) for row in sql.execute("SELECT seq, n FROM change").fetchall()]
    one, other = target.dice.sample(keys, 2)
    for old, new in ((one, (-9, -9)), (other, one), ((-9, -9), other)):
        sql.execute("UPDATE change SET seq = ?, n = ? WHERE seq = ? AND n = ?", (*new, *old))
