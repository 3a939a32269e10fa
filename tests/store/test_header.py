"""The header: one of its two halves always opens, and nothing forged does."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from bmnn_desktop import paths
from bmnn_desktop.errors import HeaderDamaged, KnownError, VaultMissing, VaultNewer, WrongPassphrase
from bmnn_desktop.store import canonical, header, keys
from tests.faults.vaults import CHEAP, LOGIN, PASSPHRASE, Sample, run_here

OTHER = "bay tam chin muoi muoi mot"
A, B = paths.HEADERS


def opens(sample: Sample, passphrase: str = PASSPHRASE) -> tuple[str, ...]:
    """Open the vault and return its notices; a wrong passphrase does not wait in line."""
    (sample.place / paths.ATTEMPTS).unlink(missing_ok=True)
    root, _seed, _slot = (halves := header.read(sample.place)).header.unlock(LOGIN, passphrase)
    halves.prove(root)
    return halves.damaged(root)


def forged(raw: bytes, **changed: Any) -> bytes:  # noqa: ANN401
    """Return a half with another body and a fresh SHA-256; its HMAC nobody can make."""
    outer = json.loads(raw)
    outer["body"].update(changed)
    plain = canonical.dump(outer["body"]).encode()
    outer["sha256"] = hashlib.sha256(plain).hexdigest()
    return canonical.dump(outer).encode()


def test_both_halves_are_the_same_and_nobody_else_may_read_them(sample: Sample) -> None:
    one, other = ((sample.place / name).read_bytes() for name in paths.HEADERS)
    assert one == other
    for name in paths.HEADERS:
        assert (sample.place / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("torn", paths.HEADERS)
def test_a_write_torn_at_any_byte_leaves_old_or_new(sample: Sample, torn: str) -> None:
    root, seed, slot = header.read(sample.place).header.unlock(LOGIN, PASSPHRASE)
    old = header.read(sample.place).header
    changed = old.with_passphrase(LOGIN, slot.signer, OTHER, CHEAP, root=root, seed=seed)
    changed = header.Header(
        old.store, old.generation, old.sequence + 1, old.training, changed.slots
    )
    before, after = old.half(root), changed.half(root) + b" " * 5
    # keys.a is written first: while it is torn keys.b is old, while keys.b is torn it is new.
    (sample.place / (B if torn == A else A)).write_bytes(before if torn == A else after)
    for cut in range(max(len(before), len(after)) + 1):
        (sample.place / torn).write_bytes(after[:cut] + before[cut:])
        found = header.read(sample.place).header
        assert found in (old, changed)
        passphrase = PASSPHRASE if found == old else OTHER
        assert found.unlock(LOGIN, passphrase)[0] == root
    assert found == changed


@pytest.mark.parametrize("name", paths.HEADERS)
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes().replace(b"1", b"2", 1)),
        lambda path: path.write_bytes(b"[" * 200_000),
        lambda path: path.write_bytes(b"\xff" * 700),
        lambda path: path.write_bytes(path.read_bytes().replace(b'"format":2', b'"format":2e999')),
        lambda path: path.unlink(),
    ],
    ids=["cut", "empty", "changed", "nested", "no text", "endless", "gone"],
)
def test_one_damaged_half_is_mended_from_the_other(
    sample: Sample, name: str, damage: Callable[[Path], object]
) -> None:
    whole = (sample.place / name).read_bytes()
    other = sample.place / (B if name == A else A)
    damage(sample.place / name)
    vault = sample.open()
    vault.close()
    assert len(vault.notices) == 1
    assert (sample.place / name).read_bytes() == whole
    assert other.read_bytes() == whole
    again = sample.open()
    again.close()
    assert again.notices == ()


def test_both_damaged_is_exit_three_and_touches_nothing(sample: Sample) -> None:
    for name in paths.HEADERS:
        (sample.place / name).write_bytes(b"{}")
    before = sample.database.read_bytes()
    ran = run_here(sample.place, "document", "list", "outgoing")
    assert (ran.code, ran.err[:4]) == (3, "K301")
    assert sample.database.read_bytes() == before


def test_both_gone_beside_a_database_is_damage_and_an_empty_place_is_missing(
    sample: Sample, room: Path
) -> None:
    for name in paths.HEADERS:
        (sample.place / name).unlink()
    with pytest.raises(HeaderDamaged):
        header.read(sample.place)
    with pytest.raises(VaultMissing):
        header.read(room / "nothing")


FORGED: dict[str, dict[str, Any]] = {
    "training": {"training": False},
    "generation": {"generation": 2},
    "store": {"store": "00" * 16},
    "sequence": {"sequence": 99},
    "extra": {"slots": []},
}


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED)
def test_a_forged_body_with_a_fresh_checksum_is_refused(
    sample: Sample, change: dict[str, Any]
) -> None:
    raw = forged((sample.place / A).read_bytes(), **change)
    for name in paths.HEADERS:
        (sample.place / name).write_bytes(raw)
    before = sample.database.read_bytes()
    with pytest.raises((HeaderDamaged, WrongPassphrase)):
        sample.open()
    assert sample.database.read_bytes() == before
    assert (sample.place / A).read_bytes() == raw


@pytest.mark.parametrize(
    "cost",
    [
        {"memory": 2**31, "passes": 1, "lanes": 1},
        {"memory": 1024 * 1024 + 1, "passes": 1, "lanes": 1},
        {"memory": 64, "passes": 11, "lanes": 1},
        {"memory": 65536, "passes": 1, "lanes": 9},
        {"memory": 4, "passes": 1, "lanes": 1},
        {"memory": 64, "passes": 0, "lanes": 1},
        {"memory": -64, "passes": 1, "lanes": 1},
        {"memory": "much", "passes": 1, "lanes": 1},
    ],
)
def test_a_forged_cost_is_refused_before_it_is_paid(
    sample: Sample, cost: dict[str, object]
) -> None:
    raw = (sample.place / A).read_bytes()
    slots = json.loads(raw)["body"]["slots"]
    slots[0]["kdf"] = cost
    for name in paths.HEADERS:
        (sample.place / name).write_bytes(forged(raw, slots=slots))
    with (
        mock.patch.object(keys, "passphrase_key", side_effect=AssertionError("paid")),
        pytest.raises(HeaderDamaged),
    ):
        sample.open()


def test_a_newer_format_says_so_and_changes_nothing(sample: Sample) -> None:
    raw = forged((sample.place / A).read_bytes(), format=header.FORMAT + 1)
    (sample.place / A).write_bytes(raw)
    before = {path.name: path.read_bytes() for path in sample.place.iterdir()}
    with pytest.raises(VaultNewer):
        sample.open()
    assert {path.name: path.read_bytes() for path in sample.place.iterdir()} == before


def test_a_slot_does_not_fit_another_vault(sample: Sample, built: Sample) -> None:
    halves = header.read(built.place)
    root, _seed, slot = halves.header.unlock(LOGIN, PASSPHRASE)
    other = header.Header(os.urandom(16), 1, 1, True, (slot,))
    header.write(sample.place, other, root)
    with pytest.raises(WrongPassphrase):
        sample.open()


def test_no_flipped_bit_of_a_half_is_believed(sample: Sample) -> None:
    whole = (sample.place / A).read_bytes()
    (sample.place / B).unlink()
    for byte in range(len(whole)):
        flipped = bytearray(whole)
        flipped[byte] ^= 1 << byte % 8
        (sample.place / A).write_bytes(flipped)
        try:
            halves = header.read(sample.place)
            halves.prove(halves.header.unlock(LOGIN, PASSPHRASE)[0])
        except KnownError:
            continue
        assert json.loads(flipped) == json.loads(whole)  # white space, or a name's case in hex


def test_a_forged_salt_that_argon2_would_not_take_is_damage(sample: Sample) -> None:
    raw = (sample.place / A).read_bytes()
    slots = json.loads(raw)["body"]["slots"]
    for salt in ("", "00", "00" * 17):
        slots[0]["salt"] = salt
        for name in paths.HEADERS:
            (sample.place / name).write_bytes(forged(raw, slots=slots))
        with pytest.raises(HeaderDamaged):
            header.read(sample.place)


def test_a_damaged_signature_of_one_half_is_mended_from_the_other(sample: Sample) -> None:
    """The checksum covers the body alone: which half's HMAC is right shows after unlocking."""
    for name in paths.HEADERS:
        whole = (sample.place / name).read_bytes()
        (sample.place / name).write_bytes(whole.replace(b'"hmac":"', b'"hmac":"0', 1))
        vault = sample.open()
        vault.close()
        assert len(vault.notices) == 1
        assert (sample.place / name).read_bytes() == whole


def test_the_end_of_a_longer_header_is_blanked_before_it_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "half"
    header.write_durably(path, b"a slot, and one that is dropped")
    with mock.patch.object(os, "ftruncate"):  # what the disk still has afterwards
        header.write_durably(path, b"a slot")
    assert path.read_bytes() == b"a slot".ljust(31, b"\0")


def test_a_half_on_a_bad_sector_is_mended_from_the_other(sample: Sample) -> None:
    real = Path.open

    def refuse(path: Path, *how: Any, **more: Any) -> Any:  # noqa: ANN401
        if path.name == "keys.a":
            raise OSError(5, "I/O error")
        return real(path, *how, **more)

    with mock.patch.object(Path, "open", refuse):
        halves = header.read(sample.place)
    root, _seed, _slot = halves.header.unlock(LOGIN, PASSPHRASE)
    assert halves.damaged(root) == ("keys.a",)
