"""A command line with a founded training vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Shell


@pytest.fixture
def bare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """Give a command line before any vault."""
    return Shell(tmp_path, capsys, monkeypatch)


@pytest.fixture
def shell(bare: Shell) -> Shell:
    """Give a command line with a training vault."""
    answer = bare.found()
    assert answer.code == 0, answer.err
    return bare
