"""Processes that a test starts must not die of a fault, whoever looks at their exit code."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterable

# As a shell tells it, too. SIGABRT is what some tests send.
_FAULTS = frozenset(
    code
    for fault in (signal.SIGSEGV, signal.SIGILL, signal.SIGFPE, getattr(signal, "SIGBUS", None))
    if fault is not None
    for code in (-fault, 128 + fault)
)


def crashed(started: Iterable[subprocess.Popen[bytes]]) -> list[str]:
    """Return the commands of those that did."""
    return [
        f"{process.args!r:.200} ended with {process.returncode}"
        for process in started
        if process.returncode in _FAULTS
    ]
