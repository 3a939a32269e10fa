"""The talk with the process that signs: one JSON object a line, of bounded size.

1. asked: {"place", "login", "files": [passphrase] or [key file, PIN] or null, "asked"}
2. answered: {"ready": {"signer", "public"}} or {"refused": code, "seconds"}
3. asked: {"content", "salt"}, the content of the one entry that answers
4. answered: {"signature"}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from io import RawIOBase
from pathlib import Path
from typing import Any

from bmnn_desktop.errors import (
    AttemptsTampered,
    DiskFull,
    HeaderDamaged,
    KnownError,
    PassphraseFileOpen,
    PassphraseFileUnreadable,
    PinNotGiven,
    PinUnfit,
    PinWrong,
    PlaceReadOnly,
    SecondDeclined,
    StickFileExists,
    StickForeign,
    StickReplaced,
    StickUnreadable,
    StickUnwritable,
    TooManyAttempts,
    VaultMissing,
    WrongPassphrase,
)
from bmnn_desktop.store import asked as asking
from bmnn_desktop.store.asked import Asked

LONGEST_ASKED = 8 << 20  # bytes of the line that shows the acts
LONGEST_ENTRY = 1 << 20  # of the line with the entry to sign: it lists hashes
LONGEST_ANSWER = 4096
_AT_ONCE = 1 << 16
_MOST_SECONDS = 24 * 3600
_REFUSALS: dict[str, type[KnownError]] = {
    error.code: error
    for error in (
        AttemptsTampered,
        DiskFull,
        HeaderDamaged,
        PassphraseFileOpen,
        PassphraseFileUnreadable,
        PinNotGiven,
        PinUnfit,
        PinWrong,
        PlaceReadOnly,
        SecondDeclined,
        StickFileExists,
        StickForeign,
        StickReplaced,
        StickUnreadable,
        StickUnwritable,
        TooManyAttempts,
        VaultMissing,
        WrongPassphrase,
    )
}


class TalkError(Exception):
    """The other side said something that is no part of the talk."""


class TalkSilence(TalkError):
    """The other side is gone."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the signing process is told first; `files` None: it asks in a window of its own."""

    place: Path
    login: str
    asked: Asked
    files: tuple[Path, ...] | None = None

    def to_json(self) -> dict[str, object]:
        """Return the first line."""
        return {
            "place": str(self.place),
            "login": self.login,
            "files": None if self.files is None else [str(path) for path in self.files],
            "asked": self.asked.to_json(),
        }


def read_request(line: Mapping[str, Any]) -> Request:
    """Read the first line; raise TalkError."""
    try:
        files = line["files"]
        return Request(
            Path(line["place"]),
            str(line["login"]),
            asking.from_json(line["asked"]),
            None if files is None else tuple(Path(path) for path in files),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise TalkError from error


def encode(value: Mapping[str, object]) -> bytes:
    """Return a line as it is said."""
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def say(stream: RawIOBase, line: bytes) -> None:
    """Say a line; raise TalkSilence when nobody listens any more."""
    left = memoryview(line)
    try:
        while left:
            left = left[stream.write(left) or 0 :]
    except (OSError, ValueError) as error:
        raise TalkSilence from error


class Ear:
    """Hears lines from an unbuffered stream: a thread that hears holds no lock."""

    def __init__(self, stream: RawIOBase) -> None:
        self._stream = stream
        self._heard = b""

    def hear(self, longest: int) -> dict[str, Any]:
        """Return the next line; raise TalkSilence, TalkError for a longer one or for no object."""
        while b"\n" not in self._heard:
            if len(self._heard) > longest:
                raise TalkError
            try:
                more = self._stream.read(_AT_ONCE)
            except (OSError, ValueError) as error:
                raise TalkSilence from error
            if not more:
                raise TalkError if self._heard else TalkSilence
            self._heard += more
        raw, _newline, self._heard = self._heard.partition(b"\n")
        if len(raw) > longest:
            raise TalkError
        try:
            value = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise TalkError from error
        if not isinstance(value, dict):
            raise TalkError
        return value


def refusal(error: KnownError) -> dict[str, object]:
    """Return the line that passes a refusal on."""
    return {"refused": error.code, "seconds": error.facts.get("seconds", 0)}


def refused(line: Mapping[str, Any]) -> KnownError:
    """Return the refusal that a line passes on; raise TalkError for one that cannot be."""
    kind = _REFUSALS.get(str(line.get("refused")))
    seconds = line.get("seconds")
    if kind is None or type(seconds) is not int or not 0 <= seconds <= _MOST_SECONDS:
        raise TalkError
    return kind(seconds=seconds)
