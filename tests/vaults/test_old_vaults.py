"""Vaults of earlier releases open, verify and go on.

0001_registers, 0002_daily_work, 0003_two_people, 0004_custody, 0005_forms, 0006_media, 0007_plans.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.balance import read_balance
from bmnn_desktop.services.closing_sheet import print_closing_sheet
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.holdings import list_holders
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.list_entries import EntryQuery, list_entries
from bmnn_desktop.services.list_tasks import list_plans
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.show_entry import show_entry
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header
from bmnn_desktop.store.attempts import adopt_counters
from bmnn_desktop.store.schema import Schema
from tests.custody.hands import broken_chains
from tests.printing.reading import texts
from tests.services.offices import add, cheap_wiring
from tests.services.paper import Desktop

PLACES = sorted(Path(__file__).parent.glob("schema-*"))


@pytest.fixture(params=PLACES, ids=lambda place: place.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Office, dict[str, Any]]]:
    """Open a copy of an old vault; nothing may touch the kept one."""
    kept: Path = request.param
    shutil.copytree(kept, tmp_path / "old")
    if header.read(tmp_path / "old" / "vault").header.counted:
        adopt_counters(tmp_path / "old" / "vault")  # no checkout keeps the file's moment
    about = json.loads((kept / "about.json").read_text(encoding="utf-8"))
    passphrase = (kept / "passphrase.txt").read_text(encoding="utf-8").strip()
    office = cheap_wiring().gate(tmp_path / "old" / "vault").unlock(about["login"], passphrase)
    yield office, about
    office.close()


def test_there_is_one_for_every_schema() -> None:
    assert [place.name for place in PLACES] == [
        f"schema-{migration.version:04d}" for migration in Schema().migrations
    ]


def test_an_old_vault_verifies_with_its_own_sheet(old: tuple[Office, dict[str, Any]]) -> None:
    office, about = old
    verdict = office.write(verify_vault, about["anchor"]).result()
    assert (verdict.ok, verdict.verdict) == (True, "pass"), verdict.what


def test_an_old_vault_shows_its_documents(old: tuple[Office, dict[str, Any]]) -> None:
    office, about = old
    rows = office.read(list_documents, "outgoing").result().rows
    assert [row.seq_no for row in reversed(rows)] == about["numbers"]
    assert [row.printed for row in reversed(rows)] == [True, False, False]
    assert [row.is_annulled for row in reversed(rows)] == [False, False, True]
    found = office.read(list_documents, "outgoing", search="duong bien").result().rows
    assert [row.seq_no for row in found] == [14]


def test_an_old_vault_shows_its_incoming_mail(old: tuple[Office, dict[str, Any]]) -> None:
    office, about = old
    rows = office.read(list_documents, "incoming").result().rows
    assert [row.seq_no for row in reversed(rows)] == about.get("incoming", [])
    for row in rows:
        assert row.printed
        card = office.read(show_document, row.id).result()
        assert len(card.corrections) == (1 if row.seq_no == 2 else 0)
        assert len(card.directions) == (1 if row.seq_no == 1 else 0)


def test_an_old_vault_is_brought_up_to_date_and_goes_on(
    old: tuple[Office, dict[str, Any]],
) -> None:
    office, about = old

    def version(desk: WritingDesk) -> int:
        return int(desk.rows.value("PRAGMA user_version"))

    assert office.write(version).result() == Schema().version
    assert add(office).seq_no == about["numbers"][-1] + 1
    assert office.write(verify_vault, about["anchor"]).result().ok is True


def test_an_old_vault_is_backed_up_under_its_own_sheet(
    old: tuple[Office, dict[str, Any]], tmp_path: Path
) -> None:
    office, _about = old
    (tmp_path / "medium").mkdir()
    done = office.write(create_backup, tmp_path / "medium").result()
    sheet = RecoverySheet.parse((tmp_path / "old" / "recovery.txt").read_text(encoding="utf-8"))
    manifest = cheap_wiring().backup_files().verify(done.path, sheet, lambda _done: None)
    assert manifest.schema == Schema().version


@pytest.mark.parametrize("old", PLACES[:1], indirect=True, ids=["schema-0001"])
def test_an_old_vault_prints_on_and_reprints_what_it_has(
    old: tuple[Office, dict[str, Any]], tmp_path: Path
) -> None:
    office, about = old
    desktop = Desktop(office, tmp_path)
    year = office.read(list_documents, "outgoing").result().rows[0].year
    first = about["numbers"][0]
    before = desktop.lines(1, year=year)
    assert [(line.seq_no, line.top) for line in before] == [(first, None)]
    # Where the old lines end on their sheet is not known: new ones go on a sheet of their own.
    printed = desktop.go_on(year=year)
    assert (printed.numbers, printed.lines) == ((2,), 2)
    assert desktop.lines(1, year=year) == before
    out = desktop.out()
    again = office.write(print_book, "outgoing", year=year, out=out).result()
    desktop.answer(again)
    assert (again.numbers, again.lines) == ((1, 2), 3)
    pages = texts(out.read_bytes())
    assert ["In lại lần" in page for page in pages] == [True, True, True]
    assert ["Tờ số 1" in pages[1], "Tờ số 2" in pages[2]] == [True, True]
    assert desktop.lines(1, year=year) == before
    assert office.write(verify_vault, about["anchor"]).result().ok is True


def test_an_old_vault_shows_its_journal(old: tuple[Office, dict[str, Any]]) -> None:
    office, about = old
    page = office.read(list_entries, EntryQuery(), limit=500).result()
    seqs = [row.seq for row in page.rows]
    assert (seqs, page.more) == (list(range(len(seqs), 0, -1)), False)
    for row in page.rows:
        assert row.words
        assert row.name
        card = office.read(show_entry, row.seq).result()
        assert card.line == row
        for change in card.changes:
            assert all(value.label and value.old != value.new for value in change.values)
    number = about["numbers"][-1]
    year = office.read(list_documents, "outgoing").result().rows[0].year
    query = EntryQuery(book="outgoing", year=year, number=number)
    of_line = office.read(list_entries, query).result().rows
    assert of_line[-1].words.startswith("Đăng ký: số ")
    assert any(row.action.startswith("document.annul") for row in of_line)


def test_an_old_vault_has_a_closing_sheet(
    old: tuple[Office, dict[str, Any]], tmp_path: Path
) -> None:
    office, _about = old
    out = tmp_path / "to-chot-so.pdf"
    printed = office.write(print_closing_sheet, out=out, first=date(2020, 1, 1)).result()
    assert "TỜ CHỐT SỔ" in texts(out.read_bytes())[0]
    office.write(answer_print, printed.run_id, Answer.GOOD).result()
    assert office.write(verify_vault, printed.code).result().ok is True


def test_the_copies_of_an_old_vault_are_where_its_papers_say(
    old: tuple[Office, dict[str, Any]],
) -> None:
    office, about = old
    one = office.read(read_balance).result().total
    with_custody = about["schema"] >= 4  # before, nobody could say that a copy is not found
    assert one.difference == (1 if with_custody else 0)
    assert one.born == one.accounted + one.difference
    assert office.read(broken_chains).result() == []
    if about["schema"] in (2, 3):  # both incoming lines were signed for
        (holder,) = office.read(list_holders).result().rows
        assert (holder.name, holder.copies, holder.waiting) == ("Phòng Thí Dụ", 4, 0)
    if with_custody:
        assert (one.stock, one.unseen, one.made, one.destroyed) == (1, 1, 3, 1)
        assert [each.name for each in office.read(list_holders).result().rows] == [
            "Lê Thị Ví Dụ",
            "Phòng Thí Dụ",
            "Trần Thị Ví Dụ",
        ]


def test_an_old_vault_keeps_its_plans(old: tuple[Office, dict[str, Any]]) -> None:
    office, about = old
    plans = office.read(list_plans).result()
    assert len(plans) == (1 if about["schema"] >= 7 else 0)
