"""The chains of copies, forged by somebody with the key: each is found at the entry it belies."""

from __future__ import annotations

import pytest

from tests.faults import forging
from tests.faults.attack_custody import FORGERIES, mend_journal, newest_entry
from tests.faults.judging import Ground, trouble
from tests.faults.vaults import Sample, run_here


def _forged(ground: Ground, name: str, *, with_journal: bool) -> tuple[Sample, str, int]:
    """Forge a copy of the ground; return it, the table and the entry that is not true any more."""
    victim = ground.sample.copy(ground.room / "victim")
    with victim.sql() as sql:
        sql.execute("BEGIN")
        with forging.unguarded(sql):
            table, row = FORGERIES[name](sql)
            seq = newest_entry(sql, table, row)
            if with_journal:
                mend_journal(sql, victim.store(), seq)
        sql.execute("COMMIT")
    return victim, table, seq


@pytest.mark.parametrize("name", FORGERIES)
def test_rows_that_agree_with_each_other_are_compared_with_the_journal(
    ground: Ground, name: str
) -> None:
    victim, table, seq = _forged(ground, name, with_journal=False)
    ran = run_here(victim.place, "--json", "verify")
    assert trouble(ran) is None
    assert ran.json["seq"] == seq
    assert f"bảng {table} " in ran.json["what"]


@pytest.mark.parametrize("name", FORGERIES)
def test_a_journal_made_to_agree_lacks_the_signature(ground: Ground, name: str) -> None:
    victim, _table, seq = _forged(ground, name, with_journal=True)
    ran = run_here(victim.place, "--json", "verify")
    assert trouble(ran) is None
    assert ran.json["seq"] == seq
