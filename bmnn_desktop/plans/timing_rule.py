"""A rule of the time grammar: a pattern and how its match is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.timing import Timing
from bmnn_desktop.plans.label import Label


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides its match; `text` has its false times blanked."""

    year: int | None
    issued: date | None
    label: Label | None
    text: str

    @property
    def completes(self) -> bool:
        """Tell whether the label speaks of the end, not of the time of doing."""
        return self.label is Label.DONE_BY


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern; `read` returns None where it does not apply after all."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Timing | None]
    needs: tuple[str, ...] = ()  # small letters: without any of these it cannot match


def rule(
    pattern: str, read: Callable[[re.Match[str], Context], Timing | None], *needs: str
) -> Rule:
    """Return a rule that ignores case."""
    return Rule(re.compile(pattern, re.IGNORECASE), read, needs)
