"""Scripted attacks on a vault: each leaves a file that `verify` must not call sound.

The attacks stand in attack_journal, attack_file and attack_custody; importing those fills ATTACKS.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from tests.faults import forging
from tests.faults.vaults import Sample

FIRST_BYTES = 64
TABLES = (
    *("organisation", "person", "signer", "volume"),
    *("document", "recipient", "copy", "backup_recipient"),
    *("custody", "handover", "receipt", "copy_order", "incident", "incident_item"),
)


@dataclass
class Target:
    """A vault under attack, an earlier copy of it, and the dice."""

    sample: Sample
    older: bytes
    dice: random.Random

    def seq(self, least: int = 1) -> int:
        """Pick an entry."""
        with self.sample.sql() as sql:
            return self.dice.randint(least, forging.head(sql))

    def pick(self, sql: sqlcipher.Connection, query: str) -> sqlcipher.Row:
        """Pick a row of a query's answer."""
        return self.dice.choice(sql.execute(query).fetchall())


Attack = Callable[[Target], None]
SqlAttack = Callable[[Target, sqlcipher.Connection], None]
ATTACKS: dict[str, Attack] = {}


def attack(name: str) -> Callable[[Attack], Attack]:
    """Enter an attack under its name."""

    def keep(run: Attack) -> Attack:
        ATTACKS[name] = run
        return run

    return keep


def by_sql(name: str) -> Callable[[SqlAttack], SqlAttack]:
    """Run an attack as an SQL tool would, triggers out of the way and put back."""

    def keep(inner: SqlAttack) -> SqlAttack:
        def run(target: Target) -> None:
            with target.sample.sql() as sql:
                sql.execute("PRAGMA ignore_check_constraints = ON")
                sql.execute("BEGIN")
                with forging.unguarded(sql):
                    inner(target, sql)
                sql.execute("COMMIT")

        ATTACKS[name] = run
        return inner

    return keep


def other_than(value: object, dice: random.Random) -> object:
    """Return a value that differs, of the same type."""
    if isinstance(value, int):
        return value + dice.choice((-1, 1, 7))
    if isinstance(value, str):
        return value + dice.choice((" ", "x", "đ")) if dice.random() < 0.7 or not value else ""
    if isinstance(value, bytes):
        spot = dice.randrange(len(value))
        return value[:spot] + bytes([value[spot] ^ 1 << dice.randrange(8)]) + value[spot + 1 :]
    return dice.choice(("x", "2026-01-01"))


def put(sql: sqlcipher.Connection, table: str, where: str, column: str, value: object) -> None:
    """Set one column of some rows."""
    sql.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value,))
