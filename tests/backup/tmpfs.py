"""A small real file system for tests of full and read-only media."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def tmpfs(place: Path, size: int) -> Iterator[Path]:
    """Mount a tmpfs of `size` bytes; the test is skipped where that is not allowed."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small tmpfs takes root")
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", place],
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip(f"tmpfs cannot be mounted here: {made.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def make_read_only(place: Path) -> None:
    """Remount a tmpfs read-only: root ignores modes, but not this."""
    subprocess.run(["mount", "-o", "remount,ro", place], check=True)
