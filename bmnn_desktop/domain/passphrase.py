"""Passphrases of syllables that Telex and VNI leave as typed.

Telex turns s f r x j z w and a doubled a e o d into marks; VNI uses digits. A syllable here has
none of these letters and no vowel twice, and a space ends each one, so an input method left on
cannot lock anyone out.
"""

from __future__ import annotations

import secrets
import unicodedata

LEAST = 15  # characters of a passphrase somebody chose
SYLLABLES = 6

_ONSETS = (
    *("b", "c", "g", "h", "k", "l", "m", "n", "p", "q", "t", "v"),
    *("bl", "ch", "cl", "gh", "gl", "kh", "kl", "ng", "nh", "ph", "pl", "th"),
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "au", "eo", "ia", "iu", "oa", "oi", "ui")
_ENDINGS = ("", "c", "ch", "k", "m", "n", "ng", "nh", "p", "t")
NEUTRAL = tuple(onset + vowel + end for onset in _ONSETS for vowel in _VOWELS for end in _ENDINGS)


def generate() -> str:
    """Return six random syllables: 6 × log2 3120 ≈ 69 bits."""
    return " ".join(secrets.choice(NEUTRAL) for _ in range(SYLLABLES))


def has_marks(text: str) -> bool:
    """Tell whether an input method may have written part of `text`."""
    apart = unicodedata.normalize("NFD", text)
    return "đ" in apart.lower() or any(unicodedata.combining(letter) for letter in apart)
