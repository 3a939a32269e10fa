"""What every test needs: Qt without a screen, hypothesis without a stopwatch, no silent crash."""

from __future__ import annotations

import gc
import os
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.crashes import crashed

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A loaded machine is no failure, and what failed can be replayed from the report alone.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect garbage where an application that was dressed has left it to its own timer."""
    yield
    if not gc.isenabled():
        from bmnn_desktop.gui.garbage import collect_if_due  # noqa: PLC0415  (Qt is loaded then)

        collect_if_due()


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Return the processes this test has started; one that died of a fault fails it.

    A process that is killed anyway once it has answered may have died before.
    """
    processes: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen.__init__

    def start_and_note(process: subprocess.Popen[bytes], *args: Any, **options: Any) -> None:  # noqa: ANN401
        start(process, *args, **options)
        processes.append(process)

    monkeypatch.setattr(subprocess.Popen, "__init__", start_and_note)
    yield processes
    assert crashed(processes) == []
