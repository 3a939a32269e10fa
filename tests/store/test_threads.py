"""Two threads, two connections: the writer never fails because somebody reads."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.errors import Cancelled, VaultDamaged
from bmnn_desktop.store.vault import Reading, Vault, Writing
from tests.faults.vaults import Sample, environment, words

UNOPENED = "vtable constructor failed"
FACTS = {"effective_from": "2026-03-05", "parent_name": "", "place": "Mẫu", "symbol": ""}
_DESCRIPTORS = Path("/proc/self/fd")
LONG = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {steps})
    SELECT count(*), (SELECT count(*) FROM organisation)
    FROM n JOIN (SELECT count(*) FROM document)"""


def read_long(vault: Vault, steps: int = 1_500_000) -> Future[tuple[int, int]]:
    """Begin a read that holds its lock for a while, and return once it holds it."""
    began = threading.Event()

    def work(reading: Reading) -> tuple[int, int]:
        began.set()
        row = reading.rows.one(LONG.format(steps=steps))
        assert row is not None
        return row[0], row[1]

    future = vault.read(work)
    began.wait(10)
    time.sleep(0.05)
    return future


def add_name(writing: Writing, name: str = "X") -> int:
    with writing.journal.write("organisation.add") as act:
        act.insert("organisation", name=name, **FACTS)
    return act.seq


def test_a_write_interrupts_a_long_read_and_the_read_is_right_afterwards(vault: Vault) -> None:
    before = vault.read(lambda r: r.rows.value("SELECT count(*) FROM organisation")).result()
    reading = read_long(vault)
    assert not reading.done()
    began = time.monotonic()
    vault.write(add_name).result(timeout=5)
    assert time.monotonic() - began < 2
    assert reading.result(timeout=60) == (1_500_000, before + 1)


def test_writes_never_fail_while_somebody_reads_without_end(vault: Vault) -> None:
    stop = threading.Event()
    failed: list[BaseException] = []

    def read_on() -> None:
        while not stop.is_set():
            try:
                vault.read(lambda r: r.rows.one(LONG.format(steps=60_000))).result()
            except BaseException as error:  # noqa: BLE001  (told to the test)
                failed.append(error)

    reader = threading.Thread(target=read_on)
    reader.start()
    try:
        began = time.monotonic()
        for number in range(60):
            vault.write(partial(add_name, name=f"p{number}")).result(timeout=10)
        took = time.monotonic() - began
    finally:
        stop.set()
        reader.join()
    assert failed == []
    assert took < 20
    assert vault.write(lambda w: w.verify([], lambda _d: None)).result().ok is None


def test_a_reader_that_slips_in_before_the_commit_cannot_refuse_it(vault: Vault) -> None:
    """The interrupt may come just before the reader begins its statement."""
    held = threading.Event()

    def slip_in(reading: Reading) -> None:
        held.set()
        reading.rows.one(LONG.format(steps=400_000_000))

    original = vault._interrupt_reader
    calls = []
    slipped: list[Future[None]] = []

    def late() -> None:
        calls.append(1)
        original()
        if len(calls) == 1:  # after the only interrupt an impatient writer would send
            slipped.append(vault.read(slip_in))
            held.wait(5)
            time.sleep(0.2)

    vault._interrupt_reader = late  # type: ignore[method-assign]
    began = time.monotonic()
    vault.write(add_name).result(timeout=30)
    took = time.monotonic() - began
    vault._interrupt_reader = original  # type: ignore[method-assign]
    vault.stop_read(slipped[0])
    assert took < 2


def test_the_user_stops_a_read(vault: Vault) -> None:
    reading = read_long(vault, 500_000_000)
    vault.stop_read(reading)
    with pytest.raises(Cancelled):
        reading.result(timeout=10)
    assert vault.read(lambda r: r.rows.value("SELECT 1")).result() == 1


def test_stopping_one_read_stops_no_other(vault: Vault) -> None:
    first = read_long(vault)
    second = vault.read(lambda r: r.rows.value("SELECT 2"))
    third = vault.read(lambda r: r.rows.value("SELECT 3"))
    vault.stop_read(second)  # still waiting for its turn
    assert second.cancelled()
    assert first.result(timeout=60)[0] == 1_500_000
    assert third.result(timeout=60) == 3
    ended, running = third, read_long(vault)
    vault.stop_read(ended)
    assert running.result(timeout=60)[0] == 1_500_000


def test_stopping_a_read_that_has_ended_stops_nothing(vault: Vault) -> None:
    read = vault.read(lambda r: r.rows.value("SELECT 1"))
    assert read.result() == 1
    vault.stop_read(read)
    assert vault.read(lambda r: r.rows.value("SELECT 1")).result() == 1
    vault.write(add_name).result()


def search(reading: Reading) -> int:
    sql = "SELECT count(*) FROM search_index WHERE search_index MATCH ?"
    return int(reading.rows.value(sql, ("van*",)))


@pytest.mark.parametrize("words", [f"{UNOPENED}: search_index", "expected 0 columns for ''"])
def test_an_interrupt_that_comes_out_as_a_mere_error_is_one(vault: Vault, words: str) -> None:
    """It falls within microseconds: while a statement is read or the search index opens."""
    times: list[int] = []

    def interrupted_twice(reading: Reading) -> int:
        times.append(1)
        if len(times) <= 2:
            vault._interrupt_reader()
            raise sqlcipher.OperationalError(words)
        return search(reading)

    assert vault.read(interrupted_twice).result(timeout=20) == vault.read(search).result()
    assert len(times) == 3


def test_an_error_without_an_interrupt_stays_one(vault: Vault) -> None:
    vault._interrupt_reader()
    with pytest.raises(sqlcipher.OperationalError, match="no such table"):
        vault.read(lambda r: r.rows.all("SELECT * FROM nowhere")).result(timeout=20)


def test_a_search_index_that_never_opens_is_damage(sample: Sample) -> None:
    vault = sample.open()
    with sample.sql() as sql:
        sql.execute("PRAGMA writable_schema = ON")
        sql.execute("DELETE FROM sqlite_schema WHERE name = 'search_index_config'")
        sql.execute("PRAGMA schema_version = 1000")
        sql.commit()
    with pytest.raises(VaultDamaged) as caught:
        vault.read(search).result(timeout=20)
    assert UNOPENED in str(caught.value.__cause__)
    assert getattr(caught.value.__cause__, "sqlite_errorcode", None) == sqlcipher.SQLITE_ERROR
    vault.close()


def test_closing_finishes_what_is_queued_to_write(sample: Sample) -> None:
    vault = sample.open()
    # Long enough for the reader to be gone while there is still something to commit.
    queued = [vault.write(partial(add_name, name=f"q{n}")) for n in range(40)]
    vault.close()
    assert all(future.done() for future in queued)
    seqs = [future.result() for future in queued]
    assert seqs == list(range(seqs[0], seqs[0] + 40))
    sample.open().close()


def test_a_commit_goes_on_when_the_reader_is_gone_already(vault: Vault) -> None:
    assert vault._reader is not None
    assert vault._reader.stop()
    vault.write(add_name).result()


def test_closing_stops_a_long_read(sample: Sample) -> None:
    vault = sample.open()
    reading = read_long(vault, 500_000_000)
    began = time.monotonic()
    vault.close()
    assert time.monotonic() - began < 5
    with pytest.raises(Cancelled):
        reading.result(timeout=1)


def test_a_closed_vault_takes_nothing_more(sample: Sample) -> None:
    vault = sample.open()
    vault.close()
    with pytest.raises(RuntimeError):
        vault.read(lambda r: r.rows.value("SELECT 1")).result(timeout=5)
    with pytest.raises(RuntimeError):
        vault.write(add_name).result(timeout=5)
    vault.close()


def test_an_error_in_a_service_reaches_the_caller_and_nothing_is_left(vault: Vault) -> None:
    before = vault.write(lambda w: w.rows.value("SELECT max(seq) FROM entry")).result()

    def fail(writing: Writing) -> None:
        with writing.journal.write("organisation.add") as act:
            act.insert("organisation", name="Y", **FACTS)
            raise LookupError("in the middle")

    with pytest.raises(LookupError):
        vault.write(fail).result()
    assert vault.write(lambda w: w.rows.value("SELECT max(seq) FROM entry")).result() == before
    assert vault.write(add_name).result() == before + 1


def test_opening_and_closing_leaks_neither_threads_nor_descriptors(sample: Sample) -> None:
    sample.open().close()
    threads, descriptors = threading.active_count(), len(list(_DESCRIPTORS.iterdir()))
    for _ in range(20):
        vault = sample.open()
        vault.read(lambda r: r.rows.all("SELECT * FROM document")).result()
        vault.close()
    assert threading.active_count() == threads
    assert len(list(_DESCRIPTORS.iterdir())) == descriptors


KILLED_IN_A_SNAPSHOT = """
import os, pathlib, sys
from bmnn_desktop.wiring import Wiring
place = pathlib.Path(sys.argv[1])
office = Wiring().gate(place).unlock("lan", sys.argv[2])
def work(writing):
    with writing.snapshot(lambda _done: None):
        os._exit(9)
office._vault.write(work).result()
"""


def test_a_snapshot_left_by_a_killed_program_is_gone_after_opening(sample: Sample) -> None:
    passphrase = words(sample.place)[5]
    secret = Path(passphrase).read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", KILLED_IN_A_SNAPSHOT, str(sample.place), secret],
        env=environment(),
        check=False,
    )
    assert done.returncode == 9
    left = sample.place / paths.SNAPSHOT
    assert left.stat().st_mode & 0o777 == 0o600
    assert left.stat().st_size > 4096
    sample.open().close()
    assert not left.exists()
    assert sample.open().write(lambda w: w.verify([], lambda _d: None)).result().ok is None
