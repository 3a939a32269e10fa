"""The two stages, built once, and copies of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.grades import stage
from tests.grades.line import Desk, Line
from tests.grades.stage import Scene, Stage

Stages = Callable[[bool], Scene]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bool], Stage]:
    """Build a stage when it is asked for."""
    stages: dict[bool, Stage] = {}

    def get(confirmers: bool) -> Stage:
        if confirmers not in stages:
            home = tmp_path_factory.mktemp("stage")
            stages[confirmers] = stage.build(home, confirmers=confirmers)
        return stages[confirmers]

    return get


@pytest.fixture
def staged(built: Callable[[bool], Stage], tmp_path: Path) -> Stages:
    """Give a copy of a stage to this test alone."""
    return lambda confirmers: stage.copy(built(confirmers), tmp_path)


@pytest.fixture(scope="module")
def sat(built: Callable[[bool], Stage], tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """Give copies that several tests share."""
    return lambda confirmers: stage.copy(built(confirmers), tmp_path_factory.mktemp("scene"))


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Seat somebody at a command line."""
    return lambda scene, login: Line(scene, login, capsys, monkeypatch)
