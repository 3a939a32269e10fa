"""What a backup says of itself: the signed manifest, in canonical JSON."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Final

from bmnn_desktop.domain.clock import read_stamp, stamp
from bmnn_desktop.errors import BackupDamaged, BackupNewer

FORMAT: Final = 1
IMAGE: Final = "register.db"
KEY: Final = "register.key"
PART_NAMES: Final = (IMAGE, KEY)

_LARGEST = 2**63 - 1  # what the vault itself can count
_PAGE_SIZES = frozenset(2**power for power in range(9, 17))
_HASH = re.compile(r"[0-9a-f]{64}")
_STORE = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a backup: its name, its length and its SHA-256 in hex."""

    name: str
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. FORMAT.md explains each field."""

    format: int
    store: str
    generation: int
    number: int
    head_seq: int
    head_hash: str
    genesis: str
    pages: int
    page_size: int
    schema: int
    created: str
    signer: str
    signer_row: int
    previous: str | None
    parts: tuple[Part, ...]

    def to_bytes(self) -> bytes:
        """Return the canonical JSON: keys sorted, no spaces, UTF-8."""
        return _canonical(asdict(self))

    @staticmethod
    def from_bytes(data: bytes) -> Manifest:
        """Read a manifest strictly: BackupNewer for a later format, else BackupDamaged."""
        try:
            read = json.loads(data.decode("utf-8"))
            canonical = _canonical(read)
        except (ValueError, RecursionError) as error:
            raise BackupDamaged from error
        if not isinstance(read, dict):
            raise BackupDamaged
        # The format comes first: everything else may differ in a later one.
        if _count(read.get("format")) and read["format"] > FORMAT:
            raise BackupNewer
        # Equal bytes also rule out doubled keys and every second spelling of a number.
        if canonical != data or set(read) != _MANIFEST_KEYS or not _sound(read):
            raise BackupDamaged
        parts = tuple(Part(**part) for part in read["parts"])
        return Manifest(**{**read, "parts": parts})


_MANIFEST_KEYS = frozenset(field.name for field in fields(Manifest))
_PART_KEYS = frozenset(field.name for field in fields(Part))
_LEAST = {"generation": 0, "number": 1, "head_seq": 1, "pages": 1, "schema": 1, "signer_row": 1}


def _canonical(value: object) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8")


def _sound(read: dict[str, object]) -> bool:
    return (
        _count(read["format"], FORMAT)
        and _matches(_STORE, read["store"])
        and all(_count(read[key], least) for key, least in _LEAST.items())
        and all(_matches(_HASH, read[key]) for key in ("head_hash", "genesis", "signer"))
        and (read["previous"] is None or _matches(_HASH, read["previous"]))
        and _is_time(read["created"])
        and _count(read["page_size"])
        and read["page_size"] in _PAGE_SIZES
        and _parts_sound(read)
    )


def _parts_sound(read: dict[str, object]) -> bool:
    parts = read["parts"]
    if not isinstance(parts, list) or len(parts) != len(PART_NAMES):
        return False
    for part, name in zip(parts, PART_NAMES, strict=True):
        if not isinstance(part, dict) or set(part) != _PART_KEYS or part["name"] != name:
            return False
        if not (_count(part["length"], 1) and _matches(_HASH, part["sha256"])):
            return False
    pages, size = read["pages"], read["page_size"]
    return isinstance(pages, int) and isinstance(size, int) and parts[0]["length"] == pages * size


def _count(value: object, least: int = 0) -> bool:
    """Tell whether a value is a whole number in range; JSON's true is not one."""
    return type(value) is int and least <= value <= _LARGEST


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_time(value: object) -> bool:
    try:
        return isinstance(value, str) and stamp(read_stamp(value)) == value
    except ValueError:
        return False
