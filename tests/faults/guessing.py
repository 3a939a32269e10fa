"""A guesser at the keyboard who kills, deletes, puts back, winds clocks and restarts.

He may never have made more attempts than one who only waits, whatever he does in between.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from bmnn_desktop import paths
from bmnn_desktop.errors import AttemptsTampered, TooManyAttempts
from bmnn_desktop.store.attempts import FREE, LIMIT, TOLERANCE, Attempts, Boot, Record

_STEPS = 40
_AGE = TOLERANCE / 1e9 + 0.01


def seconds_left(attempts: Attempts) -> int:
    """Return how long the next attempt is still refused."""
    refusal = attempts.refusal()
    return 0 if refusal is None else int(str(refusal.facts["seconds"]))


def allowed(seconds: int) -> int:
    """Return how many attempts an honest guesser has had after so many seconds."""
    count, passed = FREE, 0
    while True:
        passed += Record(count, "", 0).wait
        if passed > seconds:
            return count
        count += 1


@dataclass
class Guesser:
    """One computer, one counter, and everything that can be done to both without its format."""

    place: Path
    dice: random.Random
    is_expected: bool = True
    passed: int = 0
    boot: int = 1
    uptime: int = 1000
    made: int = 0
    copies: list[tuple[bytes, float]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def attempts(self) -> Attempts:
        """Return the counter as a new start of the program sees it."""
        return Attempts(
            self.place, lambda: Boot(f"boot {self.boot}", self.uptime), is_expected=self.is_expected
        )

    def run(self) -> str | None:
        """Guess for a while; return what was gained, None when nothing was."""
        self.attempts().start()
        acts = [self.guess, self.guess, self.guess, self.wait, self.copy, self.put_back]
        acts += [self.delete, self.damage, self.restart, self.wind_back]
        for _ in range(_STEPS):
            act = self.dice.choice(acts)
            self.done.append(act.__name__)
            act()
            if self.made > allowed(self.passed):
                return f"{self.made} attempts in {self.passed} s: {' '.join(self.done)}"
        return None

    def guess(self) -> None:
        """Try until refused, each attempt killed as soon as it is counted."""
        try:
            while self.made < FREE + LIMIT:
                self.attempts().begin()
                self.made += 1
        except (TooManyAttempts, AttemptsTampered):
            pass

    def wait(self) -> None:
        """Wait as long as is asked for, or a little."""
        seconds = self.dice.choice((1, 14, seconds_left(self.attempts())))
        self.passed += seconds
        self.uptime += seconds

    def copy(self) -> None:
        """Keep the file as it stands."""
        file = self.place / paths.ATTEMPTS
        if file.exists():
            self.copies.append((file.read_bytes(), time.monotonic()))

    def put_back(self) -> None:
        """Put an old copy back, into the file or over it."""
        if not self.copies:
            return
        raw, taken = self.dice.choice(self.copies)
        time.sleep(max(0.0, taken + _AGE - time.monotonic()))
        file = self.place / paths.ATTEMPTS
        if self.dice.randrange(2):
            file.write_bytes(raw)
        else:
            other = file.with_name("other")
            other.write_bytes(raw)
            other.rename(file)

    def delete(self) -> None:
        """Take the file away."""
        (self.place / paths.ATTEMPTS).unlink(missing_ok=True)

    def damage(self) -> None:
        """Empty it, cut it, or write something else."""
        file = self.place / paths.ATTEMPTS
        raw = file.read_bytes() if file.exists() else b"{}"
        old = b'{"count": 0, "boot": "boot 1", "since": 0}'
        file.write_bytes(self.dice.choice((b"", raw[: self.dice.randrange(40)], b"{}", old)))

    def restart(self) -> None:
        """Restart the computer."""
        self.boot, self.uptime = self.boot + 1, 20

    def wind_back(self) -> None:
        """Let the clock of this start lose time."""
        self.uptime = self.dice.randrange(max(1, self.uptime))


def run(room: Path, size: int, dice: random.Random, *, is_expected: bool = True) -> list[str]:
    """Let `size` guessers try; return what they gained."""
    found = []
    for number in range(size):
        place = room / f"guesser-{number}"
        place.mkdir()
        gained = Guesser(place, random.Random(dice.random()), is_expected=is_expected).run()
        if gained:
            found.append(gained)
    return found
