"""Vaults that take long to fill are kept in build/vaults/ until what fills them changes."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bmnn_desktop.services.office import Office
from tests.bench.handed_over import hand_over
from tests.bench.long_journal import journalled
from tests.bench.plan import Plan
from tests.bench.stress_vault import lined
from tests.bench.years_of_work import worked
from tests.faults.vaults import copy_vault
from tests.services.offices import PASSPHRASE, FakeClock, cheap_wiring

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent.parent
BUILD = _ROOT / "build"  # a real disk, not a tmpfs
_SCHEMA = sorted((_ROOT / "bmnn_desktop" / "store").rglob("*.sql"))
AFTERWARDS = datetime(2026, 12, 21, 1, 30, tzinfo=UTC)  # the Monday after the last day filled


def worked_vault(plan: Plan) -> Path:
    """Return a vault in which the plan's years have been worked; it is not to be written to."""
    stamp = _stamp("invented", "plan", "paper", "years_of_work")
    return _kept(f"{plan.name}-{plan.documents}", stamp, lambda place: worked(place, plan))


def custody_vault(plan: Plan) -> Path:
    """Return a vault of those years whose copies went from hand to hand; not to be written to."""
    before = worked_vault(plan)
    stamp = _stamp("invented", "plan", "paper", "years_of_work", "handed_over")

    def fill(place: Path) -> Office:
        office = opened(copy_vault(before, place))
        hand_over(office)
        return office

    return _kept(f"custody-{plan.documents}", stamp, fill)


def stress_vault(size: int) -> Path:
    """Return a vault with `size` lines in one book; it is not to be written to."""
    stamp = _stamp("invented", "stress_vault")
    return _kept(f"stress-{size}", stamp, lambda place: lined(place, size))


def long_journal(changes: int) -> Path:
    """Return a vault with a journal of so many changes, four an entry; not to be written to."""
    stamp = _stamp("invented", "stress_vault", "long_journal")
    return _kept(f"journal-{changes}", stamp, lambda place: journalled(place, changes))


@contextmanager
def copied(vault: Path) -> Iterator[Path]:
    """Give a copy that may be written to."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as room:
        yield copy_vault(vault, Path(room) / "vault")


def opened(vault: Path) -> Office:
    """Open a vault on the day after its last."""
    return cheap_wiring(FakeClock(AFTERWARDS)).gate(vault).unlock("giu-so", PASSPHRASE)


def _stamp(*modules: str) -> str:
    """Return what changes with the modules that fill a vault and with its schema."""
    files = [*(_HERE / f"{module}.py" for module in modules), *_SCHEMA]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]


def _kept(name: str, stamp: str, fill: Callable[[Path], Office]) -> Path:
    shelf = BUILD / "vaults"
    vault = shelf / f"{name}-{stamp}"
    if not vault.exists():
        shelf.mkdir(parents=True, exist_ok=True)
        for old in shelf.glob(f"{name}-*"):
            shutil.rmtree(old)
        with tempfile.TemporaryDirectory(prefix=".filling-", dir=shelf) as room:
            start = time.monotonic()
            fill(Path(room) / "vault").close()
            (Path(room) / "vault").rename(vault)
        print(f"filled {vault.name} in {time.monotonic() - start:.0f} s", flush=True)
    return vault
