"""Ý kiến chỉ đạo: whom the leader has charged with an incoming document, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NewDirection:
    """What is typed: who decided, who deals with it, by when (None: no time was set)."""

    leader: str
    assignee: str
    due_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction as it is stored; `done_on` None: still to be done."""

    id: int
    document_id: int
    given_on: date
    leader: str
    assignee: str
    due_on: date | None
    words: str
    done_on: date | None
