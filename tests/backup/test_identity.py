"""Keys in age's own text."""

from __future__ import annotations

import shutil
import subprocess

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.backup import bech32
from bmnn_desktop.backup.identity import identity_text, recipient_text

ANY_KEY = st.binary(min_size=32, max_size=32)


@given(ANY_KEY)
def test_the_age_library_reads_and_spells_our_identities_as_we_do(key: bytes) -> None:
    identity = pyrage.x25519.Identity.from_str(identity_text(key))
    assert str(identity) == identity_text(key)
    assert str(identity.to_public()) == recipient_text(key)


@pytest.mark.parametrize(
    ("prefix", "data", "text"),
    [
        ("a", b"", "a12uel5l"),
        ("abcdef", bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df"),
         "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"),
    ],
)  # fmt: skip
def test_the_valid_strings_of_bip_173_come_out(prefix: str, data: bytes, text: str) -> None:
    assert bech32.encode(prefix, data) == text


@pytest.mark.skipif(shutil.which("age-keygen") is None, reason="age is not installed")
def test_the_age_program_finds_the_same_recipient() -> None:
    key = bytes(range(100, 132))
    found = subprocess.run(
        ["age-keygen", "-y"], input=identity_text(key).encode(), capture_output=True, check=True
    )
    assert found.stdout.decode().strip() == recipient_text(key)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_only_32_bytes_are_a_key(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        identity_text(bytes(length))
