"""Mã đối chiếu: the code in the foot of every printed sheet.

115 bits say which entry of the journal made the print and what its hash begins with:
generation (8), entry number (32), 75 bits of the print entry's hash. The last two of the 25
characters are a check: the whole code, read as a number in base 32, is divisible by 1021, a
prime, which catches every wrong character and every swap of neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain import crockford
from bmnn_desktop.errors import AnchorMistyped

_PRIME = 1021
_CHECK = 1024  # two characters
_LENGTH = 25
_HASH_BITS = 75


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a sheet's foot says of the journal behind it."""

    generation: int
    seq: int
    fingerprint: int

    @classmethod
    def of(cls, generation: int, seq: int, entry_hash: bytes) -> Anchor:
        """Return the anchor of the entry `seq` whose SHA-256 is `entry_hash`."""
        return cls(generation, seq, int.from_bytes(entry_hash, "big") >> 256 - _HASH_BITS)

    def matches(self, entry_hash: bytes) -> bool:
        """Tell whether the entry with this hash is the one the sheet names."""
        return int.from_bytes(entry_hash, "big") >> 256 - _HASH_BITS == self.fingerprint

    @property
    def code(self) -> str:
        """Return five groups of five characters."""
        number = (self.generation << 32 | self.seq) << _HASH_BITS | self.fingerprint
        number = number * _CHECK + -number * _CHECK % _PRIME
        text = crockford.encode(number, _LENGTH)
        return "-".join(text[place : place + 5] for place in range(0, _LENGTH, 5))

    @classmethod
    def parse(cls, typed: str) -> Anchor:
        """Read a code from paper; raise AnchorMistyped when its check fails."""
        bare = crockford.strip(typed)
        number = crockford.decode(bare) if len(bare) == _LENGTH else None
        if number is None or number % _PRIME:
            raise AnchorMistyped
        number //= _CHECK
        return cls(
            generation=number >> 32 + _HASH_BITS,
            seq=number >> _HASH_BITS & 0xFFFFFFFF,
            fingerprint=number & (1 << _HASH_BITS) - 1,
        )
