"""Capital letters of Vietnamese, for character classes: `re` has no class for them."""

from __future__ import annotations

_LATIN = (range(0x250), range(0x1EA0, 0x1EFA))  # Latin letters, and those only Vietnamese has

CAPITAL = "[" + "".join(chr(code) for part in _LATIN for code in part if chr(code).isupper()) + "]"
