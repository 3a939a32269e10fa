"""The bech32 text of BIP-173, one way: from bytes to text."""

from __future__ import annotations

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK_LENGTH = 6


def encode(prefix: str, data: bytes) -> str:
    """Return `data` as bech32 under a lower-case human-readable prefix."""
    groups = _five_bits(data)
    spread = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    remainder = _polymod([*spread, *groups, *[0] * _CHECK_LENGTH]) ^ 1
    check = [(remainder >> 5 * (_CHECK_LENGTH - 1 - i)) & 31 for i in range(_CHECK_LENGTH)]
    return prefix + "1" + "".join(_ALPHABET[group] for group in [*groups, *check])


def _five_bits(data: bytes) -> list[int]:
    """Cut bytes into groups of five bits, the last one filled up with zeros."""
    padding = -len(data) * 8 % 5
    number = int.from_bytes(data, "big") << padding
    count = (len(data) * 8 + padding) // 5
    return [(number >> 5 * (count - 1 - i)) & 31 for i in range(count)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            check ^= term if top >> bit & 1 else 0
    return check
