"""The vaults the benches measure in are what they say, and sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.balance import read_balance
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.holdings import list_holders
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import loose_ends, volumes
from tests.bench.handed_over import hand_over
from tests.bench.kept_vault import opened
from tests.bench.plan import COMMUNE, DEPARTMENT, OFFICE, Plan
from tests.bench.stress_vault import lined
from tests.bench.years_of_work import worked

_CONTENT = ("document", "recipient", "copy", "direction", "receipt", "sheet_line", "volume")


@contextmanager
def filled(fill: Callable[[Path], Office], place: Path) -> Iterator[Office]:
    fill(place).close()
    office = opened(place)
    yield office
    office.close()


def count(office: Office, sql: str) -> int:
    return office.read(lambda desk: int(desk.rows.value(sql))).result()


def content(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: [tuple(row) for row in desk.rows.all(f"SELECT * FROM {table} ORDER BY id")]
        for table in _CONTENT
    }


@pytest.mark.parametrize("plan", [COMMUNE, OFFICE], ids=lambda plan: plan.name)
def test_worked_years_are_sound_on_paper_and_closed(plan: Plan, tmp_path: Path) -> None:
    small = plan.of(120)
    with filled(lambda place: worked(place, small), tmp_path / "vault") as office:
        assert count(office, "SELECT count(*) FROM document") == 120
        assert count(office, "SELECT count(DISTINCT year) FROM document") == plan.years
        assert count(office, "SELECT count(*) FROM volume WHERE closed_on IS NULL") == len(
            office.read(lambda desk: volumes.books(desk.rows)).result()
        )
        outgoing = "SELECT count(*) FROM document WHERE book = 'outgoing'"
        assert count(office, outgoing) == small.outgoing
        assert office.write(verify_vault).result().ok is None  # sound; no paper was shown

        def unprinted(desk: Desk) -> list[int]:
            return [
                loose_ends.unprinted(desk.rows, volume)
                for book in REGISTERS
                for volume in volumes.of_book(desk.rows, book.key)
            ]

        assert sum(office.read(unprinted).result()) <= 2  # corrections of the last days


def test_the_same_plan_is_the_same_work(tmp_path: Path) -> None:
    found = []
    for name in ("one", "other"):
        with filled(lambda place: worked(place, COMMUNE.of(60)), tmp_path / name) as office:
            found.append(office.read(content).result())
    assert found[0] == found[1]
    assert found[0]["receipt"]


def test_a_commune_of_true_size_is_planned() -> None:
    assert [(plan.name, plan.documents) for plan in (COMMUNE, DEPARTMENT, OFFICE)] == [
        ("commune10y", 3_200),
        ("department10y", 20_000),
        ("office5y", 42_500),
    ]


def test_the_stress_is_one_handover_a_line(tmp_path: Path) -> None:
    with filled(lambda place: lined(place, 400), tmp_path / "vault") as office:
        assert count(office, "SELECT count(*) FROM document WHERE book = 'outgoing'") == 400
        assert count(office, "SELECT count(*) FROM document") == 440
        assert count(office, "SELECT count(DISTINCT document_id) FROM handover") == 440
        assert count(office, "SELECT count(*) FROM volume WHERE closed_on IS NULL") == 2
        assert office.write(verify_vault).result().ok is None


def test_hand_overs_move_every_copy_that_is_for_somebody_and_close(tmp_path: Path) -> None:
    def fill(place: Path) -> Office:
        office = worked(place, OFFICE.of(60))
        hand_over(office)
        return office

    with filled(fill, tmp_path / "vault") as office:
        counted = "SELECT count(*) FROM copy WHERE standing = '{}' AND in_use = 1"
        for standing in ("held", "away", "store"):
            assert count(office, counted.format(standing)) > 0, standing
        steps = "SELECT count(*) FROM custody"
        assert count(office, steps) > count(office, "SELECT count(*) FROM copy WHERE in_use = 1")
        assert office.read(read_balance).result().total.difference == 0
        assert office.read(list_holders).result().rows
        assert office.write(verify_vault).result().ok is None
