"""Power cuts while all keys of a vault are changed."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bmnn_desktop import paths
from tests.faults import recording, switching
from tests.faults.power import Disk
from tests.faults.recording import Act, Write
from tests.faults.switching import ONE_THREAD, Ground
from tests.faults.vaults import environment

_FILES = tuple(name for name in switching.FILES if name != ".")
_KEPT = (paths.REGISTER, *paths.HEADERS)
_NEXT = 2
_LONGEST = 2 << 20  # bytes of one write, the overwriting of the old register


@dataclass
class Report:
    """What the cuts left behind."""

    acts: int = 0
    states: int = 0
    opened: Counter[int] = field(default_factory=Counter)  # by generation
    bad: list[str] = field(default_factory=list)


def run(room: Path, states: int, dice: random.Random, program: str = ONE_THREAD) -> Report:
    """Record one change of keys, cut the power `states` times and look at what is left."""
    ground = Ground.lay(room)
    before = {name: (ground.sample.place / name).read_bytes() for name in _KEPT}
    acts = _record(ground, room, program)
    report = Report(acts=len(acts))
    first = next(n for n, act in enumerate(acts) if isinstance(act, Write))
    # Half of the cuts in the short switch, half anywhere.
    switch = max(n for n, act in enumerate(acts) if _is_draft(act))
    cuts = [dice.randint(switch if n % 2 else first, len(acts)) for n in range(states)]
    disk, done = Disk(before), 0
    for cut in sorted(cuts):
        for act in acts[done:cut]:
            disk.do(act)
        done = cut
        victim = ground.sample.copy(room / "victim")
        for name in _KEPT:
            (victim.place / name).unlink()
        for name, content in disk.after_cut(dice).items():
            (victim.place / name).write_bytes(content)
        generation, wrong = switching.look(victim)
        if cut == len(acts) and generation != _NEXT:  # success is told after the last act
            wrong.append(f"told, but of generation {generation}")
        report.states += 1
        report.opened[generation] += 1
        report.bad += [f"cut {cut} of {len(acts)}: {what}" for what in wrong]
    return report


def _is_draft(act: Act) -> bool:
    return isinstance(act, Write) and act.file.startswith(paths.NEXT)


def _record(ground: Ground, room: Path, program: str) -> list[Act]:
    victim, log = ground.sample.copy(room / "recorded"), room / "switch.log"
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", str(log), "-y", "-xx", "-s", str(_LONGEST)),
            *("-e", f"trace={recording.CALLS}"),
            *(sys.executable, "-m", program, *ground.command(victim.place)),
        ],
        capture_output=True,
        env=environment(),
        check=True,
        timeout=120,
    )
    return recording.read(log, victim.place, _FILES, _KEPT)
