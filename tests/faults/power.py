"""Power cuts replayed: what a disk may hold when it dies between two syncs.

A write that was not synced is kept or dropped sector by sector, in any order; a name made or
taken away is kept or dropped until the directory was synced.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bmnn_desktop import paths
from bmnn_desktop.errors import KnownError
from bmnn_desktop.store.vault import Writing
from tests.faults.recording import (
    JOURNAL,
    Act,
    Create,
    Rename,
    Sync,
    Told,
    Truncate,
    Unlink,
    Write,
    record,
)
from tests.faults.traced import PRODUCT
from tests.faults.vaults import Sample, build

SECTOR = 512
DOCUMENTS = 12
_BEFORE = 3
_KEPT = (0.0, 0.1, 0.5, 0.9, 1.0)


@dataclass
class File:
    """One file: what the platter has, and what waits in order."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: a new length

    def write(self, offset: int, data: bytes) -> None:
        """Queue a write, sector by sector."""
        at = offset
        while at < offset + len(data):
            end = min((at // SECTOR + 1) * SECTOR, offset + len(data))
            self.waiting.append((at, data[at - offset : end - offset]))
            at = end

    def sync(self) -> None:
        """Bring all that waits to the platter."""
        for change in self.waiting:
            _apply(self.durable, *change)
        self.waiting.clear()

    def after_cut(self, dice: random.Random) -> bytes:
        """Return what may be found after a power cut."""
        share = dice.choice(_KEPT)
        kept = [change for change in self.waiting if dice.random() < share]
        dice.shuffle(kept)
        left = bytearray(self.durable)
        for change in kept:
            _apply(left, *change)
        return bytes(left)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


class Disk:
    """The vault's directory on a disk with a cache."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.names = {name: File(bytearray(content)) for name, content in files.items()}
        self._durable = dict(self.names)
        self._waiting: list[dict[str, File | None]] = []  # changes of names, each whole or not
        self.told: list[int] = []

    def do(self, act: Act) -> None:
        """Follow one call."""
        match act:
            case Write(name, offset, data):
                self.names[name].write(offset, data)
            case Truncate(name, size):
                self.names[name].waiting.append((size, None))
            case Sync(""):
                for change in self._waiting:
                    _rename(self._durable, change)
                self._waiting.clear()
            case Sync(name):
                self.names[name].sync()
            case Create(name):
                self.names[name] = File()
                self._waiting.append({name: self.names[name]})
            case Unlink(name):
                del self.names[name]
                self._waiting.append({name: None})
            case Rename(old, new):
                self.names[new] = self.names.pop(old)
                self._waiting.append({new: self.names[new], old: None})
            case Told(number):
                self.told.append(number)

    def after_cut(self, dice: random.Random) -> dict[str, bytes]:
        """Return the files that may be found after a power cut."""
        share = dice.choice(_KEPT)
        names = dict(self._durable)
        for change in self._waiting:
            if dice.random() < share:
                _rename(names, change)
        return {name: file.after_cut(dice) for name, file in names.items()}


def _rename(names: dict[str, File], change: dict[str, File | None]) -> None:
    for name, file in change.items():
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


@dataclass
class Report:
    """What the cuts left behind."""

    acts: int = 0
    states: int = 0
    with_journal: int = 0
    lost: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)


def run(room: Path, states: int, dice: random.Random, program: str = PRODUCT) -> Report:
    """Record `program` once, cut the power `states` times and look at what is left."""
    before = build(room / "before", _BEFORE)
    acts = record(before.copy(room / "recorded"), DOCUMENTS, room / "power.log", program)
    report = Report(acts=len(acts))
    # From the first write on: before it there is nothing to lose.
    first = next(n for n, act in enumerate(acts) if isinstance(act, Write))
    cuts = sorted(dice.randint(first, len(acts)) for _ in range(states))
    disk = Disk({paths.REGISTER: before.database.read_bytes()})
    done = 0
    for cut in cuts:
        for act in acts[done:cut]:
            disk.do(act)
        done = cut
        files = disk.after_cut(dice)
        report.states += 1
        report.with_journal += JOURNAL in files
        victim = before.copy(room / "victim")
        for name, content in files.items():
            (victim.place / name).write_bytes(content)
        _look(victim, disk.told, f"cut {cut}", report)
    return report


def _look(victim: Sample, told: Sequence[int], where: str, report: Report) -> None:
    try:
        stored, ok = _open(victim)
    except KnownError as error:
        report.bad.append(f"{where}: {error.code}")
        return
    if ok is False:
        report.bad.append(f"{where}: not sound")
    elif not set(told) <= set(stored):
        report.lost.append(f"{where}: {sorted(set(told) - set(stored))}")
    elif len(stored) > _BEFORE + len(told) + 1 or stored != list(range(1, len(stored) + 1)):
        report.bad.append(f"{where}: {stored} stored, {told} told")


def _open(victim: Sample) -> tuple[list[int], bool | None]:
    def look(writing: Writing) -> tuple[list[int], bool | None]:
        rows = writing.rows.all("SELECT seq_no FROM document ORDER BY seq_no")
        return [row[0] for row in rows], writing.verify([], lambda _done: None).ok

    vault = victim.open()
    try:
        return vault.write(look).result()
    finally:
        vault.close()
