"""Phiên kiểm tra, chỉ xem: what holds for a whole unlocking once an inspector sits at the desk.

The rule, written down here once:

* `Office.write` is the only maker of a desk that can write, and asks `Guest.check` on the writer's
  own thread; what is not marked by `open_to_guests` is refused. So no service goes round it, and a
  new one is refused until somebody marks it.
* A session never ends in the process it was opened in: after its end that process stays read-only.
  Writing needs another unlocking, by passphrase.
* A session opened in the window lives as long as its process: locking ends it, and whoever unlocks
  next, by window or command, ends what a killed process left, at the time of its last look.
* A command ends with its process, so a session opened by command is carried on by the commands that
  follow, and they refuse to write, until `inspection close`, or until the window is unlocked. An
  open session never keeps the clerk out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from bmnn_desktop.domain.inspection import Inspection, Look
from bmnn_desktop.errors import InspectionUnderWay

Service = TypeVar("Service", bound=Callable[..., Any])
_MARK = "is_open_to_guests"


def open_to_guests(service: Service) -> Service:
    """Mark a writing service that an inspector's session may use."""
    setattr(service, _MARK, True)
    return service


class Guest:
    """The inspector of one unlocking, if there is one."""

    def __init__(self) -> None:
        self._is_read_only = False
        self._seen: set[Look] = set()
        self.inspection: Inspection | None = None  # the one under way

    @property
    def is_here(self) -> bool:
        """Tell whether this unlocking is read-only."""
        return self._is_read_only

    def enter(self, inspection: Inspection, seen: Iterable[Look] = ()) -> None:
        """Begin; there is no way back."""
        self._is_read_only = True
        self.inspection = inspection
        self._seen = set(seen)

    def leave(self) -> None:
        """End the session; what is open stays read-only."""
        self.inspection = None

    def check(self, service: Callable[..., object]) -> None:
        """Raise InspectionUnderWay for a service that a guest may not use."""
        if self._is_read_only and not getattr(service, _MARK, False):
            raise InspectionUnderWay

    def unseen(self, looks: Iterable[Look]) -> tuple[Look, ...]:
        """Return those that are not recorded yet, each once."""
        return tuple(look for look in dict.fromkeys(looks) if look not in self._seen)

    def saw(self, looks: Iterable[Look]) -> None:
        """Remember what is recorded."""
        self._seen.update(looks)
