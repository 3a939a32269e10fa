"""Released migrations never change; each has a vault of its time and a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bmnn_desktop.store.schema import Migration, Schema
from tests.house.tree import ROOT, own_python

LIST = Path(__file__).parent / "released_migrations.txt"
MIGRATIONS = Schema().migrations
# What would make a replay differ from run to run or from place to place.
_UNSTEADY = re.compile(
    r"\b(random|randomblob|datetime|date|time|julianday|strftime|unixepoch|"
    r"current_\w+|changes|last_insert_rowid|attach|pragma|trigger)\b",
    re.IGNORECASE,
)


def released() -> dict[str, str]:
    """Return the SHA-256 of each released migration by its name."""
    lines = [line.split() for line in LIST.read_text(encoding="utf-8").splitlines()]
    return {name: digest for digest, name in (line for line in lines if line and line[0] != "#")}


def test_the_list_is_in_order_and_without_gap() -> None:
    assert [name[:4] for name in released()] == [f"{n + 1:04d}" for n in range(len(released()))]


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda migration: migration.name)
def test_a_migration_is_listed_and_unchanged(migration: Migration) -> None:
    assert released().get(migration.name) == migration.sha256, (
        f"{migration.name} has {migration.sha256}: a released file never changes; "
        "a new one is added to released_migrations.txt"
    )


def test_no_listed_migration_is_gone() -> None:
    assert set(released()) == {migration.name for migration in MIGRATIONS}


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda migration: migration.name)
def test_a_migration_is_steady(migration: Migration) -> None:
    code = re.sub(r"--.*|'[^']*'", "", migration.script)
    assert not _UNSTEADY.search(code)


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda migration: migration.name)
def test_a_migration_has_a_vault_of_its_time(migration: Migration) -> None:
    place = ROOT / "tests" / "vaults" / f"schema-{migration.version:04d}"
    assert {path.name for path in place.iterdir()} >= {"vault", "about.json", "passphrase.txt"}


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda migration: migration.name)
def test_a_migration_is_named_by_a_test(migration: Migration) -> None:
    named = [path for path in own_python() if migration.name in path.read_text(encoding="utf-8")]
    assert any(path.is_relative_to(ROOT / "tests") for path in named)
