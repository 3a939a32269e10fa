"""Signatures checked by a process: the same verdict, whatever becomes of the process."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.errors import Cancelled
from bmnn_desktop.store import page_seals
from bmnn_desktop.store import verify as verifying
from bmnn_desktop.store.connection import open_database
from bmnn_desktop.store.entry import SIGNATURE_DOMAIN
from bmnn_desktop.store.keys import PublicKey, SigningKey
from bmnn_desktop.store.signature_batch import RECORDS
from bmnn_desktop.store.signature_process import SignatureProcess
from bmnn_desktop.store.signatures import Signatures
from bmnn_desktop.store.verify import Verdict
from tests.bench.long_journal import journalled
from tests.faults import forging
from tests.faults.vaults import copy_vault
from tests.services.offices import PASSPHRASE, FakeClock, cheap_wiring
from tests.store.signature_liar import WAYS

MANY = 3 * RECORDS + 40
PLACES = (1, 2, RECORDS, RECORDS + 1, 2 * RECORDS, 2 * RECORDS + 1, 3 * RECORDS, MANY - 1, MANY)
Signed = list[tuple[PublicKey, bytes, bytes]]


@pytest.fixture(scope="module")
def signed() -> Signed:
    """Give signatures of three keys in turn, all good."""
    keys = [SigningKey(bytes([number]) * 32) for number in range(3)]
    publics = [PublicKey(key.public) for key in keys]
    hashes = [hashlib.sha256(str(seq).encode()).digest() for seq in range(1, MANY + 1)]
    return [
        (publics[n % 3], keys[n % 3].sign(SIGNATURE_DOMAIN + one), one)
        for n, one in enumerate(hashes)
    ]


def check(
    signatures: Signatures,
    signed: Signed,
    *wrong: int,
    at: Callable[[int], object] = lambda _seq: None,
) -> int | None:
    """Have them checked as a replay does; return the first wrong one."""
    for seq, (key, signature, hashed) in enumerate(signed, 1):
        at(seq)
        given = signature[:-1] + bytes([signature[-1] ^ 1]) if seq in wrong else signature
        if not signatures.holds(seq, key, given, hashed):
            return signatures.settle() or seq
    return signatures.settle()


def liar(way: str, batch: int) -> SignatureProcess:
    words = [sys.executable, "-m", "tests.store.signature_liar", way, str(batch)]
    return SignatureProcess(lambda: words)


def talking() -> list[str]:
    """Return the threads that talk with a process."""
    return [each.name for each in threading.enumerate() if each.name.startswith("signatures")]


@pytest.fixture
def apart() -> Iterator[Signatures]:
    """Give signatures checked by the real process."""
    made = Signatures(SignatureProcess())
    yield made
    made.close()
    assert talking() == []


def test_good_ones_are_good(apart: Signatures, signed: Signed) -> None:
    assert check(apart, signed) is None


@pytest.mark.parametrize("wrong", PLACES)
def test_a_wrong_one_is_found_at_every_border(
    apart: Signatures, signed: Signed, wrong: int
) -> None:
    assert check(apart, signed, wrong) == wrong


def test_of_many_wrong_ones_the_first_is_told(apart: Signatures, signed: Signed) -> None:
    assert check(apart, signed, *PLACES[3:]) == PLACES[3]


def test_a_signature_of_another_length_is_wrong(apart: Signatures, signed: Signed) -> None:
    key, signature, hashed = signed[0]
    assert not apart.holds(1, key, signature[:-1], hashed)
    assert not apart.holds(1, key, signature + b"\0", hashed)


def test_the_process_does_the_work(
    apart: Signatures, signed: Signed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this, a process that is never asked would pass every other test."""
    process = apart._process
    assert process is not None
    for key, signature, hashed in signed[:RECORDS]:
        assert apart.holds(1, key, signature, hashed)
    while (answer := process.answer()) is None:
        threading.Event().wait(0.01)
    assert apart._waiting[0].answered(answer) is None
    monkeypatch.setattr(process, "answer", lambda: answer)
    apart._take_answers()
    assert not apart._waiting


def until_said(signatures: Signatures, process: SignatureProcess, answers: int, seq: int) -> None:
    """Let it answer before the end: all would be checked here before it has begun."""
    end = time.monotonic() + 20
    while seq == MANY and signatures._process is not None:
        if process._heard.qsize() + 3 - len(signatures._waiting) >= answers:
            return
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize("batch", [1, 2])
@pytest.mark.parametrize("way", WAYS)
def test_a_process_that_breaks_its_word_changes_nothing(
    signed: Signed, way: str, batch: int
) -> None:
    for wrong in ((), (3, RECORDS + 3), (RECORDS + 3, RECORDS + 9)):
        process = liar(way, batch)
        signatures = Signatures(process)
        at = partial(until_said, signatures, process, 0 if way == "silent" else batch)
        assert check(signatures, signed, *wrong, at=at) == (wrong[0] if wrong else None)
        signatures.close()


@pytest.mark.parametrize("kill", [1, RECORDS + 1, MANY])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_process_killed_or_stopped_on_the_way_changes_nothing(
    signed: Signed, kill: int, how: signal.Signals
) -> None:
    for wrong in ((), (2,), (MANY,)):
        process = SignatureProcess()
        signatures = Signatures(process)

        def at(seq: int, pid: int = process._child.pid) -> None:
            if seq == kill:
                os.kill(pid, how)

        assert check(signatures, signed, *wrong, at=at) == (wrong[0] if wrong else None)
        signatures.close()


def test_who_waits_is_asked_before_each_batch_checked_here(signed: Signed) -> None:
    asked = 0

    def ask() -> None:
        nonlocal asked
        asked += 1

    signatures = Signatures(liar("silent", 1), ask)
    assert check(signatures, signed) is None
    signatures.close()
    assert asked == 4  # three batches and what was left

    def stop() -> None:
        raise Cancelled

    signatures = Signatures(liar("silent", 1), stop)
    with pytest.raises(Cancelled):
        check(signatures, signed)
    signatures.close()


# ── whole verifications ──────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a vault with more than a batch of entries; nobody writes into it."""
    place = tmp_path_factory.mktemp("long") / "vault"
    office = journalled(place, 4 * (RECORDS + 59))
    office.close()
    return place


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> list[SignatureProcess]:
    """Have every verification start the process; give those that were started."""
    started: list[SignatureProcess] = []

    def start() -> SignatureProcess:
        started.append(SignatureProcess())
        return started[-1]

    monkeypatch.setattr(verifying, "_MANY", 1)
    monkeypatch.setattr(verifying, "SignatureProcess", start)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return started


_HURT = {
    "signature": "UPDATE entry SET signature = zeroblob(64) WHERE seq = ?",
    "short": "UPDATE entry SET signature = zeroblob(63) WHERE seq = ?",
    "hash": "UPDATE entry SET time = time || 'x' WHERE seq = ?",
    "gap": "DELETE FROM entry WHERE seq = ?",
    "text": "UPDATE entry SET action = CAST(x'ff' AS TEXT) WHERE seq = ?",
    "stray": "UPDATE change SET n = n + 9 WHERE seq = ?",
}
_LAST = RECORDS + 60
HURTS: tuple[tuple[tuple[str, int], ...], ...] = (
    (),
    (("signature", 1),),
    (("signature", RECORDS),),
    (("signature", RECORDS + 1),),
    (("signature", _LAST),),
    (("signature", 510), ("hash", 511)),
    (("signature", 510), ("gap", 520)),
    (("signature", 510), ("text", 520)),
    (("signature", 510), ("stray", 520)),
    (("short", 510), ("signature", 520)),
    (("hash", 510), ("signature", 511)),
    (("hash", 510), ("signature", 510)),
)


@pytest.mark.parametrize("hurts", HURTS, ids=str)
def test_the_verdict_is_the_same_with_the_process_and_without(
    long: Path,
    hurts: tuple[tuple[str, int], ...],
    count: list[SignatureProcess],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    place = copy_vault(long, tmp_path / "vault")
    office = cheap_wiring(FakeClock()).gate(place).unlock("giu-so", PASSPHRASE)

    def verify() -> Verdict:
        return office._vault.write(lambda seat: seat.verify((), lambda _done: None)).result()

    try:
        connection = open_database(place / paths.REGISTER, office.training_database_key())
        with forging.unguarded(connection):
            connection.execute("PRAGMA foreign_keys = OFF")
            for what, seq in hurts:
                assert connection.execute(_HURT[what], (seq,)).rowcount > 0
        connection.close()
        with_it = verify()
        assert len(count) == 1
        monkeypatch.setattr(verifying, "_MANY", 1 << 40)
        without = verify()
        assert len(count) == 1
    finally:
        office.close()
    assert with_it == without
    assert with_it.ok is (False if hurts else None)
    assert (with_it.seq, with_it.entries) == (
        (hurts[0][1], hurts[0][1] - 1) if hurts else (None, with_it.entries)
    )


def test_a_process_that_cannot_be_started_is_not_needed(
    long: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def start() -> SignatureProcess:
        return SignatureProcess(lambda: [str(tmp_path / "nothing")])

    monkeypatch.setattr(verifying, "_MANY", 1)
    monkeypatch.setattr(verifying, "SignatureProcess", start)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    office = (
        cheap_wiring(FakeClock())
        .gate(copy_vault(long, tmp_path / "v"))
        .unlock("giu-so", PASSPHRASE)
    )
    found = office._vault.write(lambda seat: seat.verify((), lambda _done: None)).result()
    office.close()
    assert found.verdict == "unknown"


def test_the_process_is_ended_with_a_verification_that_is_stopped(
    long: Path, count: list[SignatureProcess], tmp_path: Path
) -> None:
    office = (
        cheap_wiring(FakeClock())
        .gate(copy_vault(long, tmp_path / "v"))
        .unlock("giu-so", PASSPHRASE)
    )

    def stop(done: float) -> None:
        if done > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        office._vault.write(lambda seat: seat.verify((), stop)).result()
    assert [process._child.poll() for process in count] == [-signal.SIGKILL]
    assert talking() == []
    office.close()


def test_nobody_waits_for_the_seals_of_the_pages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The check is one call that may take seconds and cannot be ended."""
    ended = threading.Event()

    def check(_path: Path, _key: str, found: Future[bool]) -> None:
        ended.wait(20)
        found.set_result(True)

    monkeypatch.setattr(page_seals, "_check", check)
    asked: list[int] = []

    def ask() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        page_seals.are_whole(tmp_path, "", ask)
    assert not ended.is_set()
    ended.set()
