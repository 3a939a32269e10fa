"""A process that dies of a fault is noticed, though nobody looks at its exit code."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from bmnn_desktop.services.process_apart import ProcessApart
from tests.crashes import crashed

_DIES = "import os, signal; signal.signal({0}, signal.SIG_DFL); os.kill(os.getpid(), {0})"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


def die(fault: signal.Signals) -> list[str]:
    return [sys.executable, "-c", _DIES.format(int(fault))]


@pytest.mark.parametrize("fault", [signal.SIGSEGV, signal.SIGBUS])
def test_a_fault_is_told(started: list[subprocess.Popen[bytes]], fault: signal.Signals) -> None:
    subprocess.run(die(fault), check=False)
    subprocess.run(["sh", "-c", '"$@"; exit $?', "sh", *die(fault)], check=False)
    assert [line[-3:] for line in crashed(started)] == [f"{-fault:3}", f"{128 + fault}"]
    started.clear()


def test_who_is_killed_or_refuses_has_not_crashed(
    started: list[subprocess.Popen[bytes]],
) -> None:
    subprocess.run(die(signal.SIGKILL), check=False)
    subprocess.run([sys.executable, "-c", "raise SystemExit(3)"], check=False)
    assert len(started) == 2
    assert crashed(started) == []


def test_the_process_that_asks_apart_is_among_them(
    started: list[subprocess.Popen[bytes]],
) -> None:
    process = ProcessApart(die(signal.SIGSEGV))
    process._child.wait()
    process.close()
    assert len(crashed(started)) == 1
    started.clear()
