"""Qt's messages reach no log, and none ends the process, not even after Python's own end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reaches into Qt as Linux loads it")

# What the system calls last of all lets Qt complain: there is no application any more.
LATE = """
import ctypes, sys
from PySide6.QtCore import qWarning
complain = ctypes.CDLL("libQt6Core.so.6")._ZN16QCoreApplication4execEv
ctypes.CDLL(None).__cxa_atexit(ctypes.cast(complain, ctypes.c_void_p), None, None)
"""
_PROGRAM = """
from pathlib import Path
from bmnn_desktop import app
from bmnn_desktop.wiring import Wiring
"""
_ENDS = {
    "returns": "made = app.make_application()\nqWarning('subject')",
    "is told to": "made = app.make_application()\nsys.exit(0)",
    "runs": """
made = []
def end():
    qWarning('subject')
    made[0].quit()
real = app.make_application
app.make_application = lambda: made.append(real()) or made[0]
sys.exit(app.open_window(Wiring(), Path(sys.argv[1]), lambda: None, then=end))
""",
}


def run(code: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LATE + _PROGRAM + code, *words],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("way", _ENDS)
def test_a_message_after_the_end_neither_shows_nor_kills(way: str, tmp_path: Path) -> None:
    done = run(_ENDS[way], str(tmp_path / "vault"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("way", _ENDS)
def test_who_asks_qt_for_its_messages_gets_none_of_the_screen(way: str, tmp_path: Path) -> None:
    """The environment outweighs our rules: only the late message comes, and harms nobody."""
    done = run(_ENDS[way], str(tmp_path / "vault"), QT_LOGGING_RULES="*=true")
    assert done.returncode == 0
    assert "subject" not in done.stderr
    assert "Please instantiate" in done.stderr


def test_a_bug_while_the_window_is_made_is_told_and_kills_as_itself() -> None:
    done = run("made = app.make_application()\nraise ValueError")
    assert done.returncode == 1
    assert "Lỗi chương trình: ValueError" in done.stderr


def test_the_late_message_is_there() -> None:
    """Without our application nobody mutes it."""
    done = run("")
    assert done.returncode == 0
    assert "Please instantiate" in done.stderr


def test_a_test_whose_setup_is_skipped_does_not_kill_the_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "tests/gui/skipped_setup.py"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert "1 skipped" in done.stdout
    assert "Please instantiate" in done.stderr
