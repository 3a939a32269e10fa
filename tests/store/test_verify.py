"""Verification of an open vault: each check stands alone, and damage is never an exception."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.errors import Cancelled
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


def test_the_first_bad_entry_is_named(vault: Vault, sample: Sample) -> None:
    with sample.sql() as sql, forging.unguarded(sql):
        for seq in (9, 6):
            sql.execute("UPDATE entry SET action = 'x' WHERE seq = ?", (seq,))
    found = verify(vault)
    assert (found.seq, found.entries) == (6, 5)


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


def test_a_busy_file_is_no_damage(vault: Vault, sample: Sample) -> None:
    """Another program that holds the file makes the vault busy, not untrue."""
    with sample.sql() as sql:
        sql.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Exception, match="bận") as refused:
            verify(vault)
        assert not isinstance(refused.value, sqlcipher.Error)
    assert verify(vault).verdict == "unknown"
