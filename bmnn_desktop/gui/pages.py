"""What the window asks of its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable


class Page(Protocol):
    """What the window asks of a page."""

    @property
    def has_unsaved_text(self) -> bool:
        """Whether typed text would be lost."""
        ...

    def refresh(self) -> None:
        """Look again: the page is being shown."""
        ...

    def stop(self) -> None:
        """End timers and work."""
        ...


@runtime_checkable
class KeepsDraft(Protocol):
    """A page that keeps what is typed over a lock."""

    def keep_draft(self, then: Callable[[], None]) -> None:
        """Call `then` once what is typed is in the vault."""
        ...
