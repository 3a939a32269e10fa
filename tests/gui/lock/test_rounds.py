"""Nothing grows from lock to lock; the campaign goes a hundred rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.lock import rounds
from tests.gui.lock.conftest import Desktop, needs_daemon
from tests.gui.lock.rounds import Held


@needs_daemon
@pytest.mark.slow
def test_five_rounds_hold_no_more_than_one(tmp_path: Path, desktop: Desktop) -> None:
    held = rounds.run(tmp_path / "vault", 5)
    assert len(held) == 5
    assert rounds.growth(held) == []
    for _ in range(5):  # each process asked sleep to wait, and let go of it
        assert desktop.hear().startswith("inhibit")
        assert desktop.hear() == "released"


def test_what_grows_is_named() -> None:
    first = Held(filters=1, threads=5, files=20, memory=100_000)
    more = Held(filters=2, threads=6, files=21, memory=106_000)
    assert len(rounds.growth([first, more])) == 4
    assert rounds.growth([more, first]) == []
    assert rounds.growth([first, first]) == []
