"""The campaign: python -m tests.faults [--size N] [--seed S].

Attacks, kills and power cuts in numbers no commit can wait for. Every figure is printed with the
seed that repeats it. Exit 1 when something passed that must not, or when a control, a writer that
is known to be wrong, was not noticed.

`size` is the number of power cuts; a tenth of it, 200 at least, are kills; twice as many are
states of the header. A hundred rounds of unlocking and locking look for what grows from one
process to the next.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.faults import (
    flaky_media,
    guess_kills,
    guessing,
    header_torture,
    kills,
    power,
    switch_power,
    switching,
    traced,
)
from tests.faults.judging import Ground, judge, trouble
from tests.faults.seeded import SEEDS, notice
from tests.faults.tamper import ATTACKS, FIRST_BYTES
from tests.faults.vaults import run_apart, run_here, small_room
from tests.gui.lock import rounds

_HERE_OF_EACH = 60
_APART_OF_EACH = 20
_BITS = 500
_LEAST_KILLS = 200
_LEAST_CUTS = 200  # of a change of keys
_MOST_MISSED = 8  # opens of the register, of some 300 calls
_LATE_KILLS = 80  # of a change of keys that renames too early
_SHOWN = 20
_ROUNDS = 100
_LEAST_MEDIA = 300

Part = Callable[[Path, int, random.Random], list[str]]


def attacks_here(room: Path, size: int, dice: random.Random) -> list[str]:
    """Attack in this process: each kind often, each of the first bits, many others."""
    ground = Ground.lay(room)
    of_each = max(_HERE_OF_EACH, size // 40)
    found = [
        judge(ground, name, random.Random(dice.random()))
        for name in ATTACKS
        for _ in range(of_each)
    ]
    print(f"  {len(ATTACKS)} kinds of attack, {of_each} of each: {_passed(found)} passed")
    bits = [(byte, bit) for byte in range(FIRST_BYTES) for bit in range(8)]
    pages = ground.sample.database.stat().st_size
    bits += [(dice.randrange(pages), dice.randrange(8)) for _ in range(_BITS)]
    flips = [_flip(ground, *place) for place in bits]
    print(f"  {len(bits)} flipped bits: {_passed(flips)} passed")
    return [line for line in (*found, *flips) if line]


def attacks_apart(room: Path, _size: int, dice: random.Random) -> list[str]:
    """Attack, and let the program itself be the judge."""
    ground = Ground.lay(room)
    found = [
        judge(ground, name, random.Random(dice.random()), run_apart)
        for name in ATTACKS
        for _ in range(_APART_OF_EACH)
    ]
    print(f"  {_APART_OF_EACH} of each kind by the command line: {_passed(found)} passed")
    return [line for line in found if line]


def all_kills(room: Path, size: int, dice: random.Random) -> list[str]:
    """Kill the program, then the control."""
    wanted = max(_LEAST_KILLS, size // 10)
    report = kills.run(_made(room / "product"), wanted, dice)
    print(f"  {report.killed.total()} kills at {report.calls} calls {dict(report.killed)}")
    print(f"  {report.acknowledged} numbers told: {len(report.lost)} lost, {len(report.bad)} bad")
    control = kills.run(_made(room / "control"), 20, dice, "tests.faults.early_writer")
    print(f"  control, told before the commit: {len(control.lost)} of 20 lost")
    unseen = [] if control.lost else ["the control of the kills was not noticed"]
    return [*report.lost, *report.bad, *unseen]


def all_cuts(room: Path, size: int, dice: random.Random) -> list[str]:
    """Cut the power of the program, then of the control."""
    report = power.run(_made(room / "product"), size, dice)
    print(f"  {report.states} power cuts in {report.acts} acts, {report.with_journal} hot journals")
    print(f"  {len(report.lost)} lost, {len(report.bad)} bad")
    control = power.run(_made(room / "control"), size // 4, dice, "tests.faults.unsynced_writer")
    print(
        f"  control, synchronous=OFF: {len(control.lost)} lost, {len(control.bad)} bad"
        f" of {control.states}"
    )
    unseen = [] if control.lost else ["the control of the power cuts was not noticed"]
    return [*report.lost, *report.bad, *unseen]


def all_headers(room: Path, size: int, dice: random.Random) -> list[str]:
    """Torture the header's halves, then those of a program that keeps one only."""
    report = header_torture.run(_made(room / "product"), size * 2, dice)
    print(f"  {report.states} states {dict(report.ended)}, {len(report.wrong)} wrong")
    control = header_torture.run(_made(room / "control"), 200, dice, is_single=True)
    locked = [line for line in control.wrong if line.endswith("locked out")]
    print(f"  control, one half only: {len(locked)} of {control.states} locked out")
    unseen = [] if locked else ["the control of the header was not noticed"]
    return [*report.wrong, *unseen]


def all_guesses(room: Path, size: int, dice: random.Random) -> list[str]:
    """Guess, tamper with the counter, kill a failing unlock at each of its calls."""
    guessers = max(50, size // 50)
    found = guessing.run(_made(room / "product"), guessers, dice)
    print(f"  {guessers} guessers, {len(found)} gained something")
    control = guessing.run(_made(room / "control"), 20, dice, is_expected=False)
    print(f"  control, a missing file is forgiven: {len(control)} of 20 gained something")
    report = guess_kills.run(_made(room / "kills"), size, dice)
    print(
        f"  {report.killed} kills at {report.calls} calls, {report.derived} after the count,"
        f" {len(report.free)} free attempts, {len(report.bad)} bad"
    )
    unseen = [] if control else ["the control of the guesses was not noticed"]
    return [*found, *report.free, *report.bad, *unseen]


def all_seeds(room: Path, _size: int, _dice: random.Random) -> list[str]:
    """Put faults into the code, one at a time; each must turn a test red."""
    unnoticed = [seed.name for seed in SEEDS if not notice(seed, room)]
    print(f"  {len(SEEDS)} faults in the code: {len(unnoticed)} unnoticed")
    return [f"a fault in the code went unnoticed: {name}" for name in unnoticed]


def lock_rounds(room: Path, _size: int, _dice: random.Random) -> list[str]:
    """Unlock and lock a hundred times in one process."""
    held = rounds.run(room / "vault", _ROUNDS)
    print(f"  {rounds.told(held)}")
    grown = rounds.growth(held)
    return grown if len(held) == _ROUNDS else [*grown, f"{len(held)} rounds of {_ROUNDS}"]


def all_switches(room: Path, size: int, dice: random.Random) -> list[str]:
    """Kill a change of all keys at every call, refuse it every call, cut its power; the control."""
    wrong: list[str] = []

    def told(what: str, report: switching.Report | switch_power.Report) -> None:
        opened = dict(sorted(report.opened.items()))
        print(f"  {what}: opened by generation {opened}, {len(report.bad)} wrong", flush=True)
        wrong.extend(report.bad)

    killed = switching.run(_made(room / "killed"), None, dice)
    told(f"{killed.faults.total()} kills at {killed.calls} calls {dict(killed.faults)}", killed)
    again = switching.reopen(_made(room / "again"), None, dice)
    told(f"{again.calls} kills of the opening after it", again)
    missed = killed.missed + again.missed
    print(f"  of these {missed} opens of a file were not made this time", flush=True)
    if missed > _MOST_MISSED:
        wrong.append(f"{missed} calls that were counted were not made again")
    refused = switching.refuse(_made(room / "refused"), None, dice)
    told(f"{refused.calls} calls that fail {dict(refused.faults)}", refused)
    cut = switch_power.run(_made(room / "cut"), max(_LEAST_CUTS, size // 4), dice)
    told(f"{cut.states} power cuts in {cut.acts} acts", cut)
    late = switching.run(_made(room / "control"), _LATE_KILLS, dice, switching.CONTROL)
    dark = switch_power.run(_made(room / "dark"), _LEAST_CUTS, dice, switching.CONTROL)
    print(
        f"  control, renamed before the header is written: {late.opened[0]} of"
        f" {late.faults.total()} kills and {dark.opened[0]} of {dark.states} cuts open nothing"
    )
    if not (late.opened[0] and dark.opened[0]):
        wrong.append("the control of the change of keys was not noticed")
    return wrong


def all_media(room: Path, size: int, dice: random.Random) -> list[str]:
    """Let backups meet a stick that fails at one of its calls."""
    report = flaky_media.run(_made(room / "media"), max(_LEAST_MEDIA, size // 7), dice)
    print(f"  {report.tried.total()} failures {dict(report.tried)} over {report.calls} calls")
    print(f"  {report.saved} saved, refused {dict(report.refused)}, {len(report.bad)} bad")
    return report.bad


PARTS: dict[str, Part] = {
    "media": all_media,
    "attacks": attacks_here,
    "commands": attacks_apart,
    "kills": all_kills,
    "power": all_cuts,
    "headers": all_headers,
    "guesses": all_guesses,
    "seeds": all_seeds,
    "locks": lock_rounds,
    "switch": all_switches,
}

_TRACED = (all_kills, all_cuts, all_guesses, all_switches)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--size", type=int, default=2000, help="power cuts (%(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=PARTS)
    chosen = parser.parse_args(arguments)
    print(f"size {chosen.size}, seed {chosen.seed}")
    wrong: list[str] = []
    for name, part in PARTS.items():
        if chosen.only not in (None, name):
            continue
        if part in _TRACED and not traced.is_there():
            wrong.append(f"{name}: strace cannot trace here")
            continue
        room = Path(tempfile.mkdtemp(prefix="bmnn-", dir=small_room()))
        started = time.monotonic()
        print(f"{name}:", flush=True)
        try:
            # Each part has dice of its own, so that --only repeats what the whole run did.
            found = part(room, chosen.size, random.Random(f"{chosen.seed} {name}"))
        finally:
            shutil.rmtree(room)
        print(f"  {time.monotonic() - started:.0f} s", flush=True)
        wrong += found
    for line in wrong[:_SHOWN]:
        print(f"WRONG {line}")
    print(f"{len(wrong)} wrong (size {chosen.size}, seed {chosen.seed})")
    return int(bool(wrong))


def _flip(ground: Ground, byte: int, bit: int) -> str | None:
    victim = ground.sample.copy(ground.room / "victim")
    data = bytearray(victim.database.read_bytes())
    data[byte] ^= 1 << bit
    victim.database.write_bytes(data)
    found = trouble(run_here(victim.place, "--json", "verify"))
    return f"bit {bit} of byte {byte}: {found}" if found else None


def _passed(found: Sequence[str | None]) -> int:
    return sum(line is not None for line in found)


def _made(place: Path) -> Path:
    place.mkdir()
    return place


if __name__ == "__main__":
    sys.exit(main())
