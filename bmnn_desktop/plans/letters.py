"""Capital letters of Vietnamese, for character classes: `re` has no \\p{Lu}."""

from __future__ import annotations

_LAST = 0x1EF9  # ỹ, the last Vietnamese letter

UPPER = "".join(letter for letter in map(chr, range(_LAST + 1)) if letter.isupper() and letter.isalpha() and (letter < "\u0250" or letter >= "\u1ea0"))
CAPITAL = f"[{UPPER}]"
