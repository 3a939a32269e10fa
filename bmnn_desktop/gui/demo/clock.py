"""A clock that stands on another day, for stories that no demonstration can wait for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class LaterClock:
    """Goes on from `moment` (UTC) one second whenever somebody looks."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        self._moment += timedelta(seconds=1)
        return self._moment

    def sleep_until(self, moment: datetime) -> None:
        """Let the days pass."""
        self._moment = max(self._moment, moment.astimezone(UTC))
