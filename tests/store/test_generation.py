"""A new generation of keys: the old ones open nothing, the people notice nothing."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.domain.clock import SystemClock
from bmnn_desktop.errors import (
    Cancelled,
    DiskFailing,
    DiskFull,
    GenerationOver,
    HeaderDamaged,
    NotConfirmer,
    SelfApproval,
    SwitchUnfinished,
    VaultDamaged,
    WrongPassphrase,
)
from bmnn_desktop.store import generation, header, keys, opening
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.vault import Vault, Writing
from tests.backup.tmpfs import tmpfs
from tests.faults.switching import opens
from tests.faults.vaults import CHEAP, LOGIN, PASSPHRASE, Sample, numbers_in, run_here

NUMBERS = list(range(1, 9))


def quietly(_step: str, _done: float) -> None:
    """Nobody watches."""


def begin(
    second: Signer, progress: Callable[[str, float], None] = quietly
) -> Callable[[Writing], Header]:
    return lambda writing: writing.begin_generation(second, "đổi khóa", progress)


def switch(sample: Sample) -> None:
    """Change all keys of a closed vault."""
    vault = sample.open()
    try:
        vault.write(begin(sample.second_signer())).result()
    finally:
        vault.close()


def standing(sample: Sample) -> tuple[dict[str, bytes], list[bytes]]:
    """Return the header and the journal: what a change of keys that fails must leave alone."""
    with sample.sql() as sql:
        hashes = [bytes(row[0]) for row in sql.execute("SELECT hash FROM entry ORDER BY seq")]
    return {name: (sample.place / name).read_bytes() for name in paths.HEADERS}, hashes


def content(place: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in place.iterdir()
        if path.name not in (paths.ATTEMPTS, paths.SIGN_ATTEMPTS, paths.LOCK)
    }


def is_sound(sample: Sample) -> bool:
    ran = run_here(sample.place, "--json", "verify")
    return (
        ran.code == 0 and ran.json["verdict"] == "unknown" and numbers_in(sample.place) == NUMBERS
    )


def generation_of(sample: Sample) -> int:
    return header.read(sample.place).header.generation


def test_the_same_passphrase_opens_and_the_old_root_key_opens_nothing(sample: Sample) -> None:
    code = sample.head_code()
    old = content(sample.place)
    old_root, _seed, _slot = header.read(sample.place).header.unlock(LOGIN, PASSPHRASE)
    switch(sample)
    assert generation_of(sample) == 2
    (vault := sample.open()).close()
    assert vault.notices == ()
    assert is_sound(sample)
    assert not opens(sample.database, keys.database_key(old_root))
    assert opens(sample.database, keys.database_key(_root(sample)))
    new = content(sample.place)
    assert new.keys() == {paths.REGISTER, *paths.HEADERS}
    assert all(new[name] != old[name] for name in new)
    with pytest.raises(HeaderDamaged):
        header.read(sample.place).prove(old_root)
    # The code on a sheet of the old generation still fits.
    ran = run_here(sample.place, "--json", "verify", "--anchor", code)
    assert (ran.code, ran.json["verdict"]) == (0, "pass")


def _root(sample: Sample) -> bytes:
    return header.read(sample.place).header.unlock(LOGIN, PASSPHRASE)[0]


def test_what_lay_there_is_overwritten_before_it_is_deleted(sample: Sample, room: Path) -> None:
    os.link(sample.database, room / "still there")
    size = sample.database.stat().st_size
    switch(sample)
    assert (room / "still there").read_bytes() == bytes(size)


def test_the_recovery_sheet_opens_as_before(sample: Sample) -> None:
    switch(sample)
    root, _slot = header.read(sample.place).header.unlock_recovery(sample.recovery.key)
    assert root == _root(sample)


def test_two_generations_in_a_row(sample: Sample) -> None:
    seen = {sample.key}
    for number in (2, 3):
        switch(sample)
        assert generation_of(sample) == number
        assert is_sound(sample)
        assert not any(opens(sample.database, key) for key in seen)
        seen.add(keys.database_key(_root(sample)))
    sample.add(range(9, 11))
    assert numbers_in(sample.place) == [*NUMBERS, 9, 10]
    assert run_here(sample.place, "verify").code == 0


def test_an_old_copy_of_everything_still_opens_only_itself(sample: Sample, room: Path) -> None:
    old = sample.copy(room / "stolen")
    switch(sample)
    for name in paths.HEADERS:
        shutil.copy(old.place / name, sample.place / name)
    with pytest.raises(VaultDamaged):
        sample.open()
    assert sample.database.read_bytes() != old.database.read_bytes()


def test_whoever_has_left_cannot_come_back_with_an_old_header(sample: Sample, room: Path) -> None:
    theirs = "mot hai ba bon nam nam"
    key = SigningKey(seed := keys.new_secret())

    def admit(writing: Writing) -> int:
        with writing.journal.propose("person.admit", reason="thêm người") as act:
            person = act.insert("person", login="binh", name="Lý Bình", roles="keeper")
            row = act.insert("signer", person_id=person, public_key=key.public, retired=0)
        writing.change_header(
            lambda head, root: head.with_passphrase(
                "binh", row, theirs, CHEAP, root=root, seed=seed
            )
        )
        writing.journal.approve(act.seq, sample.second_signer())
        return row

    def revoke(writing: Writing, row: int) -> None:
        person = writing.rows.value("SELECT person_id FROM signer WHERE id = ?", (row,))
        with writing.journal.write("person.revoke", reason="chuyển công tác") as act:
            act.update("person", person, revoked_on="2026-03-05")

    vault = sample.open()
    row = vault.write(admit).result()
    vault.close()
    stolen = sample.copy(room / "stolen").place
    vault = sample.open()
    vault.write(lambda writing: revoke(writing, row)).result()
    vault.write(begin(sample.second_signer())).result()
    vault.close()
    assert {slot.login for slot in header.read(sample.place).header.slots} == {LOGIN, ""}
    assert is_sound(sample)
    before = content(sample.place)
    with pytest.raises(WrongPassphrase):
        _open_as("binh", theirs, sample.place)
    shutil.copy(stolen / "keys.a", sample.place / "keys.a")
    shutil.copy(stolen / "keys.b", sample.place / "keys.b")
    with pytest.raises(VaultDamaged):
        _open_as("binh", theirs, sample.place)
    for name in paths.HEADERS:
        (sample.place / name).write_bytes(before[name])
    assert is_sound(sample)


def _open_as(login: str, passphrase: str, place: Path) -> Vault:
    return opening.open_vault(place, login, passphrase, schema=Schema(), clock=SystemClock())


def test_the_keeper_alone_and_the_sheet_beside_a_confirmer_change_nothing(sample: Sample) -> None:
    before = standing(sample)
    vault = sample.open()
    for second, error in (
        (sample.signer(), SelfApproval),
        (sample.recovery_signer(), NotConfirmer),
        (Signer(77, SigningKey(keys.new_secret())), NotConfirmer),
    ):
        with pytest.raises(error):
            vault.write(begin(second)).result()
    vault.close()
    assert standing(sample) == before


def test_a_signature_that_is_not_the_confirmers_is_found_before_the_switch(sample: Sample) -> None:
    before = standing(sample)
    forged = Signer(sample.second_signer().row, SigningKey(keys.new_secret()))
    vault = sample.open()
    with pytest.raises(VaultDamaged):
        vault.write(begin(forged)).result()
    vault.close()
    assert standing(sample) == before


@pytest.mark.parametrize("step", [generation.COPYING, generation.CHECKING])
def test_it_can_be_stopped_until_the_switch(sample: Sample, step: str) -> None:
    before = standing(sample)

    def stop(now: str, _done: float) -> None:
        if now == step:
            raise Cancelled

    vault = sample.open()
    with pytest.raises(Cancelled):
        vault.write(begin(sample.second_signer(), stop)).result()
    assert standing(sample) == before
    vault.close()
    sample.add(range(9, 10))
    assert numbers_in(sample.place) == [*NUMBERS, 9]


def test_a_damaged_register_gets_no_new_keys(sample: Sample) -> None:
    with sample.sql() as sql:
        sql.execute("DROP TRIGGER IF EXISTS entry_is_kept")
        sql.execute("UPDATE document SET doc_number = '99/KH' WHERE id = 1")
    before = standing(sample)
    vault = sample.open()
    with pytest.raises(VaultDamaged):
        vault.write(begin(sample.second_signer())).result()
    vault.close()
    assert standing(sample) == before


def test_what_waits_behind_the_switch_is_refused_and_not_lost_unseen(sample: Sample) -> None:
    gate = threading.Event()

    def pause(_step: str, _done: float) -> None:
        gate.wait(10)

    def touch(writing: Writing) -> None:
        with writing.journal.write("document.note") as act:
            act.update("document", 2, note="ghi sau khi chép")

    vault = sample.open()
    begun = vault.write(begin(sample.second_signer(), pause))
    behind: Future[None] = vault.write(touch)
    gate.set()
    begun.result()
    with pytest.raises(GenerationOver):
        behind.result()
    vault.close()
    assert is_sound(sample)


@pytest.mark.parametrize("half", [0, 1])
def test_a_switch_that_fails_midway_stops_all_writing(
    sample: Sample, half: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = sample.open()
    real = header.write

    def fail(place: Path, head: Header, root: bytes, *names: tuple[str, ...]) -> None:
        if head.generation == 1:
            real(place, head, root, *names)
            return
        real(place, head, root, paths.HEADERS[:half])
        raise DiskFailing

    monkeypatch.setattr(header, "write", fail)
    with pytest.raises(SwitchUnfinished):
        vault.write(begin(sample.second_signer())).result()
    with pytest.raises(GenerationOver):
        vault.write(lambda _writing: None).result()
    vault.close()
    monkeypatch.undo()
    vault = sample.open()
    assert vault.notices[-1] == (generation.FINISHED if half else generation.DROPPED)
    vault.close()
    assert is_sound(sample)
    assert generation_of(sample) == 1 + half
    assert content(sample.place).keys() == {paths.REGISTER, *paths.HEADERS}


def test_a_closing_that_cannot_finish_says_so_and_the_next_opening_does(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(5, "I/O error")

    vault = sample.open()
    vault.write(begin(sample.second_signer())).result()
    with monkeypatch.context() as patched:
        patched.setattr(generation, "_blank", refuse)
        with pytest.raises(SwitchUnfinished):
            vault.close()
        with pytest.raises(DiskFailing):
            sample.open()
    assert is_sound(sample)
    assert generation_of(sample) == 2


def test_a_new_register_that_rotted_does_not_cost_the_old_one(
    sample: Sample,
) -> None:
    vault = sample.open()
    vault.write(begin(sample.second_signer())).result()
    following = sample.place / paths.NEXT
    data = bytearray(following.read_bytes())
    with sample.sql() as sql:  # the copy has the same pages
        root = sql.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'document'").fetchone()
    data[(root[0] - 1) * 4096 + 64] ^= 1
    following.write_bytes(data)
    old = sample.database.read_bytes()
    with pytest.raises(SwitchUnfinished):
        vault.close()
    with pytest.raises(VaultDamaged):
        sample.open()
    assert sample.database.read_bytes() == old


def test_a_stray_new_register_never_takes_the_place_of_a_good_one(sample: Sample) -> None:
    shutil.copy(sample.database, sample.place / paths.NEXT)
    (sample.place / f"{paths.NEXT}-journal").touch()
    sample.add(range(9, 10))
    assert numbers_in(sample.place) == [*NUMBERS, 9]
    assert content(sample.place).keys() == {paths.REGISTER, *paths.HEADERS}
    # Nor may an older copy of the register come back by this door.
    older = sample.database.read_bytes()
    sample.add(range(10, 11))
    (sample.place / paths.NEXT).write_bytes(older)
    sample.database.write_bytes(bytes(len(older)))
    with pytest.raises(VaultDamaged):
        sample.open()


def test_a_full_disk_leaves_the_vault_as_it_was(sample: Sample, room: Path) -> None:
    size = sum(path.stat().st_size for path in sample.place.iterdir())
    refused = 0
    with tmpfs(room / "medium", 3 * size + (1 << 20)) as medium:
        ballast = medium / "ballast"
        victim = sample.copy(medium / "vault")
        free = os.statvfs(medium).f_bavail * os.statvfs(medium).f_bsize
        for room_left in range(0, size + (192 << 10), 32 << 10):
            before = standing(victim)
            vault = victim.open()
            ballast.write_bytes(bytes(free - room_left))
            is_refused = False
            try:
                vault.write(begin(victim.second_signer())).result()
            except DiskFull:
                is_refused = True
            finally:
                vault.close()
                ballast.unlink()
            refused += is_refused
            if not is_refused:
                break
            assert standing(victim) == before
            assert is_sound(victim)
        assert refused > 5
        assert generation_of(victim) > 1
