"""Backups read once more and asked for, and the file that comes in by an inward stick."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bmnn_desktop.domain.backup_days import BackupDays
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import Plugged, Purpose
from bmnn_desktop.errors import (
    BackupGone,
    BackupRotten,
    FieldsWrong,
    InwardFileWrong,
    MediumForOther,
    NothingToRecheck,
)
from bmnn_desktop.services.backup_reminder import (
    last_good_backup,
    read_backup_days,
    set_backup_days,
)
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.duties import Duties, Duty, DutyKind, find_duties
from bmnn_desktop.services.read_inward import LARGEST, read_inward
from bmnn_desktop.services.recheck_backup import recheck_backup
from bmnn_desktop.services.today import look_at_today
from tests.media.plugged import stick
from tests.services.offices import FakeClock, add, entries
from tests.services.stick_room import SERIAL, Room, file_bytes, open_room, refused


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as made:
        yield made


# ── once more ─────────────────────────────────────────────────────────────────────────────────


def test_a_backup_is_read_once_more(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    refused(room, NothingToRecheck, lambda: room.office.write(recheck_backup, root).result())
    room.back_up(root)
    room.back_up(root)
    numbers = [room.office.write(recheck_backup, root).result().number for _turn in range(3)]
    assert numbers == [1, 2, 1]  # the one that was not read for the longest time


@pytest.mark.parametrize("size", [0, 1])
def test_a_rotten_or_missing_backup_is_journalled_and_told(room: Room, size: int) -> None:
    root = room.plug()
    room.enrol(root)
    room.back_up(root)
    (file,) = root.glob("*.age")
    if size:
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= size
        file.write_bytes(data)
    else:
        file.unlink()
    before = entries(room.office)
    with pytest.raises(BackupRotten if size else BackupGone):
        room.office.write(recheck_backup, root).result()
    assert entries(room.office) == before + 1


# ── USB nhập ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def inward(room: Room) -> Path:
    root = room.plug("nhap", "BB0102030405")
    room.enrol(root, purpose=Purpose.INWARD, inventory_no="03/NHAP", level=Level.MAT)
    return root


def test_one_file_comes_in_and_its_name_does_not(room: Room, inward: Path) -> None:
    path = inward / "Ke hoach bi mat.docx"
    path.write_bytes(b"PK noi dung gia dinh")
    room.port.put(stick(inward, "BB0102030405", is_read_only=True))
    before = file_bytes(inward)
    read = room.office.write(read_inward, path).result()
    assert (read.data, read.kind, read.size) == (path.read_bytes(), ".docx", 20)
    assert file_bytes(inward) == before
    (row,) = room.office.read(
        lambda desk: desk.rows.all("SELECT sha256, size, medium_id FROM inward_file")
    ).result()
    assert tuple(row) == (read.sha256, 20, 1)
    found = room.office.read(
        lambda desk: desk.rows.value(
            "SELECT count(*) FROM change WHERE payload LIKE '%Ke hoach%' OR text LIKE '%Ke hoach%'"
        )
    ).result()
    assert found == 0


def test_an_inward_stick_takes_no_backup_and_a_backup_stick_brings_nothing(
    room: Room, inward: Path
) -> None:
    refused(room, MediumForOther, lambda: room.back_up(inward), inward)
    root = room.plug()
    room.enrol(root)
    (root / "x.txt").write_text("x")
    refused(
        room, MediumForOther, lambda: room.office.write(read_inward, root / "x.txt").result(), root
    )


def test_what_is_no_file_or_too_large_does_not_come_in(room: Room, inward: Path) -> None:
    (inward / "link").symlink_to("/etc/passwd")
    os.mkfifo(inward / "pipe")
    (inward / "folder").mkdir()
    with (inward / "large").open("wb") as file:
        file.truncate(LARGEST + 1)
    for name in ("link", "pipe", "folder", "large"):
        refused(
            room,
            InwardFileWrong,
            lambda name=name: room.office.write(read_inward, inward / name).result(),  # type: ignore[misc]
        )


def test_a_stick_is_plugged_where_it_is_mounted_uppermost(room: Room) -> None:
    outer: Plugged = stick(room.home, "CC0102030405", is_system=True)
    room.port.put(outer)
    root = room.plug()
    assert room.enrol(root).serial == SERIAL


# ── Hôm nay ───────────────────────────────────────────────────────────────────────────────────


def _duties(room: Room, days: int) -> tuple[list[tuple[str, bool]], list[str]]:
    """Return what stands first and what is to come, some days later."""
    end = FakeClock().moment + timedelta(days=days)
    while room.clock.moment < end:  # a leap would put the day in doubt
        room.clock.moment = min(end, room.clock.moment + timedelta(days=5))
        add(room.office, doc_number=f"{room.clock.moment:%j}/KH-UBND")
    today = room.office.read(look_at_today).result()
    must = [(one.kind.value, one.is_red) for one in today.duties.must]
    return must, [one.kind.value for one in today.duties.soon]


def _order(room: Room) -> list[str]:
    """Return how a backup stands to a case under way."""

    def look(desk: Desk) -> Duties:
        last = last_good_backup(desk.rows)
        return find_duties(
            desk,
            (),
            last_backup=None if last is None else civil_date(last),
            has_lines=True,
            has_confirmer=True,
            spare_sheets=1,
            limit=7,
            pressing=[Duty(DutyKind.INCIDENT)],
        )

    return [one.kind.value for one in room.office.read(look).result().must]


def test_a_backup_is_asked_for_louder_with_time(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    room.back_up(root)
    assert ("backup", False) not in _duties(room, 6)[0]
    assert ("backup", False) in _duties(room, 7)[0]
    assert ("backup", True) in _duties(room, 14)[0]
    assert _order(room) == ["incident", "backup"]
    assert ("backup", True) in _duties(room, 30)[0]
    assert _order(room)[:2] == ["backup", "incident"]
    assert _duties(room, 89)[1] == []
    assert _duties(room, 91)[1] == ["recheck"]


def test_a_lost_stick_takes_its_backup_with_it(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    room.back_up(root)
    assert room.office.read(look_at_today).result().last_backup is not None
    room.withdraw()
    assert room.office.read(look_at_today).result().last_backup is None


def test_a_unit_chooses_its_own_days(room: Room) -> None:
    days = BackupDays(remind=3, red=5, first=9, recheck=30)
    assert room.office.read(read_backup_days).result().is_proposed
    room.office.write(set_backup_days, days).result()
    assert room.office.read(read_backup_days).result() == days
    with pytest.raises(FieldsWrong):
        room.office.write(set_backup_days, replace(days, red=1)).result()
