"""Crockford's base 32: characters that survive being read aloud and copied by hand."""

from __future__ import annotations

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def encode(number: int, length: int) -> str:
    """Return `number` in exactly `length` characters."""
    if not 0 <= number < 32**length:
        raise ValueError(number)
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(length)))


def decode(text: str) -> int | None:
    """Read what a person typed (any case, O as 0, I and L as 1); None when it is not base 32."""
    if not text.isascii():  # some letters only become ours, or two of ours, in capitals
        return None
    number = 0
    for character in text.upper().translate(_LOOKALIKES):
        digit = ALPHABET.find(character)
        if digit < 0:
            return None
        number = number << 5 | digit
    return number


def strip(text: str) -> str:
    """Return `text` without the spaces and dashes that group it."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Pd")
