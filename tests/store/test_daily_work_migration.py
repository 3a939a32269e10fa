"""0002_daily_work: what was printed before stays printed, and every reference still holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.remembered_values import remembered_values
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store.schema import Schema
from tests.services.offices import FOUNDING, PASSPHRASE, add, cheap_wiring, print_out

OLD = Path(__file__).resolve().parent.parent / "vaults" / "schema-0001" / "vault"


def rows(office: Office, sql: str) -> list[tuple[object, ...]]:
    return office.read(lambda desk: [tuple(row) for row in desk.rows.all(sql)]).result()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    shutil.copytree(OLD, tmp_path / "vault")
    office = cheap_wiring().gate(tmp_path / "vault").unlock(FOUNDING.login, PASSPHRASE)
    yield office
    office.close()


def test_lines_of_the_last_good_print_stand_on_full_sheets(office: Office) -> None:
    assert rows(office, "SELECT id, volume_id, number, state FROM sheet") == [(1, 1, 1, "full")]
    lines = "SELECT sheet_id, document_id, print_run_id, top, height, cells FROM sheet_line"
    assert rows(office, lines) == [(1, 1, 1, None, None, "[]")]
    assert rows(office, "SELECT kind, state FROM print_run") == [("book", "good")]
    assert rows(office, "SELECT sheet_id, number, line_count FROM printed_sheet") == [(1, 1, 1)]


def test_what_was_typed_is_remembered_from_the_start(office: Office) -> None:
    assert office.read(remembered_values, "outgoing").result()["signer"] == ("Nguyễn Văn Mẫu",)


def test_all_references_hold(office: Office) -> None:
    def broken(desk: WritingDesk) -> int:
        desk.writing.connection.set_authorizer(None)
        return len(desk.writing.connection.execute("PRAGMA foreign_key_check").fetchall())

    assert office.write(broken).result() == 0
    texts = rows(office, "SELECT sql FROM sqlite_schema WHERE sql <> ''")
    assert not any("REFERENCES new_" in str(row[0]) for row in texts)


def test_a_new_vault_and_a_migrated_one_have_the_same_tables(
    office: Office, tmp_path: Path
) -> None:
    fresh = cheap_wiring().gate(tmp_path / "fresh").found(FOUNDING).office
    tables = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert rows(office, tables) == rows(fresh, tables)
    fresh.close()
    expected = {name for _type, name, _sql in Schema().expected(Schema().version)}
    assert {row[1] for row in rows(office, tables)} == expected


def test_the_old_vault_prints_on(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "so.pdf")
    assert office.write(verify_vault).result().ok is None
    unprinted = "SELECT count(*) FROM document WHERE id NOT IN (SELECT document_id FROM sheet_line)"
    assert rows(office, unprinted) == [(0,)]
