"""Signatures to be checked, many at once, as they are told to the process that checks them.

A record is a public key, a signature and the hash of the entry that was signed; a batch is always
the same number of them. The answer is the batch's digest, which shows that it arrived whole, and
the place of the first wrong signature. No secret is among all this.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import RawIOBase

from bmnn_desktop.store.entry import SIGNATURE_DOMAIN
from bmnn_desktop.store.keys import KEY_BYTES, SIGNATURE_BYTES, PublicKey

RECORDS = 500
_HASH_BYTES = 32
_SIGNED_AT = KEY_BYTES + SIGNATURE_BYTES
RECORD_BYTES = _SIGNED_AT + _HASH_BYTES
BATCH_BYTES = RECORDS * RECORD_BYTES
_PLACE_BYTES = 4
ANSWER_BYTES = hashlib.sha256().digest_size + _PLACE_BYTES
_NONE_WRONG = (1 << 8 * _PLACE_BYTES) - 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that follow each other, from the entry `first` on."""

    first: int
    records: bytes

    def first_wrong(self) -> int | None:
        """Check every signature; return the entry of the first wrong one."""
        place = first_wrong(self.records)
        return None if place is None else self.first + place

    def answered(self, answer: bytes) -> int | None:
        """Return the first wrong entry according to `answer`; ValueError: it answers otherwise.

        What is called wrong is looked at again: an answer accuses nobody by itself.
        """
        place = int.from_bytes(answer[-_PLACE_BYTES:], "big")
        if answer[:-_PLACE_BYTES] != hashlib.sha256(self.records).digest():
            raise ValueError("this is no answer to the batch")
        if place == _NONE_WRONG:
            return None
        record = self.records[place * RECORD_BYTES : (place + 1) * RECORD_BYTES]
        if not record or first_wrong(record) is None:
            raise ValueError("a good signature was called wrong")
        return self.first + place


def record(key: PublicKey, signature: bytes, signed: bytes) -> bytes:
    """Return the record of one signature over the hash `signed`; all have their usual length."""
    return key.raw + signature + signed


def first_wrong(records: bytes) -> int | None:
    """Return the place of the first wrong signature."""
    keys: dict[bytes, PublicKey] = {}
    for start in range(0, len(records), RECORD_BYTES):
        raw = records[start : start + KEY_BYTES]
        key = keys.get(raw)
        if key is None:
            key = keys[raw] = PublicKey(raw.hex())
        signature = records[start + KEY_BYTES : start + _SIGNED_AT]
        signed = records[start + _SIGNED_AT : start + RECORD_BYTES]
        if not key.verifies(signature, SIGNATURE_DOMAIN + signed):
            return start // RECORD_BYTES
    return None


def answer(records: bytes) -> bytes:
    """Check a batch and return what is said of it."""
    place = first_wrong(records)
    told = _NONE_WRONG if place is None else place
    return hashlib.sha256(records).digest() + told.to_bytes(_PLACE_BYTES, "big")


def read_whole(stream: RawIOBase, size: int) -> bytes:
    """Read `size` bytes from an unbuffered stream; fewer when it ends before."""
    read = bytearray()
    while len(read) < size:
        more = stream.read(size - len(read))
        if not more:
            break
        read += more
    return bytes(read)
