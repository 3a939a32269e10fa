"""The header of an age v1 file, read strictly and without any key.

The age library reads headers too; this reader adds a ceiling on the size, refuses the armoured
form, and can count recipients for somebody who holds no key.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import BinaryIO, Final

from bmnn_desktop.errors import BackupDamaged

INTRO: Final = b"age-encryption.org/v1\n"
MOST: Final = 16_384  # bytes; a recipient takes about a hundred
_MAC_LINE = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")
_ARGUMENTS = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\n")
_BODY_LINE = re.compile(rb"[A-Za-z0-9+/]{0,64}\n")
_FULL_LINE = 65
_KEY_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Header:
    """The header as its bytes stand in the file, and to how many X25519 recipients it is sealed."""

    data: bytes
    recipients: int


def read_header(source: BinaryIO) -> Header:
    """Read the header and leave `source` at the payload; BackupDamaged if it is not age v1."""
    lines = _Lines(source)
    if lines.next() != INTRO:
        raise BackupDamaged
    recipients = 0
    line = lines.next()
    while line.startswith(b"-> "):
        recipients += _read_stanza(line, lines)
        line = lines.next()
    mac = _MAC_LINE.fullmatch(line)
    if mac is None or not _is_base64(mac[1], _KEY_LENGTH):
        raise BackupDamaged
    return Header(bytes(lines.seen), recipients)


class _Lines:
    """The lines of a header, read no further than it goes and never past the ceiling."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.seen = bytearray()

    def next(self) -> bytes:
        line = bytearray()
        while not line.endswith(b"\n"):
            byte = self._source.read(1)
            if not byte or len(self.seen) + len(line) >= MOST:
                raise BackupDamaged
            line += byte
        self.seen += line
        return bytes(line)


def _read_stanza(first: bytes, lines: _Lines) -> int:
    """Read one stanza to its end and return 1 if it is an X25519 recipient."""
    arguments = _ARGUMENTS.fullmatch(first)
    if arguments is None:
        raise BackupDamaged
    body = b""
    line = b" " * _FULL_LINE
    while len(line) == _FULL_LINE:  # a shorter line, maybe an empty one, ends the body
        line = lines.next()
        if _BODY_LINE.fullmatch(line) is None:
            raise BackupDamaged
        body += line[:-1]
    if not _is_base64(body):
        raise BackupDamaged
    kind, *rest = arguments[1].split(b" ")
    if kind != b"X25519":
        return 0
    if len(rest) != 1 or not (_is_base64(rest[0], _KEY_LENGTH) and _is_base64(body, _KEY_LENGTH)):
        raise BackupDamaged
    return 1


def _is_base64(text: bytes, length: int | None = None) -> bool:
    """Tell whether `text` is unpadded base64 in its one canonical spelling."""
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except ValueError:
        return False
    same = base64.b64encode(data).rstrip(b"=") == text
    return same and (length is None or len(data) == length)
