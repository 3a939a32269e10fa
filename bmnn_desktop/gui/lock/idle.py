"""How long nobody has touched the program, on a clock that goes on while the machine sleeps."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from bmnn_desktop.domain.idle_lock import CURTAIN_AFTER, LIFTS_WITHIN, IdleLock, Stage

_TICK = 1000  # milliseconds


def now() -> float:
    """Return seconds that nobody can set back; time asleep counts."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class IdleWatch(QObject):
    """Looks every second. `clock` is what the tests wind."""

    fell = Signal()
    ticked = Signal()  # while the curtain is down
    ran_out = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = now) -> None:
        super().__init__(parent)
        self.clock = clock
        self.rule = IdleLock()
        self._touched = clock()
        self._fell_at: float | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    @property
    def is_down(self) -> bool:
        """Tell whether the curtain is down."""
        return self._fell_at is not None

    @property
    def stage(self) -> Stage:
        """Return how far it has gone."""
        at = self.clock()
        fallen = None if self._fell_at is None else at - self._fell_at
        return self.rule.stage(at - self._touched, fallen)

    @property
    def seconds_to_lift(self) -> float:
        """Return how long the curtain still lifts freely."""
        fell_at = self.clock() if self._fell_at is None else self._fell_at
        return max(0.0, fell_at + LIFTS_WITHIN - self.clock())

    @property
    def seconds_to_lock(self) -> float:
        """Return when the vault is closed by itself."""
        return max(0.0, self._touched + self.rule.lock_after - self.clock())

    def look(self) -> Stage:
        """Let fall what is due, however long nobody could look; return the stage."""
        stage = self.stage
        if stage is Stage.LOCK:
            self.stop()
            self.ran_out.emit()
        elif self.is_down:
            self.ticked.emit()
        elif stage is not Stage.OPEN:
            # Not from now: a machine that slept for an hour has used up its free minute.
            self._fell_at = self._touched + CURTAIN_AFTER
            self.fell.emit()
        return stage

    def touch(self) -> None:
        """Take note that somebody is there."""
        self._touched = self.clock()

    def draw(self) -> None:
        """Let the curtain fall now."""
        if not self.is_down:
            self._fell_at = self.clock()
            self.fell.emit()

    def shut(self) -> None:
        """Let the curtain fall, or lie, so that no key lifts it any more."""
        used_up = self.clock() - LIFTS_WITHIN
        self._fell_at = used_up if self._fell_at is None else min(self._fell_at, used_up)
        self.fell.emit()

    def lift(self) -> None:
        """Begin anew."""
        self._fell_at = None
        self.touch()
        self._tick.start()

    def stop(self) -> None:
        """Look no more."""
        self._tick.stop()
