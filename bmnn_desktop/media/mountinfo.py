"""/proc/self/mountinfo, line by line (proc_pid_mountinfo(5))."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_ESCAPED = re.compile(r"\\([0-7]{3})")
_FIELDS = 6  # before the optional ones, which end with a lone "-"


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system; `device` is (major, minor), major 0 where there is no disk."""

    device: tuple[int, int]
    root: Path
    file_system: str
    is_read_only: bool


def read_mounts(text: str) -> tuple[Mount, ...]:
    """Return what is mounted, the uppermost at each place; a line of another shape is left out."""
    found: dict[Path, Mount] = {}
    for line in text.splitlines():
        mount = _read(line)
        if mount is not None:
            found[mount.root] = mount  # a later one hides an earlier one
    return tuple(found.values())


def _read(line: str) -> Mount | None:
    before, dash, after = line.partition(" - ")
    fields, rest = before.split(" "), after.split(" ")
    if not dash or len(fields) < _FIELDS or len(rest) < 3:  # noqa: PLR2004  (type, source, options)
        return None
    major, _colon, minor = fields[2].partition(":")
    if not (major.isascii() and major.isdigit() and minor.isascii() and minor.isdigit()):
        return None
    options = {*fields[5].split(","), *rest[2].split(",")}
    return Mount((int(major), int(minor)), Path(_plain(fields[4])), rest[0], "ro" in options)


def _plain(text: str) -> str:
    """Return a path as it is: blanks, tabs, line ends and backslashes stand there in octal."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)
