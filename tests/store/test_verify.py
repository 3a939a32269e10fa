"""Verification of an open vault: each check stands alone, and damage is never an exception."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.errors import Cancelled
from bmnn_desktop.store import watch
from bmnn_desktop.store.vault import Vault
from bmnn_desktop.store.verify import Verdict
from tests.faults import forging
from tests.faults.vaults import Sample


def verify(vault: Vault, *anchors: Anchor) -> Verdict:
    return vault.write(lambda writing: writing.verify(anchors, lambda _done: None)).result()


def head(vault: Vault) -> Anchor:
    found = verify(vault).head
    assert found is not None
    return found


def with_sql(statement: str) -> Callable[[Sample], object]:
    def run(sample: Sample) -> None:
        with sample.sql() as sql:
            sql.execute(statement)

    return run


BEHIND_ITS_BACK: dict[str, Callable[[Sample], object]] = {
    "a trigger": with_sql("CREATE TRIGGER more AFTER INSERT ON entry BEGIN SELECT 1; END"),
    "a view": with_sql("CREATE VIEW more AS SELECT * FROM document"),
    "a trigger less": with_sql("DROP TRIGGER entry_kept"),
    "a row": with_sql("UPDATE document SET note = 'x' WHERE id = 3"),
    "an entry": with_sql("DROP TRIGGER entry_unchanged"),
    "a page more": lambda sample: _append(sample.database, bytes(4096)),
    "a byte more": lambda sample: _append(sample.database, b"x"),
}


def _append(path: Path, more: bytes) -> None:
    with path.open("ab") as file:
        file.write(more)


@pytest.mark.parametrize("attack", BEHIND_ITS_BACK.values(), ids=BEHIND_ITS_BACK)
def test_what_changed_while_the_vault_was_open_is_found(
    vault: Vault, sample: Sample, attack: Callable[[Sample], object]
) -> None:
    assert verify(vault).verdict == "unknown"
    attack(sample)
    found = verify(vault)
    assert found.verdict == "fail"
    assert found.seq is not None
    assert found.what


def _with_changes(sample: Sample) -> list[int]:
    with sample.sql() as sql:
        found = sql.execute("SELECT DISTINCT seq FROM change ORDER BY seq").fetchall()
    return [row[0] for row in found]


def test_the_first_bad_entry_is_named(vault: Vault, sample: Sample) -> None:
    with sample.sql() as sql, forging.unguarded(sql):
        for seq in (10, 7):
            sql.execute("UPDATE entry SET action = 'x' WHERE seq = ?", (seq,))
    found = verify(vault)
    assert (found.seq, found.entries) == (7, 6)


BAD_ENTRIES = {
    "không nối với mục trước": "UPDATE entry SET previous = zeroblob(32) WHERE seq = ?",
    "nội dung thay đổi bị sửa": "UPDATE change SET payload_digest = zeroblob(32) WHERE seq = ?",
    "mục bị sửa": "UPDATE entry SET time = time || 'x' WHERE seq = ?",
    "chữ ký không đúng": "UPDATE entry SET signature = zeroblob(64) WHERE seq = ?",
}


@pytest.mark.parametrize("later", BAD_ENTRIES)
@pytest.mark.parametrize("first", BAD_ENTRIES)
def test_of_two_bad_entries_the_first_is_named(
    vault: Vault, sample: Sample, first: str, later: str
) -> None:
    last = head(vault).seq
    early = _with_changes(sample)[1]
    for seq, other in ((early, early + 1), (early, last), (last - 1, last)):
        with sample.sql() as sql, forging.unguarded(sql):
            before = sql.execute("SELECT * FROM entry").fetchall()
            changes = sql.execute("SELECT * FROM change").fetchall()
            sql.execute(BAD_ENTRIES[later], (other,))
            sql.execute(BAD_ENTRIES[first], (seq,))
        found = verify(vault)
        assert (found.seq, found.what, found.entries) == (seq, first, seq - 1)
        with sample.sql() as sql, forging.unguarded(sql):
            for table, rows in (("entry", before), ("change", changes)):
                marks = ",".join("?" * len(rows[0]))
                sql.executemany(
                    f"INSERT OR REPLACE INTO {table} VALUES ({marks})", map(tuple, rows)
                )


def test_what_is_wrong_first_within_an_entry_is_told(vault: Vault, sample: Sample) -> None:
    with sample.sql() as sql, forging.unguarded(sql):
        for told, statement in reversed(BAD_ENTRIES.items()):
            sql.execute(statement, (_with_changes(sample)[1],))
            assert verify(vault).what == told


def test_a_changed_row_names_the_entry_that_made_it(vault: Vault, sample: Sample) -> None:
    with sample.sql() as sql:
        seq = sql.execute(
            "SELECT max(seq) FROM change WHERE table_name = 'document' AND row = 5"
        ).fetchone()[0]
        sql.execute("UPDATE document SET note = 'x' WHERE id = 5")
    assert verify(vault).seq == seq


def test_anchors_are_compared_each(vault: Vault) -> None:
    good = head(vault)
    assert verify(vault, good).verdict == "pass"
    other_hash = Anchor(good.generation, good.seq, good.fingerprint ^ 1)
    other_generation = Anchor(good.generation + 1, good.seq, good.fingerprint)
    later = Anchor(good.generation, good.seq + 1, good.fingerprint)
    nowhere = Anchor(good.generation, 0, good.fingerprint)
    for bad in (other_hash, other_generation, later, nowhere):
        assert verify(vault, bad).verdict == "fail"
        assert verify(vault, good, bad).verdict == "fail"
    assert verify(vault, later).seq == good.seq + 1
    assert verify(vault, other_hash).seq == good.seq


def test_verification_is_stopped_by_its_progress(vault: Vault) -> None:
    told: list[float] = []
    vault.write(lambda w: w.verify([], told.append)).result()
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)

    def stop(_done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        vault.write(lambda w: w.verify([], stop)).result()
    assert verify(vault).verdict == "unknown"


def lasting_threads() -> list[str]:
    """Return the threads there are; the check of the seals ends by itself, sooner or later."""
    return sorted(each.name for each in threading.enumerate() if each.name != "page seals")


def test_verification_can_be_stopped_inside_a_long_statement(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_ASKED_EVERY", 50)
    told: list[float] = []
    vault.write(lambda w: w.verify([], told.append)).result()
    assert told == sorted(told)
    assert len(told) > 50
    threads = lasting_threads()

    class Stop(Exception):
        pass

    def stop_at(last: int) -> Callable[[float], None]:
        asked = iter(range(last))

        def ask(_done: float) -> None:
            if next(asked, None) is None:
                raise Stop

        return ask

    for last in range(0, len(told), len(told) // 10):
        stop = stop_at(last)
        with pytest.raises(Stop):
            vault.write(lambda w, stop=stop: w.verify([], stop)).result()  # type: ignore[misc]
    assert lasting_threads() == threads
    asked = len(told)
    vault.write(lambda w: w.rows.all("SELECT * FROM change, entry")).result()
    assert len(told) == asked  # nobody is asked once it is over
    assert verify(vault).verdict == "unknown"


def test_a_busy_file_is_no_damage(vault: Vault, sample: Sample) -> None:
    """Another program that holds the file makes the vault busy, not untrue."""
    with sample.sql() as sql:
        sql.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Exception, match="bận") as refused:
            verify(vault)
        assert not isinstance(refused.value, sqlcipher.Error)
    assert verify(vault).verdict == "unknown"
