"""The header under torture: some hundred states; the campaign takes 20,000."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.store import canonical, header
from tests.faults import header_torture
from tests.faults.header_torture import Rack, Report
from tests.faults.vaults import build, environment

SEED = 20261124
_GIB = 1024 * 1024  # KiB


def test_torn_flipped_and_forged_halves_lock_nobody_out_and_let_nothing_in(
    quiet_room: Path,
) -> None:
    report = header_torture.run(quiet_room, 400, random.Random(SEED))
    assert report.wrong == []
    assert report.states == 400
    assert set(report.ended) == {"opened", "mended", "refused"}


def test_a_program_that_keeps_one_half_is_noticed(quiet_room: Path) -> None:
    report = header_torture.run(quiet_room, 60, random.Random(SEED), is_single=True)
    assert any(line.endswith("locked out") for line in report.wrong)


@pytest.mark.parametrize("name", paths.HEADERS)
def test_no_flipped_bit_of_one_half_locks_anyone_out(quiet_room: Path, name: str) -> None:
    rack, report = Rack.build(quiet_room), Report()
    raw = rack.headers[0].half(rack.root)
    for byte in range(0, len(raw), 3):
        flipped = bytearray(raw)
        flipped[byte] ^= 1 << byte % 8
        pair = (bytes(flipped), raw) if name == paths.HEADERS[0] else (raw, bytes(flipped))
        rack.judge(report, f"byte {byte}", *pair, whole=True)
    assert report.wrong == []
    assert set(report.ended) == {"mended"}


def test_the_half_that_was_believed_is_mended_last(quiet_room: Path) -> None:
    rack = Rack.build(quiet_room)
    one, other = paths.HEADERS
    older, newer = (rack.headers[n].half(rack.root) for n in (0, 1))
    rack.lay(newer.rstrip(), older)
    assert header.read(rack.place).damaged(rack.root) == (other, one)
    rack.lay(older, newer.rstrip())
    assert header.read(rack.place).damaged(rack.root) == (one, other)


@pytest.mark.parametrize(
    ("memory", "answer"), [(2**31, "HeaderDamaged"), (_GIB + 1, "HeaderDamaged"), (_GIB, "paid")]
)
def test_a_forged_cost_takes_no_more_than_a_gibibyte(
    quiet_room: Path, memory: int, answer: str
) -> None:
    place = build(quiet_room / "costly", 0).place
    outer = json.loads((place / paths.HEADERS[0]).read_bytes())
    for slot in outer["body"]["slots"]:
        if slot["kdf"]:
            slot["kdf"] = {"memory": memory, "passes": 1, "lanes": 2}
    outer["sha256"] = hashlib.sha256(canonical.dump(outer["body"]).encode()).hexdigest()
    for name in paths.HEADERS:
        (place / name).write_text(canonical.dump(outer), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.costly", str(place)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    told, before, after = done.stdout.split()
    assert told == {"paid": "WrongPassphrase"}.get(answer, answer)
    assert int(after) - int(before) <= _GIB * 1.01
    if answer != "paid":
        assert int(after) - int(before) < 64 * 1024
