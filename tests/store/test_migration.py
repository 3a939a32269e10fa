"""Replay over a migration that adds, renames, drops and fills columns: history stays provable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bmnn_desktop.errors import VaultDamaged, VaultNewer
from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store import tables
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.vault import Vault, Writing
from bmnn_desktop.store.verify import Verdict
from tests.faults import forging
from tests.faults.vaults import Sample

SECOND = """
-- Adds a column filled from old data, renames one, drops one.
ALTER TABLE volume ADD COLUMN place TEXT NOT NULL DEFAULT '';
UPDATE volume SET place = 'kệ ' || number || ' năm ' || year;
ALTER TABLE volume RENAME COLUMN paper_reference TO paper_book;
ALTER TABLE organisation DROP COLUMN parent_name;
CREATE TABLE shelf (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;
INSERT INTO shelf SELECT id, place FROM volume;
"""
THIRD = "ALTER TABLE person ADD COLUMN rank TEXT NOT NULL DEFAULT 'chuyên viên';\n"


@pytest.fixture
def folder(room: Path) -> Path:
    made = room / "migrations"
    shutil.copytree(Path(schemas.__file__).parent / "migrations", made)
    (made / f"{Schema().version + 1:04}_second.sql").write_text(SECOND, encoding="utf-8")
    return made


@pytest.fixture(autouse=True)
def journalled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare the new names journalled, as a release would."""
    text = {"volume": frozenset({"paper_reference", "paper_book"})}
    changed = tuple(
        tables.Table(table.name, text.get(table.name, table.text)) for table in tables.JOURNALLED
    )
    monkeypatch.setattr(tables, "JOURNALLED", (*changed, tables.Table("shelf")))
    monkeypatch.setattr("bmnn_desktop.store.replay._TABLES", {t.name for t in tables.JOURNALLED})
    monkeypatch.setattr("bmnn_desktop.store.act._TEXT", {t.name: t.text for t in tables.JOURNALLED})


def verdict(vault: Vault) -> Verdict:
    return vault.write(lambda writing: writing.verify([], lambda _done: None)).result()


def volumes(writing: Writing) -> list[dict[str, object]]:
    return [dict(row) for row in writing.rows.all("SELECT * FROM volume ORDER BY id")]


def open_volume(writing: Writing, **columns: str) -> int:
    with writing.journal.write("volume.open", reason="năm mới") as act:
        act.insert(
            "volume",
            book="outgoing",
            year=2027 + int(act.rows.value("SELECT count(*) FROM volume")),
            number=1,
            first_no=1,
            opened_on="2027-01-04",
            **columns,
        )
    return act.seq


@pytest.fixture
def migrated(sample: Sample, folder: Path) -> Vault:
    before = sample.open()
    before.write(lambda writing: open_volume(writing, paper_reference="sổ giấy số 3")).result()
    before.close()
    after = sample.open(Schema(folder))
    after.write(
        lambda writing: open_volume(writing, paper_book="sổ giấy số 4", place="kệ mới")
    ).result()
    return after


def test_entries_before_and_after_replay_to_the_same_tables(migrated: Vault) -> None:
    found = migrated.write(volumes).result()
    assert [row["paper_book"] for row in found] == ["", "", "sổ giấy số 3", "sổ giấy số 4"]
    places = ["kệ 1 năm 2026", "kệ 1 năm 2026", "kệ 1 năm 2029", "kệ mới"]
    assert [row["place"] for row in found] == places
    assert verdict(migrated).verdict == "unknown"
    migrated.close()


def test_old_rows_may_be_changed_in_the_new_form(migrated: Vault) -> None:
    def change(writing: Writing) -> None:
        with writing.journal.write("volume.correct") as act:
            act.update("volume", 1, place="kệ khác", paper_book="không rõ")

    migrated.write(change).result()
    assert verdict(migrated).verdict == "unknown"
    migrated.close()


def test_opening_again_migrates_only_once(sample: Sample, migrated: Vault, folder: Path) -> None:
    migrated.close()
    again = sample.open(Schema(folder))
    kinds = again.write(
        lambda writing: writing.rows.all("SELECT kind FROM entry WHERE kind = 'migration'")
    ).result()
    assert len(kinds) == Schema().version  # one for each step after the first, and the new one
    again.close()


def test_what_a_migration_filled_is_compared_too(
    sample: Sample, migrated: Vault, folder: Path
) -> None:
    migrated.close()
    for statement in (
        "UPDATE volume SET place = 'kệ 9' WHERE id = 1",
        "UPDATE shelf SET name = 'kệ 9'",
    ):
        with sample.sql() as sql:
            sql.execute(statement)
        vault = sample.open(Schema(folder))
        assert verdict(vault).ok is False
        vault.close()


def test_a_migration_file_changed_afterwards_is_found(
    sample: Sample, migrated: Vault, folder: Path
) -> None:
    migrated.close()
    path = next(folder.glob("*_second.sql"))
    # A comment changes no table, so opening sees nothing; the journal knows the file's digest.
    path.write_text(SECOND + "-- later\n", encoding="utf-8")
    vault = sample.open(Schema(folder))
    found = verdict(vault)
    seq = vault.write(
        lambda writing: writing.rows.value("SELECT max(seq) FROM entry WHERE kind = 'migration'")
    ).result()
    vault.close()
    assert (found.ok, found.seq) == (False, seq)


def test_a_program_without_the_migration_refuses(sample: Sample, migrated: Vault) -> None:
    migrated.close()
    with pytest.raises(VaultNewer):
        sample.open()


def test_two_steps_at_once_are_two_entries(sample: Sample, folder: Path) -> None:
    (folder / f"{Schema().version + 2:04}_third.sql").write_text(THIRD, encoding="utf-8")
    vault = sample.open(Schema(folder))
    assert verdict(vault).verdict == "unknown"
    posts = vault.write(lambda w: w.rows.all("SELECT DISTINCT rank FROM person")).result()
    assert [row[0] for row in posts] == ["chuyên viên"]
    vault.close()


def test_a_migration_that_fails_leaves_the_vault_as_it_was(sample: Sample, folder: Path) -> None:
    path = next(folder.glob("*_second.sql"))
    path.write_text(SECOND + "INSERT INTO shelf VALUES (1, NULL);\n", encoding="utf-8")
    before = sample.database.read_bytes()
    with pytest.raises(Exception, match="NOT NULL"):
        sample.open(Schema(folder))
    assert sample.database.read_bytes() == before
    sample.open().close()


def test_a_migration_skipped_or_run_twice_is_found(
    sample: Sample, migrated: Vault, folder: Path
) -> None:
    migrated.close()
    with sample.sql() as sql, forging.unguarded(sql):
        row = sql.execute("SELECT seq FROM entry WHERE kind = 'migration'").fetchone()[0]
        detail = forging.entry(sql, row).detail
        forging.append(sql, sample.store(), sample.signer(), [], kind="migration", detail=detail)
    vault = sample.open(Schema(folder))
    assert verdict(vault).ok is False
    vault.close()


def test_a_folder_with_a_gap_is_refused(folder: Path) -> None:
    next(folder.glob("*_second.sql")).rename(folder / "0009_second.sql")
    with pytest.raises(ValueError, match="gaps"):
        Schema(folder)


def test_a_version_set_back_is_damage(sample: Sample, migrated: Vault, folder: Path) -> None:
    migrated.close()
    with sample.sql() as sql:
        sql.execute("PRAGMA user_version = 1")
    with pytest.raises(VaultDamaged):
        sample.open(Schema(folder))
    with pytest.raises(VaultDamaged):
        sample.open()
