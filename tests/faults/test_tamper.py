"""No attack with the right key and an SQL tool passes; what only paper can tell says unknown."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.domain.anchor import Anchor
from tests.faults import forging
from tests.faults.judging import Ground, judge, trouble
from tests.faults.tamper import ATTACKS, FIRST_BYTES
from tests.faults.vaults import BOOK, Sample, copy_vault, json_line, run_apart, run_here

APART = (
    *("row edited", "entry: reason edited", "entries swapped", "change deleted"),
    *("old page replayed", "pages cut", "pages appended", "page zeroed", "bit flipped"),
    *("version changed", "trigger dropped", "search text edited"),
)


def verdict(sample: Sample, *options: str) -> object:
    ran = run_here(sample.place, "--json", "verify", *options)
    return ran.code, ran.json["verdict"]


@pytest.mark.parametrize("name", ATTACKS)
def test_every_attack_is_caught(ground: Ground, name: str) -> None:
    for seed in range(2):
        assert judge(ground, name, random.Random(seed)) is None


@pytest.mark.parametrize("name", APART)
def test_attacks_are_caught_by_the_program_itself(ground: Ground, name: str) -> None:
    assert judge(ground, name, random.Random(7), run_apart) is None


@pytest.mark.parametrize("byte", range(FIRST_BYTES))
def test_every_bit_of_the_first_bytes_counts(ground: Ground, byte: int) -> None:
    victim = ground.sample.copy(ground.room / "victim")
    whole = victim.database.read_bytes()
    for bit in range(8):
        flipped = bytearray(whole)
        flipped[byte] ^= 1 << bit
        victim.database.write_bytes(flipped)
        assert trouble(run_here(victim.place, "--json", "verify")) is None


def test_the_untouched_vault_is_sound_and_says_unknown(ground: Ground) -> None:
    assert verdict(ground.sample) == (0, "unknown")
    assert verdict(ground.sample, "--anchor", ground.sample.head_code()) == (0, "pass")


def remove_last_entries_but_search(sample: Sample) -> None:
    """Take the last two documents away; their search text, which is local, stays behind."""
    remove_last_entries(sample, and_search=False)


def remove_last_entries(sample: Sample, *, and_search: bool = True) -> None:
    """Take the last two documents away with their entries, rows and search text."""
    with sample.sql() as sql, forging.unguarded(sql):
        first = forging.head(sql) - 1
        found = sql.execute("SELECT table_name, row FROM change WHERE seq >= ?", (first,))
        for table, row in found.fetchall():
            if table == "document" and and_search:
                text = sql.execute("SELECT * FROM search_document WHERE id = ?", (row,)).fetchone()
                sql.execute(
                    "INSERT INTO search_index (search_index, rowid, folded)"
                    " VALUES ('delete', ?, ?)",
                    tuple(text),
                )
                sql.execute("DELETE FROM search_document WHERE id = ?", (row,))
            sql.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        sql.execute("DELETE FROM change WHERE seq >= ?", (first,))
        sql.execute("DELETE FROM entry WHERE seq >= ?", (first,))


def roll_back(sample: Sample) -> None:
    """Put the whole vault of an earlier day back."""
    earlier = sample.place.with_name("earlier")
    shutil.rmtree(sample.place)
    copy_vault(earlier, sample.place)


def rewrite_own_past(sample: Sample) -> None:
    """Make a document of the past another one and sign everything since again."""
    with sample.sql() as sql, forging.unguarded(sql):
        seq, n = sql.execute(
            "SELECT seq, n FROM change WHERE table_name = 'document' AND row = 3"
        ).fetchone()
        forging.rewrite_row(sql, seq, n, {"doc_number": "33/KH-UBND"})
        forging.remake(sql, sample.store(), seq, sample.signer().key)


@pytest.mark.parametrize(
    "attack",
    [remove_last_entries, remove_last_entries_but_search, roll_back, rewrite_own_past],
)
@pytest.mark.parametrize("run", [run_here, run_apart])
def test_what_only_paper_can_tell(
    ground: Ground, attack: Callable[[Sample], None], run: Callable[..., object]
) -> None:
    victim = ground.sample.copy(ground.room / "victim")
    victim.copy(ground.room / "earlier")
    early = victim.head_code()
    victim.add(range(20, 23))
    code = victim.head_code()
    attack(victim)
    assert verdict(victim) == (0, "unknown")
    ran = run(victim.place, "--json", "verify", "--anchor", code)
    assert trouble(ran) is None  # type: ignore[arg-type]
    seq = Anchor.parse(code).seq
    assert ran.json["seq"] <= seq  # type: ignore[attr-defined]
    if attack is not rewrite_own_past:
        assert verdict(victim, "--anchor", early) == (0, "pass")


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"not a database " * 4096),
        lambda path: path.write_bytes(b""),
        lambda path: path.unlink(),
        lambda path: path.write_bytes(path.read_bytes()[:4096]),
    ],
    ids=["foreign", "empty", "gone", "cut"],
)
def test_a_vault_that_cannot_be_read_gives_three_from_every_command(
    ground: Ground, damage: Callable[[Path], object]
) -> None:
    victim = ground.sample.copy(ground.room / "victim")
    damage(victim.database)
    for command in (("document", "list", BOOK), ("document", "add", BOOK), ("verify",)):
        ran = run_here(victim.place, *command, typed=json_line(1))
        assert ran.code == 3, (command, ran)
    apart = run_apart(victim.place, "document", "list", BOOK)
    assert apart.code == 3
    assert "Traceback" not in apart.err


@pytest.mark.parametrize("statement", [
    "UPDATE person SET roles = 'director'",
    "UPDATE document SET registered_on = '2026-13-99'",
    "UPDATE document SET level = 'KHAC'",
    "UPDATE volume SET opened_on = '2026-13-99'",
    "UPDATE search_index_config SET v = 99 WHERE k = 'version'",
    "DELETE FROM search_index_data WHERE id = 10",
])  # fmt: skip
def test_rows_that_mean_nothing_are_damage_and_no_bug(ground: Ground, statement: str) -> None:
    victim = ground.sample.copy(ground.room / "victim")
    with victim.sql() as sql, forging.unguarded(sql):
        sql.execute("PRAGMA ignore_check_constraints = ON")
        sql.execute(statement)
    codes = [
        run_here(victim.place, *command, typed=json_line(1)).code
        for command in (
            ("document", "list", BOOK, "--search", "noi"),
            ("document", "list", BOOK),
            ("verify",),
        )
    ]
    assert codes[2] == 3
    assert 1 not in codes, codes


def test_an_old_rollback_journal_planted_beside_the_file_is_caught(ground: Ground) -> None:
    victim = ground.sample.copy(ground.room / "victim")
    journal = victim.place / "register.db-journal"
    with victim.sql() as sql, forging.unguarded(sql):
        sql.execute("PRAGMA cache_size = 1")  # pages spill, so that the journal is hot
        sql.execute("BEGIN")
        sql.execute("UPDATE document SET note = note || 'x'")
        sql.execute("UPDATE entry SET action = action || 'x'")
        hot = journal.read_bytes()
        sql.execute("ROLLBACK")
    assert len(hot) > 512
    victim = ground.sample.copy(ground.room / "victim")
    victim.add(range(20, 23))
    journal = victim.place / "register.db-journal"
    journal.write_bytes(hot)
    assert trouble(run_here(victim.place, "--json", "verify")) is None


class Loaded(random.Random):
    """Dice that always fall on one page, if the attack may choose it."""

    def __init__(self, page: int) -> None:
        super().__init__(1)
        self._page = page

    def choice(self, seq: Any) -> Any:  # noqa: ANN401
        assert self._page in seq
        return self._page


@pytest.mark.parametrize(
    ("table", "is_caught"),
    [("remembered", False), ("setting", False), ("recipient", True), ("search_document", True)],
)
def test_an_old_page_counts_where_its_table_is_compared(
    ground: Ground, table: str, is_caught: bool
) -> None:
    """What this computer remembers is declared local: its old page is a page of the program's."""
    with ground.sample.sql() as sql:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        dice = Loaded(sql.execute(query, (table,)).fetchone()[0] - 1)
    assert judge(ground, "old page replayed", dice) is None
    victim = ground.attacked("old page replayed", dice)
    found = trouble(run_here(victim.place, "--json", "verify"))
    assert (found is None) == is_caught


def test_every_attack_changes_the_file(ground: Ground) -> None:
    """A vacuous attack would be "caught" by nobody; each must differ from the ground."""
    whole = ground.sample.database.read_bytes()
    for name in ATTACKS:
        assert ground.attacked(name, random.Random(1)).database.read_bytes() != whole, name


def test_the_tool_has_the_right_key(ground: Ground) -> None:
    with ground.sample.sql() as sql:
        assert sql.execute("SELECT count(*) FROM document").fetchone()[0] == 12
    with (
        pytest.raises(sqlcipher.DatabaseError),
        Sample(ground.sample.place, "0" * 64, ground.sample.recovery).sql(),
    ):
        pass
