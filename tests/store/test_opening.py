"""Opening and founding: every refusal says one thing and changes nothing."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import threading
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.errors import (
    DiskFull,
    KnownError,
    PlaceReadOnly,
    VaultDamaged,
    VaultExists,
    VaultInUse,
    VaultMissing,
    VaultNewer,
    WrongPassphrase,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.store import founding as founding_act
from bmnn_desktop.store import header, opening
from bmnn_desktop.store.attempts import LONGEST_WAIT
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.wiring import Wiring
from tests.backup.tmpfs import make_read_only, tmpfs
from tests.faults import forging
from tests.faults.vaults import (
    BOOK,
    CHEAP,
    LOGIN,
    PASSPHRASE,
    Sample,
    copy_vault,
    document,
    environment,
    founding,
    numbers_in,
    run_here,
    words,
)

_HOLDER = """
import pathlib, sys
from bmnn_desktop.store.lock_file import LockFile
lock = LockFile(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
KEPT = (paths.REGISTER, *paths.HEADERS)


def content(place: Path) -> dict[str, bytes]:
    return {name: (place / name).read_bytes() for name in KEPT}


def test_a_wrong_passphrase_changes_neither_data_nor_header(sample: Sample) -> None:
    before = content(sample.place)
    for wrong in ("", PASSPHRASE.upper(), PASSPHRASE + " ", "x" * 1_000_000):
        with pytest.raises(WrongPassphrase):
            Wiring().gate(sample.place).unlock(LOGIN, wrong)
    assert content(sample.place) == before


def test_a_passphrase_is_the_same_however_its_letters_were_put_together(room: Path) -> None:
    composed = "mật khẩu rất dài đây"
    apart = unicodedata.normalize("NFD", composed)
    gate = Wiring(kdf=CHEAP).gate(room / "vault")
    gate.found(founding(passphrase=composed)).office.close()
    assert composed != apart
    gate.unlock(LOGIN, apart).close()


def test_only_the_owner_may_read_a_vault(sample: Sample) -> None:
    assert stat.S_IMODE(sample.place.stat().st_mode) == 0o700
    office = Wiring().gate(sample.place).unlock(LOGIN, PASSPHRASE)
    office.write(add_document, BOOK, document(50)).result()
    office.close()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in sample.place.iterdir()}
    assert set(modes.values()) == {0o600}, modes


def test_a_second_program_is_refused_while_the_first_lives(sample: Sample) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(sample.place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == b"held\n"
    before = content(sample.place)
    with pytest.raises(VaultInUse):
        sample.open()
    assert run_here(sample.place, "verify").code == 1
    assert content(sample.place) == before
    holder.kill()
    holder.wait()
    holder.stdin.close()
    holder.stdout.close()
    sample.open().close()


def test_a_second_opening_in_the_same_program_is_refused_too(sample: Sample) -> None:
    vault = sample.open()
    with pytest.raises(VaultInUse):
        sample.open()
    vault.close()
    sample.open().close()


def test_a_refused_opening_leaves_no_lock_and_no_thread(sample: Sample) -> None:
    threads = threading.active_count()
    with sample.sql() as sql, forging.unguarded(sql):
        sql.execute("UPDATE person SET roles = 'director'")
    for _ in range(2):
        with pytest.raises(VaultDamaged):
            Wiring().gate(sample.place).unlock(LOGIN, PASSPHRASE)
    assert threading.active_count() == threads


def test_a_place_without_a_vault_is_missing_and_stays_empty(room: Path) -> None:
    (room / "empty").mkdir()
    for place in (room / "empty", room / "nothing"):
        with pytest.raises(VaultMissing):
            Wiring().gate(place).unlock(LOGIN, PASSPHRASE)
    assert list((room / "empty").iterdir()) == []


def test_a_vault_is_founded_whole_or_not_at_all(room: Path) -> None:
    gate = Wiring(kdf=CHEAP).gate(room / "vault")

    def break_off(_act: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        founding_act.found(
            room / "vault",
            founding_act.Keeper(LOGIN, "Lan", "keeper", PASSPHRASE),
            break_off,
            recovery=bytes(32),
            training=True,
            kdf=CHEAP,
            schema=Schema(),
            clock=Wiring().clock,
        )
    assert list(room.iterdir()) == []
    gate.found(founding()).office.close()
    with pytest.raises(VaultExists):
        gate.found(founding())


# ── versions ─────────────────────────────────────────────────────────────────────────────────────


def newer_schema(room: Path) -> Schema:
    folder = room / "migrations"
    shutil.copytree(Path(opening.__file__).parent / "migrations", folder)
    (folder / f"{Schema().version + 1:04}_more.sql").write_text(
        "ALTER TABLE volume ADD COLUMN more TEXT NOT NULL DEFAULT '';\n"
    )
    return Schema(folder)


def test_a_vault_of_a_newer_program_is_not_touched(sample: Sample, room: Path) -> None:
    sample.open(newer_schema(room)).close()
    before = content(sample.place)
    with pytest.raises(VaultNewer):
        sample.open()
    assert content(sample.place) == before


def test_a_newer_version_without_its_entry_is_damage(sample: Sample) -> None:
    with sample.sql() as sql:
        sql.execute(f"PRAGMA user_version = {Schema().version + 1}")
    with pytest.raises(VaultDamaged):
        sample.open()


def test_a_training_mark_that_the_journal_does_not_know_is_damage(room: Path) -> None:
    gate = Wiring(kdf=CHEAP).gate(room / "vault")
    gate.found(founding(training=False)).office.close()
    halves = header.read(room / "vault")
    root, _seed, _slot = halves.header.unlock(LOGIN, PASSPHRASE)
    # Whoever can unlock can also make the HMAC: a real vault must not pass for a training one.
    header.write(room / "vault", replace(halves.header, training=True), root)
    with pytest.raises(VaultDamaged):
        gate.unlock(LOGIN, PASSPHRASE)


# ── places ───────────────────────────────────────────────────────────────────────────────────────


def test_a_read_only_place_is_refused_and_unchanged(sample: Sample, room: Path) -> None:
    with tmpfs(room / "medium", 4 << 20) as medium:
        copy_vault(sample.place, medium / "vault")
        words(medium / "vault")  # leaves the passphrase file
        make_read_only(medium)
        before = content(medium / "vault")
        with pytest.raises(PlaceReadOnly):
            Wiring().gate(medium / "vault").unlock(LOGIN, PASSPHRASE)
        with pytest.raises(PlaceReadOnly):
            Wiring(kdf=CHEAP).gate(medium / "new").found(founding())
        assert content(medium / "vault") == before
        ran = run_here(medium / "vault", "document", "list", BOOK)
        assert (ran.code, ran.err[:4]) == (1, "K104")


def test_the_wait_is_told_on_a_read_only_place(sample: Sample, room: Path) -> None:
    record = b'{"count": 7, "boot": "another boot", "since": 5}'.ljust(512)
    (sample.place / paths.ATTEMPTS).write_bytes(record)
    with tmpfs(room / "medium", 4 << 20) as medium:
        shutil.copytree(sample.place, medium / "vault")
        make_read_only(medium)
        refusal = Wiring().gate(medium / "vault").refusal()
        assert refusal is not None
        assert refusal.facts["seconds"] == LONGEST_WAIT


def test_a_full_disk_loses_nothing_and_goes_on_after_room_is_made(
    sample: Sample, room: Path
) -> None:
    used = sum(path.stat().st_size for path in sample.place.iterdir())
    with tmpfs(room / "medium", used + (400 << 10)) as medium:
        place = copy_vault(sample.place, medium / "vault")
        ballast = medium / "ballast"
        office = Wiring().gate(place).unlock(LOGIN, PASSPHRASE)
        added, refused = [], 0
        free = os.statvfs(medium).f_bavail * os.statvfs(medium).f_bsize
        for step in range(free // 4096, -1, -4):
            ballast.write_bytes(bytes(free - step * 4096))
            try:
                done = office.write(add_document, BOOK, document(60 + step)).result()
                added.append(done.seq_no)
            except DiskFull:
                refused += 1
            free_now = os.statvfs(medium).f_bavail * os.statvfs(medium).f_bsize
            if refused > 8 or free_now == 0:
                break
            free = ballast.stat().st_size + free_now
        for _ in range(3):
            with pytest.raises(DiskFull):
                office.write(add_document, BOOK, document(70)).result()
            refused += 1
        ballast.unlink()
        added.append(office.write(add_document, BOOK, document(71)).result().seq_no)
        office.close()
        assert added
        assert refused
        assert added == list(range(9, 9 + len(added)))
        assert numbers_in(place) == list(range(1, 9 + len(added)))
        assert run_here(place, "--json", "verify").json["verdict"] == "unknown"


@pytest.mark.parametrize("size", range(8 << 10, 300 << 10, 32 << 10))
def test_founding_on_a_full_disk_leaves_nothing(room: Path, size: int) -> None:
    with tmpfs(room / "medium", size) as medium:
        try:
            Wiring(kdf=CHEAP).gate(medium / "vault").found(founding()).office.close()
        except KnownError as error:
            assert isinstance(error, DiskFull)  # noqa: PT017
            if (medium / "vault").exists():  # founded, but no room to open it
                assert set(content(medium / "vault")) == set(KEPT)
            else:
                assert list(medium.iterdir()) == []


def test_a_vault_that_somebody_else_boxed_for_the_keeper_is_damage(
    sample: Sample, room: Path
) -> None:
    """Anybody can box a root key to a person; nobody else knows the person's public key."""
    victim = header.read(sample.place).header
    gate = Wiring(kdf=CHEAP).gate(room / "forged")
    gate.found(founding()).office.close()
    forged = header.read(room / "forged").header
    root, _seed, _slot = forged.unlock(LOGIN, PASSPHRASE)
    slot = next(one for one in victim.slots if one.is_passphrase)
    forged = replace(forged, store=victim.store, slots=(slot.with_root(victim.store, 1, root),))
    header.write(room / "forged", forged, root)
    with pytest.raises(VaultDamaged):
        gate.unlock(LOGIN, PASSPHRASE)


def test_a_last_entry_of_no_known_time_is_damage(sample: Sample) -> None:
    with sample.sql() as sql, forging.unguarded(sql):
        sql.execute("UPDATE entry SET time = 'hôm qua' WHERE seq = (SELECT max(seq) FROM entry)")
    ran = run_here(sample.place, "--json", "verify")
    assert (ran.code, ran.json["ok"]) == (3, False), ran


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE signer SET retired = 1 WHERE id = ?",
        "DELETE FROM signer WHERE id = ?",
        "UPDATE signer SET id = id + 1000 WHERE id = ?",
    ],
)
@pytest.mark.parametrize("victim", ["himself", "the recovery sheet"])
def test_a_right_taken_away_behind_the_journal_is_damage_and_nobody_is_locked_out(
    sample: Sample, attack: str, victim: str
) -> None:
    rows = {"himself": sample.signer().row, "the recovery sheet": sample.recovery_signer().row}
    before = [(sample.place / name).read_bytes() for name in paths.HEADERS]
    with sample.sql() as sql, forging.unguarded(sql):
        sql.execute("PRAGMA foreign_keys = OFF")
        sql.execute(attack, (rows[victim],))
    with pytest.raises(VaultDamaged):
        sample.open()
    assert [(sample.place / name).read_bytes() for name in paths.HEADERS] == before
    ran = run_here(sample.place, "--json", "verify")
    assert (ran.code, ran.json["ok"], ran.json["seq"]) == (3, False, 1)
