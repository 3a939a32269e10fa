"""One byte string for one value: what is hashed and signed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

Value = int | str | None
Columns = dict[str, Value]

_PAYLOAD = b"bmnn payload 1\0"
_TEXT = b"bmnn text 1\0"
_ENTRY = b"bmnn entry 1\0"


def _refuse(number: str) -> float:
    raise ValueError(f"{number} is no whole number")


_ENCODER = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
)
_DECODER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)


def dump(value: object) -> str:
    """Return canonical JSON: keys sorted, no spaces, characters as they are."""
    return _ENCODER.encode(value)


def load(text: str) -> dict[str, Any]:
    """Read an object that `dump` wrote; raise ValueError when it is not canonical."""
    return load_all([text])[0]


def load_all(texts: Sequence[str]) -> list[dict[str, Any]]:
    """Read objects that `dump` wrote; raise ValueError when one of them is not canonical."""
    found = [_DECODER.raw_decode(text) for text in texts]
    values = [value for value, _end in found]
    # Each text is one object and nothing more, and an object says itself where it ends: what is
    # equal when strung together is equal one by one. Writing many at once costs half.
    if (
        any(end != len(text) for (_value, end), text in zip(found, texts, strict=True))
        or not all(isinstance(value, dict) for value in values)
        or dump(values) != f"[{','.join(texts)}]"
    ):
        msg = "not canonical"
        raise ValueError(msg)
    return values


def payload_digest(payload: str) -> bytes:
    """Return the digest of a change's keys, numbers, dates and codes."""
    return hashlib.sha256(_PAYLOAD + payload.encode()).digest()


def text_digest(text: str, salt: bytes) -> bytes:
    """Return the digest of free text; the salt keeps a scrubbed text from being guessed."""
    return hashlib.sha256(_TEXT + salt + text.encode()).digest()


def entry_hash(content: Mapping[str, object]) -> bytes:
    """Return the hash that the next entry names and the signer signs."""
    return hashlib.sha256(_ENTRY + dump(content).encode()).digest()
