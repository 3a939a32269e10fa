"""Looks for sentinels where nothing may be left: files, names of files, a process's memory."""

from __future__ import annotations

import base64
import re
import secrets
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_LETTERS = string.ascii_lowercase + string.digits
_CHUNK = 1 << 24


@dataclass(frozen=True)
class Sentinels:
    """Words that begin with one tag nobody else has; `new` makes one more."""

    tag: str = field(
        default_factory=lambda: "q" + "".join(secrets.choice(_LETTERS) for _ in range(11))
    )
    made: list[str] = field(default_factory=list)

    def new(self) -> str:
        """Return another sentinel."""
        self.made.append(self.tag + secrets.token_hex(4))
        return self.made[-1]

    def patterns(self) -> dict[str, bytes]:
        """Return the tag in every encoding in which it might have been left."""
        plain = self.tag.encode()
        found = {
            "UTF-8": plain,
            "UTF-16": self.tag.encode("utf-16-le"),
            "UTF-16 upper": self.tag.upper().encode("utf-16-le"),
            "upper": plain.upper(),
            "hex": plain.hex().encode(),
            "hex upper": plain.hex().upper().encode(),
        }
        for offset in range(3):
            coded = base64.b64encode(bytes(offset) + plain)
            found[f"base64 at {offset}"] = coded[
                -(-offset * 4 // 3) : (offset + len(plain)) * 8 // 6
            ]
        return found

    def seen_in(self, raw: bytes) -> set[str]:
        """Return the encodings in which the tag stands in these bytes."""
        return {name for name, pattern in self.patterns().items() if pattern in raw}

    def whole_in(self, raw: bytes) -> set[str]:
        """Return the sentinels that stand here in UTF-8 or UTF-16, whole."""
        wide = b"".join(bytes([byte]) + b"\0" for byte in self.tag.encode())
        found = re.findall(re.escape(self.tag.encode()) + rb"[0-9a-f]{8}", raw)
        found += [one[::2] for one in re.findall(re.escape(wide) + rb"(?:[0-9a-f]\0){8}", raw)]
        return {one.decode() for one in found}


def files_under(places: Iterable[Path], but: Iterable[Path] = ()) -> Iterator[Path]:
    """Yield every file below `places`, not those in `but`."""
    left_out = tuple(but)
    for place in places:
        for path in place.rglob("*"):
            is_out = any(path == one or one in path.parents for one in left_out)
            if not is_out and path.is_file() and not path.is_symlink():
                yield path


def hits(sentinels: Sentinels, files: Iterable[Path]) -> list[str]:
    """Return which file holds the tag, in its name or its bytes, and how it is written."""
    found = []
    for path in files:
        try:
            raw = path.read_bytes()
        except OSError:
            continue  # a socket, or gone meanwhile
        names = sentinels.seen_in(str(path).encode(errors="surrogateescape"))
        found += [f"{path}: {how}" for how in sorted(sentinels.seen_in(raw) | names)]
    return found


def memory_of(process: int) -> Iterator[bytes]:
    """Yield what a process holds in memory it can write, piece by piece, pieces overlapping."""
    overlap = 256
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            span, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(edge, 16) for edge in span.split("-"))
            while start < end:
                length = min(_CHUNK, end - start)
                try:
                    memory.seek(start)
                    yield memory.read(length)
                except (OSError, ValueError, OverflowError):
                    break  # not ours to read: [vvar]
                start += length - (overlap if length == _CHUNK else 0)
