"""Phiếu khóa khôi phục: the sealed sheet that opens backups when every passphrase is gone.

It carries 32 random bytes in eight groups of eight characters, each group with its own check,
the store it belongs to and the fingerprint of the store's first entry. A group is 32 bits and a
check byte; the whole divided by 251, a prime, leaves the group's number in its line: every wrong
character, every swap of neighbours and groups in the wrong order are named.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bmnn_desktop.domain import crockford
from bmnn_desktop.errors import RecoverySheetWrong

_GROUP_BYTES = 4
_GROUP_LENGTH = 8
_LINE = 4  # groups
_KEY_BYTES = 32
_PRIME = 251
_TITLE = "PHIẾU KHÓA KHÔI PHỤC (NIÊM PHONG)"
_STORE = "Kho sổ"
_FINGERPRINT = "Dấu nhận dạng"
_KEY = "Khóa"


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The key (32 bytes), the store (16 bytes) and the hash of its first entry (32 bytes)."""

    key: bytes
    store: bytes
    fingerprint: bytes

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the key as eight groups to print and to type."""
        return _groups(self.key)

    @property
    def lines(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the sheet's five lines: a label and four groups each."""
        return tuple(
            (label, groups[start : start + _LINE])
            for label, groups in (
                (_STORE, _groups(self.store)),
                (_FINGERPRINT, _groups(self.fingerprint)),
                (_KEY, self.groups),
            )
            for start in range(0, len(groups), _LINE)
        )

    def text(self) -> str:
        """Return the sheet as the text file that holds it."""
        lines = (f"{label}: {' '.join(groups)}" for label, groups in self.lines)
        return "\n".join((_TITLE, *lines, ""))

    @classmethod
    def parse(cls, text: str) -> RecoverySheet:
        """Read a sheet; raise RecoverySheetWrong naming the line or the group."""
        found: dict[str, list[str]] = {_STORE: [], _FINGERPRINT: [], _KEY: []}
        for line in unicodedata.normalize("NFC", text).splitlines():
            label, colon, rest = line.partition(":")
            if colon and label.strip() in found:
                found[label.strip()] += rest.split()
        return cls(
            key=_bytes(found[_KEY], _KEY_BYTES, _KEY),
            store=_bytes(found[_STORE], 16, _STORE),
            fingerprint=_bytes(found[_FINGERPRINT], 32, _FINGERPRINT),
        )


def read_key(text: str) -> bytes:
    """Read the key alone: its eight groups, with or without the name of their lines.

    Raises RecoverySheetWrong naming the group.
    """
    bare = unicodedata.normalize("NFC", text).replace(f"{_KEY}:", " ")
    return _bytes(bare.split(), _KEY_BYTES, _KEY)


def _groups(data: bytes) -> tuple[str, ...]:
    """Return `data` in groups: 32 bits of it and 8 bits of check."""
    pieces = (data[place : place + _GROUP_BYTES] for place in range(0, len(data), _GROUP_BYTES))
    return tuple(
        crockford.encode(int.from_bytes(piece + _check(index, piece), "big"), _GROUP_LENGTH)
        for index, piece in enumerate(pieces)
    )


def _bytes(groups: list[str], length: int, label: str) -> bytes:
    if len(groups) * _GROUP_BYTES != length:
        raise RecoverySheetWrong(where=f"dòng “{label}”")
    data = b""
    for index, group in enumerate(groups):
        number = crockford.decode(group) if len(group) == _GROUP_LENGTH else None
        piece = number.to_bytes(_GROUP_BYTES + 1, "big") if number is not None else b""
        if piece[_GROUP_BYTES:] != _check(index, piece[:_GROUP_BYTES]):
            raise RecoverySheetWrong(where=f"dòng “{label}”, nhóm {index + 1}")
        data += piece[:_GROUP_BYTES]
    return data


def _check(index: int, piece: bytes) -> bytes:
    return bytes([(index + 1 - (int.from_bytes(piece, "big") << 8)) % _PRIME])
