"""Run `document add` under strace: count its calls, kill it at one of them, record its writes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.faults.vaults import BOOK, YEAR, environment, json_line, words

PRODUCT = "bmnn_desktop"
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "openat", "close")
_LINE = re.compile(r"^(\d+) +(\w+)\(")


def is_there() -> bool:
    """Tell whether processes can be traced here."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode == 0


@dataclass(frozen=True)
class Point:
    """A system call: its name and which one of that name it is in its thread."""

    call: str
    nth: int


@dataclass(frozen=True)
class Told:
    """What the program said before it ended."""

    numbers: list[int]
    code: int
    err: str


def add(
    place: Path,
    documents: int,
    *strace: str,
    program: str = PRODUCT,
    log: Path | None = None,
) -> Told:
    """Add documents from a pipe, under strace with these options."""
    command = [
        *("strace", "-f", "-qq", "-o", str(log or "/dev/null"), *strace),
        *(sys.executable, "-m", program, *words(place, "document", "add", BOOK)),
    ]
    done = subprocess.run(
        command,
        input="".join(json_line(number) + "\n" for number in range(100, 100 + documents)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        check=False,
        timeout=120,
    )
    whole = re.findall(rf"^(\d+)\t{YEAR}\t", done.stdout, re.MULTILINE)
    return Told([int(number) for number in whole], done.returncode, done.stderr)


def points(place: Path, documents: int, log: Path, program: str = PRODUCT) -> list[Point]:
    """Return every counted call that can change the vault or acknowledge, in order.

    Those of the thread that writes pages, and the printing of numbers. `strace` counts a call for
    each thread apart, so a point that another thread passes first is left out.
    """
    add(place, documents, "-e", f"trace={','.join(CALLS)}", program=program, log=log)
    lines = [(m[1], m[2], m.string) for m in map(_LINE.match, log.read_text().splitlines()) if m]
    main = lines[0][0]
    writers = {thread for thread, call, _text in lines if call == "pwrite64"}
    counts: dict[tuple[str, str], int] = {}
    highest: dict[str, tuple[str, int]] = {}
    found = []
    for thread, call, text in lines:
        nth = counts[thread, call] = counts.get((thread, call), 0) + 1
        first = nth > highest.get(call, ("", 0))[1]
        if first:
            highest[call] = (thread, nth)
        is_ours = thread in writers or (thread == main and "write(1," in text)
        if first and is_ours:
            found.append(Point(call, nth))
    return found
