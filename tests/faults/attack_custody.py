"""What an insider with the key would do to the chains of copies: every row made to agree.

Each forgery returns the row whose newest entry is the first that is not true any more.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store.entry import change_of, read_changes
from bmnn_desktop.store.rows import Rows
from tests.faults import forging
from tests.faults.moved import HOLDERS
from tests.faults.tamper import Target, by_sql

Forgery = Callable[[sqlcipher.Connection], tuple[str, int]]
FORGERIES: dict[str, Forgery] = {}


def forgery(name: str) -> Callable[[Forgery], Forgery]:
    """Enter a forgery under its name, among the attacks of the campaign too."""

    def keep(inner: Forgery) -> Forgery:
        FORGERIES[name] = inner

        def attack(_target: Target, sql: sqlcipher.Connection) -> None:
            inner(sql)

        by_sql(name)(attack)
        return inner

    return keep


def newest_entry(sql: sqlcipher.Connection, table: str, row: int) -> int:
    """Return the entry that wrote a row last."""
    query = "SELECT max(seq) FROM change WHERE table_name = ? AND row = ?"
    return int(sql.execute(query, (table, row)).fetchone()[0])


def mend_journal(sql: sqlcipher.Connection, store: bytes, seq: int) -> None:
    """Let an entry say what its rows say now, and chain all that follows: only keys are missing."""
    changes = []
    for change in read_changes(Rows(sql), seq):
        row = sql.execute(f"SELECT * FROM {change.table} WHERE id = ?", (change.row,)).fetchone()
        if newest_entry(sql, change.table, change.row) != seq:
            changes.append(change)
        elif row is not None:
            text = forging.TEXT[change.table]
            changes.append(
                change_of(
                    change.table, dict(row), text, salt=change.salt or b"", replaces=change.replaces
                )
            )
    forging.put_changes(sql, seq, changes)
    forging.remake(sql, store, seq)


def _held(sql: sqlcipher.Connection, holder: str = HOLDERS[0]) -> sqlcipher.Row:
    return sql.execute("SELECT * FROM copy WHERE holder = ?", (holder,)).fetchone()


def _step(sql: sqlcipher.Connection, copy: sqlcipher.Row, act: str) -> int:
    query = "SELECT id FROM custody WHERE copy_id = ? AND act = ?"
    return int(sql.execute(query, (copy["id"], act)).fetchone()[0])


@forgery("custody: a copy's holder changed, with its chain and its line")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    copy = _held(sql)
    sql.execute("UPDATE copy SET holder = 'Người Khác' WHERE id = ?", (copy["id"],))
    sql.execute("UPDATE custody SET holder = 'Người Khác' WHERE copy_id = ?", (copy["id"],))
    sql.execute("UPDATE handover SET receiver = 'Người Khác' WHERE id = ?", (copy["handover_id"],))
    return "custody", _step(sql, copy, "give")


@forgery("custody: a signature's step deleted, the copy put back to unsigned")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    copy = _held(sql)
    sql.execute("DELETE FROM custody WHERE copy_id = ? AND act = 'sign'", (copy["id"],))
    sql.execute("DELETE FROM receipt WHERE handover_id = ?", (copy["handover_id"],))
    sql.execute("UPDATE copy SET standing = 'handed' WHERE id = ?", (copy["id"],))
    return "copy", copy["id"]


@forgery("custody: a step of the chain deleted")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    copy = _held(sql)
    step = _step(sql, copy, "give")
    sql.execute("DELETE FROM custody WHERE id = ?", (step,))
    return "custody", step


@forgery("custody: the due day moved wherever it stands")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    copy = _held(sql)
    later = (date.fromisoformat(copy["due_on"]) - timedelta(days=30)).isoformat()
    sql.execute("UPDATE copy SET due_on = ? WHERE id = ?", (later, copy["id"]))
    sql.execute("UPDATE custody SET due_on = ? WHERE copy_id = ?", (later, copy["id"]))
    sql.execute("UPDATE handover SET due_on = ? WHERE id = ?", (later, copy["handover_id"]))
    return "custody", _step(sql, copy, "give")


@forgery("custody: an incident closed, its copy found")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    case = sql.execute("SELECT * FROM incident").fetchone()
    copy = sql.execute("SELECT copy_id FROM incident_item").fetchone()[0]
    day = case["discovered_on"]
    closed = "UPDATE incident SET outcome = 'found', conclusion = 'Để nhầm', closed_on = ?"
    sql.execute(closed, (day,))
    sql.execute("UPDATE copy SET standing = 'store', since = ? WHERE id = ?", (day, copy))
    sql.execute(
        "INSERT INTO custody (copy_id, act, on_day, standing, holder, place, incident_id, remark)"
        " VALUES (?, 'find', ?, 'store', '', '', ?, '')",
        (copy, day, case["id"]),
    )
    return "copy", copy


@forgery("custody: a copying order permits one more, and one more was made")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    order = sql.execute("SELECT id FROM copy_order").fetchone()[0]
    sql.execute("UPDATE copy_order SET wanted = 2, permitted = 2, made = 2")
    made = dict(sql.execute("SELECT * FROM copy WHERE origin = 'made'").fetchone())
    made |= {"id": made["id"] + 1, "copy_no": made["copy_no"] + 1}
    marks = ",".join("?" * len(made))
    sql.execute(f"INSERT INTO copy VALUES ({marks})", list(made.values()))
    return "copy_order", order


@forgery("custody: a copying order permits one more")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    sql.execute("UPDATE copy_order SET permitted = permitted + 1")
    return "copy_order", sql.execute("SELECT id FROM copy_order").fetchone()[0]


@forgery("custody: two receipts change places, and who holds what with them")
def _(sql: sqlcipher.Connection) -> tuple[str, int]:
    first, second = (_held(sql, holder) for holder in HOLDERS)
    for copy, other in ((first, second), (second, first)):
        sql.execute(
            "UPDATE receipt SET handover_id = -?, document_id = ? WHERE handover_id = ?",
            (other["handover_id"], other["document_id"], copy["handover_id"]),
        )
    sql.execute("UPDATE receipt SET handover_id = -handover_id WHERE handover_id < 0")
    rows = sql.execute("SELECT id FROM receipt WHERE in_use = 1 ORDER BY id").fetchall()
    return "receipt", rows[0][0]
