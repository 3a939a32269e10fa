"""Keys in age's own text."""

from __future__ import annotations

import shutil
import subprocess

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.backup import bech32
from bmnn_desktop.backup.identity import identity_text, recipient_of_public, recipient_text
from bmnn_desktop.store.keys import PublicKey, SigningKey

ANY_KEY = st.binary(min_size=32, max_size=32)


@given(ANY_KEY)
def test_the_age_library_reads_and_spells_our_identities_as_we_do(key: bytes) -> None:
    identity = pyrage.x25519.Identity.from_str(identity_text(key))
    assert str(identity) == identity_text(key)
    assert str(identity.to_public()) == recipient_text(key)


@given(ANY_KEY)
def test_both_halves_of_a_signing_key_read_the_same_backups(seed: bytes) -> None:
    """The public half alone leads to the recipient of the secret one, as age itself has it."""
    key = SigningKey(seed)
    recipient = recipient_of_public(PublicKey(key.public).reading_public())
    assert recipient == recipient_text(key.reading_secret())
    pyrage.x25519.Recipient.from_str(recipient)


def test_a_known_key_has_its_known_montgomery_form() -> None:
    raw = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    # RFC 8032, 7.1, test 1.
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    assert SigningKey(seed).public == raw.hex()
    assert PublicKey(raw.hex()).reading_public().hex() == (
        "d85e07ec22b0ad881537c2f44d662d1a143cf830c57aca4305d85c7a90f6b62e"
    )


def test_the_neutral_point_is_nobodys_key() -> None:
    with pytest.raises(ValueError, match="invertible"):
        PublicKey((1).to_bytes(32, "little").hex()).reading_public()


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
