"""No cut file and no file with a flipped bit is ever accepted."""

from __future__ import annotations

import io
import random

import pytest

from bmnn_desktop.backup.container import open_sealed
from bmnn_desktop.errors import BackupDamaged, BackupKeyWrong
from tests.backup.sample import IDENTITY, image, sealed

TRIES = 1_000


def accepted(data: bytes) -> bool:
    """Tell whether a file opens; anything but a plain refusal is an error of the test."""
    try:
        open_sealed(io.BytesIO(data), IDENTITY, None)
    except (BackupDamaged, BackupKeyWrong):
        return False
    return True


@pytest.fixture(params=[2, 300], ids=["one chunk", "three chunks"])
def whole(request: pytest.FixtureRequest) -> bytes:
    data = sealed(image(request.param))
    assert accepted(data)
    return data


@pytest.fixture
def dice() -> random.Random:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")  # noqa: T201  (shown when the test fails, to run it again)
    return random.Random(seed)


def test_no_truncation_is_accepted(whole: bytes, dice: random.Random) -> None:
    # Every length near a chunk's end matters more than any other: all of those, then random ones.
    lengths = {len(whole) - 1, *(dice.randrange(len(whole)) for _ in range(TRIES))}
    while len(lengths) < min(TRIES, len(whole)):
        lengths.add(dice.randrange(len(whole)))
    assert [length for length in sorted(lengths) if accepted(whole[:length])] == []


def test_no_flipped_bit_is_accepted(whole: bytes, dice: random.Random) -> None:
    bits = dice.sample(range(len(whole) * 8), TRIES)
    wrong = []
    for bit in bits:
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        wrong += [bit] if accepted(bytes(data)) else []
    assert wrong == []


def test_no_flipped_bit_of_the_header_is_accepted(whole: bytes) -> None:
    for bit in range(whole.index(b"\n--- ") * 8 + 60 * 8):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        assert not accepted(bytes(data)), bit
