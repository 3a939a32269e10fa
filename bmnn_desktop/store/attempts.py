"""The attempt counter: raised and fsynced before each key derivation, cleared by success.

Founding makes its file, and every write names the moment at which it was made. A file that is
gone, unreadable, or was changed at another moment than it says (put back, copied with its vault)
is tampering: it costs the longest wait at once, so that nothing is gained by it, and is told and
journalled after the next success (`store.tampering`). A copy of an earlier session, put back with
every sign of the moment forged, is known by its mark, of which the vault keeps the newest.

What this cannot do: there is no secret in the file. Whoever may write here and makes a record by
hand, with a low count, the mark that stands there and the right moment, has free attempts and
leaves no trace; so has root with a clock of his own, and so has everybody who takes the header to
another computer. The counter stops guessing at this keyboard with this program; against all others
only the passphrase and Argon2id help.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from bmnn_desktop import paths
from bmnn_desktop.errors import AttemptsTampered, TooManyAttempts
from bmnn_desktop.store.failures import as_known
from bmnn_desktop.store.header import sync_directory

_RECORD = 512  # one sector, so that a torn write cannot mix two counts
_FORMAT = 2  # a record without a format is of the time before moments and marks
FREE = 5
_FIRST_WAIT = 15
LONGEST_WAIT = 900
LIMIT = FREE + (LONGEST_WAIT // _FIRST_WAIT).bit_length()  # the count whose wait is the longest

# A moment is compared with the file's change time, which no program can choose. Shorter than
# any derivation, so that the record before this attempt's is never young enough to be put back.
TOLERANCE = 40_000_000  # ns
_TRIES = 10
_COARSE = 1_000_000  # ns; a place that keeps whole milliseconds only (FAT) may round them later


class Tampering(Enum):
    """What was done to the file."""

    NONE = ""
    MISSING = "missing"
    DAMAGED = "damaged"
    FOREIGN = "foreign"  # not the file that the program wrote last
    OLDER = "older"  # of a session before the last one: only the vault knows


@dataclass(frozen=True, slots=True)
class Boot:
    """Which start of the computer this is and the seconds since."""

    id: str
    seconds: int


def this_boot() -> Boot:
    """Return the running boot; its clock goes on while the computer sleeps."""
    try:
        boot_id = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        boot_id = ""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return Boot(boot_id, int(time.monotonic() if clock is None else time.clock_gettime(clock)))


@dataclass(frozen=True, slots=True)
class Record:
    """What the file says; the vault has `mark`, or still `before` when it was killed between."""

    count: int
    boot: str
    since: int
    mark: str = ""
    before: str = ""
    tampering: Tampering = Tampering.NONE

    @property
    def wait(self) -> int:
        """Return the whole wait after so many attempts."""
        if self.count < FREE:
            return 0
        return min(_FIRST_WAIT << min(self.count - FREE, 10), LONGEST_WAIT)


class Attempts:
    """One counter of a vault: of its door, or of the second signature.

    `is_expected`: its header says that there must be a file.
    """

    def __init__(
        self,
        place: Path,
        boot: Callable[[], Boot] = this_boot,
        name: str = paths.ATTEMPTS,
        *,
        is_expected: bool = False,
    ) -> None:
        self._path = place / name
        self._boot = boot
        self._is_expected = is_expected

    def start(self) -> None:
        """Make the file of a new vault."""
        boot = self._boot()
        self._write(Record(0, boot.id, boot.seconds, secrets.token_hex(8)))

    def adopt(self) -> None:
        """Make the file of a copied vault its own: same marks, nothing counted."""
        found, boot = self._read(), self._boot()
        self._write(Record(0, boot.id, boot.seconds, found.mark, found.before))

    def refusal(self) -> TooManyAttempts | AttemptsTampered | None:
        """Return why the next attempt is refused and how long, None when it is free.

        After a restart the wait begins again in full: nothing is gained by switching off.
        """
        with as_known():
            record = self._read()
            seconds = self._wait(record)
        if not seconds:
            return None
        if record.tampering is Tampering.NONE:
            return TooManyAttempts(seconds=seconds)
        return AttemptsTampered(seconds=seconds)

    def begin(self) -> None:
        """Count an attempt before it is made.

        Raises TooManyAttempts, AttemptsTampered, PlaceReadOnly, DiskFull.
        """
        with as_known():
            refusal = self.refusal()
            if refusal:
                raise refusal
            record, boot = self._read(), self._boot()
            self._write(replace(record, count=record.count + 1, boot=boot.id, since=boot.seconds))

    def look(self) -> Record:
        """Return what the file says; raise PlaceReadOnly, DiskFailing."""
        with as_known():
            return self._read()

    def succeed(self) -> Record:
        """Forget the failed attempts; tampering stays written down until `settle`."""
        with as_known():
            boot = self._boot()
            found = replace(self._read(), count=0, boot=boot.id, since=boot.seconds)
            self._write(found)
            return found

    def settle(self, found: Record, known: str) -> str:
        """Forget the tampering, now that it is journalled, and return a new mark for the vault.

        What is counted stays, and with it the wait. Until the vault has the new mark, the one
        `known` to it is good as well.
        """
        mark = secrets.token_hex(8)
        with as_known():
            self._write(replace(found, mark=mark, before=known, tampering=Tampering.NONE))
        return mark

    def _wait(self, record: Record) -> int:
        if not record.wait:
            return 0
        boot = self._boot()
        if boot.id != record.boot or boot.seconds < record.since:
            with contextlib.suppress(OSError):  # a place that takes no record takes no attempt
                self._write(replace(record, boot=boot.id, since=boot.seconds))
            return record.wait
        return max(0, record.since + record.wait - boot.seconds)

    def _read(self) -> Record:
        try:
            with self._path.open("rb") as file:
                raw = json.loads(file.read(_RECORD))
                changed = os.fstat(file.fileno()).st_ctime_ns
            record = _parsed(raw)
            if "format" in raw:
                written = int(raw["written"])
                is_foreign = bool(written) and abs(changed - written) > TOLERANCE
            else:
                is_foreign = self._is_expected
        except FileNotFoundError:
            return tampered(Tampering.MISSING) if self._is_expected else Record(0, "", 0)
        except (ValueError, KeyError, TypeError, RecursionError, IsADirectoryError):
            return tampered(Tampering.DAMAGED)
        return tampered(Tampering.FOREIGN, record) if is_foreign else record

    def _write(self, record: Record) -> None:
        """Write the record; `written` is 0 where the file's change time does not follow."""
        is_new = not self._path.exists()
        descriptor = os.open(
            self._path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
        )
        try:
            for _ in range(_TRIES):
                now = time.time_ns()
                _put(descriptor, record, now)
                changed = os.fstat(descriptor).st_ctime_ns
                if abs(changed - now) <= TOLERANCE and changed % _COARSE:
                    break
            else:
                _put(descriptor, record, 0)
        finally:
            os.close(descriptor)
        if is_new:
            sync_directory(self._path.parent)


def _put(descriptor: int, record: Record, written: int) -> None:
    content = {
        "format": _FORMAT,
        "count": record.count,
        "boot": record.boot,
        "since": record.since,
        "mark": record.mark,
        "before": record.before,
        "tampering": record.tampering.value,
        "written": written,
    }
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(content).encode().ljust(_RECORD))
    os.fsync(descriptor)


def start_counters(place: Path) -> None:
    """Make the files of a new vault: of its door and of the second signature."""
    for name in (paths.ATTEMPTS, paths.SIGN_ATTEMPTS):
        Attempts(place, name=name).start()


def adopt_counters(place: Path) -> None:
    """Make the files of a copied vault its own."""
    for name in (paths.ATTEMPTS, paths.SIGN_ATTEMPTS):
        Attempts(place, name=name).adopt()


def _parsed(raw: dict[str, object]) -> Record:
    count, since = raw["count"], raw["since"]
    if not isinstance(count, int) or not isinstance(since, int):
        raise TypeError
    return Record(
        count=min(max(0, count), LIMIT * 1000),
        boot=str(raw["boot"])[:64],
        since=since,
        mark=str(raw.get("mark", ""))[:16],
        before=str(raw.get("before", ""))[:16],
        tampering=Tampering(raw.get("tampering", "")),
    )


def tampered(kind: Tampering, found: Record | None = None) -> Record:
    """Return the record that stands for a file nobody can believe: its wait has not begun."""
    count = max(LIMIT, found.count) if found else LIMIT
    kept = found or Record(0, "", 0)
    told = kept.tampering if kept.tampering is not Tampering.NONE else kind
    return Record(count, "", 0, kept.mark, kept.before, told)
