"""What a command asked of the disk, read from strace: writes, syncs, names, answers."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop import paths
from tests.faults import traced
from tests.faults.traced import PRODUCT
from tests.faults.vaults import YEAR, Sample

JOURNAL = f"{paths.REGISTER}-journal"
_FILES = (paths.REGISTER, JOURNAL)
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename"
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>")
_HEX = re.compile(r'[<"]((?:\\x[0-9a-f]{2})*)[>"]')


@dataclass(frozen=True)
class Write:
    """Bytes to a place in a file."""

    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    """A new length."""

    file: str
    size: int


@dataclass(frozen=True)
class Sync:
    """A file made durable; the empty name is the directory."""

    file: str


@dataclass(frozen=True)
class Create:
    """A name that was not there."""

    file: str


@dataclass(frozen=True)
class Unlink:
    """A name taken away."""

    file: str


@dataclass(frozen=True)
class Rename:
    """A name that takes the place of another."""

    old: str
    new: str


@dataclass(frozen=True)
class Told:
    """A number said to the user."""

    number: int


Act = Write | Truncate | Sync | Create | Unlink | Rename | Told


def record(sample: Sample, documents: int, log: Path, program: str = PRODUCT) -> list[Act]:
    """Add documents to the vault and return what was asked of its disk, in order."""
    told = traced.add(
        sample.place,
        documents,
        *("-y", "-xx", "-s", "70000", "-e", f"trace={CALLS}"),
        program=program,
        log=log,
    )
    if told.code != 0 or len(told.numbers) != documents:
        raise ValueError(f"the recording failed: {told.err}")
    return read(log, sample.place, _FILES, {paths.REGISTER})


def read(log: Path, place: Path, files: Collection[str], present: Collection[str]) -> list[Act]:
    """Return what was asked of the disk for `files`, of which `present` were there before."""
    return _Reader(place, files, present).read(log)


class _Reader:
    def __init__(self, place: Path, files: Collection[str], present: Collection[str]) -> None:
        self._place = place
        self._files = files
        self._present = set(present)
        self._at: dict[str, int] = {}  # where the next plain write into a file goes
        self._syncing: dict[str, str] = {}
        self._acts: list[Act] = []

    def read(self, log: Path) -> list[Act]:
        main = ""
        with log.open(encoding="ascii") as lines:
            for line in lines:
                if resumed := _RESUMED.match(line):
                    if resumed[1] in self._syncing:
                        self._acts.append(Sync(self._syncing.pop(resumed[1])))
                elif called := _LINE.match(line):
                    main = main or called[1]
                    self._one(called[1], called[2], called[3], is_main=called[1] == main)
        return self._acts

    def _one(self, thread: str, call: str, rest: str, *, is_main: bool) -> None:
        strings = [bytes.fromhex(found.replace("\\x", "")) for found in _HEX.findall(rest)]
        if call == "write" and is_main and rest.startswith("1<"):
            self._tell(strings[1])
            return
        name = self._name(strings[1] if call == "openat" else strings[0])
        if name is None:
            return
        if call in ("openat", "unlink"):
            self._rename(name, call, rest)
        elif call == "pwrite64":
            offset = _found(r", (\d+)(?:\) += | <unfinished)", rest)
            self._acts.append(Write(name, offset, strings[1]))
        elif call == "write":
            self._acts.append(Write(name, self._at[name], strings[1]))
            self._at[name] += len(strings[1])
        elif call == "rename":
            self._present.discard(name)
            self._acts.append(Rename(name, Path(strings[1].decode()).name))
        elif call == "ftruncate":
            self._acts.append(Truncate(name, _found(r">, (\d+)", rest)))
        elif "<unfinished" in rest:
            self._syncing[thread] = name
        else:
            self._acts.append(Sync(name))

    def _tell(self, line: bytes) -> None:
        said = re.match(rf"(\d+)\t{YEAR}\t".encode(), line)
        if said:
            self._acts.append(Told(int(said[1])))

    def _rename(self, name: str, call: str, rest: str) -> None:
        self._at[name] = 0
        if call == "openat" and "O_CREAT" in rest and name not in self._present:
            self._present.add(name)
            self._acts.append(Create(name))
        elif call == "unlink" and " = 0" in rest and name in self._present:
            self._present.discard(name)
            self._acts.append(Unlink(name))

    def _name(self, path: bytes) -> str | None:
        """Return the file's name, an empty one for the directory, None for all else."""
        found = Path(path.decode())
        if found == self._place:
            return ""
        return found.name if found.parent == self._place and found.name in self._files else None


def _found(pattern: str, text: str) -> int:
    number = re.search(pattern, text)
    if number is None:
        raise ValueError(text[-80:])
    return int(number[1])
