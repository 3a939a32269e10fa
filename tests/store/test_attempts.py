"""Failed attempts are counted before they are made, whatever happens next."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from bmnn_desktop import paths
from bmnn_desktop.domain.clock import SystemClock
from bmnn_desktop.errors import AttemptsTampered, TooManyAttempts, WrongPassphrase
from bmnn_desktop.store import keys, opening
from bmnn_desktop.store.attempts import FREE, LONGEST_WAIT, Attempts, Boot
from bmnn_desktop.store.schema import Schema
from tests.faults.guessing import seconds_left
from tests.faults.vaults import LOGIN, PASSPHRASE, Sample, environment, run_here, words


@dataclass
class Computer:
    """A computer whose clock and power button are ours."""

    seconds: int = 1000
    boot: int = 1

    def __call__(self) -> Boot:
        return Boot(f"boot {self.boot}", self.seconds)


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def attempts(room: Path, computer: Computer) -> Attempts:
    return Attempts(room, computer)


def fail(attempts: Attempts, times: int) -> None:
    for _ in range(times):
        attempts.begin()


def test_five_are_free_then_the_wait_doubles_to_fifteen_minutes(
    attempts: Attempts, computer: Computer
) -> None:
    fail(attempts, FREE)
    waits = []
    for _ in range(9):
        waits.append(seconds_left(attempts))
        with pytest.raises(TooManyAttempts) as refused:
            attempts.begin()
        assert refused.value.facts["seconds"] == waits[-1]
        computer.seconds += waits[-1]
        attempts.begin()
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]
    assert max(waits) == LONGEST_WAIT


def test_a_refused_attempt_does_not_lengthen_the_wait(
    attempts: Attempts, computer: Computer
) -> None:
    fail(attempts, FREE)
    for _ in range(20):
        with pytest.raises(TooManyAttempts):
            attempts.begin()
    computer.seconds += 14
    assert seconds_left(attempts) == 1
    computer.seconds += 1
    assert seconds_left(attempts) == 0


def test_success_forgets(attempts: Attempts) -> None:
    fail(attempts, FREE - 1)
    attempts.succeed()
    fail(attempts, FREE)


def test_the_count_survives_a_new_start_of_the_program(
    attempts: Attempts, room: Path, computer: Computer
) -> None:
    fail(attempts, FREE)
    assert seconds_left(Attempts(room, computer)) == 15


def test_a_restart_of_the_computer_begins_the_wait_anew(
    attempts: Attempts, computer: Computer
) -> None:
    fail(attempts, FREE)
    computer.seconds += 10
    assert seconds_left(attempts) == 5
    computer.boot, computer.seconds = 2, 3
    assert seconds_left(attempts) == 15
    computer.seconds += 15
    assert seconds_left(attempts) == 0


def test_a_clock_set_back_gains_nothing(attempts: Attempts, computer: Computer) -> None:
    fail(attempts, FREE)
    computer.seconds = 1
    assert seconds_left(attempts) == 15


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b"null", b"5", b"\xff" * 512, b"\0" * 512, b"[" * 512),
        *(b'{"count": "x", "boot": "", "since": 0}', b'{"boot": "", "since": 0}'),
        *(b'{"count": 1e999, "boot": "", "since": 0}', b'{"count": null, "boot": "", "since": 0}'),
        b'{"count": 5, "boot": "boot 1", "since": 1e999}',
    ],
)
def test_a_damaged_file_is_no_free_attempt(
    attempts: Attempts, room: Path, computer: Computer, content: bytes
) -> None:
    (room / paths.ATTEMPTS).write_bytes(content)
    with pytest.raises(AttemptsTampered):
        attempts.begin()
    computer.seconds += LONGEST_WAIT
    attempts.begin()
    assert seconds_left(attempts) == LONGEST_WAIT


def test_a_huge_count_waits_no_longer_than_the_longest(
    attempts: Attempts, room: Path, computer: Computer
) -> None:
    for since in (0, computer.seconds, 10**18):
        record = {"count": 10**300, "boot": "boot 1", "since": since}
        (room / paths.ATTEMPTS).write_text(json.dumps(record))
        assert seconds_left(attempts) <= LONGEST_WAIT


def test_a_wrong_passphrase_is_counted_before_the_key_is_derived(sample: Sample) -> None:
    seen: list[int] = []
    derive = keys.passphrase_key

    def look(*given: object) -> bytes:
        record = json.loads((sample.place / paths.ATTEMPTS).read_bytes())
        seen.append(record["count"])
        return derive(*given)  # type: ignore[arg-type]

    with (
        mock.patch.object(keys, "passphrase_key", look),
        pytest.raises(WrongPassphrase),
    ):
        opening.open_vault(
            sample.place, LOGIN, "sai het roi nhe ban", schema=Schema(), clock=SystemClock()
        )
    assert seen == [1]
    sample.open().close()
    assert json.loads((sample.place / paths.ATTEMPTS).read_bytes())["count"] == 0


def test_an_unknown_name_costs_an_attempt_and_a_derivation(sample: Sample) -> None:
    with (
        mock.patch.object(keys, "passphrase_key", return_value=b"k" * 32) as derive,
        pytest.raises(WrongPassphrase),
    ):
        opening.open_vault(sample.place, "khong", PASSPHRASE, schema=Schema(), clock=SystemClock())
    assert derive.call_count == 1
    assert json.loads((sample.place / paths.ATTEMPTS).read_bytes())["count"] == 1


def test_a_program_killed_in_the_derivation_has_spent_its_attempt(sample: Sample) -> None:
    script = (
        "import os, sys\n"
        "from bmnn_desktop import cli\n"
        "from bmnn_desktop.store import keys\n"
        "keys.passphrase_key = lambda *_: os._exit(9)\n"
        "cli.main(sys.argv[1:])\n"
    )
    for count in range(1, FREE + 1):
        done = subprocess.run(
            [sys.executable, "-c", script, *words(sample.place, "verify")],
            env=environment(),
            check=False,
        )
        assert done.returncode == 9
        assert json.loads((sample.place / paths.ATTEMPTS).read_bytes())["count"] == count
    ran = run_here(sample.place, "verify")
    assert (ran.code, ran.err[:4]) == (1, "K202")


def test_the_record_is_synced_before_the_derivation(sample: Sample) -> None:
    order: list[str] = []
    derive, sync = keys.passphrase_key, __import__("os").fsync

    def synced(descriptor: int) -> None:
        order.append("sync")
        sync(descriptor)

    def derived(*given: object) -> bytes:
        order.append("derive")
        return derive(*given)  # type: ignore[arg-type]

    with (
        mock.patch("os.fsync", synced),
        mock.patch.object(keys, "passphrase_key", derived),
        pytest.raises(WrongPassphrase),
    ):
        opening.open_vault(
            sample.place, LOGIN, "sai het roi nhe ban", schema=Schema(), clock=SystemClock()
        )
    assert order[0] == "sync"
    assert order[-1] == "derive"
