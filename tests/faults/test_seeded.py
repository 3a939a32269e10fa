"""The faults of the campaign still fit the code, and one of them is tried at each change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.seeded import SEEDS, Seed, notice
from tests.house.tree import ROOT


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_seeded_fault_fits_the_code(seed: Seed) -> None:
    assert (ROOT / seed.file).read_text(encoding="utf-8").count(seed.old) == 1
    assert all((ROOT / name).exists() for name in seed.tests)


def test_a_fault_is_noticed_and_no_fault_is_not(tmp_path: Path) -> None:
    (seed,) = (one for one in SEEDS if one.name == "a stale approval accepted")
    assert "test_a_proposal_grows_stale" in notice(seed, tmp_path)
    sound = Seed("nothing", seed.file, seed.old, seed.old, ("tests/store/test_guard.py",))
    assert notice(sound, tmp_path) == ""
